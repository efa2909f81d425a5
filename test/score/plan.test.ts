import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { ScorecardResult } from '../../src/model/scoring/points.ts';
import { planOf } from '../../src/score/plan/order.ts';
import { planRoute } from '../../src/score/plan/route.ts';
import { settlings } from '../../src/score/plan/settle.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';
import { firstOf } from '../support/first.ts';
import { runs } from '../support/hunt.ts';
import { vocabularyOf } from '../support/inline.ts';
import { foundOf, resultOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';
import { effortOf } from './effort.ts';

const MATTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const LABELS: Readonly<Record<string, string>> = { a: '甲事', b: '乙事', c: '丙事', d: '丁事', e: '戊事', f: '己事' };

const TERMS = ['第一', '第二', '第三'];

const VOCABULARY = vocabularyOf(
  `
theme: m
label: { zh: 事项, en: Matters }
facts:
  m.name: { label: { zh: 中心, en: Centre }, type: text }
  m.notices: { label: { zh: 公示, en: Notices }, type: terms, list: notices }
${MATTERS.map(id => `  m.${id}: { label: { zh: ${LABELS[id]}, en: Matter ${id} }, type: yes_no }`).join('\n')}
`,
  `list: notices
label: { zh: 公示, en: Notices }
terms: { t1: { zh: 第一, en: One }, t2: { zh: 第二, en: Two }, t3: { zh: 第三, en: Three } }
`,
);

const matter = fc.constantFrom(...MATTERS);

const step = fc.record({ kind: fc.constantFrom('deduct', 'award'), points: fc.integer({ min: 1, max: 4 }), matter });

const row = fc.record({
  points: fc.integer({ min: 1, max: 6 }),
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  required: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
});

const drawn = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  cap: fc.option(fc.integer({ min: 2, max: 8 }), { nil: undefined }),
  gate: fc.option(matter, { nil: undefined }),
  veto: fc.option(matter, { nil: undefined }),
  notices: fc.option(
    fc.record({
      points: fc.integer({ min: 1, max: 3 }),
      cap: fc.integer({ min: 1, max: 9 }),
      held: fc.integer({ min: 0, max: 3 }),
    }),
    { nil: undefined },
  ),
  edges: fc.tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 2, max: 4 })),
});

const stepText = ({ kind, points, matter: about }: { kind: string; points: number; matter: string }): string =>
  kind === 'deduct'
    ? `{ points: ${points}, unless: { m.${about}: yes } }`
    : `{ points: ${points}, if: { m.${about}: yes } }`;

const scorecardText = ({
  rows,
  cap,
  gate,
  veto,
  notices,
  edges,
}: typeof drawn extends fc.Arbitrary<infer T> ? T : never): string => `
kind: scorecard
id: drawn
title: { zh: 表, en: Table }
total: 20
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 20
    ${cap === undefined ? '' : `cap: ${cap}`}
    items:
${rows
  .map(({ points, steps, required }, index) => {
    const of = (kind: string): string => {
      const own = steps.filter(one => one.kind === kind).map(stepText);
      return own.length === 0 ? '' : `, ${kind}: [${own.join(', ')}]`;
    };
    const start = new Set(steps.map(({ kind }) => kind)).size === 2 ? ', start: 1' : '';
    return `      - { id: r${index}, clause: 一, title: { zh: 行, en: Row }, points: ${points}${start}${required ? ', required_for: [A]' : ''}${of('award')}${of('deduct')} }`;
  })
  .join('\n')}
${notices === undefined ? '' : `      - { id: notices, clause: 二, title: { zh: 公示, en: Notices }, points: 5, deduct: { each: { missing: m.notices, of: all }, points: ${notices.points}, cap: ${notices.cap} } }`}
${veto === undefined ? '' : `vetoes: [{ id: v, title: { zh: 否决, en: Veto }, if: { m.${veto}: no }, effect: { grade: C } }]`}
grades:
  - { id: A, label: { zh: 优, en: A }, at_least: ${edges[0]}${gate === undefined ? '' : `, requires: [{ m.${gate}: yes }]`} }
  - { id: B, label: { zh: 良, en: B }, at_least: ${edges[1]} }
  - { id: C, label: { zh: 差, en: C } }
`;

const profile = (done: readonly string[]): string =>
  JSON.stringify({
    中心: '样例',
    公示: done.filter(id => TERMS.includes(id)).join('、') || '无',
    ...Object.fromEntries(MATTERS.map(id => [LABELS[id], done.includes(id) ? '是' : '否'])),
  });

const ORDER = ['C', 'B', 'A'];

const gradeOf = (result: ScorecardResult): number => ORDER.indexOf(firstOf(result.grade.candidates).id);

const subsets = (items: readonly string[]): readonly (readonly string[])[] =>
  items.reduce<string[][]>((all, item) => all.flatMap(set => [set, [...set, item]]), [[]]);

describe('the route to the next grade', () => {
  it('costs exactly as much as the cheapest of all sets of matters put right', () => {
    fc.assert(
      fc.property(drawn, fc.subarray([...MATTERS]), (shape, matters) => {
        fc.pre(
          shape.veto === undefined ||
            !shape.rows.some(one => one.steps.some(({ matter: about }) => about === shape.veto)),
        );
        fc.pre(shape.veto === undefined || shape.gate !== shape.veto);
        const scorecard = scorecardOf(scorecardText(shape), VOCABULARY);
        const done = [...matters, ...TERMS.slice(0, shape.notices?.held ?? TERMS.length)];
        const found = foundOf(scorecard, VOCABULARY, { profile: profile(done) });
        const result = weighScorecard(found);
        const here = gradeOf(result);
        const held = TERMS.slice(0, shape.notices?.held ?? TERMS.length);
        const open = [...MATTERS.filter(id => !matters.includes(id)), ...TERMS.filter(id => !held.includes(id))];
        const ways = subsets(open).map(set => ({
          cost: set.length,
          grade: gradeOf(resultOf(scorecard, VOCABULARY, { profile: profile([...done, ...set]) })),
        }));
        const costs = ways.filter(({ grade }) => grade > here).map(({ cost }) => cost);
        const { route } = planRoute(found, result);
        if (here === 2) expect(route.kind).toBe('highest');
        else if (costs.length === 0) expect(route.kind).toBe('out-of-reach');
        else if (route.kind === 'fixes') expect(effortOf(route.fixes)).toBeLessThanOrEqual(Math.max(...costs));
        if (route.kind === 'fixes' && route.to.id === ORDER[here + 1]) {
          expect(effortOf(route.fixes)).toBe(Math.min(...costs));
        }
      }),
      { numRuns: runs(6) },
    );
  }, 3_600_000);

  it('names the fewest facts that can settle the grade', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.subarray([...MATTERS]),
        fc.subarray([...MATTERS], { minLength: 1, maxLength: 5 }),
        (shape, done, hidden) => {
          const scorecard = scorecardOf(
            scorecardText({ ...shape, notices: undefined, rows: shape.rows.map(one => ({ ...one, required: false })) }),
            VOCABULARY,
          );
          const text = (known: Readonly<Record<string, string>>): string =>
            JSON.stringify({
              中心: '样例',
              ...Object.fromEntries(
                MATTERS.filter(id => !hidden.includes(id)).map(id => [LABELS[id], done.includes(id) ? '是' : '否']),
              ),
              ...Object.fromEntries(Object.entries(known).map(([id, value]) => [LABELS[id], value])),
            });
          const found = foundOf(scorecard, VOCABULARY, { profile: text({}) });
          const result = weighScorecard(found);
          const [shortest] = settlings(found, result);
          expect(shortest === undefined).toBe(result.grade.candidates.length === 1);
          if (shortest === undefined) return;
          const answers = (facts: readonly string[]): readonly Record<string, string>[] =>
            facts.reduce<Record<string, string>[]>(
              (all, id) =>
                all.flatMap(one => [
                  { ...one, [id]: '是' },
                  { ...one, [id]: '否' },
                ]),
              [{}],
            );
          const settles = (facts: readonly string[]): boolean =>
            answers(facts).some(
              known => resultOf(scorecard, VOCABULARY, { profile: text(known) }).grade.candidates.length === 1,
            );
          const ids = shortest.facts.map(fact => fact.slice(2));
          expect(settles(ids)).toBe(true);
          expect(subsets([...hidden]).some(set => set.length < ids.length && settles(set))).toBe(false);
        },
      ),
      {
        numRuns: runs(6),
        examples: [
          [
            {
              rows: [
                {
                  points: 1,
                  steps: [
                    { kind: 'deduct', points: 1, matter: 'e' },
                    { kind: 'deduct', points: 1, matter: 'd' },
                    { kind: 'deduct', points: 1, matter: 'd' },
                  ],
                  required: true,
                },
                { points: 1, steps: [{ kind: 'deduct', points: 1, matter: 'a' }], required: true },
              ],
              cap: undefined,
              gate: undefined,
              veto: undefined,
              notices: undefined,
              edges: [5, 2],
            },
            ['a'],
            ['d', 'e', 'f'],
          ],
        ],
      },
    );
  }, 3_600_000);
});

const EIGHT = vocabularyOf(`
theme: m
label: { zh: 事项, en: Matters }
facts:
  m.name: { label: { zh: 中心, en: Centre }, type: text }
${[...'abcdefgh'].map(id => `  m.${id}: { label: { zh: ${id}事, en: Matter ${id} }, type: yes_no }`).join('\n')}
`);

const cardOf = (items: readonly string[], more: string) =>
  scorecardOf(
    `${scorecardHead(8)}sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 8
    items:
${items.map((item, index) => `      - { id: r${index}, clause: 一, title: { zh: 行, en: Row }, ${item} }`).join('\n')}
${more}`,
    EIGHT,
  );

const GRADES = `grades:
  - { id: A, label: { zh: 优, en: A }, at_least: 5 }
  - { id: B, label: { zh: 良, en: B }, at_least: 4 }
  - { id: C, label: { zh: 差, en: C } }
`;

const both = [...'abcdefg'].map(id => `{ m.${id}: yes }`).join(', ');

describe('what settles a grade, by hand', () => {
  it.each<[string, readonly string[], string, string, unknown]>([
    [
      'a table whose rows hang on one matter each takes as many as the edges ask for',
      [...'abcdefgh'].map(id => `points: 1, award: { points: 1, if: { m.${id}: yes } }`),
      GRADES,
      '中心: 样例',
      [
        ['abcde', 'good', true],
        ['abcde', 'bad', true],
        ['abcdefgh', 'either', true],
      ],
    ],
    [
      'rows that hang on several, of more matters than are tried in every way',
      [`points: 4, award: { points: 4, if_all: [${both}] }`, 'points: 4, award: { points: 4, if: { m.h: yes } }'],
      GRADES,
      '中心: 样例',
      [
        ['abcdefgh', 'good', false],
        ['abcdefgh', 'either', false],
        ['abcdefgh', 'bad', false],
      ],
    ],
    [
      'a veto that takes all points leaves the grade that holds none',
      ['points: 8, award: { points: 8, if: { m.a: yes } }'],
      `vetoes: [{ id: v, title: { zh: 否决, en: Veto }, if: { m.b: no }, effect: zero }]\n${GRADES}`,
      '{ 中心: 样例, m.a: 是 }',
      [
        ['b', 'good', true],
        ['b', 'bad', true],
      ],
    ],
    [
      'what the grade above asks beside the score keeps it out by one fact, and lets it in by all',
      ['points: 8, award: { points: 8, if: { m.a: yes } }'],
      GRADES.replace('at_least: 5', 'at_least: 5, requires: [{ m.b: yes }, { m.c: yes }]').replace(
        'at_least: 4',
        'at_least: 4, requires: [{ m.d: yes }]',
      ),
      '{ 中心: 样例, m.a: 是, m.d: 是 }',
      [
        ['b', 'bad', true],
        ['bc', 'good', true],
      ],
    ],
  ])('%s', (_, items, more, profile, expected) => {
    const found = foundOf(cardOf(items, more), EIGHT, { profile });
    const settled = settlings(found, weighScorecard(found));
    expect(settled.map(({ facts, when, exact }) => [facts.map(fact => fact.slice(2)).join(''), when, exact])).toEqual(
      expected,
    );
  });

  it('what has to be met whatever the score comes first in the plan', () => {
    const found = foundOf(
      cardOf(
        ['points: 4, award: { points: 4, if: { m.a: yes } }', 'points: 4, award: { points: 4, if: { m.b: yes } }'],
        `grades:
  - { id: A, label: { zh: 优, en: A }, at_least: 4, requires: [{ m.c: yes }] }
  - { id: B, label: { zh: 良, en: B } }
`,
      ),
      EIGHT,
      { profile: '{ 中心: 样例, m.a: 否, m.b: 是, m.c: 否 }' },
    );
    const { steps } = planOf({ scorecard: { found, result: weighScorecard(found) } } as unknown as Audit);
    const about = (id: string): string => JSON.stringify({ scope: 'center', id });
    expect(steps).toEqual([
      {
        must: true,
        effort: 'paper',
        gain: '0',
        work: { kind: 'fixes', fixes: [{ kind: 'gate', about: about('m.c') }] },
      },
      {
        ...{ must: false, effort: 'paper', gain: '4' },
        work: { kind: 'fixes', fixes: [{ kind: 'do', item: 'r0', step: 1, about: about('m.a') }] },
      },
    ]);
  });

  it('a row that a grade wants whole is on the way to it though the score is there', () => {
    const found = foundOf(
      cardOf(
        [
          'points: 4, required_for: [A], award: { points: 4, if: { m.a: yes } }',
          'points: 4, award: { points: 4, if: { m.b: yes } }',
        ],
        `grades:
  - { id: A, label: { zh: 优, en: A }, at_least: 4 }
  - { id: B, label: { zh: 良, en: B } }
`,
      ),
      EIGHT,
      { profile: '{ 中心: 样例, m.a: 否, m.b: 是 }' },
    );
    const { route } = planRoute(found, weighScorecard(found));
    const about = JSON.stringify({ scope: 'center', id: 'm.a' });
    expect(route.kind === 'fixes' && [route.to.id, route.fixes]).toEqual([
      'A',
      [{ kind: 'do', item: 'r0', step: 1, about }],
    ]);
  });
});
