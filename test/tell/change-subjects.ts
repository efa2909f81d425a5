import { foldChanges } from '../../src/change/totals.ts';
import type { Lang } from '../../src/model/base/text.ts';
import type { CenterChange } from '../../src/model/result/compared.ts';
import type { RoundsHistory } from '../../src/model/scoring/history.ts';
import type { Document } from '../../src/tell/block.ts';
import { comparisonLists, tellComparison } from '../../src/tell/change/document.ts';
import type { Comparison } from '../../src/tell/change/subject.ts';
import { roundsList, tellRounds } from '../../src/tell/rounds.ts';
import { area, compared, finding, lacking, result } from '../support/kept.ts';
import { SAMPLE_VOCABULARY } from '../support/sample.ts';
import { listed } from './listed.ts';

const named = (name: string, township: string) => ({
  ...{ facts: new Map(), places: new Map(), root: { file: 'a.yaml', line: 1, column: 1 } },
  ...{ path: `${name}.yaml`, sha256: '1'.repeat(64) },
  center: { name, level: 'township' as const, county: '某县', township },
});

const FROM = [
  finding({ rule: 'area', outcome: 'fail', grounds: area('184'), shortfalls: lacking('16') }),
  finding({ rule: 'open', outcome: 'pass' }),
  finding({ rule: 'asked', outcome: 'unknown' }),
];
const TO = [
  finding({ rule: 'area', outcome: 'fail', grounds: area('190'), shortfalls: lacking('10') }),
  finding({ rule: 'open', outcome: 'fail' }),
  finding({ rule: 'asked', outcome: 'pass' }),
  finding({ rule: 'new', outcome: 'pass' }),
];

const changed = (name: string, from = FROM, to = TO, more: Parameters<typeof result>[1] = {}): CenterChange =>
  compared(result(from, { profile: named(name, '甲乡') }), result(to, { profile: named(name, '甲乡'), ...more }));

const onlyIn = (side: 'new' | 'gone', name: string): CenterChange => {
  const { score, ...change } = changed(name, FROM, FROM);
  const kept = side === 'new' ? { to: score.to } : { from: score.from };
  return { ...change, standing: side, score: kept as CenterChange['score'] };
};

const CHANGES: readonly CenterChange[] = [
  changed('甲中心'),
  changed('乙中心', FROM, [...TO.slice(2), ...FROM.slice(0, 2)]),
  changed('丙中心', TO, FROM, { asOf: '2024-06-01', tool: '2.0.0' }),
  changed('丁中心', FROM, FROM),
  changed('戊中心', FROM, TO, { score: undefined as never }),
  { ...changed('己中心'), matched: { by: 'place', name: '己服务中心' } as never },
  onlyIn('new', '庚中心'),
  { ...onlyIn('gone', '辛中心'), rejection: { file: '辛.xlsx', center: '', message: { zh: '打不开', en: 'broken' } } },
];

const subject = (lang: Lang, more: Partial<Comparison> = {}): Comparison => ({
  ...{ lang, of: {}, names: { from: '上半年', to: '下半年' }, single: false, asked: false },
  vocabulary: () => SAMPLE_VOCABULARY,
  ...more,
});

const RUNS = {
  from: {
    counts: { documents: 9, audited: 8, rejected: 1 },
    roster: { expected: 10, missing: 2, absent: 1, unlisted: 0 },
  },
  to: { counts: { documents: 8, audited: 7, rejected: 1 } },
};

/** Two results held against each other, of many centres and of one. */
export const comparison = (lang: Lang): readonly Document[] => {
  const fold = foldChanges();
  for (const change of CHANGES) fold.add(change);
  const all = fold.end(RUNS);
  const centers = CHANGES.map(change => ({ change }));
  const rules = CHANGES.flatMap(change => change.rules.map(rule => ({ change, rule })));
  return [
    tellComparison(all, CHANGES, subject(lang)),
    tellComparison(all, CHANGES.slice(0, 1), subject(lang, { single: true, asked: true })),
    ...comparisonLists(all, { centers, rules, left: 3 }, subject(lang)).map(list => listed(list, lang)),
  ];
};

const lost = (item: string, low: string, high = low) => ({
  ...{ item, title: { zh: item, en: item }, full: '10', floor: '0' },
  ...{ low, high },
});

const round = (low: string, high: string, ...grades: readonly string[]) => ({
  ...{ score: { low, high }, grades, vetoes: [] },
  rows: [lost('牌子', '8')],
});

const HISTORY: RoundsHistory = {
  rounds: [
    { name: '第一轮', asOf: '2024-03-31' },
    { name: '第二轮', asOf: '2024-06-30' },
  ],
  scheme: { id: 'hall', sha256: '2'.repeat(64), title: { zh: '大厅评分', en: 'Hall scorecard' } },
  rule: {
    repeat: { factor: '2', rows: ['牌子'] },
    badRunning: { grades: ['poor'], rounds: 2, consequence: { zh: '约谈', en: 'a talk' } },
    together: 'average',
    year: { grades: [{ id: 'star', label: { zh: '年度优秀', en: 'Star' }, requires: [] }], vetoes: [] },
  },
  grades: [
    { id: 'good', label: { zh: '优秀', en: 'Good' } },
    { id: 'poor', label: { zh: '差', en: 'Poor' } },
  ],
  vetoes: [],
  centres: [
    {
      center: { name: '甲中心', county: '某县', township: '甲乡' },
      pack: 'p',
      rounds: [round('60', '60', 'poor'), round('58', '64', 'poor', 'good')],
      repeats: [{ item: '牌子', title: { zh: '牌子', en: 'Boards' }, rounds: 2, open: true }],
      ...{ extra: { low: '2', high: '4' }, after: { low: '54', high: '62' }, together: { low: '59', high: '62' } },
      badRunning: 'unknown',
      year: { grades: ['star'], vetoes: [], award: 'eligible', missing: 0 },
    },
    {
      center: { name: '乙中心' },
      pack: 'p',
      rounds: [undefined, { grades: [], rows: [], vetoes: [] }],
      repeats: [],
      ...{ extra: { low: '0', high: '0' }, badRunning: 'unmet' },
    },
    {
      center: { name: '丙中心', township: '丙镇' },
      pack: 'p',
      rounds: [round('50', '50', 'poor'), round('52.5', '52.5', 'poor')],
      repeats: [],
      ...{ together: { low: '51.25', high: '51.25' }, badRunning: 'met' },
      year: { grades: [], vetoes: [], award: 'eligible', missing: 1 },
    },
  ],
};

/** Centres over several rounds. */
export const rounds = (lang: Lang): readonly Document[] => [
  tellRounds(HISTORY, false, lang),
  listed(roundsList(HISTORY, lang), lang),
];
