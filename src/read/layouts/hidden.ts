import { problem } from '../../model/base/problem.ts';
import { columnName } from '../../sheets/address.ts';
import type { GridReading, GridSheet } from './grid.ts';

const MAX_RANGES = 20;

/** Row numbers gathered as ranges: `5—7、12`. */
export const hiddenRows = () => {
  const ranges: [number, number][] = [];
  return {
    add: (row: number): void => {
      const last = ranges.at(-1);
      if (last !== undefined && row === last[1] + 1) last[1] = row;
      else if (last === undefined || row > last[1]) ranges.push([row, row]);
    },
    first: (): number => ranges[0]?.[0] ?? 1,
    text: (): string => {
      const shown = ranges.slice(0, MAX_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`));
      return shown.join('、') + (ranges.length > MAX_RANGES ? '…' : '');
    },
  };
};

/** Tells that something was read which nobody sees in the sheet: in rows, and in columns under a row. */
export const tellHidden = (
  { problems }: Pick<GridReading, 'problems'>,
  { locate }: Pick<GridSheet, 'locate'>,
  rows: ReturnType<typeof hiddenRows>,
  columns: readonly number[],
  under = 1,
): void => {
  const [first] = columns;
  if (rows.text() !== '') problems.push(problem('hidden-rows', locate(rows.first(), 1), { rows: rows.text() }));
  if (first !== undefined)
    problems.push(problem('hidden-columns', locate(under, first), { columns: columns.map(columnName).join('、') }));
};
