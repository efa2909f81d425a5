import { compareDecimals } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import type { ScalarNode } from '../../model/base/source.ts';

/** Where a reader stands in a text. `line` counts from 1, `lineStart` is the offset at which that line begins. */
export interface Cursor {
  readonly file: string;
  readonly text: string;
  at: number;
  line: number;
  lineStart: number;
}

/** What is nested deeper, or has a longer key, is left to the whole language. */
export const [MAX_DEPTH, LONGEST_KEY] = [50, 500];

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

const skipSpaces = (cursor: Cursor): void => {
  while (codeAt(cursor) === CODE.space) cursor.at++;
};

/** Whether `code` ends a line, or the text. */
export const isLineEnd = (code: number): boolean => code === CODE.newline || code === CODE.return || Number.isNaN(code);

/** Past the end of the line at hand. */
const nextLine = (cursor: Cursor): void => {
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

export const blank = (location: Location): ScalarNode => ({ kind: 'scalar', text: '', value: null, location });

const NUMBER = /^[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ...['null', 'Null', 'NULL', '~'].map(word => [word, null] as const),
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
]);

const LONGEST = 40;

/** A number that is the figure as it is written: not the sixteen that 0x10 is to YAML, and not one that lost its last digits. */
export const asWritten = (text: string): number | string => {
  const value = Number(text);
  const isFigure = NUMBER.test(text) && text.length <= LONGEST && Number.isFinite(value);
  return isFigure && (String(value) === text || compareDecimals(String(value), text) === 0) ? value : text;
};

/** A word without quotation marks, as YAML 1.2 takes it. */
export const plainScalar = (text: string, location: Location): ScalarNode => {
  const first = text.charCodeAt(0);
  if (first > 126) return { kind: 'scalar', text, value: text, location };
  const word = WORDS.get(text);
  if (word === null) return blank(location);
  const value = word ?? (NUMBER.test(text) ? asWritten(text) : text);
  return { kind: 'scalar', text, value, location };
};

const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`.'].map(sign => sign.charCodeAt(0)));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a word may begin here and mean just itself; 0x10 and the like are left to others. */
export const beginsWord = (cursor: Cursor): boolean => {
  const { text, at } = cursor;
  const code = text.charCodeAt(at);
  if (code > 126) return true;
  if (code === CODE.dash) return isDigit(text.charCodeAt(at + 1));
  if (code === 48) return !/[xo]/.test(text.charAt(at + 1));
  return code > CODE.space && !INDICATORS.has(code) && !(code === 43 && text.charCodeAt(at + 1) === CODE.dot);
};

/** A text in double quotation marks on one line, with the escapes of JSON. */
const readDoubleQuoted = (cursor: Cursor): string | undefined => {
  const { text, at } = cursor;
  let escaped = false;
  for (let end = at + 1; ; end++) {
    const code = text.charCodeAt(end);
    if (code === CODE.backslash) {
      escaped = true;
      end++;
    } else if (code === CODE.doubleQuote) {
      cursor.at = end + 1;
      return escaped ? unescaped(text.slice(at, end + 1)) : text.slice(at + 1, end);
    } else if (isLineEnd(code)) return undefined;
  }
};

const unescaped = (quoted: string): string | undefined => {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
};

const readSingleQuoted = (cursor: Cursor): string | undefined => {
  const { text, at } = cursor;
  const end = text.indexOf("'", at + 1);
  if (end < 0 || text.charCodeAt(end + 1) === CODE.singleQuote) return undefined;
  const value = text.slice(at + 1, end);
  if (value.includes('\n')) return undefined;
  cursor.at = end + 1;
  return value;
};

export const isQuote = (code: number): boolean => code === CODE.doubleQuote || code === CODE.singleQuote;

export const readQuoted = (cursor: Cursor): string | undefined =>
  codeAt(cursor) === CODE.doubleQuote ? readDoubleQuoted(cursor) : readSingleQuoted(cursor);

export const readQuotedScalar = (cursor: Cursor): ScalarNode | undefined => {
  const location = here(cursor);
  const value = readQuoted(cursor);
  return value === undefined ? undefined : { kind: 'scalar', text: value, value, location };
};
