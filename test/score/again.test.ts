import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/words/scoring/work.ts';
import { range, resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY } from './rows.ts';

const scorecardWith = (steps: string) =>
  scorecardOf(
    `${scorecardHead(20)}sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 20, items: [
      { id: found, clause: 一, title: { zh: 通报, en: Found }, points: 20, deduct: ${steps} } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 10 }, { id: B, label: { zh: 差, en: Poor } }]
`,
    ROW_VOCABULARY,
  );

const scored = (steps: string, problems: readonly object[]) => {
  const result = resultOf(scorecardWith(steps), ROW_VOCABULARY, { profile: JSON.stringify({ 问题清单: problems }) });
  const [line] = result.items[0]?.low.lines ?? [];
  return {
    points: range(result),
    said: line && lineText(line, { vocabulary: ROW_VOCABULARY, lang: 'zh', step: undefined }),
  };
};

const found = (name: string, level?: string) => ({ 问题名称: name, ...(level && { 查出级别: level }) });

const BY_LEVEL = 'for_each: problems, points_by: level, prices: { 省级: 3, 市级: 2, 县级: 1 }, otherwise: 0';

describe('what is found again', () => {
  it('costs its price by level, twice from the second one on, as by hand', () => {
    // 县级 1；第二次市级 2 × 2 = 4；第三次省级 3 × 2 = 6；20 − 11 = 9
    const list = [found('甲', '县级'), found('乙', '市级'), found('丙', '省级')];
    expect(scored(`{ ${BY_LEVEL}, again: { after: 1, times: 2 } }`, list)).toEqual({
      points: '9',
      said: '甲 1 + 乙 4（×2） + 丙 6（×2） = −11',
    });
  });

  it('is counted apart for each person', () => {
    // 甲：县级 1，第二次市级 2 × 2 = 4，第三次县级 1 × 3 = 3；乙：省级 3；20 − 11 = 9
    const list = [found('甲', '县级'), found('乙', '省级'), found('甲', '市级'), found('甲', '县级')];
    const steps = `{ ${BY_LEVEL}, again: [{ after: 1, times: 2, same: name }, { after: 2, times: 3 }] }`;
    expect(scored(steps, list).points).toBe('9');
  });

  it('is a range while it is open who came before', () => {
    // 第二条的人没有写：可能是甲的第二次（2 × 2 = 4），也可能是别人的第一次（2）
    const list = [found('甲', '县级'), { 查出级别: '市级', 事由: '脱岗' }];
    expect(scored(`{ ${BY_LEVEL}, again: { after: 1, times: 2, same: name } }`, list).points).toBe('15..17');
  });

  it('costs one person so much at most', () => {
    // 甲三次各 1.5，合计 4.5，最多 2；乙一次 1.5；20 − 3.5 = 16.5
    const list = [found('甲'), found('乙'), found('甲'), found('甲')];
    expect(scored('{ for_each: problems, points: 1.5, cap_per: { field: name, points: 2 } }', list)).toEqual({
      points: '16.5',
      said: '（甲 1.5 + 甲（2） 1.5 + 甲（3） 1.5，最多 2） + 乙 1.5 = −3.5',
    });
  });
});
