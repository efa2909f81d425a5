import { closeSync, constants, copyFileSync, existsSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { each, isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import { type DocumentRecord, encodeRecord, lengthOf, numbered, readJournal } from '../files/journal.ts';
import { type BatchState, beginRun, readState, writeState } from '../files/state.ts';
import { copyBytes, JOURNAL, openStore, RESULTS, type Store, workFile } from '../files/store.ts';
import { makeFolder } from '../files/whole.ts';
import { isWholeAsWritten } from '../files/written.ts';
import { endingsOf, pagesStand, STAGED, stagedName } from '../pages/pages.ts';
import { endPass, passFolder } from '../run/passes.ts';

export type MergeFault =
  | { readonly kind: 'no-batch' | 'unfinished' | 'not-a-part' | 'no-pages' | 'changed'; readonly folder: string }
  | { readonly kind: 'different'; readonly folder: string; readonly from: string }
  | { readonly kind: 'twice'; readonly folder: string; readonly index: number }
  | { readonly kind: 'absent'; readonly index: number; readonly count: number };

export interface Part {
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
  if (state.each !== undefined && state.frames.length > 0 && !existsSync(workFile(folder, STAGED)))
    return { kind: 'no-pages', folder };
  const differs =
    first !== undefined &&
    (state.context !== first.state.context ||
      state.command.inputs.join('\n') !== first.state.command.inputs.join('\n') ||
      state.shard.count !== first.state.shard?.count ||
      JSON.stringify(state.each) !== JSON.stringify(first.state.each));
  return differs ? { kind: 'different', folder, from: first.folder } : undefined;
};

/** The parts in their order, or why they are not all parts of one batch. */
export const findParts = (folders: readonly string[]): NonEmpty<Part> | MergeFault => {
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
  return isNonEmpty(ordered) ? ordered : { kind: 'absent', index: 1, count: 1 };
};

const arePagesThere = ({ folder, state }: Part): boolean => {
  const stand = pagesStand(folder, state);
  for (const { record } of readJournal(workFile(folder, JOURNAL))) if (!stand(record)) return false;
  return true;
};

/** What a part has lost since: where its results or its journal are not those that it wrote, lines would go to other centres, or to none. */
export const changedPart = (parts: readonly Part[]): MergeFault | undefined => {
  const changed = parts.find(({ folder }) => !isWholeAsWritten(folder));
  if (changed !== undefined) return { kind: 'changed', folder: changed.folder };
  const bare = parts.find(part => !arePagesThere(part));
  return bare && { kind: 'no-pages', folder: bare.folder };
};

/** Takes the pages of a document over into another folder. */
const copyPages = ({ folder, state: { each } }: Part, record: DocumentRecord, to: string): void => {
  if (each === undefined) return;
  for (const [index, entry] of numbered(record))
    for (const ending of endingsOf(entry, each).filter(known => entry.pages?.[known] !== 0)) {
      const name = stagedName(record, index, each.lang, ending);
      makeFolder(dirname(workFile(to, name)));
      copyFileSync(workFile(folder, name), workFile(to, name), constants.COPYFILE_FICLONE);
    }
};

/** Every record of all parts, the documents in the order in which one run would have had them. */
function* inTurn<P extends Part>(parts: readonly P[]): Generator<readonly [P, DocumentRecord]> {
  const journals = parts.map(part => [part, readJournal(workFile(part.folder, JOURNAL))] as const);
  for (let more = true; more; )
    for (const [part, journal] of journals) {
      let next = journal.next();
      more = !next.done;
      for (; !next.done; next = journal.next()) {
        yield [part, next.value.record];
        if (!next.value.record.more) break;
      }
    }
}

/** Keeps what all parts have found in a folder, each record as `put` puts it. */
const keepAll = <P extends Part>(
  parts: NonEmpty<P>,
  folder: string,
  withPages: boolean,
  put: (part: P, record: DocumentRecord, store: Store) => void,
): BatchState => {
  const { context, command, each } = parts[0].state;
  const frames = new Map(parts.flatMap(({ state }) => state.frames).map(frame => [frame.id, frame]));
  const state = {
    ...beginRun(folder, { context, command, ...(withPages && each && { each }) }),
    frames: [...frames.values()],
  };
  writeState(folder, state);
  const store = openStore(folder, { results: 0, journal: 0 });
  try {
    for (const [part, record] of inTurn(parts)) put(part, record, store);
  } finally {
    store.close();
  }
  return state;
};

/** The documents of all parts as one run would have kept them, with their results and pages. */
export const mergeParts = (parts: NonEmpty<Part>, folder: string): BatchState => {
  const opened = each(parts, part => ({ ...part, file: openSync(join(part.folder, RESULTS), 'r'), at: 0 }));
  try {
    return keepAll(opened, folder, true, (part, record, store) => {
      copyPages(part, record, folder);
      copyBytes(part.file, part.at, part.at + lengthOf(record), store.addBytes);
      part.at += lengthOf(record);
      store.record(encodeRecord(record));
    });
  } finally {
    for (const { file } of opened) closeSync(file);
  }
};

/** Results and pages of a part know nothing of the other parts and are made anew. */
const withoutResults = (record: DocumentRecord): DocumentRecord => ({
  ...record,
  entries: record.entries.map(entry => {
    if (entry.kind !== 'audited') return { ...entry, bytes: 0 };
    const { pages: _, ...rest } = entry;
    return { ...rest, bytes: 0 };
  }),
});

/** Keeps what the parts have found as if one run had gone through all documents once. */
export const mergeAsPass = (parts: NonEmpty<Part>, output: string): void => {
  const folder = passFolder(output, 1);
  const state = keepAll(parts, folder, false, (_, record, store) => store.record(encodeRecord(withoutResults(record))));
  endPass(folder, state);
};
