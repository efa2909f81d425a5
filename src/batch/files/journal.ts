import type { Location } from '../../model/base/location.ts';
import type { Problem, Severity } from '../../model/base/problem.ts';
import type { Bilingual } from '../../model/base/text.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { CenterRow } from '../../model/result/summary.ts';
import type { Compared } from '../../model/scoring/peers.ts';
import { readLines } from '../../read/files/lines.ts';

export interface SaidProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly location: Location;
}

/** Of the pages of a centre or of a rejected profile, in bytes, by the endings of their files; 0 where none could be made. */
export type PageSizes = Readonly<Record<string, number>>;

/** What became of a profile, or is to be said of its document. `bytes` is the length of its line of results. */
export type Entry =
  | {
      readonly kind: 'audited';
      readonly bytes: number;
      readonly row: CenterRow;
      /** What is to be asked of what inspectors filled in for it. */
      readonly told?: readonly SaidProblem[];
      readonly pages?: PageSizes;
      readonly compared?: Compared;
    }
  | {
      readonly kind: 'rejected' | 'noted' | 'broken';
      readonly bytes: number;
      readonly problems: readonly SaidProblem[];
      readonly center?: Center;
      readonly pages?: PageSizes;
    };

/**
 * What became of a document, or of a part of a long one: `from` is the number of its first entry, 0 where it is absent, and
 * `more` says that another part follows. `sha256` is of the document, and empty where there were no bytes to take it of.
 */
export interface DocumentRecord {
  readonly file: string;
  readonly line?: number;
  readonly sha256: string;
  readonly from?: number;
  readonly more?: true;
  readonly entries: readonly Entry[];
}

/** Entries that go into one record, so that nobody has to hold a long document whole. */
export const PART = 256;

/** Whether a record is all that there is of its document. */
export const isWhole = ({ from, more }: DocumentRecord): boolean => from === undefined && more === undefined;

export const numbered = ({ from = 0, entries }: DocumentRecord): readonly (readonly [number, Entry])[] =>
  entries.map((entry, index) => [from + index, entry]);

/** Every entry of a journal by its number among all, and where it stands. */
export function* entriesIn(records: Iterable<DocumentRecord>): Generator<{
  readonly record: DocumentRecord;
  readonly index: number;
  readonly number: number;
  readonly entry: Entry;
}> {
  let number = 0;
  for (const record of records)
    for (const [index, entry] of numbered(record)) yield { record, index, number: number++, entry };
}

export const encodeRecord = (record: DocumentRecord): string => JSON.stringify(record);

export const lengthOf = ({ entries }: DocumentRecord): number => entries.reduce((sum, { bytes }) => sum + bytes, 0);

/** What came of documents, in numbers. */
export interface Tally {
  readonly audited: number;
  readonly failed: number;
  readonly undecided: number;
  readonly rejected: number;
  readonly broken: number;
}

export const NO_TALLY: Tally = { audited: 0, failed: 0, undecided: 0, rejected: 0, broken: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  audited: a.audited + b.audited,
  failed: a.failed + b.failed,
  undecided: a.undecided + b.undecided,
  rejected: a.rejected + b.rejected,
  broken: a.broken + b.broken,
});

export const tallyOf = ({ entries }: DocumentRecord): Tally => {
  const of = (holds: (entry: Entry) => boolean): number => entries.filter(holds).length;
  return {
    audited: of(({ kind }) => kind === 'audited'),
    failed: of(entry => entry.kind === 'audited' && entry.row.gate === 'failed'),
    undecided: of(entry => entry.kind === 'audited' && entry.row.gate === 'undecided'),
    rejected: of(({ kind }) => kind === 'rejected'),
    broken: of(({ kind }) => kind === 'broken'),
  };
};

/** Identifies a document among the inputs of a run. */
export const documentKey = ({ file, line }: Pick<DocumentRecord, 'file' | 'line'>): string =>
  line === undefined ? file : `${file}\n${line}`;

/** Whether a line was written as a record; what else stands there somebody has put in its place. */
const isRecord = (found: Partial<DocumentRecord> | null): found is DocumentRecord =>
  Array.isArray(found?.entries) && found.entries.every(entry => typeof entry?.bytes === 'number');

const parse = (line: Uint8Array): DocumentRecord | undefined => {
  try {
    const found = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8'));
    return isRecord(found) ? found : undefined;
  } catch {
    return undefined;
  }
};

/** A journal that is there and cannot be read is no short one. */
const unreadableJournal = (file: string, found: Problem): Error =>
  Object.assign(new Error(`${file}: ${found.code}`), {
    code: found.code === 'file-unreadable' ? found.detail : 'ENOENT',
    syscall: 'read',
    path: file,
  });

/** The records of a journal up to the first that is not whole, each with the length of its own line. */
export function* readJournal(file: string): Generator<{ readonly record: DocumentRecord; readonly length: number }> {
  for (const { content } of readLines(file, Number.POSITIVE_INFINITY)) {
    if (!content.ok) throw unreadableJournal(file, content.problems[0]);
    const record = parse(content.value);
    if (record === undefined) return;
    yield { record, length: content.value.length + 1 };
  }
}
