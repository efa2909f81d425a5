import type { Location } from '../../model/base/location.ts';

/** Where a reader stands in a text. `line` counts from 1, `lineStart` is the offset at which that line begins. */
export interface Cursor {
  readonly file: string;
  readonly text: string;
  at: number;
  line: number;
  lineStart: number;
}

export const CODE = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openMap: 123,
  closeMap: 125,
} as const;

export const here = ({ file, line, at, lineStart }: Cursor): Location => ({ file, line, column: at - lineStart + 1 });

export const columnOf = ({ at, lineStart }: Cursor): number => at - lineStart;

export const codeAt = ({ text, at }: Cursor): number => text.charCodeAt(at);

export const skipSpaces = (cursor: Cursor): void => {
  while (codeAt(cursor) === CODE.space) cursor.at++;
};

/** Whether `code` ends a line, or the text. */
export const isLineEnd = (code: number): boolean => code === CODE.newline || code === CODE.return || Number.isNaN(code);

/** Past the end of the line at hand. */
export const nextLine = (cursor: Cursor): void => {
  const end = cursor.text.indexOf('\n', cursor.at);
  cursor.at = end < 0 ? cursor.text.length : end + 1;
  cursor.line++;
  cursor.lineStart = cursor.at;
};

/** To the first character of the next line that holds more than a comment; false at the end of the text. */
export const nextContent = (cursor: Cursor): boolean => {
  while (cursor.at < cursor.text.length) {
    skipSpaces(cursor);
    const code = codeAt(cursor);
    if (!isLineEnd(code) && code !== CODE.hash) return true;
    nextLine(cursor);
  }
  return false;
};

/** Past spaces and a comment up to the end of the line; false where something else stands there. */
export const endLine = (cursor: Cursor): boolean => {
  const from = cursor.at;
  skipSpaces(cursor);
  const code = codeAt(cursor);
  return isLineEnd(code) || (code === CODE.hash && cursor.at > from);
};
