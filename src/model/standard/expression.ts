import type { NonEmpty } from '../base/text.ts';
import type { Decimal, ScalarValue } from '../base/value.ts';

/**
 * What a value is held against: a figure of the rule's own, or another fact, `times` as much. `also` has the codes of
 * other terms that the pack takes for the one asked.
 */
export type Operand =
  | { readonly kind: 'value'; readonly value: ScalarValue; readonly also?: NonEmpty<string> }
  | { readonly kind: 'fact'; readonly fact: string; readonly times: Decimal };

export type BoundOperator = 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'by' | 'since';

export type SetOperator = 'include_all' | 'include_any' | 'include_none' | 'only';

/** For a term, the others of its list that count as it. */
export type Also = Readonly<Record<string, NonEmpty<string>>>;

/** Codes of one list. */
export interface TermSet {
  readonly list: string;
  readonly codes: NonEmpty<string>;
  readonly also?: Also;
}

/** A term of a set with all that count as it. */
export const takenFor = ({ also }: TermSet, code: string): NonEmpty<string> => [code, ...(also?.[code] ?? [])];

/** Every code that says something of a set: its terms, and all that count as one. */
export const codesTaken = (terms: TermSet): readonly string[] => [
  ...new Set(terms.codes.flatMap(code => takenFor(terms, code))),
];

/** How many of some terms of a set one entry of a list can stand for at once. */
export const mostTakenFor = ({ also }: TermSet, codes: readonly string[]): number => {
  const others = new Set(codes.flatMap(code => also?.[code] ?? []));
  const standsFor = (other: string): number =>
    codes.filter(code => code === other || also?.[code]?.includes(other)).length;
  return Math.max(1, ...[...others].map(standsFor));
};

/** Asked of one value. */
export type ScalarTest =
  | { readonly op: BoundOperator; readonly operand: Operand }
  | { readonly op: 'between'; readonly low: Operand; readonly high: Operand }
  | { readonly op: 'equals'; readonly operand: Operand }
  | { readonly op: 'one_of'; readonly operands: NonEmpty<Operand> }
  | { readonly op: 'contains'; readonly operand: Operand }
  | { readonly op: 'matches'; readonly pattern: string };

/** Asked of which terms a list holds. */
export type SetTest =
  | { readonly op: SetOperator; readonly terms: TermSet }
  | { readonly op: 'include'; readonly atLeast: number; readonly terms: TermSet };

export type CountTest = { readonly op: 'count'; readonly tests: NonEmpty<Test> };

/** Asked of whether anything is stated, or declared, or has occurred, at all. */
export type PresenceTest = { readonly op: 'stated' | 'declared' | 'occurred'; readonly wanted: boolean };

/** Asked of whether a list holds every term that another fact holds. */
export type CoverTest = { readonly op: 'covers'; readonly fact: string };

export type Test = ScalarTest | SetTest | CountTest | PresenceTest | CoverTest;

export type Operator = Test['op'];

/**
 * Where a test finds its value: a fact of the centre, a field of the record at hand, or the values of one field over
 * all records of a list (`windows.kind` outside `every`, `some` and `count`).
 */
export interface FactReference {
  readonly scope: 'center' | 'item' | 'all-items';
  /** Over all records: whether an undeclared field may turn out to hold several terms, or just one. */
  readonly holdsMany?: boolean;
  /** The id in the vocabulary: `hall.usable_area`, `windows.kind`. */
  readonly id: string;
}

export type WhenEmpty = 'met' | 'unmet' | 'unknown';

export type Expression =
  | { readonly kind: 'all' | 'any'; readonly of: NonEmpty<Expression> }
  | { readonly kind: 'at_least'; readonly n: number; readonly of: NonEmpty<Expression> }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'test'; readonly fact: FactReference; readonly test: Test }
  | {
      readonly kind: 'every';
      readonly records: string;
      readonly where?: Expression;
      readonly have: Expression;
      readonly whenEmpty: WhenEmpty;
      /** Fields whose value must be one and the same in all records at hand. */
      readonly alike: readonly string[];
    }
  | { readonly kind: 'some'; readonly records: string; readonly where?: Expression; readonly have: Expression }
  | { readonly kind: 'count'; readonly records: string; readonly where?: Expression; readonly tests: NonEmpty<Test> };

export const isSetTest = (test: Test): test is SetTest => 'terms' in test;

export const isScalarTest = (test: Test): test is ScalarTest =>
  !isSetTest(test) && test.op !== 'count' && test.op !== 'covers' && !('wanted' in test);

const testsIn = (test: Test): readonly Test[] =>
  test.op === 'count' ? [test, ...test.tests.flatMap(testsIn)] : [test];

const operandsIn = (test: Test): readonly Operand[] => {
  if ('operand' in test) return [test.operand];
  if ('operands' in test) return test.operands;
  if (test.op === 'covers') return [{ kind: 'fact', fact: test.fact, times: '1' }];
  return test.op === 'between' ? [test.low, test.high] : [];
};

const factsOfTests = (tests: readonly Test[]): readonly string[] =>
  tests
    .flatMap(testsIn)
    .flatMap(operandsIn)
    .flatMap(operand => (operand.kind === 'fact' ? [operand.fact] : []));

/** The ids of every fact and field that an expression looks at, in its order, each once. */
export const factsIn = (expression: Expression): readonly string[] => [...new Set(allFactsIn(expression))];

const allFactsIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.flatMap(allFactsIn);
    case 'not':
      return allFactsIn(expression.of);
    case 'test':
      return [expression.fact.id, ...factsOfTests([expression.test])];
    case 'count':
      return [expression.records, ...parts(expression.where), ...factsOfTests(expression.tests)];
    case 'every':
      return [expression.records, ...parts(expression.where), ...parts(expression.have), ...expression.alike];
    case 'some':
      return [expression.records, ...parts(expression.where), ...parts(expression.have)];
  }
};

const parts = (expression: Expression | undefined): readonly string[] =>
  expression === undefined ? [] : allFactsIn(expression);
