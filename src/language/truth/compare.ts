import { dayNumber } from '../../model/base/day.ts';
import {
  compareExact,
  decimalOf,
  distance,
  type Exact,
  exact,
  nearDecimal,
  plus,
  times as product,
  startedIn,
} from '../../model/base/exact.ts';
import { minutesOf } from '../../model/base/times/hours.ts';
import { inFirstUnit, inUnit } from '../../model/base/unit.ts';
import type { Decimal, ScalarValue, SizeValue } from '../../model/base/value.ts';

/** Where a value lies on the line of its kind, whatever its unit. */
const position = (value: ScalarValue): Exact => {
  switch (value.type) {
    case 'quantity':
      return inFirstUnit(value.amount, value.unit);
    case 'count':
    case 'percent':
      return exact(value.amount);
    case 'date':
      return exact(dayNumber(value.value));
    case 'time':
      return exact(minutesOf(value.value));
    case 'size':
    case 'yes_no':
    case 'hours':
    case 'text':
    case 'term':
      throw new Error(`a ${value.type} has no order`);
  }
};

/** Negative, zero or positive as `a` is below, equal to or above `b`; exact, whatever their units. */
export const compare = (a: ScalarValue, b: ScalarValue): number => compareExact(position(a), position(b));

/** How far `a` is from `b`, in the unit of `b`; dates in days. */
export const gapBetween = (a: ScalarValue, b: ScalarValue): ScalarValue => {
  const apart = distance(position(a), position(b));
  if (b.type === 'quantity') return { ...b, amount: nearDecimal(inUnit(apart, b.unit)) };
  if (b.type === 'time') return { type: 'quantity', amount: nearDecimal(apart), unit: 'min' };
  if (b.type === 'percent') return { type: 'percent', amount: nearDecimal(apart) };
  // Nothing is there in part: 0.6 of a window is one more.
  return { type: 'count', amount: nearDecimal(startedIn(apart)) };
};

const sortedSides = (size: SizeValue): readonly Exact[] =>
  size.sides.map(side => inFirstUnit(side, size.unit)).sort(compareExact);

const sameSize = (a: SizeValue, b: SizeValue): boolean => {
  const other = sortedSides(b);
  return sortedSides(a).every((side, index) => {
    const beside = other[index];
    return beside !== undefined && compareExact(side, beside) === 0;
  });
};

/** Whether two values of one type are the same; a size is the same whichever side comes first. */
export const equal = (a: ScalarValue, b: ScalarValue): boolean => {
  if (a.type === 'size' && b.type === 'size') return sameSize(a, b);
  if (a.type === 'term' && b.type === 'term') return a.code === b.code;
  if (a.type === 'yes_no' && b.type === 'yes_no') return a.value === b.value;
  if (a.type === 'hours' && b.type === 'hours') return a.value === b.value;
  if (a.type === 'text' && b.type === 'text') return comparable(a.value) === comparable(b.value);
  return a.type === b.type && compare(a, b) === 0;
};

/** A text as it is compared: width of characters, white space and quotation marks say nothing. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/[\s"“”「」『』]+/gu, '');

/** Two figures of one kind added up, in the unit of the first. */
export const sum = (a: ScalarValue, b: ScalarValue): ScalarValue => {
  if (!('amount' in a)) throw new Error(`a ${a.type} does not add up`);
  const total = plus(position(a), position(b));
  return { ...a, amount: nearDecimal(a.type === 'quantity' ? inUnit(total, a.unit) : total) };
};

export const times = (value: ScalarValue, factor: Decimal): ScalarValue =>
  'amount' in value ? { ...value, amount: decimalOf(product(exact(value.amount), exact(factor))) } : value;
