import { decimalOf, exact, times as product } from '../../model/base/exact.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import { type Expression, type Operand, operandsIn, partsOf, type Test } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import type { Side } from './figures.ts';

/** A figure that a rule asks, and on which side of it a value must be. */
export interface AskedFigure {
  readonly value: ScalarValue;
  readonly side: Side;
}

const SIDES: Readonly<Record<string, Side>> = {
  at_least: 'at_least',
  at_most: 'at_most',
  more_than: 'more_than',
  less_than: 'less_than',
  by: 'at_most',
  since: 'at_least',
};

const TURNED: Readonly<Partial<Record<Side, Side>>> = {
  at_least: 'less_than',
  at_most: 'more_than',
  more_than: 'at_most',
  less_than: 'at_least',
};

/** Figures of a rule's own: so much for each and shares of others too. */
const valuesOf = (operands: readonly Operand[]): readonly ScalarValue[] =>
  operands.flatMap((operand): readonly ScalarValue[] => {
    if (operand.kind === 'value') return [operand.value];
    if (operand.kind !== 'fact') return valuesOf(operandsIn(operand));
    const { times, unit } = operand;
    if (unit !== undefined) return [{ type: 'quantity', amount: times, unit }];
    const share = decimalOf(product(exact(times), exact('100')));
    return times.startsWith('0.') ? [{ type: 'percent', amount: share }] : [];
  });

const ofTest = (test: Test, turned: boolean): readonly AskedFigure[] => {
  if ('tests' in test) return test.tests.flatMap(inner => ofTest(inner, turned));
  if ('low' in test) return valuesOf([test.low, test.high]).map(value => ({ value, side: 'range' }));
  if ('operand' in test) {
    const side = SIDES[test.op] ?? 'stated';
    return valuesOf([test.operand]).map(value => ({ value, side: turned ? (TURNED[side] ?? side) : side }));
  }
  if ('operands' in test) return valuesOf(test.operands).map(value => ({ value, side: 'stated' }));
  return 'atLeast' in test && test.atLeast !== undefined
    ? [{ value: { type: 'count', amount: String(test.atLeast) }, side: 'at_least' }]
    : [];
};

const ofExpression = (expression: Expression, turned: boolean): readonly AskedFigure[] => {
  if (expression.kind === 'test') return ofTest(expression.test, turned);
  if (expression.kind === 'not') return ofExpression(expression.of, !turned);
  const counts = expression.kind === 'count' ? expression.tests.flatMap(test => ofTest(test, turned)) : [];
  const parts = 'where' in expression ? ('have' in expression ? [expression.have] : []) : partsOf(expression);
  return [...counts, ...parts.flatMap(part => ofExpression(part, turned))];
};

const MEASURED: readonly ScalarValue['type'][] = ['quantity', 'size', 'count', 'percent', 'date', 'time'];

const dateOf = (value: string, side: Side): AskedFigure => ({ value: { type: 'date', value }, side });

/** The figures and dates that a rule's requirement holds a centre to. */
export const askedFigures = ({ require, due, period }: Rule): readonly AskedFigure[] => [
  ...ofExpression(require, false).filter(({ value }) => MEASURED.includes(value.type)),
  ...(due === undefined ? [] : [dateOf(due, 'at_most')]),
  ...(period.from === undefined ? [] : [dateOf(period.from, 'at_least')]),
  ...(period.until === undefined ? [] : [dateOf(period.until, 'at_most')]),
];
