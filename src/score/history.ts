import {
  compareExact,
  decimalOf,
  type Exact,
  exact,
  greater,
  lesser,
  minus,
  sumExact,
  times,
  ZERO,
} from '../model/base/exact.ts';
import { finder } from '../model/base/memo.ts';
import type { Decimal } from '../model/base/value.ts';
import type { Truth } from '../model/finding/finding.ts';
import type { History, Range, Repeat, RoundResult, RoundRow } from '../model/scoring/history.ts';
import { allOf } from './scorecard/grade.ts';

type End = 'low' | 'high';

/** What is lost in a row at one end of its range. */
const lossAt = ({ full, ...row }: RoundRow, end: End): Exact => greater(ZERO, minus(exact(full), exact(row[end])));

/** Whether points were lost in a row: surely, surely not, or open. */
const lost = (row: RoundRow | undefined): Truth => {
  const isLoss = (end: End): boolean => row !== undefined && compareExact(lossAt(row, end), ZERO) > 0;
  return isLoss('high') ? 'met' : isLoss('low') ? 'unknown' : 'unmet';
};

const rowWith = finder(({ item }: RoundRow) => item);

const rowOf = (round: RoundResult | undefined, item: string): RoundRow | undefined =>
  round && rowWith(round.rows, item);

/** Rows in which one centre loses points again, from the earliest round to the latest. */
export const repeats = (rounds: readonly (RoundResult | undefined)[]): readonly Repeat[] => {
  const found = (rounds.at(-1)?.rows ?? []).map(({ item, title }) => {
    const truths = rounds.map(round => lost(rowOf(round, item))).toReversed();
    const sure = truths.findIndex(truth => truth !== 'met');
    return { item, title, rounds: sure < 0 ? truths.length : sure, open: sure >= 0 && truths[sure] === 'unknown' };
  });
  return found.filter(({ rounds: times, open }) => times > 1 || (times === 1 && open));
};

/** What is taken on top where the loss counts `factor` times: never more than the row has left above its floor. */
const extraAt = (row: RoundRow, factor: Exact, end: End): Exact => {
  const more = times(lossAt(row, end), minus(factor, exact(1)));
  return row.floor === null ? more : lesser(more, greater(ZERO, minus(exact(row[end]), exact(row.floor))));
};

/** At the lower end of the row, and at the upper. */
export interface RepeatLoss extends Range {
  readonly item: string;
}

/** What repeating costs on top, where a loss repeated from the round before counts more. */
export const repeatLosses = (
  [before, now]: readonly [RoundResult | undefined, RoundResult | undefined],
  { factor, rows }: NonNullable<History['repeat']>,
): readonly RepeatLoss[] =>
  (now?.rows ?? [])
    .filter(({ item }) => rows === undefined || rows.includes(item))
    .flatMap(row => {
      const earlier = lost(rowOf(before, row.item));
      if (earlier === 'unmet' || lost(row) === 'unmet') return [];
      const extra = (end: End): Decimal => decimalOf(extraAt(row, exact(factor), end));
      return [{ item: row.item, low: extra('low'), high: earlier === 'met' ? extra('high') : '0' }];
    });

/** The least and the most that repeating costs, and the last score less that, never below the floor. */
export const afterRepeats = (
  score: Range,
  losses: readonly RepeatLoss[],
  floor: Decimal | null,
): { readonly extra: Range; readonly after: Range } => {
  const taken = (end: End): Exact => sumExact(losses.map(loss => exact(loss[end])));
  const left = (end: End): Decimal => {
    const rest = minus(exact(score[end]), taken(end));
    return decimalOf(floor === null ? rest : greater(rest, exact(floor)));
  };
  const [a, b] = [taken('low'), taken('high')];
  return {
    extra: { low: decimalOf(lesser(a, b)), high: decimalOf(greater(a, b)) },
    after: { low: left('low'), high: left('high') },
  };
};

/** Whether the grade has been among the bad ones so many rounds running, up to the last. */
export const badRunning = (
  rounds: readonly (Pick<RoundResult, 'grades'> | undefined)[],
  { grades: bad, rounds: times }: Pick<NonNullable<History['badRunning']>, 'grades' | 'rounds'>,
): Truth => {
  const last = rounds.slice(-times);
  if (last.length < times) return 'unmet';
  const truths = last.map((round): Truth => {
    const grades = round?.grades ?? [];
    const ill = grades.filter(id => bad.includes(id)).length;
    return ill === 0 ? 'unmet' : ill === grades.length ? 'met' : 'unknown';
  });
  return allOf(truths);
};
