import { describe, expect, it } from 'vitest';
import type { RoundsHistory, Year, YearResult } from '../../src/model/scoring/history.ts';
import {
  badRule,
  badText,
  gradesText,
  rangeText,
  repeatsText,
  roundText,
  ruleTexts,
  togetherText,
  yearGradeText,
  yearPlaceText,
  yearVetoesText,
} from '../../src/words/scoring/history.ts';

const GRADES = [
  { id: 'good', label: { zh: '优秀', en: 'Good' } },
  { id: 'poor', label: { zh: '差', en: 'Poor' } },
];
const VETOES = [{ id: 'harm', title: { zh: '出了事故', en: 'An accident' } }];

const YEAR: Year = {
  grades: [
    {
      id: 'star',
      label: { zh: '年度优秀', en: 'Star' },
      low: { at: '360', included: true },
      requires: [
        { kind: 'check', if: { kind: 'graded', of: 'good', rounds: 3 }, about: 'a' },
        {
          kind: 'check',
          title: { zh: '没有投诉', en: 'no complaint' },
          if: { kind: 'graded', of: 'good', rounds: 1 },
          about: 'b',
        },
        { kind: 'check', if: { end: 'first', through: '20', by: 'percent', among: 'all' }, about: 'c' },
        { kind: 'item', of: 'boards', atLeast: '5' },
      ],
    },
    { id: 'plain', label: { zh: '合格', en: 'Plain' }, requires: [] },
  ],
  vetoes: [
    {
      id: 'year-harm',
      title: { zh: '事故否决', en: 'Accident veto' },
      if: { kind: 'vetoed', of: 'harm', rounds: 1 },
      about: 'harm',
      effect: { kind: 'bar_award' },
    },
  ],
};

const history = (rule: RoundsHistory['rule']): RoundsHistory => ({
  rounds: [],
  scheme: { id: 's', sha256: '', title: { zh: '', en: '' } },
  rule,
  grades: GRADES,
  vetoes: VETOES,
  centres: [],
});

const NO_RULE = history({});
const OF_YEAR = history({ year: YEAR });

const result = (made: Partial<YearResult>): YearResult => ({
  grades: [],
  vetoes: [],
  award: 'eligible',
  missing: 0,
  ...made,
});

const ROUND = { rows: [], vetoes: [] } as const;
const SCORE = { low: '63', high: '63' };

const repeat = (rounds: number, open: boolean) => ({ item: 'a', title: { zh: '牌子', en: 'Boards' }, rounds, open });

describe('rounds in words', () => {
  it.each<[what: string, zh: string, en: string, zhTold: string, enTold: string]>(
    (
      [
        ['a settled score', () => rangeText(SCORE), '63', '63'],
        ['an open score', () => rangeText({ low: '63', high: '67' }), '63—67', '63—67'],
        ['a round without a result', lang => roundText(undefined, NO_RULE, lang), '没有结果', 'no result'],
        ['a round without a score', lang => roundText({ ...ROUND, grades: [] }, NO_RULE, lang), '没有得分', 'no score'],
        [
          'a score without a grade',
          lang => roundText({ ...ROUND, score: SCORE, grades: [] }, NO_RULE, lang),
          '63',
          '63',
        ],
        [
          'a score with a grade',
          lang => roundText({ ...ROUND, score: SCORE, grades: ['good'] }, NO_RULE, lang),
          '63（优秀）',
          '63 (Good)',
        ],
        ['two grades', lang => gradesText(['good', 'poor'], NO_RULE, lang), '优秀或差', 'Good or Poor'],
        ['a grade that has no name', lang => gradesText(['x'], NO_RULE, lang), 'x', 'x'],
        [
          'a settled year',
          lang => yearGradeText(result({ grades: ['star'], missing: 2 }), OF_YEAR, lang),
          '年度优秀',
          'Star',
        ],
        [
          'an open year with every score',
          lang => yearGradeText(result({ grades: ['star', 'plain'] }), OF_YEAR, lang),
          '年度优秀或合格',
          'Star or Plain',
        ],
        [
          'an open year without a score of each round',
          lang => yearGradeText(result({ grades: ['star', 'plain'], missing: 1 }), OF_YEAR, lang),
          '年度优秀或合格（缺 1 轮得分）',
          'Star or Plain (no score in 1 of the rounds)',
        ],
        ['no place', () => yearPlaceText(result({})), '', ''],
        ['a place', () => yearPlaceText(result({ place: { places: [2, 2], centres: [9, 9] } })), '2', '2'],
        ['an open place', () => yearPlaceText(result({ place: { places: [2, 4], centres: [9, 9] } })), '2—4', '2—4'],
        ['no veto', lang => yearVetoesText(result({}), OF_YEAR, lang), '', ''],
        [
          'a veto that holds',
          lang => yearVetoesText(result({ vetoes: [{ id: 'year-harm', truth: 'met' }] }), OF_YEAR, lang),
          '事故否决',
          'Accident veto',
        ],
        [
          'a veto that may hold, and an award that is barred',
          lang =>
            yearVetoesText(result({ vetoes: [{ id: 'year-harm', truth: 'unknown' }], award: 'barred' }), OF_YEAR, lang),
          '事故否决（未定）、取消评优资格',
          'Accident veto (open), no award',
        ],
        ['an award that is open', lang => yearVetoesText(result({ award: 'open' }), OF_YEAR, lang), '', ''],
        ['no repeats', lang => repeatsText({ repeats: [] }, lang), '', ''],
        [
          'repeats',
          lang => repeatsText({ repeats: [repeat(2, false), repeat(3, true)] }, lang),
          '牌子（连续 2 轮）、牌子（连续 3 轮，更早的未定）',
          'Boards (2 running); Boards (3 running, before that open)',
        ],
        ['bad', lang => badText('met', lang), '是', 'yes'],
        ['not bad', lang => badText('unmet', lang), '否', 'no'],
        ['open', lang => badText('unknown', lang), '未定', 'open'],
        ['no rule of bad rounds', lang => badRule(NO_RULE, lang), '', ''],
        ['a sum', lang => togetherText(history({ together: 'sum' }), lang), '各轮合计', 'Sum'],
        ['an average', lang => togetherText(history({ together: 'average' }), lang), '各轮平均', 'Average'],
      ] as readonly (readonly [string, (lang: 'zh' | 'en') => string, string, string])[]
    ).map(([what, tell, zh, en]) => [what, zh, en, tell('zh'), tell('en')]),
  )('%s: %s', (_, zh, en, zhTold, enTold) => expect([zhTold, enTold]).toEqual([zh, en]));

  it('of a scheme that says nothing of rounds are none', () => {
    expect([ruleTexts(NO_RULE, 'zh'), ruleTexts(NO_RULE, 'en')]).toEqual([[], []]);
  });

  it('tell all that a scheme says, in its order', () => {
    const all = history({
      repeat: { factor: '2' },
      badRunning: { grades: ['poor'], rounds: 2, consequence: { zh: '约谈', en: 'a talk' } },
      together: 'sum',
      year: YEAR,
    });
    expect(ruleTexts(all, 'zh')).toEqual([
      '上一轮失过分的项目又失分，按 2 倍计',
      '连续 2 轮差：约谈',
      '各轮合计',
      '年度优秀：360 分以上、有 3 轮优秀、没有投诉、排名前 20%',
      '合格：其余',
      '事故否决（有 1 轮出了事故）：取消评优资格',
    ]);
    expect(ruleTexts(all, 'en')).toEqual([
      'points lost in a row that lost points the round before count 2 times',
      '2 rounds running Poor: a talk',
      'Sum',
      'Star: 360 and above, Good in 3 rounds, no complaint, among the first 20%',
      'Plain: all others',
      'Accident veto (An accident in 1 round): no award',
    ]);
  });
});
