import { describe, expect, it } from 'vitest';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { problemsOf, range, resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';

const HEAD = scorecardHead(10);

const tableOf = (row: string, more = ''): string =>
  `${HEAD}not_checked: leave_out\n${more}sections: [{ id: s, title: 分项, points: 10, items: [{ id: row, clause: 一, title: 项, points: 10, ${row} }] }]\n`;

/** What a row of 10 points comes to. */
const pointsOf = (row: string, profile: string, entries: Readonly<Record<string, string>> = {}): string => {
  const scorecard = scorecardOf(tableOf(row), ROW_VOCABULARY);
  const [item] = resultOf(scorecard, ROW_VOCABULARY, { profile: `{ ${profile} }`, entries }).items;
  return item === undefined ? '' : range(item);
};

const BOTH = '环境整洁: 是, 有电梯: 是';
const TIDY = '环境整洁: 是, 有电梯: 否';
const LIFT = '环境整洁: 否, 有电梯: 是';
const NONE = '环境整洁: 否, 有电梯: 否';

/** One row, and what it comes to where both are so, the one, the other, and none. */
const CHECKS: readonly (readonly [row: string, both: string, tidy: string, lift: string, none: string])[] = [
  ['deduct: { points: 3, if: { hall.tidy: no } }', '10', '10', '7', '7'],
  ['deduct: { points: 3, unless: { hall.tidy: yes } }', '10', '10', '7', '7'],
  ['deduct: { points: 3, if: { hall.tidy: no, hall.lift: no } }', '10', '10', '10', '7'],
  ['deduct: { points: 3, if_any: [{ hall.tidy: no }, { hall.lift: no }] }', '10', '7', '7', '7'],
  ['deduct: { points: 3, if_any: [{ hall.tidy: no }] }', '10', '10', '7', '7'],
  ['deduct: { points: 3, if_all: [{ hall.tidy: no }, { hall.lift: no }] }', '10', '10', '10', '7'],
  ['deduct: { points: 3, unless: [{ hall.tidy: yes }, { hall.lift: yes }] }', '10', '7', '7', '7'],
  ['deduct: { points: all, if: { hall.tidy: no } }', '10', '10', '0', '0'],
  ['award: { points: 3, if: { hall.tidy: yes } }', '3', '3', '0', '0'],
  ['award: { points: 3, unless: { hall.tidy: yes } }', '0', '0', '3', '3'],
  ['award: [{ points: 3, if: { hall.tidy: yes } }, { points: 4, if: { hall.lift: yes } }]', '7', '3', '4', '0'],
  [
    'award: { best_of: [{ points: 3, if: { hall.tidy: yes } }, { points: 4, if: { hall.lift: yes } }] }',
    '4',
    '3',
    '4',
    '0',
  ],
  [
    'award: { group: [{ points: 3, if: { hall.tidy: yes } }, { points: 4, if: { hall.lift: yes } }], cap: 5 }',
    '5',
    '3',
    '4',
    '0',
  ],
  [
    'award: { options: [{ if: { hall.tidy: yes }, points: 5 }, { if: { hall.lift: yes }, points: 3 }], otherwise: 1 }',
    '5',
    '5',
    '3',
    '1',
  ],
  ['award: { base: 2 }', '2', '2', '2', '2'],
  ['deduct: { points: 3, if: { hall.tidy: no }, only_if: { hall.lift: yes } }', '10', '10', '7', '10'],
  ['deduct: { points: 3, if: { hall.tidy: no }, excused_if: { hall.lift: yes } }', '10', '10', '10', '7'],
  ['zero_if: { hall.tidy: no }, deduct: { points: 3, if: { hall.lift: no } }', '10', '7', '0', '0'],
  ['deduct: { each: { failed: [{ hall.tidy: yes }, { hall.lift: yes }] }, points: 2 }', '10', '8', '8', '6'],
  ['award: { each: { met: [{ hall.tidy: yes }, { hall.lift: yes }] }, points: 2 }', '4', '2', '2', '0'],
  [
    'award: { each: { met: [{ title: 整洁, check: { hall.tidy: yes } }, { hall.lift: yes }] }, points: 2 }',
    '4',
    '2',
    '2',
    '0',
  ],
];

describe('a step by what is so', () => {
  it.each(CHECKS)('%s', (row, both, tidy, lift, none) => {
    expect([BOTH, TIDY, LIFT, NONE].map(profile => pointsOf(row, profile))).toEqual([both, tidy, lift, none]);
  });
});

const PROBLEMS =
  '问题清单: [{ 问题名称: 甲, 事由: 一, 查出级别: 县级, 情节严重: 是, 缺岗天数: 2 }, { 问题名称: 甲, 事由: 一, 查出级别: 市级, 情节严重: 否, 缺岗天数: 3 }, { 问题名称: 乙, 事由: 二, 查出级别: 省级, 情节严重: 是, 缺岗天数: 4 }]';

/** What is counted of a centre, and what it costs or gives. */
const COUNTED: readonly (readonly [row: string, profile: string, points: string])[] = [
  ['deduct: { each: hall.staff, points: 1 }', '工作人员数: 3', '7'],
  ['deduct: { each: { fact: hall.staff, short_of: 5 }, points: 1 }', '工作人员数: 3', '8'],
  ['deduct: { each: { fact: hall.staff, short_of: 5 }, points: 1 }', '工作人员数: 5', '10'],
  ['deduct: { each: { fact: hall.staff, beyond: 2 }, points: 1 }', '工作人员数: 5', '7'],
  ['deduct: { each: { fact: hall.staff, beyond: 2, plausible: 4 }, points: 1 }', '工作人员数: 3', '9'],
  [
    'deduct: { each: { fact: hall.staff, short_of: { fact: hall.windows } }, points: 1 }',
    '工作人员数: 3, 窗口数: 5',
    '8',
  ],
  [
    'deduct: { each: { fact: hall.staff, short_of: { fact: hall.windows, times: 2 } }, points: 1 }',
    '工作人员数: 3, 窗口数: 4',
    '5',
  ],
  ['deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 10 m², steps: full, points: 1 }', '大厅面积: 175', '8'],
  [
    'deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 10 m², steps: started, points: 1 }',
    '大厅面积: 175',
    '7',
  ],
  [
    'deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 10 m², steps: pro_rata, points: 1 }',
    '大厅面积: 175',
    '7.5',
  ],
  ['deduct: { each: { fact: hall.area, short_of: 0.3 亩 }, per: 10 m², steps: full, points: 1 }', '大厅面积: 175', '8'],
  ['deduct: { each: hall.staff, points: 1, then: [{ after: 2, points: 2, applies: further }] }', '工作人员数: 4', '4'],
  ['deduct: { each: hall.staff, points: 1, then: [{ after: 2, points: 2, applies: all }] }', '工作人员数: 4', '2'],
  ['deduct: { each: hall.staff, points: 1, then: [{ after: 2, points: 2, applies: all }] }', '工作人员数: 2', '8'],
  ['deduct: { each: { missing: hall.notices, of: all }, points: 1 }', '公示内容: 办理事项', '7'],
  ['deduct: { each: { missing: hall.notices, of: [办理事项, 收费标准] }, points: 1 }', '公示内容: 办理事项', '9'],
  ['award: { each: { present: hall.notices, of: all }, points: 1 }', '公示内容: 办理事项、办理流程', '2'],
  ['award: { each: { present: hall.notices, of: [收费标准, 收费标准] }, points: 1 }', '公示内容: 收费标准', '1'],
  ['award: { share_of: hall.rate, points: 10 }', '满意率: 85%', '8.5'],
  ['award: { share_of: { rate: hall.staff, of: hall.windows }, points: 10 }', '工作人员数: 3, 窗口数: 4', '7.5'],
  [
    'deduct: { each: { ratio: hall.handled, to: hall.staff, beyond: 10 }, per: 1, steps: full, points: 1 }',
    '办件数: 36, 工作人员数: 3',
    '8',
  ],
  [
    'award: { tiers: hall.staff, bands: [{ at_least: 5, points: 8 }, { between: [3, 4], points: 5 }, { less_than: 3, points: 1 }] }',
    '工作人员数: 5',
    '8',
  ],
  [
    'award: { tiers: hall.staff, bands: [{ at_least: 5, points: 8 }, { between: [3, 4], points: 5 }, { less_than: 3, points: 1 }] }',
    '工作人员数: 4',
    '5',
  ],
  [
    'award: { tiers: hall.staff, bands: [{ at_least: 5, points: 8 }, { between: [3, 4], points: 5 }, { less_than: 3, points: 1 }] }',
    '工作人员数: 2',
    '1',
  ],
  [
    'award: { tiers: hall.staff, bands: [{ more_than: 5, points: 8 }, { at_most: 5, points: 1 }] }',
    '工作人员数: 5',
    '1',
  ],
  ['deduct: { each: { count: problems }, points: 1 }', PROBLEMS, '7'],
  ['deduct: { each: { count: problems, where: { serious: yes } }, points: 1 }', PROBLEMS, '8'],
  [
    'deduct: { each: { count: problems, sample: { size: 6, when_short: scale } }, per: 1, steps: full, points: 1 }',
    PROBLEMS,
    '4',
  ],
  ['deduct: { each: { count: problems, sample: { size: 6, when_short: as_is } }, points: 1 }', PROBLEMS, '7'],
  ['deduct: { each: { sum: problems, of: days }, per: 1 天, steps: full, points: 1 }', PROBLEMS, '1'],
  [
    'deduct: { each: { sum: problems, of: days, where: { serious: no } }, per: 1 天, steps: full, points: 1 }',
    PROBLEMS,
    '7',
  ],
  ['deduct: { for_each: problems, points: 1 }', PROBLEMS, '7'],
  ['deduct: { for_each: problems, where: { serious: yes }, points: 1 }', PROBLEMS, '8'],
  ['deduct: { for_each: problems, once_per: matter, points: 1 }', PROBLEMS, '8'],
  ['deduct: { for_each: problems, points_by: level, prices: { 省级: 3, 市级: 2 }, otherwise: 1 }', PROBLEMS, '4'],
  [
    'deduct: { for_each: problems, points_by: level, prices: { 省级: 3, 市级: 2 }, otherwise: 1, cap_each: 2 }',
    PROBLEMS,
    '5',
  ],
  ['deduct: { for_each: problems, points: 1, again: { after: 1, times: 2 } }', PROBLEMS, '5'],
  ['deduct: { for_each: problems, points: 1, again: { after: 1, times: 2, same: name } }', PROBLEMS, '6'],
  ['deduct: { for_each: problems, points: 2, cap_per: { field: name, points: 3 } }', PROBLEMS, '5'],
  ['deduct: { for_each: problems, points: 2, cap: 3 }', PROBLEMS, '7'],
  ['deduct: { for_each: problems, each: days, per: 1 天, steps: full, points: 1 }', PROBLEMS, '1'],
  ['deduct: { each: { late: hall.reported, due: 2024-03-31, in: days }, points: 1 }', '报送日期: 2024-04-03', '7'],
  ['deduct: { each: { late: hall.reported, due: 2024-03-31, in: days }, points: 1 }', '报送日期: 2024-03-30', '10'],
  ['start: 4, deduct: { points: 1, if: { hall.tidy: no } }', NONE, '3'],
  [
    'start: full, award: { points: 1, if: { hall.lift: yes } }, deduct: { points: 2, if: { hall.tidy: no } }',
    LIFT,
    '9',
  ],
  ['start: 0, award: { points: 9, if: { hall.lift: yes } }, deduct: { points: 2, if: { hall.tidy: no } }', LIFT, '7'],
  ['floor: -2, deduct: { points: 15, if: { hall.tidy: no } }', NONE, '-2'],
  ['floor: none, deduct: { points: 15, if: { hall.tidy: no } }', NONE, '-5'],
  ['floor: 3, deduct: { points: 15, if: { hall.tidy: no } }', NONE, '3'],
  ['cap: 2, award: { points: 4, if: { hall.lift: yes } }', LIFT, '2'],
  ['cap: none, award: { points: 14, if: { hall.lift: yes } }', LIFT, '14'],
];

describe('a step by what is counted', () => {
  it.each(COUNTED)('%s of %s', (row, profile, points) => {
    expect(pointsOf(row, profile)).toBe(points);
  });
});

describe('a step by what an inspector fills in', () => {
  it.each([
    ['deduct: { each: { tally: 脱岗, counter: 人次 }, points: 2 }', '3', '4'],
    ['deduct: { each: { tally: 脱岗, step: 0.5 }, per: 0.5, steps: full, points: 1 }', '1.5', '7'],
    ['award: { entered: { range: [0, 5] } }', '4', '4'],
    ['award: { entered: { range: [0, all], step: 0.5 } }', '9.5', '9.5'],
    ['deduct: { entered: { range: [0, 5] } }', '4', '6'],
  ])('%s: %s', (row, value, points) => {
    expect(pointsOf(row, '大厅名称: 样例', { row: value })).toBe(points);
  });
});

/** Grades and vetoes of several rounds, and what is refused of them. */
const YEARS: readonly (readonly [history: string, told: string])[] = [
  ['together: sum, grades: [{ id: X, label: 好, at_least: 20 }, { id: Y, label: 差 }]', ''],
  ['grades: [{ id: X, label: 好, at_least: 20 }, { id: Y, label: 差 }]', 'shape'],
  ['together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A, rounds: 2 }] }, { id: Y, label: 差 }]', ''],
  ['together: sum, grades: [{ id: X, label: 好, requires: [{ vetoed: v, rounds: 1 }] }, { id: Y, label: 差 }]', ''],
  [
    'together: sum, grades: [{ id: X, label: 好, requires: [{ vetoed: A, rounds: 1 }] }, { id: Y, label: 差 }]',
    'unknown-name',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好, requires: [{ graded: v, rounds: 1 }] }, { id: Y, label: 差 }]',
    'unknown-name',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A, vetoed: v, rounds: 1 }] }, { id: Y, label: 差 }]',
    'year-asks',
  ],
  ['together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A }] }, { id: Y, label: 差 }]', 'year-asks'],
  ['together: sum, grades: [{ id: X, label: 好, requires: [{ rounds: 2 }] }, { id: Y, label: 差 }]', 'year-asks'],
  [
    'together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A, rounds: 0 }] }, { id: Y, label: 差 }]',
    'year-asks',
  ],
  ['together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A, rounds: 99 }] }, { id: Y, label: 差 }]', ''],
  [
    'together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A, rounds: 100 }] }, { id: Y, label: 差 }]',
    'year-asks',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好, requires: [{ graded: A, rounds: 1.5 }] }, { id: Y, label: 差 }]',
    'year-asks',
  ],
  ['together: average, grades: [{ id: X, label: 好, requires: [{ rank: { first: 3 } }] }, { id: Y, label: 差 }]', ''],
  [
    'together: average, grades: [{ id: X, label: 好, requires: [{ rank: { first: 3, among: class } }] }, { id: Y, label: 差 }]',
    'year-class',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好 }, { id: Y, label: 差 }], vetoes: [{ id: w, title: 两次, graded: B, rounds: 2, effect: { grade: Y } }]',
    '',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好 }, { id: Y, label: 差 }], vetoes: [{ id: w, title: 两次, graded: B, rounds: 2, effect: { grade: A } }]',
    'grades-order unknown-name',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好, at_least: 20 }, { id: Y, label: 差 }], vetoes: [{ id: w, title: 两次, graded: B, rounds: 2, effect: zero }]',
    'rank-alone',
  ],
  [
    'together: sum, grades: [{ id: X, label: 好, at_least: 20 }, { id: Y, label: 差 }], vetoes: [{ id: w, title: 两次, graded: B, rounds: 2, effect: bar_award }]',
    '',
  ],
  ['bad_running: { grades: [B], rounds: 2, consequence: 约谈 }', ''],
  ['bad_running: { grades: [X], rounds: 2, consequence: 约谈 }', 'unknown-name'],
  ['bad_running: { grades: [B], rounds: 1, consequence: 约谈 }', 'shape'],
  ['repeat: { factor: 2 }', ''],
  ['repeat: { factor: 1 }', 'shape'],
  ['repeat: { factor: 100, in: [row] }', ''],
  ['repeat: { factor: 101 }', 'shape'],
  ['repeat: { factor: 2, in: [x] }', 'unknown-name'],
  ['repeat: { factor: 2, in: [] }', 'shape'],
];

describe('several rounds', () => {
  it.each(YEARS)('%s', (history, expected) => {
    const grades = 'grades: [{ id: A, label: 好, at_least: 5 }, { id: B, label: 差 }]\n';
    const veto = 'vetoes: [{ id: v, title: 否决, if: { hall.alarm: no }, effect: zero }]\n';
    const text = tableOf('deduct: { points: 3, if: { hall.tidy: no } }', `${grades}${veto}history: { ${history} }\n`);
    const said = problemsOf(text, ROW_VOCABULARY).map(one => (one.code === 'bad-scorecard' ? one.defect : one.code));
    expect(said.join(' ')).toBe(expected);
  });

  it('are told at the later of two vetoes of one name, whatever stands before them', () => {
    const veto = (id: string, rounds: number) =>
      `\n    - { id: ${id}, title: 几次, graded: B, rounds: ${rounds}, effect: bar_award }`;
    const text = `${tableOf('deduct: { points: 3, if: { hall.tidy: no } }', 'grades: [{ id: A, label: 好, at_least: 5 }, { id: B, label: 差 }]\n')}history:
  together: sum
  vetoes:${veto('u', 0)}${veto('v', 1)}${veto('v', 2)}
`;
    const found = problemsOf(text, ROW_VOCABULARY).map(({ code, location }) => [
      code,
      'line' in location ? location.line : 0,
    ]);
    const last = text.trimEnd().split('\n').length;
    expect(found).toEqual([
      ['bad-scorecard', last - 2],
      ['duplicate-id', last],
    ]);
  });
});

describe('what has a price of its own is called', () => {
  it.each([
    ['省级', { zh: '省级', en: 'Province' }],
    ['city', { zh: '市级', en: 'City' }],
    ['County', { zh: 'County', en: 'County' }],
  ])('%s', (written, title) => {
    const row = `award: { for_each: problems, points_by: level, prices: { ${written}: 3 }, otherwise: 1 }`;
    const [item] = scorecardOf(tableOf(row), ROW_VOCABULARY).forms[0]?.sections[0]?.items ?? [];
    expect(item?.steps).toMatchObject([{ amount: { records: { amount: { options: [{ points: '3', title }] } } } }]);
  });
});
