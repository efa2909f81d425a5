import { readSync } from 'node:fs';

/** Where a line stands in its file, from 1, its line break left out. */
export interface Span {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
}

const PIECE = 1_048_576;
const NEWLINE = 10;

/** The places of the lines of a file, found without holding any of them. */
export function* lineSpans(file: number): Generator<Span> {
  const piece = Buffer.allocUnsafe(PIECE);
  let [number, start, at] = [0, 0, 0];
  for (;;) {
    const read = readSync(file, piece, 0, PIECE, at);
    if (read === 0) break;
    for (let from = 0; ; ) {
      const end = piece.subarray(0, read).indexOf(NEWLINE, from);
      if (end < 0) break;
      yield { number: ++number, offset: start, length: at + end - start };
      from = end + 1;
      start = at + from;
    }
    at += read;
  }
  if (at > start) yield { number: number + 1, offset: start, length: at - start };
}

/** The first bytes of a line, or all of them. */
export const readSpan = (file: number, { offset, length }: Span, most: number = length): Buffer => {
  const bytes = Buffer.allocUnsafe(Math.min(length, most));
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, bytes.length - done, offset + done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
};
