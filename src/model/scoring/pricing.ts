import {
  compareExact,
  type Exact,
  exact,
  greater,
  lesser,
  minus,
  over,
  plus,
  startedIn,
  times,
  wholesIn,
  ZERO,
} from '../base/exact.ts';
import type { Decimal } from '../base/value.ts';
import type { Band, Edge, Escalation, Steps } from './scorecard.ts';

/** How many steps of `per` a figure holds. */
export const unitsIn = (figure: Exact, per: Decimal, steps: Steps): Exact => {
  const quotient = over(figure, exact(per));
  return steps === 'full' ? wholesIn(quotient) : steps === 'started' ? startedIn(quotient) : quotient;
};

export interface Pricing {
  readonly points: Decimal;
  readonly then: readonly Escalation[];
}

/** What so many cost: the first ones at the first price, those after each threshold at its own. */
export const priceOf = (units: Exact, { points, then }: Pricing): Exact => {
  const whole = then.findLast(({ after, applies }) => applies === 'all' && compareExact(units, exact(after)) > 0);
  if (whole !== undefined) return times(units, exact(whole.points));
  const further = then.filter(({ applies }) => applies === 'further');
  const starts = [{ after: 0, points }, ...further];
  return starts.reduce((sum, { after, points: price }, index) => {
    const next = starts[index + 1];
    const here = minus(next === undefined ? units : lesser(units, exact(next.after)), exact(after));
    return plus(sum, times(greater(here, ZERO), exact(price)));
  }, ZERO);
};

const above = (figure: Exact, edge: Edge | undefined): boolean => {
  const sign = edge === undefined ? 1 : compareExact(figure, exact(edge.at));
  return sign > 0 || (sign === 0 && edge?.included === true);
};

const below = (figure: Exact, edge: Edge | undefined): boolean => {
  const sign = edge === undefined ? -1 : compareExact(figure, exact(edge.at));
  return sign < 0 || (sign === 0 && edge?.included === true);
};

export const inBand = (figure: Exact, band: Band): boolean => above(figure, band.low) && below(figure, band.high);

/** Whether any figure from `low` to `high` (null: without end) lies in a band. */
export const reachesBand = (low: Exact, high: Exact | null, band: Band): boolean =>
  below(low, band.high) && (high === null || above(high, band.low));
