import type { Lang } from '../../src/model/base/text.ts';
import type { Block, Document, FindingWords, LedgerLine, Row } from '../../src/tell/block.ts';

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 2 });

const cell = { file: '表.xlsx', line: 3, column: 4, sheet: '大厅', cell: 'D3' };

const words = (more: Partial<FindingWords> = {}): FindingWords => ({
  ...{ rule: 'hall-area', anchor: 'rule-hall-area', section: { key: 'p/premises', title: '第二条 场地' } },
  ...{ outcome: 'fail', obligation: 'must', binds: '应当', clause: '二(一)', title: '大厅面积', weight: '失 2 分' },
  ...{ waived: false, gist: '差 16 ㎡', place: at(3) },
  details: [
    { kind: 'asked', name: '要求', text: '大厅面积 ≥ 200 ㎡' },
    { kind: 'found', name: '申报', text: '184 ㎡', places: [at(3), cell, at(4, 'b.yaml')] },
    { kind: 'verify', name: '核实', text: '用测距仪实测', spare: true },
    { kind: 'place', name: '位置', text: '', places: [at(3)] },
    { kind: 'remedy', name: '整改', text: '扩建或调整用房' },
  ],
  ...more,
});

const row = (id: string, low: string, high: string, more: Partial<LedgerLine> = {}): LedgerLine => ({
  ...{ kind: 'row', id, anchor: `row-${id}`, clause: id, section: '分项', title: `第${id}项`, low, high, max: '5' },
  ...{ work: { low: [`5 − ${id} = ${low}`], high: [`5 = ${high}`] }, open: low === high ? '' : '有电梯' },
  ...more,
});

const LONG = '这一句话很长，长到一行放不下，要在第二行、第三行接着说（括号里也有字），直到说完 200 ㎡ 为止。';

const stretch = (part: 'earned' | 'open' | 'lost', from: string, to: string) => ({ part, from, to });

const ROWS: readonly Row[] = [
  { kind: 'part', cells: ['第一部分'] },
  {
    anchor: 'r1',
    filter: { frame: 'f1', county: '东县' },
    cells: [
      [{ text: '甲', to: 'rule-hall-area' }, ' ', { text: '小字', soft: true }],
      [LONG, { text: '重', strong: true }, '\n次行'],
      ...(['一 / 二', '短', '12.5', { outcome: 'fail', text: '不符合' }] as const),
      { places: [at(1), at(1), cell, at(2, 'b.yaml')] },
      { bar: [stretch('lost', '0', '100'), stretch('open', '20', '60.5'), stretch('earned', '0', '20')] },
      'e'.repeat(64),
    ],
  },
  {
    cells: [
      [{ text: '乙', href: '东县/乙 中心.html' }],
      ...(['', '', '', '—', { outcome: 'unknown', text: '未定' }, { places: [] }] as const),
      { box: { least: '0', quarter: '20', middle: '50', threeQuarters: '70.5', most: '90', mean: '48.25' } },
      '',
    ],
  },
  { kind: 'gap', cells: ['……中间 3 个从略'] },
  { kind: 'sum', cells: ['合计', '12.5', '共', { places: [at(9)] }, { bar: [] }, ''] },
];

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: '第二条 场地 <b>', anchor: 'section-premises' },
  { kind: 'findings', style: 'whole', items: [words(), words({ outcome: 'unknown', change: '新出现', waived: true })] },
  {
    kind: 'findings',
    style: 'brief',
    items: [
      words({ outcome: 'pass', weight: '', gist: LONG }),
      words({ outcome: 'not-applicable', waived: true, details: [{ kind: 'waived', name: '豁免', text: '在建' }] }),
    ],
  },
  { kind: 'heading', level: 2, text: '次级标题' },
  { kind: 'heading', level: 3, text: 'Third level' },
  { kind: 'paragraph', text: LONG },
  { kind: 'paragraph', text: ['甲 & 乙', { text: '重点', strong: true }, '\n第二行 *星* @人 http://x'], tone: 'soft' },
  { kind: 'paragraph', text: '得分 = 12.5', tone: 'strong' },
  { kind: 'list', items: [LONG, ['一', { text: '二', to: 'r1' }]] },
  { kind: 'list', style: 'names', items: ['甲', '乙'] },
];

const DRAWN: readonly Block[] = [
  { kind: 'ruling', text: '不达标：3 条', outcome: 'fail' },
  { kind: 'ruling', text: '看得分' },
  {
    kind: 'figures',
    figures: [
      { kind: 'score', name: '得分', text: '62.0', reach: '可达 81.5', of: '满分 100' },
      { kind: 'grade', name: '等次', text: 'B 合格' },
    ],
  },
  {
    kind: 'score-bar',
    label: '得分 62，可达 81.5，满分 100',
    points: { low: '62', high: '81.5', max: '100' },
    limits: [{ at: '80', text: 'A 80' }],
    legend: [
      { part: 'earned', name: '已得', figure: '62.0', remark: '' },
      { part: 'open', name: '未定', figure: '19.5', remark: '（2 项未申报）' },
    ],
  },
  {
    kind: 'bars',
    bars: [
      { title: '第二条 场地', figures: '2 分，共 5 分', points: { low: '2', high: '2', max: '5' } },
      { title: '第三条 服务', figures: '1 分，可达 3 分，共 10 分', points: { low: '1', high: '3', max: '10' } },
    ],
  },
  {
    kind: 'histogram',
    label: '分布',
    caption: '每格 25 分',
    bins: [0, 3, 1, 4],
    ticks: [
      { at: '0', text: '0' },
      { at: '50', text: '50' },
      { at: '100', text: '100' },
    ],
    limits: [{ at: '80', text: 'A 80' }],
  },
  {
    kind: 'matrix',
    key: 'f1',
    bands: [
      { title: '第二条 场地', short: '第二条', length: 2 },
      { title: '第三条 服务', short: '第三条', length: 1 },
    ],
    clauses: [
      { title: '二(一)', short: '二(一)', length: 1 },
      { title: '二(二)', short: '二(二)', length: 1 },
      { title: '三', short: '三', length: 1 },
    ],
    columns: [0, 2, 1].map(rule => ({ rule, title: `条款 ${rule}` })),
    rows: [
      {
        ...{ rank: '1', name: [{ text: '甲', href: '甲.html' }], label: '不符合 1', filter: { frame: 'f1', o: 'pFu' } },
        marks: [{ outcome: 'pass', waived: false }, { outcome: 'fail', waived: true }, undefined],
      },
    ],
  },
];

const LEDGER: Block = {
  kind: 'ledger',
  sections: [
    {
      title: '分项（20 分）',
      rows: [row('1', '3', '3'), row('2', '2', '5'), row('3', '', '', { work: { low: ['不计入'], high: ['不计入'] } })],
      subtotal: row('小计', '5', '8', { kind: 'subtotal', work: { low: ['最多 20 分'], high: [] } }),
    },
  ],
  total: row('合计', '5', '8', { kind: 'total', title: '合计', work: { low: ['5'], high: ['8'] } }),
  remarks: [
    { name: '否决', text: '一票否决 <未定>', outcome: 'unknown' },
    { name: '另扣', text: '物业公司 1 分' },
  ],
};

const columns = (['name', 'text', 'clause', 'short', 'figure', 'outcome', 'place', 'drawing', 'digest'] as const).map(
  (kind, index) => ({
    ...{ title: kind === 'drawing' ? '' : `${kind} 栏`, kind, width: 6 + index },
    ...(kind === 'figure' && { outcome: 'pass' as const }),
    ...(kind === 'text' && { spare: true as const }),
  }),
);

/** A document in which everything stands that a document may hold, so that every format has to show it. */
export const specimen = (lang: Lang): Document => ({
  ...{ lang, file: 'a.yaml', kind: '对标审核报告', title: '甲镇便民服务中心 <样例>' },
  head: [
    {
      kind: 'fields',
      rows: [
        { name: '结论', texts: [LONG], outcome: 'fail', strong: true },
        { name: '原文', texts: ['大厅不小于二百平方米。', '又一句。'], quoted: true },
        { name: '文件', texts: [], words: ['a.yaml', `sha256:${'f'.repeat(64)}`] },
        { name: '位置', texts: ['见'], places: Array.from({ length: 10 }, (_, index) => at(index + 1)) },
      ],
    },
    { kind: 'fields', tone: 'soft', rows: [{ name: '说明', texts: ['甲', ['乙', { text: '丙', strong: true }]] }] },
  ],
  chapters: [
    { name: 'blocks', title: '各样段落', blocks: BLOCKS },
    { name: 'drawn', title: '图', blocks: DRAWN },
    {
      name: 'tables',
      title: '表',
      blocks: [
        { kind: 'table', name: 'all', columns, rows: ROWS },
        { kind: 'table', name: 'spaced', caption: '隔开的表', columns: columns.slice(3, 6), rows: [], spaced: true },
      ],
    },
    { name: 'ledger', title: '评分', blocks: [LEDGER] },
    {
      name: 'signatures',
      title: '签字',
      blocks: [{ kind: 'signatures', signers: [{ who: '检查人', when: '日期：' }] }],
    },
    { name: 'untitled', title: '', blocks: [{ kind: 'paragraph', text: '没有标题的一章' }] },
    { name: 'empty', title: '空的一章', blocks: [] },
  ],
});
