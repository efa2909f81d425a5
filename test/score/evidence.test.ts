import { describe, expect, it } from 'vitest';
import { range, resultOf, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY, ROWS } from './rows.ts';

const scorecard = (row: string, evidence: string, more = '') =>
  scorecardOf(
    `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: 30
places: 2
rounding: down
floor: 0
item_floor: 0
not_checked: leave_out
evidence: { undeclared: open }
calendar: { covers: 2024-01-01..2024-12-31, holidays: [], workdays: [] }
${more}
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 30, items: [
      { id: row, clause: 一, title: { zh: 项目, en: Row }, evidence: ${evidence}, ${row} } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 20 }, { id: B, label: { zh: 差, en: Poor } }]
`,
    ROW_VOCABULARY,
  );

const scored = (row: string, evidence: string, profile: string, more = '', asOf?: string): string => {
  const [found] = resultOf(scorecard(ROWS[row] ?? row, evidence, more), ROW_VOCABULARY, {
    profile: `大厅名称: 样例\n${profile}`,
    ...(asOf && { asOf }),
  }).items;
  if (found === undefined) throw new Error('no row');
  const left = found.low.excluded && found.high.excluded ? '不计入' : range(found);
  return found.mayLeave && left !== '不计入' ? `${left} 或不计入` : left;
};

const BANDED =
  'points: 10, award: { best_of: [{ tiers: hall.rate, bands: [{ at_least: 90%, points: 10 }, { less_than: 90%, points: 4 }] }, { points: 2, if: { hall.lift: yes } }] }';
const IN_TURN = 'points: 10, award: [{ share_of: hall.rate, points: 5 }, { points: 5, if: { hall.lift: yes } }]';
const OPTED =
  'points: 10, award: { best_of: [{ options: [{ points: 5, if: { hall.tidy: yes } }], otherwise: 3 }, { points: 2, if: { hall.lift: yes } }] }';

/** Rows, what a profile says of their fact, how the row treats that, and what it scores. */
const TREATED: readonly (readonly [row: string, profile: string, evidence: string, points: string])[] = [
  // 按档得分：10、6、1
  ['rate', '满意率: 未发生', '{ did_not_occur: open }', '1..10'],
  ['rate', '满意率: 未发生', '{ did_not_occur: zero }', '0'],
  ['rate', '满意率: 未发生', '{ did_not_occur: full }', '10'],
  ['rate', '满意率: 未发生', '{ did_not_occur: no_effect }', '0'],
  ['rate', '满意率: 未发生', '{ did_not_occur: not_checked }', '不计入'],
  ['rate', '满意率: 未发生', '{ did_not_occur: peers }', '0..10'],
  ['rate', '满意率: 不适用', '{ did_not_occur: zero }', '1..10'],
  ['rate', '满意率: 不适用', '{ not_applicable: full }', '10'],
  // 没有填：哪种情况都可能
  ['rate', '', '{ undeclared: open }', '1..10'],
  ['rate', '', '{ undeclared: zero }', '0..10'],
  ['rate', '', '{ did_not_occur: full }', '1..10'],
  ['rate', '', '{ not_applicable: zero }', '0..10'],
  ['rate', '', '{ not_applicable: not_checked }', '1..10 或不计入'],
  // 扣分：6 分，每低 1 个百分点 0.5
  ['rate-steps', '满意率: 未发生', '{ did_not_occur: no_effect }', '6'],
  ['rate-steps', '满意率: 未发生', '{ did_not_occur: open }', '0..6'],
  ['rate-steps', '', '{ undeclared: zero }', '0..6'],
  // 是否：2 分
  ['tidy', '环境整洁: 不适用', '{ not_applicable: no_effect }', '2'],
  ['options', '工作人员数: 不适用\n有电梯: 是', '{ not_applicable: no_effect }', '0'],
  ['options', '工作人员数: 不适用', '{ not_applicable: no_effect }', '0'],
  ['options', '工作人员数: 3\n有电梯: 不适用', '{ not_applicable: no_effect }', '0'],
  ['tidy', '环境整洁: 不适用', '{ not_applicable: zero }', '0'],
  ['tidy', '环境整洁: 不适用', '{ not_applicable: open }', '0..2'],
  ['tidy', '环境整洁: 未发生', '{ not_applicable: zero }', '0..2'],
  // 没有可数的
  ['problem-rate', '问题清单: 无', '{ nothing_to_measure: zero }', '0'],
  ['problem-rate', '问题清单: 无', '{ nothing_to_measure: full }', '5'],
  ['problem-rate', '问题清单: 无', '{ nothing_to_measure: open }', '0..5'],
  ['problem-rate', '问题清单: 无', '{ nothing_to_measure: peers }', '0..5'],
  ['served', '工作人员数: 0\n窗口数: 0', '{ nothing_to_measure: full }', '5'],
  ['problems', '问题清单: 无', '{ nothing_to_measure: zero }', '0'],
  ['problems', '问题清单: 无', '{ nothing_to_measure: open }', '6'],
  ['problems', '问题清单: [{ 问题名称: 甲, 情节严重: 否 }]', '{ nothing_to_measure: zero }', '6'],
  ['levels', '问题清单: 无', '{ nothing_to_measure: zero }', '0'],
  ['levels', '问题清单: 未发生', '{ did_not_occur: no_effect }', '8'],
  ['levels', '', '{ did_not_occur: no_effect }', '0..8'],
  // 几条逐一核对：不适用的一条不计，全都不适用才按本行
  ['checks', '环境整洁: 不适用\n消防设施完好: 否\n工作人员数: 5', '{ not_applicable: zero }', '3'],
  ['checks', '环境整洁: 不适用\n消防设施完好: 不适用\n工作人员数: 不适用', '{ not_applicable: zero }', '0'],
  ['checks', '环境整洁: 不适用\n消防设施完好: 否\n工作人员数: 5', '{ not_applicable: open }', '2..3'],
  // 条件不成立就是不适用
  ['conditional', '有电梯: 否', '{ not_applicable: full }', '3'],
  ['conditional', '有电梯: 否', '{ not_applicable: not_checked }', '不计入'],
  ['conditional', '有电梯: 是\n消防设施完好: 否', '{ not_applicable: full }', '1'],
  ['conditional', '消防设施完好: 否', '{ not_applicable: full }', '1..3'],
  // 取高：有一种算得出就够
  ['best-of', '有电梯: 不适用\n工作人员数: 8\n满意率: 50%', '{ not_applicable: zero }', '4'],
  ['best-of', '有电梯: 不适用\n工作人员数: 不适用\n满意率: 不适用', '{ not_applicable: zero }', '0'],
  // 取高：有一种可能算不出，就可能只得别的
  [BANDED, '有电梯: 否', '{ undeclared: open }', '4..10'],
  [BANDED, '有电梯: 否', '{ not_applicable: zero }', '0..10'],
  [BANDED, '有电梯: 是', '{ not_applicable: zero }', '2..10'],
  [OPTED, '有电梯: 否', '{ undeclared: open }', '3..5'],
  [OPTED, '有电梯: 否', '{ did_not_occur: zero }', '0..5'],
  // 几步之中，先有一步定了，后面的不再问
  [IN_TURN, '满意率: 未发生\n有电梯: 不适用', '{ did_not_occur: zero, not_applicable: full }', '0'],
  [IN_TURN, '满意率: 60%\n有电梯: 不适用', '{ did_not_occur: zero, not_applicable: full }', '10'],
  // 归零的条件先于其他
  ['zero-out', '消防设施完好: 否\n环境整洁: 不适用', '{ not_applicable: full }', '0'],
];

describe('a row without a figure', () => {
  it.each(TREATED)('%s, %s under %s scores %s', (row, profile, evidence, points) => {
    expect(scored(row, evidence, profile)).toBe(points);
  });

  it('scores nothing for good once the day is past until which material could be handed in', () => {
    const until = 'evidence_until: 2024-12-10';
    expect(scored('rate', '{ undeclared: zero }', '', until, '2024-12-10')).toBe('0..10');
    expect(scored('rate', '{ undeclared: zero }', '', until, '2024-12-11')).toBe('0');
    expect(scored('rate', '{ undeclared: open }', '', until, '2024-12-11')).toBe('1..10');
  });

  it('says why', () => {
    const until = scorecard(ROWS.rate ?? '', '{ undeclared: zero }', 'evidence_until: 2024-12-10');
    const [row] = resultOf(until, ROW_VOCABULARY, { profile: '大厅名称: 样例', asOf: '2024-12-11' }).items;
    expect(row?.low.treated).toEqual({ state: 'undeclared', treatment: 'zero' });
    expect(row?.gaps).toEqual([]);
  });

  it('takes no explanation for none once the day is past', () => {
    const until = 'evidence_until: 2024-12-10';
    expect(scored('excused', '{ undeclared: zero }', '环境整洁: 否', until, '2024-12-10')).toBe('0..5');
    expect(scored('excused', '{ undeclared: zero }', '环境整洁: 否', until, '2024-12-11')).toBe('0');
    expect(scored('excused', '{ undeclared: zero }', '环境整洁: 否\n情况说明: 已说明', until, '2024-12-11')).toBe('5');
  });
});
