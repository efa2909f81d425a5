import type { Facts } from '../../language/second/world.ts';
import { once } from '../../model/base/memo.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import type { Case } from '../../model/standard/case.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { bindingDay, boundRule, identityOf, tryRule } from '../facts.ts';
import { type GeneratedCase, probesOf } from './generate.ts';
import { type Mutant, type Mutation, mutantsOf } from './mutate.ts';
import { tryCase } from './test-pack.ts';

/** A mutant that no hand-written case notices, with a profile on which it differs from the rule. */
export interface Survivor extends Omit<GeneratedCase, 'change'> {
  readonly mutant: Mutant;
}

/** A profile, and the same with what every centre says of itself. */
interface Probe extends Pick<Survivor, 'facts' | 'asOf'> {
  readonly supplied: Facts;
  /** What the rule says of it, asked when it is wanted: most mutants are told by the first few. */
  readonly expected: () => Outcome;
}

/** The probes of `shape`, a rule or its mutant, with what `rule` says of each; the simplest first. */
const probesFor = (pack: Pack, rule: Rule, shape: Rule): readonly Probe[] => {
  const identity = identityOf(pack, rule.levels[0]);
  const probes = probesOf(shape, pack.vocabulary).map(({ facts, asOf }) => {
    const supplied: Facts = new Map([...identity, ...facts]);
    return { facts, asOf, supplied, expected: once(() => tryRule(rule, supplied, asOf).outcome) };
  });
  return probes.toSorted((a, b) => a.facts.size - b.facts.size);
};

/** The simplest profile on which a mutant differs; undefined when it means the same as the rule. */
const telling = (mutant: Mutant, probes: readonly Probe[]): Probe | undefined =>
  probes.find(({ supplied, asOf, expected }) => tryRule(mutant.rule, supplied, asOf).outcome !== expected());

/** Makes every mutant of a rule and looks for those that its cases let pass. */
export const mutateRule = (pack: Pack, given: Rule, cases: readonly Case[]) => {
  const rule = boundRule(pack, given);
  const asOf = bindingDay(rule.period, rule.due);
  const mutants = mutantsOf(rule);
  const unnoticed = mutants.filter(mutant =>
    cases.every(given => tryCase(pack, mutant.rule, { asOf, ...given })?.outcome === given.expected),
  );
  const tell = teller(pack, rule);
  const survivors = unnoticed.flatMap((mutant): readonly Survivor[] => {
    const probe = tell(mutant);
    if (probe === undefined) return [];
    const { facts, asOf, expected } = probe;
    return [{ rule: given, mutant, facts, asOf, expected: expected() }];
  });
  return { mutants: mutants.length, survivors };
};

/** Mutations that put no edge anywhere else: the rule's own probes tell them if any do. */
const SHAPELESS: readonly Mutation['kind'][] = ['when-empty', 'condition-dropped', 'filter-dropped', 'exemption'];

const teller = (pack: Pack, rule: Rule): ((mutant: Mutant) => Probe | undefined) => {
  const own = once(() => probesFor(pack, rule, rule));
  return mutant => {
    const found = telling(mutant, own());
    if (found !== undefined || SHAPELESS.includes(mutant.mutation.kind)) return found;
    return telling(mutant, probesFor(pack, rule, mutant.rule));
  };
};

const PARTS: readonly Mutation['kind'][] = ['condition-dropped', 'filter-dropped', 'part-dropped', 'alike-dropped'];

/** Parts of a rule that may as well be left out. */
export const idleParts = (pack: Pack, given: Rule): readonly Mutation[] => {
  const rule = boundRule(pack, given);
  const tell = teller(pack, rule);
  const parts = mutantsOf(rule).filter(({ mutation }) => PARTS.includes(mutation.kind));
  return parts.filter(mutant => tell(mutant) === undefined).map(({ mutation }) => mutation);
};
