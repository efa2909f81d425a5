/** Takes a line in parts: text, or bytes that need no more work. */
export interface LineSink {
  readonly text: (part: string) => void;
  readonly bytes: (part: Uint8Array) => void;
}

/** Writes one line, without its line break. */
export type WriteLine = (sink: LineSink) => void;

/** Lines, as many as there is memory for. */
export interface LineBuffer {
  /** Answers with the length of the line in bytes, its line break included. */
  readonly add: (write: WriteLine) => number;
  /** What was added; good until something else is. */
  readonly lines: () => Uint8Array;
  readonly clear: () => void;
}

const NEWLINE = Buffer.from('\n');
const LAST_ASCII = 127;
const SHORT = 80;

const SIZE = 262_144;

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
  /** Most short texts are figures and names of files. */
  const addAscii = (part: string): boolean => {
    for (let index = 0; index < part.length; index++) {
      const code = part.charCodeAt(index);
      if (code > LAST_ASCII) return false;
      buffer[used + index] = code;
    }
    used += part.length;
    return true;
  };
  const sink: LineSink = {
    text: part => {
      reserve(part.length * 3);
      if (part.length > SHORT || !addAscii(part)) used += buffer.write(part, used, 'utf8');
    },
    bytes: part => {
      reserve(part.length);
      buffer.set(part, used);
      used += part.length;
    },
  };
  return {
    add: write => {
      const from = used;
      write(sink);
      sink.bytes(NEWLINE);
      return used - from;
    },
    lines: () => buffer.subarray(0, used),
    clear: () => {
      used = 0;
    },
  };
};
