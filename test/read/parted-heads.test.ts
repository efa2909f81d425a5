import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { loadProfiles, problemLine } from '../../src/index.ts';

/** A table of one centre whose area stands in so many columns below one merged head. */
const tableOf = async (heads: readonly string[], values: readonly string[]): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('汇总表');
  sheet.addRow(['中心名称', '县区', '级别', '办事大厅使用面积']);
  sheet.addRow([null, null, null, ...heads]);
  sheet.addRow(['青石坳镇便民服务中心', '罗山县', '乡镇', ...values]);
  for (const column of ['A', 'B', 'C']) sheet.mergeCells(`${column}1:${column}2`);
  sheet.mergeCells(1, 4, 1, 3 + heads.length);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const read = async (heads: readonly string[], values: readonly string[]) => {
  const loaded = await loadProfiles({ file: '表.xlsx', content: await tableOf(heads, values) });
  const told = (loaded.ok ? loaded.warnings : loaded.problems).map(found => problemLine(found, 'zh'));
  const fact = loaded.ok ? loaded.value[0]?.facts.get('hall.usable_area') : undefined;
  const value = fact?.state === 'declared' && fact.value.type === 'quantity' ? `${fact.value.amount}` : undefined;
  return { value, told };
};

it.each<[name: string, heads: readonly string[], values: readonly string[]]>([
  ['标准和实际', ['标准', '实际'], ['200㎡', '184㎡']],
  ['实际和备注', ['实际', '备注'], ['184㎡', '图纸为准']],
  ['自评和复核一样', ['自评', '复核'], ['184㎡', '184㎡']],
  ['复核空着', ['自评', '复核'], ['184㎡', '']],
])('pass-大标题下分%s', async (_, heads, values) => {
  expect(await read(heads, values)).toEqual({ value: '184', told: [] });
});

it('fail-大标题下自评和复核不一样', async () => {
  const { value, told } = await read(['自评', '复核'], ['300㎡', '184㎡']);
  expect(value).toBeUndefined();
  expect(told).toEqual([expect.stringMatching(/汇总表!E2: “办事大厅使用面积”填了两次，前面已在 汇总表!D2 填过/u)]);
});

const FIRST = ['中心名称', '县区', '级别'];

/** One centre whose area stands under one of several heads with blanks behind them, which the rows below may leave blank too. */
const among = (heads: number, place: number): string => {
  const each = (own: readonly string[], other: readonly string[]) =>
    Array.from({ length: heads }, (_, at) => (at === place ? own : other)).flat();
  return [
    [...FIRST, ...each(['办事大厅使用面积', '', ''], ['甲', '', ''])],
    [...FIRST.map(() => ''), ...each(['标准', '实际', ''], ['标准', '', '实际'])],
    ['青石坳镇便民服务中心', '罗山县', '乡镇', ...each(['200㎡', '184㎡', ''], ['1', '', '2'])],
  ]
    .map(row => row.join(','))
    .join('\n');
};

it('pass-大标题无论在第几栏都认得', async () => {
  const places = [1, 2, 3, 8, 9].flatMap(heads => Array.from({ length: heads }, (_, place) => ({ heads, place })));
  const read = places.map(async ({ heads, place }) => {
    const loaded = await loadProfiles({ file: '表.csv', content: new TextEncoder().encode(among(heads, place)) });
    const fact = loaded.ok ? loaded.value[0]?.facts.get('hall.usable_area') : undefined;
    const amount = fact?.state === 'declared' && fact.value.type === 'quantity' ? `${fact.value.amount}` : undefined;
    return { heads, place, amount };
  });
  expect(await Promise.all(read)).toEqual(places.map(place => ({ ...place, amount: '184' })));
});
