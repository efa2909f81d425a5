import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '../../model/result/summary.ts';
import { type Each, STAGED, sizeOf } from '../pages/pages.ts';
import { JOURNAL, RESULTS, WORK, workFile } from './store.ts';
import { makeFolder, writeWhole } from './whole.ts';
import { WRITTEN } from './written.ts';

/** What a run needs to know of itself when it goes on, and of the one before. */
export interface BatchState {
  /** Digest of all that results depend on beside the inputs. */
  readonly context: string;
  /** The inputs and options as they were given. */
  readonly command: Command;
  readonly shard?: Shard;
  readonly each?: Each;
  readonly finished: boolean;
  readonly frames: readonly Frame[];
  /** Numbers of the entries whose results are not among the results of the folder. */
  readonly aside: readonly number[];
  /** Numbers of the entries of the run before that are not among the results of the folder. */
  readonly earlierAside?: readonly number[];
}

export interface Command {
  readonly inputs: readonly string[];
  /** Files in the inputs' folders that are of no kind a profile comes in. */
  readonly skipped: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The `index`-th of `count` parts of the inputs, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const STATE = 'state.json';

/** The journal of the run before, as long as a new one is not finished. */
export const EARLIER = 'earlier.jsonl';

export const readState = (folder: string): BatchState | undefined => {
  try {
    return JSON.parse(readFileSync(workFile(folder, STATE), 'utf8')) as BatchState;
  } catch {
    return undefined;
  }
};

export const writeState = (folder: string, state: BatchState): void =>
  writeWhole(workFile(folder, STATE), `${JSON.stringify(state)}\n`);

const move = (from: string, to: string): void => {
  if (existsSync(from)) renameSync(from, to);
};

const discard = (folder: string, ...names: readonly string[]): void => {
  for (const name of names) rmSync(workFile(folder, name), { recursive: true, force: true });
};

/**
 * Prepares the folder for a run: goes on with an interrupted one, or begins beside the results of a finished one, as
 * far as they come from the same rules on the same day.
 */
export const beginRun = (folder: string, wanted: Omit<BatchState, 'finished' | 'aside' | 'frames'>): BatchState => {
  makeFolder(join(folder, WORK));
  const found = readState(folder);
  const same = found?.context === wanted.context ? found : undefined;
  if (same === undefined) discard(folder, JOURNAL, RESULTS, EARLIER, STAGED);
  else if (same.finished) {
    move(workFile(folder, JOURNAL), workFile(folder, EARLIER));
    discard(folder, RESULTS);
  } else takeBack(folder);
  const earlierAside = same?.finished ? same.aside : same?.earlierAside;
  const state: BatchState = {
    ...wanted,
    finished: false,
    frames: same?.frames ?? [],
    aside: [],
    ...(earlierAside && { earlierAside }),
  };
  writeState(folder, state);
  return state;
};

/** A run that was interrupted after its results had been put in their place goes on from there. */
const takeBack = (folder: string): void => {
  const isPut = !existsSync(workFile(folder, RESULTS)) && !existsSync(workFile(folder, EARLIER));
  if (isPut && sizeOf(workFile(folder, JOURNAL)) > 0) move(join(folder, RESULTS), workFile(folder, RESULTS));
};

/** What was done before is not gone on with, nor used. */
export const forgetRun = (folder: string): void => discard(folder, STATE);

/** The results of the run before are about to be replaced: nothing of it is to be used from here on. */
export const forgetEarlier = (folder: string): void => discard(folder, EARLIER, WRITTEN);

export const endRun = (folder: string, state: BatchState): void => {
  writeState(folder, state);
  discard(folder, RESULTS);
};
