import type { Location } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { MapNode } from '../../model/base/source.ts';
import type { Range } from '../../sheets/address.ts';
import type { Beside } from '../../sheets/read/beside.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import type { Dictionary } from '../profile/names.ts';
import type { Headings } from './headings.ts';

/** A sheet of a workbook, or a table of values separated by commas. */
export interface GridSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: () => Promise<readonly Range[]>;
  readonly rows: () => AsyncIterable<readonly Row[]>;
  readonly locate: (row: number, column: number) => Location;
  readonly beside: () => Beside;
}

/** So many rows of a sheet are held at least, where it has them. */
export const HEAD = 40;

/** Rows that are held, with what is merged in them. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly locate: (row: number, column: number) => Location;
  readonly row: (row: number) => Row | undefined;
  /** The merged rectangle that a cell is part of, or the cell alone. */
  readonly range: (row: number, column: number) => Range;
}

export const makeGrid = (
  { name, locate }: Pick<GridSheet, 'name' | 'locate'>,
  rows: readonly Row[],
  merges: readonly Range[],
): Grid => {
  const byRow = new Map(rows.map(row => [row.row, row]));
  const merged = new Map<number, readonly Range[]>();
  const mergedIn = (row: number): readonly Range[] => {
    const known = merged.get(row) ?? merges.filter(({ top, bottom }) => top <= row && row <= bottom);
    merged.set(row, known);
    return known;
  };
  return {
    name,
    rows,
    merges,
    locate,
    row: row => byRow.get(row),
    range: (row, column) =>
      mergedIn(row).find(({ left, right }) => left <= column && column <= right) ?? {
        top: row,
        bottom: row,
        left: column,
        right: column,
      },
  };
};

/** What stands in a file and declares nothing, with the reason. */
export interface PassedOver {
  readonly location: Location;
  readonly text: string;
  readonly why: 'title' | 'note' | 'total' | 'signature' | 'explained' | 'repeated-head' | 'form-tool';
}

/** What the reading of one file shares. */
export interface GridReading {
  readonly dictionary: Dictionary;
  readonly headings: Headings;
  readonly problems: Problem[];
  readonly passed: PassedOver[];
}

/** The last cell of a row that stands in a column, or to the left of it. Rows are wide: it is not looked for one by one. */
export const lastUpTo = ({ cells }: Row, column: number): Cell | undefined => {
  let [from, to] = [0, cells.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((cells[middle]?.column ?? column) <= column) from = middle + 1;
    else to = middle;
  }
  return cells[from - 1];
};

export const cellAt = (row: Row | undefined, column: number): Cell | undefined => {
  const last = row && lastUpTo(row, column);
  return last?.column === column ? last : undefined;
};

export const textsIn = (rows: readonly Row[], column: number): readonly string[] =>
  rows.flatMap(row => cellAt(row, column)?.text.trim() ?? []);

/** A cell that answers, and its place: of a merged rectangle, that of its first cell. */
export interface Found {
  readonly cell: Cell | undefined;
  readonly row: number;
  readonly column: number;
}

/** The cell that speaks for a place. */
export const anchorAt = (grid: Grid, row: number, column: number): Found => {
  const { top, left } = grid.range(row, column);
  return { cell: cellAt(grid.row(top), left), row: top, column: left };
};

/** No label stands for more rows. */
const LONGEST_GROUP = 200;

/** The last row of those that a label stands for: as far as it is merged, and as nothing stands below it while something does beside. */
export const lastUnder = (grid: Grid, row: number, column: number): number => {
  let { bottom } = grid.range(row, column);
  const isBeside = (next: number): boolean => {
    const [first] = grid.row(next)?.cells ?? [];
    return first !== undefined && first.column > column && grid.range(next, column).top === next;
  };
  const most = row + LONGEST_GROUP;
  while (bottom < most && isBeside(bottom + 1)) bottom++;
  return bottom;
};

export interface Group {
  readonly cell: Cell;
  readonly top: number;
  readonly bottom: number;
}

/** The label of a group that a row is part of: merged with it, or the last above with nothing below it as far as here. */
export const groupAt = (grid: Grid, from: number, column: number): Group | undefined => {
  let top = from;
  const least = from - LONGEST_GROUP;
  while (top > least && anchorAt(grid, top, column).cell === undefined && grid.row(top - 1) !== undefined) top--;
  const { cell, row } = anchorAt(grid, top, column);
  return cell && { cell, top: row, bottom: lastUnder(grid, row, column) };
};

/** For rows asked for from the top down: those merged rectangles that reach into the row. */
export const mergeSweep = (merges: readonly Range[]): ((row: number) => readonly Range[]) => {
  let next = 0;
  let active: readonly Range[] = [];
  if (merges.length === 0) return () => active;
  return row => {
    const starting: Range[] = [];
    for (let range = merges[next]; range !== undefined && range.top <= row; range = merges[++next])
      starting.push(range);
    if (starting.length > 0 || active.length > 0)
      active = [...active, ...starting].filter(range => range.bottom >= row);
    return active;
  };
};

/** The centres of a file, one after another. `problems` is complete when the last has come. */
export interface CenterStream {
  readonly centers: AsyncIterable<MapNode>;
  readonly problems: readonly Problem[];
}
