import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../src/model/base/exact.ts';
import type { RoundResult } from '../../src/model/scoring/history.ts';
import type { ScorecardResult } from '../../src/model/scoring/points.ts';
import { afterRepeats, badRunning, repeatLosses, repeats } from '../../src/score/history.ts';
import { average, percentOf, sum } from '../../src/score/many.ts';
import { resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY, ROWS } from './rows.ts';

const settled = (id: string, score: string) => ({ id, low: score, high: score });
const RULES = { places: 2, rounding: 'half_up' } as const;

describe('over many centres', () => {
  it('averages and adds, as by hand', () => {
    const scores = [settled('甲', '90'), { id: '乙', low: '80', high: '85' }];
    expect(average(scores, RULES)).toEqual({ low: '85', high: '87.5' }); // (90 + 80) ÷ 2；(90 + 85) ÷ 2
    expect(average([], RULES)).toBeUndefined();
    expect(sum(scores)).toEqual({ low: '170', high: '175' });
    expect(decimalOf(percentOf(3, 12))).toBe('25');
  });
});

const SCORECARD = scorecardOf(
  `${scorecardHead(11)}sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 11, items: [
      { id: area, clause: 一, title: { zh: 面积, en: Area }, ${ROWS.area} },
      { id: tidy, clause: 二, title: { zh: 整洁, en: Tidy }, ${ROWS.tidy} },
      { id: rude, clause: 三, title: { zh: 态度, en: Manner }, ${ROWS.rude} } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 8 }, { id: B, label: { zh: 差, en: Poor } }]
`,
  ROW_VOCABULARY,
);

const roundOf = ({ items, low, high, grade }: ScorecardResult): RoundResult => ({
  score: { low: low.points, high: high.points },
  grades: grade.candidates.map(({ id }) => id),
  rows: items.map(row => ({
    item: row.item,
    title: row.title,
    full: row.max,
    low: row.low.points,
    high: row.high.points,
    floor: '0',
  })),
  vetoes: [],
});

const year = (area: string, tidy: string, rude: number | undefined): RoundResult =>
  roundOf(
    resultOf(SCORECARD, ROW_VOCABULARY, {
      profile: `大厅面积: ${area}\n环境整洁: ${tidy}`,
      ...(rude !== undefined && { entries: { rude } }),
    }),
  );

describe('over several rounds of one centre', () => {
  // 面积每差 10 平方米 0.5；整洁 2；态度每人次 0.5
  const rounds = [year('180', '否', 0), year('190', '否', 2), year('190', '是', 1)];

  it('finds what is lost again', () => {
    expect(repeats(rounds)).toMatchObject([
      { item: 'area', rounds: 3, open: false },
      { item: 'rude', rounds: 2, open: false },
    ]);
  });

  it('says that a row may be lost again while it is open', () => {
    expect(repeats([year('200', '是', 1), year('200', '是', undefined)])).toEqual([]);
    expect(repeats([year('200', '是', undefined), year('200', '是', 1)])).toMatchObject([
      { item: 'rude', rounds: 1, open: true },
    ]);
  });

  const RANGE = { low: '10', high: '10' };

  it('doubles what is lost again', () => {
    // 今年 11 − 0.5 − 0.5 = 10，两项都是再犯，各再扣 0.5
    const losses = repeatLosses([rounds[1], rounds[2]], { factor: '2' });
    expect(losses).toEqual([
      { item: 'area', low: '0.5', high: '0.5' },
      { item: 'rude', low: '0.5', high: '0.5' },
    ]);
    expect(afterRepeats(RANGE, losses, '0')).toEqual({
      extra: { low: '1', high: '1' },
      after: { low: '9', high: '9' },
    });
    expect(repeatLosses([rounds[1], rounds[2]], { factor: '2', rows: ['rude'] })).toHaveLength(1);
    expect(repeatLosses([undefined, rounds[2]], { factor: '2' })).toEqual([]);
  });

  it('takes no more for repeating than the row has left, and keeps to the range while it is open', () => {
    // 面积差 60 平方米，扣 3 分，5 分的项目还剩 2 分：再扣 3 分只够扣 2 分
    const [before, now] = [year('140', '是', 0), year('140', '是', 0)];
    expect(repeatLosses([before, now], { factor: '2' })).toEqual([{ item: 'area', low: '2', high: '2' }]);
    // 态度没有核查：最多 4 分扣完，再没有可扣的；一次没有，就不再扣
    const open = year('200', '是', undefined);
    expect(repeatLosses([year('200', '是', 1), open], { factor: '2' })).toEqual([
      { item: 'rude', low: '0', high: '0' },
    ]);
    expect(afterRepeats({ low: '1', high: '3' }, [{ item: 'x', low: '2', high: '0' }], '0')).toEqual({
      extra: { low: '0', high: '2' },
      after: { low: '0', high: '3' },
    });
  });

  it('counts bad years running', () => {
    const bad = year('5', '否', 4);
    const open = year('180', '否', undefined);
    const rule = { grades: ['B'], rounds: 2 } as const;
    expect(bad.grades).toEqual(['B']);
    expect(badRunning([bad, bad], rule)).toBe('met');
    expect(badRunning([bad, rounds[0]], rule)).toBe('unmet');
    expect(badRunning([bad], rule)).toBe('unmet');
    expect(badRunning([bad, undefined], rule)).toBe('unmet');
    expect(open.grades).toEqual(['A', 'B']);
    expect(badRunning([bad, open], rule)).toBe('unknown');
  });
});
