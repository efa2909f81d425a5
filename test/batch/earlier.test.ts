import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEarlier } from '../../src/batch/files/earlier.ts';
import { type DocumentRecord, type Entry, encodeRecord, readJournal, tallyOf } from '../../src/batch/files/journal.ts';
import { EARLIER } from '../../src/batch/files/state.ts';
import { RESULTS, WORK } from '../../src/batch/files/store.ts';
import { keepWritten } from '../../src/batch/files/written.ts';
import type { CenterRow } from '../../src/model/result/summary.ts';
import { newFolder, put } from '../support/folders.ts';

const row = { frame: 'f', center: {}, gate: 'failed' } as unknown as CenterRow;

const audited = (bytes: number): Entry => ({ kind: 'audited', bytes, row });

const other = (kind: 'rejected' | 'broken'): Entry => ({ kind, bytes: 0, problems: [] });

const record = (file: string, entries: readonly Entry[], more: Partial<DocumentRecord> = {}): DocumentRecord => ({
  file,
  sha256: file,
  entries,
  ...more,
});

/** Documents `a` to `f`; a letter of results stands for a byte of the document that it is of. */
const JOURNAL: readonly DocumentRecord[] = [
  record('a', [audited(2)]),
  record('b', [audited(1), audited(3)]),
  record('c', [other('rejected')], { line: 4 }),
  record('d', [other('broken')]),
  record('e', [audited(2)], { more: true }),
  record('e', [audited(1)], { from: 1 }),
  record('f', [audited(4)]),
  record('', [other('rejected')], { sha256: '' }),
];

const open = (
  results: string,
  aside: readonly number[] = [],
  stands: (one: DocumentRecord) => boolean = () => true,
  since: (folder: string) => void = () => undefined,
) => {
  const folder = newFolder();
  put(folder, RESULTS, results);
  put(folder, join(WORK, EARLIER), JOURNAL.map(one => `${encodeRecord(one)}\n`).join(''));
  keepWritten(folder, [RESULTS]);
  since(folder);
  const earlier = openEarlier(folder, aside, stands);
  /** What was kept of a document, or nothing where it is to be audited anew. */
  const keptOf = (file: string, line?: number): string | undefined => {
    const known = earlier.find({ file, ...(line !== undefined && { line }) });
    if (known === undefined) return undefined;
    const bytes: Uint8Array[] = [];
    earlier.copy(known, piece => void bytes.push(Buffer.from(piece)));
    return `${known.sha256} ${Buffer.concat(bytes)} ${known.tally.audited}/${known.tally.failed}/${known.tally.rejected}`;
  };
  return { keptOf, earlier };
};

const ALL = 'aabBBBeeEffff';

describe('a journal', () => {
  it.each(['null', '[]', '{}', '7', '{"entries":{}}', '{"entries":[null]}', '{"entries":[{}]}', '{'])(
    'ends at a line that somebody has put in the place of a record: %s',
    line => {
      const folder = newFolder();
      const [first] = JOURNAL;
      put(folder, 'j', `${first && encodeRecord(first)}\n${line}\n${first && encodeRecord(first)}\n`);
      expect([...readJournal(join(folder, 'j'))].map(({ record: { file } }) => file)).toEqual(['a']);
    },
  );
});

describe('what an earlier run has of a document', () => {
  it('is its own results, whichever is asked for first, and once', () => {
    const { keptOf, earlier } = open(ALL);
    expect(['f', 'a', 'e', 'b', 'a'].map(file => keptOf(file))).toEqual([
      'f ffff 1/1/0',
      'a aa 1/1/0',
      'e eeE 2/2/0',
      'b bBBB 2/2/0',
      undefined,
    ]);
    expect([keptOf('c'), keptOf('c', 4), keptOf('x')]).toEqual([undefined, 'c  0/0/1', undefined]);
    earlier.close();
  });

  it('says both parts of one that was parted', () => {
    const { earlier } = open(ALL);
    const [, , , , first, second] = JOURNAL;
    const journal = [first, second].map(one => one && encodeRecord(one)).join('\n');
    expect(earlier.find({ file: 'e' })).toMatchObject({ journal, offset: 6, length: 3, tally: { audited: 2 } });
    expect(earlier.find({ file: 'f' })).toMatchObject({
      offset: 9,
      length: 4,
      tally: tallyOf(record('f', [audited(4)])),
    });
    earlier.close();
  });

  it('is not what broke, what was never read, or what was set aside; the others stand where they did', () => {
    expect(open(ALL).keptOf('d')).toBeUndefined();
    expect(open(ALL).keptOf('')).toBeUndefined();
    const without = open('bBBBeeEffff', [0]);
    expect([without.keptOf('a'), without.keptOf('b'), without.keptOf('e')]).toEqual([
      undefined,
      'b bBBB 2/2/0',
      'e eeE 2/2/0',
    ]);
    const partly = open('aabeeEffff', [2]);
    expect([partly.keptOf('b'), partly.keptOf('f')]).toEqual([undefined, 'f ffff 1/1/0']);
    const last = open('aabBBBeeffff', [6]);
    expect([last.keptOf('e'), last.keptOf('f')]).toEqual([undefined, 'f ffff 1/1/0']);
  });

  it('is not what has lost its pages', () => {
    const pages = open(ALL, [], ({ file }) => file !== 'b');
    expect([pages.keptOf('a'), pages.keptOf('b'), pages.keptOf('f')]).toEqual([
      'a aa 1/1/0',
      undefined,
      'f ffff 1/1/0',
    ]);
  });

  it.each([
    ['cut off', ALL.slice(0, -1)],
    ['edited', ALL.replace('ee', 'EE')],
    ['exchanged for others that are as long', ALL.toUpperCase()],
    ['added to', `${ALL}g`],
  ])('is nothing where the results were %s since, whenever that is said to have been', (_, results) => {
    const { keptOf } = open(ALL, [], undefined, folder => {
      const { mtime } = statSync(join(folder, RESULTS));
      put(folder, RESULTS, results);
      utimesSync(join(folder, RESULTS), mtime, mtime);
    });
    expect(['a', 'b', 'e', 'f'].map(file => keptOf(file))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is nothing where there was none', () => {
    const earlier = openEarlier(newFolder(), [], () => true);
    expect(earlier.find({ file: 'a' })).toBeUndefined();
    earlier.close();
  });
});
