import { buffer } from 'node:stream/consumers';
import type { Input } from '../../audit/inputs.ts';
import { type Loaded, loaded, problem } from '../../model/base/problem.ts';

const STDIN = '-';

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** What standard input goes by unless it is given a name. */
const nameOf = (bytes: Uint8Array): string => (isWorkbook(bytes) ? '-.xlsx' : '-.yaml');

const readStdin = async (given: string | undefined): Promise<Input> => {
  const bytes = await buffer(process.stdin);
  const file = given ?? nameOf(bytes);
  const empty = bytes.length === 0 ? [problem('empty-file', { file, line: 1, column: 1 }, {})] : [];
  const content: Loaded<Uint8Array> = loaded(empty, () => bytes);
  return { file, content };
};

/** Files as they are named; `-` is standard input. */
export async function* inputsOf(files: readonly string[], stdinName: string | undefined): AsyncGenerator<Input> {
  for (const file of files) yield file === STDIN ? await readStdin(stdinName) : { file };
}
