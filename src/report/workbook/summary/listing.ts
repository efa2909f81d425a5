import type { Bilingual, Lang } from '../../../model/base/text.ts';
import { columnName } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import type { Cell, CellValue } from '../../../sheets/write/cell.ts';
import { heightOf, type Look } from '../../../sheets/write/look.ts';
import type { SheetSetting, SheetWriter } from '../../../sheets/write/sheet.ts';
import { LOOK } from './looks.ts';

/** A column of a list. `value` is told the row that it stands in, for formulas. */
export interface Column<T> {
  readonly head: Bilingual;
  readonly width: number;
  readonly look: Look;
  readonly value: (item: T, row: number) => CellValue;
  /** Its texts make rows higher. */
  readonly fits?: boolean;
  /** Bars behind its numbers, up to this. */
  readonly bars?: number;
}

/** The cells of a column from the first item to the last, for a formula. */
export type RangeOf = (column: number) => string;

export interface Listing<T> {
  readonly sheet: Pick<SheetSetting, 'name' | 'printed' | 'pagesWide'>;
  readonly lang: Lang;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly Column<T>[];
  /** Columns that stay in sight. */
  readonly frozen: number;
  /** Rows between note and heads, of what lies below. */
  readonly above?: (rangeOf: RangeOf) => readonly (readonly Cell[])[];
  readonly count: number;
  readonly items: Iterable<T>;
}

const HEADLINES = 2;

/** The row of the heads, by how many rows stand above them. */
export const headRowOf = (above: number): number => HEADLINES + above + 1;

export const rangeIn = (column: number, first: number, count: number): string => {
  const letter = columnName(column + 1);
  return `$${letter}$${first}:$${letter}$${first + Math.max(count, 1) - 1}`;
};

const across = (text: string, look: Look, columns: number): readonly Cell[] =>
  Array.from({ length: columns }, (_, column) => [column === 0 ? text : undefined, look] as const);

const putAcross = (sheet: SheetWriter, columns: number, text: string, look: Look, height: number): void => {
  const row = sheet.row(across(text, look, columns), height);
  sheet.merge({ top: row, left: 1, bottom: row, right: columns });
};

/** Items a row each under a title, a note and heads: to filter, sort and print. */
export const putListing = <T>(book: BookWriter, listing: Listing<T>): void => {
  const { columns, lang, count } = listing;
  const widths = columns.map(({ width }) => width);
  const shown = Math.min(listing.sheet.printed ?? columns.length, columns.length);
  const above = (rangeOf: RangeOf) => listing.above?.(rangeOf) ?? [];
  const headRow = headRowOf(above(column => rangeIn(column, 1, 1)).length);
  const rangeOf: RangeOf = column => rangeIn(column, headRow + 1, count);
  const sheet = book.sheet({
    ...listing.sheet,
    widths,
    orientation: 'landscape',
    frozen: { rows: headRow, columns: listing.frozen },
    titles: { rows: [headRow, headRow], columns: listing.frozen },
  });
  const width = widths.slice(0, shown).reduce((sum, each) => sum + each, 0);
  putAcross(sheet, shown, listing.title, LOOK.title, 30);
  putAcross(sheet, shown, listing.note, LOOK.note, heightOf([[listing.note, width]]));
  for (const row of above(rangeOf)) sheet.row(row, 19);
  sheet.row(
    columns.map(({ head }) => [head[lang], LOOK.head] as const),
    heightOf(
      columns.map(({ head, width: own }) => [head[lang], own + 1] as const),
      24,
    ),
  );
  let row = headRow;
  for (const item of listing.items) {
    row++;
    const values = columns.map(column => column.value(item, row));
    const fitted = columns.flatMap(({ fits, width: own }, index) =>
      fits ? [[String(values[index]), own] as const] : [],
    );
    sheet.row(
      columns.map(({ look }, index) => [values[index], look] as const),
      heightOf(fitted),
    );
  }
  sheet.filter({ top: headRow, left: 1, bottom: Math.max(row, headRow + 1), right: columns.length });
  columns.forEach(({ bars }, column) => {
    if (bars !== undefined && count > 0) sheet.bars({ range: rangeOf(column).replaceAll('$', ''), most: bars });
  });
  sheet.end();
};
