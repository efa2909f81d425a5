import { decimalOf, exact, minus, sumExact } from '../base/exact.ts';
import type { Decimal } from '../base/value.ts';
import type { Account, ItemAccount, ItemResult, ScorecardAccount, ScorecardResult } from './points.ts';

/** The account of a row that is not in the scorecard. */
export const LEFT_OUT: Account = { start: '0', lines: [], sum: '0', zeroed: false, excluded: true, points: '0' };

const accountsIn = ({ sections }: ScorecardAccount): ReadonlyMap<string, ItemAccount> =>
  new Map(sections.flatMap(({ items }) => items.map(account => [account.item, account] as const)));

export const rowsIn = (result: ScorecardResult): readonly ItemResult[] =>
  countedRows(result).filter(({ low, high }) => !(low.excluded && high.excluded));

/**
 * The rows with the accounts that are in the sums: a row that may leave the scorecard is there or not at each end of the
 * range, and one that differs by class of place stands as it does for the class that gives that end.
 */
export const countedRows = ({ items, low, high }: ScorecardResult): readonly ItemResult[] => {
  const [lows, highs] = [accountsIn(low), accountsIn(high)];
  return items.map(row => {
    const [least, most] = [lows.get(row.item), highs.get(row.item)];
    const counted = [most, least].find(account => account !== undefined && !account.account.excluded);
    return {
      ...row,
      max: counted?.max ?? row.max,
      low: least?.account ?? LEFT_OUT,
      high: most?.account ?? LEFT_OUT,
    };
  });
};

/** Of how many points the score is: rows that surely left the scorecard are not in it, unless the rest is scaled up. */
export const countedMax = ({
  total,
  low,
  high,
  items,
}: Pick<ScorecardResult, 'total' | 'low' | 'high' | 'items'>): Decimal => {
  if (low.scaled !== undefined || high.scaled !== undefined) return total;
  const inside = new Set(high.sections.flatMap(({ section, outside }) => (outside ? [] : [section])));
  const left = items.filter(row => row.low.excluded && row.high.excluded && inside.has(row.section));
  return decimalOf(minus(exact(total), sumExact(left.map(({ max }) => exact(max)))));
};
