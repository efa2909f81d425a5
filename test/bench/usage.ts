import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const TOOL = join(ROOT, 'bin', 'duibiao.js');
export const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** What a process took: seconds on the clock and of processors, and its peak of memory. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly mib: number;
}

/** Runs a program of Node and measures it from within, at its end. */
export const measure = (args: readonly string[], cwd: string): Usage => {
  const file = join(tmpdir(), `usage-${process.pid}.json`);
  const nowhere = openSync('/dev/null', 'w');
  const env = {
    ...process.env,
    USAGE_FILE: file,
    NODE_OPTIONS: `--require ${JSON.stringify(join(import.meta.dirname, 'usage.cjs'))}`,
  };
  const { status } = spawnSync(process.execPath, args, { cwd, env, stdio: ['ignore', nowhere, nowhere] });
  closeSync(nowhere);
  if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Usage;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Programs in turn, round after round, so that what else the machine does falls on all of them. */
export const inTurn = (programs: readonly (() => Usage)[], rounds = ROUNDS): readonly (readonly Usage[])[] => {
  const taken = Array.from({ length: rounds }, () => programs.map(run => run()));
  return programs.map((_, at) => taken.map(round => round[at] as Usage));
};

/** How often the one is the other, round by round. */
export const ratio = (one: readonly Usage[], base: readonly Usage[], of: keyof Usage = 'wall'): number =>
  median(one.map((usage, round) => usage[of] / (base[round]?.[of] ?? Number.NaN)));

/** A line of the table: what is measured, what it is, and what it is to be. */
export interface Figure {
  readonly name: string;
  readonly is: string;
  readonly aim?: string;
}

export const times = (value: number): string => value.toFixed(2);
