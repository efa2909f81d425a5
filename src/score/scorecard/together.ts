import { type Exact, exact, times, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Standing } from '../../model/scoring/points.ts';
import type { FoundRecord, RecordsFound } from '../../model/scoring/scorecard.ts';
import { addTo, isLess } from './ends.ts';

/** What one record costs or earns, at the least and at the most. */
export interface Price {
  readonly record: FoundRecord;
  readonly low: Exact;
  readonly high: Exact | null;
  /** How many times the plain price, where records count more as they come again. */
  readonly times?: readonly [low: Decimal, high: Decimal];
}

export const isCertain = ({ chosen }: FoundRecord): boolean => chosen === undefined || chosen.truth === 'met';

export const upTo = (amount: Exact | null, cap: string | undefined): Exact | null =>
  cap !== undefined && !isLess(amount, exact(cap)) ? exact(cap) : amount;

const timesAt = (number: number, { steps }: NonNullable<RecordsFound['again']>): Decimal =>
  steps.findLast(({ after }) => number > after)?.times ?? '1';

/** Whether two records are of the same person, window …: surely, perhaps, or not. */
const sameness = (a: FoundRecord, b: FoundRecord): 'yes' | 'maybe' | 'no' => {
  if (a.same === undefined) return 'yes';
  if (a.same === null || b.same === null) return 'maybe';
  return a.same === b.same ? 'yes' : 'no';
};

type StandingOf = (price: Price) => Standing;

/** Each record at so many times its price as there are records before it, in the order of the list. */
export const escalated = (
  prices: readonly Price[],
  { again, capEach }: RecordsFound,
  standingOf: StandingOf,
): readonly Price[] => {
  if (again === undefined) return prices;
  return prices.map((price, index) => {
    const before = prices.slice(0, index).map(other => ({
      standing: standingOf(other),
      same: sameness(price.record, other.record),
      certain: isCertain(other.record),
    }));
    const sure = before.filter(({ standing, same, certain }) => standing === 'counts' && same === 'yes' && certain);
    const possible = before.filter(({ standing, same }) => standing !== 'counted_elsewhere' && same !== 'no');
    const [low, high] = [timesAt(sure.length + 1, again), timesAt(possible.length + 1, again)];
    const dearest = price.high && times(price.high, exact(high));
    return {
      ...price,
      low: upTo(times(price.low, exact(low)), capEach) ?? price.low,
      high: upTo(dearest, capEach),
      times: [low, high] as const,
    };
  });
};

/** Prices added up and held below a cap. */
export const sumUpTo = (prices: readonly Price[], end: 'low' | 'high', cap: Decimal): Exact =>
  upTo(
    prices.reduce<Exact | null>((sum, price) => addTo(sum, price[end]), ZERO),
    cap,
  ) ?? exact(cap);
