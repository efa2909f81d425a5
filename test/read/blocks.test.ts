import { describe, expect, it } from 'vitest';
import { madeOf, type Rows } from '../support/made-of.ts';

const COUNTY = ['县区', '罗山县'] as const;
const COUNTERS: Rows = [COUNTY, [], ['工作台'], ['台号', '高度'], ['1号台', '80cm'], ['2号台', '90cm']];

/** Facts that are asked, in one line; `-` where one is not declared. */
const line = (center: Readonly<Record<string, string>> = {}, ...ids: readonly string[]): string =>
  ids.map(id => center[id] ?? '-').join(' ');

/** What stands below a list of two counters: counters, boards, windows, area. */
const ENDS: readonly (readonly [name: string, below: Rows, read: string, merged?: readonly string[]])[] = [
  ['nothing', [], '2 - - -'],
  ['a fact behind a blank row', [[], ['窗口数', 6]], '2 - 6 -'],
  ['a fact', [['窗口数', 6]], '2 - 6 -'],
  ['two facts in a row', [['窗口数', 6, '大厅面积', 200]], '2 - 6 200 m²'],
  ['another list behind a blank row', [[], ['制度牌'], ['名称', '规格'], ['首问负责制', '50×70']], '2 1 - -'],
  ['another list under a merged title', [['制度牌'], ['名称', '规格'], ['首问负责制', '50×70']], '2 1 - -', ['A7:B7']],
  ['another list', [['制度牌'], ['名称', '规格'], ['首问负责制', '50×70']], '2 1 - -'],
  ['another list without a title', [[], ['制度牌名称', '制度牌规格'], ['首问负责制', '50×70']], '2 1 - -'],
  ['a third counter behind a blank row', [[], ['3号台', '85cm']], '3 - - -'],
  ['a third counter of which just the name is said', [['3号台']], '3 - - -'],
  ['a sum', [['合计', 2]], '2 - - -'],
  ['a note', [['注：空白行不计']], '2 - - -'],
  ['who signed', [['填表人：某某']], '2 - - -'],
  [
    'the head again',
    [
      ['台号', '高度'],
      ['3号台', '85cm'],
    ],
    '3 - - -',
  ],
];

describe('a list of records goes on as far as', () => {
  it.each(ENDS.map(([name, ...one]) => [name, one] as const))('%s', async (_, [below, read, merged]) => {
    const { centers } = await madeOf([...COUNTERS, ...below], merged);
    expect(centers.map(center => center['center.county'])).toEqual(['罗山县']);
    const ids = ['counters', 'regulation_boards', 'window_setup.front_windows', 'hall.usable_area'];
    expect(line(centers[0], ...ids)).toBe(read);
  });
});

describe('the title of a list', () => {
  /** A list whose head stands under other titles too: by itself it is one of regulations. */
  const boards = async (title: Rows, between: Rows): Promise<string> => {
    const rows = [COUNTY, [], ...title, ...between, ['名称', '规格'], ['首问负责制', '50×70']];
    const { centers } = await madeOf(rows);
    return line(centers[0], 'organisation_boards', 'regulation_boards');
  };
  const REMARKS: Rows = Array.from({ length: 12 }, (_, at) => [`说明${at}`]);

  it.each<[name: string, between: Rows, read: string]>([
    ['nothing', [], '1 -'],
    ['a remark', [['按实填写']], '1 -'],
    ['two remarks', [['按实填写'], ['逐块填写']], '1 -'],
    ['two side by side', [['按实填写', '一块一行']], '1 -'],
    [
      'two rows of them',
      [
        ['按实填写', '一块一行'],
        ['按实填写', '一块一行'],
      ],
      '1 -',
    ],
    [
      'three rows of them',
      [
        ['按实填写', '一块一行'],
        ['按实填写', '一块一行'],
        ['按实填写', '一块一行'],
      ],
      '- 1',
    ],
    ['a blank row', [[]], '1 -'],
    ['eleven remarks', REMARKS.slice(0, 11), '1 -'],
    ['twelve remarks', REMARKS, '- 1'],
    ['three remarks behind a blank row', [[], ...REMARKS.slice(0, 3)], '- 1'],
  ])('stands over it with %s between', async (_, between, read) => {
    expect(await boards([['组织机构公示牌']], between)).toBe(read);
  });

  it.each<[title: Rows, read: string]>([
    [[], '- 1'],
    [[['制度牌'], ['组织机构公示牌']], '1 -'],
    [[['组织机构公示牌', null, null, '填表人：某某', '审核人：某某']], '1 -'],
    [[['组织机构公示牌', null, null, '共一块', '见附件']], '- 1'],
  ])('may be %j', async (title, read) => {
    expect(await boards(title, [])).toBe(read);
  });
});

describe('a word below the head of a list', () => {
  it.each([
    ['无', '0'],
    ['没有', '0'],
    ['暂无', '0'],
    ['none', '0'],
    ['未发生', 'did-not-occur'],
    ['不适用', 'not-applicable '],
    ['不适用：没有工作台', 'not-applicable 没有工作台'],
    ['不涉及', 'not-applicable '],
    ['不详', '-'],
    ['未知', '-'],
    ['', '-'],
    ['1号台', '1'],
    ['无名台', '1'],
  ])('%j says %s', async (word, read) => {
    const { centers } = await madeOf([COUNTY, [], ['工作台'], ['台号', '高度'], [word]]);
    expect(line(centers[0], 'counters')).toBe(read);
  });
});

/** A row below the head of a table: whether it only numbers the columns. */
const NUMBERED: readonly (readonly [row: readonly string[], isNumbering: boolean])[] = [
  [['1', '2', '3'], true],
  [['0', '1', '2'], true],
  [['(1)', '(2)', '(3)'], true],
  [['（1）', '（2）', '（3）'], true],
  [['[1]', '[2]', '[3]'], true],
  [['甲', '1', '2'], true],
  [['甲', '2', '3'], true],
  [['甲', '乙', '1'], true],
  [['甲', '乙', '3'], true],
  [['甲', '乙', '丙'], true],
  [['1', '2', '4'], false],
  [['2', '3', '4'], false],
  [['甲', '丙', '1'], false],
  [['乙', '丙', '1'], false],
  [['甲', '乙', '2'], false],
  [['甲', '1', '乙'], false],
];

/** Rows below 名称 | 县区 | 大厅面积 that say how to fill in, and what the area is then read as. */
const HINTED: readonly (readonly [row: Rows[number], centers: number, area: string])[] = [
  [[null, null, '（㎡）'], 1, '200 m²'],
  [[null, null, '㎡'], 1, '200 m²'],
  [[null, null, '（亩）'], 1, '0.3 亩'],
  [[null, null, '亩'], 1, '0.3 亩'],
  [['（全称）', '（县）', '（亩）'], 1, '0.3 亩'],
  [['【全称】', null, '单位：亩'], 1, '0.3 亩'],
  [['个', '个', '个'], 1, '200 m²'],
  [['（全称）', '桃江县', '（亩）'], 2, '200 m²'],
];

describe('a row below the head of a table', () => {
  it.each(NUMBERED)('%j only numbers the columns: %j', async (row, isNumbering) => {
    const { centers } = await madeOf([['名称', '县区', '窗口数'], [...row], ['丁镇', '罗山县', 1]]);
    expect(centers).toHaveLength(isNumbering ? 1 : 2);
    expect(centers.at(-1)?.['center.name']).toBe('丁镇');
  });

  it.each(HINTED)('%j leaves %i centres and an area of %s', async (row, count, area) => {
    const { centers } = await madeOf([
      ['名称', '县区', '大厅面积'],
      row,
      ['甲镇', '罗山县', area === '0.3 亩' ? 0.3 : 200],
    ]);
    expect(centers).toHaveLength(count);
    expect(centers.at(-1)?.['hall.usable_area']).toBe(area);
  });
});

/** Heads of a form in one row or two, and what is read of the area and the open plan. */
const HEADS: readonly (readonly [name: string, rows: Rows, read: string, merged?: readonly string[]])[] = [
  [
    'one column of answers',
    [
      ['项目', '填报内容'],
      ['大厅面积', 200],
      ['敞开式办公', '是'],
    ],
    '200 m² true',
  ],
  [
    'requirements first',
    [
      ['项目', '标准', '实际'],
      ['大厅面积', '300㎡', 200],
      ['敞开式办公', '是', '否'],
    ],
    '200 m² false',
  ],
  [
    'answers first',
    [
      ['项目', '实际', '标准'],
      ['大厅面积', 200, '300㎡'],
      ['敞开式办公', '否', '是'],
    ],
    '200 m² false',
  ],
  [
    'ticks',
    [
      ['项目', '是', '否'],
      ['敞开式办公', null, '√'],
      ['大厅面积', 200, null],
    ],
    '200 m² false',
  ],
  [
    'two ticks',
    [
      ['项目', '是', '否'],
      ['敞开式办公', '√', '√'],
    ],
    '- unreadable',
  ],
  [
    'a cross',
    [
      ['项目', '是', '否'],
      ['敞开式办公', '×', null],
    ],
    '- unreadable',
  ],
  [
    'the answer in place of a tick',
    [
      ['项目', '是', '否'],
      ['敞开式办公', null, '否'],
    ],
    '- false',
  ],
  [
    'no tick',
    [
      ['项目', '是', '否'],
      ['敞开式办公', null, null],
      ['大厅面积', 200],
    ],
    '200 m² -',
  ],
  [
    'ticks below a head of their own',
    [
      ['项目', '自查情况', null, '备注'],
      [null, '是', '否'],
      ['敞开式办公', null, '√', '已看'],
    ],
    '- false',
    ['B1:C1'],
  ],
  [
    'two parts side by side',
    [
      ['项目', '填报内容', '项目', '填报内容'],
      ['大厅面积', 200, '敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    'two parts of three columns',
    [
      ['项目', '标准', '实际', '项目', '标准', '实际'],
      ['大厅面积', '300㎡', 200, '敞开式办公', '是', '否'],
    ],
    '200 m² false',
  ],
  [
    'two parts side by side, of which one asks a list',
    [
      ['项目', '填报内容', '项目', '填报内容'],
      ['功能区域', '等候区', '大厅面积', 200],
      [null, '自助服务区', '敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    '内容 as the answer',
    [
      ['项目', '内容'],
      ['大厅面积', 200],
      ['敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    '内容 as the label',
    [
      ['序号', '检查内容', '检查结果'],
      [1, '大厅面积', 200],
      [2, '敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    'two columns that name, of which one answers',
    [
      ['项目', '具体内容', '自查情况'],
      ['办事大厅', '使用面积', 200],
      [null, '敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    'answers that agree',
    [
      ['项目', '自评', '复核'],
      ['大厅面积', 200, 200],
      ['敞开式办公', '否', null],
    ],
    '200 m² false',
  ],
  [
    'answers that differ',
    [
      ['项目', '自评', '复核'],
      ['大厅面积', 200, 180],
    ],
    'refused',
  ],
  [
    'answers in turn',
    [
      ['项目', '自评', '复核'],
      ['大厅面积', 200, null],
      ['敞开式办公', null, '否'],
    ],
    '200 m² false',
  ],
  [
    'a column without a head',
    [
      ['项目', '标准'],
      ['大厅面积', '300㎡', 200],
      ['敞开式办公', '是', '否'],
    ],
    '200 m² false',
  ],
  [
    'a new head below',
    [
      ['项目', '标准', '实际'],
      ['大厅面积', '300㎡', 200],
      ['项目', '实际', '标准'],
      ['敞开式办公', '否', '是'],
    ],
    '200 m² false',
  ],
];

describe('under the heads of a form stands', () => {
  it.each(HEADS.map(([name, ...one]) => [name, one] as const))('%s', async (_, [rows, read, merged]) => {
    const { centers, rest } = await madeOf(rows, merged);
    const isRefused = rest.some(found => found.startsWith('two-answers'));
    expect(isRefused ? 'refused' : line(centers[0], 'hall.usable_area', 'hall.open_plan')).toBe(read);
  });
});

/** Forms without heads: which of the columns beside the labels answers. */
const HEADLESS: readonly (readonly [name: string, rows: Rows, read: string])[] = [
  [
    'the next',
    [
      ['大厅面积', 200],
      ['敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    'the next, with remarks behind',
    [
      ['大厅面积', 200, '约数'],
      ['敞开式办公', '否', '改造中'],
    ],
    '200 m² false',
  ],
  [
    'the next but one, behind requirements',
    [
      ['大厅面积', '≥300㎡', 200],
      ['敞开式办公', '应敞开', '否'],
    ],
    '200 m² false',
  ],
  [
    'the next but one, behind a blank',
    [
      ['大厅面积', null, 200],
      ['敞开式办公', null, '否'],
    ],
    '200 m² false',
  ],
  [
    'the next, with its unit behind',
    [
      ['大厅面积', 200, '㎡'],
      ['敞开式办公', '否'],
    ],
    '200 m² false',
  ],
  [
    'two that agree',
    [
      ['大厅面积', 200, '200㎡'],
      ['敞开式办公', '否', '否'],
    ],
    '200 m² false',
  ],
  [
    'two that differ',
    [
      ['大厅面积', 200, 180],
      ['敞开式办公', '否', '是'],
    ],
    'refused',
  ],
  ['labels twice in a row', [['大厅面积', 200, '敞开式办公', '否']], '200 m² false'],
  ['labels twice, the first without an answer', [['大厅面积', null, '敞开式办公', '否']], '- false'],
  ['labels twice, with units', [['大厅面积', 200, '㎡', '敞开式办公', '否']], '200 m² false'],
];

describe('in a form without heads answers', () => {
  it.each(HEADLESS)('%s', async (_, rows, read) => {
    const { centers, rest } = await madeOf([COUNTY, ...rows]);
    const isRefused = rest.some(found => found.startsWith('two-answers'));
    expect(isRefused ? 'refused' : line(centers[0], 'hall.usable_area', 'hall.open_plan')).toBe(read);
  });
});
