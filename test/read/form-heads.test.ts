import { describe, expect, it } from 'vitest';
import { madeOf, type Rows } from '../support/made-of.ts';

type Case = readonly [name: string, rows: Rows, read: Readonly<Record<string, string>>, rest: readonly string[]];

const HALL = { 'hall.usable_area': '200 m²' };
const COUNTY = { 'center.county': '罗山县' };
const WINDOWS = { 'window_setup.front_windows': '6' };
const OPEN = { 'hall.open_plan': 'true' };
const COUNTER = { counters: '1', 'counters[1] 1 counters.height': '80 cm' };
const ZONES = { 'hall.zones': 'self-service waiting' };

const HEAD = ['项目', '填写内容'] as const;
const TWICE = [...HEAD, ...HEAD];

const SIDE_BY_SIDE: readonly Case[] = [
  ['each answered by its own', [TWICE, ['县区', '罗山县', '大厅面积', 200]], { ...COUNTY, ...HALL }, []],
  [
    'with a remark behind the first',
    [
      [...HEAD, '备注', ...HEAD],
      ['县区', '罗山县', '已核', '大厅面积', 200],
    ],
    { ...COUNTY, ...HALL },
    ['explained C2'],
  ],
  [
    'with a remark behind the second',
    [
      [...TWICE, '备注'],
      ['县区', '罗山县', '大厅面积', 200, '已核'],
    ],
    { ...COUNTY, ...HALL },
    ['explained E2'],
  ],
  [
    'the first numbered, the second not answered',
    [
      ['序号', ...HEAD, '序号', ...HEAD],
      [1, '县区', '罗山县', 2, '大厅面积', null],
    ],
    COUNTY,
    ['explained A2', 'explained D2'],
  ],
  [
    'a list on the left going on beside another label',
    [
      TWICE,
      ['县区', '罗山县', '大厅面积', 200],
      ['功能区域', '等候区', '窗口数', 6],
      [null, '自助服务区', '敞开式办公', '是'],
    ],
    { ...COUNTY, ...ZONES, ...HALL, ...WINDOWS, ...OPEN },
    [],
  ],
  [
    'a list on the right going on beside another label',
    [TWICE, ['县区', '罗山县', '功能区域', '等候区'], ['窗口数', 6, null, '自助服务区']],
    { ...COUNTY, 'hall.zones': 'waiting', ...WINDOWS },
    ['unread-cell D3 自助服务区 0'],
  ],
  [
    'three of them',
    [
      [...TWICE, ...HEAD],
      ['县区', '罗山县', '大厅面积', 200, '窗口数', 6],
    ],
    { ...COUNTY, ...HALL, ...WINDOWS },
    [],
  ],
  [
    'two, and below them one',
    [TWICE, ['县区', '罗山县', '大厅面积', 200], [], HEAD, ['窗口数', 6]],
    { ...COUNTY, ...HALL, ...WINDOWS },
    [],
  ],
];

const GROUPED: readonly Case[] = [
  [
    'goes on below its label',
    [
      ['县区', '罗山县'],
      ['工作台', '高度', '80cm'],
      [null, '宽度', '60cm'],
    ],
    { ...COUNTY, ...COUNTER, 'counters[1] 1 counters.width': '60 cm' },
    ['explained A2'],
  ],
  [
    'ends where a row is left out',
    [['县区', '罗山县'], ['工作台', '高度', '80cm'], [], [null, '宽度', '60cm']],
    { ...COUNTY, ...COUNTER },
    ['explained A2', 'unknown-fact B4 宽度 制度'],
  ],
  [
    'ends there under heads too',
    [['类别', ...HEAD], ['基本', '县区', '罗山县'], ['工作台', '高度', '80cm'], [], [null, '宽度', '60cm']],
    { ...COUNTY, ...COUNTER },
    ['explained A2', 'explained A3', 'unknown-fact B5 宽度 制度'],
  ],
];

/** Labels without heads, and which of the columns beside them answers. */
const BESIDE: readonly Case[] = [
  [
    'the next',
    [
      ['大厅面积', '200㎡'],
      ['窗口数', 6],
    ],
    { ...HALL, ...WINDOWS },
    [],
  ],
  [
    'the third, where the next is empty',
    [
      ['大厅面积', null, '200㎡'],
      ['窗口数', null, 6],
    ],
    { ...HALL, ...WINDOWS },
    [],
  ],
  [
    'the third, where the next is what is required',
    [
      ['大厅面积', '≥180㎡', '200㎡'],
      ['窗口数', '不少于3个', 6],
    ],
    { ...HALL, ...WINDOWS },
    ['explained B1', 'explained B2'],
  ],
  [
    'the next, where the third is no answer',
    [
      ['大厅面积', '200㎡', '已核'],
      ['窗口数', 6, '已核'],
    ],
    { ...HALL, ...WINDOWS },
    ['unread-cell C1 已核 1'],
  ],
  [
    'the next, where both say the same',
    [
      ['大厅面积', '200㎡', '200㎡'],
      ['窗口数', 6, 6],
    ],
    { ...HALL, ...WINDOWS },
    ['unread-cell C1 200㎡ 1'],
  ],
  [
    'the next, where neither is an answer',
    [
      ['大厅面积', '≥180㎡', '很大'],
      ['窗口数', '不少于3个', '很多'],
    ],
    { 'hall.usable_area': 'unreadable', 'window_setup.front_windows': 'unreadable' },
    ['unread-cell C1 很大 1', 'unreadable-value B1 ≥180㎡ bound', 'unreadable-value B2 不少于3个 bound'],
  ],
];

describe('labels without heads are answered by', () => {
  it.each(BESIDE)('%s', async (_, rows, read, rest) => {
    expect(await madeOf(rows)).toEqual({ centers: [read], rest });
  });

  it.each<[name: string, rows: Rows, told: string]>([
    [
      'two columns that differ',
      [
        ['大厅面积', '180㎡', '200㎡'],
        ['窗口数', 6, 6],
      ],
      'two-answers B1 B C',
    ],
    [
      'one that is half of what is required',
      [
        ['大厅面积', '180㎡', '200㎡'],
        ['窗口数', '不少于3个', 6],
      ],
      'two-answers B1 B C',
    ],
    [
      'words and terms',
      [
        ['功能区域', '见附页', '等候区'],
        ['便民设施', '见附页', '饮水机'],
      ],
      'two-answers B1 B C',
    ],
  ])('neither of %s', async (_, rows, told) => {
    expect(await madeOf(rows)).toEqual({ centers: [], rest: [told] });
  });
});

describe('labels and answers twice side by side', () => {
  it.each(SIDE_BY_SIDE)('%s', async (_, rows, read, rest) => {
    expect(await madeOf(rows)).toEqual({ centers: [read], rest });
  });
});

describe('the group of a label', () => {
  it.each(GROUPED)('%s', async (_, rows, read, rest) => {
    expect(await madeOf(rows)).toEqual({ centers: [read], rest });
  });
});
