import { describe, expect, it } from 'vitest';
import { planRoute } from '../../src/score/plan/route.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';
import { foundOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { effortOf } from './effort.ts';
import { ROW_VOCABULARY, ROWS } from './rows.ts';

const scorecard = (row: string, good: number) =>
  scorecardOf(
    `${scorecardHead(20)}sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 20, items: [
      { id: row, clause: 一, title: { zh: 项目, en: Row }, ${ROWS[row]} } ] }
grades:
  - { id: best, label: { zh: 优, en: Best }, at_least: 19 }
  - { id: good, label: { zh: 好, en: Good }, at_least: ${good} }
  - { id: poor, label: { zh: 差, en: Poor } }
`,
    ROW_VOCABULARY,
  );

/** What the next grade takes, from what to what, and how. */
const told = (row: string, profile: string, good: number): string => {
  const found = foundOf(scorecard(row, good), ROW_VOCABULARY, { profile });
  const result = weighScorecard(found);
  const { route } = planRoute(found, result);
  if (route.kind !== 'fixes') return route.kind;
  const steps = route.fixes.map(fix => {
    const things = (fix.things ?? []).flatMap(thing => ('key' in thing ? thing.key : []));
    return [fix.kind, ...(fix.count === undefined ? [] : [fix.count]), ...things].join(' ');
  });
  return `${effortOf(route.fixes)}: ${result.low.points} → ${route.after}: ${steps.join(', ')}`;
};

const listed = (...records: readonly string[]): string => `问题清单: [${records.map(one => `{ ${one} }`).join(', ')}]`;

const THREE = listed('问题名称: 甲, 查出级别: 省级', '问题名称: 乙, 查出级别: 县级', '问题名称: 丙, 查出级别: 市级');

const TWO_MATTERS = listed(
  '问题名称: 甲, 事由: 收费, 查出级别: 省级',
  '问题名称: 乙, 事由: 收费, 查出级别: 县级',
  '问题名称: 丙, 事由: 脱岗, 查出级别: 市级',
);

const SERIOUS = listed('问题名称: 甲, 情节严重: 是', '问题名称: 乙, 情节严重: 是');

/** A row, what is said, the points of the next grade; then what it takes, from what to what, and how. */
const ROUTES: readonly (readonly [row: string, profile: string, good: number, route: string])[] = [
  // 一条一条整改，先改扣得最多的
  ['levels', THREE, 5, '1: 2 → 5: record 1 甲'],
  ['levels', THREE, 7, '2: 2 → 7: record 2 甲 丙'],
  ['levels', THREE, 8, '3: 2 → 8: record 3 甲 乙 丙'],
  // 同一事由的一起改，算一件
  ['by-matter', TWO_MATTERS, 6, '1: 3 → 6: record 1 甲 乙'],
  ['by-matter', TWO_MATTERS, 8, '2: 3 → 8: record 2 甲 乙 丙'],
  ['matters', TWO_MATTERS, 8, 'out-of-reach'],
  ['problems', SERIOUS, 4, '1: 2 → 4: fewer 1 甲 乙'],
  ['problems', SERIOUS, 6, '2: 2 → 6: fewer 2 甲 乙'],
  // 合计封顶 3 分：1 + 3，先改一项不见效
  ['group', '{ 环境整洁: 否, 公示内容: [办理事项] }', 4, '2: 3 → 4: fewer 2'],
  ['group', '{ 环境整洁: 否, 公示内容: [办理事项] }', 5, '3: 3 → 5: fewer 3'],
  ['group', '{ 环境整洁: 否, 公示内容: [办理事项] }', 6, '4: 3 → 6: do, fewer 3'],
  ['group', '环境整洁: 否', 6, '2: 3 → 6: do, declare'],
  ['area', '大厅面积: 180', 4.5, '1: 4 → 4.5: fewer 1'],
  ['area', '大厅面积: 180', 5, '2: 4 → 5: fewer 2'],
  ['area', '大厅名称: 样例', 5, '1: 0 → 5: declare'],
  ['notices', '公示内容: 办理事项', 2, '2: 0.9 → 2.3: fewer 2'],
  ['notices-held', '公示内容: 无', 2, '1: 0 → 2: more 1'],
  ['notices-held', '公示内容: 无', 4, '2: 0 → 4: more 2'],
  ['rate', '满意率: 70%', 6, '1: 1 → 6: band 1'],
  ['rate', '满意率: 70%', 10, '2: 1 → 10: band 2'],
  ['rate-steps', '满意率: 93%', 6, '2: 5 → 6: fewer 2'],
  ['rate-share', '满意率: 50%', 7, '1: 3.5 → 7: do'],
  ['any-of', '{ 环境整洁: 否, 有电梯: 无 }', 3, '1: 1.5 → 3: do'],
  ['options', '{ 工作人员数: 5, 有电梯: 无 }', 3, '1: 1 → 3: option 1'],
  ['options', '{ 工作人员数: 5, 有电梯: 无 }', 5, '2: 1 → 5: option 2'],
  ['best-of', '{ 有电梯: 无, 工作人员数: 2, 满意率: 30% }', 4, '1: 1.8 → 6: do'],
  ['checks', '{ 环境整洁: 否, 消防设施完好: 否, 工作人员数: 2 }', 3, '2: 1 → 3: fewer 2'],
  ['zero-out', '{ 消防设施完好: 否, 环境整洁: 否 }', 5, '1: 0 → 5: clear'],
  ['zero-out', '{ 消防设施完好: 否, 环境整洁: 否 }', 6, '2: 0 → 6: clear, do'],
  ['both', '{ 公示内容: 无, 消防设施完好: 否 }', 7, '2: 3 → 8: more 1, do'],
  ['excused', '环境整洁: 否', 5, '1: 0 → 5: declare'],
];

describe('the way to the next grade', () => {
  it.each(ROUTES)('of %s, %s, at %s is %s', (row, profile, good, route) => {
    expect(told(row, profile, good)).toBe(route);
  });

  it.each([
    [2, '1: 0 → 2: do'],
    [0, 'out-of-reach'],
  ])('of a tidy row at %s is %s', (good, route) => {
    expect(told('tidy', '环境整洁: 否', good)).toBe(route);
  });
});
