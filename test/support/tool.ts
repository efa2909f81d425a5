import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { heard } from './inside.ts';

const TOOL = join(import.meta.dirname, '..', '..', 'bin', 'duibiao.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Setting {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** For the shell's `ulimit`. */
  readonly limit?: string;
}

const CHINESE = { LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '' } as const;

/** The built tool as a process of its own, without a terminal and in Chinese. */
export const start = (words: readonly string[], { cwd = '.', input = '', limit = '' }: Setting = {}): Started => {
  const env = { ...process.env, ...CHINESE, FORCE_COLOR: '' };
  const node = [process.execPath, TOOL, ...words];
  const [command = '', ...rest] = limit === '' ? node : ['sh', '-c', `ulimit ${limit} && exec "$@"`, 'sh', ...node];
  const child = spawn(command, rest, { cwd, env, stdio: 'pipe' });
  const [out, err]: readonly [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
  return { child, ended };
};

/** What only a process of its own can be given, a filter, which writes to standard output itself, and workers, which are a file of the build. */
const needsProcess = (words: readonly string[], { input, limit }: Setting): boolean =>
  limit !== undefined ||
  (input !== undefined && words[words.indexOf('-o') + 1] === '-') ||
  Number(words[words.indexOf('--workers') + 1]) > 1;

let last: Promise<unknown> = Promise.resolve();

/** With a standard input of its own. */
const reading = async <T>(input: string | Uint8Array | undefined, use: () => Promise<T>): Promise<T> => {
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
  if (input === undefined || stdin === undefined) return use();
  Object.defineProperty(process, 'stdin', { ...INPUT, value: Readable.from([Buffer.from(input)]) });
  try {
    return await use();
  } finally {
    Object.defineProperty(process, 'stdin', stdin);
  }
};

const INPUT = { configurable: true, enumerable: true } as const;

/** One after another: a process stands in one folder at a time. */
const within = (cwd: string, words: readonly string[], input: Setting['input']): Promise<Ended> => {
  const ended = last.then(async () => {
    const from = process.cwd();
    const env = { ...process.env };
    process.chdir(cwd);
    Object.assign(process.env, CHINESE);
    try {
      return { ...(await reading(input, () => heard({}, words))), signal: null };
    } finally {
      Object.assign(process.env, Object.fromEntries(Object.keys(CHINESE).map(name => [name, env[name] ?? ''])));
      process.chdir(from);
    }
  });
  last = ended.catch(() => undefined);
  return ended;
};

/** The tool, in this process where that will do: rules are read once, and what the tests reach of the source is seen. */
export const run = (words: readonly string[], setting: Setting = {}): Promise<Ended> =>
  needsProcess(words, setting) ? start(words, setting).ended : within(setting.cwd ?? '.', words, setting.input);

/** A day and settings that are the same wherever a test runs. */
export const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;

export const batch = (cwd: string, ...words: readonly string[]): Promise<Ended> =>
  run(['batch', ...words, ...DAY], { cwd });
