import { compareExact, decimalOf, exact, minus, sumExact, times, ZERO } from '../model/exact.ts';
import type { Truth } from '../model/finding.ts';
import type { ItemResult, TableResult } from '../model/points.ts';
import type { Decimal } from '../model/value.ts';

/** What is lost in a row, at the least and at the most. */
const lossOf = ({ low, high, max }: ItemResult): { readonly least: Decimal; readonly most: Decimal } => ({
  least: decimalOf(minus(exact(max), exact(high.points))),
  most: decimalOf(minus(exact(max), exact(low.points))),
});

const isLoss = (amount: Decimal): boolean => compareExact(exact(amount), ZERO) > 0;

/** Whether points were lost in a row: surely, surely not, or open. */
const lost = (row: ItemResult | undefined): Truth => {
  if (row === undefined || row.low.excluded) return 'unmet';
  const { least, most } = lossOf(row);
  return isLoss(least) ? 'met' : isLoss(most) ? 'unknown' : 'unmet';
};

export interface Repeat {
  readonly item: string;
  /** In how many rounds running, up to the last one, points were surely lost. */
  readonly rounds: number;
  /** Whether an open row may make it more. */
  readonly open: boolean;
}

/** Rows in which one centre loses points again, from the earliest round to the latest. */
export const repeats = (rounds: readonly TableResult[]): readonly Repeat[] => {
  const latest = rounds.at(-1);
  const found = (latest?.items ?? []).map(({ item }) => {
    const truths = rounds.map(({ items }) => lost(items.find(row => row.item === item))).toReversed();
    const sure = truths.findIndex(truth => truth !== 'met');
    return { item, rounds: sure < 0 ? truths.length : sure, open: sure >= 0 && truths[sure] === 'unknown' };
  });
  return found.filter(({ rounds: times, open }) => times > 1 || (times === 1 && open));
};

export interface RepeatLoss {
  readonly item: string;
  readonly least: Decimal;
  readonly most: Decimal;
}

/** What repeating costs on top, where a loss repeated from the round before counts `factor` times. */
export const repeatLosses = (rounds: readonly TableResult[], factor: Decimal): readonly RepeatLoss[] => {
  const [before, now] = rounds.slice(-2);
  if (before === undefined || now === undefined) return [];
  const more = minus(exact(factor), exact(1));
  return now.items.flatMap(row => {
    const earlier = lost(before.items.find(({ item }) => item === row.item));
    const { least, most } = lossOf(row);
    if (earlier === 'unmet' || row.low.excluded || !isLoss(most)) return [];
    const extra = (amount: Decimal): Decimal => decimalOf(times(exact(amount), more));
    return [{ item: row.item, least: earlier === 'met' ? extra(least) : '0', most: extra(most) }];
  });
};

/** The last score less what repeating costs. */
export const afterRepeats = (
  rounds: readonly TableResult[],
  factor: Decimal,
): { readonly low: Decimal; readonly high: Decimal } | undefined => {
  const now = rounds.at(-1);
  if (now === undefined) return undefined;
  const losses = repeatLosses(rounds, factor);
  const total = (amounts: readonly Decimal[]) => sumExact(amounts.map(exact));
  return {
    low: decimalOf(minus(exact(now.low.points), total(losses.map(({ most }) => most)))),
    high: decimalOf(minus(exact(now.high.points), total(losses.map(({ least }) => least)))),
  };
};

/** Whether the grade has been among the bad ones so many rounds running, up to the last. */
export const badRunning = (
  rounds: readonly Pick<TableResult, 'grade'>[],
  bad: readonly string[],
  times: number,
): Truth => {
  const last = rounds.slice(-times);
  if (last.length < times) return 'unmet';
  const truths = last.map(({ grade: { candidates } }): Truth => {
    const ill = candidates.filter(({ id }) => bad.includes(id)).length;
    return ill === candidates.length ? 'met' : ill > 0 ? 'unknown' : 'unmet';
  });
  return truths.includes('unmet') ? 'unmet' : truths.includes('unknown') ? 'unknown' : 'met';
};
