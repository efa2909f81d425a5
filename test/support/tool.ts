import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

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
  readonly input?: string;
  /** For the shell's `ulimit`. */
  readonly limit?: string;
}

/** The built tool as a process of its own, without a terminal and in Chinese. */
export const start = (words: readonly string[], { cwd = '.', input = '', limit = '' }: Setting = {}): Started => {
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', FORCE_COLOR: '' };
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

export const run = (words: readonly string[], setting: Setting = {}): Promise<Ended> => start(words, setting).ended;

/** A day and settings that are the same wherever a test runs. */
export const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;

export const batch = (cwd: string, ...words: readonly string[]): Promise<Ended> =>
  run(['batch', ...words, ...DAY], { cwd });
