import type { Case } from '../../model/standard/case.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { readings } from '../../model/standard/reading.ts';
import { type GeneratedMismatch, generateCases, neededOutcomes, runGenerated } from './generate.ts';
import { mutateRule, type Survivor } from './survivors.ts';
import { type CaseResults, type MissingCases, missingCases, runCases } from './test-pack.ts';

/** Everything that is tried on a pack, and what came of it. */
export interface Proof extends CaseResults {
  readonly missing: readonly MissingCases[];
  readonly generated: number;
  readonly generatedMismatches: readonly GeneratedMismatch[];
  readonly mutants: number;
  readonly survivors: readonly Survivor[];
}

/** Runs a pack's own cases, those generated from its checks, and its mutants. */
export const provePack = (pack: Pack, cases: readonly Case[]): Proof => {
  const every = pack.rules.flatMap(rule => [rule, ...readings(rule)]);
  const generated = new Map(every.map(rule => [rule.id, generateCases(pack, rule)]));
  const byRule = new Map(pack.rules.map(rule => [rule.id, cases.filter(given => given.rule === rule.id)]));
  const mutations = pack.rules.map(rule => mutateRule(pack, rule, byRule.get(rule.id) ?? []));
  return {
    ...runCases(pack, cases),
    missing: missingCases(pack, cases, rule => neededOutcomes(rule, generated.get(rule.id) ?? [])),
    generated: [...generated.values()].reduce((sum, made) => sum + made.length, 0),
    generatedMismatches: [...generated.values()].flatMap(runGenerated),
    mutants: mutations.reduce((sum, { mutants }) => sum + mutants, 0),
    survivors: mutations.flatMap(({ survivors }) => survivors),
  };
};
