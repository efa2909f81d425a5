import { aligned } from '../model/base/figures.ts';
import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import type { Outcome } from '../model/finding/finding.ts';
import type { Spread } from '../model/result/summary.ts';
import { type Called, called } from '../words/reader.ts';
import {
  type Block,
  type Cell,
  type Chapter,
  type Column,
  type ColumnKind,
  type Field,
  plainOf,
  type Row,
  type Table,
} from './block.ts';
import { chapter, fieldOf, remark } from './blocks.ts';

/** Words, a number, or an exact decimal; nothing where there is nothing to say. */
export type Value = string | number | undefined;

/** Places of the cells of a list in a workbook, for formulas. */
export interface Cells {
  /** The cell of the same row in the column of this key. */
  readonly of: (key: string) => string;
  /** All cells of the column of this key. */
  readonly all: (key: string) => string;
}

/** A column of a list, told once for pages, workbooks and separated values. */
export interface ListColumn<T> {
  readonly key: string;
  readonly head: Bilingual;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  readonly value: (item: T) => Value;
  /** The words of a page where it says more than the value: a mark, a link, a drawing. */
  readonly cell?: (item: T) => Cell;
  /** A figure out of one, shown in percent. */
  readonly share?: true;
  /** Decimals of its figures. */
  readonly places?: number;
  /** Bars behind its figures, up to this. */
  readonly bars?: number;
  /** What gives the value where the list is a sheet; nothing where it cannot be reckoned there. */
  readonly formula?: (cells: Cells, item: T) => string | undefined;
  /** What the figures that a filter leaves come to, over them in a workbook. */
  readonly total?: { readonly kind: 'mean' | 'sum'; readonly result: number };
  /** How its figures are spread, over them in a workbook. */
  readonly spread?: Spread | undefined;
  /** A mark at its head. */
  readonly outcome?: Outcome;
  readonly only?: 'page' | 'book';
}

/** A list with what is said over it: a table of a page, a sheet of a workbook. */
export interface List<T> {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly ListColumn<T>[];
  /** The last column that stays in sight. */
  readonly frozen?: string;
  /** The first column that is not printed. */
  readonly unprinted?: string;
  readonly items: readonly T[];
}

/** A list of values that are reckoned already. */
export type FlatList = List<readonly Value[]>;

export interface SheetList extends FlatList {
  readonly name: string;
}

/** The values of a list, so that lists of different things can stand side by side. */
export const flat = <T>(list: List<T>): FlatList => {
  const own = ofBook(list.columns);
  const columns = own.map(({ key, kind, head, width, share, places, bars }, index) => ({
    ...{ key, kind, head, width },
    ...(share && { share }),
    ...(places !== undefined && { places }),
    ...(bars !== undefined && { bars }),
    value: (values: readonly Value[]) => values[index],
  }));
  return { ...list, columns, items: list.items.map(item => own.map(({ value }) => value(item))) };
};

const FIGURE = /^-?\d+(?:\.\d+)?$/u;

/** A value as spreadsheets reckon with it: a figure is a number, unless it is a range or the like. */
export const figureIn = ({ kind }: Pick<ListColumn<never>, 'kind'>, value: Value): Value =>
  kind === 'figure' && typeof value === 'string' && FIGURE.test(value) ? Number(value) : value;

export const NO_FIGURE = '—';

type More<T> = Partial<Omit<ListColumn<T>, 'key' | 'kind' | 'head' | 'width' | 'value'>>;

const ofKind =
  (kind: ColumnKind) =>
  <T>(key: string, head: Bilingual, width: number, value: (item: T) => Value, more: More<T> = {}): ListColumn<T> => ({
    key,
    kind,
    head,
    width,
    value,
    ...more,
  });

/** Columns by their kinds: key, head, width in characters, value, and what else is to be said of it. */
export const column = {
  name: ofKind('name'),
  text: ofKind('text'),
  short: ofKind('short'),
  clause: ofKind('clause'),
  place: ofKind('place'),
  figure: ofKind('figure'),
  outcome: ofKind('outcome'),
} as const;

export const IN_BOOK = { only: 'book' } as const;

const NO_HEAD: Bilingual = { zh: '', en: '' };

/** A column of a page that draws what others say in figures. */
export const drawn = <T>(width: number, cell: (item: T) => Cell, head = NO_HEAD): ListColumn<T> =>
  ofKind('drawing')<T>('drawing', head, width, () => '', { only: 'page', cell });

type Figures = Pick<ListColumn<never>, 'kind' | 'share' | 'places'>;

export const valueText = ({ kind, share, places }: Figures, value: Value): string => {
  if (value === undefined) return kind === 'figure' ? NO_FIGURE : '';
  if (share) return typeof value === 'number' ? `${Math.round(value * 100)}%` : value;
  return places === undefined || value === NO_FIGURE ? String(value) : (aligned([String(value)], places)[0] ?? '');
};

/** The columns of these keys, in this order. */
export const chosen = <T>(columns: readonly ListColumn<T>[], ...keys: readonly string[]): readonly ListColumn<T>[] =>
  keys.flatMap(key => columns.find(column => column.key === key) ?? []);

export const ofPage = <T>(columns: readonly ListColumn<T>[]): readonly ListColumn<T>[] =>
  columns.filter(({ only }) => only !== 'book');

export const ofBook = <T>(columns: readonly ListColumn<T>[]): readonly ListColumn<T>[] =>
  columns.filter(({ only }) => only !== 'page');

/** Columns under heads that say what is judged. */
export const headed = <T>(columns: readonly ListColumn<T>[], of: Called): readonly ListColumn<T>[] =>
  of.subject === undefined ? columns : columns.map(one => ({ ...one, head: called(of, one.head) }));

const columnOf =
  (lang: Lang) =>
  <T>({ head, kind, width, outcome }: ListColumn<T>): Column => ({
    title: head[lang],
    kind,
    width,
    ...(outcome && { outcome }),
  });

export const rowOf =
  <T>(columns: readonly ListColumn<T>[]) =>
  (item: T): Row => ({ cells: columns.map(column => column.cell?.(item) ?? valueText(column, column.value(item))) });

export const tableOf = <T>(
  about: Pick<Table, 'name' | 'caption'>,
  columns: readonly ListColumn<T>[],
  items: readonly T[],
  lang: Lang,
): Table => ({
  kind: 'table',
  ...about,
  columns: columns.map(columnOf(lang)),
  rows: items.map(rowOf(columns)),
});

/** `另有 3 项，见 summary.xlsx。`; nothing where nothing is left out. */
export const leftOut = (left: number, file: string, lang: Lang): readonly Block[] =>
  left > 0 ? [remark(lang === 'zh' ? `另有 ${left} 项，见 ${file}。` : `${left} more: see ${file}.`)] : [];

/** The first items of a list as a chapter of a summary, which says in what file the others are. */
export const listChapter = <T>(name: string, list: List<T>, most: number, lang: Lang): Chapter =>
  chapter(
    name,
    list.title,
    tableOf({ name }, ofPage(list.columns), list.items.slice(0, most), lang),
    ...(list.note === '' ? [] : [remark(list.note)]),
    ...leftOut(list.items.length - most, 'summary.xlsx', lang),
  );

/** What columns say of one thing, a field each; none where one has nothing to say. */
export const fieldsOf = <T>(columns: readonly ListColumn<T>[], item: T, lang: Lang): readonly Field[] =>
  columns.flatMap(one => fieldOf(one.head[lang], valueText(one, one.value(item))));

type Line = readonly [item: string, text: string];

/** Fields a row each, for a sheet that says what the others rest on. */
export const fieldsList = (title: string, fields: readonly Field[]): List<Line> => ({
  title,
  note: '',
  columns: [
    column.name('item', both('项目', 'Item'), 20, ([item]) => item),
    column.text('text', both('情况', 'Finding'), 100, ([, text]) => text),
  ],
  items: fields.flatMap(({ name, texts }) =>
    texts.map((text, index): Line => [index === 0 ? name : '', plainOf(text)]),
  ),
});
