import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { BatchCounts, CenterRow, RankedCenter, Summary } from '../../model/result/summary.ts';
import { type DocumentRecord, documentKey, type Entry, readJournal, type SaidProblem } from '../files/journal.ts';
import { type BatchState, endRun, forgetEarlier } from '../files/state.ts';
import { JOURNAL, RESULTS, workFile } from '../files/store.ts';
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

const PIECE = 4_194_304;

/** Copies the lines of results that count; what is set aside is left out. */
const copyResults = (file: number, to: WholeFile, records: Iterable<DocumentRecord>, aside: SetAside): void => {
  const piece = Buffer.allocUnsafe(PIECE);
  const copy = (start: number, end: number): void => {
    for (let at = start; at < end; ) {
      const read = readSync(file, piece, 0, Math.min(PIECE, end - at), at);
      if (read === 0) throw new Error('the results end before the journal does');
      to.write(piece.subarray(0, read));
      at += read;
    }
  };
  let [start, at, entry] = [0, 0, 0];
  for (const { entries } of records)
    for (const { bytes } of entries) {
      if (aside.has(entry)) {
        copy(start, at);
        start = at + bytes;
      }
      at += bytes;
      entry++;
    }
  copy(start, at);
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

/** Goes through all that was found, once: what counts into the summary, the rest to be refused in words. */
const settle = (finishing: Finishing, aside: SetAside) => {
  const { folder, state, say, refuse, roster } = finishing;
  const fold = foldSummary(state.frames);
  const roll = roster && callRoll(roster);
  const digest = createHash('sha256');
  const tally = { documents: 0, audited: 0, rejected: 0, superseded: 0, broken: 0, noted: 0 };
  const gate = { passed: 0, failed: 0, undecided: 0 };
  const arrive = (center: Center, location: Location, kind: 'audited' | 'rejected' | 'set-aside'): void =>
    roll?.arrive({ center, location, state: kind });
  const count = (row: CenterRow): void => {
    fold.add(row);
    gate[row.gate]++;
    tally.audited++;
    arrive(row.center, row.location, 'audited');
  };
  const setAside = (file: string, { center, location }: CenterRow, problem: Problem): void => {
    const kind = problem.code === 'superseded' ? 'superseded' : 'rejected';
    tally[kind]++;
    refuse({ kind, file, center, problems: [say(problem)] });
    arrive(center, location, kind === 'superseded' ? 'set-aside' : 'rejected');
  };
  const take = (file: string, entry: Entry, problem: Problem | undefined): void => {
    if (entry.kind === 'audited') {
      if (problem !== undefined) {
        setAside(file, entry.row, problem);
        return;
      }
      count(entry.row);
      const { told = [], row } = entry;
      tally.noted += told.length;
      if (told.length > 0) refuse({ kind: 'noted', file, center: row.center, problems: told });
      return;
    }
    const { kind, center, problems } = entry;
    tally[kind]++;
    refuse({ kind, file, problems, ...(center && { center }) });
    const [first] = problems;
    if (kind !== 'noted' && first !== undefined) {
      const { location } = first;
      arrive(center ?? {}, location.file === file ? location : { file, line: 1, column: 1 }, 'rejected');
    }
  };
  let number = 0;
  for (const record of recordsOf(folder)()) {
    if (!record.more) {
      tally.documents++;
      digest.update(`${documentKey(record)} ${record.sha256}\n`);
    }
    for (const entry of record.entries) take(record.file, entry, aside.get(number++));
  }
  return { fold, tally, gate, inputs: digest.digest('hex'), roster: roll?.summary() };
};

/** The rows that count, once more. */
function* rowsOf(folder: string, aside: SetAside): Generator<CenterRow> {
  let number = 0;
  for (const { entries } of recordsOf(folder)())
    for (const entry of entries) if (!aside.has(number++) && entry.kind === 'audited') yield entry.row;
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
