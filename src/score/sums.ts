import { decimalOf, exact, sumExact } from '../model/base/exact.ts';
import type { Decimal } from '../model/base/value.ts';

/** Amounts of points are short: as whole numbers of ten-thousandths they are added without loss. */
const PLACES = 4;
const SCALE = 10 ** PLACES;
const SHORT = /^-?\d{1,9}(?:\.\d{1,4})?$/;
const MOST = 2_000;

const known = new Map<Decimal, number>();

/** In ten-thousandths; not a number where an amount is longer than that. */
const unitsOf = (amount: Decimal): number => {
  const found = known.get(amount);
  if (found !== undefined) return found;
  const units = SHORT.test(amount) ? Math.round(Number(amount) * SCALE) : Number.NaN;
  if (known.size >= MOST) known.clear();
  known.set(amount, units);
  return units;
};

const written = (units: number): Decimal => {
  const [size, sign] = [Math.abs(units), units < 0 ? '-' : ''];
  const rest = String(size % SCALE)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.trunc(size / SCALE)}${rest === '' ? '' : `.${rest}`}`;
};

/** The sum of amounts reckoned as exact figures. */
export const plainSum = (amounts: readonly Decimal[]): Decimal => decimalOf(sumExact(amounts.map(exact)));

export const sumOf = (amounts: readonly Decimal[]): Decimal => {
  let units = 0;
  for (const amount of amounts) units += unitsOf(amount);
  return Number.isSafeInteger(units) ? written(units) : plainSum(amounts);
};
