import { describe, expect, it } from 'vitest';
import { madeOf, type Rows } from '../support/made-of.ts';

const COUNTY = ['县区', '罗山县'] as const;
const AREA = ['大厅面积', 200] as const;

type Case = readonly [name: string, rows: Rows, rest: readonly string[], merged?: readonly string[]];

/** Rows beside those of a form that declare nothing, or that nobody can tell what they declare. */
const FORM: readonly Case[] = [
  ['a title', [['便民服务中心申报表'], COUNTY, AREA], ['title A1']],
  ['a title over several columns', [['申报表'], COUNTY, AREA], ['title A1'], ['A1:B1']],
  ['a title between', [COUNTY, ['二、大厅情况如下'], AREA], ['title A2']],
  ['a note', [COUNTY, AREA, ['注：空白不计']], ['note A3']],
  ['a note in two cells', [COUNTY, AREA, ['注：', '空白不计']], ['note A3', 'note B3']],
  ['words beside 备注', [COUNTY, AREA, ['备注', '东侧加建']], ['explained A3', 'explained B3']],
  ['a number beside 备注', [COUNTY, AREA, ['备注', 30]], ['explained A3', 'unread-cell B3 30 0']],
  [
    'who signed',
    [COUNTY, AREA, ['填表人', '某某', '联系电话', '12345']],
    ['A', 'B', 'C', 'D'].map(at => `signature ${at}3`),
  ],
  ['who signed, in one cell', [COUNTY, AREA, ['填表人：某某']], ['signature A3']],
  ['a sum', [COUNTY, AREA, ['合计', 414]], ['total A3', 'total B3']],
  [
    'numbers of rows',
    [
      ['一', ...COUNTY],
      ['2.', ...AREA],
    ],
    ['explained A1', 'explained A2'],
  ],
  ['a category before the label', [['基本情况', ...COUNTY], AREA], ['explained A1']],
  ['a label that nobody knows', [COUNTY, AREA, ['大厅层高', '3米']], ['unread-label A3 大厅层高 3米']],
  ['such a label without an answer', [COUNTY, AREA, ['大厅层高']], ['title A3']],
  [
    'such a label beside another column',
    [COUNTY, AREA, ['大厅层高', null, '3米']],
    ['explained A3', 'unread-cell C3 3米 0'],
  ],
  [
    'a label nearly known, of what is planned',
    [COUNTY, ['大厅面积（规划）', 300]],
    ['unread-label A2 大厅面积（规划） 300'],
  ],
  ['an answer below its label', [COUNTY, ['敞开式办公'], ['是']], []],
  ['no answer below its label', [COUNTY, ['敞开式办公'], ['较好']], ['unread-cell A3 较好 0']],
  ['a number below its label', [COUNTY, ['大厅面积'], [200]], []],
  ['words below a label that is answered', [COUNTY, ['敞开式办公', '是'], ['以上如实填写']], ['title A3']],
  ['an answer typed over a label', [COUNTY, AREA, ['184平方米']], ['unread-cell A3 184平方米 0']],
  ['a yes typed over a label', [COUNTY, AREA, ['否']], ['unread-cell A3 否 0']],
  ['the number of a page', [COUNTY, AREA, ['12']], ['title A3']],
  [
    'a number typed over a label, and more in its row',
    [COUNTY, AREA, ['1840', null, '约数']],
    ['unread-cell A3 1840 1'],
  ],
  [
    'the number of a row without an answer',
    [COUNTY, AREA, ['12', null, '约数']],
    ['explained A3', 'unread-cell C3 约数 0'],
  ],
  ['more below an answer', [COUNTY, AREA, [null, '另有50平方米']], ['unread-cell B3 另有50平方米 0']],
  ['several of these', [COUNTY, [...AREA, '约数'], ['窗口数', 6, '含综合窗口']], ['unread-cell C2 约数 1']],
  [
    'remarks under a head that says so',
    [
      ['填报项目', '填写内容', '备注'],
      [...COUNTY, '已核'],
      [...AREA, '估计'],
    ],
    ['explained C2', 'explained C3'],
  ],
  [
    'another value where somebody checked',
    [
      ['填报项目', '填写内容', '审核意见'],
      [...COUNTY, '属实'],
      [...AREA, '180'],
    ],
    ['explained C2', 'unread-cell C3 180 0'],
  ],
  [
    'the same value where somebody checked',
    [['填报项目', '填写内容', '审核意见'], COUNTY, [...AREA, '200平方米'], ['敞开式办公', '是', '有']],
    ['explained C3', 'explained C4'],
  ],
  [
    'another value in a column of measures to be taken',
    [['填报项目', '填写内容', '整改措施'], COUNTY, [...AREA, '180']],
    ['explained C3'],
  ],
  [
    'what is asked',
    [
      ['填报项目', '标准要求', '填写内容'],
      ['县区', '如实', '罗山县'],
      ['大厅面积', '不低于150', 200],
    ],
    ['explained B2', 'explained B3'],
  ],
  ['nothing', [COUNTY, AREA], []],
];

describe('of a form is told what nothing was made of', () => {
  it.each(FORM.map(([name, ...one]) => [name, one] as const))('%s', async (_, [rows, rest, merged]) => {
    const { centers, rest: found } = await madeOf(rows, merged);
    expect(found).toEqual(rest);
    expect(centers).toEqual([expect.objectContaining({ 'center.county': '罗山县' })]);
  });
});

const HEAD = ['名称', '县区', '窗口数'] as const;
const ONE = ['甲镇', '罗山县', 1] as const;
const TWO = ['乙镇', '罗山县', 2] as const;

/** Rows and columns of a table of two centres that are none of it. */
const TABLE: readonly Case[] = [
  ['sums', [HEAD, ONE, TWO, ['合计', null, 3]], ['total A4']],
  [
    'sums whose word stands third',
    [
      ['序号', '片区', ...HEAD],
      [1, '东片', ...ONE],
      [2, '西片', ...TWO],
      [null, null, '合计', null, 3],
    ],
    ['total C4', 'explained A1', 'explained B1'],
  ],
  [
    'sums whose word stands for the name, behind three others',
    [
      ['序号', '片区', '组别', ...HEAD],
      [1, '东片', '一组', ...ONE],
      [2, '西片', '二组', ...TWO],
      [3, '两片', '两组', '合计', null, 3],
    ],
    ['total A4', 'explained A1', 'explained B1', 'explained C1'],
  ],
  ['a remark that says 合计', [[...HEAD, '备注'], [...ONE, '合计'], TWO], ['explained D1']],
  [
    'sums of a part',
    [
      ['片区', ...HEAD],
      ['东片', ...ONE],
      ['东片小计', null, null, 1],
      ['西片', ...TWO],
    ],
    ['total A3', 'explained A1'],
  ],
  ['a note', [HEAD, ONE, TWO, ['注：空白不计']], ['note A4']],
  ['a note in two cells', [HEAD, ONE, TWO, ['注：', '空白不计']], ['note A4']],
  ['who signed', [HEAD, ONE, TWO, ['填表人：某某', null, '审核人：某某']], ['signature A4']],
  [
    'an example',
    [
      ['序号', ...HEAD],
      ['例', '丙镇', '罗山县', 9],
      [1, ...ONE],
      [2, ...TWO],
    ],
    ['explained A2', 'explained A1'],
  ],
  ['the head of a part', [HEAD, ONE, ['二、山区片'], TWO], ['title A3']],
  ['the head of a part over three columns', [HEAD, ONE, ['山区片'], TWO], ['title A3'], ['A3:C3']],
  ['the head again', [HEAD, ONE, HEAD, TWO], ['repeated-head A3']],
  ['remarks', [[...HEAD, '备注'], [...ONE, '已核'], TWO], ['explained D1']],
  ['a column that nobody knows', [[...HEAD, '大厅层高'], [...ONE, '3米'], TWO], ['unread-columns D1 大厅层高']],
  ['such a column with nothing in it', [[...HEAD, '大厅层高'], ONE, TWO], []],
  ['a column of what was', [[...HEAD, '窗口数（上年）'], [...ONE, 5], TWO], ['unread-columns D1 窗口数（上年）']],
  ['a cell under no heading', [HEAD, [...ONE, '待核'], TWO], ['unread-columns A1 D2“待核”']],
  [
    'numbers under no heading',
    [
      [null, ...HEAD],
      [1, ...ONE],
      [2, ...TWO],
    ],
    [],
  ],
  [
    'letters under no heading',
    [
      [null, ...HEAD],
      ['甲', ...ONE],
      [2, ...TWO],
    ],
    ['unread-columns A1 A2“甲”'],
  ],
  [
    'what survey tools add',
    [[...HEAD, '提交时间', '来源', '浏览器'], [...ONE, '2026-10-10', '微信', 'Edge'], TWO],
    ['form-tool D1', 'form-tool E1', 'form-tool F1'],
  ],
  ['nothing', [HEAD, ONE, TWO], []],
];

describe('of a table is told what is none of its centres', () => {
  it.each(TABLE.map(([name, ...one]) => [name, one] as const))('%s', async (_, [rows, rest, merged]) => {
    const { centers, rest: found } = await madeOf(rows, merged);
    expect(found).toEqual(rest);
    expect(centers.map(center => [center['center.name'], center['window_setup.front_windows']])).toEqual([
      ['甲镇', '1'],
      ['乙镇', '2'],
    ]);
  });
});
