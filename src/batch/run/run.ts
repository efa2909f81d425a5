import { existsSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Input } from '../../model/profile/input.ts';
import type { Frame } from '../../model/result/summary.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import { type Earlier, type KnownDocument, NO_EARLIER, openEarlier } from '../files/earlier.ts';
import {
  addTallies,
  type DocumentRecord,
  documentKey,
  lengthOf,
  NO_TALLY,
  readJournal,
  type Tally,
  tallyOf,
} from '../files/journal.ts';
import { type BatchState, writeState } from '../files/state.ts';
import { JOURNAL, openStore, RESULTS, type Store, type StoreLengths, workFile } from '../files/store.ts';
import type { Write } from '../files/whole.ts';
import { pagesStand } from '../pages/pages.ts';
import type { Job, Pacing } from './document.ts';

export interface Progress {
  readonly documents: number;
  /** Of the documents, those taken over from an earlier or an interrupted run. */
  readonly unchanged: number;
  readonly tally: Tally;
}

/** A document with what the run before has of it. */
export interface PlannedJob extends Job {
  readonly earlier?: KnownDocument;
}

/** Where what comes of the documents goes, in their order. */
export interface Sink extends Pacing {
  readonly add: (line: string) => number;
  readonly addBytes: (lines: Uint8Array) => void;
  /** `more` where it is a part of a document, and not the last. */
  readonly record: (journal: string, tally: Tally, more?: boolean) => void;
  readonly unchanged: (job: PlannedJob) => void;
  /** Comes before the first record that speaks of it. */
  readonly frame: (frame: Frame) => void;
}

/** Audits documents one after another, or several at a time. */
export type Process = (jobs: AsyncIterable<PlannedJob>, sink: Sink) => Promise<void>;

export interface BatchRun {
  readonly folder: string;
  readonly state: BatchState;
  readonly inputs: AsyncIterable<Input>;
  readonly process: Process;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly write?: Write;
}

interface Kept {
  readonly lengths: StoreLengths;
  readonly progress: Progress;
  /** The first document that is not kept. */
  readonly next?: Input;
}

const START: Progress = { documents: 0, unchanged: 0, tally: NO_TALLY };

type Kind = 'audited' | 'unchanged' | 'part';

const advance = ({ documents, unchanged, tally }: Progress, found: Tally, kind: Kind): Progress => ({
  documents: documents + (kind === 'part' ? 0 : 1),
  unchanged: unchanged + (kind === 'unchanged' ? 1 : 0),
  tally: addTallies(tally, found),
});

type Holds = (record: DocumentRecord) => boolean;

/** A document as it is now, with its digest: a long one has many records. */
interface Now {
  readonly input: Input;
  readonly digest: string;
}

const nowOf = (input: Input): Now => {
  const { content = readBytes(input.file) } = input;
  return { input: { ...input, content }, digest: content.ok ? sha256(content.value) : '' };
};

const isSame = (record: DocumentRecord, { input: { file, line }, digest }: Now, stands: Holds): boolean =>
  documentKey(record) === documentKey({ file, ...(line !== undefined && { line }) }) &&
  record.sha256 === digest &&
  record.entries.every(({ kind }) => kind !== 'broken') &&
  stands(record);

/** The documents at the beginning that an interrupted run was done with, and that are what they were. */
const keepDone = async (folder: string, inputs: AsyncIterator<Input>, stands: Holds): Promise<Kept> => {
  const [journal, results] = [workFile(folder, JOURNAL), workFile(folder, RESULTS)];
  let lengths: StoreLengths = { results: 0, journal: 0 };
  let progress = START;
  if (!existsSync(journal) || !existsSync(results)) return { lengths, progress };
  const written = statSync(results).size;
  let next: Now | undefined;
  let [end, tally] = [lengths, NO_TALLY];
  for (const { record, length } of readJournal(journal)) {
    end = { results: end.results + lengthOf(record), journal: end.journal + length };
    if (end.results > written) break;
    if (record.from === undefined) {
      const following = await inputs.next();
      if (following.done) break;
      next = nowOf(following.value);
    }
    if (next === undefined || !isSame(record, next, stands)) break;
    tally = addTallies(tally, tallyOf(record));
    if (record.more) continue;
    progress = advance(progress, tally, 'unchanged');
    [lengths, tally, next] = [end, NO_TALLY, undefined];
  }
  return { lengths, progress, ...(next && { next: next.input }) };
};

/** Milliseconds between two pauses. */
const PAUSE_EVERY = 25;

/** Where it is time for a pause in which an interruption is noticed, makes one; answers with whether it did. */
type PauseIfDue = () => Promise<boolean>;

const pauses = (): PauseIfDue => {
  let paused = performance.now();
  return async () => {
    if (performance.now() - paused <= PAUSE_EVERY) return false;
    await setImmediate();
    paused = performance.now();
    return true;
  };
};

/** The documents still to do. */
async function* remaining(
  kept: Kept,
  inputs: AsyncIterator<Input>,
  earlierOf: (input: Input) => KnownDocument | undefined,
  pauseIfDue: PauseIfDue,
  signal: AbortSignal | undefined,
): AsyncGenerator<PlannedJob> {
  let next: IteratorResult<Input> = kept.next ? { value: kept.next } : await inputs.next();
  for (; !next.done; next = await inputs.next()) {
    await pauseIfDue();
    if (signal?.aborted) return;
    const known = earlierOf(next.value);
    yield known === undefined ? next.value : { ...next.value, known: known.sha256, earlier: known };
  }
}

const sinkTo = (
  store: Store,
  earlier: Earlier,
  count: (tally: Tally, kind: Kind) => void,
): Omit<Sink, 'frame' | keyof Pacing> => ({
  add: store.add,
  addBytes: store.addBytes,
  record: (journal, tally, more) => {
    store.record(journal);
    count(tally, more ? 'part' : 'audited');
  },
  unchanged: ({ earlier: known }) => {
    if (known === undefined) throw new Error('a document can be unchanged only where it is known');
    earlier.copy(known, store.addBytes);
    store.record(known.journal);
    count(known.tally, 'unchanged');
  },
});

/** Audits what is left to audit; results and journal stand in the folder afterwards, whole, however it ended. */
export const runBatch = async (run: BatchRun) => {
  const { folder, signal, onProgress } = run;
  const inputs = run.inputs[Symbol.asyncIterator]();
  const stands = pagesStand(folder, run.state);
  const kept = await keepDone(folder, inputs, stands);
  const earlier = run.state.earlierAside ? openEarlier(folder, run.state.earlierAside, stands) : NO_EARLIER;
  const store = openStore(folder, kept.lengths, run.write);
  let { state } = run;
  let { progress } = kept;
  const pauseIfDue = pauses();
  const sink: Sink = {
    ...sinkTo(store, earlier, (...counts) => {
      progress = advance(progress, ...counts);
      onProgress?.(progress);
    }),
    frame: frame => {
      if (state.frames.some(({ id }) => id === frame.id)) return;
      state = { ...state, frames: [...state.frames, frame] };
      writeState(folder, state);
    },
    pause: async soFar => {
      if (await pauseIfDue()) onProgress?.({ ...progress, tally: addTallies(progress.tally, soFar()) });
    },
    isStopped: () => signal?.aborted === true,
  };
  try {
    await run.process(remaining(kept, inputs, earlier.find, pauseIfDue, signal), sink);
  } finally {
    earlier.close();
    store.close();
  }
  return { progress, state, interrupted: signal?.aborted === true };
};
