import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { runs } from '../support/hunt.ts';
import { commonDictionary, plainSheet, plainWorkbook, rawWorkbook, readWith } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

type Cell = string | number | null;

/** What a township wrote: label, answer, what is read of it, and a requirement that would read as an answer too. */
const ASKED = [
  { label: '办事大厅使用面积', fact: 'hall.usable_area', said: '184平方米', read: '184 m²', required: '200平方米' },
  { label: '敞开式办公', fact: 'hall.open_plan', said: '否', read: 'false', required: '是' },
  {
    label: '整合到位日期',
    fact: 'hall.consolidated_on',
    said: '2021-11-10',
    read: '2021-11-10',
    required: '2021-11-15',
  },
  { label: '功能区域', fact: 'hall.zones', said: '等候区', read: 'waiting', required: '等候区、自助服务区' },
  { label: '窗口数量', fact: 'window_setup.front_windows', said: '6', read: '6', required: '8' },
] as const;

const KINDS = {
  standard: ['要求', '标准要求', '建设标准', '考核标准', '规定', '目标值', '应达到的标准'],
  example: ['示例', '填写示例', '样例'],
  clause: ['依据', '依据条款', '条款'],
  points: ['分值', '得分', '自评得分', '扣分'],
  remark: ['备注', '存在问题', '整改措施', '佐证材料', '责任部门'],
  number: ['序号', '编号'],
} as const;

const ANSWERS = [
  '自评情况',
  '落实情况',
  '检查结果',
  '填写内容',
  '完成情况',
  '实际情况',
  '自查情况',
  '现状',
  '填报值',
  '达标情况',
];
const LABELS = ['项目', '指标', '检查内容', '填报项目', '考核项目'];
const NOTES: readonly (readonly Cell[])[] = [
  ['注：本表一式两份'],
  ['填表人：张某', null, '审核人：李某'],
  ['说明：如实填写'],
  ['共计5项'],
  ['填表人', '某某', '联系电话', '000-0000'],
];

type Kind = keyof typeof KINDS;

const fillOf = (kind: Kind, asked: (typeof ASKED)[number], index: number): Cell => {
  if (kind === 'number') return index + 1;
  if (kind === 'points') return 10;
  return kind === 'standard' || kind === 'example' ? asked.required : kind === 'clause' ? '三(一)2' : '已拍照';
};

const layouts = fc.record({
  kinds: fc.uniqueArray(fc.constantFrom(...(Object.keys(KINDS) as Kind[])), { maxLength: 4 }),
  choice: fc.nat(100),
  answer: fc.constantFrom(...ANSWERS),
  label: fc.constantFrom(...LABELS),
  labelAt: fc.nat(4),
  answerAt: fc.nat(5),
  rows: fc.shuffledSubarray([...ASKED], { minLength: 1 }),
  above: fc.subarray(NOTES.slice(0, 3), { maxLength: 2 }),
  below: fc.subarray([...NOTES], { maxLength: 3 }),
  headless: fc.boolean(),
});

type Layout = typeof layouts extends fc.Arbitrary<infer T> ? T : never;

/** The rows of the sheet: the label somewhere left of the answer, the other columns anywhere. */
const sheetOf = (layout: Layout): readonly (readonly Cell[])[] => {
  const columns: ('label' | 'answer' | Kind)[] = [...layout.kinds];
  columns.splice(Math.min(layout.labelAt, columns.length), 0, 'label');
  const first = columns.indexOf('label') + 1;
  columns.splice(Math.min(columns.length, first + layout.answerAt), 0, 'answer');
  const headOf = (column: (typeof columns)[number]): string => {
    if (column === 'label') return layout.label;
    if (column === 'answer') return layout.answer;
    return KINDS[column][layout.choice % KINDS[column].length] ?? '';
  };
  const rows = layout.rows.map((asked, index) =>
    columns.map(column =>
      column === 'label' ? asked.label : column === 'answer' ? asked.said : fillOf(column, asked, index),
    ),
  );
  return [...layout.above, ...(layout.headless ? [] : [columns.map(headOf)]), ...rows, [], ...layout.below];
};

describe('a form laid out in any way', () => {
  it('gives the facts that were written, or is refused; never others', async () => {
    await fc.assert(
      fc.asyncProperty(layouts, async layout => {
        const { centers, problems } = await readWith(readXlsx, plainWorkbook({ 表: sheetOf(layout) }), dictionary);
        const refused = problems.some(found =>
          /^(?:two-answers|unreadable-value|wrong-unit|implausible|duplicate-fact|unknown-)/u.test(found),
        );
        const facts = centers[0] ?? {};
        for (const { fact, read } of layout.rows) if (fact in facts) expect(facts[fact]).toBe(read);
        if (!refused && !layout.headless)
          expect(Object.keys(facts).sort()).toEqual(layout.rows.map(({ fact }) => fact).sort());
        for (const fact of Object.keys(facts)) expect(layout.rows.map(asked => asked.fact)).toContain(fact);
      }),
      { numRuns: runs(55) },
    );
  });
});

describe('ticks under columns that are each one answer', () => {
  const yesNo = [
    ['是', '否'],
    ['有', '无'],
    ['符合', '不符合'],
    ['达标', '未达标'],
  ] as const;
  it('give the answer that is ticked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...yesNo),
        fc.constantFrom('√', '✓', '☑', '1', 'v', '[x]'),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
        fc.boolean(),
        async (pair, tick, answers, grouped) => {
          const labels = ['敞开式办公', '党员服务岗'];
          const rows = labels.map((label, index) => [
            index + 1,
            label,
            ...(answers[index] ? [tick, null] : [null, tick]),
            '备注文字',
          ]);
          const heads = grouped
            ? [
                ['序号', '项目', '自评情况', null, '备注'],
                [null, null, ...pair, null],
              ]
            : [['序号', '项目', ...pair, '备注']];
          const { centers, problems } = await readWith(
            readXlsx,
            plainWorkbook({ 表: [...heads, ...rows] }),
            dictionary,
          );
          const refused = problems.some(found => /^(?:unreadable-value|unknown-)/u.test(found));
          if (refused) return;
          expect(centers[0]?.['hall.open_plan']).toBe(String(answers[0]));
        },
      ),
      { numRuns: runs(25) },
    );
  });
});

/** Labels beside the category that they are of: a name cut short, a field of a record, a term that is there or not. */
const CATEGORIES = [
  {
    name: '办事大厅',
    items: [
      { label: '使用面积', said: '184平方米', fact: 'hall.usable_area', read: '184 m²' },
      { label: '党员服务岗', said: '有', fact: 'hall.party_member_post', read: 'true' },
    ],
  },
  {
    name: '工作台',
    items: [
      { label: '高度', said: '80cm', fact: 'counters[1] 1 counters.height', read: '80 cm' },
      { label: '宽度', said: '60cm', fact: 'counters[1] 1 counters.width', read: '60 cm' },
    ],
  },
  {
    name: '功能区域',
    items: [
      { label: '等候区', said: '有', fact: 'hall.zones', read: 'waiting' },
      { label: '窗口服务区', said: '无', fact: 'hall.zones', read: 'waiting' },
    ],
  },
] as const;

describe('labels beside their category', () => {
  const heads = fc.tuple(
    fc.constantFrom('类别', '项目', '一级指标'),
    fc.constantFrom('检查内容', '具体内容', '二级指标', '指标'),
    fc.constantFrom(...ANSWERS),
  );
  it('are what is asked, however the category is repeated, and with any columns between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...CATEGORIES], { minLength: 1 }),
        fc.option(heads, { nil: undefined }),
        fc.constantFrom('repeated', 'blank', 'merged'),
        fc.boolean(),
        async (categories, head, given, numbered) => {
          const top = head === undefined ? 2 : 1;
          const lead = head !== undefined && numbered ? ['序号'] : [];
          const between = head === undefined ? [] : ['建设标准'];
          const rows = categories.flatMap(({ name, items }) =>
            items.map(({ label, said }, at) => [
              ...lead.map(() => at + 1),
              at === 0 || given === 'repeated' ? name : null,
              label,
              ...between.map(() => '按规定'),
              said,
            ]),
          );
          const first =
            head === undefined
              ? [
                  ['县区', '罗山县'],
                  ['乡镇', '青石坳镇'],
                ]
              : [[...lead, head[0], head[1], ...between, head[2]]];
          const column = lead.length === 0 ? 'A' : 'B';
          const merges = categories.map(
            (_, at) => `<mergeCell ref="${column}${top + 1 + at * 2}:${column}${top + 2 + at * 2}"/>`,
          );
          const merged = given === 'merged' ? `<mergeCells>${merges.join('')}</mergeCells>` : '';
          const bytes = rawWorkbook({ 表: plainSheet([...first, ...rows], merged) });
          const { centers, problems } = await readWith(readXlsx, bytes, dictionary);
          const wanted = categories.flatMap(({ items }) => items.map(({ fact, read }) => [fact, read]));
          const place = head === undefined ? { 'center.county': '罗山县', 'center.township': '青石坳镇' } : {};
          const facts = Object.entries(centers[0] ?? {}).filter(([id]) => id !== 'counters');
          expect([Object.fromEntries(facts), problems]).toEqual([{ ...place, ...Object.fromEntries(wanted) }, []]);
        },
      ),
      { numRuns: runs(30) },
    );
  });
});
