import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Terminal } from '../../src/cli/terminal.ts';
import { workedFiles } from './scorecards.ts';
import type { Step } from './step.ts';

export interface Tool {
  readonly main: (argv: readonly string[], terminal: Terminal) => Promise<number>;
}

export const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(folder, name)).isFile())
    : [];

const put = (path: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

/** A folder with the fixtures as they stand and the files that their cases come to. */
const workspace = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-bytes-'));
  cpSync('fixtures', folder, { recursive: true });
  for (const [path, text] of workedFiles()) put(join(folder, path), text);
  put(
    join(folder, 'roster.csv'),
    '中心,县区,乡镇\n青石坳镇便民服务中心,罗山县,青石坳镇\n松林乡便民服务中心,罗山县,松林乡\n',
  );
  return folder;
};

// What a run took and when it began is its own; what a batch keeps for itself to go on with is not told to anyone.
const withoutTiming = (text: string): string => {
  const { timing: _, ...rest } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return JSON.stringify(rest, null, 2);
};

/** A workbook as a folder of its parts, an element a line, so that a difference names its sheet and its cell. */
const keepParts = (path: string, bytes: Uint8Array): void => {
  for (const [part, content] of Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') })))
    put(
      join(path, part),
      /\.(?:xml|rels|vml)$/u.test(part) ? Buffer.from(content).toString().replaceAll('><', '>\n<') : content,
    );
};

const keep = (path: string, bytes: Uint8Array): void => {
  if (path.endsWith('run.json')) put(path, withoutTiming(Buffer.from(bytes).toString()));
  else if (bytes[0] === 0x50 && bytes[1] === 0x4b) keepParts(path, bytes);
  else put(path, bytes);
};

/** What `run` writes to standard output by itself, past the terminal that it was given. */
const pastTheTerminal = async (out: Uint8Array[], run: () => Promise<number>): Promise<number> => {
  const { write } = process.stdout;
  const taken = (text: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    out.push(Buffer.from(text));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(() => done());
    return true;
  };
  process.stdout.write = taken as typeof write;
  return run().finally(() => {
    process.stdout.write = write;
  });
};

const runStep = async ({ argv, columns = 100 }: Step, target: string, { main }: Tool): Promise<void> => {
  const out: Uint8Array[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string | Uint8Array) => void out.push(Buffer.from(text)),
    err: (text: string) => void err.push(text),
    ...{ color: false, columns, isTTY: false },
  };
  const code = await pastTheTerminal(out, () => main(argv, terminal));
  if (out.length > 0) keep(join(target, 'stdout'), Buffer.concat(out));
  if (err.length > 0 || code !== 0) put(join(target, 'stderr'), `${err.join('')}→ ${code}\n`);
  for (const name of filesIn('out').filter(file => !file.includes('.duibiao')))
    keep(join(target, name), readFileSync(join('out', name)));
  rmSync('out', { recursive: true, force: true });
};

/** Runs steps in a workspace of their own and leaves every output below `target`. */
export const produce = async (steps: readonly Step[], target: string, tool: Tool): Promise<void> => {
  const home = process.cwd();
  const folder = workspace();
  try {
    for (const step of steps) {
      process.chdir(join(folder, step.cwd ?? ''));
      await runStep(step, join(target, step.name), tool);
    }
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
};
