import type { Bilingual, Lang } from '../../model/base/text.ts';
import { cellName, columnName } from '../../sheets/address.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import type { Cell, CellValue } from '../../sheets/write/cell.ts';
import { heightOf, type Look } from '../../sheets/write/look.ts';
import type { SheetWriter } from '../../sheets/write/sheet.ts';
import { type Cells, figureIn, type List, type ListColumn, NO_FIGURE, ofBook, type Value } from '../../tell/list.ts';
import { cutTo2, SPREAD_KEYS, spreadFormula } from '../../tell/summary/spreads.ts';
import { SPREAD_NAMES } from '../../words/summary.ts';
import { LOOK, withPlaces } from './summary/looks.ts';

/** A list as a sheet, of which no more is held than one item. */
export interface ListSheet<T> extends Omit<List<T>, 'items'> {
  readonly name: string;
  readonly lang: Lang;
  /** Whether the formulas of the columns are written, or no more than what they give. */
  readonly live?: boolean;
  readonly count: number;
  readonly items: Iterable<T>;
}

export const cellValue = (column: Pick<ListColumn<never>, 'kind'>, value: Value): Value =>
  figureIn(column, value) ?? (column.kind === 'figure' ? NO_FIGURE : undefined);

export const lookOf = ({ kind, share, places }: Pick<ListColumn<never>, 'kind' | 'share' | 'places'>): Look => {
  if (kind === 'figure') {
    if (share) return LOOK.share;
    return places === undefined ? LOOK.number : withPlaces(LOOK.number, places);
  }
  return kind === 'text' || kind === 'name' || kind === 'digest' ? LOOK.text : LOOK.centre;
};

/** A column from one row to so many further on; columns count from 0. */
export const rangeIn = (column: number, first: number, count: number): string => {
  const letter = columnName(column + 1);
  return `$${letter}$${first}:$${letter}$${first + Math.max(count, 1) - 1}`;
};

const indexOf = <T>(columns: readonly ListColumn<T>[], key: string): number =>
  columns.findIndex(column => column.key === key);

type Placed<T> = Pick<ListSheet<T>, 'columns' | 'count' | 'note'>;

/** A column of a sheet from the first item to the last. */
export const listRange = <T>(list: Placed<T>, key: string): string =>
  rangeIn(indexOf(ofBook(list.columns), key), headRowOf(list) + 1, list.count);

const hasTotals = <T>({ columns, count }: Omit<Placed<T>, 'note'>): boolean =>
  count > 0 && columns.some(({ total }) => total);

const hasSpreads = <T>({ columns }: Pick<ListSheet<T>, 'columns'>): boolean =>
  columns.some(column => 'spread' in column);

/** The row of the heads, under a title, a note, and means and totals. */
const headRowOf = <T>(list: Placed<T>): number =>
  1 + (list.note === '' ? 0 : 1) + (hasTotals(list) ? 1 : 0) + (hasSpreads(list) ? SPREAD_KEYS.length : 0) + 1;

type RangeOf = (column: number) => string;

const FILTERED: Bilingual = { zh: '平均、合计（随筛选变化）', en: 'Mean, totals (of the filtered)' };

const totalCell = ({ total }: Pick<ListColumn<never>, 'total'>, range: string): Cell => {
  if (total === undefined) return [undefined, LOOK.total];
  const { kind, result } = total;
  return kind === 'mean'
    ? [{ formula: cutTo2(`SUBTOTAL(101,${range})`), result }, LOOK.totalMean]
    : [{ formula: `SUBTOTAL(109,${range})`, result }, LOOK.total];
};

/** Means and totals of the rows that a filter leaves. */
const totalRow = <T>({ columns, lang }: ListSheet<T>, rangeOf: RangeOf): readonly Cell[] =>
  columns.map((column, index) =>
    column.kind === 'name' ? [FILTERED[lang], LOOK.totalText] : totalCell(column, rangeOf(index)),
  );

/** Means and quartiles above the items, live where these are listed. */
const spreadRows = <T>({ columns, lang, count }: ListSheet<T>, rangeOf: RangeOf): readonly (readonly Cell[])[] =>
  SPREAD_KEYS.map((key, at) =>
    columns.map((column, index): Cell => {
      if (column.kind === 'name') return [SPREAD_NAMES[lang][at], LOOK.totalText];
      if (!('spread' in column)) return [undefined, LOOK.total];
      const look = withPlaces(LOOK.total, key === 'least' || key === 'most' ? (column.places ?? 0) : 2);
      if (column.spread === undefined) return [NO_FIGURE, look];
      const result = Number(column.spread[key]);
      return [count === 0 ? result : { formula: spreadFormula(key, rangeOf(index)), result }, look];
    }),
  );

const putAcross = (sheet: SheetWriter, columns: number, text: string, look: Look, height: number): void => {
  const cells = Array.from({ length: columns }, (_, column): Cell => [column === 0 ? text : undefined, look]);
  const row = sheet.row(cells, height);
  sheet.merge({ top: row, left: 1, bottom: row, right: columns });
};

const putHeads = <T>(sheet: SheetWriter, columns: readonly ListColumn<T>[], lang: Lang): void => {
  const fitted = columns.map(({ head, width }) => [head[lang], width + 1] as const);
  const heads = columns.map(({ head }): Cell => [head[lang], LOOK.head]);
  sheet.row(heads, heightOf(fitted, 24));
};

const live = (result: Value, formula: string | undefined): CellValue =>
  formula === undefined || result === undefined ? result : { formula, result };

const putItems = <T>(sheet: SheetWriter, list: ListSheet<T>, rangeOf: RangeOf): void => {
  const { columns } = list;
  const looks = columns.map(lookOf);
  const cells: Cells = {
    of: key => cellName(sheet.next(), indexOf(columns, key) + 1),
    all: key => rangeOf(indexOf(columns, key)),
  };
  for (const item of list.items) {
    const values = columns.map(column => cellValue(column, column.value(item)));
    const formulas = list.live === false ? [] : columns.map(column => column.formula?.(cells, item));
    const fitted = columns.flatMap(({ kind, width }, index) =>
      kind === 'figure' ? [] : [[String(values[index] ?? ''), width] as const],
    );
    const row = values.map((value, index): Cell => [live(value, formulas[index]), looks[index] ?? LOOK.text]);
    sheet.row(row, heightOf(fitted));
  }
};

type Held<T> = Omit<ListSheet<T>, 'count'> & { readonly items: readonly T[] };

/** Items a row each under a title, a note and heads: to filter, sort and print. */
export const putList = <T>(book: BookWriter, told: ListSheet<T> | Held<T>): void => {
  const count = 'count' in told ? told.count : told.items.length;
  const list = { ...told, count, columns: ofBook(told.columns) };
  const { name, columns, lang, title, note } = list;
  const widths = columns.map(({ width }) => width);
  const unprinted = indexOf(columns, list.unprinted ?? '');
  const printed = unprinted < 0 ? columns.length : unprinted;
  const frozen = indexOf(columns, list.frozen ?? '') + 1;
  const headRow = headRowOf(list);
  const rangeOf: RangeOf = column => rangeIn(column, headRow + 1, count);
  const sheet = book.sheet({
    name,
    widths,
    ...(unprinted >= 0 && { printed }),
    orientation: 'landscape',
    frozen: { rows: headRow, columns: frozen },
    titles: { rows: [headRow, headRow], columns: frozen },
  });
  const width = widths.slice(0, printed).reduce((sum, each) => sum + each, 0);
  putAcross(sheet, printed, title, LOOK.title, 30);
  if (note !== '') putAcross(sheet, printed, note, LOOK.note, heightOf([[note, width]]));
  if (hasTotals(list)) sheet.row(totalRow(list, rangeOf), 19);
  if (hasSpreads(list)) for (const row of spreadRows(list, rangeOf)) sheet.row(row, 19);
  putHeads(sheet, columns, lang);
  putItems(sheet, list, rangeOf);
  sheet.filter({ top: headRow, left: 1, bottom: Math.max(sheet.next() - 1, headRow + 1), right: columns.length });
  columns.forEach(({ bars }, column) => {
    if (bars !== undefined && count > 0) sheet.bars({ range: rangeOf(column).replaceAll('$', ''), most: bars });
  });
  sheet.end();
};
