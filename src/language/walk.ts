import type { NonEmpty } from '../model/base/text.ts';
import {
  addedTo,
  type Expression,
  everyPart,
  type FactOperand,
  type FactReference,
  otherFactsOf,
  partsOf,
  type RecordsExpression,
  type Test,
} from '../model/standard/expression.ts';

/** A part of an expression, and how the expression reads with another in its place. */
export interface Place {
  readonly part: Expression;
  readonly put: (part: Expression) => Expression;
}

/** Each part directly inside an expression, at its place. */
export const placesIn = (expression: Expression): readonly Place[] => {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.map((part, index) => ({
        part,
        put: other => ({ ...expression, of: withPart(expression.of, index, other) }),
      }));
    case 'not':
      return [{ part: expression.of, put: of => ({ kind: 'not', of }) }];
    case 'test':
      return [];
    case 'every':
    case 'some':
      return [...filterOf(expression), { part: expression.have, put: have => ({ ...expression, have }) }];
    case 'count':
      return filterOf(expression);
  }
};

const filterOf = (expression: RecordsExpression): readonly Place[] =>
  expression.where === undefined ? [] : [{ part: expression.where, put: where => ({ ...expression, where }) }];

const withPart = ([first, ...rest]: NonEmpty<Expression>, index: number, part: Expression): NonEmpty<Expression> =>
  index === 0 ? [part, ...rest] : [first, ...rest.with(index - 1, part)];

export interface Atom {
  readonly fact: FactReference;
  readonly test: Test;
  readonly plus?: readonly FactOperand[];
}

/** Every test in an expression, however deep. A `count` is a test of its list. */
export const atomsOf = (expression: Expression): readonly Atom[] => {
  if (expression.kind === 'test') return [expression];
  const inner = partsOf(expression).flatMap(atomsOf);
  if (expression.kind !== 'count') return inner;
  const fact: FactReference = { scope: 'center', id: expression.records };
  return [...inner, ...expression.tests.map(test => ({ fact, test: { op: 'count', tests: [test] } as const }))];
};

const recordsIn = (expression: Expression): readonly string[] =>
  everyPart(expression).flatMap(part => ('records' in part ? [part.records] : []));

const centerFact = ({ fact }: Atom): readonly string[] => {
  if (fact.scope === 'item') return [];
  return [fact.scope === 'all-items' ? (fact.id.split('.')[0] ?? fact.id) : fact.id];
};

/** The facts of the centre that an expression looks at, each once; a list of records counts as one fact. */
export const centerFactsOf = (...expressions: readonly Expression[]): readonly string[] => {
  const atoms = expressions.flatMap(atomsOf);
  const ids = [
    ...expressions.flatMap(recordsIn),
    ...atoms.flatMap(centerFact),
    ...atoms.flatMap(atom => [...addedTo(atom), ...otherFactsOf(atom.test)]),
  ];
  return [...new Set(ids)];
};
