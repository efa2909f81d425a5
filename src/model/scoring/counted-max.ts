import { decimalOf, exact, minus, sumExact } from '../base/exact.ts';
import type { Decimal } from '../base/value.ts';
import type { ScorecardResult } from './points.ts';

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
