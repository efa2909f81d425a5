import { operandChanges } from '../../language/operands/steps.ts';
import type { TestMutation } from '../../language/operator.ts';
import { mutantsOfNumber } from '../../language/operators/count.ts';
import { operatorOf } from '../../language/operators.ts';
import { placesIn } from '../../language/walk.ts';
import { shiftDay } from '../../model/base/day.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Expression, RecordsExpression, TestExpression, WhenEmpty } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';

/** What was done to a rule. `fact` is the id of the fact that the altered test is asked of. */
export type Mutation =
  | ({ readonly fact: string } & TestMutation)
  | { readonly kind: 'condition-dropped' }
  | { readonly kind: 'not-dropped' }
  | { readonly kind: 'filter-dropped'; readonly records: string }
  | { readonly kind: 'all-any'; readonly from: string; readonly to: string }
  | { readonly kind: 'part-dropped'; readonly part: Expression }
  | { readonly kind: 'number'; readonly from: number; readonly to: number }
  | { readonly kind: 'quantifier'; readonly records: string; readonly from: string; readonly to: string }
  | { readonly kind: 'when-empty'; readonly records: string; readonly from: WhenEmpty; readonly to: WhenEmpty }
  | { readonly kind: 'alike-dropped'; readonly field: string }
  | { readonly kind: 'exemption'; readonly what: 'not-applicable' | 'did-not-occur' }
  | { readonly kind: 'due'; readonly from: string; readonly to: string };

/** A rule that differs from the pack's in one respect. */
export interface Mutant {
  readonly mutation: Mutation;
  /** Which part of the rule it differs in. */
  readonly side: 'when' | 'require' | 'setting';
  readonly rule: Rule;
}

interface Altered {
  readonly mutation: Mutation;
  readonly expression: Expression;
}

const altered = (mutation: Mutation, expression: Expression): Altered => ({ mutation, expression });

/** An expression altered in one place, in every way there is. */
const alter = (expression: Expression): readonly Altered[] => {
  const inside = placesIn(expression).flatMap(({ part, put }) =>
    alter(part).map(({ mutation, expression: other }) => altered(mutation, put(other))),
  );
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return [...inside, ...alterCombination(expression)];
    case 'not':
      return [altered({ kind: 'not-dropped' }, expression.of), ...inside];
    case 'test':
      return [
        ...operatorOf(expression.test)
          .mutants(expression.test)
          .map(({ mutation, test }) => altered({ fact: expression.fact.id, ...mutation }, { ...expression, test })),
        ...alterAdded(expression),
      ];
    case 'every':
      return [...alterEvery(expression), ...withoutFilter(expression), ...inside];
    case 'some':
      return [...withoutFilter(expression), ...inside];
    case 'count':
      return [...withoutFilter(expression), ...inside, ...alterCounts(expression)];
  }
};

/** A sum without one of what is added, or with another multiple of it. */
const alterAdded = (expression: TestExpression): readonly Altered[] =>
  (expression.plus ?? []).flatMap((part, index, plus) =>
    operandChanges(part).flatMap(({ mutation, operand }) =>
      operand.kind === 'fact'
        ? [altered({ fact: part.fact, ...mutation }, { ...expression, plus: plus.with(index, operand) })]
        : [],
    ),
  );

type Combination = Extract<Expression, { of: NonEmpty<Expression> }>;

const withParts = (expression: Combination, parts: readonly Expression[]): Expression => {
  if (!isNonEmpty(parts)) throw new Error('a combination keeps at least one part');
  return { ...expression, of: parts };
};

const alterCombination = (expression: Combination): readonly Altered[] => {
  const { of } = expression;
  if (of.length < 2) return [];
  if (expression.kind === 'at_least') {
    const numbers = [expression.n - 1, expression.n + 1].filter(n => n >= 1 && n <= of.length);
    return numbers.map(n => altered({ kind: 'number', from: expression.n, to: n }, { ...expression, n }));
  }
  const to = expression.kind === 'all' ? 'any' : 'all';
  return [
    ...of.map((part, index) => altered({ kind: 'part-dropped', part }, withParts(expression, of.toSpliced(index, 1)))),
    altered({ kind: 'all-any', from: expression.kind, to }, { kind: to, of }),
  ];
};

const ENDS: readonly WhenEmpty[] = ['met', 'unmet', 'unknown'];

const alterEvery = (expression: Extract<Expression, { kind: 'every' }>): readonly Altered[] => {
  const { records, where, have, whenEmpty, alike } = expression;
  const some: Expression = { kind: 'some', records, ...(where && { where }), have };
  return [
    altered({ kind: 'quantifier', records, from: 'every', to: 'some' }, some),
    ...ENDS.filter(end => end !== whenEmpty).map(to =>
      altered({ kind: 'when-empty', records, from: whenEmpty, to }, { ...expression, whenEmpty: to }),
    ),
    ...alike.map(field =>
      altered({ kind: 'alike-dropped', field }, { ...expression, alike: alike.filter(other => other !== field) }),
    ),
  ];
};

const withoutFilter = (expression: RecordsExpression): readonly Altered[] => {
  const { where, ...rest } = expression;
  return where === undefined ? [] : [altered({ kind: 'filter-dropped', records: expression.records }, rest)];
};

const alterCounts = (expression: Extract<Expression, { kind: 'count' }>): readonly Altered[] =>
  mutantsOfNumber(operatorOf, expression.tests).map(({ mutation, tests }) =>
    altered({ fact: expression.records, ...mutation }, { ...expression, tests }),
  );

const setting = (mutation: Mutation, rule: Rule): Mutant => ({ mutation, side: 'setting', rule });

const alterSettings = (rule: Rule): readonly Mutant[] => {
  const { due, acceptsNotApplicable, acceptsNotOccurred } = rule;
  const days = due === undefined ? [] : [shiftDay(due, -1), shiftDay(due, 1)].map(to => ({ from: due, to }));
  return [
    ...(acceptsNotApplicable
      ? [setting({ kind: 'exemption', what: 'not-applicable' }, { ...rule, acceptsNotApplicable: false })]
      : []),
    ...(acceptsNotOccurred
      ? [setting({ kind: 'exemption', what: 'did-not-occur' }, { ...rule, acceptsNotOccurred: false })]
      : []),
    ...days.map(({ from, to }) => setting({ kind: 'due', from, to }, { ...rule, due: to })),
  ];
};

const alterSide = (rule: Rule, side: 'when' | 'require'): readonly Mutant[] => {
  const checked = rule[side];
  return checked === undefined
    ? []
    : alter(checked).map(({ mutation, expression }) => ({ mutation, side, rule: { ...rule, [side]: expression } }));
};

/** Every rule that differs from a given one in one respect. */
export const mutantsOf = (rule: Rule): readonly Mutant[] => {
  const { when, ...always } = rule;
  const dropped: Mutant = { mutation: { kind: 'condition-dropped' }, side: 'when', rule: always };
  return [
    ...(when === undefined ? [] : [dropped]),
    ...alterSide(rule, 'when'),
    ...alterSide(rule, 'require'),
    ...alterSettings(rule),
  ];
};
