import { readFileSync } from 'node:fs';
import type { Input } from '../batch/stream.ts';
import { type Loaded, loaded, problem } from '../model/problem.ts';

export const STDIN = '-';

const STDIN_NAME = '-.yaml';

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const readStdin = (name: string): Loaded<Uint8Array> => {
  const bytes = readFileSync(0);
  return loaded(bytes.length === 0 ? [problem('empty-file', { file: name, line: 1, column: 1 }, {})] : [], () => bytes);
};

/** Files as they are named; `-` is standard input, which goes by the name it is given. */
export const inputsOf = (files: readonly string[], stdinName: string | undefined): readonly Input[] =>
  files.map(file => {
    if (file !== STDIN) return { file };
    const content = readStdin(stdinName ?? STDIN_NAME);
    const name = stdinName ?? (content.ok && isWorkbook(content.value) ? '-.xlsx' : STDIN_NAME);
    return { file: name, content };
  });
