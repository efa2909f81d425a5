import type { Location } from '../model/base/location.ts';
import type { Fact, RecordsValue, TermsValue, Value } from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { Expression, FactReference, Test } from '../model/standard/expression.ts';
import type { Rule } from '../model/standard/pack.ts';

/** What a made-up profile declares: facts of the centre by id, or the fields of one record. */
export type Facts = ReadonlyMap<string, Fact>;

const NOWHERE: Location = { file: '', line: 1, column: 1 };

export const declared = (value: Value): Fact => ({ state: 'declared', value, location: NOWHERE });

export const absent = (state: 'undeclared' | 'not-applicable' | 'did-not-occur'): Fact => ({
  state,
  location: NOWHERE,
});

export const termsOf = (list: string, codes: Iterable<string>): TermsValue => ({
  type: 'terms',
  list,
  terms: [...codes].map(code => ({ code, location: NOWHERE })),
});

export const recordsOf = (items: readonly Facts[]): RecordsValue => ({
  type: 'records',
  items: items.map((facts, index) => ({ key: String(index + 1), location: NOWHERE, facts })),
});

export const profileOf = (facts: Facts): Profile => ({
  path: '',
  sha256: '',
  center: {},
  facts,
  places: new Map(),
  root: NOWHERE,
});

export const valueIn = (facts: Facts, id: string): Value | undefined => {
  const fact = facts.get(id);
  return fact?.state === 'declared' ? fact.value : undefined;
};

/** A test with the fact it is asked of. */
export interface Atom {
  readonly fact: FactReference;
  readonly test: Test;
}

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

/** Every test in an expression, however deep. A `count` is a test of its list. */
export const atomsOf = (expression: Expression): readonly Atom[] => {
  if (expression.kind === 'test') return [expression];
  const inner = partsOf(expression).flatMap(atomsOf);
  if (expression.kind !== 'count') return inner;
  const fact: FactReference = { scope: 'center', id: expression.records };
  return [...inner, ...expression.tests.map(test => ({ fact, test: { op: 'count', tests: [test] } as const }))];
};

/** Both sides of a rule: its condition, if it has one, and its requirement. */
export const sidesOf = (rule: Pick<Rule, 'when' | 'require'>): readonly Expression[] =>
  rule.when ? [rule.when, rule.require] : [rule.require];

const recordsIn = (expression: Expression): readonly string[] => [
  ...('records' in expression ? [expression.records] : []),
  ...partsOf(expression).flatMap(recordsIn),
];

/** The facts of the centre whose values a test takes for its figures. */
export const operandFacts = (test: Test): readonly string[] => {
  const operands = [
    ...('operand' in test ? [test.operand] : []),
    ...('operands' in test ? test.operands : []),
    ...('low' in test ? [test.low, test.high] : []),
  ];
  const nested = test.op === 'count' ? test.tests.flatMap(operandFacts) : test.op === 'covers' ? [test.fact] : [];
  return [...operands.flatMap(operand => (operand.kind === 'fact' ? [operand.fact] : [])), ...nested];
};

const centerFact = ({ fact }: Atom): readonly string[] => {
  if (fact.scope === 'item') return [];
  return [fact.scope === 'all-items' ? (fact.id.split('.')[0] ?? fact.id) : fact.id];
};

/** The facts of the centre that an expression looks at, each once; a list of records counts as one fact. */
export const factsOf = (...expressions: readonly Expression[]): readonly string[] => {
  const atoms = expressions.flatMap(atomsOf);
  const ids = [
    ...expressions.flatMap(recordsIn),
    ...atoms.flatMap(centerFact),
    ...atoms.flatMap(atom => operandFacts(atom.test)),
  ];
  return [...new Set(ids)];
};
