import { exact, over, rounded, times } from './exact.ts';
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
