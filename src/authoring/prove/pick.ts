import { shifted } from '../../language/operands/steps.ts';
import { codesTaken } from '../../language/operands/terms.ts';
import { operatorOf } from '../../language/operators.ts';
import { compareDecimals, decimalOf, exact, isWhole, startedIn, wholesIn } from '../../model/base/exact.ts';
import { keptFor } from '../../model/base/memo.ts';
import type { CountValue, ScalarValue, TermsValue, Value } from '../../model/base/value.ts';
import { isTermsTest, type Operand, operandsIn, operandsOf, type Test } from '../../model/standard/expression.ts';
import type { FieldDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { isRefusal, readScalar } from '../../read/profile/values.ts';
import { termsOf } from '../facts.ts';
import { hoursFor } from './opening.ts';

/** A test that a value must meet, or must not. Its operands are figures, never other facts. */
export interface Constraint {
  readonly test: Test;
  readonly wanted: boolean;
}

/** A value to declare, or what is said instead of one. */
export type Choice = { readonly value: Value } | 'absent' | 'did-not-occur';

const NO_FACTS = { facts: new Map() };

const meetsAll = (value: Value, constraints: readonly Constraint[]): boolean =>
  constraints.every(({ test, wanted }) => operatorOf(test).truth(test, value, NO_FACTS) === (wanted ? 1 : 0));

const STATES = { 'did-not-occur': 'did-not-occur', absent: 'undeclared' } as const;

/** Whether a fact that never occurred, or that is not declared at all, is what the constraints ask for. */
const allows = (choice: keyof typeof STATES, constraints: readonly Constraint[]): boolean =>
  constraints.every(({ test, wanted }) => operatorOf(test).truthOfState?.(test, STATES[choice]) === (wanted ? 1 : 0));

/** The first value that meets every constraint; undefined when there is none to be found. */
export const pick = (
  definition: FieldDefinition,
  constraints: readonly Constraint[],
  vocabulary: Vocabulary,
  preferred: readonly Value[] = [],
): Choice | undefined => {
  const value =
    definition.type === 'terms'
      ? pickTerms(definition.list, constraints, vocabulary, preferred)
      : firstThat(
          candidate => isPlausible(candidate, definition) && meetsAll(candidate, constraints),
          () => preferred,
          () => scalarCandidates(definition, constraints, vocabulary),
        );
  return value ? { value } : (['did-not-occur', 'absent'] as const).find(state => allows(state, constraints));
};

/** The first that will do; what comes later is made only where nothing before does. */
const firstThat = <T>(does: (value: T) => boolean, ...makes: readonly (() => readonly T[])[]): T | undefined => {
  for (const make of makes) {
    const found = make().find(does);
    if (found !== undefined) return found;
  }
  return undefined;
};

const isPlausible = (value: Value, definition: FieldDefinition): boolean => {
  const range = 'plausible' in definition ? definition.plausible : undefined;
  if (!('amount' in value)) return true;
  if (value.amount.startsWith('-')) return false;
  if (range === undefined || value.type === 'percent')
    return value.type !== 'percent' || compareDecimals(value.amount, '100') <= 0;
  const shown =
    definition.type === 'quantity' && value.type === 'quantity' ? `${value.amount}${value.unit}` : value.amount;
  return !isRefusal(readScalar(shown, definition));
};

const figuresIn = (operand: Operand): readonly ScalarValue[] => {
  if (operand.kind !== 'value') return operandsIn(operand).flatMap(figuresIn);
  const { value, also = [] } = operand;
  return [value, ...(value.type === 'term' ? also.map(code => ({ ...value, code })) : [])];
};

export const figuresOf = (test: Test): readonly ScalarValue[] =>
  'tests' in test ? [] : operandsOf(test).flatMap(figuresIn);

/** Nothing is there in part: the numbers on either side of a share of others. */
const wholesAround = (value: CountValue): readonly ScalarValue[] =>
  [wholesIn, startedIn].map(turn => ({ ...value, amount: decimalOf(turn(exact(value.amount))) }));

/** Values worth trying around the figures of tests: each figure, just below it and just above. */
export const aroundFigures = (tests: readonly Test[]): readonly ScalarValue[] => [
  ...hoursAround(tests),
  ...tests.flatMap(aroundOne),
];

/** A search asks the same tests over and over. */
const aroundOne = keptFor((test: Test): readonly ScalarValue[] =>
  'tests' in test ? (operatorOf(test).values?.(test, aroundFigures(test.tests)) ?? []) : aroundEach(figuresOf(test)),
);

const aroundEach = (figures: readonly ScalarValue[]): readonly ScalarValue[] =>
  figures.flatMap(value => {
    if (value.type === 'count' && !isWhole(exact(value.amount))) return wholesAround(value);
    const moved = 'amount' in value || ['date', 'time', 'size'].includes(value.type);
    return moved ? [value, shifted(value, -1), shifted(value, 1)] : [value];
  });

/** Opening hours at the edges of all that tests ask of them together. */
const hoursAround = (tests: readonly Test[]): readonly ScalarValue[] =>
  hoursFor(tests.flatMap(test => ('tests' in test ? [[test.op, aroundFigures(test.tests)] as const] : [])));

const exampleOf = keptFor((definition: FieldDefinition): readonly ScalarValue[] => {
  const read = definition.example === undefined ? 'unreadable-value' : readScalar(definition.example, definition);
  return isRefusal(read) ? [] : [read];
});

const scalarCandidates = (
  definition: FieldDefinition,
  constraints: readonly Constraint[],
  vocabulary: Vocabulary,
): readonly ScalarValue[] => {
  const tests = constraints.map(({ test }) => test);
  const parts = tests
    .filter(test => operatorOf(test).asksForPart)
    .flatMap(figuresOf)
    .map(part => ('value' in part ? String(part.value) : ''));
  const texts = tests.flatMap(test => operatorOf(test).texts?.(test, parts) ?? []);
  return [
    ...texts.map((value): ScalarValue => ({ type: 'text', value })),
    ...exampleOf(definition),
    ...aroundFigures(tests),
    ...defaults(definition, vocabulary),
  ];
};

const amounts = (...figures: readonly number[]): readonly string[] => figures.map(String);

const defaults = (definition: FieldDefinition, vocabulary: Vocabulary): readonly ScalarValue[] => {
  switch (definition.type) {
    case 'yes_no':
      return [true, false].map(value => ({ type: 'yes_no', value }));
    case 'term':
      return (vocabulary.list.get(definition.list)?.terms ?? []).map(({ code }) => ({
        type: 'term',
        list: definition.list,
        code,
      }));
    case 'date':
      return ['2020-01-01', '2030-01-01'].map(value => ({ type: 'date', value }));
    case 'time':
      return ['09:00', '17:00'].map(value => ({ type: 'time', value }));
    case 'text':
      return ['某某', ''].map(value => ({ type: 'text', value }));
    case 'percent':
      return amounts(100, 50, 0).map(amount => ({ type: 'percent', amount }));
    case 'count':
      return amounts(1, 2, 0, ...bounds(definition.plausible)).map(amount => ({ type: 'count', amount }));
    case 'quantity':
      return amounts(1, ...bounds(definition.plausible)).map(amount => ({
        type: 'quantity',
        amount,
        unit: definition.unit,
      }));
    case 'size':
      return [{ type: 'size', sides: ['10', '20'], unit: definition.unit }];
    case 'hours':
    case 'terms':
      return [];
  }
};

const bounds = (plausible: readonly [string, string] | undefined): readonly number[] => (plausible ?? []).map(Number);

/** What the constraints say of a set of codes. */
interface Wishes {
  readonly must: Set<string>;
  readonly never: Set<string>;
  only: ReadonlySet<string> | undefined;
}

const pickTerms = (
  list: string,
  constraints: readonly Constraint[],
  vocabulary: Vocabulary,
  preferred: readonly Value[],
): TermsValue | undefined => {
  const known = (vocabulary.list.get(list)?.terms ?? []).map(({ code }) => code);
  const kept = preferred.find((value): value is TermsValue => value.type === 'terms' && meetsAll(value, constraints));
  if (kept !== undefined) return kept;
  const wishes: Wishes = { must: new Set(), never: new Set(), only: undefined };
  for (const constraint of constraints) wish(constraint, wishes);
  const allowed = known.filter(code => !wishes.never.has(code) && (wishes.only?.has(code) ?? true));
  const fixed = [...wishes.must];
  const spare = allowed.filter(code => !wishes.must.has(code));
  const base = termsOf(list, fixed);
  if (meetsAll(base, constraints)) return base;
  const tried = firstThat<readonly string[]>(
    codes => meetsAll(termsOf(list, codes), constraints),
    () => spare.map(code => [...fixed, code]),
    () => spare.map((_, index) => [...fixed, ...spare.slice(0, index + 2)]),
    () => [[...fixed, 'other:其他']],
    () => fixed.map(code => fixed.filter(other => other !== code)),
    () => fixed.map(code => known.filter(other => other !== code)),
    () => [[]],
  );
  return tried && termsOf(list, tried);
};

const wish = ({ test, wanted }: Constraint, wishes: Wishes): void => {
  const demand = operatorOf(test).demand?.(test, wanted);
  if (!isTermsTest(test) || demand === undefined) return;
  const { codes } = test.terms;
  const taken = codesTaken(test.terms);
  if (demand.kind === 'within')
    wishes.only = new Set(wishes.only === undefined ? taken : taken.filter(code => wishes.only?.has(code)));
  if (demand.kind === 'hold' && demand.n === codes.length) for (const code of codes) wishes.must.add(code);
  if (demand.kind === 'lack' && demand.n === codes.length) for (const code of taken) wishes.never.add(code);
};
