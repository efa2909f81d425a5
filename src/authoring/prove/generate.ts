import type { Facts } from '../../language/second/world.ts';
import { atomsOf } from '../../language/walk.ts';
import { shiftDay } from '../../model/base/day.ts';
import { distinct } from '../../model/base/group.ts';
import { type Finding, OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import { type Pack, type Rule, sidesOf } from '../../model/standard/pack.ts';
import { bindingDay, boundRule, identityOf, tryRule } from '../facts.ts';
import { basesOf, keptForSides, keyer } from './bases.ts';
import { demandedOutcome } from './oracle.ts';
import { type Change, interestOf, variantsOf } from './vary.ts';

/** A profile made from a rule's own check, with the outcome that the rule's meaning demands. */
export interface GeneratedCase {
  readonly rule: Rule;
  readonly change: Change;
  readonly facts: Facts;
  readonly asOf: string;
  readonly expected: Outcome;
}

export interface GeneratedMismatch {
  readonly case: GeneratedCase;
  readonly finding: Finding;
}

/** Days at the edges of a rule's dates. */
const edgeDays = ({ period, due }: Rule): readonly string[] => [
  ...(due === undefined ? [] : [due]),
  ...(period.from === undefined ? [] : [shiftDay(period.from, -1), period.from]),
];

type Probe = Pick<GeneratedCase, 'facts' | 'asOf' | 'change'>;

const STILL = { kind: 'none' } as const;

/** The bases of a rule, each with what is one step from it, on whatever day. */
const steps = keptForSides((rule, vocabulary): readonly Omit<Probe, 'asOf'>[] => {
  const interest = interestOf(sidesOf(rule).flatMap(atomsOf));
  const made = basesOf(rule, vocabulary).flatMap(facts => [
    { facts, change: STILL },
    ...variantsOf(facts, { interest, vocabulary }),
  ]);
  const keyOf = keyer();
  return distinct(made, ({ facts }) => keyOf(facts));
});

/** Profiles one step to either side of every edge of a rule. */
export const probesOf = (rule: Rule, vocabulary: Pack['vocabulary']): readonly Probe[] => {
  const asOf = bindingDay(rule.period, rule.due);
  const bases = basesOf(rule, vocabulary).slice(0, 2);
  return [
    { facts: new Map(), asOf, change: STILL },
    ...steps(rule, vocabulary).map(step => ({ ...step, asOf })),
    ...bases.flatMap(facts => edgeDays(rule).map(day => ({ facts, asOf: day, change: STILL }))),
  ];
};

/** Every generated case of a rule, at its first level. */
export const generateCases = (pack: Pack, given: Rule): readonly GeneratedCase[] => {
  const rule = boundRule(pack, given);
  const identity = identityOf(pack, rule.levels[0]);
  return probesOf(rule, pack.vocabulary).map(probe => {
    const facts: Facts = new Map([...identity, ...probe.facts]);
    return { rule, ...probe, facts, expected: demandedOutcome(rule, facts, probe.asOf) };
  });
};

/** Generated cases on which the evaluator says something else than the rule's meaning. */
export const runGenerated = (cases: readonly GeneratedCase[]): readonly GeneratedMismatch[] =>
  cases
    .map(generated => ({ case: generated, finding: tryRule(generated.rule, generated.facts, generated.asOf) }))
    .filter(({ case: { expected }, finding }) => finding.outcome !== expected);

/** Whether no profile at the edges of either tells two readings of a rule apart. */
export const readsAlike = (pack: Pack, rule: Rule, other: Rule): boolean => {
  const [one, two] = [boundRule(pack, rule), boundRule(pack, other)];
  if (one.obligation !== two.obligation || one.levels.join() !== two.levels.join()) return false;
  const alike = (facts: Facts): boolean => tryRule(one, facts).outcome === tryRule(two, facts).outcome;
  const both = [one, two];
  return (
    both.every(rule => basesOf(rule, pack.vocabulary).every(alike)) &&
    both.every(rule => probesOf(rule, pack.vocabulary).every(({ facts }) => alike(facts)))
  );
};

/** Outcomes that a rule should have a case for: those it can have, and not-applicable where it has a condition. */
export const neededOutcomes = (rule: Rule, cases: readonly GeneratedCase[]): readonly Outcome[] => {
  const possible = new Set(cases.map(({ expected }) => expected));
  return OUTCOMES.filter(outcome => possible.has(outcome) && (outcome !== 'not-applicable' || rule.when !== undefined));
};
