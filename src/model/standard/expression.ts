import type { Calendar } from '../base/day.ts';
import { keptFor } from '../base/memo.ts';
import { each, type NonEmpty } from '../base/text.ts';
import type { UnitCode } from '../base/unit.ts';
import type { Decimal, ScalarValue } from '../base/value.ts';

/**
 * Another fact, `times` as much; with a unit, so much for each that it counts. `item`: a field of the record at hand and no
 * fact of the centre. `share`: a part of a whole, which says nothing where the whole is 0.
 */
export interface FactOperand {
  readonly kind: 'fact';
  readonly fact: string;
  readonly times: Decimal;
  readonly unit?: UnitCode;
  readonly item?: true;
  readonly share?: true;
}

/** What holds for figures below one, or for certain terms; the last of several holds for all the others. */
export interface Band {
  readonly below?: ScalarValue;
  readonly among?: NonEmpty<ScalarValue>;
  readonly is: Operand;
}

/**
 * What a value is held against: a figure of the rule's own, another fact, several added up, or what the band of
 * another fact says, or the number of what it lists (`counted`). `also` has the codes of other terms that the pack takes for the one asked.
 */
export type Operand =
  | { readonly kind: 'value'; readonly value: ScalarValue; readonly also?: NonEmpty<string> }
  | FactOperand
  | { readonly kind: 'sum'; readonly of: NonEmpty<Operand> }
  | { readonly kind: 'bands'; readonly by: string; readonly counted?: true; readonly bands: NonEmpty<Band> };

/** The operands directly inside another. */
export const operandsIn = (operand: Operand): readonly Operand[] => {
  if (operand.kind === 'sum') return operand.of;
  return operand.kind === 'bands' ? operand.bands.map(({ is }) => is) : [];
};

/** The facts of the centre that an operand takes its figure from. */
const centerFactsOfOperand = (operand: Operand): readonly string[] => {
  const own = operand.kind === 'fact' && operand.item ? [] : ownFact(operand);
  return [...own, ...operandsIn(operand).flatMap(centerFactsOfOperand)];
};

const ownFact = (operand: Operand): readonly string[] =>
  operand.kind === 'fact' ? [operand.fact] : operand.kind === 'bands' ? [operand.by] : [];

/** The facts and fields that an operand takes its figure from. */
const factsOfOperand = (operand: Operand): readonly string[] => [
  ...ownFact(operand),
  ...operandsIn(operand).flatMap(factsOfOperand),
];

/** For a term, the others of its list that count as it. */
export type Also = Readonly<Record<string, NonEmpty<string>>>;

export interface TermSet {
  readonly list: string;
  readonly codes: NonEmpty<string>;
  readonly also?: Also;
}

/** A question put to a fact: `op` names its operator, all of which is told in one file of the room of the language. */
export type Test =
  | FigureTest
  | RangeTest
  | ChoiceTest
  | PatternTest
  | TermsTest
  | NumberTest
  | ElapsedTest
  | AnswerTest;

export interface FigureTest {
  readonly op: string;
  readonly operand: Operand;
}

export interface RangeTest {
  readonly op: string;
  readonly low: Operand;
  readonly high: Operand;
}

export interface ChoiceTest {
  readonly op: string;
  readonly operands: NonEmpty<Operand>;
}

export interface PatternTest {
  readonly op: string;
  readonly pattern: string;
}

/** Asked of which terms a list holds; of those named, `atLeast` so many. */
export interface TermsTest {
  readonly op: string;
  readonly terms: TermSet;
  readonly atLeast?: number;
}

/** Asked of a figure that is reckoned from the value: how many things there are, how long a place is open. */
export interface NumberTest {
  readonly op: string;
  readonly tests: NonEmpty<Test>;
}

/** Asked of the days that have passed since another date: of working days, those that a calendar counts. */
export interface ElapsedTest extends NumberTest {
  readonly from: Operand;
  readonly calendar?: Calendar;
}

/** Asked of whether anything is there at all. */
export interface AnswerTest {
  readonly op: string;
  readonly wanted: boolean;
}

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
  | {
      readonly kind: 'test';
      readonly fact: FactReference;
      readonly test: Test;
      /** What is added to the fact before the test is asked: other facts, each so many times. */
      readonly plus?: readonly FactOperand[];
    }
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

export type TestExpression = Extract<Expression, { kind: 'test' }>;
export type RecordsExpression = Extract<Expression, { records: string }>;

export const isTermsTest = (test: Test): test is TermsTest => 'terms' in test;

/** What a test is held against, the tests of a number within it too. */
export const operandsOf = (test: Test): readonly Operand[] => {
  if ('operand' in test) return [test.operand];
  if ('operands' in test) return test.operands;
  if ('low' in test) return [test.low, test.high];
  const from = 'from' in test ? [test.from] : [];
  return 'tests' in test ? [...from, ...test.tests.flatMap(operandsOf)] : [];
};

/** Other facts of the centre that a test takes its figures from. */
export const otherFactsOf = keptFor((test: Test): readonly string[] => operandsOf(test).flatMap(centerFactsOfOperand));

/** Fields of the record at hand that a test takes its figures from. */
export const otherFieldsOf = (test: Test): readonly string[] => {
  const facts = otherFactsOf(test);
  return operandsOf(test)
    .flatMap(factsOfOperand)
    .filter(id => !facts.includes(id));
};

/** A test held against other operands, each in the place of its own. */
export const withOperands = <T extends Test>(test: T, turn: (operand: Operand) => Operand): T => {
  if ('operand' in test) return { ...test, operand: turn(test.operand) };
  if ('low' in test) return { ...test, low: turn(test.low), high: turn(test.high) };
  if ('tests' in test) {
    const from = 'from' in test && { from: turn(test.from) };
    return { ...test, ...from, tests: each(test.tests, inner => withOperands(inner, turn)) };
  }
  if (!('operands' in test)) return test;
  const [first, ...rest] = test.operands;
  return { ...test, operands: [turn(first), ...rest.map(turn)] };
};

/** The expressions directly inside another. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of;
    case 'not':
      return [expression.of];
    case 'test':
      return [];
    case 'every':
    case 'some':
      return expression.where ? [expression.where, expression.have] : [expression.have];
    case 'count':
      return expression.where ? [expression.where] : [];
  }
};

/** An expression with all that is inside it, however deep. */
export const everyPart = (expression: Expression): readonly Expression[] => [
  expression,
  ...partsOf(expression).flatMap(everyPart),
];

const askedOf = (expression: Expression): readonly string[] =>
  expression.kind === 'test' ? [expression.fact.id] : 'records' in expression ? [expression.records] : [];

/** The facts that are added to the one a test is asked of. */
export const addedTo = ({ plus = [] }: { readonly plus?: readonly FactOperand[] }): readonly string[] =>
  plus.map(({ fact }) => fact);

const askedBesides = (expression: Expression): readonly string[] => {
  if (expression.kind === 'test')
    return [...addedTo(expression), ...otherFactsOf(expression.test), ...otherFieldsOf(expression.test)];
  if (expression.kind === 'count') return expression.tests.flatMap(otherFactsOf);
  return expression.kind === 'every' ? expression.alike : [];
};

const allFactsIn = (expression: Expression): readonly string[] => [
  ...askedOf(expression),
  ...partsOf(expression).flatMap(allFactsIn),
  ...askedBesides(expression),
];

/** The ids of every fact and field that an expression looks at, in its order, each once. */
export const factsIn = keptFor((expression: Expression): readonly string[] => [...new Set(allFactsIn(expression))]);
