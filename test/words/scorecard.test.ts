import { describe, expect, it } from 'vitest';
import type { ItemResult } from '../../src/model/scoring/points.ts';
import { accountText, totalText } from '../../src/words/scoring/points-of-rows.ts';
import { bandText, lineText } from '../../src/words/scoring/work.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { resultOf, scorecardOf } from '../support/scorecard.ts';

const scorecard = (ids: readonly string[], evidence = '{ undeclared: open }') =>
  scorecardOf(
    `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: 200
places: 2
rounding: down
floor: 0
item_floor: 0
not_checked: leave_out
evidence: ${evidence}
calendar: { covers: 2024-01-01..2024-12-31, holidays: [], workdays: [] }
sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 200
    items:
${ids.map(id => `      - { id: ${id}, clause: 一, title: { zh: 项目, en: Row }, ${id === 'conditional' ? 'evidence: { not_applicable: full }, ' : ''}${ROWS[id]} }`).join('\n')}
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 20 }, { id: B, label: { zh: 差, en: Poor } }]
`,
    ROW_VOCABULARY,
  );

const PROFILE = `
大厅面积: 184
满意率: 87.55%
工作人员数: 7
窗口数: 9
办件数: 131
公示内容: 办理事项
有电梯: 否
环境整洁: 否
消防设施完好: 否
情况说明: 已报
报送日期: 2024-04-08
问题清单:
  - { 问题名称: 甲, 事由: 收费, 查出级别: 省级, 情节严重: 是, 缺岗天数: 1.2天, 应办结日: 2024-04-01, 实际办结日: 2024-04-09 }
  - { 问题名称: 乙, 事由: 收费, 查出级别: 县级, 情节严重: 否, 缺岗天数: 0天, 应办结日: 2024-04-01, 实际办结日: 2024-04-02 }
`;

const rowsOf = (
  ids: readonly string[],
  profile = PROFILE,
  entries: Record<string, number> = { rude: 5, rising: 3, judged: 4.5, chosen: 1 },
) => resultOf(scorecard(ids), ROW_VOCABULARY, { profile, entries }).items;

const told = (ids: readonly string[]) => ({ vocabulary: ROW_VOCABULARY, asked: scorecard(ids) });

const said = (id: string, lang: 'zh' | 'en' = 'zh', profile = PROFILE): readonly string[] =>
  accountText(rowsOf([id], profile)[0] as ItemResult, 'low', lang, told([id]));

const SAID: readonly (readonly [row: string, zh: readonly string[]])[] = [
  ['area', ['16㎡ ÷ 每 10㎡（不足按一档）= 2 × 0.5 分 = −1', '5 − 1 = 4']],
  ['area-share', ['16㎡ ÷ 每 7㎡（按比例）= 16/7 × 0.3 分 = 24/35 ≈ −0.68', '4 − 0.68 = 3.32']],
  ['notices', ['3项 × 0.7 分（办理流程、办理时限、收费标准） = −2.1', '3 − 2.1 = 0.9']],
  ['rate', ['87.55%，“不低于 80%、不满 95%”一档 = +6', '0 + 6 = 6']],
  ['rate-steps', ['7.45个百分点 ÷ 每 1个百分点（不足不计）= 7 × 0.5 分 = −3.5', '6 − 3.5 = 2.5']],
  ['rate-share', ['7 分 × 87.55% = 6.1285 ≈ +6.12', '0 + 6.12 = 6.12']],
  ['any-of', ['“环境整洁”为“否”，或者“有电梯”为“否” = −1.5', '3 − 1.5 = 1.5']],
  ['excused', ['已说明情况，不扣 = 0', '5 − 0 = 5']],
  ['zero-out', ['“环境整洁”为“否” = −1', '6 − 1 = 5', '“消防设施完好”为“否”：本项计 0 分']],
  ['group', ['合计 1 + 3 = −3（最多 3 分）', '6 − 3 = 3']],
  ['checks', ['2项 × 1 分（环境整洁、消防设施完好） = −2', '4 − 2 = 2']],
  ['levels', ['甲 3 + 乙 1 = −4', '8 − 4 = 4']],
  ['matters', ['甲 3 + 乙 已在别处计 = +3', '0 + 3 = 3']],
  ['absence', ['1.2天 ÷ 每 0.5天（不足不计）= 2 × 0.2 分（甲、乙） = −0.4', '5 − 0.4 = 4.6']],
  ['rude', ['5人次 × 0.5 分，第 3 次起每次 1 分，第 5 次起每次 2 分 = −5', '4 − 5 = −1', '扣完为止，不计负分']],
  ['rising', ['3人次 × 0.5 分，超过 2 次全部按每次 1 分 = −3', '9 − 3 = 6']],
  ['judged', ['检查人评 4.5 分 = +4.5', '0 + 4.5 = 4.5']],
  ['conditional', ['不适用，计满分']],
  ['options', ['其他情形 = +1', '0 + 1 = 1']],
  ['bonus', ['31件 ÷ 每 10件（不足不计）= 3 × 0.5 分 = +1.5', '0 + 1.5 = 1.5']],
  ['only-loss', ['1个问题 × 2 分（甲） = −2', '0 − 2 = −2']],
];

describe('a ledger in words', () => {
  it.each(SAID)('%s', (row, zh) => {
    expect(said(row)).toEqual(zh);
  });

  it('speaks English', () => {
    expect(said('area', 'en')).toEqual(['16 m² ÷ 10 m² (a part counts as one) = 2 × 0.5 = −1', '5 − 1 = 4']);
    expect(said('notices', 'en')).toEqual(['3 items × 0.7 (Steps, Time limits, Fees) = −2.1', '3 − 2.1 = 0.9']);
    expect(said('rate', 'en')[0]).toBe('87.55%, band "at least 80%, less than 95%" = +6');
    expect(said('rude', 'en')[0]).toBe('5 times × 0.5, 1 each from number 3 on, 2 each from number 5 on = −5');
  });

  it('has words for whatever a row comes to, settled or open, in both languages', () => {
    const ids = Object.keys(ROWS);
    const all = told(ids);
    const rows = [...rowsOf(ids), ...rowsOf(ids, '大厅名称: 样例', {})];
    for (const lang of ['zh', 'en'] as const)
      for (const row of rows)
        for (const end of ['low', 'high'] as const)
          for (const line of accountText(row, end, lang, all))
            expect(line).not.toMatch(/undefined|\[object|null|NaN|^$/u);
  });

  it('says what is not known', () => {
    const [row] = rowsOf(['problems'], '大厅名称: 样例', {});
    expect(row && accountText(row, 'low', 'zh', told(['problems']))).toEqual(['未知数目 × 2 分 = −6', '6 − 6 = 0']);
  });

  it('says where the calendar ends', () => {
    const profile = '问题清单: [{ 问题名称: 甲, 应办结日: 2024-12-20, 实际办结日: 2025-01-08 }]';
    expect(said('late-sum', 'zh', profile)).toContain('评分表的日历没有写到 2025-01-08，天数无从计算');
    expect(said('late-sum', 'en', profile).join()).toContain('does not reach 2025-01-08');
  });

  it('tells how the total comes about', () => {
    const { low } = resultOf(scorecard(['area', 'tidy']), ROW_VOCABULARY, { profile: PROFILE });
    expect(totalText(low, 'zh')).toBe('4 = 4');
    const scaled = {
      ...low,
      inside: '4',
      max: '7',
      scaled: '17.14',
      outside: '-3',
      sum: '14.14',
      bound: { kind: 'cap', at: '12' } as const,
    };
    expect(totalText(scaled, 'zh')).toBe('4 = 4；折算 4 × 总分 ÷ 7 = 17.14；总分外 −3 = 14.14；最高 12 分');
    expect(totalText({ ...low, vetoed: 'fire' }, 'en')).toBe('4 = 4; vetoed, 0');
  });

  it('writes edges as they count', () => {
    expect(bandText({ low: { at: '90', included: true }, high: { at: '95', included: false } }, 'zh')).toBe(
      '不低于 90、不满 95',
    );
    expect(bandText({ low: { at: '3', included: true }, high: { at: '3', included: true } }, 'zh')).toBe('3');
    expect(bandText({}, 'en')).toBe('anything else');
  });

  it('turns a negative amount the other way', () => {
    const line = {
      kind: 'deduct',
      number: 1,
      work: { kind: 'entered', figure: '-2' },
      raw: '-2',
      amount: '-2',
      things: [],
    } as const;
    expect(lineText(line, { vocabulary: ROW_VOCABULARY, lang: 'zh', step: undefined })).toBe('检查人评 -2 分 = +2');
  });
});
