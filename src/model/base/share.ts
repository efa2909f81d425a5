import { compareExact, exact, greater, lesser, over, rounded, times, ZERO } from './exact.ts';
import type { Decimal } from './value.ts';

const HUNDRED = exact(100);

/** A part of a whole in percent, cut to one place. Many centres have the same few shares: each is reckoned once. */
export const makePercent = (): ((part: Decimal, whole: Decimal) => Decimal) => {
  const known = new Map<string, Decimal>();
  return (part, whole) => {
    const key = `${part}/${whole}`;
    const share = known.get(key) ?? rounded(times(over(exact(part), exact(whole)), HUNDRED), 1, 'down');
    known.set(key, share);
    return share;
  };
};

/** Where a figure stands between nothing and the most, in percent, for a drawing. */
export const share = (part: Decimal, whole: Decimal): Decimal => {
  if (compareExact(exact(whole), ZERO) <= 0) return '0';
  const percent = times(over(exact(part), exact(whole)), HUNDRED);
  return rounded(lesser(greater(percent, ZERO), HUNDRED), 3, 'down');
};
