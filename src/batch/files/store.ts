import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeLineBuffer } from '../run/line-buffer.ts';
import { makeFolder, type Write, writeAll } from './whole.ts';

/** The folder in which a batch keeps what it needs to go on after an interruption, and to know what has not changed. */
export const WORK = '.duibiao';

export const workFile = (folder: string, name: string): string => join(folder, WORK, name);

/** Where results and journal of a run in progress stand. */
export const RESULTS = 'results.jsonl';
export const JOURNAL = 'journal.jsonl';

const PIECE = 1_048_576;

/** Hands on what stands in a file of results from one place to another, a piece at a time. */
export const copyBytes = (file: number, from: number, to: number, take: (bytes: Uint8Array) => void): void => {
  const piece = Buffer.allocUnsafe(Math.min(to - from, PIECE));
  for (let at = from; at < to; ) {
    const read = readSync(file, piece, 0, Math.min(piece.length, to - at), at);
    if (read === 0) throw new Error('the results end before their journal does');
    take(piece.subarray(0, read));
    at += read;
  }
};

/** Results and the journal of them, written one after the other so that the journal never speaks of what is not there. */
export interface Store {
  /** Takes a line of results, which counts once its document is recorded; answers with its length in bytes. */
  readonly add: (line: string) => number;
  readonly addBytes: (lines: Uint8Array) => void;
  /** The document whose results were added last is complete. */
  readonly record: (line: string) => void;
  /** Writes what is held. */
  readonly flush: () => void;
  readonly close: () => void;
}

/** What a killed run loses at most, and is to do again. */
const HELD = 262_144;

/** A buffer before a file. A failed write is kept for `flush` to throw. */
const makeSink = (file: number, write: Write) => {
  const buffer = Buffer.allocUnsafeSlow(HELD);
  const line = makeLineBuffer();
  let used = 0;
  let failure: unknown;
  let overflowed = false;
  const empty = (): void => {
    try {
      if (failure === undefined) writeAll(file, buffer.subarray(0, used), write);
    } catch (error) {
      failure = error;
    }
    used = 0;
    overflowed = true;
  };
  const addBytes = (bytes: Uint8Array): void => {
    if (used + bytes.length > HELD) empty();
    if (bytes.length <= HELD) {
      buffer.set(bytes, used);
      used += bytes.length;
    } else for (let from = 0; from < bytes.length; from += HELD) addBytes(bytes.subarray(from, from + HELD));
  };
  return {
    held: () => used,
    addBytes,
    add: (text: string): number => {
      line.clear();
      const length = line.add(text);
      addBytes(line.lines());
      return length;
    },
    /** Whether anything was written since the last flush. */
    hasOverflowed: () => overflowed,
    flush: (): void => {
      empty();
      overflowed = false;
      if (failure !== undefined) throw failure;
    },
  };
};

/** Opens the files of a run that go on at these lengths; whatever stands beyond them is cut off. */
export const openStore = (folder: string, lengths: StoreLengths, write: Write = writeSync): Store => {
  makeFolder(join(folder, WORK));
  const open = (name: string, length: number): number => {
    const file = openSync(workFile(folder, name), 'a');
    ftruncateSync(file, length);
    return file;
  };
  const files = [open(RESULTS, lengths.results), open(JOURNAL, lengths.journal)] as const;
  const [results, journal] = [makeSink(files[0], write), makeSink(files[1], write)];
  const flush = (): void => {
    results.flush();
    journal.flush();
  };
  return {
    add: results.add,
    addBytes: results.addBytes,
    record: line => {
      if (journal.held() + line.length * 3 > HELD) flush();
      journal.add(line);
      if (results.hasOverflowed()) flush();
    },
    flush,
    close: () => {
      try {
        flush();
        for (const file of files) fsyncSync(file);
      } finally {
        for (const file of files) closeSync(file);
      }
    },
  };
};

export interface StoreLengths {
  readonly results: number;
  readonly journal: number;
}
