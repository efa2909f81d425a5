import { keptFor } from '../../../model/base/memo.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import { AMOUNTS } from '../../profile/causes.ts';
import type { Placed } from '../gather.ts';
import { asUnit, eitherUnit, stripped, unitAsked } from '../heading-text.ts';
import { roleOf } from '../roles.ts';
import type { TablePlan } from './plan.ts';

/** A head that is no fact, of an amount that the unit behind it is of: 占地面积 | 单位, 总投资 | 单位. */
const OWNS_UNIT = /(?:面积|[长高宽深]度|距离|半径|[数量额费率]|投资|资金|规模)$/u;

/**
 * The columns of units beside those of amounts, behind them or before, first of those that tell none: 台面高度 | 单位. One that
 * stands behind another column may be of that.
 */
const besideUnits = keptFor(({ columns, others }: TablePlan): ReadonlyMap<Placed, number> => {
  const found = new Map<Placed, number>();
  const taken = new Set<number>();
  const amounts = columns.filter(({ heading }) => AMOUNTS.has(heading?.definition.type ?? 'text'));
  const tells = ({ heading }: Placed): boolean => heading?.kind !== 'option' && heading?.unit !== undefined;
  for (const isTold of [false, true])
    for (const step of [1, -1])
      for (const one of amounts) {
        const column = one.column + step;
        if (tells(one) !== isTold || found.has(one) || taken.has(column)) continue;
        if (step < 0 && OWNS_UNIT.test(stripped(others.get(column - 1) ?? ''))) continue;
        if (roleOf(others.get(column) ?? '') !== 'unit') continue;
        found.set(one, column);
        taken.add(column);
      }
  return found;
});

export const withUnit = (plan: TablePlan, cells: ReadonlyMap<number, Cell>, placed: Placed): Placed => {
  const { heading } = placed;
  const beside = besideUnits(plan).get(placed);
  const text = (beside && cells.get(beside)?.text) || '';
  const unit = beside !== undefined && plan.units.has(beside) ? unitAsked(text) : asUnit(text);
  return unit === undefined || heading === undefined || heading.kind === 'option'
    ? placed
    : { ...placed, heading: { ...heading, unit: eitherUnit(heading.unit, unit) ?? unit } };
};
