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

/** The letters of a column; each is made once. */
export const columnName = (column: number): string => {
  names[column] ??= makeName(column);
  return names[column];
};

const makeName = (column: number): string => {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    name = String.fromCharCode(A + ((rest - 1) % LETTERS)) + name;
  return name;
};

export const cellName = (row: number, column: number): string => columnName(column) + row;

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/iu;

export const parseRange = (reference: string): Range | undefined => {
  const [, left, top, right, bottom] = REFERENCE.exec(reference) ?? [];
  if (left === undefined || top === undefined) return undefined;
  return { left: columnOf(left), top: Number(top), right: columnOf(right ?? left), bottom: Number(bottom ?? top) };
};
