import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compareExact, exact } from '../../src/model/base/exact.ts';
import { indexVocabulary } from '../../src/model/standard/vocabulary.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { joinVocabularies } from '../../src/read/pack/vocabulary.ts';
import { comparedOf } from '../../src/score/peers/compared.ts';
import { gatherRound } from '../../src/score/peers/gather.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';
import { claimed } from '../support/arithmetic.ts';
import { runs } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';
import { scoreRound } from '../support/score-round.ts';
import { foundOf, range, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { ROW_VOCABULARY } from './rows.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'fixtures', 'schemes', 'star');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

interface Centre {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rows: Readonly<Record<string, string | number>>;
  readonly total: string;
  readonly rank: number;
}

const words = succeed(await shippedLibrary().vocabulary());
const scorecard = scorecardOf(read('table.yaml'), words);
const vocabulary = indexVocabulary(joinVocabularies([words, scorecard.vocabulary]));
const { base } = parse(read('cases.yaml')) as {
  base: { facts: Record<string, unknown>; entered: Record<string, number> };
};
const { centres } = parse(read('round.yaml')) as { centres: Record<string, Centre> };

const found = (facts: Readonly<Record<string, unknown>>) =>
  foundOf(scorecard, vocabulary, { profile: JSON.stringify({ ...base.facts, ...facts }), entries: base.entered });

describe('centres of one round', () => {
  it('are compared, averaged and ranked as by hand', () => {
    const results = scoreRound(
      Object.entries(centres).map(([id, { facts }]) => ({ id, found: found(facts) })),
      scorecard.passes,
    );
    for (const { id, result } of results) {
      const own = centres[id];
      for (const [item, amount] of Object.entries(own?.rows ?? {})) {
        const row = result.items.find(candidate => candidate.item === item);
        expect(row && range(row), `${id} ${item}`).toBe(claimed(amount));
      }
      expect(range(result), id).toBe(claimed(own?.total ?? ''));
    }
    const placeOf = (end: 'low' | 'high', points: string): number =>
      1 + results.filter(({ result }) => Number(result[end].points) > Number(points)).length;
    const ranked = results.map(({ id, result: { low, high } }) => [
      id,
      placeOf('low', high.points),
      placeOf('high', low.points),
    ]);
    expect(ranked).toEqual(Object.entries(centres).map(([id, own]) => [id, own.rank, own.rank]));
  });

  it('stand as when each is held against every other one', () => {
    const figures = fc.record({ cases: fc.nat(9), days: fc.nat(4), rate: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 9 }), rounds => {
        const entrants = rounds.map(({ cases, days, rate }, index) => ({
          id: String(index),
          found: found({ 年办件量: cases, 平均办理天数: `${days}天`, 网办率: `${rate * 20}%` }),
        }));
        const most = Math.max(...rounds.map(({ cases }) => cases));
        const expected = rounds.map(({ cases, days, rate }) => {
          const speed = 1 + rounds.filter(other => other.days < days).length;
          const online = (1 + rounds.filter(other => other.rate > rate).length) / rounds.length;
          return [
            most === 0 ? '0' : new Big(cases).times(5).div(most).round(2, Big.roundHalfUp).toFixed(),
            speed === 1 ? '5' : speed === 2 ? '3' : '1',
            online <= 0.35 ? '3' : online <= 0.7 ? '2' : '0',
          ];
        });
        const rows = scoreRound(entrants, scorecard.passes).map(({ result }) =>
          ['volume', 'speed', 'online'].map(id =>
            result.items
              .filter(({ item }) => item === id)
              .map(range)
              .join(),
          ),
        );
        expect(rows).toEqual(expected);
      }),
      { numRuns: runs(8) },
    );
  });

  it('keep within their range whatever the figures that are missing turn out to be', () => {
    const figures = fc.record({
      年办件量: fc.integer({ min: 0, max: 9 }).map(n => n * 500),
      平均办理天数: fc.integer({ min: 0, max: 4 }).map(n => `${n}天`),
      网办率: fc.integer({ min: 0, max: 5 }).map(n => `${n * 20}%`),
      投诉件数: fc.constantFrom(0, 4),
      已回复投诉件数: fc.constantFrom(0, 3, 4),
    });
    fc.assert(
      fc.property(fc.array(figures, { minLength: 2, maxLength: 4 }), fc.func(fc.boolean()), (rounds, hidden) => {
        const full = rounds.map((facts, index) => ({ id: String(index), found: found(facts) }));
        const open = rounds.map((facts, index) => {
          const shown = Object.fromEntries(
            Object.entries(facts).map(([key, value]) => [key, hidden(`${index}${key}`) ? '' : value]),
          );
          return { id: String(index), found: found(shown) };
        });
        const [known, unknown] = [scoreRound(full, scorecard.passes), scoreRound(open, scorecard.passes)];
        known.forEach(({ result }, index) => {
          const outer = unknown[index]?.result;
          expect(compareExact(exact(outer?.low.points ?? '0'), exact(result.low.points))).toBeLessThanOrEqual(0);
          expect(compareExact(exact(outer?.high.points ?? '0'), exact(result.high.points))).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: runs(8) },
    );
  }, 3_600_000);
});

const VOLUME =
  '{ relative: hall.handled, points: 5, to: best, wanted: highest }, { relative: hall.staff, points: 3, to: best, wanted: highest }';

it.each([
  ['best_of', `award: { best_of: [${VOLUME}, { points: 2, if: { hall.lift: yes } }] }`, ['5', '4', '3']],
  ['group', `award: { group: [${VOLUME}, { points: 2, if: { hall.lift: yes } }], cap: 6 }`, ['6', '5.5', '6']],
])('what is compared within %s is compared too', (_, award, expected) => {
  const card = scorecardOf(
    `${scorecardHead(6)}sections: [{ id: s, title: { zh: 分项, en: Section }, points: 6, items: [{ id: volume, clause: 一, title: { zh: 行, en: Row }, points: 6, ${award} }] }]`,
    ROW_VOCABULARY,
  );
  const profiles = [
    '{ 办件数: 100, 工作人员数: 10, 有电梯: 是 }',
    '{ 办件数: 80, 工作人员数: 5, 有电梯: 否 }',
    '{ 办件数: 20, 工作人员数: 10, 有电梯: 是 }',
  ];
  const results = scoreRound(
    profiles.map((profile, index) => ({ id: String(index), found: foundOf(card, ROW_VOCABULARY, { profile }) })),
    card.passes,
  );
  expect(results.map(({ result }) => range(result))).toEqual(expected);
});

it('a matter that a row prices within its best is priced by one row only', () => {
  const row = (id: string, award: string): string =>
    `{ id: ${id}, clause: 一, title: { zh: 行, en: Row }, points: 5, deduct: ${award} }`;
  const each = (points: number): string => `{ for_each: problems, once_per: matter, points: ${points} }`;
  const card = scorecardOf(
    `${scorecardHead(10)}counted_once: [{ list: problems, in: [a, b] }]
sections: [{ id: s, title: { zh: 分项, en: Section }, points: 10, items: [${row('a', `{ group: [${each(1)}], cap: 4 }`)}, ${row('b', each(2))}] }]`,
    ROW_VOCABULARY,
  );
  const profile = '{ 问题清单: [{ 问题名称: 甲, 事由: 子 }, { 问题名称: 乙, 事由: 子 }] }';
  const { items } = weighScorecard(foundOf(card, ROW_VOCABULARY, { profile }));
  expect(items.map(range)).toEqual(['5', '3']);
});

describe('what is gathered of a round', () => {
  it('is the sum of settled rows, and the ends of all', () => {
    const round = gatherRound();
    const rows = [
      ['1', '3', true],
      ['2', '2.5', true],
      ['0', '5', false],
    ] as const;
    for (const [low, high, sure] of rows) round.add({ figures: [], rows: [{ item: 'a', low, high, sure }] });
    expect(round.figures()).toEqual({
      fields: [],
      rows: [{ item: 'a', sure: 2, all: 3, sum: ['3', '5.5'], ends: ['0', '5'] }],
    });
  });

  it.each([
    ['declared', '满意率: 60%', true, true],
    ['open', '窗口数: 3', false, false],
    ['that never arose', '满意率: 未发生', undefined, undefined],
  ])('of a figure that is %s says whether it surely takes part', (_, profile, row, figure) => {
    const evidence = 'evidence: { not_applicable: not_checked, did_not_occur: not_checked, nothing_to_measure: peers }';
    const card = scorecardOf(
      `${scorecardHead(5)}not_checked: leave_out
sections:
  - { id: s, title: 分项, points: 5, items: [{ id: row, clause: 一, title: 行, points: 5, ${evidence}, award: { relative: hall.rate, points: 5, to: best, wanted: highest } }] }
`,
      ROW_VOCABULARY,
    );
    const own = foundOf(card, ROW_VOCABULARY, { profile });
    const { rows, figures } = comparedOf(own, weighScorecard(own));
    expect([rows[0]?.sure, figures[0]?.sure]).toEqual([row, figure]);
  });
});
