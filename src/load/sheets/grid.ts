import type { Location } from '../../model/location.ts';
import type { Problem } from '../../model/problem.ts';
import type { Dictionary } from '../documents.ts';
import type { Cell } from '../xlsx/cell.ts';
import type { Range } from '../xlsx/place.ts';
import type { Row } from '../xlsx/sheet.ts';
import type { Headings } from './headings.ts';

/** A sheet of a workbook, or a table of values separated by commas. */
export interface GridSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: () => Promise<readonly Range[]>;
  readonly rows: () => AsyncIterable<readonly Row[]>;
  readonly locate: (row: number, column: number) => Location;
}

/** Rows that are held, with what is merged in them. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly locate: (row: number, column: number) => Location;
}

/** What the reading of one file shares. */
export interface GridReading {
  readonly dictionary: Dictionary;
  readonly headings: Headings;
  readonly problems: Problem[];
}

export const cellAt = (row: Row | undefined, column: number): Cell | undefined =>
  row?.cells.find(cell => cell.column === column);

export const rowAt = (grid: Pick<Grid, 'rows'>, row: number): Row | undefined =>
  grid.rows.find(candidate => candidate.row === row);

/** The merged rectangle that a cell is part of, or the cell alone. */
export const rangeAt = (merges: readonly Range[], row: number, column: number): Range =>
  merges.find(
    range => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
  ) ?? { top: row, bottom: row, left: column, right: column };

/** For rows asked for from the top down: those merged rectangles that reach into the row. */
export const mergeSweep = (merges: readonly Range[]): ((row: number) => readonly Range[]) => {
  let next = 0;
  let active: readonly Range[] = [];
  return row => {
    const starting: Range[] = [];
    for (let range = merges[next]; range !== undefined && range.top <= row; range = merges[++next])
      starting.push(range);
    if (starting.length > 0 || active.length > 0)
      active = [...active, ...starting].filter(range => range.bottom >= row);
    return active;
  };
};
