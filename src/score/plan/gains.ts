import { compareExact, decimalOf, exact, minus, times } from '../../model/exact.ts';
import type { TableResult } from '../../model/points.ts';
import type { FoundItem, FoundTable } from '../../model/table.ts';
import type { Decimal } from '../../model/value.ts';
import type { WeighScope } from '../table/amount.ts';
import { scopeOf } from '../table/table.ts';
import type { Fix } from './front.ts';
import { leftOut, NO_TERMS, rowFront } from './rows.ts';
import { formOf, totalWith } from './totals.ts';

/** What one fix, all else left as it stands, adds to the score. */
export interface Gain {
  readonly fixes: readonly Fix[];
  readonly effort: Decimal;
  readonly gain: Decimal;
}

const rowGains = (table: FoundTable, result: TableResult, scope: WeighScope, item: FoundItem): readonly Gain[] => {
  const before = totalWith(table, result.low, new Map());
  return rowFront(item, scope, NO_TERMS).flatMap(({ fixes, effort, value }) => {
    const gain = minus(totalWith(table, result.low, new Map([[item.id, value]])), before);
    return fixes.length === 0 || gain.n <= 0n ? [] : [{ fixes, effort: decimalOf(effort), gain: decimalOf(gain) }];
  });
};

const byGain = (a: Gain, b: Gain): number =>
  compareExact(times(exact(b.gain), exact(a.effort)), times(exact(a.gain), exact(b.effort))) ||
  compareExact(exact(b.gain), exact(a.gain));

/** What each fix gains by itself, the most for its effort first. */
export const fixGains = (table: FoundTable, result: TableResult): readonly Gain[] => {
  const form = formOf(table, result.low);
  const scope = scopeOf(table, form);
  const left = leftOut(result.low);
  const rows = form.sections.flatMap(({ items }) => items).filter(({ id }) => !left.has(id));
  return rows.flatMap(item => rowGains(table, result, scope, item)).toSorted(byGain);
};
