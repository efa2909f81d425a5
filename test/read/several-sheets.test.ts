import { describe, expect, it } from 'vitest';
import { isAside, isNote, isSignature, isTotal } from '../../src/read/layouts/furniture.ts';
import { hiddenRows } from '../../src/read/layouts/hidden.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { commonDictionary, plainSheet, plainWorkbook, rawWorkbook, readWith } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

type Rows = readonly (readonly (string | number | null)[])[];
type Sheets = Readonly<Record<string, Rows>>;

const TABLE: Rows = [
  ['名称', '县区', '窗口数'],
  ['甲镇', '罗山县', 1],
  ['乙镇', '罗山县', 2],
];

/** What is asked of each centre, shortly: its name, township, windows, area and counters. */
const ASKED = ['center.name', 'center.township', 'window_setup.front_windows', 'hall.usable_area', 'counters'] as const;

const read = async (sheets: Sheets) => {
  const { centers, problems } = await readWith(readXlsx, plainWorkbook(sheets), dictionary);
  return [
    centers.map(center =>
      ASKED.map(id => center[id] ?? '')
        .join(' ')
        .trim(),
    ),
    problems,
  ];
};

const CASES: readonly (readonly [
  name: string,
  sheets: Sheets,
  centers: readonly string[],
  problems: readonly string[],
])[] = [
  [
    'a sheet of what the standard asks is not of the one centre',
    {
      甲: [
        ['名称', '县区', '窗口数'],
        ['甲镇', '罗山县', 1],
      ],
      标准: [
        ['大厅面积', '工作人员总数'],
        [200, 8],
      ],
    },
    ['甲镇  1', '200 m²'],
    [],
  ],
  [
    'a sheet for each of two years',
    {
      '2025年': [
        ['名称', '甲镇'],
        ['大厅面积', 300],
      ],
      '2026年': [
        ['名称', '甲镇'],
        ['窗口数', 3],
      ],
    },
    [],
    ['two-answers 2026年!A1'],
  ],
  [
    'a table of centres and the form of one of them',
    {
      汇总表: [...TABLE],
      甲镇: [
        ['名称', '甲镇'],
        ['大厅面积', 300],
      ],
      丙镇: [
        ['名称', '丙镇'],
        ['大厅面积', 200],
      ],
    },
    ['甲镇  1 300 m²', '乙镇  2', '丙镇   200 m²'],
    [],
  ],
  [
    'a table and a form of one centre that contradict each other',
    {
      汇总表: [...TABLE],
      申报表: [
        ['名称', '甲镇'],
        ['窗口数', 3],
      ],
    },
    ['甲镇  unreadable', '乙镇  2'],
    ['duplicate-fact 申报表!A2'],
  ],
  [
    'a sheet for each township that does not name its centre',
    {
      甲镇: [
        ['县区', '罗山县'],
        ['大厅面积', 300],
      ],
      乙镇: [
        ['县区', '罗山县'],
        ['窗口数', 3],
      ],
    },
    [],
    ['two-answers 甲镇!A1'],
  ],
  [
    'two tables side by side that tell in other ways whose their rows are',
    {
      表: [
        ['名称', '大厅面积', null, '乡镇', '窗口数'],
        ['甲镇', 300, null, '乙镇', 2],
        ['乙镇', 184, null, '甲镇', 1],
      ],
    },
    [],
    ['two-answers 表!D1'],
  ],
  [
    'a form of another centre beside a table',
    {
      表: TABLE,
      丙: [
        ['名称', '丙镇'],
        ['窗口数', 3],
      ],
    },
    ['甲镇  1', '乙镇  2', '丙镇  3'],
    [],
  ],
  [
    'a form that does not say whose it is beside a table',
    {
      表: TABLE,
      另: [
        ['县区', '罗山县'],
        ['窗口数', 3],
      ],
    },
    [],
    ['unmatched-record 另!A1'],
  ],
  [
    'such a form that nobody filled in',
    {
      表: TABLE,
      另: [
        ['名称', ''],
        ['窗口数', ''],
      ],
    },
    ['甲镇  1', '乙镇  2'],
    [],
  ],
  [
    'a table of townships and the forms of their centres',
    {
      汇总: [
        ['乡镇', '大厅面积'],
        ['甲镇', 200],
        ['乙镇', 150],
        ['合计', 350],
      ],
      甲: [
        ['名称', '甲镇便民服务中心'],
        ['乡镇', '甲镇'],
        ['窗口数', 3],
      ],
      乙: [
        ['乡镇', '乙镇'],
        ['窗口数', 2],
      ],
    },
    ['甲镇便民服务中心 甲镇 3 200 m²', '乙镇 2 150 m²'],
    [],
  ],
  [
    'a table of villages, one of which is called as one of another township, and the form of one',
    {
      汇总: [
        ['乡镇', '所属村', '大厅面积'],
        ['甲镇', '丙村', 30],
        ['甲镇', '丁村', 40],
        ['乙镇', '丙村', 50],
      ],
      丙村: [
        ['乡镇', '甲镇'],
        ['所属村', '丙村'],
        ['窗口数', 3],
      ],
    },
    ['甲镇 3 30 m²', '甲镇  40 m²', '乙镇  50 m²'],
    [],
  ],
  [
    'a form for each of two villages',
    {
      丙村: [
        ['乡镇', '甲镇'],
        ['所属村', '丙村'],
        ['窗口数', 3],
      ],
      丁村: [
        ['乡镇', '甲镇'],
        ['所属村', '丁村'],
        ['窗口数', 4],
      ],
    },
    ['甲镇 3', '甲镇 4'],
    [],
  ],
  [
    'forms that name one centre',
    {
      一: [
        ['名称', '甲镇'],
        ['窗口数', 3],
      ],
      二: [
        ['名称', '甲镇'],
        ['大厅面积', 200],
      ],
    },
    ['甲镇  3 200 m²'],
    [],
  ],
  [
    'forms that name two',
    {
      一: [
        ['名称', '甲镇'],
        ['窗口数', 3],
      ],
      二: [
        ['名称', '乙镇'],
        ['窗口数', 4],
      ],
    },
    ['甲镇  3', '乙镇  4'],
    [],
  ],
  [
    'forms of one name in two townships',
    {
      一: [
        ['名称', '中心'],
        ['乡镇', '甲镇'],
        ['窗口数', 3],
      ],
      二: [
        ['名称', '中心'],
        ['乡镇', '乙镇'],
        ['窗口数', 4],
      ],
    },
    ['中心 甲镇 3', '中心 乙镇 4'],
    [],
  ],
  [
    'forms of one name, of which one says its township',
    {
      一: [
        ['名称', '中心'],
        ['乡镇', '甲镇'],
        ['窗口数', 3],
      ],
      二: [
        ['名称', '中心'],
        ['大厅面积', 200],
      ],
    },
    ['中心 甲镇 3 200 m²'],
    [],
  ],
  [
    'a form without a name behind each that has one',
    {
      一: [
        ['名称', '甲镇'],
        ['窗口数', 3],
      ],
      一续: [
        ['县区', '罗山县'],
        ['大厅面积', 200],
      ],
      二: [
        ['名称', '乙镇'],
        ['窗口数', 4],
      ],
      二续: [
        ['县区', '罗山县'],
        ['大厅面积', 150],
      ],
    },
    ['甲镇  3 200 m²', '乙镇  4 150 m²'],
    [],
  ],
  [
    'a form without a name before the one that has it',
    {
      一: [
        ['县区', '罗山县'],
        ['大厅面积', 200],
      ],
      二: [
        ['名称', '甲镇'],
        ['窗口数', 3],
      ],
    },
    ['甲镇  3 200 m²'],
    [],
  ],
  [
    'two tables of the same centres',
    {
      表: TABLE,
      场所: [
        ['名称', '县区', '大厅面积'],
        ['乙镇', '罗山县', 150],
        ['丙镇', '罗山县', 90],
        ['甲镇', '罗山县', 200],
      ],
    },
    ['甲镇  1 200 m²', '乙镇  2 150 m²', '丙镇   90 m²'],
    [],
  ],
  [
    'two tables, with two centres of one name in the first',
    {
      表: [
        ['名称', '县区', '窗口数'],
        ['中心', '罗山县', 1],
        ['中心', '罗山县', 2],
      ],
      场所: [
        ['名称', '县区', '大厅面积'],
        ['中心', '罗山县', 150],
      ],
    },
    ['中心  1', '中心  2', '中心   150 m²'],
    [],
  ],
  [
    'two tables, told apart by the township',
    {
      表: [
        ['名称', '乡镇', '窗口数'],
        ['中心', '甲镇', 1],
        ['中心', '乙镇', 2],
      ],
      场所: [
        ['名称', '乡镇', '大厅面积'],
        ['中心', '乙镇', 150],
        ['中心', '甲镇', 200],
      ],
    },
    ['中心 甲镇 1 200 m²', '中心 乙镇 2 150 m²'],
    [],
  ],
  [
    'two tables that differ on a fact',
    {
      表: TABLE,
      再: [
        ['名称', '县区', '窗口数'],
        ['甲镇', '罗山县', 1],
        ['乙镇', '罗山县', 5],
      ],
    },
    ['甲镇  1', '乙镇  unreadable'],
    ['duplicate-fact 再!C1'],
  ],
  [
    'counters of several centres, in two sheets',
    {
      表: TABLE,
      东: [
        ['中心名称', '台号', '高度'],
        ['乙镇', '1号台', '80cm'],
        ['甲镇', '1号台', '90cm'],
        ['乙镇', '2号台', '85cm'],
      ],
      西: [
        ['中心名称', '台号', '高度'],
        ['乙镇', '3号台', '85cm'],
      ],
    },
    ['甲镇  1  1', '乙镇  2  3'],
    [],
  ],
  [
    'counters of centres that are not there',
    {
      表: TABLE,
      台: [
        ['中心名称', '台号', '高度'],
        ['丁镇', '1号台', '80cm'],
        ['丁镇', '2号台', '80cm'],
        ['戊镇', '1号台', '80cm'],
      ],
    },
    [],
    ['unmatched-record 台!A2', 'unmatched-record 台!A3', 'unmatched-record 台!A4'],
  ],
  [
    'counters by the township of their centre, which its own column or its name says',
    {
      表: [
        ['名称', '乡镇', '窗口数'],
        ['甲镇便民服务中心', '甲镇', 1],
        ['乙镇便民服务中心', null, 2],
        ['甲镇柳河村便民服务站', '甲镇', 3],
      ],
      台: [
        ['乡镇', '台号', '高度'],
        ['乙镇', '1号台', '80cm'],
        ['甲镇', '1号台', '90cm'],
        ['乙镇', '2号台', '85cm'],
      ],
    },
    ['甲镇便民服务中心 甲镇 1  1', '乙镇便民服务中心  2  2', '甲镇柳河村便民服务站 甲镇 3'],
    [],
  ],
  [
    'counters by a township that two centres lie in',
    {
      表: [
        ['名称', '乡镇', '窗口数'],
        ['甲镇便民服务中心', '甲镇', 1],
        ['甲镇政务服务分中心', '甲镇', 2],
      ],
      台: [
        ['乡镇', '台号', '高度'],
        ['甲镇', '1号台', '90cm'],
      ],
    },
    [],
    ['unmatched-record 台!A2'],
  ],
  [
    'a table of one row that names nobody, beside that of one centre',
    {
      表: [
        ['名称', '县区', '级别'],
        ['甲镇', '罗山县', '乡镇'],
      ],
      数: [
        ['窗口数', '工作人员总数'],
        [3, 5],
      ],
    },
    ['甲镇  3'],
    [],
  ],
  [
    'one fact in two columns, each filled in for one of them',
    {
      表: [
        ['名称', '窗口数', '县区', '窗口数'],
        ['甲镇', 1, '罗山县', null],
        ['乙镇', null, '罗山县', 2],
        ['丙镇', 3, '罗山县', 3],
      ],
    },
    ['甲镇  1', '乙镇  2', '丙镇  3'],
    [],
  ],
  [
    'one fact in two columns that differ',
    {
      表: [
        ['名称', '窗口数', '县区', '窗口数'],
        ['甲镇', 1, '罗山县', 2],
      ],
    },
    ['甲镇  unreadable'],
    ['duplicate-fact 表!D1'],
  ],
];

describe('a workbook with', () => {
  it.each(CASES)('%s', async (_, sheets, centers, problems) => {
    expect(await read(sheets)).toEqual([centers, problems]);
  });
});

describe('a hidden sheet', () => {
  const hidden = async (rows: Rows) => {
    const workbook = rawWorkbook(
      { 表: plainSheet(TABLE), 旧: plainSheet(rows) },
      {
        'xl/workbook.xml':
          '<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="s1"/><sheet name="旧" state="hidden" sheetId="2" r:id="s2"/></sheets></workbook>',
      },
    );
    const { centers, problems } = await readWith(readXlsx, workbook, dictionary);
    expect(centers).toHaveLength(2);
    return problems;
  };

  it.each<[name: string, rows: Rows, told: boolean]>([
    [
      'a table',
      [
        ['名称', '县区', '窗口数'],
        ['丙镇', '罗山县', 3],
      ],
      true,
    ],
    [
      'a form',
      [
        ['县区', '罗山县'],
        ['窗口数', 3],
      ],
      true,
    ],
    ['a list of words', [['是'], ['否'], ['不详']], false],
    ['nothing', [], false],
  ])('is left alone, and told where it asks something: %s', async (_, rows, told) => {
    expect(await hidden(rows)).toEqual(told ? ['hidden-sheet 旧!A1'] : []);
  });
});

describe('rows that are hidden are told', () => {
  const told = (...rows: readonly number[]): string => {
    const hidden = hiddenRows();
    for (const row of rows) hidden.add(row);
    return `${hidden.first()}: ${hidden.text()}`;
  };

  it.each([
    [[], '1: '],
    [[5], '5: 5'],
    [[5, 6], '5: 5—6'],
    [[5, 6, 7, 9], '5: 5—7、9'],
    [[5, 7, 9, 10], '5: 5、7、9—10'],
    [[5, 5, 4], '5: 5'],
  ])('%j as %s', (rows, text) => {
    expect(told(...rows)).toBe(text);
  });

  it('as far as anybody reads them', () => {
    const every = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index * 2 + 1);
    expect(told(...every(20))).toMatch(/、39$/u);
    expect(told(...every(21))).toMatch(/、39…$/u);
  });
});

// What people write into a table that is none of its rows.
const FURNITURE: readonly (readonly [text: string, as: '' | 'total' | 'note' | 'signature' | 'aside'])[] = [
  ['合计', 'total'],
  [' 合 计 ：', 'total'],
  ['全县合计', 'total'],
  ['本页小计', 'total'],
  ['合计（个）', 'total'],
  ['平均数', 'total'],
  ['合计镇', ''],
  ['会计', ''],
  ['注：空白不计', 'note'],
  ['（注：空白不计）', 'note'],
  ['备注1.空白不计', 'note'],
  ['填表说明：如实', 'note'],
  ['Note: blank', 'note'],
  ['附岭镇', ''],
  ['说明会次数', ''],
  ['填表人', 'signature'],
  ['填表人：某某', 'signature'],
  ['单位负责人（签字）', 'signature'],
  ['联系电话: 12345', 'signature'],
  ['人：某某', ''],
  ['示例', 'aside'],
  ['填写示例', 'aside'],
  ['Example', 'aside'],
  ['示例镇', ''],
];

describe('what is no row of a table', () => {
  it.each(FURNITURE)('%s: %s', (text, as) => {
    const kinds = { total: isTotal, note: isNote, signature: isSignature, aside: isAside };
    expect(Object.entries(kinds).flatMap(([kind, holds]) => (holds(text) ? [kind] : []))).toEqual(
      as === '' ? [] : [as],
    );
  });
});
