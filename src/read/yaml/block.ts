import type { ListNode, MapEntry, MapNode, SourceNode } from '../../model/base/source.ts';
import { readFlow } from './flow.ts';
import {
  beginsWord,
  blank,
  CODE,
  type Cursor,
  codeAt,
  columnOf,
  endLine,
  here,
  isLineEnd,
  isQuote,
  LONGEST_KEY,
  MAX_DEPTH,
  nextContent,
  plainScalar,
} from './scalar.ts';

const isDash = ({ text, at }: Cursor): boolean => {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === CODE.dash && (next === CODE.space || isLineEnd(next));
};

/** The entries or items that begin at the column at hand. */
export const readBlock = (cursor: Cursor, depth: number): SourceNode | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  return isDash(cursor) ? readList(cursor, depth) : readMap(cursor, depth);
};

/** Calls `read` for each line that begins at the column at hand; false where one does not fit. */
const eachLine = (cursor: Cursor, belongs: () => boolean, read: () => boolean): boolean => {
  const indent = columnOf(cursor);
  do {
    if (!read()) return false;
  } while (nextContent(cursor) && columnOf(cursor) === indent && belongs());
  return cursor.at >= cursor.text.length || columnOf(cursor) <= indent;
};

const readList = (cursor: Cursor, depth: number): ListNode | undefined => {
  const location = here(cursor);
  const indent = columnOf(cursor);
  const items: SourceNode[] = [];
  const complete = eachLine(
    cursor,
    () => isDash(cursor),
    () => {
      cursor.at++;
      const item = readAfterDash(cursor, indent, depth);
      if (item !== undefined) items.push(item);
      return item !== undefined;
    },
  );
  return complete ? { kind: 'list', items, location } : undefined;
};

const readMap = (cursor: Cursor, depth: number): MapNode | undefined => {
  const location = here(cursor);
  const indent = columnOf(cursor);
  const entries: MapEntry[] = [];
  const complete = eachLine(
    cursor,
    () => true,
    () => {
      const keyLocation = here(cursor);
      const key = readKey(cursor);
      const value = key === undefined ? undefined : readAfterColon(cursor, indent, depth);
      if (key === undefined || value === undefined) return false;
      entries.push({ key, keyLocation, value });
      return true;
    },
  );
  return complete ? { kind: 'map', entries, location } : undefined;
};

/** A key without quotation marks, up to its colon; the cursor ends after that. */
const readKey = (cursor: Cursor): string | undefined => {
  if (!beginsWord(cursor)) return undefined;
  const { text, at } = cursor;
  for (let end = at; ; end++) {
    const code = text.charCodeAt(end);
    if (isLineEnd(code) || (code === CODE.hash && text.charCodeAt(end - 1) === CODE.space)) return undefined;
    if (code !== CODE.colon) continue;
    const next = text.charCodeAt(end + 1);
    if (next !== CODE.space && !isLineEnd(next)) continue;
    cursor.at = end + 1;
    while (text.charCodeAt(end - 1) === CODE.space) end--;
    const key = text.slice(at, end);
    return key === '<<' || key.length > LONGEST_KEY ? undefined : key;
  }
};

const readAfterDash = (cursor: Cursor, indent: number, depth: number): SourceNode | undefined => {
  if (endLine(cursor)) return readBelow(cursor, depth, () => columnOf(cursor) > indent);
  if (isDash(cursor)) return readBlock(cursor, depth + 1);
  if (isClosed(cursor)) return readClosed(cursor, indent, depth);
  return hasKey(cursor) ? readBlock(cursor, depth + 1) : readWord(cursor);
};

/** A list may begin right below its key. */
const readAfterColon = (cursor: Cursor, indent: number, depth: number): SourceNode | undefined => {
  if (endLine(cursor))
    return readBelow(cursor, depth, () => columnOf(cursor) > indent || (columnOf(cursor) === indent && isDash(cursor)));
  return isClosed(cursor) ? readClosed(cursor, indent, depth) : readWord(cursor);
};

const readBelow = (cursor: Cursor, depth: number, belongs: () => boolean): SourceNode | undefined => {
  const nothing = blank(here(cursor));
  return nextContent(cursor) && belongs() ? readBlock(cursor, depth + 1) : nothing;
};

/** Whether what begins here ends with a mark of its own: a bracket or a quotation mark. */
const isClosed = (cursor: Cursor): boolean => {
  const code = codeAt(cursor);
  return code === CODE.openMap || code === CODE.openList || isQuote(code);
};

const readClosed = (cursor: Cursor, indent: number, depth: number): SourceNode | undefined => {
  const node = readFlow(cursor, indent, depth + 1);
  return node !== undefined && endLine(cursor) ? node : undefined;
};

const hasKey = (cursor: Cursor): boolean => readKey({ ...cursor }) !== undefined;

/** A word up to the end of its line or a comment. */
const readWord = (cursor: Cursor): SourceNode | undefined => {
  if (!beginsWord(cursor)) return undefined;
  const { text, at } = cursor;
  const location = here(cursor);
  let end = at + 1;
  for (; !isLineEnd(text.charCodeAt(end)); end++) {
    const code = text.charCodeAt(end);
    if (code === CODE.hash && text.charCodeAt(end - 1) === CODE.space) break;
    if (code !== CODE.colon) continue;
    const next = text.charCodeAt(end + 1);
    if (next === CODE.space || isLineEnd(next)) return undefined;
  }
  cursor.at = end;
  while (text.charCodeAt(end - 1) === CODE.space) end--;
  return plainScalar(text.slice(at, end), location);
};

/** Tabs, marks of byte order and lone returns mean different things in different places. */
const isIntricate = (text: string): boolean =>
  text.includes('\t') || text.includes('\ufeff') || (text.includes('\r') && /\r(?!\n)/u.test(text));

/**
 * Reads the plain part of YAML that people and programs write profiles in, JSON among it, at a fraction of what the
 * whole language costs. Undefined where a text goes beyond that part or is in error: the whole language says which.
 */
export const readPlain = (file: string, text: string, firstLine = 1): SourceNode | undefined => {
  if (isIntricate(text)) return undefined;
  const cursor: Cursor = { file, text, at: 0, line: firstLine, lineStart: 0 };
  if (!nextContent(cursor)) return undefined;
  const code = codeAt(cursor);
  const closed = code === CODE.openMap || code === CODE.openList;
  const node = closed ? readFlow(cursor, -1, 0) : readBlock(cursor, 0);
  return node !== undefined && !nextContent(cursor) ? node : undefined;
};
