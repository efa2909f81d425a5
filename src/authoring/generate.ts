import type { Expression } from '../model/expression.ts';
import { type Finding, OUTCOMES, type Outcome } from '../model/finding.ts';
import type { Pack, Rule } from '../model/pack.ts';
import type { NonEmpty } from '../model/text.ts';
import { bindingDay, boundRule, identityOf, tryRule } from './bindings.ts';
import { shiftDay } from './days.ts';
import { atomsOf, type Facts, partsOf, sidesOf } from './facts.ts';
import { demandedOutcome } from './oracle.ts';
import { solve } from './solve.ts';
import { factsOfStore, type Goal } from './store.ts';
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

type Vocabulary = Pack['vocabulary'];

/** The parts of a check that speak of the centre as a whole, itself among them. */
const centerParts = (expression: Expression): readonly Expression[] =>
  'records' in expression ? [expression] : [expression, ...partsOf(expression).flatMap(centerParts)];

const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'all' ? expression.of : [expression];

/** Records that just miss the selection of `every`, `some` or `count`: one part of it fails, and so may the rest. */
const nearMisses = (expression: Expression): readonly Expression[] => {
  if (!('records' in expression) || expression.where === undefined) return [];
  const { records, where } = expression;
  const have: readonly Expression[] =
    'have' in expression ? [{ kind: 'not', of: expression.have }, expression.have] : [];
  const parts = conjuncts(where);
  return parts.flatMap((part, index) => {
    const selection: NonEmpty<Expression> = [{ kind: 'not', of: part }, ...parts.toSpliced(index, 1)];
    const rests = have.length > 0 ? have.map(rest => [rest]) : [[]];
    return rests.map(
      (rest): Expression => ({ kind: 'some', records, have: { kind: 'all', of: [...selection, ...rest] } }),
    );
  });
};

/** Profiles on which a rule applies and is met, applies and is not, and does not apply; each part deciding in turn. */
export const basesOf = (rule: Rule, vocabulary: Vocabulary): readonly Facts[] => {
  const applies: readonly Goal[] = rule.when ? [{ expression: rule.when, wanted: true }] : [];
  const sides: readonly (readonly Goal[])[] = [
    [...applies, { expression: rule.require, wanted: true }],
    [...applies, { expression: rule.require, wanted: false }],
    ...(rule.when
      ? [
          [
            { expression: rule.when, wanted: false },
            { expression: rule.require, wanted: false },
          ],
        ]
      : []),
  ];
  const parts = sidesOf(rule).flatMap(side => centerParts(side).slice(1));
  const misses = sidesOf(rule)
    .flatMap(centerParts)
    .flatMap(nearMisses)
    .map(expression => ({ expression, wanted: true }));
  const pointed = [...parts.flatMap(expression => [true, false].map(wanted => ({ expression, wanted }))), ...misses];
  const goals = [
    ...sides,
    ...sides.flatMap(side =>
      pointed.flatMap(goal => [
        [goal, ...side],
        [...side, goal],
      ]),
    ),
    ...(rule.when ? [[{ expression: rule.when, wanted: false }]] : []),
  ];
  return distinct(goals.flatMap(wishes => solve(wishes, vocabulary) ?? []).map(factsOfStore));
};

const keyOf = (facts: Facts): string =>
  JSON.stringify(
    [...facts].sort(([a], [b]) => (a < b ? -1 : 1)),
    (_, value) => (value instanceof Map ? [...value] : value),
  );

const distinct = (all: readonly Facts[]): readonly Facts[] => [
  ...new Map(all.map(facts => [keyOf(facts), facts])).values(),
];

/** Days at the edges of a rule's dates. */
const edgeDays = ({ period, due }: Rule): readonly string[] => [
  ...(due === undefined ? [] : [due]),
  ...(period.from === undefined ? [] : [shiftDay(period.from, -1), period.from]),
];

/** Profiles one step to either side of every edge of a rule. */
export const probesOf = (
  rule: Rule,
  vocabulary: Vocabulary,
): readonly Pick<GeneratedCase, 'facts' | 'asOf' | 'change'>[] => {
  const asOf = bindingDay(rule.period, rule.due);
  const interest = interestOf(sidesOf(rule).flatMap(atomsOf));
  const bases = basesOf(rule, vocabulary);
  const still = { kind: 'none' } as const;
  return [
    { facts: new Map(), asOf, change: still },
    ...bases.flatMap(facts => [
      { facts, asOf, change: still },
      ...variantsOf(facts, { interest, vocabulary }).map(variant => ({ ...variant, asOf })),
    ]),
    ...bases.slice(0, 2).flatMap(facts => edgeDays(rule).map(day => ({ facts, asOf: day, change: still }))),
  ];
};

const supply = (facts: Facts, identity: Facts): Facts => new Map([...identity, ...facts]);

/** Every generated case of a rule, at its first level. */
export const generateCases = (pack: Pack, given: Rule): readonly GeneratedCase[] => {
  const rule = boundRule(pack, given);
  const identity = identityOf(pack, rule.levels[0]);
  return probesOf(rule, pack.vocabulary).map(probe => {
    const facts = supply(probe.facts, identity);
    return { rule, ...probe, facts, expected: demandedOutcome(rule, facts, probe.asOf) };
  });
};

/** Generated cases on which the evaluator says something else than the rule's meaning. */
export const runGenerated = (cases: readonly GeneratedCase[]): readonly GeneratedMismatch[] =>
  cases
    .map(generated => ({ case: generated, finding: tryRule(generated.rule, generated.facts, generated.asOf) }))
    .filter(({ case: { expected }, finding }) => finding.outcome !== expected);

/** Outcomes that a rule should have a case for: those it can have, and not-applicable where it has a condition. */
export const neededOutcomes = (rule: Rule, cases: readonly GeneratedCase[]): readonly Outcome[] => {
  const possible = new Set(cases.map(({ expected }) => expected));
  return OUTCOMES.filter(outcome => possible.has(outcome) && (outcome !== 'not-applicable' || rule.when !== undefined));
};
