import { cellName, onSheet, rangeName } from '../../../sheets/address.ts';
import { countOf, textIn } from '../../../sheets/formula.ts';
import type { Cell, CellValue } from '../../../sheets/write/cell.ts';
import { heightOf } from '../../../sheets/write/look.ts';
import { type Cells, type ListColumn, ofBook } from '../../../tell/list.ts';
import { cellValue, lookOf } from '../list.ts';
import { COLUMNS, type Cover, group, WIDTHS, widthOf } from './cover-lines.ts';
import { LOOK } from './looks.ts';
import type { Part } from './part.ts';

/** Rows under one head; those of one standard under its name, where there are several. */
export interface CoverTable<T> {
  readonly columns: readonly ListColumn<T>[];
  readonly groups: readonly { readonly part?: Part; readonly items: readonly T[] }[];
  /** What gives a figure out of another sheet. */
  readonly live?: (key: string, item: T) => string | undefined;
  /** Columns whose own formula holds here. */
  readonly reckoned?: readonly string[];
}

/** The last column of words takes the room that is left. */
const isWide = <T>(columns: readonly ListColumn<T>[], index: number): boolean =>
  index > 0 && index === columns.length - 1 && columns[index]?.kind === 'name';

const roomOf = <T>(columns: readonly ListColumn<T>[], index: number): number =>
  isWide(columns, index) ? widthOf(WIDTHS.slice(index)) : (WIDTHS[index] ?? 0);

/** Cells over the whole width, with what is left of it in the look of the last. */
const putRow = <T>({ sheet }: Cover, columns: readonly ListColumn<T>[], cells: readonly Cell[], air: number): void => {
  const last = columns.length - 1;
  const look = cells[last]?.[1] ?? LOOK.text;
  const blank = isWide(columns, last) ? WIDTHS.slice(columns.length).map((): Cell => [undefined, look]) : [];
  const fitted = cells.flatMap((cell, index) =>
    typeof cell?.[0] === 'string' ? [[cell[0], roomOf(columns, index) + air] as const] : [],
  );
  const row = sheet.row([...cells, ...blank], heightOf(fitted, 20));
  if (isWide(columns, last)) sheet.merge({ top: row, left: last + 1, bottom: row, right: COLUMNS });
};

const putItem = <T>(cover: Cover, table: CoverTable<T>, columns: readonly ListColumn<T>[], item: T): void => {
  const indexOf = (key: string): number => columns.findIndex(column => column.key === key) + 1;
  const at: Cells = { of: key => cellName(cover.sheet.next(), indexOf(key)), all: () => '' };
  const toCell = (column: ListColumn<T>): CellValue => {
    const value = column.value(item);
    const result = cellValue(column, value);
    const own = table.reckoned?.includes(column.key) ? column.formula?.(at, item) : undefined;
    const formula = own ?? (value === undefined ? undefined : table.live?.(column.key, item));
    return formula === undefined || result === undefined ? result : { formula, result };
  };
  const cells = columns.map((column, index): Cell => [toCell(column), index === 0 ? LOOK.label : lookOf(column)]);
  putRow(cover, columns, cells, 0);
};

/** A list on the cover, and the row of its first item. */
export const putTable = <T>(cover: Cover, table: CoverTable<T>): number => {
  const { sheet, lang } = cover;
  const columns = ofBook(table.columns);
  const heads = columns.map(({ head }): Cell => [head[lang], LOOK.head]);
  putRow(cover, columns, heads, 1);
  const first = sheet.next();
  for (const { part, items } of table.groups) {
    if (part !== undefined) group(cover, part);
    for (const item of items) putItem(cover, table, columns, item);
  }
  const bottom = sheet.next() - 1;
  columns.forEach(({ bars }, index) => {
    if (bars !== undefined && bottom >= first)
      sheet.bars({ range: rangeName({ top: first, left: index + 1, bottom, right: index + 1 }), most: bars });
  });
  return first;
};

/** A cell of the rows from one on, added up. */
export const sumCell = ({ sheet }: Cover, column: number, first: number, result: number): Cell => {
  const range = rangeName({ top: first, left: column, bottom: sheet.next() - 1, right: column });
  return [{ formula: `SUM(${range})`, result }, LOOK.total];
};

/** How many cells of a range on another sheet hold a text. */
export const countFormula = (sheet: string, range: string, text: string): string | undefined => {
  const what = textIn(text);
  return what && countOf([onSheet(sheet, range), what]);
};
