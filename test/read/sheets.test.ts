import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { commonDictionary, plainSheet, plainWorkbook, rawWorkbook, readWith } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

type Rows = readonly (readonly (string | number | null)[])[];

const read = (sheets: Readonly<Record<string, Rows>>) => readWith(readXlsx, plainWorkbook(sheets), dictionary);

const FORM: Rows = [
  ['县区', '罗山县'],
  ['窗口数', 3],
];

describe('sheets that only explain', () => {
  it.each([
    ['one answer', [['窗口数', 3]], []],
    ['answers', FORM, ['unread-sheet 填报说明!A1']],
    [
      'blanks',
      [
        ['县区', ''],
        ['窗口数', ''],
      ],
      [],
    ],
    ['a sentence', [['请逐项填写'], ['不清楚的写不详']], []],
  ] as const)('with %s', async (_, rows, problems) => {
    const found = await read({ 表: [['大厅面积', 230]], 填报说明: rows });
    expect(found.centers).toEqual([{ 'hall.usable_area': '230 m²' }]);
    expect(found.problems).toEqual(problems);
  });
});

describe('two sheets of one name', () => {
  it.each([
    ['表', '表 ', ["same-sheet-name '表 '!A1"]],
    ['Form', 'form', ['same-sheet-name form!A1']],
    ['表一', '表二', []],
  ])('%j and %j are read, and told where they are alike', async (one, other, problems) => {
    const found = await read({ [one]: [['大厅面积', 230]], [other]: FORM });
    expect(found.centers).toEqual([
      { 'hall.usable_area': '230 m²', 'center.county': '罗山县', 'window_setup.front_windows': '3' },
    ]);
    expect(found.problems).toEqual(problems);
  });
});

describe('columns that are hidden', () => {
  const table = plainSheet([
    ['名称', '县区', '窗口数', '备注'],
    ['甲', '罗山县', 1, '无'],
  ]);
  const hiding = (from: number, to: number): string =>
    table.replace('<sheetData>', `<cols><col min="${from}" max="${to}" hidden="1"/></cols><sheetData>`);

  it.each([
    [2, 2, ['hidden-columns 表!B1']],
    [2, 3, ['hidden-columns 表!B1']],
    [4, 4, []],
    [9, 9, []],
  ])('%i to %i are read, and told where they ask something', async (from, to, problems) => {
    const found = await readWith(readXlsx, rawWorkbook({ 表: hiding(from, to) }), dictionary);
    expect(found.centers).toMatchObject([{ 'center.county': '罗山县' }]);
    expect(found.problems).toEqual(problems);
  });
});
