import type { Cell } from '../../../sheets/read/cell.ts';
import { type Grid, groupAt } from '../grid.ts';
import { isPlanned } from '../heading-text.ts';

/** The number of a part before its title: 二、建设计划. */
const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

/** Of each row below the title of a part that says what is planned, that title; a next title ends it. */
const plannedParts = ({ rows, range }: Grid): ReadonlyMap<number, string> => {
  const parts = new Map<number, string>();
  let part: string | undefined;
  for (const [index, { row, cells }] of rows.entries()) {
    const [only, ...others] = cells;
    if (only !== undefined && others.length === 0) {
      const { left, right } = range(row, only.column);
      if (index > 0 && isPlanned(only.text)) part = only.text.trim();
      else if (right > left || NUMBERED.test(only.text)) part = undefined;
    } else if (part !== undefined) parts.set(row, part);
  }
  return parts;
};

/** What says of a cell that it tells of what is planned: the title of its part, or the label of its group, first in the row. */
export const plannedIn = (grid: Grid): ((row: number, cell: Cell) => string | undefined) => {
  const parts = plannedParts(grid);
  const first = Math.min(...grid.rows.flatMap(({ cells: [cell] }) => cell?.column ?? []));
  return (row, { column }) => {
    const group = first < column ? groupAt(grid, row, first)?.cell.text : undefined;
    return parts.get(row) ?? (group !== undefined && isPlanned(group) ? group.trim() : undefined);
  };
};
