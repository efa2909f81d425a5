/** Lines, as many as there is memory for. */
export interface LineBuffer {
  /** Answers with the length of the line in bytes, its line break included. */
  readonly add: (line: string) => number;
  /** What was added; good until something else is. */
  readonly lines: () => Uint8Array;
  readonly clear: () => void;
}

const SIZE = 262_144;
const NEWLINE = 10;

/** The most bytes that a character of a text takes in UTF-8. */
const WIDEST = 3;

/** Fills the memory that is given before it takes more. */
export const makeLineBuffer = (memory: ArrayBuffer = new ArrayBuffer(SIZE)): LineBuffer => {
  let buffer = Buffer.from(memory);
  let used = 0;
  const reserve = (length: number): void => {
    if (used + length <= buffer.length) return;
    const larger = Buffer.from(new ArrayBuffer((used + length) * 2));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  };
  return {
    add: line => {
      const from = used;
      reserve(line.length * WIDEST + 1);
      used += buffer.write(line, used, 'utf8');
      buffer[used++] = NEWLINE;
      return used - from;
    },
    lines: () => buffer.subarray(0, used),
    clear: () => {
      used = 0;
    },
  };
};
