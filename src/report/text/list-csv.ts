import type { Lang } from '../../model/base/text.ts';
import { type CsvCell, csvLines } from '../../sheets/write/csv.ts';
import { figureIn, type ListColumn, ofBook } from '../../tell/list.ts';

export const csvHead = <T>(columns: readonly ListColumn<T>[], lang: Lang): string =>
  csvLines([ofBook(columns).map(({ head }) => head[lang])]);

const cellOf = <T>(column: ListColumn<T>, item: T): CsvCell => figureIn(column, column.value(item)) ?? '';

export const csvRows = <T>(columns: readonly ListColumn<T>[], items: readonly T[]): string =>
  csvLines(items.map(item => ofBook(columns).map(column => cellOf(column, item))));
