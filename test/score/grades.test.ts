import { describe, expect, it } from 'vitest';
import { resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY } from './rows.ts';

const card = (lift: string) =>
  scorecardOf(
    `${scorecardHead(100)}sections:
  - { id: s, title: 分项, points: 100, items: [
      { id: rate, clause: 一, title: 满意率, points: 100, award: { share_of: 满意率, points: 100 } } ] }
grades:
  - { id: best, label: 优秀, at_least: 80 }
  - { id: good, label: 良好, at_least: 70 }
  - { id: fair, label: 合格, at_least: 60 }
  - { id: poor, label: 不合格 }
vetoes:
  - { id: fire, title: 消防, if: { 消防设施完好: no }, effect: { grade_at_most: good } }
  - { id: lift, title: 电梯, if: { 有电梯: no }, effect: ${lift} }
`,
    ROW_VOCABULARY,
  );

const gradesOf = (lift: string, profile: string): string =>
  resultOf(card(lift), ROW_VOCABULARY, { profile })
    .grade.candidates.map(({ id }) => id)
    .join('/');

describe('the grades that stay possible', () => {
  const CAPPED = '{ grade_at_most: fair }';
  const SET = '{ grade: poor }';

  it.each([
    ['pass: nothing is vetoed', CAPPED, '消防设施完好: 是\n有电梯: 是', 'best'],
    ['fail: one is capped', CAPPED, '消防设施完好: 否\n有电梯: 是', 'good'],
    ['fail: the lower of two caps holds', CAPPED, '消防设施完好: 否\n有电梯: 否', 'fair'],
    ['unknown: a cap that is open leaves both', CAPPED, '有电梯: 是', 'best/good'],
    ['unknown: each of two that are open leaves its own', CAPPED, '', 'best/good/fair'],
    ['unknown: below a cap that holds only the lower matters', CAPPED, '消防设施完好: 否', 'good/fair'],
    ['fail: above a cap that holds an open one changes nothing', CAPPED, '有电梯: 否', 'fair'],
    ['fail: a grade that is set is the grade', SET, '消防设施完好: 否\n有电梯: 否', 'poor'],
    ['unknown: a grade that may be set is one more', SET, '消防设施完好: 是', 'best/poor'],
    ['unknown: beside a cap that is open', SET, '', 'best/good/poor'],
  ])('%s', (_, lift, profile, grades) => {
    expect(gradesOf(lift, `满意率: 100%\n${profile}`)).toBe(grades);
  });

  it('are those of the score where it is below every cap', () => {
    expect(gradesOf(CAPPED, '满意率: 60%')).toBe('fair');
    expect(gradesOf(CAPPED, '满意率: 70%')).toBe('good/fair');
    expect(gradesOf(CAPPED, '满意率: 59%')).toBe('poor');
  });
});
