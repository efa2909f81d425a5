import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Location, startOf } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { BatchCounts, CenterRow, RankedCenter, Summary } from '../../model/result/summary.ts';
import {
  type DocumentRecord,
  documentKey,
  type Entry,
  entriesIn,
  readJournal,
  type SaidProblem,
} from '../files/journal.ts';
import { type BatchState, endRun, forgetEarlier } from '../files/state.ts';
import { copyBytes, JOURNAL, RESULTS, workFile } from '../files/store.ts';
import { type WholeFile, writeWhole } from '../files/whole.ts';
import { putPages, sweepStaged } from '../pages/put-pages.ts';
import { foldSummary } from '../summary/frame.ts';
import { callRoll } from '../summary/roll.ts';
import type { Roster } from '../summary/roster.ts';
import { type DuplicateRule, resolveDuplicates, type SetAside } from './duplicates.ts';

/** Something that gave no result, or none that counts, or that is to be said besides. */
export interface Refusal {
  readonly kind: 'rejected' | 'superseded' | 'noted' | 'broken';
  readonly file: string;
  readonly center?: Center;
  readonly problems: readonly SaidProblem[];
}

export interface Finishing {
  readonly folder: string;
  readonly state: BatchState;
  readonly asOf: string;
  readonly duplicates: DuplicateRule;
  readonly roster?: Roster;
  readonly say: (problem: Problem) => SaidProblem;
  /** Takes every refusal, in the order of the inputs. */
  readonly refuse: (refusal: Refusal) => void;
  /** Writes what else belongs into the folder, before the run counts as finished. */
  readonly publish: (finished: Finished) => void;
}

export interface Finished {
  readonly summary: Summary;
  readonly gate: Readonly<Record<CenterRow['gate'], number>>;
  readonly broken: number;
  readonly noted: number;
  /** How many pages of centres, and of what was rejected, there are. */
  readonly pages: number;
  /** Over the names and digests of all documents, in their order. */
  readonly inputs: string;
  /** The centres of a frame that count, read anew one by one, in the order of the inputs. */
  readonly centersOf: (frame: string) => Iterable<RankedCenter>;
}

export const recordsOf = (folder: string) =>
  function* (): Generator<DocumentRecord> {
    const journal = workFile(folder, JOURNAL);
    if (existsSync(journal)) for (const { record } of readJournal(journal)) yield record;
  };

/** Copies the lines of results that count; what is set aside is left out. */
const copyResults = (file: number, to: WholeFile, records: Iterable<DocumentRecord>, aside: SetAside): void => {
  let [start, at] = [0, 0];
  for (const { number, entry } of entriesIn(records)) {
    if (aside.has(number)) {
      copyBytes(file, start, at, to.write);
      start = at + entry.bytes;
    }
    at += entry.bytes;
  }
  copyBytes(file, start, at, to.write);
};

const putResults = ({ folder }: Finishing, aside: SetAside): void => {
  const [from, to] = [workFile(folder, RESULTS), join(folder, RESULTS)];
  forgetEarlier(folder);
  if (aside.size === 0) {
    renameSync(from, to);
    return;
  }
  const file = openSync(from, 'r');
  try {
    writeWhole(to, whole => copyResults(file, whole, recordsOf(folder)(), aside));
  } finally {
    closeSync(file);
  }
};

/** Counts what becomes of entries: what counts goes into the summary, the rest is refused in words. */
const makeCount = ({ state, say, refuse, roster }: Finishing) => {
  const fold = foldSummary(state.frames);
  const roll = roster && callRoll(roster);
  const tally = { documents: 0, audited: 0, rejected: 0, superseded: 0, broken: 0, noted: 0 };
  const gate = { passed: 0, failed: 0, undecided: 0 };
  const arrive = (center: Center, location: Location, kind: 'audited' | 'rejected' | 'set-aside'): void =>
    roll?.arrive({ center, location, state: kind });
  return {
    ...{ fold, tally, gate },
    roster: () => roll?.summary(),
    take: (file: string, { row, told = [] }: Extract<Entry, { kind: 'audited' }>): void => {
      fold.add(row);
      gate[row.gate]++;
      tally.audited++;
      tally.noted += told.length;
      if (told.length > 0) refuse({ kind: 'noted', file, center: row.center, problems: told });
      arrive(row.center, row.location, 'audited');
    },
    setAside: (file: string, { center, location }: CenterRow, problem: Problem): void => {
      const kind = problem.code === 'superseded' ? 'superseded' : 'rejected';
      tally[kind]++;
      refuse({ kind, file, center, problems: [say(problem)] });
      arrive(center, location, kind === 'superseded' ? 'set-aside' : 'rejected');
    },
    refuse: (file: string, { kind, center, problems }: Exclude<Entry, { kind: 'audited' }>): void => {
      tally[kind]++;
      refuse({ kind, file, problems, ...(center && { center }) });
      const location = kind === 'noted' ? undefined : problems[0]?.location;
      if (location !== undefined) arrive(center ?? {}, location.file === file ? location : startOf(file), 'rejected');
    },
  };
};

/** Goes through all that was found, once. */
const settle = (finishing: Finishing, aside: SetAside) => {
  const count = makeCount(finishing);
  const digest = createHash('sha256');
  let number = 0;
  for (const record of recordsOf(finishing.folder)()) {
    if (!record.more) {
      count.tally.documents++;
      digest.update(`${documentKey(record)} ${record.sha256}\n`);
    }
    for (const entry of record.entries) {
      const problem = aside.get(number++);
      if (entry.kind !== 'audited') count.refuse(record.file, entry);
      else if (problem === undefined) count.take(record.file, entry);
      else count.setAside(record.file, entry.row, problem);
    }
  }
  const { fold, tally, gate, roster } = count;
  return { fold, tally, gate, inputs: digest.digest('hex'), roster: roster() };
};

/** The rows that count, once more. */
function* rowsOf(folder: string, aside: SetAside): Generator<CenterRow> {
  for (const { number, entry } of entriesIn(recordsOf(folder)()))
    if (!aside.has(number) && entry.kind === 'audited') yield entry.row;
}

/** Puts the results of a run in their place and sums them up. */
export const finishBatch = (finishing: Finishing): Finished => {
  const { folder, state, asOf, duplicates, publish } = finishing;
  const isPart = state.shard !== undefined;
  const aside: SetAside = isPart ? new Map() : resolveDuplicates(recordsOf(folder), duplicates);
  const { fold, tally, gate, inputs, roster } = settle(finishing, aside);
  putResults(finishing, aside);
  const pages = putPages(folder, state, recordsOf(folder), aside);
  const { documents, audited, superseded, rejected, broken, noted } = tally;
  const counts: BatchCounts = { documents, audited, rejected: rejected + broken, superseded };
  const centersOf = function* (frame: string): Generator<RankedCenter> {
    for (const row of rowsOf(folder, aside)) if (row.frame === frame) yield fold.ranked(row);
  };
  const finished = { summary: fold.summary(asOf, counts, roster), gate, broken, noted, pages, inputs, centersOf };
  publish(finished);
  const { earlierAside: _, ...rest } = state;
  endRun(folder, { ...rest, finished: true, aside: [...aside.keys()].sort((a, b) => a - b) });
  sweepStaged(folder, state, recordsOf(folder));
  return finished;
};
