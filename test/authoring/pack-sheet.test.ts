import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { type Plain, yamlOf } from '../../src/authoring/scorecard/sheet/plain.ts';
import { packSheet } from '../../src/authoring/sheet.ts';
import { packWorkbook } from '../../src/forms/pack-sheet.ts';
import type { Loaded } from '../../src/model/base/problem.ts';
import { toPlain } from '../../src/model/base/source.ts';
import type { PackRow, PackSheet } from '../../src/model/standard/pack-sheet.ts';
import { loadCases, loadLedger, packFiles } from '../../src/read/pack/authored.ts';
import { packFolder } from '../../src/read/pack/find-rules.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { filesFromSheet, type SheetFile } from '../../src/read/pack/sheet/from-sheet.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { newFolder } from '../support/folders.ts';
import { some } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const QINGYUAN = join(ROOT, 'fixtures', 'packs', 'qingyuan-2024');
const library = shippedLibrary();

const vocabulary = async () => succeed(await library.vocabulary());

const sheetOf = async (path: string): Promise<PackSheet> => {
  const files = succeed(await packFiles({ path, shown: path }));
  const others = ['pack.yaml', 'cases.yaml', 'facts.yaml'];
  const ledger = files.find(({ name }) => name === 'clauses.yaml');
  const rules = files.filter(file => file !== ledger && !others.includes(file.name));
  return packSheet(
    rules,
    ledger,
    files.filter(({ name }) => others.includes(name)),
    new Map([['none', 'none']]),
  );
};

const readBack = async (sheet: PackSheet): Promise<Loaded<readonly SheetFile[]>> =>
  filesFromSheet('pack.xlsx', packWorkbook(sheet, 'zh'), await vocabulary());

const put = (files: readonly SheetFile[]): string => {
  const folder = join(newFolder(), 'pack');
  mkdirSync(folder);
  for (const { name, node, text } of files) writeFileSync(join(folder, name), text ?? yamlOf(toPlain(node) as Plain));
  return folder;
};

const PLACES = new Set(['location', 'sha256', 'path', 'root', 'places']);

/** Without where things stand and the digest of files. */
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (PLACES.has(key) ? undefined : inner)));

const modelOf = async (path: string): Promise<unknown> => {
  const pack = succeed(await library.pack(path));
  const { vocabulary: words, ...rest } = pack;
  const folder = { path, shown: path };
  return bare({ ...rest, ledger: succeed(await loadLedger(folder)), cases: succeed(await loadCases(folder, words)) });
};

/** The files of this one are not called by the levels of their rules. */
const TAOJIANG = 'taojiang-2014';

const others = library.packIds().filter(id => id !== TAOJIANG);

const PACKS = [...[TAOJIANG, ...some(3, others)].map(id => packFolder(id).path), QINGYUAN];

describe.each(PACKS)('%s', path => {
  it('comes back from its sheet as it was', async () => {
    const back = put(succeed(await readBack(await sheetOf(path))));
    expect(await modelOf(back)).toEqual(await modelOf(path));
  });
});

const changed = async (rule: string, cells: PackRow): Promise<readonly string[]> => {
  const sheet = await sheetOf(QINGYUAN);
  const read = await readBack({
    ...sheet,
    rows: sheet.rows.map(row => (row.rule === rule ? { ...row, ...cells } : row)),
  });
  return read.ok ? [] : read.problems.map(problem => problemLine(problem, 'en'));
};

test.each<readonly [string, PackRow, RegExp]>([
  [
    'an unknown fact',
    { require: '{ hall.usable_aera: { at_least: 120 m² } }' },
    /^pack\.xlsx!?.*L\d+: .*hall\.usable_aera/u,
  ],
  ['a word that is no obligation', { obligation: 'shall' }, /F\d+: /u],
  ['brackets that do not close', { require: '{ hall.usable_area: ' }, /L\d+: /u],
  ['an unknown section', { section: 'nowhere' }, /E\d+: .*nowhere/u],
])('%s is told at its cell', async (_, cells, expected) => {
  const problems = await changed('hall-area', cells);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

test('a file that is carried as it is written is told at the cell of the line at fault', async () => {
  const sheet = await sheetOf(QINGYUAN);
  const files = sheet.files.map(file =>
    file.file === 'cases.yaml' ? { ...file, lines: [...file.lines, 'broken: [1, 2'] } : file,
  );
  const read = await readBack({ ...sheet, files });
  expect(read.ok ? [] : read.problems.map(found => problemLine(found, 'zh'))).toEqual([
    'pack.xlsx:其他文件!B28: 格式有误，读不下去：花括号或方括号没有写完整，或换行后没有缩进',
  ]);
});

test('what is edited in the sheet is in the pack', async () => {
  const sheet = await sheetOf(QINGYUAN);
  const rows = sheet.rows.map(row =>
    row.rule === 'hall-area'
      ? { ...row, require: '{ hall.usable_area: { at_least: 150 m² } }', obligation: 'should' }
      : row,
  );
  const back = put(succeed(await readBack({ ...sheet, rows })));
  const rule = succeed(await library.pack(back)).rules.find(({ id }) => id === 'hall-area');
  expect(rule?.obligation).toBe('should');
  expect(JSON.stringify(rule?.require)).toContain('"150"');
});

test('a row of neither a rule nor a sentence is refused at its first cell, and no file is made', async () => {
  const sheet = await sheetOf(QINGYUAN);
  const read = await readBack({ ...sheet, rows: [...sheet.rows, { clause: '九', sentence: '另设母婴室。' }] });
  const line = `A${sheet.rows.length + 2}`;
  expect(read.ok ? [] : read.problems.map(found => problemLine(found, 'zh'))).toEqual([
    expect.stringMatching(new RegExp(`${line}: .*检验或指纹`, 'u')),
  ]);
});

test('a column that a pack does not have is told where something stands in it, and the rest is kept', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(packWorkbook(await sheetOf(QINGYUAN), 'zh')).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('a sheet');
  const column = sheet.columnCount + 1;
  const told = async (row: number, text: string): Promise<readonly string[]> => {
    sheet.getCell(row, column).value = text;
    const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
    const read = await filesFromSheet('pack.xlsx', bytes, await vocabulary());
    return read.ok ? read.warnings.map(found => problemLine(found, 'zh')) : ['refused'];
  };
  expect(await told(1, '讨论意见')).toEqual([]);
  expect(await told(3, '再议')).toEqual([expect.stringMatching(/AA1: 有几栏规则包里没有，不会写进去：讨论意见/u)]);
});

test('a rule that is struck out, or the error of a formula, is refused at its cell', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(packWorkbook(await sheetOf(QINGYUAN), 'zh')).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('a sheet');
  sheet.getCell('A3').style = { font: { strike: true } };
  sheet.getCell('B4').value = { error: '#REF!' };
  const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  const read = await filesFromSheet('pack.xlsx', bytes, await vocabulary());
  expect(read.ok ? [] : read.problems.map(found => problemLine(found, 'zh'))).toEqual([
    expect.stringMatching(/A3: .*划掉/u),
    expect.stringMatching(/B4: .*#REF!/u),
  ]);
});
