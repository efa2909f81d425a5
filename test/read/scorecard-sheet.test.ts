import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type CardBookLine, cardBytes, type HeadBookLine } from '../../src/forms/scorecard/book.ts';
import { type Problem, toldOf } from '../../src/model/base/problem.ts';
import { toPlain } from '../../src/model/base/source.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readScorecard } from '../../src/read/scorecard/scorecard.ts';
import { type ReadCardSheet, readCardSheet } from '../../src/read/scorecard/sheet/sheet.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { BUREAU_HEAD, BUREAU_LINES } from '../support/bureau-card.ts';
import { succeed } from '../support/inline.ts';

const common = succeed(await shippedLibrary().vocabulary());

const HEAD: readonly HeadBookLine[] = [
  ['名称', '样表'],
  ['满分', '5'],
  ['小数位', '1'],
  ['尾数', '舍去'],
  ['总分下限', '0'],
  ['每项扣到', '0'],
  ['没有申报的', '待定'],
];

const read = (lines: readonly CardBookLine[], head = HEAD) =>
  readCardSheet('card.xlsx', cardBytes({ title: '样表', head, lines, blank: 0 }), common);

type Cells = CardBookLine['cells'];

const line = (cells: Cells): CardBookLine => ({
  kind: 'item',
  cells: { clause: '1', title: '样项', points: '5', ...cells },
});

const FAULTS = { kind: '扣', what: '差错件数', unit: '件', amount: '1', who: '检查人数' } as const;
const RATE = { kind: '得', what: '某办结率', unit: '%', who: '自报' } as const;

const methodOf = (sheet: ReadCardSheet): unknown => {
  const { sections } = toPlain(sheet.root) as { sections: { items: Record<string, unknown>[] }[] };
  const [item] = sections[0]?.items ?? [];
  return item?.deduct ?? item?.award;
};

describe('what the columns of a row say', () => {
  it.each<[string, Cells, unknown]>([
    ['so much for each, counted on site', FAULTS, { each: { tally: '差错件数', counter: '件' }, points: 1 }],
    [
      'short of a limit, a part of a step counts whole',
      {
        kind: '扣',
        what: '办事大厅使用面积',
        unit: '㎡',
        per: '少于200每10',
        amount: '0.5',
        part: '按一档',
        who: '自报',
      },
      { each: { fact: '办事大厅使用面积', short_of: '200㎡' }, per: '10㎡', steps: 'started', points: 0.5 },
    ],
    [
      'lost unless done',
      { kind: '扣', what: '某事做到', unit: '否', amount: '全部', who: '自报' },
      { points: 'all', unless: { 某事做到: 'yes' } },
    ],
    [
      'a thing each',
      { kind: '扣', what: '某物', unit: '甲、乙、丙', amount: '1', who: '自报' },
      { each: { missing: '某物', of: ['甲', '乙', '丙'] }, points: 1 },
    ],
    [
      'tiers, each up to the one above',
      { ...RATE, amount: '95以上5；90以上3；其余0' },
      {
        tiers: '某办结率',
        bands: [
          { at_least: '95%', points: 5 },
          { at_least: '90%', less_than: '95%', points: 3 },
          { less_than: '90%', points: 0 },
        ],
      },
    ],
    ['a share', { ...RATE, amount: '按比例' }, { share_of: '某办结率', points: 'all' }],
    [
      'a price for each kind',
      { kind: '得', what: '某级别', unit: '省级=5、市级=3、其余=0', who: '自报' },
      { points_by: '某级别', prices: { 省级: 5, 市级: 3 }, otherwise: 0 },
    ],
    [
      'points that are judged',
      { kind: '得', per: '0.5', amount: '全部', who: '检查人评' },
      { entered: { range: [0, 'all'], step: 0.5 } },
    ],
    [
      'points that are judged in a range, of something that is named',
      { kind: '得', what: '服务态度', per: '每0.5', amount: '1～4分', who: '检查人评' },
      { entered: { label: '服务态度', range: [1, 4], step: 0.5 } },
    ],
    [
      'points that are judged up to a figure',
      { kind: '得', per: '1', amount: '4', who: '检查人评' },
      { entered: { range: [0, 4], step: 1 } },
    ],
    [
      'one of several words that is judged',
      { kind: '得', what: '卫生', unit: '好=5、一般=2.5分、差=0', who: '检查人评' },
      {
        entered: {
          label: '卫生',
          options: [
            { id: 'o1', label: '好', points: 5 },
            { id: 'o2', label: '一般', points: 2.5 },
            { id: 'o3', label: '差', points: 0 },
          ],
        },
      },
    ],
    [
      'so much for each entry of a list',
      { kind: '扣', what: '通报清单', unit: '清单', amount: '0.5', who: '自报' },
      { for_each: '通报清单', points: 0.5 },
    ],
    [
      'all for an entry of a list',
      { kind: '得', what: '表彰清单', unit: '清单', amount: '全部', who: '自报' },
      { for_each: '表彰清单', points: 'all' },
    ],
    [
      'lost where something is so',
      { kind: '扣', what: '某事发生', unit: '是', amount: '2', who: '自报' },
      { points: 2, if: { 某事发生: 'yes' } },
    ],
    [
      'earned where something is not so',
      { kind: '得', what: '某事发生', unit: '否', amount: '2', who: '自报' },
      { points: 2, if: { 某事发生: 'no' } },
    ],
    [
      'earned by each thing',
      { kind: '得', what: '某物', unit: '甲、乙', amount: '1', who: '自报' },
      { each: { present: '某物', of: ['甲', '乙'] }, points: 1 },
    ],
    [
      'counted on site beyond a limit, by steps that are no whole ones',
      { ...FAULTS, per: '超过2.5每0.5', part: '按比例' },
      {
        each: { tally: '差错件数', counter: '件', step: 0.5, beyond: 2.5 },
        per: 0.5,
        steps: 'pro_rata',
        points: 1,
      },
    ],
    ['counted by ones', { ...FAULTS, per: '每1' }, { each: { tally: '差错件数', counter: '件' }, points: 1 }],
    [
      'counted by tens',
      { ...FAULTS, per: '每10件', part: '不计' },
      { each: { tally: '差错件数', counter: '件' }, per: '10件', steps: 'full', points: 1 },
    ],
    [
      'an excuse that is asked as yes or no',
      { ...FAULTS, excuse: '上级批准' },
      { each: { tally: '差错件数', counter: '件' }, points: 1, excused_if: { 上级批准: 'yes' } },
    ],
    [
      'an excuse, and a cap',
      { ...FAULTS, cap: '3', excuse: '有书面说明' },
      { each: { tally: '差错件数', counter: '件' }, points: 1, cap: 3, excused_if: { 有书面说明: { stated: 'yes' } } },
    ],
  ])('%s', async (_, cells, expected) => {
    expect(methodOf(succeed(await read([line(cells)])))).toEqual(expected);
  });
});

describe('what is counted by the name of a shipped fact', () => {
  const SHARE = { kind: '得', unit: '%', amount: '按比例', who: '自报' } as const;

  it.each<[string, readonly string[], readonly string[]]>([
    ['an alias is told at its cell, once', ['按时办结率', '按时办结率'], ['评分表!H3']],
    ['the label itself is not', ['承诺件按期办结率'], []],
    ['nor what has a name of its own', ['本表按时办结率'], []],
  ])('%s', async (_, names, expected) => {
    const sheet = await read(names.map((what, index) => line({ ...SHARE, clause: String(index + 1), what })));
    const told = sheet.ok ? sheet.warnings : sheet.problems;
    const places = told.map(({ location }) => ('cell' in location ? `${location.sheet}!${location.cell}` : ''));
    expect(places).toEqual(expected);
    expect(told).toEqual(expected.map(() => expect.objectContaining({ severity: 'warning', doubt: 'fact-taken' })));
    expect(told.map(one => problemText(one, 'zh')).join('')).toMatch(
      expected.length > 0 ? /“按时办结率”是通用词汇表里“承诺件按期办结率”的别名.*本表按时办结率/u : /^$/u,
    );
  });
});

/** The cell, what is wrong there, and a word of what is said. */
const faultsOf = async (lines: readonly CardBookLine[], head = HEAD): Promise<readonly string[]> => {
  const sheet = await read(lines, head);
  const problems: readonly Problem[] = sheet.ok ? [] : sheet.problems;
  return problems.map(problem => {
    const { location } = problem;
    const cell = 'cell' in location ? `${location.sheet}!${location.cell}` : '';
    return `${cell} ${problem.code === 'bad-scorecard' ? problem.defect : problem.code} ${problemText(problem, 'zh')}`;
  });
};

describe('what is asked for at its cell', () => {
  it.each<[string, readonly CardBookLine[], string]>([
    ['blank: 谁填', [line({ ...FAULTS, who: '' })], '评分表!O3 sheet-blank'],
    ['blank: 扣/得', [line({ ...FAULTS, kind: '' })], '评分表!G3 sheet-blank'],
    ['blank: 数什么', [line({ ...FAULTS, what: '' })], '评分表!H3 sheet-blank'],
    ['blank: 单位', [line({ ...FAULTS, unit: '' })], '评分表!I3 sheet-blank'],
    ['blank: 几分', [line({ ...FAULTS, amount: '' })], '评分表!K3 sheet-blank'],
    [
      'blank: 不足一档 of a percentage',
      [line({ ...RATE, kind: '扣', per: '少于95每1', amount: '1' })],
      '评分表!M3 sheet-blank',
    ],
    ['blank: 每几个 of what is judged', [line({ kind: '得', amount: '5', who: '检查人评' })], '评分表!J3 sheet-blank'],
    ['blank: 分值', [line({ ...FAULTS, points: '' })], '评分表!D3 sheet-blank'],
    ['unreadable: 分值', [line({ ...FAULTS, points: '若干' })], '评分表!D3 sheet-unreadable'],
    ['unreadable: 扣完为止', [line({ ...FAULTS, floor: '扣光' })], '评分表!N3 sheet-unreadable'],
    ['unreadable: 每几个', [line({ ...FAULTS, per: '几个' })], '评分表!J3 sheet-unreadable'],
    ['blank: 每几个 of what is measured', [line({ ...FAULTS, unit: '㎡' })], '评分表!J3 sheet-blank'],
    ['blank: 不足一档', [line({ ...FAULTS, per: '每10' })], '评分表!M3 sheet-blank'],
    [
      'unreadable: prices without the rest',
      [line({ kind: '得', what: '某级别', unit: '省级=5、市级=3', who: '自报' })],
      '评分表!I3 sheet-unreadable',
    ],
    ['blank: 几分 of what is judged', [line({ kind: '得', per: '1', who: '检查人评' })], '评分表!K3 sheet-blank'],
    [
      'unreadable: 几分 of what is judged',
      [line({ kind: '得', per: '1', amount: '酌情', who: '检查人评' })],
      '评分表!K3 sheet-unreadable',
    ],
    ['unreadable: a word of no drop-down', [line({ ...FAULTS, who: '自己' })], '评分表!O3 sheet-unreadable'],
    ['unreadable: an amount', [line({ ...FAULTS, amount: '适当' })], '评分表!K3 sheet-unreadable'],
    ['unreadable: a tier', [line({ ...RATE, amount: '很高5；其余0' })], '评分表!K3 sheet-unreadable'],
    [
      'unreadable: a tier that takes in a row that gives',
      [line({ ...RATE, amount: '95以上扣5；其余0' })],
      '评分表!K3 sheet-unreadable',
    ],
    ['unreadable: 每几个 in ten thousands', [line({ ...FAULTS, per: '1万' })], '评分表!J3 sheet-unreadable'],
    [
      'unreadable: 每几个 with its thousands apart',
      [line({ ...FAULTS, per: '每1,000', part: '不计' })],
      '评分表!J3 sheet-unreadable',
    ],
    [
      'unreadable: 每几个 with an exponent',
      [line({ ...FAULTS, per: '1e3', part: '不计' })],
      '评分表!J3 sheet-unreadable',
    ],
    [
      'unreadable: 每几个 beyond a limit, in ten thousands',
      [line({ ...FAULTS, per: '超过5每1万' })],
      '评分表!J3 sheet-unreadable',
    ],
    [
      'unreadable: a price below nought',
      [line({ kind: '得', what: '某级别', unit: '省级=5、市级=-3、其余=0', amount: '1', who: '自报' })],
      '评分表!I3 sheet-unreadable',
    ],
    [
      'unreadable: two prices of one name',
      [line({ kind: '得', what: '某级别', unit: '省级=5、省级=3、其余=0', who: '自报' })],
      '评分表!I3 sheet-unreadable',
    ],
    [
      'unreadable: a price below nought of what is judged',
      [line({ kind: '得', what: '卫生', unit: '好=5、差=-2', per: '1', amount: '5', who: '检查人评' })],
      '评分表!I3 sheet-unreadable',
    ],
    ...['1e1', '3万', '1,000', '5%', '-5', '5-10', '十'].map((points): [string, readonly CardBookLine[], string] => [
      `unreadable: a part of ${points} points`,
      [{ kind: 'section', cells: { clause: '一', title: '人员', points } }, line(FAULTS)],
      '评分表!D3 sheet-unreadable',
    ]),
    [
      'contradicts: the points of a part behind its name',
      [{ kind: 'section', cells: { clause: '一', title: '人员（15分）', points: '5' } }, line(FAULTS)],
      '评分表!D3 sheet-contradicts',
    ],
    ...['人员（共15分）', '人员【满分15分】', '人员(总分：15分，加分另计)', '人员（15分；按季评）'].map(
      (title): [string, readonly CardBookLine[], string] => [
        `contradicts: the points of a part behind its name, ${title}`,
        [{ kind: 'section', cells: { clause: '一', title, points: '5' } }, line(FAULTS)],
        '评分表!D3 sheet-contradicts',
      ],
    ),
    [
      'a sum that differs, in brackets',
      [line(FAULTS), { kind: 'section', cells: { clause: '合计（6分）' } }],
      '评分表!D4 sheet-sum',
    ],
    ['contradicts: 每…扣', [line({ ...FAULTS, wording: '每发现1件扣2分' })], '评分表!K3 sheet-contradicts'],
    ['contradicts: 按比例', [line({ ...FAULTS, wording: '每件扣1分，不满的按比例扣' })], '评分表!M3 sheet-contradicts'],
    ['contradicts: 最多', [line({ ...FAULTS, wording: '每件扣1分，最多扣3分' })], '评分表!L3 sheet-contradicts'],
    [
      'contradicts: 以上',
      [line({ ...RATE, amount: '90以上5；其余0', wording: '95%以上得5分' })],
      '评分表!K3 sheet-contradicts',
    ],
    [
      'contradicts: 至',
      [line({ ...RATE, amount: '95以上5；80以上3；其余0', wording: '85%至95%得3分' })],
      '评分表!K3 sheet-contradicts',
    ],
    [
      'contradicts: 以上, where there are no tiers',
      [line({ ...RATE, amount: '按比例', wording: '95%以上得5分' })],
      '评分表!K3 sheet-contradicts',
    ],
    [
      'contradicts: 超过…全扣',
      [line({ ...FAULTS, wording: '每发现1件扣1分，超过10件的全扣' })],
      '评分表!K3 sheet-contradicts',
    ],
    [
      'contradicts: 低于…不得分',
      [line({ ...RATE, amount: '按比例', wording: '按按时办结率的比例得分，低于80%的不得分' })],
      '评分表!K3 sheet-contradicts',
    ],
    [
      'contradicts: a second 每…扣',
      [line({ ...FAULTS, wording: '每发现1件扣1分，每隐瞒1件扣3分' })],
      '评分表!K3 sheet-contradicts',
    ],
    [
      'contradicts: 扣完为止',
      [line({ ...FAULTS, floor: '否', wording: '每件扣1分，扣完为止' })],
      '评分表!N3 sheet-contradicts',
    ],
    [
      'a sum that differs',
      [line(FAULTS), { kind: 'section', cells: { clause: '合计', points: '6' } }],
      '评分表!D4 sheet-sum',
    ],
    [
      'one name for two things',
      [
        line(FAULTS),
        line({ ...FAULTS, clause: '2', who: '自报' }),
        line({ clause: '3', kind: '扣', what: '差错件数', unit: '是', amount: '1', who: '自报' }),
      ],
      '评分表!H5 sheet-fact-twice',
    ],
  ])('%s', async (_, lines, expected) => {
    const faults = await faultsOf(lines);
    expect(faults.map(fault => fault.split(' ').slice(0, 2).join(' '))).toEqual([expected]);
  });

  it('agrees: 按比例, said by the part of a step or by the points themselves', async () => {
    const told = [
      line({ ...FAULTS, part: '按比例', wording: '每件扣1分，不满的按比例扣' }),
      line({ ...RATE, amount: '按比例', wording: '按比例得分' }),
    ];
    expect(await Promise.all(told.map(one => faultsOf([one])))).toEqual([[], []]);
  });

  it.each<[string, HeadBookLine, string]>([
    ['a word of no choice', ['尾数', '随便'], '总则!B8 sheet-unreadable'],
    ['a line that nobody knows', ['考核周期', '季度'], '总则!B9 sheet-unreadable'],
    ['what follows a veto', ['否决', '弄虚作假', '扣光'], '总则!C9 sheet-unreadable'],
    ['a grade that there is not', ['否决', '弄虚作假', '最高评为良好'], '总则!C9 sheet-unreadable'],
  ])('in the head: %s', async (_, more, expected) => {
    const head = [...HEAD.filter(([name]) => name !== more[0]), more];
    const [fault = ''] = await faultsOf([line(FAULTS)], head);
    expect(fault.split(' ').slice(0, 2).join(' ')).toBe(expected);
  });

  it.each<[string, string, unknown]>([
    ['总分为0', '弄虚作假', { if: { 弄虚作假: 'yes' }, effect: 'zero' }],
    ['取消评优', '弄虚作假', { if: { 弄虚作假: 'yes' }, effect: 'bar_award' }],
    ['最高评为合格', '弄虚作假', { if: { 弄虚作假: 'yes' }, effect: { grade_at_most: '合格' } }],
    ['直接定为合格', '弄虚作假', { if: { 弄虚作假: 'yes' }, effect: { grade: '合格' } }],
    ['取消评优', '后2名', { rank: { last: '2' }, effect: 'bar_award' }],
  ])('in the head a veto: %s where %s', async (effect, text, expected) => {
    const head: readonly HeadBookLine[] = [
      ...HEAD,
      ['等次', '优秀', '90'],
      ['等次', '合格', '60'],
      ['否决', text, effect],
    ];
    const { vetoes } = toPlain(succeed(await read([line(FAULTS)], head)).root) as { vetoes: object[] };
    expect(vetoes).toEqual([{ id: 'v1', title: text, ...(expected as object) }]);
  });
});

const fill = (
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  merges: readonly string[] = [],
): Promise<ExcelJS.Buffer> => {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    for (const [index, row] of rows.entries()) {
      const sheet = book.getWorksheet(name) ?? book.addWorksheet(name);
      sheet.getRow(index + 1).values = [...row];
    }
  for (const range of merges) book.getWorksheet('评分表')?.mergeCells(range);
  return book.xlsx.writeBuffer();
};

const readFilled = async (...filled: Parameters<typeof fill>) =>
  readCardSheet('card.xlsx', new Uint8Array((await fill(...filled)) as ArrayBuffer), common);

describe('a header as bureaus write theirs', () => {
  const ASKED = ['扣/得', '数什么', '单位或选项', '几分', '谁填'];
  const ANSWERS = ['扣', '脱岗', '人次', '1', '检查人数'];

  it.each<[string, readonly (readonly string[])[], readonly string[], readonly string[]]>([
    [
      'pass: over two rows, the lower one naming the rows',
      [
        ['序号', '考核指标', '', '分值', ...ASKED],
        ['', '一级指标', '二级指标', ''],
        ['1', '人员', '在岗情况', '5', ...ANSWERS],
      ],
      ['A1:A2', 'B1:C1', 'D1:D2'],
      ['1', '在岗情况', '5', ''],
    ],
    [
      'pass: points in brackets behind the name',
      [
        ['序号', '考核内容', ...ASKED],
        ['1', '在岗情况（5分）', ...ANSWERS],
      ],
      [],
      ['1', '在岗情况（5分）', '5', ''],
    ],
    [
      'pass: two columns that could name a row, of which the second says what is asked',
      [
        ['序号', '考核项目', '考核内容', '标准分值', ...ASKED],
        ['1', '在岗情况', '工作时间不脱岗', '5', ...ANSWERS],
      ],
      [],
      ['1', '在岗情况', '5', '工作时间不脱岗'],
    ],
  ])('%s', async (_, rows, merges, row) => {
    const sheet = succeed(await readFilled({ 评分表: rows, 总则: HEAD.map(([name, text]) => [name, text]) }, merges));
    const { scorecard } = succeed(readScorecard(sheet.root, common));
    const [item] = scorecard.forms[0].sections[0].items;
    expect([item.clause[0], item.title.zh, item.points, item.requirement?.zh ?? '']).toEqual(row);
  });

  it('fail: without the column that says what a row is worth, told at the header with what it may be called', async () => {
    const sheet = await readFilled({
      评分表: [['某县评分表'], ['序号', '项目', '标准要求', '责任部门']],
      总则: [['名称', '样表']],
    });
    const [problem] = sheet.ok ? [] : sheet.problems;
    expect(problem).toMatchObject({ defect: 'sheet-no-column', location: { sheet: '评分表', cell: 'A2' } });
    expect(problem && problemText(problem, 'zh')).toMatch(/没有“分值”一栏（也可以叫 满分、标准分/u);
  });

  const PARTED = [
    ['序号', '考核指标', '', '分值', ...ASKED],
    ['', '一级指标', '二级指标', ''],
  ];
  const PARTED_MERGES = ['A1:A2', 'B1:C1', 'D1:D2'];

  it.each<[string, readonly (readonly string[])[], readonly string[], readonly string[]]>([
    [
      'merged over its rows',
      [
        ['1', '人员（3分）', '在岗', '2', ...ANSWERS],
        ['2', '', '着装', '1', '扣', '着装不整', '人次', '1', '检查人数'],
        ['3', '服务（2分）', '态度', '2', '扣', '态度差', '次', '1', '检查人数'],
        ['合计', '', '', '5'],
      ],
      ['B3:B4', 'A6:C6'],
      ['人员 3: 1 在岗、2 着装', '服务 2: 3 态度'],
    ],
    [
      'written in every row',
      [
        ['1', '人员', '在岗', '2', ...ANSWERS],
        ['2', '人员', '着装', '1', '扣', '着装不整', '人次', '1', '检查人数'],
        ['3', '服务', '态度', '2', '扣', '态度差', '次', '1', '检查人数'],
        ['注：本表由考评办汇总。'],
      ],
      [],
      ['人员 3: 1 在岗、2 着装', '服务 2: 3 态度'],
    ],
    [
      'with a number that is its own',
      [
        ['1', '人员', '在岗', '2', ...ANSWERS],
        ['', '', '着装', '1', '扣', '着装不整', '人次', '1', '检查人数'],
        ['2', '服务', '态度', '2', '扣', '态度差', '次', '1', '检查人数'],
        ['', '', '语言', '1', '扣', '语言不当', '次', '1', '检查人数'],
        ['', '小计', '', '3'],
      ],
      ['A3:A4', 'B3:B4', 'A5:A6', 'B5:B6'],
      ['人员 3: 在岗 在岗、着装 着装', '服务 3: 态度 态度、语言 语言'],
    ],
  ])('pass: the part in a column of its own, %s', async (_, rows, merges, expected) => {
    const sheets = { 评分表: [...PARTED, ...rows], 总则: HEAD.map(([name, text]) => [name, text]) };
    const sheet = succeed(await readFilled(sheets, [...PARTED_MERGES, ...merges]));
    const { sections } = succeed(readScorecard(sheet.root, common)).scorecard.forms[0];
    const said = sections.map(
      ({ title, points, items }) =>
        `${title.zh} ${points}: ${items.map(item => `${item.clause[0]} ${item.title.zh}`).join('、')}`,
    );
    expect(said).toEqual(expected);
  });

  const GIVEN: readonly (readonly string[])[] = [
    ['1', '表扬', '获县级表扬加2分', '', '得', '获县级表扬', '是', '2', '自报'],
    ['2', '脱岗', '', '每人次扣1分', ...ANSWERS],
  ];

  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    [
      'columns of what is given and taken, none of points',
      [['序号', '项目', '加分', '减分', ...ASKED], ...GIVEN],
      ['A1 分值'],
    ],
    [
      'the bureau’s own columns alone',
      [
        ['序号', '项目', '分值', '评分标准'],
        ['1', '表扬', '2', '获县级表扬加2分'],
        ['2', '脱岗', '2', '每人次扣1分'],
      ],
      ['A1 扣/得、数什么、单位或选项、几分、谁填'],
    ],
    [
      'no column that a row needs',
      [
        ['序号', '项目', '分值', '扣/得', '谁填'],
        ['1', '表扬', '2', '得', '自报'],
        ['2', '脱岗', '2', '扣', '检查人数'],
      ],
      ['A1 数什么、单位或选项'],
    ],
  ])('fail: %s, told once at the header', async (_, rows, expected) => {
    const sheet = await readFilled({ 评分表: rows, 总则: HEAD.map(([name, text]) => [name, text]) });
    const told = (sheet.ok ? [] : sheet.problems).map(problem => {
      const cell = 'cell' in problem.location ? problem.location.cell : '';
      return `${cell} ${problem.code === 'bad-scorecard' && problem.defect === 'sheet-lacks' ? problem.values.columns : problem.code}`;
    });
    expect(told).toEqual(expected);
  });

  it('pass: what is given and what is taken in columns of their own is the wording of a row', async () => {
    const points = ['分值', '2', '2'];
    const rows = [['序号', '项目', '加分', '减分', ...ASKED], ...GIVEN].map((row, at) => [...row, points[at] ?? '']);
    const sheet = succeed(await readFilled({ 评分表: rows, 总则: HEAD.map(([name, text]) => [name, text]) }));
    const { sections } = succeed(readScorecard(sheet.root, common)).scorecard.forms[0];
    expect(sections[0].items.map(({ note }) => note?.zh)).toEqual(['获县级表扬加2分', '每人次扣1分']);
  });

  it('tells columns that it does not know where something stands below, and headings without a row', async () => {
    const rows = [
      ['序号', '项目', '分值', ...ASKED, '自评得分', '佐证材料'],
      ['一、人员（3分）'],
      ['（一）在岗'],
      ['1', '在岗', '3', ...ANSWERS, '', '考勤表'],
      ['二、服务'],
    ];
    const sheet = succeed(await readFilled({ 评分表: rows, 总则: HEAD.map(([name, text]) => [name, text]) }));
    const told = sheet.passed.map(({ location, text }) => `${'cell' in location ? location.cell : ''} ${text}`);
    expect(told).toEqual(['J1 佐证材料', 'A2 一、人员（3分）', 'A5 二、服务']);
  });

  it('pass: rows numbered anew in each part go by the number of the part', async () => {
    const sheet = succeed(
      await readFilled({
        评分表: [
          ['序号', '项目', '分值', ...ASKED],
          ['一、人员（3分）'],
          ['1', '在岗', '3', ...ANSWERS],
          ['二、服务（2分）'],
          ['1', '态度', '2', '扣', '态度差', '次', '1', '检查人数'],
        ],
        总则: HEAD.map(([name, text]) => [name, text]),
      }),
    );
    const { sections } = succeed(readScorecard(sheet.root, common)).scorecard.forms[0];
    expect(sections.map(({ items }) => items[0].clause[0])).toEqual(['一（1）', '二（1）']);
  });
});

describe('cells that do not say what they show, or are not seen', () => {
  const ASKED = ['序号', '项目', '分值', '扣/得', '数什么', '单位或选项', '几分', '最多', '谁填'];
  const ROWS = [
    ['1', '甲项', '5', '扣', '脱岗', '人次', '1', '2', '检查人数'],
    ['2', '乙项', '5', '扣', '迟到', '人次', '1', '2', '检查人数'],
  ];
  type Touch = (card: ExcelJS.Worksheet, head: ExcelJS.Worksheet) => void;

  it.each<[string, Touch, readonly string[]]>([
    ['struck', card => (card.getCell('H2').font = { strike: true }), ['H2 cell-struck']],
    ['without a result', card => (card.getCell('H2').value = { formula: '1+1' }), ['H2 formula-uncached']],
    ['an error', card => (card.getCell('H2').value = { error: '#REF!' }), ['H2 cell-error']],
    ['struck in the head', (_, head) => (head.getCell('B2').font = { strike: true }), ['B2 cell-struck']],
    ['said twice in the head', (_, head) => (head.getRow(9).values = ['满分', '10']), ['B9 duplicate-key']],
    ['in a hidden row', card => (card.getRow(3).hidden = true), ['A3 hidden-rows']],
    ['in a hidden column', card => (card.getColumn(8).hidden = true), ['H1 hidden-columns']],
    ['points merged over two rows', card => card.mergeCells('C2:C3'), ['C3 sheet-blank']],
    ['a most merged over two rows', card => card.mergeCells('H2:H3'), ['H3 sheet-unreadable']],
  ])('%s', async (_, touch, expected) => {
    const book = new ExcelJS.Workbook();
    const [card, head] = [book.addWorksheet('评分表'), book.addWorksheet('总则')];
    card.addRows([ASKED, ...ROWS]);
    head.addRows(HEAD.map(([name, text]) => [name, text]));
    touch(card, head);
    const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
    const told = toldOf(await readCardSheet('card.xlsx', bytes, common)).map(problem => {
      const cell = 'cell' in problem.location ? problem.location.cell : '';
      return `${cell} ${problem.code === 'bad-scorecard' ? problem.defect : problem.code}`;
    });
    expect(told).toEqual(expected);
  });

  it('tells of a second sheet of rows, which is not read', async () => {
    const sheets = {
      评分表: [ASKED, ...ROWS],
      评分表二: [ASKED, ...ROWS],
      总则: HEAD.map(([name, text]) => [name, text]),
    };
    expect(succeed(await readFilled(sheets)).passed.map(({ text }) => text)).toEqual(['评分表二']);
  });
});

describe('a workbook that is not whole', () => {
  const ROWS = [
    ['序号', '项目', '分值'],
    ['1', '样项', '5'],
  ];

  it.each([
    ['sheet-no-rows', { 总则: [['名称', '样表']] }],
    ['sheet-no-head', { 评分表: ROWS }],
    ['sheet-rest-missing', { 评分表: ROWS, 总则: [['补充文件', '没有的.yaml']] }],
  ])('%s', async (defect, sheets) => {
    const sheet = await readFilled(sheets);
    expect(sheet.ok ? [] : sheet.problems).toMatchObject([{ defect }]);
  });
});

describe('a sheet of a bureau', () => {
  const lines = (): Promise<ReadCardSheet> => read(BUREAU_LINES, BUREAU_HEAD).then(succeed);

  it('is a scorecard with its parts, sums checked and notes passed over', async () => {
    const { root, passed } = await lines();
    const { scorecard, standard } = succeed(readScorecard(root, common));
    expect(
      scorecard.forms[0].sections.map(({ id, points, outside, items }) => [id, points, outside, items.length]),
    ).toEqual([
      ['s1', '30', false, 10],
      ['s2', '40', false, 12],
      ['s3', '30', false, 8],
      ['s4', '5', true, 6],
    ]);
    expect(standard?.counties).toEqual(['青石县']);
    expect(passed.map(({ text }) => text)).toEqual(['注：各项由责任部门评分，考评办汇总。']);
  });

  it('makes the same ids of the same words wherever they stand', async () => {
    const ids = async (rows: readonly CardBookLine[]): Promise<readonly string[]> => {
      const { scorecard } = succeed(readScorecard(succeed(await read(rows, BUREAU_HEAD)).root, common));
      return scorecard.vocabulary.facts.map(({ id, label }) => `${label.zh} ${id}`).sort();
    };
    const first = await ids(BUREAU_LINES);
    expect(new Set(first).size).toBe(first.length);
    expect(await ids(BUREAU_LINES.map(row => ({ ...row, cells: { ...row.cells, by: '' } })))).toEqual(first);
  });
});

describe('a sheet merged as bureaus merge theirs', () => {
  const LINES: readonly CardBookLine[] = [
    { kind: 'section', cells: { clause: '一', title: '一、场所（3分）' } },
    line({
      ...{ clause: '1', title: '无障碍设施', requirement: '（1）设置坡道', points: '2', wording: '未设置的不得分' },
      ...{ kind: '扣', what: '设置坡道', unit: '否', amount: '全部', who: '自报' },
    }),
    line({
      ...{ clause: '2', title: '', requirement: '（2）设置卫生间', points: '1', wording: '未设置的不得分' },
      ...{ kind: '扣', what: '设置卫生间', unit: '否', amount: '全部', who: '自报' },
    }),
    { kind: 'section', cells: { clause: '二', title: '二、创建（2分）' } },
    line({
      ...{ clause: '3', title: '试点', points: '2', wording: '省级2分，市级1分', kind: '得', what: '试点级别' },
      ...{ unit: '省级=2、市级=1、其余=0', who: '自报' },
    }),
    { kind: 'section', cells: { clause: '注：1.本表由考评办汇总。' } },
    { kind: 'section', cells: { clause: '2.结果报县委、县政府。' } },
  ];
  const merged = async (...ranges: readonly string[]): Promise<ReadCardSheet> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(cardBytes({ title: '样表', head: HEAD, lines: LINES, blank: 0 })).buffer);
    const sheet = book.getWorksheet('评分表');
    for (const range of ranges) sheet?.mergeCells(range);
    return succeed(
      await readCardSheet('card.xlsx', new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer), common),
    );
  };

  it.each([
    ['over the columns behind the number', ['B3:F3', 'B6:F6', 'B4:B5', 'A8:F8', 'A9:F9']],
    ['over the number too', ['A3:F3', 'A6:F6', 'B4:B5', 'A8:R8', 'A9:R9']],
  ])('has its parts, rows and notes: %s', async (_, ranges) => {
    const { root, passed } = await merged(...ranges);
    const { scorecard } = succeed(readScorecard(root, common));
    expect(
      scorecard.forms[0].sections.map(({ points, items }) => [points, items.map(({ title }) => title.zh)]),
    ).toEqual([
      ['3', ['设置坡道', '设置卫生间']],
      ['2', ['试点']],
    ]);
    expect(passed.map(({ text }) => text)).toEqual(['注：1.本表由考评办汇总。', '2.结果报县委、县政府。']);
  });

  it('makes one list of the things that several rows name of one fact', async () => {
    const of = (clause: string, unit: string): CardBookLine =>
      line({ clause, points: '1', kind: '扣', what: '某物', unit, amount: '1', who: '自报' });
    const { root } = succeed(
      await read([of('1', '甲、乙'), of('2', '乙、丙')], [['满分', '2'], ...HEAD.filter(([name]) => name !== '满分')]),
    );
    const { vocabulary } = succeed(readScorecard(root, common)).scorecard;
    expect(vocabulary.lists.map(({ terms }) => terms.map(({ label }) => label.zh))).toEqual([['甲', '乙', '丙']]);
  });

  it('lets a centre answer that it is none of what has a price', async () => {
    const { root } = await merged('B4:B5');
    const { vocabulary } = succeed(readScorecard(root, common)).scorecard;
    expect(vocabulary.lists[0]?.terms.map(({ label, aliases }) => [label.zh, aliases.includes('都没有')])).toEqual([
      ['省级', false],
      ['市级', false],
      ['其余', true],
    ]);
  });
});
