import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/files/csv.ts';
import { areNamesFor } from '../../src/read/layouts/place-names.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { commonDictionary, plainSheet, plainWorkbook, rawWorkbook, readWith } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

type Rows = readonly (readonly (string | number | null)[])[];

const read = (sheets: Readonly<Record<string, Rows>>) => readWith(readXlsx, plainWorkbook(sheets), dictionary);

const merge = (...references: readonly string[]): string =>
  `<mergeCells>${references.map(reference => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`;

const readMerged = (rows: Rows, ...references: readonly string[]) =>
  readWith(readXlsx, rawWorkbook({ 表: plainSheet(rows, merge(...references)) }), dictionary);

const readText = (content: string | Uint8Array) =>
  readWith(readCsv, typeof content === 'string' ? new TextEncoder().encode(content) : content, dictionary);

it.each([
  ['center.village', ['青石村', '河滩社区'], true],
  ['center.village', ['青石村', '青石镇'], false],
  ['center.name', ['青石镇便民服务中心', '河滩镇便民服务中心'], true],
  ['center.name', ['青石镇', '河滩镇'], false],
  ['center.township', ['青石镇', '河滩镇'], true],
  ['center.township', ['青石村', '河滩社区'], false],
])('what asks for %s is over %j: %s', (id, texts, expected) => {
  expect(areNamesFor(id, texts)).toBe(expected);
});

describe('headings as people write them', () => {
  it.each([
    ['大厅面积', 230],
    ['办事大厅 使用面积', 230],
    ['大厅面积（㎡）', 230],
    ['大厅面积(平方米)', '230'],
    ['大厅面积㎡', 230],
    ['大厅面积\n（单位：㎡）', 230],
    ['★大厅面积（必填）', '230㎡'],
    ['3、大厅面积：', '230 平方米'],
    ['（一）大厅面积*', '２３０'],
    ['hall.usable_area', 230],
  ])('%s', async (heading, value) => {
    const { centers, problems } = await read({
      表: [
        [heading, value],
        ['县区', '罗山县'],
      ],
    });
    expect(problems).toEqual([]);
    expect(centers).toEqual([{ 'hall.usable_area': '230 m²', 'center.county': '罗山县' }]);
  });

  it('takes a bare number in the unit of its heading', async () => {
    const { centers } = await read({
      工作台: [
        ['台号', '高度（m）', '宽度（cm）'],
        ['1号台', 0.8, 70],
      ],
    });
    expect(centers[0]).toMatchObject({
      'counters[1] 1号台 counters.height': '0.8 m',
      'counters[1] 1号台 counters.width': '70 cm',
    });
  });

  it('asks about one that is not known, at its cell', async () => {
    const { problems } = await read({
      表: [
        ['县区', '罗山县'],
        ['大厅面基', 200],
      ],
    });
    expect(problems).toEqual(['unknown-fact 表!A2']);
  });
});

describe('values as people write them', () => {
  it.each([
    ['敞开式办公', '☑是 □否', { 'hall.open_plan': 'true' }],
    ['敞开式办公', '□是 ■否', { 'hall.open_plan': 'false' }],
    ['敞开式办公', '是√ 否□', { 'hall.open_plan': 'true' }],
    ['敞开式办公', '□是 □否', {}],
    ['敞开式办公', '✔', { 'hall.open_plan': 'true' }],
    ['敞开式办公', '/', {}],
    ['功能区域', '①等候区②自助服务区', { 'hall.zones': 'self-service waiting' }],
    ['功能区域', '1.等候区 2.自助服务区', { 'hall.zones': 'self-service waiting' }],
    ['功能区域', '等候区\n自助服务区', { 'hall.zones': 'self-service waiting' }],
    ['功能区域', '☑等候区 □自助服务区', { 'hall.zones': 'waiting' }],
    ['功能区域', '-', {}],
    ['功能区域', '无', { 'hall.zones': '(none)' }],
    ['申报日期', '2021年11月15日', { 'center.declared_on': '2021-11-15' }],
    ['免证办理', '不适用：没有大厅', { 'hall.license_free_service': 'not-applicable 没有大厅' }],
    ['免证办理', '不详', {}],
  ])('%s: %s', async (heading, value, facts) => {
    const { centers, problems } = await read({
      表: [
        ['县区', '罗山县'],
        [heading, value],
      ],
    });
    expect(problems).toEqual([]);
    expect(centers[0]).toEqual({ 'center.county': '罗山县', ...facts });
  });
});

describe('a number where a day is asked', () => {
  it('is read as the day of that serial number, and said so', async () => {
    const { centers, problems } = await read({
      表: [
        ['县区', '罗山县'],
        ['申报日期', 44515],
      ],
    });
    expect(centers[0]).toEqual({ 'center.county': '罗山县', 'center.declared_on': '2021-11-15' });
    expect(problems).toEqual(['day-from-number 表!B2']);
  });
});

describe('a form', () => {
  it('has headings beside their values, several to a row, and gives each its place', async () => {
    const { centers, places, problems } = await read({
      基本: [
        ['便民服务中心申报表'],
        ['中心名称*', '青石坳镇便民服务中心', '所属县区', '罗山县'],
        ['级别', '乡镇', '大厅面积', '184.5', '㎡'],
        [],
        ['填报单位：青石坳镇', null, null, '填表日期：2021-11-15'],
        ['填表人', '某某', '联系电话', '12345'],
      ],
    });
    expect(problems).toEqual([]);
    expect(centers).toEqual([
      {
        'center.name': '青石坳镇便民服务中心',
        'center.county': '罗山县',
        'center.level': 'township',
        'hall.usable_area': '184.5 m²',
        'center.township': '青石坳镇',
        'center.declared_on': '2021-11-15',
      },
    ]);
    expect(places).toMatchObject({ 'center.county': '基本!D2', 'hall.usable_area': '基本!D3' });
  });

  it('takes values from the column that says so, and its units', async () => {
    const { centers } = await read({
      表: [
        ['序号', '填报项目', '单位', '填写内容', '备注'],
        [1, '大厅面积', '㎡', 200, '估计'],
        [2, '窗口数量', '个', 6],
      ],
    });
    expect(centers).toEqual([{ 'hall.usable_area': '200 m²', 'window_setup.front_windows': '6' }]);
  });

  it('says which cell it made nothing of', async () => {
    const { problems } = await read({
      表: [
        ['县区', '罗山县'],
        ['大厅面积', 200, '约数'],
        ['窗口数', 6, '含综合窗口'],
      ],
    });
    expect(problems).toEqual(['unread-cell 表!C2']);
  });

  it('joins what a heading over several rows has beside it', async () => {
    const { centers } = await readMerged(
      [
        ['县区', '罗山县'],
        ['功能区域', '等候区'],
        [null, '自助服务区'],
      ],
      'A2:A3',
    );
    expect(centers[0]?.['hall.zones']).toBe('self-service waiting');
  });

  it('says a fact twice alike once, and twice differently not at all', async () => {
    const twice = (second: string) =>
      read({
        甲: [
          ['中心名称', '青石坳镇中心'],
          ['大厅面积', 200],
        ],
        乙: [
          ['中心名称', second],
          ['窗口数', 6],
        ],
      });
    expect((await twice('青石坳镇中心')).centers).toHaveLength(1);
    expect((await twice('柳河镇中心')).centers).toHaveLength(2);
    expect(
      (
        await read({
          甲: [
            ['大厅面积', 200],
            ['县区', '罗山县'],
            ['大厅面积', 210],
          ],
        })
      ).problems,
    ).toEqual(['duplicate-fact 甲!A3']);
  });

  it('knows a checklist by its heads', async () => {
    const rows: Rows = [
      ['填报项目', '选项', '打√', '选项', '打√'],
      ['功能区域', '等候区', '√', '自助服务区', null],
      [null, '咨询投诉区', '有', '以上都没有', null],
      ['办件分类', '即办件', null, '承诺件', null],
      [null, '以上都没有', '√'],
    ];
    const { centers, problems } = await readMerged(rows, 'A2:A3', 'A4:A5');
    expect(problems).toEqual([]);
    expect(centers).toEqual([{ 'hall.zones': 'consultation-complaint waiting', 'handling.case_types': '(none)' }]);
  });

  it('refuses a checklist that ticks a term and that there is none', async () => {
    const rows: Rows = [
      ['填报项目', '选项', '打√', '选项', '打√'],
      ['功能区域', '等候区', '√', '以上都没有', '√'],
    ];
    expect((await read({ 甲: rows })).problems).toEqual(['two-answers 甲!E2']);
  });
});

describe('lists of records', () => {
  it('stand under their headings, with blank rows, numbers, sums and remarks between', async () => {
    const { centers, problems } = await read({
      Sheet2: [
        ['窗口情况表'],
        [],
        ['序号', '窗口名称', '窗口种类', '有人值守', '备注'],
        [1, '1号', '信访维稳', '是', '东侧'],
        [],
        [2, '2号', '财政惠民', '否'],
        [3],
        ['合计', 2],
        ['注：空白行不计'],
      ],
    });
    expect(problems).toEqual([]);
    expect(centers[0]).toMatchObject({
      windows: '2',
      'windows[1] 信访维稳窗口 windows.staffed': 'true',
      'windows[2] 财政惠民窗口 windows.staffed': 'false',
    });
  });

  it('stand below the facts of a form too', async () => {
    const { centers } = await read({
      表: [
        ['县区', '罗山县', '大厅面积', 200],
        [],
        ['工作台'],
        ['台号', '高度', '宽度'],
        ['1号台', '80cm', '70cm'],
        [],
        ['窗口数', 6],
      ],
    });
    expect(centers[0]).toMatchObject({ 'center.county': '罗山县', counters: '1', 'window_setup.front_windows': '6' });
  });

  it('are empty where they say so, and undeclared where they are blank', async () => {
    const list = (word: string | null) =>
      read({
        基本: [
          ['县区', '罗山县'],
          ['窗口数', 6],
        ],
        工作台: [['台号', '高度', '宽度'], [word]],
      });
    expect((await list('无')).centers[0]?.counters).toBe('0');
    expect((await list(null)).centers[0]).not.toHaveProperty('counters');
  });
});

const TABLE: Rows = [
  ['某县便民服务中心情况汇总表'],
  ['所属县区：罗山县'],
  ['序号', '名称', '办事大厅', null, '功能区域', null, '窗口数', '备注'],
  [null, null, '使用面积（㎡）', '敞开式办公', '等候区', '自助服务区'],
  [1, '甲镇便民服务中心', 230, '√', '√', null, 4],
  [2, '乙镇便民服务中心', 184, '×', null, null, 6],
  [],
  [3, '丙乡便民服务中心', null, null, null, null, 3],
  ['合计', null, 414],
  ['注：本表由各乡镇填报'],
];

describe('a table of centres', () => {
  it('has its heading in two rows below a title, and sums and remarks at its foot', async () => {
    const { centers, places, problems } = await readMerged(
      TABLE,
      'A1:H1',
      'A3:A4',
      'B3:B4',
      'C3:D3',
      'E3:F3',
      'G3:G4',
      'A10:H10',
    );
    expect(problems).toEqual([]);
    expect(centers).toEqual([
      {
        'center.county': '罗山县',
        'center.name': '甲镇便民服务中心',
        'hall.usable_area': '230 m²',
        'hall.open_plan': 'true',
        'window_setup.front_windows': '4',
        'hall.zones': 'waiting',
      },
      {
        'center.county': '罗山县',
        'center.name': '乙镇便民服务中心',
        'hall.usable_area': '184 m²',
        'hall.open_plan': 'false',
        'window_setup.front_windows': '6',
      },
      { 'center.county': '罗山县', 'center.name': '丙乡便民服务中心', 'window_setup.front_windows': '3' },
    ]);
    expect(places).toMatchObject({ 'hall.usable_area': '表!C5', 'hall.open_plan': '表!D5' });
  });

  it('is no form for having more answers below one another that are headings elsewhere than headings', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `第${index + 1}镇便民服务中心`);
    const rows = names.map((name, index) => [name, '罗山县', index % 2 === 0 ? '乡镇' : '村', '2026-10-10']);
    const { centers, problems } = await read({ 名册: [['名称', '县区', '级别', '申报日期'], ...rows] });
    expect(problems).toEqual([]);
    expect(centers.map(center => center['center.name'])).toEqual(names);
  });

  it('is read the same without any merging', async () => {
    const { centers } = await read({ 表: TABLE });
    expect(centers.map(center => center['hall.usable_area'])).toEqual(['230 m²', '184 m²', undefined]);
  });

  it('repeats what is merged down', async () => {
    const rows: Rows = [
      ['名称', '县区', '窗口数'],
      ['甲', '罗山县', 1],
      ['乙', null, 2],
      ['丙', '桃江县', 3],
    ];
    const { centers } = await readMerged(rows, 'B2:B3');
    expect(centers.map(center => center['center.county'])).toEqual(['罗山县', '罗山县', '桃江县']);
  });

  it('takes a number that is merged over two questions for no answer, and an answer to both for both', async () => {
    const rows: Rows = [
      ['大厅面积', 184],
      ['大厅建筑面积', null],
      ['敞开式办公', '是'],
      ['党员服务岗', null],
    ];
    const { centers, problems } = await readMerged(rows, 'B1:B2', 'B3:B4');
    const [center = {}] = centers;
    expect([center['hall.usable_area'], center['hall.open_plan'], center['hall.party_member_post']]).toEqual([
      undefined,
      'true',
      'true',
    ]);
    expect(problems).toEqual(['unread-cell 表!B1']);
  });

  it('reads hidden rows and says so, and leaves hidden sheets alone and says so', async () => {
    const hiddenRow = plainSheet([
      ['名称', '窗口数', '县区'],
      ['甲', 1, '罗山县'],
      ['乙', 2, '罗山县'],
    ]).replace('<row r="3"', '<row r="3" hidden="1"');
    const one = await readWith(readXlsx, rawWorkbook({ 表: hiddenRow }), dictionary);
    expect(one.centers).toHaveLength(2);
    expect(one.problems).toEqual(['hidden-rows 表!A3']);
    const workbook = rawWorkbook(
      {
        表: plainSheet([
          ['名称', '窗口数', '县区'],
          ['甲', 1, '罗山县'],
        ]),
        旧: plainSheet([
          ['名称', '窗口数', '县区'],
          ['乙', 2, '罗山县'],
        ]),
      },
      {
        'xl/workbook.xml':
          '<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="s1"/><sheet name="旧" state="hidden" sheetId="2" r:id="s2"/></sheets></workbook>',
      },
    );
    const two = await readWith(readXlsx, workbook, dictionary);
    expect(two.centers).toHaveLength(1);
    expect(two.problems).toEqual(['hidden-sheet 旧!A1']);
  });

  it('takes records from the sheets behind, by the name of the centre', async () => {
    const sheets = (center: string) => ({
      汇总: [
        ['名称', '县区', '窗口数'],
        ['甲镇', '罗山县', 1],
        ['乙镇', '罗山县', 2],
      ],
      工作台: [
        ['中心名称', '台号', '高度'],
        ['乙镇', '1号台', '80cm'],
        ['甲镇', '1号台', '90cm'],
        [center, '2号台', '85cm'],
      ],
    });
    expect((await read(sheets('乙镇'))).centers.map(center => center.counters)).toEqual(['1', '2']);
    expect((await read(sheets('丁镇'))).problems).toEqual(['unmatched-record 工作台!A4']);
  });

  it('joins the sheets of one centre', async () => {
    const { centers } = await read({
      场所: [
        ['名称', '县区', '大厅面积'],
        ['甲镇', '罗山县', 200],
        ['乙镇', '罗山县', 150],
      ],
      窗口: [
        ['名称', '窗口数', '敞开式办公'],
        ['乙镇', 2, '是'],
        ['甲镇', 1, '否'],
      ],
    });
    expect(
      centers.map(center => [center['center.name'], center['hall.usable_area'], center['window_setup.front_windows']]),
    ).toEqual([
      ['甲镇', '200 m²', '1'],
      ['乙镇', '150 m²', '2'],
    ]);
  });

  it.each([
    ['类别', '级别', 'unread-columns 表!C1'],
    ['类别', '联系电话', 'unread-columns 表!C1'],
    ['机构层次', '联系电话', 'unknown-fact 表!C1'],
    ['大厅面基', '大厅面积', 'unread-columns 表!C1'],
  ])('%s beside %s is no slip for what has a column', async (near, other, told) => {
    const sheet = plainSheet([
      ['名称', '县区', near, other],
      ['甲', '罗山县', '一类', null],
    ]);
    const { problems } = await readWith(readXlsx, rawWorkbook({ 表: sheet }), dictionary);
    expect(problems).toEqual([told]);
  });

  it('locates an error in a cell, and an unknown heading, in each row that it touches', async () => {
    const sheet = plainSheet([
      ['名称', '县区', '大厅面积', '人员总素'],
      ['甲', '罗山县', 200, 1],
      ['乙', '罗山县', 5, null],
    ]).replace('<c r="C3"><v>5</v></c>', '<c r="C3" t="e"><v>#REF!</v></c>');
    const { problems } = await readWith(readXlsx, rawWorkbook({ 表: sheet }), dictionary);
    expect(problems).toEqual(['unknown-fact 表!D1', 'cell-error 表!C3']);
  });

  it('says which sheet it made nothing of', async () => {
    const { problems } = await read({
      表: [['县区', '罗山县']],
      随手记: [
        [null, null],
        ['今天', '明天'],
        [1, 2],
      ],
    });
    expect(problems).toEqual(['unread-sheet 随手记!A2']);
  });
});

describe('separated values', () => {
  const CSV =
    '中心名称,县区,大厅面积（㎡）,窗口\r\n甲镇便民服务中心,罗山县,200,"信访维稳窗口、\n财政惠民窗口"\r\n\r\n乙镇,罗山县,150,无\r\n';

  it('give each value its line and field', async () => {
    const { centers, places } = await readText(CSV);
    expect(centers).toMatchObject([
      { 'hall.usable_area': '200 m²', windows: '2' },
      { 'hall.usable_area': '150 m²', windows: '0' },
    ]);
    expect(places).toMatchObject({ 'hall.usable_area': '2:3', windows: '2:4' });
    const { problems } = await readText(CSV.replace('150', '一百五'));
    expect(problems).toEqual(['unreadable-value 5:3']);
  });

  it('may have a mark at the start, tabs, or be written in GB18030', async () => {
    expect((await readText(`\ufeff${CSV}`)).centers).toHaveLength(2);
    expect((await readText(CSV.replaceAll(',', '\t'))).centers).toHaveLength(2);
    const gb18030 = Buffer.from(
      'd6d0d0c4c3fbb3c62cb4f3ccfcc3e6bbfd2cccf8c7f80abcd7d5f22c3230302cc2decabdcfd80a'
        .replace('ccf8', 'cfd8')
        .replace('c2decabdcfd8', 'c2decabdcfd8'),
      'hex',
    );
    const { centers, problems } = await readText(gb18030);
    expect(centers).toMatchObject([{ 'center.name': '甲镇', 'hall.usable_area': '200 m²' }]);
    expect(problems).toEqual(['decoded-as 1:1']);
  });
});
