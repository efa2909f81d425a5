import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardBytes } from '../../src/forms/scorecard/book.ts';
import { inspectionBytes } from '../../src/forms/scorecard/inspection.ts';
import type { Profile } from '../../src/model/profile/profile.ts';
import { openRecords, readRecords, strayRecords } from '../../src/read/inspection/records.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { readCardSheet } from '../../src/read/scorecard/sheet/sheet.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { openBook, sheetOf } from '../support/books.ts';
import { BUREAU_HEAD, BUREAU_LINES } from '../support/bureau-card.ts';
import { profileOf, succeed } from '../support/inline.ts';

const common = succeed(await shippedLibrary().vocabulary());
const { root } = succeed(
  await readCardSheet('card.xlsx', cardBytes({ title: '', head: BUREAU_HEAD, lines: BUREAU_LINES, blank: 0 }), common),
);
const scheme = succeed(readScheme(root, 'f'.repeat(64), common));
const { scorecard } = scheme;
if (scorecard === undefined) throw new Error('a card');
const vocabulary = withWords(common, scheme);
const CENTERS = ['青石镇便民服务中心', '东风镇便民服务中心'];

const profile = (name: string): Profile => profileOf(`中心名称: ${name}\n`, vocabulary);
const contextOf = (name: string) => ({ vocabulary, profile: profile(name), scheme: { id: scheme.id, scorecard } });

/** The blank sheets with something filled in: by sheet, cell and value. */
const filled = async (cells: readonly (readonly [sheet: string, cell: string, value: string | number])[]) => {
  const book = await openBook(
    inspectionBytes({ scheme: { id: scheme.id, title: scheme.title, scorecard }, centers: CENTERS }),
  );
  for (const name of ['行政审批局', '人社局', '民政局']) {
    sheetOf(book, name).getCell('B5').value = '李检查员';
    sheetOf(book, name).getCell('B8').value = '现场检查';
  }
  for (const [sheet, cell, value] of cells) sheetOf(book, sheet).getCell(cell).value = value;
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  writeFileSync(join(folder, 'records.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
  return folder;
};

/** What is said of the third row of the first sheet, which has no centre. */
const NAMELESS = { defect: 'no-center', location: { sheet: '行政审批局', cell: 'C12' } } as const;

describe('blank sheets for inspectors, filled in and read back', () => {
  it('have what each bureau fills in, a centre a row', async () => {
    const book = await openBook(
      inspectionBytes({ scheme: { id: scheme.id, title: scheme.title, scorecard }, centers: CENTERS }),
    );
    const heads = (name: string) =>
      [3, 4].map(column => String(sheetOf(book, name).getCell(9, column).value).split('\n')[0]);
    expect(heads('民政局')).toEqual(['低保业务差错件数', '救助业务差错件数']);
    expect(heads('行政审批局')).toEqual(['脱岗人次', '说明']);
    expect(sheetOf(book, '人社局').getCell('B10').value).toBe(CENTERS[0]);
  });

  it('lay what three bureaus say over the centre that they name', async () => {
    const folder = await filled([
      ['行政审批局', 'C10', 2],
      ['行政审批局', 'D10', '两次抽查'],
      ['行政审批局', 'C11', 0],
      ['人社局', 'C10', 2.5],
      ['民政局', 'C10', 1],
    ]);
    const { records } = succeed(await openRecords([folder], { named: true }));
    const of = (name: string) =>
      succeed(readRecords(records, contextOf(name), { namedRecords: true })).flatMap(({ entries }) =>
        entries.map(({ value, person, reason, bureau }) => [value, person, reason, bureau]),
      );
    expect(of(CENTERS[0] ?? '').toSorted()).toEqual([
      ['1', '李检查员', '现场检查', '民政局'],
      ['2', '李检查员', '两次抽查', '行政审批局'],
      ['2.5', '李检查员', '现场检查', '人社局'],
    ]);
    expect(of(CENTERS[1] ?? '')).toEqual([['0', '李检查员', '现场检查', '行政审批局']]);
  });

  it('refuse at its cell what the card does not let a bureau give', async () => {
    const folder = await filled([['人社局', 'C10', 9]]);
    const { records } = succeed(await openRecords([folder], { named: true }));
    const read = readRecords(records, contextOf(CENTERS[0] ?? ''), { namedRecords: true });
    expect(read.ok ? [] : read.problems).toMatchObject([
      { defect: 'out-of-range', location: { sheet: '人社局', cell: 'C10' } },
    ]);
  });

  it.each([
    ['a row of figures without its centre', 7, '', { records: CENTERS, unread: [NAMELESS] }],
    ['a row of sums', 9, '合计', { records: CENTERS, unread: [] }],
    ['a row that is blank', '', '', { records: CENTERS, unread: [] }],
  ] as const)('say of %s whose it is not, alone and in a run of many', async (_, figure, number, expected) => {
    const folder = await filled([
      ['行政审批局', 'C10', 2],
      ['行政审批局', 'C11', 0],
      ['行政审批局', 'A12', number],
      ['行政审批局', 'B12', ''],
      ['行政审批局', 'C12', figure],
    ]);
    for (const named of [true, false]) {
      const { records, unread } = succeed(await openRecords([folder], { named }));
      expect(records.map(({ center }) => center)).toEqual(expected.records);
      expect(unread).toMatchObject(expected.unread);
    }
  });

  it('tell of a record whose centre is not in the run, and of one that names none', async () => {
    const folder = await filled([['行政审批局', 'C10', 2]]);
    const { records } = succeed(await openRecords([folder], { named: true }));
    expect(strayRecords(records, ['青石镇便民服务站', '东风镇便民服务中心'])).toMatchObject([
      { defect: 'stray-meant', values: { found: CENTERS[0], guess: '青石镇便民服务站' } },
    ]);
    expect(strayRecords(records, ['东风镇便民服务中心'])).toMatchObject([
      { defect: 'stray-record', values: { found: CENTERS[0] } },
    ]);
    expect(strayRecords(records, CENTERS)).toEqual([]);
    writeFileSync(join(folder, 'record.yaml'), 'stage: 核查\nperson: 李\nlevel: 县级\nentered: []\n');
    const named = await openRecords([folder], { named: true });
    expect(named.ok && named.value.unread).toMatchObject([{ defect: 'no-center' }]);
    expect(named.ok && named.value.records.map(({ center }) => center)).toEqual([CENTERS[0]]);
    mkdirSync(join(folder, 'empty'));
    const empty = await openRecords([join(folder, 'empty')], { named: true });
    expect(empty.ok ? [] : empty.problems).toMatchObject([{ defect: 'no-records' }]);
  });
});
