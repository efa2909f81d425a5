import type { SourceNode } from '../source.ts';
import { readBlock } from './block.ts';
import { CODE, type Cursor, codeAt, nextContent } from './cursor.ts';
import { readFlow } from './flow.ts';

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
