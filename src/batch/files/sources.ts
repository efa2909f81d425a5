import { problem } from '../../model/base/problem.ts';
import type { Input } from '../../model/profile/input.ts';
import { MAX_BYTES } from '../../read/files/files.ts';
import { type Line, splitLines } from '../../read/files/lines.ts';
import { documentsOf, STDIN } from '../../read/files/open.ts';
import type { Shard } from './state.ts';

const toInput =
  (file: string) =>
  ({ number, content }: Line): Input => ({ file, line: number, content });

const NEWLINE = 10;
const OPEN = 123;
const CLOSE = 125;

/** Whether what begins so is one JSON object a line; undefined while that cannot be told. */
const looksLikeLines = (start: Uint8Array, isWhole: boolean): boolean | undefined => {
  const end = start.lastIndexOf(NEWLINE);
  const text = Buffer.from(isWhole ? start : start.subarray(0, end + 1)).toString('latin1');
  const lines = text.split('\n').map(line => line.trim());
  const [first = '', second] = lines.filter(line => line !== '');
  if (first === '') return isWhole ? false : undefined;
  if (first.charCodeAt(0) !== OPEN) return false;
  if (first.charCodeAt(first.length - 1) === CLOSE) return true;
  return second === undefined ? (isWhole ? false : undefined) : second.charCodeAt(0) === OPEN;
};

/** As much as it takes to tell what standard input holds. */
const readStart = async (rest: AsyncIterator<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= MAX_BYTES; ) {
    const next = await rest.next();
    if (!next.done) chunks.push(next.value);
    const isLines = looksLikeLines(Buffer.concat(chunks), next.done === true);
    if (isLines !== undefined) return { chunks, isLines };
    size += next.value?.length ?? 0;
  }
  return { chunks, isLines: false };
};

async function* onward(chunks: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* lineInputs(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  const lines = splitLines(file);
  for await (const chunk of chunks) yield* lines.push(chunk).map(toInput(file));
  yield* lines.end().map(toInput(file));
}

/** By its name what comes whole on standard input is taken for YAML, which JSON is a part of. */
const STDIN_DOCUMENT = '-.yaml';

const wholeDocument = async (chunks: AsyncIterable<Uint8Array>): Promise<Input> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size <= MAX_BYTES) parts.push(chunk);
  }
  const wrong =
    size === 0
      ? problem('empty-file', STDIN_DOCUMENT, {})
      : size > MAX_BYTES && problem('too-large', STDIN_DOCUMENT, { limit: `${MAX_BYTES / 1_000_000} MB` });
  return {
    file: STDIN_DOCUMENT,
    content: wrong ? { ok: false, problems: [wrong] } : { ok: true, value: Buffer.concat(parts), warnings: [] },
  };
};

/** Standard input: JSON Lines as they come, or one document. */
async function* fromStdin(chunks: AsyncIterable<Uint8Array>, alwaysLines: boolean): AsyncGenerator<Input> {
  const rest = chunks[Symbol.asyncIterator]();
  const start = alwaysLines ? { chunks: [], isLines: true } : await readStart(rest);
  const all = onward(start.chunks, rest);
  if (start.isLines) yield* lineInputs(STDIN, all);
  else yield await wholeDocument(all);
}

export interface SourceOptions {
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Standard input is JSON Lines whatever it begins with. */
  readonly stdinIsLines: boolean;
}

/** Every document of the files, one after another: a file of lines has one a line. */
export async function* readSources(files: readonly string[], options: SourceOptions): AsyncGenerator<Input> {
  for (const file of files) {
    if (file === STDIN) yield* fromStdin(options.stdin(), options.stdinIsLines);
    else yield* documentsOf({ file });
  }
}

/** Every `count`-th document, beginning with the `index`-th. */
export async function* shardOf(inputs: AsyncIterable<Input>, { index, count }: Shard): AsyncGenerator<Input> {
  let number = 0;
  for await (const input of inputs) if (number++ % count === index - 1) yield input;
}
