import { shiftDay } from '../../model/base/day.ts';
import { decimalOf, exact, plus, times as product } from '../../model/base/exact.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import { clockOf, minutesOf } from '../../model/base/times/hours.ts';
import type { Decimal, ScalarValue } from '../../model/base/value.ts';
import type { Band, FactOperand, Operand } from '../../model/standard/expression.ts';
import type { TestMutation } from '../operator.ts';
import { type Facts, valueIn } from '../second/world.ts';
import { sum, times } from '../truth/compare.ts';
import { amountOf, isInBand, isOfNothing, multiplied } from '../truth/limits.ts';

/** What is taken away where the other is added. */
export const negated = (operand: FactOperand): FactOperand => ({
  ...operand,
  times: decimalOf(product(exact(operand.times), exact('-1'))),
});

/** Any operand taken away: figures and sums of facts. */
export const negatedOperand = (operand: Operand): Operand => {
  if (operand.kind === 'fact') return negated(operand);
  if (operand.kind === 'value') {
    const { value } = operand;
    return { kind: 'value', value: times(value, '-1') };
  }
  if (operand.kind === 'bands') {
    const [first, ...rest] = operand.bands.map(band => ({ ...band, is: negatedOperand(band.is) }));
    return first === undefined ? operand : { ...operand, bands: [first, ...rest] };
  }
  const [first, ...rest] = operand.of;
  return { kind: 'sum', of: [negatedOperand(first), ...rest.map(negatedOperand)] };
};

/** A value moved by a step: a hundredth of its unit, one of its kind, one day. */
export const shifted = (
  value: ScalarValue,
  steps: number,
  step = value.type === 'count' ? '1' : '0.01',
): ScalarValue => {
  if (value.type === 'time') return { ...value, value: clockOf(minutesOf(value.value) + steps) };
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

const timesChanged = (operand: FactOperand): readonly AlteredOperand[] =>
  BOTH_WAYS.map(steps => {
    const [from, to] = [operand.times, moved(operand.times, steps, lastPlace(operand.times))];
    return { mutation: { kind: 'times', from, to }, operand: { ...operand, times: to } };
  });

/** Each part of something changed, with the whole around it. */
const eachOf = <T extends object>(
  parts: NonEmpty<T>,
  changes: (part: T) => readonly { readonly mutation: TestMutation; readonly part: T }[],
  whole: (parts: NonEmpty<T>) => Operand,
): readonly AlteredOperand[] =>
  parts.flatMap((part, index) =>
    changes(part).flatMap(({ mutation, part: other }) => {
      const all: readonly T[] = parts.with(index, other);
      return isNonEmpty(all) ? [{ mutation, operand: whole(all) }] : [];
    }),
  );

const bandChanges = (band: Band): readonly { readonly mutation: TestMutation; readonly part: Band }[] => {
  const edges = band.below === undefined ? [] : operandChanges({ kind: 'value', value: band.below });
  return [
    ...operandChanges(band.is).map(({ mutation, operand }) => ({ mutation, part: { ...band, is: operand } })),
    ...edges.flatMap(({ mutation, operand }) =>
      operand.kind === 'value' ? [{ mutation, part: { ...band, below: operand.value } }] : [],
    ),
  ];
};

/** An operand one step to either side, or turned round. */
export const operandChanges = (operand: Operand): readonly AlteredOperand[] => {
  if (operand.kind === 'fact') return timesChanged(operand);
  if (operand.kind === 'sum')
    return eachOf(
      operand.of,
      part => operandChanges(part).map(({ mutation, operand: other }) => ({ mutation, part: other })),
      of => ({ kind: 'sum', of }),
    );
  if (operand.kind === 'bands') return eachOf(operand.bands, bandChanges, bands => ({ ...operand, bands }));
  const { value } = operand;
  if (value.type === 'yes_no') {
    const turned: ScalarValue = { type: 'yes_no', value: !value.value };
    return [{ mutation: { kind: 'answer-turned' }, operand: { kind: 'value', value: turned } }];
  }
  if (!('amount' in value) && !['date', 'time', 'size'].includes(value.type)) return [];
  return BOTH_WAYS.map(steps => {
    const to = shifted(value, steps, 'amount' in value ? lastPlace(value.amount) : undefined);
    return { mutation: { kind: 'limit', from: value, to }, operand: { kind: 'value', value: to } };
  });
};

/** Operands that no longer take another term for theirs. */
export const operandsAlone = (operand: Operand): readonly AlteredOperand[] => {
  if (operand.kind !== 'value' || operand.value.type !== 'term' || operand.also === undefined) return [];
  const { value, also } = operand;
  return also.map((other): AlteredOperand => {
    const kept = also.filter(taken => taken !== other);
    return {
      mutation: { kind: 'counting-dropped', list: value.list, code: value.code, other },
      operand: { kind: 'value', value, ...(isNonEmpty(kept) && { also: kept }) },
    };
  });
};

/** An operand with the figures that other facts stand at in their place; itself where they are not known. */
export const settledIn = (facts: Facts, operand: Operand): Operand => {
  if (operand.kind === 'value') return operand;
  if (operand.kind === 'sum') {
    const [first, ...rest] = operand.of.map(part => settledIn(facts, part));
    const figures = [first, ...rest].flatMap(part => (part?.kind === 'value' ? [part.value] : []));
    return figures.length < operand.of.length ? operand : { kind: 'value', value: figures.reduce(sum) };
  }
  const value = valueIn(facts, operand.kind === 'fact' ? operand.fact : operand.by);
  if (value === undefined || (operand.kind === 'fact' && isOfNothing(operand, value))) return operand;
  if (operand.kind === 'fact') return { kind: 'value', value: multiplied(value, operand) };
  const band = operand.bands.find(each => isInBand(each, amountOf(value)));
  return band === undefined ? operand : settledIn(facts, band.is);
};
