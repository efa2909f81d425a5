import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRoster } from '../../src/batch/summary/roster.ts';
import { placeInFile } from '../../src/model/base/location.ts';
import { bookMark } from '../../src/model/base/own-book.ts';
import type { Center } from '../../src/model/profile/profile.ts';
import type { Vocabulary } from '../../src/model/standard/vocabulary.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { newFolder, put } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const folder = newFolder();
let vocabulary: Vocabulary;

beforeAll(async () => {
  vocabulary = succeed(await shippedLibrary().vocabulary());
});

/** Who is listed in a file, each at its place, and what is said of it. */
const rosterOf = async (name: string) => {
  const read = await loadRoster(join(folder, name), vocabulary);
  const entries = read.ok ? read.value : [];
  return {
    listed: entries.map(({ center, location }) => [placeInFile(location), center]),
    said: (read.ok ? read.warnings : read.problems).map(one => problemLine(one, 'zh').replace(`${folder}/`, '')),
  };
};

const FILES: readonly (readonly [
  name: string,
  text: string | Uint8Array,
  listed: readonly (readonly [string, Center])[],
])[] = [
  [
    '行.txt',
    '甲镇便民服务中心\n\n  乙镇  \r\n \n丙村',
    [
      ['1:1', { name: '甲镇便民服务中心' }],
      ['3:1', { name: '乙镇' }],
      ['5:1', { name: '丙村' }],
    ],
  ],
  ['大写.TXT', '甲镇', [['1:1', { name: '甲镇' }]]],
  ['带标记.txt', '\ufeff甲镇', [['1:1', { name: '甲镇' }]]],
  ['本县.txt', Buffer.from([0xbc, 0xd7, 0xd5, 0xf2]), [['1:1', { name: '甲镇' }]]],
  [
    '表.csv',
    '中心名称,县区,级别\n甲镇便民服务中心,青县,乡镇\n,,\n乙村便民服务站,青县,村\n',
    [
      ['2:1', { name: '甲镇便民服务中心', county: '青县', level: 'township' }],
      ['4:1', { name: '乙村便民服务站', county: '青县', level: 'village' }],
    ],
  ],
  ['乡镇.csv', '县区,乡镇\n青县,甲镇\n', [['2:1', { county: '青县', township: '甲镇' }]]],
  [
    '名册.csv',
    '报送名册\n序号,中心名称,联系人\n1, 甲镇 ,张\n2,,李\n3,乙镇,王\n',
    [
      ['3:2', { name: '甲镇' }],
      ['5:2', { name: '乙镇' }],
    ],
  ],
  [
    '编了号的.txt',
    '罗山县便民服务中心名单\n一、乡镇\n1.甲镇便民服务中心\n（2）乙镇\n二、村级\n③丙村\n合计：3个\n报送人：张某',
    [
      ['3:1', { name: '甲镇便民服务中心' }],
      ['4:1', { name: '乙镇' }],
      ['6:1', { name: '丙村' }],
    ],
  ],
  [
    '一行几个.txt',
    '- 甲镇便民服务中心；\n青县（3个）：乙镇、丙乡，丁街道。\n• 戊镇便民服务中心 李某 0000-0000000\n阿依 · 朵浪乡便民服务中心\n填报单位：青县政务服务中心',
    [
      ['1:1', { name: '甲镇便民服务中心' }],
      ['2:1', { name: '乙镇' }],
      ['2:1', { name: '丙乡' }],
      ['2:1', { name: '丁街道' }],
      ['3:1', { name: '戊镇便民服务中心' }],
      ['4:1', { name: '阿依 · 朵浪乡便民服务中心' }],
    ],
  ],
  [
    '几栏.txt',
    '1\t青县\t甲镇\t甲镇便民服务中心\t李某\n2\t青县\t乙镇\t\t王某\n合计\t2',
    [
      ['1:1', { name: '甲镇便民服务中心' }],
      ['2:1', { name: '乙镇' }],
    ],
  ],
  [
    '有头的几栏.txt',
    '序号\t乡镇\t联系人\n1\t甲镇\t李某\n2\t张家畈\t王某\n合计\t2\n',
    [
      ['2:2', { name: '甲镇' }],
      ['3:2', { name: '张家畈' }],
    ],
  ],
  [
    '只有名称.csv',
    '青县乡镇名单\n甲镇,乙镇\n丙乡,\n共3个\n',
    [
      ['2:1', { name: '甲镇' }],
      ['2:2', { name: '乙镇' }],
      ['3:1', { name: '丙乡' }],
    ],
  ],
  [
    '各村.csv',
    '乡镇,村\n甲镇,丙村、丁村\n乙镇,戊社区\n',
    [
      ['2:1', { name: '丙村', township: '甲镇' }],
      ['2:1', { name: '丁村', township: '甲镇' }],
      ['3:1', { name: '戊社区', township: '乙镇' }],
    ],
  ],
  [
    '并排.csv',
    '序号,乡镇,序号,乡镇\n1,甲镇,3,丙乡\n2,乙镇,,\n',
    [
      ['2:2', { name: '甲镇' }],
      ['2:4', { name: '丙乡' }],
      ['3:2', { name: '乙镇' }],
    ],
  ],
  [
    '横着.csv',
    '乡镇,甲镇,乙镇,丙乡\n联系人,张某,李某,王某\n',
    [
      ['1:2', { name: '甲镇' }],
      ['1:3', { name: '乙镇' }],
      ['1:4', { name: '丙乡' }],
    ],
  ],
  [
    '受检单位.csv',
    '序号,受检单位,联系人\n1,甲镇,张某\n2,乙镇,李某\n',
    [
      ['2:2', { name: '甲镇' }],
      ['3:2', { name: '乙镇' }],
    ],
  ],
  [
    '是否上报.csv',
    '乡镇,是否上报\n甲镇,√\n乙镇,\n',
    [
      ['2:1', { name: '甲镇' }],
      ['3:1', { name: '乙镇' }],
    ],
  ],
  ['一个.csv', '乡镇,甲镇\n联系电话,0000-0000000\n', [['1:1', { township: '甲镇' }]]],
  [
    '单位.csv',
    '序号,单位,负责人\n1,甲镇便民服务中心,张某\n2,乙镇便民服务中心,李某\n合计,2个,\n注：排名不分先后,,\n',
    [
      ['2:2', { name: '甲镇便民服务中心' }],
      ['3:2', { name: '乙镇便民服务中心' }],
    ],
  ],
  [
    '村.csv',
    '县区,乡镇,村,级别\n青县,甲镇,,乡镇\n,,丙村,村\n,,丁社区,村\n',
    [
      ['2:1', { county: '青县', township: '甲镇', level: 'township' }],
      ['3:3', { name: '丙村', level: 'village' }],
      ['4:3', { name: '丁社区', level: 'village' }],
    ],
  ],
  ['名册.tsv', '序号\t中心名称\n1\t甲镇\n', [['2:2', { name: '甲镇' }]]],
  [
    '清单.yaml',
    '- { 名称: 甲镇便民服务中心, 县区: 青县 }\n- { 备注: 无 }\n- { 名称: 乙镇便民服务中心 }\n',
    [
      ['1:3', { name: '甲镇便民服务中心', county: '青县' }],
      ['3:3', { name: '乙镇便民服务中心' }],
    ],
  ],
  ['一个.yaml', '名称: 甲镇便民服务中心\n办事大厅使用面积: 很大\n', [['1:1', { name: '甲镇便民服务中心' }]]],
  [
    '行.jsonl',
    '{"名称":"甲镇"}\n\n{"名称":"乙镇"}\n',
    [
      ['1:1', { name: '甲镇' }],
      ['3:1', { name: '乙镇' }],
    ],
  ],
];

describe('a roster', () => {
  it.each(FILES)('may be %s', async (name, text, listed) => {
    put(folder, name, text);
    const read = await rosterOf(name);
    expect(read.listed).toEqual(listed);
  });

  it('tells what stands alone among the names and is none', async () => {
    put(folder, '有话.csv', '中心名称,级别,县区\n甲镇便民服务中心,乡镇,青县\n以下空白,,\n');
    const read = await rosterOf('有话.csv');
    expect(read.listed.map(([place]) => place)).toEqual(['2:1']);
    expect(read.said).toEqual(['有话.csv:3:1: 这一格的“以下空白”不对应任何填报项，没有读取']);
  });

  it.each([
    [
      '栏目.csv',
      '中心名称,级别,县区\n甲镇便民服务中心,乡镇,青县\n乙镇便民服务中心（已撤并）,乡镇,青县\n',
      '2:1',
      '3:1',
    ],
    ['乡镇名.csv', '县区,乡镇\n青县,甲镇\n青县,乙镇（筹建中）\n', '2:1', '3:2'],
    ['名单.txt', '甲镇便民服务中心\n乙镇便民服务中心（已撤并）\n', '1:1', '2:1'],
    ['只有名.csv', '名称,联系人\n甲镇,子一\n乙镇（已撤并）,子二\n', '2:1', '3:1'],
  ])(
    'expects nothing of a centre that is closed or not open yet, and says so: %s',
    async (name, text, listed, closed) => {
      put(folder, name, text);
      const read = await rosterOf(name);
      expect(read.listed.map(([place]) => place)).toEqual([listed]);
      expect(read.said).toEqual([expect.stringMatching(`^${name}:${closed}: .*写明已撤并、停用或还没建成`)]);
    },
  );

  it('counts a centre once that is listed twice, and says so', async () => {
    put(folder, '两次.csv', '中心名称,级别\n甲镇便民服务中心,乡镇\n甲镇便民服务中心 ,乡镇\n甲镇便民服务中心,村\n');
    const read = await rosterOf('两次.csv');
    expect(read.listed.map(([place]) => place)).toEqual(['2:1', '4:1']);
    expect(read.said).toEqual(['两次.csv:3:1: “便民服务中心名称”里“甲镇便民服务中心”重复，按一项计']);
  });

  it('is refused where a name is the error of a formula', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('名册').addRows([['乡镇', '联系人'], ['甲镇'], [{ error: '#N/A' }], ['丙乡']]);
    put(folder, '错误.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    const read = await rosterOf('错误.xlsx');
    expect(read.listed).toEqual([]);
    expect(read.said.join('\n')).toMatch(/名册!A3: .*#N\/A/u);
  });

  it.each([
    ['级别', '乡镇'],
    ['联系人', '张某'],
  ])(
    'is refused where a centre is struck out: whether it is to submit anything nobody knows (%s)',
    async (head, said) => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('名册');
      sheet.addRows([
        ['中心名称', head],
        ['甲镇便民服务中心', said],
        ['乙镇便民服务中心', said],
      ]);
      sheet.getCell('A3').font = { strike: true };
      put(folder, '划掉.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
      const read = await rosterOf('划掉.xlsx');
      expect(read.listed).toEqual([]);
      expect(read.said.join('\n')).toMatch(/名册!A3: 这一格里有划掉的字/u);
    },
  );

  it.each(['report', 'summary'] as const)('is refused where it is a workbook of the tool: %s', async kind => {
    const book = new ExcelJS.Workbook();
    book.subject = bookMark(kind);
    book.addWorksheet('排名').addRows([['中心'], ['甲镇便民服务中心'], ['乙镇便民服务中心']]);
    book.addWorksheet('逐条矩阵').addRows([['中心'], ['luoshan-2021 1.0.0']]);
    put(folder, `${kind}.xlsx`, Buffer.from(await book.xlsx.writeBuffer()));
    const { listed, said } = await rosterOf(`${kind}.xlsx`);
    expect([listed, said.join('\n')]).toEqual([[], expect.stringMatching(/这是(?:审核报告|批量审核的汇总)/u)]);
  });

  const NOBODY = /名册里没有读到中心/u;

  it.each([
    ['没有.txt', undefined, /找不到这个文件/u],
    ['没有.csv', undefined, /找不到这个文件/u],
    ['空的.txt', '\n \n', /文件是空的/u],
    ['没有.jsonl', undefined, /找不到这个文件/u],
    ['断的.jsonl', '{"名称":"甲镇"}\n{"名称":\n', /断的\.jsonl:2:/u],
    ['只有话.txt', '报送名单\n填报单位：青县政务服务中心\n', NOBODY],
    ['无名.csv', '备注\n无\n', NOBODY],
    ['两栏地名.csv', '受检单位,所在地\n甲镇,丙社区\n乙镇,丁社区\n', NOBODY],
    ['夹着别的.csv', '甲镇,张某\n乙镇,李某\n', NOBODY],
    ['无名.yaml', '备注: 无\n', NOBODY],
    ['标题之上.csv', '甲镇\n中心名称\n', NOBODY],
    ['断的.yaml', '名称: [甲镇\n', /断的\.yaml:/u],
  ])('is refused where it lists nobody: %s', async (name, text, said) => {
    if (text !== undefined) put(folder, name, text);
    const read = await rosterOf(name);
    expect(read.listed).toEqual([]);
    expect(read.said.join('\n')).toMatch(said);
  });
});
