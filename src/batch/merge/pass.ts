import { type DocumentRecord, encodeRecord, readJournal } from '../files/journal.ts';
import { beginRun, writeState } from '../files/state.ts';
import { JOURNAL, openStore, workFile } from '../files/store.ts';
import { endPass, passFolder } from '../run/passes.ts';
import { framesOf, type Part } from './merge.ts';

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
export const mergeAsPass = (parts: readonly Part[], output: string): void => {
  const [first] = parts;
  if (first === undefined) throw new Error('nothing to merge');
  const { context, command } = first.state;
  const folder = passFolder(output, 1);
  const state = { ...beginRun(folder, { context, command }), frames: framesOf(parts) };
  writeState(folder, state);
  const store = openStore(folder, { results: 0, journal: 0 });
  const journals = parts.map(part => readJournal(workFile(part.folder, JOURNAL)));
  try {
    for (let more = true; more; )
      for (const journal of journals) {
        let next = journal.next();
        more = !next.done;
        for (; !next.done; next = journal.next()) {
          store.record(encodeRecord(withoutResults(next.value.record)));
          if (!next.value.record.more) break;
        }
      }
  } finally {
    store.close();
  }
  endPass(folder, state);
};
