import {
  type Exact,
  exact,
  over,
  type Rounding,
  rounded,
  sumExact,
  sumOfDecimals,
  times,
} from '../model/base/exact.ts';
import type { Decimal } from '../model/base/value.ts';
import type { Range } from '../model/scoring/history.ts';

/** A place as its share of all places, in percent: 3rd of 12 is 25. */
export const percentOf = (place: number, of: number): Exact => over(times(exact(place), exact(100)), exact(of));

/** The average of several scores; undefined of none. */
export const average = (
  scores: readonly Range[],
  { places, rounding }: { readonly places: number; readonly rounding: Rounding },
): Range | undefined => {
  const mean = (end: keyof Range): Decimal =>
    rounded(over(sumExact(scores.map(score => exact(score[end]))), exact(scores.length)), places, rounding);
  return scores.length === 0 ? undefined : { low: mean('low'), high: mean('high') };
};

export const sum = (scores: readonly Range[]): Range => ({
  low: sumOfDecimals(scores.map(({ low }) => low)),
  high: sumOfDecimals(scores.map(({ high }) => high)),
});
