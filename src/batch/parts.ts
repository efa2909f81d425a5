/** A line of results in parts: text, or bytes that need no more work. */
export type Line = readonly (string | Uint8Array)[];

/** How many bytes a line may take at most, its line break included. */
export const mostBytes = (line: Line): number => {
  let most = 1;
  for (const part of line) most += typeof part === 'string' ? part.length * 3 : part.length;
  return most;
};

const NEWLINE = 10;

/** Writes a line with its line break into a buffer that is long enough; answers with how many bytes it took. */
export const writeLine = (line: Line, buffer: Buffer, from: number): number => {
  let at = from;
  for (const part of line) {
    if (typeof part === 'string') at += buffer.write(part, at, 'utf8');
    else {
      buffer.set(part, at);
      at += part.length;
    }
  }
  buffer[at] = NEWLINE;
  return at + 1 - from;
};

export const encodeLine = (line: Line): Uint8Array => {
  const buffer = Buffer.allocUnsafe(mostBytes(line));
  return buffer.subarray(0, writeLine(line, buffer, 0));
};
