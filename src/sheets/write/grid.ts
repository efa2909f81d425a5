import { cellName, type Range } from '../address.ts';
import type { BookWriter } from './book.ts';
import type { Cell, CellValue } from './cell.ts';
import { type Fitted, heightOf, type Look } from './look.ts';
import type { Link, SheetSetting, SheetWriter } from './sheet.ts';
import type { Validation } from './validation.ts';

/** A sheet that is held until it is whole, so that cells may come in any order; rows and columns count from 1. */
export interface Grid {
  /** What stands in a cell, in place of what stood there. */
  readonly put: (row: number, column: number, value: CellValue, look: Look) => void;
  /** A value over several columns. */
  readonly across: (row: number, from: number, to: number, value: CellValue, look: Look) => void;
  /** Makes one cell of several; what stands in the first of them stays. */
  readonly merge: (range: Range) => void;
  readonly height: (row: number, height: number) => void;
  /** Makes a row high enough for its fullest cell. */
  readonly fit: (row: number, texts: Fitted, least?: number) => void;
  readonly link: (row: number, column: number, link: Link) => void;
  readonly validate: (row: number, column: number, validation: Validation) => void;
  /** Lets a person choose among the rows below their heads. */
  readonly filter: (headRow: number, lastRow: number, columns: number) => void;
  readonly write: (book: BookWriter, setting: SheetSetting) => void;
}

interface Row {
  readonly cells: Cell[];
  height?: number;
}

/** A column as the index of an array, without holes up to it. */
const set = (cells: Cell[], column: number, cell: Cell): void => {
  while (cells.length < column) cells.push(undefined);
  cells[column - 1] = cell;
};

export const makeGrid = (): Grid => {
  const rows = new Map<number, Row>();
  const later: ((sheet: SheetWriter) => void)[] = [];
  const rowAt = (number: number): Row => {
    const row = rows.get(number) ?? { cells: [] };
    rows.set(number, row);
    return row;
  };
  const put: Grid['put'] = (row, column, value, look) => set(rowAt(row).cells, column, [value, look]);
  const height: Grid['height'] = (row, points) => {
    rowAt(row).height = points;
  };
  return {
    put,
    across: (row, from, to, value, look) => {
      for (let column = from; column <= to; column++) put(row, column, column === from ? value : undefined, look);
      later.push(sheet => sheet.merge({ top: row, left: from, bottom: row, right: to }));
    },
    merge: range => void later.push(sheet => sheet.merge(range)),
    height,
    fit: (row, texts, least) => height(row, heightOf(texts, least)),
    link: (row, column, link) => void later.push(sheet => sheet.link(cellName(row, column), link)),
    validate: (row, column, validation) => void later.push(sheet => sheet.validate(cellName(row, column), validation)),
    filter: (headRow, lastRow, columns) =>
      void later.push(sheet => sheet.filter({ top: headRow, left: 1, bottom: lastRow, right: columns })),
    write: (book, setting) => {
      const sheet = book.sheet(setting);
      for (const [number, { cells, height }] of [...rows].sort(([a], [b]) => a - b)) sheet.row(cells, height, number);
      for (const act of later) act(sheet);
      sheet.end();
    },
  };
};
