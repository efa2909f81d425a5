import { describe, expect, it } from 'vitest';
import { madeOf, type Rows } from '../support/made-of.ts';

type Case = readonly [
  name: string,
  rows: Rows,
  read: readonly Readonly<Record<string, string>>[],
  rest: readonly string[],
  merged?: readonly string[],
];

const COUNTY = { 'center.county': '罗山县' };
const BOXES = ['填报项目', '选项', '打√', '选项', '打√'] as const;
const BOX_HEADS = ['explained A1', 'explained B1', 'explained C1', 'explained D1', 'explained E1'];
const BOTH = { 'hall.zones': 'self-service waiting' };
const WAITING = { 'hall.zones': 'waiting' };

const CHECKLISTS: readonly Case[] = [
  ['a tick and nothing', [BOXES, ['功能区域', '等候区', '√', '自助服务区', null]], [WAITING], BOX_HEADS],
  ['a tick and a cross', [BOXES, ['功能区域', '等候区', '√', '自助服务区', '×']], [WAITING], BOX_HEADS],
  ['a tick and a dash', [BOXES, ['功能区域', '等候区', '√', '自助服务区', '—']], [WAITING], BOX_HEADS],
  ['the term again as its tick', [BOXES, ['功能区域', '等候区', '等候区']], [WAITING], BOX_HEADS],
  [
    'other words as a tick',
    [BOXES, ['功能区域', '等候区', '在建', '自助服务区', '√']],
    [{ 'hall.zones': 'unreadable' }],
    [...BOX_HEADS, 'unknown-term C2 zones 等候区：在建 等候区 等候 等候区域 true'],
  ],
  ['nothing at all', [BOXES, ['功能区域', '等候区', null, '自助服务区', null]], [{}], BOX_HEADS],
  [
    'that it does not apply, in place of a tick',
    [BOXES, ['功能区域', '等候区', '不适用', '自助服务区', null]],
    [{ 'hall.zones': 'not-applicable ' }],
    BOX_HEADS,
  ],
  [
    'others, each by its name',
    [BOXES, ['功能区域', '等候区', '√', '其他', '母婴室、√、-、其他：书吧']],
    [{ 'hall.zones': 'other:书吧 other:母婴室 waiting' }],
    BOX_HEADS,
  ],
  ['others that are none', [BOXES, ['功能区域', '等候区', '√', '其他', '√']], [WAITING], BOX_HEADS],
  [
    'a term that nobody knows',
    [BOXES, ['功能区域', '等候区', '√', '跳舞区', '√']],
    [WAITING],
    [...BOX_HEADS, 'unread-cell D2 跳舞区 1'],
  ],
  ['such a term without a tick', [BOXES, ['功能区域', '等候区', '√', '跳舞区', null]], [WAITING], BOX_HEADS],
  [
    'the rows below, as far as the next label',
    [BOXES, ['功能区域', '等候区', '√'], [null, '自助服务区', '√'], ['窗口数', 3]],
    [{ ...BOTH, 'window_setup.front_windows': '3' }],
    BOX_HEADS,
  ],
  [
    'the rows below, as far as one without a term',
    [BOXES, ['功能区域', '等候区', '√'], [null, '说明', '√'], [null, '自助服务区', '√']],
    [WAITING],
    [...BOX_HEADS, 'explained B3', 'explained C3', 'unread-cell B4 自助服务区 1'],
  ],
];

describe('a checklist says', () => {
  it.each(CHECKLISTS.map(([name, ...one]) => [name, one] as const))('%s', async (_, [rows, centers, rest]) => {
    expect(await madeOf(rows)).toEqual({ centers, rest });
  });
});

const FORMS: readonly Case[] = [
  [
    'a verdict answers a question of yes or no',
    [
      ['项目', '实际情况', '是否达标'],
      ['敞开式办公', '看现场', '是'],
      ['县区', '罗山县', null],
    ],
    [{ ...COUNTY, 'hall.open_plan': 'true' }],
    ['explained B2'],
  ],
  [
    'neither column says yes or no',
    [
      ['项目', '实际情况', '是否达标'],
      ['敞开式办公', '看现场', '看情况'],
      ['县区', '罗山县', null],
    ],
    [],
    ['two-answers B2 实际情况 是否达标'],
  ],
  [
    'an answer in two lines of its label',
    [
      ['县区', '罗山县'],
      ['大厅面积', 200],
      [null, '㎡'],
    ],
    [{ ...COUNTY, 'hall.usable_area': '200 m²' }],
    [],
    ['A2:A3'],
  ],
  [
    'several labels in a cell, the last of which go on with the list before them',
    [['县区：罗山县  功能区域：等候区  其他：书吧']],
    [{ ...COUNTY, 'hall.zones': 'other:书吧 waiting' }],
    [],
  ],
  [
    'terms of a list with an answer each, in one cell',
    [['县区：罗山县'], ['功能区域：等候区；自助服务区：有；其他：书吧']],
    [{ ...COUNTY, 'hall.zones': 'other:书吧 self-service waiting' }],
    [],
  ],
  [
    'an amount typed over a label',
    [['县区', '罗山县'], ['大厅面积', 200], ['184㎡']],
    [{ ...COUNTY, 'hall.usable_area': '200 m²' }],
    ['unread-cell A3 184㎡ 0'],
  ],
];

describe('in a form', () => {
  it.each(FORMS.map(([name, ...one]) => [name, one] as const))('%s', async (_, [rows, centers, rest, merged]) => {
    expect(await madeOf(rows, merged)).toEqual({ centers, rest });
  });
});

const JIA = { 'center.name': '甲镇', 'center.county': '罗山县' };
const YI = { 'center.name': '乙镇', 'center.county': '罗山县' };
const UNDER = ['A1:A2', 'B1:B2'];

const TABLES: readonly Case[] = [
  [
    'fields of two records, each under its own head',
    [
      ['名称', '县区', '工作台1', null, '工作台2', null],
      [null, null, '高度', '宽度', '高度', '宽度'],
      ['甲镇', '罗山县', '80cm', '60cm', '90cm', '70cm'],
      ['乙镇', '罗山县', null, null, '90cm', null],
      ['丙镇', '罗山县'],
    ],
    [
      {
        ...{ ...JIA, counters: '2', 'counters[1] 1 counters.height': '80 cm', 'counters[1] 1 counters.width': '60 cm' },
        ...{ 'counters[2] 2 counters.height': '90 cm', 'counters[2] 2 counters.width': '70 cm' },
      },
      { ...YI, counters: '1', 'counters[1] 1 counters.height': '90 cm' },
      { ...YI, 'center.name': '丙镇' },
    ],
    [],
    [...UNDER, 'C1:D1', 'E1:F1'],
  ],
  [
    'a column for each answer',
    [
      ['名称', '县区', '敞开式办公', null],
      [null, null, '是', '否'],
      ['甲镇', '罗山县', '√', null],
      ['乙镇', '罗山县', null, '√'],
    ],
    [
      { ...JIA, 'hall.open_plan': 'true' },
      { ...YI, 'hall.open_plan': 'false' },
    ],
    [],
    [...UNDER, 'C1:D1'],
  ],
  [
    'a column for each answer, in words of their own',
    [
      ['名称', '县区', '敞开式办公', null],
      [null, null, '试行中', '尚未'],
      ['甲镇', '罗山县', '√', null],
      ['乙镇', '罗山县', null, '√'],
    ],
    [
      { ...JIA, 'hall.open_plan': 'unreadable' },
      { ...YI, 'hall.open_plan': 'false' },
    ],
    ['unreadable-value C3 试行中'],
    [...UNDER, 'C1:D1'],
  ],
  [
    'a cell that an answer is merged over',
    [
      ['名称', '县区', '窗口数'],
      ['甲镇', '罗山县', 1, '略'],
      ['乙镇', '罗山县', 2, '略'],
    ],
    [
      { ...JIA, 'window_setup.front_windows': '1' },
      { ...YI, 'window_setup.front_windows': '2' },
    ],
    ['unread-columns A1 D3“略”'],
    ['C2:D2'],
  ],
  [
    'twelve columns that nobody knows',
    [
      ['名称', '县区', '窗口数', ...[...'子丑寅卯辰巳午未申酉戌亥'].map(sign => `${sign}某`)],
      ['甲镇', '罗山县', 1, ...Array.from({ length: 12 }, () => '略')],
    ],
    [{ ...JIA, 'window_setup.front_windows': '1' }],
    [`unread-columns D1 ${[...'子丑寅卯辰巳午未申酉戌亥'].map(sign => `${sign}某`).join(' ')}`],
  ],
  [
    'thirteen of them',
    [
      ['名称', '县区', '窗口数', ...[...'子丑寅卯辰巳午未申酉戌亥末'].map(sign => `${sign}某`)],
      ['甲镇', '罗山县', 1, ...Array.from({ length: 13 }, () => '略')],
    ],
    [{ ...JIA, 'window_setup.front_windows': '1' }],
    [`unread-columns D1 ${[...'子丑寅卯辰巳午未申酉戌亥'].map(sign => `${sign}某`).join(' ')} …（13）`],
  ],
  [
    'turned, with a group merged over two of its rows',
    [
      ['类别', '指标', '甲石镇便民服务中心', '乙石镇便民服务中心'],
      ['基本', '县区', '罗山县', '罗山县'],
      ['办事大厅', '使用面积', '184', '300'],
      [null, '敞开式办公', '是', '否'],
    ],
    [
      { ...COUNTY, 'center.name': '甲石镇便民服务中心', 'hall.usable_area': '184 m²', 'hall.open_plan': 'true' },
      { ...COUNTY, 'center.name': '乙石镇便民服务中心', 'hall.usable_area': '300 m²', 'hall.open_plan': 'false' },
    ],
    [],
    ['A3:A4'],
  ],
  [
    'turned, with one answer merged over both',
    [
      ['指标', '甲石镇便民服务中心', '乙石镇便民服务中心'],
      ['县区', '罗山县', null],
      ['大厅面积', '184', '300'],
    ],
    [
      { ...COUNTY, 'center.name': '甲石镇便民服务中心', 'hall.usable_area': '184 m²' },
      { ...COUNTY, 'center.name': '乙石镇便民服务中心', 'hall.usable_area': '300 m²' },
    ],
    [],
    ['B2:C2'],
  ],
];

describe('a table of centres has', () => {
  it.each(TABLES.map(([name, ...one]) => [name, one] as const))('%s', async (_, [rows, centers, rest, merged]) => {
    expect(await madeOf(rows, merged)).toEqual({ centers, rest });
  });
});
