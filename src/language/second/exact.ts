import { dayNumber } from '../../model/base/day.ts';
import { memoized } from '../../model/base/memo.ts';
import { type UnitCode, unitNamed } from '../../model/base/unit.ts';
import type { Decimal, ScalarValue } from '../../model/base/value.ts';

const PLACES = 20;

/** A decimal as a whole number of 10⁻²⁰. */
const scaled = memoized((decimal: Decimal): bigint => {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(PLACES, '0').slice(0, PLACES));
  return decimal.startsWith('-') ? -digits : digits;
});

const ONE = 10n ** BigInt(PLACES);

/** An amount in the first unit of its dimension, whose factor may be a fraction. */
const product = (amount: Decimal, factor: string): bigint => {
  const [over = '1', under = '1'] = factor.split('/');
  return (scaled(amount) * scaled(over)) / scaled(under);
};

/** Where a value lies on the line of its kind: exact, whatever its unit. */
export const measure = (value: ScalarValue): bigint | undefined => {
  switch (value.type) {
    case 'quantity':
      return product(value.amount, unitNamed(value.unit).factor);
    case 'count':
    case 'percent':
      return scaled(value.amount);
    case 'date':
      return BigInt(dayNumber(value.value));
    case 'time':
      return BigInt(value.value.slice(0, 2)) * 60n + BigInt(value.value.slice(3));
    case 'size':
    case 'yes_no':
    case 'hours':
    case 'text':
    case 'term':
      return undefined;
  }
};

const tidy = (text: string): string => [...text.normalize('NFKC')].filter(char => char.trim() !== '').join('');

/** What two values must share to be the same. */
export const identity = (value: ScalarValue): string => {
  switch (value.type) {
    case 'size': {
      const [a, b] = value.sides.map(side => product(side, unitNamed(value.unit).factor));
      return [a ?? 0n, b ?? 0n].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)).join('x');
    }
    case 'term':
      return value.code;
    case 'yes_no':
      return String(value.value);
    case 'hours':
      return value.value;
    case 'text':
      return tidy(value.value);
    case 'count':
    case 'quantity':
    case 'percent':
    case 'date':
    case 'time':
      return String(measure(value));
  }
};

/** So many times as much; with a unit, so much of it for each. */
export const multiple = (value: ScalarValue, times: Decimal, unit?: UnitCode): bigint | undefined => {
  const amount = measure(value);
  const each = unit === undefined ? scaled(times) : product(times, unitNamed(unit).factor);
  return amount === undefined ? undefined : (amount * each) / ONE;
};
