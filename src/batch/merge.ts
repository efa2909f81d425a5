import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentRecord, encodeRecord, lengthOf, readJournal } from './journal.ts';
import { type BatchState, beginRun, readState, writeState } from './state.ts';
import { JOURNAL, openStore, RESULTS, type Store, workFile } from './store.ts';

/** Why folders are not the parts of one batch. */
export type MergeFault =
  | { readonly kind: 'no-batch' | 'unfinished' | 'not-a-part'; readonly folder: string }
  | { readonly kind: 'different'; readonly folder: string; readonly from: string }
  | { readonly kind: 'twice'; readonly folder: string; readonly index: number }
  | { readonly kind: 'absent'; readonly index: number; readonly count: number };

interface Part {
  readonly folder: string;
  readonly state: BatchState;
}

const faultOf = (
  { folder, state }: { folder: string; state: BatchState | undefined },
  first: Part | undefined,
): MergeFault | undefined => {
  if (state === undefined) return { kind: 'no-batch', folder };
  if (!state.finished) return { kind: 'unfinished', folder };
  if (state.shard === undefined) return { kind: 'not-a-part', folder };
  const differs =
    first !== undefined && (state.context !== first.state.context || state.shard.count !== first.state.shard?.count);
  return differs ? { kind: 'different', folder, from: first.folder } : undefined;
};

/** The parts in their order, or why they are not all parts of one batch. */
export const findParts = (folders: readonly string[]): readonly Part[] | MergeFault => {
  const parts: Part[] = [];
  for (const folder of folders) {
    const state = readState(folder);
    const fault = faultOf({ folder, state }, parts[0]);
    if (fault !== undefined || state === undefined) return fault ?? { kind: 'no-batch', folder };
    parts.push({ folder, state });
  }
  const count = parts[0]?.state.shard?.count ?? 0;
  const ordered: Part[] = [];
  for (let index = 1; index <= count; index++) {
    const [part, other] = parts.filter(({ state }) => state.shard?.index === index);
    if (part === undefined) return { kind: 'absent', index, count };
    if (other !== undefined) return { kind: 'twice', folder: other.folder, index };
    ordered.push(part);
  }
  return ordered;
};

const PIECE = 1_048_576;

/** Hands over the documents of a part, one at a time, with their results. */
const openPart = ({ folder }: Part) => {
  const records = readJournal(workFile(folder, JOURNAL));
  const file = openSync(join(folder, RESULTS), 'r');
  const copy = (length: number, store: Store): void => {
    for (let left = length; left > 0; ) {
      const piece = Buffer.allocUnsafe(Math.min(left, PIECE));
      const read = readSync(file, piece, 0, piece.length, null);
      if (read === 0) throw new Error(`the results in ${folder} end before its journal does`);
      store.addBytes(piece.subarray(0, read));
      left -= read;
    }
  };
  return {
    next: (store: Store): DocumentRecord | undefined => {
      const next = records.next();
      if (next.done) return undefined;
      const { record } = next.value;
      copy(lengthOf(record), store);
      store.record(encodeRecord(record));
      return record;
    },
    close: () => closeSync(file),
  };
};

/** The documents of all parts in the order in which one run would have had them. */
export const mergeParts = (parts: readonly Part[], folder: string): BatchState => {
  const [first] = parts;
  if (first === undefined) throw new Error('nothing to merge');
  const { context, command } = first.state;
  const state = { ...beginRun(folder, { context, command }), frames: framesOf(parts) };
  writeState(folder, state);
  const store = openStore(folder, { results: 0, journal: 0 });
  const opened = parts.map(openPart);
  try {
    for (let more = true; more; ) for (const part of opened) more = part.next(store) !== undefined;
  } finally {
    store.close();
    for (const part of opened) part.close();
  }
  return state;
};

const framesOf = (parts: readonly Part[]): BatchState['frames'] => [
  ...new Map(parts.flatMap(({ state }) => state.frames).map(frame => [frame.id, frame])).values(),
];
