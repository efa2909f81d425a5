import { describe, expect, it } from 'vitest';
import { gridOf, readCsv } from '../../src/read/files/csv.ts';
import { headingsOf } from '../../src/read/layouts/headings.ts';
import { commonDictionary } from '../support/workbooks.ts';

const headings = headingsOf(await commonDictionary());

/** Every cell of a text of separated values with its line and field: `1:1 名称`. */
const cellsIn = async (text: string): Promise<readonly string[]> => {
  const cells: string[] = [];
  for await (const rows of gridOf('表.csv', text, headings).rows())
    for (const { row, cells: own } of rows) for (const cell of own) cells.push(`${row}:${cell.column} ${cell.text}`);
  return cells;
};

const FOUR = ['1:1 名称', '1:2 县区', '2:1 甲镇', '2:2 罗山县'];

/** The mark between values is the one by which most headings are known. */
const MARKS: readonly (readonly [name: string, text: string, cells: readonly string[]])[] = [
  ['commas', '名称,县区\n甲镇,罗山县\n', FOUR],
  ['tabs', '名称\t县区\n甲镇\t罗山县\n', FOUR],
  ['semicolons', '名称;县区\n甲镇;罗山县\n', FOUR],
  ['bars', '名称|县区\n甲镇|罗山县\n', FOUR],
  ['full-width commas', '名称，县区\n甲镇，罗山县\n', FOUR],
  ['full-width semicolons', '名称；县区\n甲镇；罗山县\n', FOUR],
  [
    'commas, beside tabs in the answers',
    '名称,县区\n甲镇,罗山县\t\t\n',
    ['1:1 名称', '1:2 县区', '2:1 甲镇', '2:2 罗山县\t\t'],
  ],
  [
    'tabs, beside commas in the answers',
    '名称\t县区\n甲,乙,丙镇\t罗山县\n',
    ['1:1 名称', '1:2 县区', '2:1 甲,乙,丙镇', '2:2 罗山县'],
  ],
  [
    'semicolons, beside as many commas',
    '名称;县区\n甲,镇;罗山县\n',
    ['1:1 名称', '1:2 县区', '2:1 甲,镇', '2:2 罗山县'],
  ],
  ['what sep= says', 'sep=;\n名称;县,区\n', ['2:1 名称', '2:2 县,区']],
  ['what sep= says, against the headings', 'sep=,\r\n名称;县区,甲\r\n', ['2:1 名称;县区', '2:2 甲']],
  [
    'commas where no heading is known, for all lines agree',
    '甲;,乙\n丙,丁\n',
    ['1:1 甲;', '1:2 乙', '2:1 丙', '2:2 丁'],
  ],
  ['none', '名称\n甲镇\n', ['1:1 名称', '2:1 甲镇']],
  ['commas in quotation marks are none', '名称;"县区,乡镇,级别"\n', ['1:1 名称', '1:2 县区,乡镇,级别']],
  [
    'below a title',
    '情况表\n\n名称\t县区\n甲镇\t罗山县\n',
    ['1:1 情况表', '3:1 名称', '3:2 县区', '4:1 甲镇', '4:2 罗山县'],
  ],
];

/** What exporting systems put around a value, and what is a value. */
const GUARDS: readonly (readonly [field: string, text: string])[] = [
  ['="0012"', '0012'],
  ['="1,200"', '1,200'],
  ["'12", '12'],
  ["'-5", '-5'],
  ["'=甲", '=甲'],
  ["'甲", "'甲"],
  ['‘12', '12'],
  ['’12', '12'],
  ['\t12', '12'],
  [' 12', '12'],
  ['12 ', '12 '],
  ['=甲', '=甲'],
  ['甲"乙', '甲"乙'],
  ['"甲""乙"', '甲"乙'],
  ['"甲\n乙"', '甲\n乙'],
  ['""', ''],
  [' ', ''],
];

describe('values are parted by', () => {
  it.each(MARKS)('%s', async (_, text, cells) => {
    expect(await cellsIn(text)).toEqual(cells);
  });
});

describe('a value', () => {
  it.each(GUARDS)('%j is %j', async (field, text) => {
    const found = await cellsIn(`名称,县区,级别\n甲镇,${field},乡镇\n`);
    expect(found.slice(3)).toEqual(['2:1 甲镇', ...(text === '' ? [] : [`2:2 ${text}`]), '2:3 乡镇']);
  });
});

describe('a line', () => {
  it.each([
    ['一\n\n二\n', ['1:1 一', '3:1 二']],
    ['一\r\n二\r\n', ['1:1 一', '2:1 二']],
    ['一\r二\r', ['1:1 一', '2:1 二']],
    ['"一\n续\n续",甲\n二\n', ['1:1 一\n续\n续', '1:2 甲', '4:1 二']],
    ['"一\r\n续"\r\n二\r\n', ['1:1 一\r\n续', '3:1 二']],
    [',,\n二,,丙,丁\n', ['2:1 二', '2:3 丙', '2:4 丁']],
    ['一', ['1:1 一']],
    ['', []],
  ])('of %j is counted as it stands in the file', async (text, cells) => {
    expect(await cellsIn(text)).toEqual(cells);
  });

  it('is none too many: all are read, however many', async () => {
    for (const count of [199, 200, 201, 400, 401]) {
      const found = await cellsIn(Array.from({ length: count }, (_, at) => `${at}`).join('\n'));
      expect([count, found.length, found.at(-1)]).toEqual([count, count, `${count}:1 ${count - 1}`]);
    }
  });
});

it('refuses a form that goes on for longer than anybody fills in', async () => {
  const rows = Array.from({ length: 30_001 }, (_, at) => `甲${at},乙\n`).join('');
  const text = `填报项,内容\n名称,甲镇便民服务中心\n县区,罗山县\n乡镇,甲镇\n${rows}`;
  const read = await readCsv('表.csv', Buffer.from(text), await commonDictionary());
  expect(!read.ok && read.problems.map(found => found.code)).toEqual(['workbook-refused']);
});
