import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import {
  addTallies,
  type DocumentRecord,
  documentKey,
  encodeRecord,
  NO_TALLY,
  readJournal,
  type Tally,
  tallyOf,
} from './journal.ts';
import { EARLIER } from './state.ts';
import { copyBytes, RESULTS, workFile } from './store.ts';
import { areResultsAsWritten } from './written.ts';

/** A document of the run before, with what the journal has of it and where its results stand. */
export interface KnownDocument extends Pick<DocumentRecord, 'file' | 'line' | 'sha256'> {
  readonly journal: string;
  readonly tally: Tally;
  readonly offset: number;
  readonly length: number;
}

/** The run before. Documents are asked for in about the order in which it had them. */
export interface Earlier {
  readonly find: (document: Pick<DocumentRecord, 'file' | 'line'>) => KnownDocument | undefined;
  readonly copy: (known: KnownDocument, take: (lines: Uint8Array) => void) => void;
  readonly close: () => void;
}

/** How many documents are looked at ahead, and kept for later. */
const WINDOW = 10_000;

const isReusable = ({ sha256, entries }: DocumentRecord): boolean =>
  sha256 !== '' && entries.every(({ kind }) => kind !== 'broken');

/** The documents of a journal whose results, and all else that they have, stand where they should. */
function* knownDocuments(
  folder: string,
  aside: ReadonlySet<number>,
  stands: (record: DocumentRecord) => boolean,
): Generator<KnownDocument> {
  let [offset, length, entry] = [0, 0, 0];
  let lines: string[] | undefined = [];
  let tally = NO_TALLY;
  for (const { record } of readJournal(workFile(folder, EARLIER))) {
    const first = entry;
    entry += record.entries.length;
    const kept = record.entries.filter((_, index) => !aside.has(first + index));
    length += kept.reduce((sum, { bytes }) => sum + bytes, 0);
    tally = addTallies(tally, tallyOf(record));
    const isKnown = kept.length === record.entries.length && isReusable(record) && stands(record);
    if (isKnown) lines?.push(encodeRecord(record));
    else lines = undefined;
    if (record.more) continue;
    const { file, line, sha256 } = record;
    if (lines !== undefined)
      yield { file, ...(line !== undefined && { line }), sha256, journal: lines.join('\n'), tally, offset, length };
    offset += length;
    [length, lines, tally] = [0, [], NO_TALLY];
  }
}

export const NO_EARLIER: Earlier = { find: () => undefined, copy: () => undefined, close: () => undefined };

export const openEarlier = (
  folder: string,
  aside: readonly number[],
  stands: (record: DocumentRecord) => boolean,
): Earlier => {
  const results = join(folder, RESULTS);
  // Results that somebody has cut off, edited or exchanged since are made anew.
  if (!existsSync(workFile(folder, EARLIER)) || !areResultsAsWritten(folder)) return NO_EARLIER;
  const file = openSync(results, 'r');
  const documents = knownDocuments(folder, new Set(aside), stands);
  const ahead = new Map<string, KnownDocument>();
  const find: Earlier['find'] = document => {
    const key = documentKey(document);
    while (!ahead.has(key) && ahead.size < WINDOW) {
      const next = documents.next();
      if (next.done) break;
      ahead.set(documentKey(next.value), next.value);
    }
    const known = ahead.get(key);
    ahead.delete(key);
    return known;
  };
  return {
    find,
    copy: ({ offset, length }, take) => copyBytes(file, offset, offset + length, take),
    close: () => closeSync(file),
  };
};
