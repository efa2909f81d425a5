import {
  decimalOf,
  type Exact,
  exact,
  isAbove,
  over,
  type Rounding,
  rounded,
  sumExact,
  times,
} from '../model/base/exact.ts';
import type { Decimal } from '../model/base/value.ts';

/** A score of one centre among many; the ends are the same when it is settled. */
export interface Scored {
  readonly id: string;
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The places that a centre may take; those with the same score share one, and the next is left out. */
export interface Ranked {
  readonly id: string;
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

export const rank = (scores: readonly Scored[]): readonly Ranked[] =>
  scores.map(own => {
    const others = scores.filter(other => other !== own);
    return {
      id: own.id,
      best: 1 + others.filter(other => isAbove(other.low, own.high)).length,
      worst: 1 + others.filter(other => isAbove(other.high, own.low)).length,
      of: scores.length,
    };
  });

/** A place as its share of all places, in percent: 3rd of 12 is 25. */
export const percentOf = (place: number, of: number): Exact => over(times(exact(place), exact(100)), exact(of));

/** The centres that surely stand among the first, or the last, `n`: 红榜, 黑榜. Those that share a place are not ordered. */
export const among = (ranked: readonly Ranked[], n: number, end: 'first' | 'last'): readonly string[] =>
  ranked.filter(({ best, worst, of }) => (end === 'first' ? worst <= n : best > of - n)).map(({ id }) => id);

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
