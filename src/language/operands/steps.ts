import { shiftDay } from '../../model/base/day.ts';
import { decimalOf, exact, plus, times as product } from '../../model/base/exact.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { Decimal, ScalarValue } from '../../model/base/value.ts';
import type { Operand } from '../../model/standard/expression.ts';
import type { TestMutation } from '../operator.ts';
import type { Facts } from '../second/world.ts';
import { times } from '../truth/compare.ts';
import { amountOf } from '../truth/limits.ts';

/** A value moved by a step: a hundredth of its unit, one of its kind, one day. */
export const shifted = (
  value: ScalarValue,
  steps: number,
  step = value.type === 'count' ? '1' : '0.01',
): ScalarValue => {
  if (value.type === 'date') return { ...value, value: shiftDay(value.value, steps) };
  if (value.type === 'size') {
    const [a, b] = value.sides;
    return { ...value, sides: [moved(a, steps, '1'), b] };
  }
  return 'amount' in value ? { ...value, amount: moved(value.amount, steps, step) } : value;
};

const moved = (amount: Decimal, steps: number, step: Decimal): Decimal =>
  decimalOf(plus(exact(amount), product(exact(step), exact(steps))));

/** The last place in which a figure is written: 200 → 1, 0.8 → 0.1. */
const lastPlace = (amount: Decimal): Decimal => {
  const places = amount.split('.')[1]?.length ?? 0;
  return places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`;
};

export interface AlteredOperand {
  readonly mutation: TestMutation;
  readonly operand: Operand;
}

const BOTH_WAYS = [-1, 1];

/** An operand one step to either side, or turned round. */
export const operandChanges = (operand: Operand): readonly AlteredOperand[] => {
  if (operand.kind === 'fact')
    return BOTH_WAYS.map(steps => {
      const to = moved(operand.times, steps, lastPlace(operand.times));
      return { mutation: { kind: 'times', from: operand.times, to }, operand: { ...operand, times: to } };
    });
  const { value } = operand;
  if (value.type === 'yes_no') {
    const turned: ScalarValue = { type: 'yes_no', value: !value.value };
    return [{ mutation: { kind: 'answer-turned' }, operand: { kind: 'value', value: turned } }];
  }
  if (!('amount' in value) && value.type !== 'date' && value.type !== 'size') return [];
  return BOTH_WAYS.map(steps => {
    const to = shifted(value, steps, 'amount' in value ? lastPlace(value.amount) : undefined);
    return { mutation: { kind: 'limit', from: value, to }, operand: { kind: 'value', value: to } };
  });
};

/** Operands that no longer take another term for theirs. */
export const operandsAlone = (operand: Operand): readonly AlteredOperand[] => {
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

/** An operand with the figure that another fact stands at in its place. */
export const settledIn = (facts: Facts, operand: Operand): Operand => {
  const fact = operand.kind === 'fact' ? facts.get(operand.fact) : undefined;
  if (operand.kind === 'value' || fact?.state !== 'declared') return operand;
  return { kind: 'value', value: times(amountOf(fact.value), operand.times) };
};
