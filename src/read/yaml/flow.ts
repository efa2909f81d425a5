import type { ListNode, MapEntry, MapNode, SourceNode } from '../../model/base/source.ts';
import {
  beginsWord,
  CODE,
  type Cursor,
  codeAt,
  columnOf,
  here,
  isQuote,
  LONGEST_KEY,
  MAX_DEPTH,
  plainScalar,
  readQuoted,
  readQuotedScalar,
} from './scalar.ts';

/** Past spaces and line breaks; false where a line begins too far to the left to belong to what is being read. */
const skipGap = (cursor: Cursor, indent: number): boolean => {
  const { line } = cursor;
  for (;;) {
    const code = codeAt(cursor);
    if (code === CODE.newline) {
      cursor.line++;
      cursor.lineStart = cursor.at + 1;
    } else if (code !== CODE.space && code !== CODE.return) break;
    cursor.at++;
  }
  return cursor.line === line || columnOf(cursor) > indent;
};

/** `[…]`, `{…}`, or a scalar inside one. `indent` is that of the lines around. */
export const readFlow = (cursor: Cursor, indent: number, depth: number): SourceNode | undefined => {
  const code = codeAt(cursor);
  if (code === CODE.openMap) return readMap(cursor, indent, depth);
  if (code === CODE.openList) return readList(cursor, indent, depth);
  if (isQuote(code)) return readQuotedScalar(cursor);
  const location = here(cursor);
  const word = readWord(cursor);
  return word === undefined ? undefined : plainScalar(word, location);
};

/** Whether a word inside brackets ends before this character. */
const endsWord = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  switch (code) {
    case CODE.comma:
    case CODE.closeList:
    case CODE.closeMap:
    case CODE.newline:
    case CODE.return:
      return true;
    case CODE.colon:
      return text.charCodeAt(at + 1) === CODE.space || endsWord(text, at + 1);
    default:
      return Number.isNaN(code);
  }
};

const readWord = (cursor: Cursor): string | undefined => {
  if (!beginsWord(cursor)) return undefined;
  const { text, at } = cursor;
  let end = at + 1;
  for (; !endsWord(text, end); end++) {
    const code = text.charCodeAt(end);
    if (
      code === CODE.openList ||
      code === CODE.openMap ||
      (code === CODE.hash && text.charCodeAt(end - 1) === CODE.space)
    )
      return undefined;
  }
  cursor.at = end;
  while (text.charCodeAt(end - 1) === CODE.space) end--;
  return text.slice(at, end);
};

/** Reads `item` after `item` between commas up to `close`. */
const readItems = <T>(
  cursor: Cursor,
  indent: number,
  close: number,
  item: () => T | undefined,
): readonly T[] | undefined => {
  const items: T[] = [];
  cursor.at++;
  if (!skipGap(cursor, indent)) return undefined;
  while (codeAt(cursor) !== close) {
    const read = item();
    if (read === undefined || !skipGap(cursor, indent)) return undefined;
    items.push(read);
    if (codeAt(cursor) === close) break;
    if (codeAt(cursor) !== CODE.comma) return undefined;
    cursor.at++;
    if (!skipGap(cursor, indent) || codeAt(cursor) === close) return undefined;
  }
  cursor.at++;
  return items;
};

const readList = (cursor: Cursor, indent: number, depth: number): ListNode | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  const location = here(cursor);
  const items = readItems(cursor, indent, CODE.closeList, () => readFlow(cursor, indent, depth + 1));
  return items && { kind: 'list', items, location };
};

const readMap = (cursor: Cursor, indent: number, depth: number): MapNode | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  const location = here(cursor);
  const entries = readItems(cursor, indent, CODE.closeMap, () => readEntry(cursor, indent, depth));
  return entries && { kind: 'map', entries, location };
};

const readEntry = (cursor: Cursor, indent: number, depth: number): MapEntry | undefined => {
  const { at, line } = cursor;
  const keyLocation = here(cursor);
  const key = isQuote(codeAt(cursor)) ? readQuoted(cursor) : readWord(cursor);
  if (key === undefined || key === '<<' || cursor.at - at > LONGEST_KEY) return undefined;
  if (!skipGap(cursor, indent) || cursor.line !== line || codeAt(cursor) !== CODE.colon) return undefined;
  cursor.at++;
  if (!skipGap(cursor, indent)) return undefined;
  const value = readFlow(cursor, indent, depth + 1);
  return value && { key, keyLocation, value };
};
