/** A cell by its numbers; both count from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; rows and columns count from 1, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const LETTERS = 26;
const A = 65;

/** The column of `AB12`; 0 if there is none. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index) & ~32;
    if (code < A || code >= A + LETTERS) break;
    column = column * LETTERS + code - A + 1;
  }
  return column;
};

const names: string[] = [];

const makeName = (column: number): string =>
  column <= 0 ? '' : makeName(Math.floor((column - 1) / LETTERS)) + String.fromCharCode(A + ((column - 1) % LETTERS));

/** The letters of a column; each is made once. */
export const columnName = (column: number): string => {
  names[column] ??= makeName(column);
  return names[column];
};

export const cellName = (row: number, column: number): string => columnName(column) + row;

/** `B2:D9`. */
export const rangeName = ({ top, left, bottom, right }: Range): string =>
  `${cellName(top, left)}:${cellName(bottom, right)}`;

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/iu;

export const parseRange = (reference: string): Range | undefined => {
  const [, left, top, right, bottom] = REFERENCE.exec(reference) ?? [];
  if (left === undefined || top === undefined) return undefined;
  return { left: columnOf(left), top: Number(top), right: columnOf(right ?? left), bottom: Number(bottom ?? top) };
};

/** The place of `AB12`; the first cell where there is none. */
export const placeOf = (reference: string): Place => {
  const { top, left } = parseRange(reference) ?? { top: 1, left: 1 };
  return { row: top, column: left };
};

/** The name of a sheet in a formula or a link. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A cell, or a range, of another sheet. */
export const onSheet = (sheet: string, cells: string): string => `${quoted(sheet)}!${cells}`;
