import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gatherRound, openRound, type SettleRound } from '../../audit/audit.ts';
import type { RoundFigures } from '../../model/scoring/peers.ts';
import { sha256 } from '../../read/files/files.ts';
import { entriesIn } from '../files/journal.ts';
import { type BatchState, endRun, forgetEarlier, readState } from '../files/state.ts';
import { RESULTS, WORK, workFile } from '../files/store.ts';
import { keepWritten } from '../files/written.ts';
import { type DuplicateRule, resolveDuplicates } from './duplicates.ts';
import { recordsOf } from './finish.ts';

/** What is compared between the centres of a batch, by their frame. */
export type BatchRounds = Readonly<Record<string, RoundFigures>>;

/** Where it is kept what came of going through all centres for the `pass`-th time. */
export const passFolder = (folder: string, pass: number): string => join(folder, WORK, `pass-${pass}`);

/** Puts together what is compared of all centres that count. */
export const gatherRounds = (folder: string, duplicates: DuplicateRule): BatchRounds => {
  const records = recordsOf(folder);
  const aside = resolveDuplicates(records, duplicates);
  const rounds = new Map<string, ReturnType<typeof gatherRound>>();
  for (const { number, entry } of entriesIn(records())) {
    if (aside.has(number) || entry.kind !== 'audited' || entry.compared === undefined) continue;
    const round = rounds.get(entry.row.frame) ?? gatherRound();
    rounds.set(entry.row.frame, round);
    round.add(entry.compared);
  }
  const named = [...rounds].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(named.map(([frame, round]) => [frame, round.figures()]));
};

export const openRounds = (rounds: BatchRounds): ReadonlyMap<string, SettleRound> =>
  new Map(Object.entries(rounds).map(([frame, figures]) => [frame, openRound(figures)]));

/** Equal only if the same centres must have the same results. */
export const withRounds = (context: string, rounds: BatchRounds): string => sha256(JSON.stringify([context, rounds]));

/** Keeps what a pass has found, so that what does not change is not gone through again. */
export const endPass = (folder: string, { earlierAside: _, ...state }: BatchState): void => {
  forgetEarlier(folder);
  renameSync(workFile(folder, RESULTS), join(folder, RESULTS));
  keepWritten(folder, [RESULTS]);
  endRun(folder, { ...state, finished: true });
};

/** The most times that any scheme has all centres gone through before the last. */
const MOST_PASSES = 3;

/** Clears away what passes beyond these have left. */
export const forgetPasses = (folder: string, passes: number): void => {
  for (let pass = passes + 1; pass <= MOST_PASSES; pass++)
    rmSync(passFolder(folder, pass), { recursive: true, force: true });
};

/** The run that was interrupted in a folder, in whichever pass, or else the finished one. */
export const stateToResume = (folder: string): BatchState | undefined => {
  const passes = Array.from({ length: MOST_PASSES }, (_, index) => passFolder(folder, index + 1));
  const states = [folder, ...passes.toReversed()].map(readState);
  return states.find(state => state?.finished === false) ?? states[0];
};
