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

/** The built tool as a process of its own, without a terminal and in Chinese. */
export const start = (words: readonly string[], { cwd = '.', input = '' } = {}): Started => {
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', FORCE_COLOR: '' };
  const child = spawn(process.execPath, [TOOL, ...words], { cwd, env });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => {
    heard.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    heard.err += data.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...heard }));
  });
  return { child, ended };
};

export const run = (words: readonly string[], setting: { cwd?: string; input?: string } = {}): Promise<Ended> =>
  start(words, setting).ended;
