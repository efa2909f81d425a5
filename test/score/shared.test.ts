import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExact, exact } from '../../src/model/base/exact.ts';
import { runs } from '../support/hunt.ts';
import { resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY } from './rows.ts';

const card = (row: string, evidence = 'undeclared: open'): string =>
  `${scorecardHead(30).replace('undeclared: open', evidence)}not_checked: leave_out
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 30, items: [{ id: row, clause: 一, title: { zh: 项, en: Row }, ${row} }] }
`;

/** What the row may come to, when no more is declared than this. */
const ends = (text: string, profile: string, asOf = '2024-12-01'): readonly [string, string] => {
  const [row] = resultOf(scorecardOf(text, ROW_VOCABULARY), ROW_VOCABULARY, { profile, asOf }).items;
  if (row === undefined) throw new Error('a row');
  return [row.low.points, row.high.points];
};

describe('one fact that several steps of a row ask', () => {
  it.each<[string, string, string, readonly [string, string]]>([
    [
      'unknown: one step or the other, never both',
      'points: 10, deduct: [{ points: 5, if: { hall.lift: no } }, { points: 3, if: { hall.lift: yes } }]',
      '{ 窗口数: 3 }',
      ['5', '7'],
    ],
    [
      'unknown: lost where it is missing, and more where it is there',
      'points: 10, zero_if: { hall.lift: no }, deduct: { points: 4, if: { all: [{ hall.lift: yes }, { hall.tidy: no }] } }',
      '{ 环境整洁: 否 }',
      ['0', '6'],
    ],
    [
      'pass: settled whatever it is',
      'points: 10, deduct: [{ points: 3, if: { hall.lift: no } }, { points: 3, if: { hall.lift: yes } }]',
      '{ 窗口数: 3 }',
      ['7', '7'],
    ],
    [
      'unknown: a band and a check of one rate',
      'points: 10, start: 0, award: { tiers: hall.rate, bands: [{ at_least: 90%, points: 10 }, { less_than: 90%, points: 4 }] }, deduct: { points: 3, if: { hall.rate: { less_than: 95% } } }',
      '{ 窗口数: 3 }',
      ['1', '10'],
    ],
    [
      'unknown: never handed in scores nothing',
      'points: 10, evidence: { undeclared: zero }, deduct: [{ points: 5, if: { hall.lift: no } }, { points: 3, if: { hall.lift: yes } }]',
      '{ 窗口数: 3 }',
      ['0', '7'],
    ],
    [
      'unknown: not applicable is one of its answers where that is said',
      'points: 10, evidence: { not_applicable: full }, deduct: [{ points: 5, if: { hall.lift: no } }, { points: 3, if: { hall.lift: yes } }]',
      '{ 窗口数: 3 }',
      ['5', '10'],
    ],
    [
      'unknown: what never occurred is one of its answers where that is said',
      'points: 10, evidence: { did_not_occur: full }, deduct: [{ points: 5, if: { hall.lift: no } }, { points: 3, if: { hall.lift: yes } }]',
      '{ 窗口数: 3 }',
      ['5', '10'],
    ],
  ])('%s', (_, row, profile, expected) => {
    expect(ends(card(row), profile)).toEqual(expected);
  });
});

const LABELS = { 'hall.lift': '有电梯', 'hall.tidy': '环境整洁', 'hall.alarm': '消防设施完好' } as const;

const atom = fc
  .tuple(fc.constantFrom(...Object.keys(LABELS)), fc.constantFrom('yes', 'no'))
  .map(([fact, answer]) => `{ ${fact}: ${answer} }`);
const windows = fc
  .tuple(fc.constantFrom('at_least', 'less_than'), fc.nat(9))
  .map(([side, at]) => `{ hall.windows: { ${side}: ${at} } }`);
const rate = fc
  .tuple(fc.constantFrom('at_least', 'less_than'), fc.constantFrom('40%', '60%', '90%'))
  .map(([side, at]) => `{ hall.rate: { ${side}: ${at} } }`);
const simple = fc.oneof(atom, windows, rate);
const check = fc.oneof(
  simple,
  fc
    .tuple(fc.constantFrom('all', 'any'), simple, simple)
    .map(([kind, first, second]) => `{ ${kind}: [${first}, ${second}] }`),
);

const step = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 6 }), check).map(([points, asked]) => `{ points: ${points}, if: ${asked} }`),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), check, check)
    .map(([points, asked, only]) => `{ points: ${points}, if: ${asked}, only_if: ${only} }`),
  fc.constantFrom(
    '{ tiers: hall.windows, bands: [{ at_least: 6, points: 4 }, { at_least: 3, less_than: 6, points: 1 }, { less_than: 3, points: 3 }] }',
    '{ each: { fact: hall.windows, beyond: 4 }, points: 2 }',
    '{ each: { fact: hall.windows, short_of: 7 }, points: 1, cap: 4 }',
  ),
);

const row = fc
  .record({
    start: fc.integer({ min: 0, max: 10 }),
    deduct: fc.array(step, { minLength: 1, maxLength: 3 }),
    award: fc.array(step, { minLength: 1, maxLength: 2 }),
    zeroIf: fc.option(check),
    when: fc.option(check),
    state: fc.constantFrom('not_checked', 'full', 'zero'),
    never: fc.constantFrom('no_effect', 'full', 'zero'),
  })
  .map(
    ({ start, deduct, award, zeroIf, when, state, never }) =>
      `points: 10, start: ${start}, deduct: [${deduct.join(', ')}], award: [${award.join(', ')}]${zeroIf === null ? '' : `, zero_if: ${zeroIf}`}, evidence: { not_applicable: ${state}, did_not_occur: ${never} }${when === null ? '' : `, when: ${when}`}`,
  );

const STATES = ['不适用', '未发生'];

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  有电梯: ['是', '否', '不适用', '未发生'],
  环境整洁: ['是', '否', '不适用', '未发生'],
  消防设施完好: ['是', '否', '不适用', '未发生'],
  窗口数: [...Array(10).keys()].map(String).concat('不适用', '未发生'),
  满意率: ['0%', '39.9%', '40%', '50%', '60%', '75%', '90%', '100%', '不适用', '未发生'],
};

const every = (open: readonly string[], known: Readonly<Record<string, string>>): readonly object[] => {
  const [first, ...rest] = open;
  return first === undefined
    ? [known]
    : (ANSWERS[first] ?? []).flatMap(answer => every(rest, { ...known, [first]: answer }));
};

describe('the range of a row', () => {
  it('is the hull of what its facts may make of it, neither wider nor narrower', () => {
    const names = Object.keys(ANSWERS);
    const known = fc.record(
      Object.fromEntries(
        names.map(name => [name, fc.constantFrom(...(ANSWERS[name] ?? []).filter(answer => !STATES.includes(answer)))]),
      ),
    );
    fc.assert(
      fc.property(row, known, fc.subarray(names, { minLength: 1, maxLength: 2 }), (text, all, open) => {
        const scorecard = scorecardOf(card(text), ROW_VOCABULARY);
        const held = Object.fromEntries(Object.entries(all).filter(([name]) => !open.includes(name)));
        const whole = (profile: object) =>
          resultOf(scorecard, ROW_VOCABULARY, { profile: JSON.stringify(profile) }).items[0];
        const told = whole(held);
        const exactly = every(open, held)
          .map(whole)
          .filter(one => one !== undefined && !one.low.excluded);
        fc.pre(told !== undefined && exactly.length > 0);
        const points = exactly.flatMap(one => (one === undefined ? [] : [one.low.points, one.high.points]));
        const sorted = points.toSorted((a, b) => compareExact(exact(a), exact(b)));
        expect([told?.low.points, told?.high.points]).toEqual([sorted[0], sorted.at(-1)]);
      }),
      { numRuns: runs(12) },
    );
  }, 3_600_000);
});
