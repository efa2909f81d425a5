import type { Case } from '../../model/standard/case.ts';
import { AS_STATED, type Pack } from '../../model/standard/pack.ts';
import { asDuty, readings } from '../../model/standard/reading.ts';
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
export const provePack = (stated: Pack, cases: readonly Case[]): Proof => {
  const pack = { ...stated, rules: stated.rules.map(asDuty) };
  const ofChecks = cases.filter(({ reading }) => reading !== AS_STATED);
  const every = pack.rules.flatMap(rule => [rule, ...readings(rule)]);
  const generated = new Map(every.map(rule => [rule.id, generateCases(pack, rule)]));
  const byRule = new Map(pack.rules.map(rule => [rule.id, ofChecks.filter(given => given.rule === rule.id)]));
  const mutations = pack.rules.map(rule => mutateRule(pack, rule, byRule.get(rule.id) ?? []));
  return {
    ...runCases(stated, cases),
    missing: missingCases(pack, cases, rule => neededOutcomes(rule, generated.get(rule.id) ?? [])),
    generated: [...generated.values()].reduce((sum, made) => sum + made.length, 0),
    generatedMismatches: [...generated.values()].flatMap(runGenerated),
    mutants: mutations.reduce((sum, { mutants }) => sum + mutants, 0),
    survivors: mutations.flatMap(({ survivors }) => survivors),
  };
};
