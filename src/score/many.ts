import { decimalOf, type Exact, exact, over, type Rounding, rounded, sumExact, times } from '../model/base/exact.ts';
import type { Decimal } from '../model/base/value.ts';

/** A place as its share of all places, in percent: 3rd of 12 is 25. */
export const percentOf = (place: number, of: number): Exact => over(times(exact(place), exact(100)), exact(of));

interface Places {
  readonly places: number;
  readonly rounding: Rounding;
}

interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

const mean = (figures: readonly Decimal[], { places, rounding }: Places): Decimal =>
  rounded(over(sumExact(figures.map(exact)), exact(figures.length)), places, rounding);

/** The average of several scores; undefined of none. */
export const average = (scores: readonly Range[], rules: Places): Range | undefined =>
  scores.length === 0
    ? undefined
    : {
        low: mean(
          scores.map(({ low }) => low),
          rules,
        ),
        high: mean(
          scores.map(({ high }) => high),
          rules,
        ),
      };

export const sum = (scores: readonly Range[]): Range => ({
  low: decimalOf(sumExact(scores.map(({ low }) => exact(low)))),
  high: decimalOf(sumExact(scores.map(({ high }) => exact(high)))),
});
