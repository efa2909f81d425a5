import { readFileSync, writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { JOURNAL, openStore, RESULTS, workFile } from '../../src/batch/files/store.ts';
import type { Write } from '../../src/batch/files/whole.ts';
import { newFolder } from '../support/folders.ts';

const HALF_A_BLOCK = 'x'.repeat(100_000);

/** A run of so many documents, and whether at each write the journal spoke of results alone that were written. */
const recorded = (documents: number, resultOf: (at: number) => string, lineOf: (at: number) => string) => {
  const folder = newFolder();
  const lines = (name: string): readonly string[] => readFileSync(workFile(folder, name), 'utf8').split('\n');
  const ahead: string[] = [];
  const write: Write = (file, bytes) => {
    const written = writeSync(file, bytes);
    const results = new Set(lines(RESULTS));
    ahead.push(
      ...lines(JOURNAL)
        .slice(0, -1)
        .flatMap((line, at) => (results.has(resultOf(at)) || line !== lineOf(at) ? [] : [line])),
    );
    return written;
  };
  const store = openStore(folder, { results: 0, journal: 0 }, write);
  for (let at = 0; at < documents; at++) {
    store.add(resultOf(at));
    store.record(lineOf(at));
  }
  store.close();
  return { ahead, results: lines(RESULTS).length - 1, journal: lines(JOURNAL).length - 1 };
};

it.each<readonly [string, number, (at: number) => string, (at: number) => string]>([
  ['small results', 3, at => `result ${at}`, at => `line ${at}`],
  ['results that fill what is held', 9, at => `${HALF_A_BLOCK}${at}`, at => `line ${at}`],
  ['a journal that fills what is held', 9, at => `result ${at}`, at => `${HALF_A_BLOCK}${at}`],
])('the journal never speaks of what is not there: %s', (_, documents, resultOf, lineOf) => {
  expect(recorded(documents, resultOf, lineOf)).toEqual({ ahead: [], results: documents, journal: documents });
});
