/** Lines and columns count from 1. */
export interface TextLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `cell` is in A1 form, by the physical rows and columns of the sheet. */
export interface CellLocation {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

export type Location = TextLocation | CellLocation;

/** The beginning of a file. */
export const startOf = (file: string): TextLocation => ({ file, line: 1, column: 1 });

/** The place of what was made up and stands in no file. */
export const NOWHERE = startOf('');

export const isCell = (location: Location): location is CellLocation => 'cell' in location;

const PLAIN_SHEET_NAME = /^[\p{L}\p{N}_]+$/u;

const sheetName = (name: string): string => (PLAIN_SHEET_NAME.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

/** `工作表!B7` or `12:3`: the place within its file. */
export const placeInFile = (location: Location): string =>
  isCell(location) ? `${sheetName(location.sheet)}!${location.cell}` : `${location.line}:${location.column}`;

/** `file:line:column` or `file:工作表!B7`. */
export const formatLocation = (location: Location): string => `${location.file}:${placeInFile(location)}`;
