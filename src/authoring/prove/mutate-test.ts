import { isNonEmpty } from '../../model/base/text.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { Also, Operand, Operator, Test } from '../../model/standard/expression.ts';
import { piecesOf } from './pattern.ts';
import { shifted } from './pick.ts';

/** What was done to one test. */
export type TestMutation =
  | { readonly kind: 'limit'; readonly from: ScalarValue; readonly to: ScalarValue }
  | { readonly kind: 'times'; readonly from: string; readonly to: string }
  | { readonly kind: 'operator'; readonly from: Operator; readonly to: Operator }
  | { readonly kind: 'term-dropped'; readonly list: string; readonly code: string }
  | { readonly kind: 'counting-dropped'; readonly list: string; readonly code: string; readonly other: string }
  | { readonly kind: 'value-dropped'; readonly value: ScalarValue }
  | { readonly kind: 'alternative-dropped'; readonly text: string }
  | { readonly kind: 'terms-number'; readonly from: number; readonly to: number }
  | { readonly kind: 'answer-turned' }
  | { readonly kind: 'test-dropped' };

export interface AlteredTest {
  readonly mutation: TestMutation;
  readonly test: Test;
}

const OTHER_OPERATORS: Readonly<Partial<Record<Operator, readonly Operator[]>>> = {
  at_least: ['more_than', 'at_most'],
  at_most: ['less_than', 'at_least'],
  more_than: ['at_least', 'less_than'],
  less_than: ['at_most', 'more_than'],
  by: ['since'],
  since: ['by'],
  include_all: ['include_any', 'include_none'],
  include_any: ['include_all', 'include_none'],
  include_none: ['include_all', 'include_any'],
  only: ['include_all', 'include_any'],
};

const operators = (test: Test): readonly AlteredTest[] => {
  const single = 'terms' in test && test.terms.codes.length === 1;
  const others = (OTHER_OPERATORS[test.op] ?? []).filter(
    to => !(single && ['include_all', 'include_any'].includes(test.op) && ['include_all', 'include_any'].includes(to)),
  );
  return others.map(to => ({ mutation: { kind: 'operator', from: test.op, to }, test: { ...test, op: to } as Test }));
};

/** The last place in which a figure is written: 200 → 1, 0.8 → 0.1. */
const lastPlace = (value: ScalarValue): string => {
  const places = 'amount' in value ? (value.amount.split('.')[1]?.length ?? 0) : 0;
  return places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`;
};

interface AlteredOperand {
  readonly mutation: TestMutation;
  readonly operand: Operand;
}

const operandChanges = (operand: Operand): readonly AlteredOperand[] => {
  if (operand.kind === 'fact')
    return [-1, 1].map(step => {
      const to = shifted(
        { type: 'count', amount: operand.times },
        step,
        lastPlace({ type: 'count', amount: operand.times }),
      );
      const times = to.type === 'count' ? to.amount : operand.times;
      return { mutation: { kind: 'times', from: operand.times, to: times }, operand: { ...operand, times } };
    });
  const { value } = operand;
  if (value.type === 'yes_no') {
    const turned: ScalarValue = { type: 'yes_no', value: !value.value };
    return [{ mutation: { kind: 'answer-turned' }, operand: { kind: 'value', value: turned } }];
  }
  if (!('amount' in value) && value.type !== 'date' && value.type !== 'size') return [];
  return [-1, 1].map(step => {
    const to = shifted(value, step, lastPlace(value));
    return { mutation: { kind: 'limit', from: value, to }, operand: { kind: 'value', value: to } };
  });
};

const operands = (test: Test): readonly AlteredTest[] => {
  if ('operand' in test && test.op !== 'contains')
    return operandChanges(test.operand).map(({ mutation, operand }) => ({ mutation, test: { ...test, operand } }));
  if (test.op === 'between')
    return [
      ...operandChanges(test.low).map(({ mutation, operand }) => ({ mutation, test: { ...test, low: operand } })),
      ...operandChanges(test.high).map(({ mutation, operand }) => ({ mutation, test: { ...test, high: operand } })),
    ];
  if (test.op !== 'one_of') return [];
  return test.operands.flatMap((given, index) =>
    operandChanges(given).map(({ mutation, operand }) => ({
      mutation,
      test: withOperands(test, test.operands.with(index, operand)),
    })),
  );
};

type OneOf = Extract<Test, { op: 'one_of' }>;

const withOperands = (test: OneOf, all: readonly Operand[]): OneOf =>
  isNonEmpty(all) ? { ...test, operands: all } : test;

/** Lists that lack one entry. */
const shorter = (test: Test): readonly AlteredTest[] => {
  if ('terms' in test && test.terms.codes.length > 1)
    return test.terms.codes.map(code => {
      const codes = test.terms.codes.filter(other => other !== code);
      const terms = isNonEmpty(codes) ? { ...test.terms, codes } : test.terms;
      return { mutation: { kind: 'term-dropped', list: terms.list, code }, test: { ...test, terms } };
    });
  if (test.op !== 'one_of' || test.operands.length < 2) return [];
  return test.operands.flatMap((operand, index): readonly AlteredTest[] =>
    operand.kind === 'value'
      ? [
          {
            mutation: { kind: 'value-dropped', value: operand.value },
            test: withOperands(test, test.operands.toSpliced(index, 1)),
          },
        ]
      : [],
  );
};

const NONE: Also = {};

const withoutOther = (also: Also, code: string, other: string): Also => {
  const { [code]: others = [], ...rest } = also;
  const kept = others.filter(taken => taken !== other);
  return isNonEmpty(kept) ? { ...rest, [code]: kept } : rest;
};

const pairsOf = (also: Also): readonly (readonly [code: string, other: string])[] =>
  Object.entries(also).flatMap(([code, others]) => others.map(other => [code, other] as const));

/** Operands that no longer take another term for theirs. */
const operandsAlone = (operand: Operand): readonly AlteredOperand[] => {
  if (operand.kind === 'fact' || operand.value.type !== 'term' || operand.also === undefined) return [];
  const { value, also } = operand;
  return also.map((other): AlteredOperand => {
    const kept = also.filter(taken => taken !== other);
    return {
      mutation: { kind: 'counting-dropped', list: value.list, code: value.code, other },
      operand: { kind: 'value', value, ...(isNonEmpty(kept) && { also: kept }) },
    };
  });
};

/** Tests in which a term that the pack takes for another no longer counts as it. */
const fewerCount = (test: Test): readonly AlteredTest[] => {
  if ('terms' in test)
    return pairsOf(test.terms.also ?? NONE).map(([code, other]) => ({
      mutation: { kind: 'counting-dropped', list: test.terms.list, code, other },
      test: { ...test, terms: { ...test.terms, also: withoutOther(test.terms.also ?? NONE, code, other) } },
    }));
  if (test.op === 'equals')
    return operandsAlone(test.operand).map(({ mutation, operand }) => ({ mutation, test: { ...test, operand } }));
  if (test.op !== 'one_of') return [];
  return test.operands.flatMap((given, index) =>
    operandsAlone(given).map(({ mutation, operand }) => ({
      mutation,
      test: withOperands(test, test.operands.with(index, operand)),
    })),
  );
};

const escaped = (text: string): string => text.replaceAll(/[\\()*#|]/gu, String.raw`\$&`);

const BLANKS = { any: '*', number: '#' } as const;

/** Patterns that lack one of their alternatives. */
const fewerAlternatives = (test: Test): readonly AlteredTest[] => {
  if (test.op !== 'matches') return [];
  const pieces = piecesOf(test.pattern);
  const write = (all: typeof pieces): string =>
    all
      .map(piece =>
        typeof piece === 'string'
          ? BLANKS[piece]
          : piece.length === 1
            ? escaped(piece[0] ?? '')
            : `(${piece.map(escaped).join('|')})`,
      )
      .join('');
  return pieces.flatMap((piece, place) =>
    typeof piece === 'string' || piece.length < 2
      ? []
      : piece.map(
          (text): AlteredTest => ({
            mutation: { kind: 'alternative-dropped', text },
            test: {
              op: 'matches',
              pattern: write(
                pieces.with(
                  place,
                  piece.filter(option => option !== text),
                ),
              ),
            },
          }),
        ),
  );
};

const numbers = (test: Test): readonly AlteredTest[] =>
  test.op !== 'include'
    ? []
    : [test.atLeast - 1, test.atLeast + 1]
        .filter(n => n >= 1 && n <= test.terms.codes.length)
        .map(n => ({ mutation: { kind: 'terms-number', from: test.atLeast, to: n }, test: { ...test, atLeast: n } }));

const presence = (test: Test): readonly AlteredTest[] =>
  'wanted' in test ? [{ mutation: { kind: 'answer-turned' }, test: { ...test, wanted: !test.wanted } }] : [];

/** A test that any declared value meets, in place of one that asks for certain values. */
const dropped = (test: Test): readonly AlteredTest[] =>
  ['equals', 'one_of', 'matches', 'contains', 'covers'].includes(test.op)
    ? [{ mutation: { kind: 'test-dropped' }, test: { op: 'occurred', wanted: true } }]
    : [];

const counted = (test: Test): readonly AlteredTest[] =>
  test.op !== 'count'
    ? []
    : test.tests.flatMap((given, index) =>
        mutateNumber(given).map(({ mutation, test: other }) => {
          const tests: readonly Test[] = test.tests.with(index, other);
          return { mutation, test: isNonEmpty(tests) ? { ...test, tests } : test };
        }),
      );

/** A test altered in one respect, in every way there is. */
export const mutateTest = (test: Test): readonly AlteredTest[] =>
  [operators, operands, shorter, fewerCount, fewerAlternatives, numbers, presence, dropped, counted].flatMap(
    alterations => alterations(test),
  );

/** A test of a number of things: there is always one, so that dropping the test would leave nothing to ask. */
export const mutateNumber = (test: Test): readonly AlteredTest[] =>
  mutateTest(test).filter(({ mutation }) => mutation.kind !== 'test-dropped');
