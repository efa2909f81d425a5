import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankRule } from '../../src/model/scoring/rank.ts';
import { gradeYears } from '../../src/score/year.ts';
import { runs } from '../support/hunt.ts';
import { scoreRound } from '../support/score-round.ts';
import { foundOf, resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY } from './rows.ts';

const card = (rank: string) =>
  scorecardOf(
    `${scorecardHead(100)}classes:
  - { id: mountain, label: 山区, if: { 山区乡镇: yes } }
  - { id: plain, label: 平原, otherwise: true }
sections:
  - { id: s, title: 分项, points: 100, items: [
      { id: rate, clause: 一, title: 满意率, points: 100, award: { share_of: 满意率, points: 100 } } ] }
grades:
  - { id: best, label: 优秀, at_least: 60, requires: [{ rank: ${rank} }] }
  - { id: good, label: 合格, at_least: 60 }
  - { id: poor, label: 不合格 }
vetoes: [{ id: last, title: 后两名, rank: { last: 2 }, effect: { grade: poor } }]
`,
    ROW_VOCABULARY,
  );

type Centre = readonly [rate: number | undefined, mountain?: '是' | '否'];

const round = (rank: string, centres: readonly Centre[]) => {
  const scorecard = card(rank);
  const entrants = centres.map(([rate, mountain = '否'], index) => ({
    id: String(index),
    found: foundOf(scorecard, ROW_VOCABULARY, {
      profile: `山区乡镇: ${mountain}${rate === undefined ? '' : `\n满意率: ${rate}%`}`,
    }),
  }));
  return scoreRound(entrants, scorecard.passes).map(({ result }) => result);
};

const grades = (rank: string, centres: readonly Centre[]): readonly string[] =>
  round(rank, centres).map(({ grade }) => grade.candidates.map(({ id }) => id).join('/'));

describe('grades and vetoes by place', () => {
  it.each([
    [
      'the first two; the last two are poor whatever their score',
      '{ first: 2 }',
      [[99], [98], [97], [96], [95]],
      'best best good poor poor',
    ],
    [
      '20 % of nine are one',
      '{ first: 20% }',
      [[99], [98], [97], [96], [95], [94], [93], [92], [91]],
      'best good good good good good good poor poor',
    ],
    [
      'a place that is shared counts for all who share it',
      '{ first: 1 }',
      [[99], [99], [97], [90], [90]],
      'best best good poor poor',
    ],
    [
      'what is below the score has no grade by its place',
      '{ first: 3 }',
      [[59], [58], [50], [40]],
      'poor poor poor poor',
    ],
    [
      'a class by itself',
      '{ first: 1, among: class }',
      [[99], [80, '是'], [98], [97], [70, '是'], [96]],
      'best poor good good poor good',
    ],
    [
      'an open score leaves open only what it may change',
      '{ first: 1 }',
      [[99], [undefined], [90], [80], [70]],
      'best/good best/good/poor good good/poor poor',
    ],
  ] as const)('%s', (_, rank, centres, expected) => {
    expect(grades(rank, centres).join(' ')).toBe(expected);
  });

  it('are open where a centre is audited alone, and say no fact', () => {
    const result = resultOf(card('{ first: 1 }'), ROW_VOCABULARY, { profile: '山区乡镇: 否\n满意率: 90%' });
    expect(result.grade.candidates.map(({ id }) => id)).toEqual(['best', 'good', 'poor']);
    expect(result.grade.decidedBy).toEqual([]);
    expect(result.gates.map(({ truth, place }) => [truth, place])).toEqual([['unknown', undefined]]);
  });

  it('hold whatever the scores that are open turn out to be', () => {
    const rates = fc.array(fc.tuple(fc.integer({ min: 55, max: 65 }), fc.boolean()), { minLength: 1, maxLength: 6 });
    const rank = fc.constantFrom('{ first: 1 }', '{ first: 2 }', '{ first: 40% }');
    fc.assert(
      fc.property(rates, rank, (centres, rule) => {
        const whole = grades(
          rule,
          centres.map(([rate]) => [rate]),
        );
        const open = grades(
          rule,
          centres.map(([rate, hidden]) => [hidden ? undefined : rate]),
        );
        for (const [index, grade] of whole.entries()) expect(open[index]?.split('/')).toContain(grade);
      }),
      { numRuns: runs(8) },
    );
  });
});

describe('several rounds graded together', () => {
  const first = (through: string): RankRule => ({ end: 'first', through, by: 'place', among: 'all' });
  const gate = (asked: object) => ({ kind: 'check', if: asked, about: '' }) as never;
  const label = { zh: '', en: '' };
  const YEAR = {
    grades: [
      { id: 'best', label, low: { at: '180', included: true }, requires: [gate(first('1'))] },
      { id: 'good', label, low: { at: '120', included: true }, requires: [] },
      { id: 'poor', label, requires: [] },
    ],
    vetoes: [
      {
        id: 'twice',
        title: label,
        about: '',
        if: { kind: 'graded', of: 'poor', rounds: 2 },
        effect: { kind: 'grade', grade: 'poor' },
      },
      {
        id: 'fire',
        title: label,
        about: '',
        if: { kind: 'vetoed', of: 'fire', rounds: 1 },
        effect: { kind: 'bar_award' },
      },
    ],
  } as const;
  const of = (score: number, grade: string, fire: 'met' | 'unmet' | 'unknown' = 'unmet') => ({
    score: { low: String(score), high: String(score) },
    grades: grade.split('/'),
    rows: [],
    vetoes: [{ id: 'fire', truth: fire }],
  });
  const sum = (low: number, high = low) => ({ low: String(low), high: String(high) });

  it('by sum, place, and rounds with a grade or a veto', () => {
    const years = gradeYears(
      [
        { rounds: [of(95, 'best'), of(95, 'best')], score: sum(190) },
        { rounds: [of(94, 'best'), of(95, 'best', 'met')], score: sum(189) },
        { rounds: [of(90, 'poor'), of(90, 'poor')], score: sum(180) },
        { rounds: [of(90, 'poor'), of(90, 'good/poor')], score: sum(180) },
        { rounds: [of(90, 'good'), undefined], score: sum(90, 190) },
      ],
      YEAR,
    );
    expect(years.map(year => [year.grades.join('/'), year.place?.places.join('-'), year.award, year.missing])).toEqual([
      ['best', '1-1', 'eligible', 0],
      ['good', '2-3', 'barred', 0],
      ['poor', '3-4', 'eligible', 0],
      ['good/poor', '3-4', 'eligible', 0],
      ['best/good/poor', '1-5', 'open', 1],
    ]);
  });
});
