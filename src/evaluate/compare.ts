import Big from 'big.js';
import { UNITS } from '../model/base/unit.ts';
import type { Decimal, ScalarValue, SizeValue } from '../model/base/value.ts';

const magnitude = (value: ScalarValue): Big | undefined => {
  switch (value.type) {
    case 'quantity':
      return new Big(value.amount).times(UNITS[value.unit].factor);
    case 'count':
    case 'percent':
      return new Big(value.amount);
    default:
      return undefined;
  }
};

const days = (date: string): Big => new Big(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

const position = (value: ScalarValue): Big => {
  const found = value.type === 'date' ? days(value.value) : magnitude(value);
  if (found === undefined) throw new Error(`a ${value.type} has no order`);
  return found;
};

/** Negative, zero or positive as `a` is below, equal to or above `b`; exact, whatever their units. */
export const compare = (a: ScalarValue, b: ScalarValue): number => position(a).cmp(position(b));

/** How far `a` is from `b`, in the unit of `b`; dates in days. */
export const gapBetween = (a: ScalarValue, b: ScalarValue): ScalarValue => {
  const distance = position(a).minus(position(b)).abs();
  switch (b.type) {
    case 'quantity':
      return { ...b, amount: distance.div(UNITS[b.unit].factor).toFixed() };
    case 'percent':
      return { type: 'percent', amount: distance.toFixed() };
    default:
      return { type: 'count', amount: distance.toFixed() };
  }
};

const sortedSides = (size: SizeValue): readonly Big[] =>
  size.sides.map(side => new Big(side).times(UNITS[size.unit].factor)).sort((a, b) => a.cmp(b));

const sameSize = (a: SizeValue, b: SizeValue): boolean => {
  const other = sortedSides(b);
  return sortedSides(a).every((side, index) => side.eq(other[index] ?? -1));
};

/** Whether two values of one type are the same; a size is the same whichever side comes first. */
export const equal = (a: ScalarValue, b: ScalarValue): boolean => {
  if (a.type === 'size' && b.type === 'size') return sameSize(a, b);
  if (a.type === 'term' && b.type === 'term') return a.code === b.code;
  if (a.type === 'yes_no' && b.type === 'yes_no') return a.value === b.value;
  if (a.type === 'text' && b.type === 'text') return comparable(a.value) === comparable(b.value);
  return a.type === b.type && compare(a, b) === 0;
};

/** A text as it is compared: width of characters, white space and quotation marks say nothing. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/[\s"“”「」『』]+/gu, '');

export const times = (value: ScalarValue, factor: Decimal): ScalarValue =>
  'amount' in value ? { ...value, amount: new Big(value.amount).times(factor).toFixed() } : value;
