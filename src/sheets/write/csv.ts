import { stringify } from 'csv-stringify/sync';
import { writable } from '../xml.ts';

/** A text or a number; a text is one whatever it begins with. */
export type CsvCell = string | number;

/** What stands before the first line: by it, spreadsheets know UTF-8. */
export const CSV_MARK = '\uFEFF';

const FIRST_UNSEEN = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const shown = (cell: CsvCell): CsvCell =>
  typeof cell === 'number' ? cell : writable(cell.replace(FIRST_UNSEEN, '').replaceAll(UNSEEN, ' '));

/** What begins a command to the log of a service that runs builds, at the head of a line; within quotation marks it is none. */
const COMMAND = /^\s*(?:::|##\[)/u;

/** Separated values, a row a line; text that a spreadsheet would take for a formula is marked as text. */
export const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  stringify(
    rows.map(row => row.map(shown)),
    { record_delimiter: 'windows', escape_formulas: true, quoted_match: COMMAND },
  );
