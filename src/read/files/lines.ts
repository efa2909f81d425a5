import { closeSync, readSync } from 'node:fs';
import { type Loaded, problem, refused } from '../../model/base/problem.ts';
import { MAX_BYTES, openRegular, unreadable } from './files.ts';

/** A line of a file, from 1, with its bytes or the reason why it is not read. Blank lines are counted and left out. */
export interface Line {
  readonly number: number;
  readonly content: Loaded<Uint8Array>;
}

export const NEWLINE = 10;

const isBlank = (bytes: Uint8Array): boolean => bytes.every(byte => byte === 32 || (byte >= 9 && byte <= 13));

/** Cuts what comes in pieces into lines; a line of any length takes no more memory than the longest that is read. */
export const splitLines = (file: string, longest: number = MAX_BYTES) => {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const hold = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= longest) held.push(piece);
    else held = [];
  };
  const take = (): Line | undefined => {
    const [first, ...more] = held;
    const bytes = first !== undefined && more.length === 0 ? first : Buffer.concat(held);
    const isLong = length > longest;
    held = [];
    length = 0;
    number++;
    if (!isLong) return isBlank(bytes) ? undefined : { number, content: { ok: true, value: bytes, warnings: [] } };
    const limit = `${longest / 1_000_000} MB`;
    return {
      number,
      content: refused([problem('too-large', { file, line: number, column: 1 }, { limit })]),
    };
  };
  return {
    push: (chunk: Uint8Array): readonly Line[] => {
      const lines: Line[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        hold(chunk.subarray(from, at));
        const line = take();
        if (line !== undefined) lines.push(line);
        from = at + 1;
      }
      if (from < chunk.length) hold(chunk.subarray(from));
      return lines;
    },
    end: (): readonly Line[] => (length === 0 ? [] : [take()].filter(line => line !== undefined)),
  };
};

const PIECE = 262_144;

/** All that an open file holds, from where it is read. */
export function* readPieces(opened: number): Generator<Uint8Array> {
  for (;;) {
    const piece = Buffer.allocUnsafeSlow(PIECE);
    const read = readSync(opened, piece, 0, PIECE, null);
    if (read === 0) return;
    yield piece.subarray(0, read);
  }
}

/** The lines of a file, a piece at a time. */
export function* readLines(file: string, longest?: number): Generator<Line> {
  const lines = splitLines(file, longest);
  const opened = openRegular(file);
  if (!opened.ok) return yield { number: 1, content: opened };
  try {
    for (const piece of readPieces(opened.value.file)) yield* lines.push(piece);
    yield* lines.end();
  } catch (error) {
    yield { number: 1, content: unreadable(file, error) };
  } finally {
    closeSync(opened.value.file);
  }
}
