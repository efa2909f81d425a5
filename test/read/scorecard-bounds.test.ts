import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, Scorecard } from '../../src/model/scoring/scorecard.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { problemsOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';

const HEAD = scorecardHead(30);

/** What is said about a scorecard, each by its reason: nothing where all is well. */
const told = (text: string): string =>
  problemsOf(text, ROW_VOCABULARY)
    .map(found => (found.code === 'bad-scorecard' ? found.defect : found.code))
    .join(' ');

const ROW = 'points: 30, deduct: { points: 30, if: { hall.tidy: no } }';

const sectionsOf = (row: string, section = ''): string =>
  `sections: [{ id: s, title: 分项, points: 30${section}, items: [{ id: row, clause: 一, title: 项目, ${row} }] }]\n`;

const tableOf = (row: string, more = ''): string => `${HEAD}${more}${sectionsOf(row)}`;

/** What tiers of a count of 0 to 12 come to: every figure has one band, or it is said which does not. */
const OF_COUNTS: readonly (readonly [bands: string, told: string])[] = [
  ['{ at_least: 5 }, { less_than: 5 }', ''],
  ['{ less_than: 5 }, { at_least: 5 }', ''],
  ['{ more_than: 5 }, { at_most: 5 }', ''],
  ['{ at_least: 5 }, { at_most: 5 }', 'bands-overlap'],
  ['{ more_than: 5 }, { less_than: 5 }', 'bands-gap'],
  ['{ at_least: 6 }, { at_most: 5 }', ''],
  ['{ more_than: 5 }, { less_than: 6 }', ''],
  ['{ more_than: 3 }, { less_than: 5 }', 'bands-overlap'],
  ['{ more_than: 5 }, { less_than: 4 }', 'bands-gap'],
  ['{ more_than: 5, less_than: 6 }, { at_most: 5 }, { at_least: 6 }', 'bands-empty'],
  ['{ at_least: 7 }, { at_most: 5 }', 'bands-gap'],
  ['{ more_than: 5 }, { at_most: 4 }', 'bands-gap'],
  ['{ at_least: 5 }, { less_than: 4 }', 'bands-gap'],
  ['{ more_than: 4 }, { less_than: 6 }', 'bands-overlap'],
  ['{ between: [0, 4] }, { between: [5, 12] }', ''],
  ['{ between: [0, 4] }, { between: [4, 12] }', 'bands-overlap'],
  ['{ between: [0, 4] }, { between: [6, 12] }', 'bands-gap'],
  ['{ between: [0, 9] }, { between: [3, 5] }, { more_than: 9 }', 'bands-overlap bands-gap'],
  ['{ between: [1, 12] }', 'bands-gap'],
  ['{ more_than: 0 }', 'bands-gap'],
  ['{ at_least: 0 }', ''],
  ['{ more_than: 0 }, { at_most: 0 }', ''],
  ['{ between: [0, 11] }', 'bands-gap'],
  ['{ less_than: 12 }', 'bands-gap'],
  ['{ less_than: 13 }', ''],
  ['{ at_most: 12 }', ''],
  ['{ between: [5, 4] }, { less_than: 5 }, { at_least: 5 }', 'bands-empty'],
  ['{ between: [5, 5] }, { less_than: 5 }, { more_than: 5 }', ''],
  ['{ more_than: 5, at_most: 5 }, { less_than: 5 }, { at_least: 5 }', 'bands-empty'],
  ['{ at_least: 5, less_than: 5 }, { less_than: 5 }, { at_least: 5 }', 'bands-empty'],
  ['{ at_most: 5 }, { at_most: 8 }, { more_than: 8 }', 'bands-overlap'],
  ['{}', ''],
  ['{}, { at_least: 5 }', 'bands-overlap'],
  ['{ at_least: 80% }, { less_than: 80 }', 'not-a-figure'],
  ['{ at_least: 5 人 }, { less_than: 5 }', ''],
];

const OF_RATES: readonly (readonly [bands: string, told: string])[] = [
  ['{ at_least: 80% }, { less_than: 80% }', ''],
  ['{ at_least: 80.1% }, { at_most: 80% }', 'bands-gap'],
  ['{ at_least: 81% }, { at_most: 80% }', 'bands-gap'],
  ['{ at_least: 80%, less_than: 100% }, { less_than: 80% }', 'bands-gap'],
  ['{ between: [80%, 100%] }, { less_than: 80% }', ''],
  ['{ more_than: 80% }, { between: [0%, 80%] }', ''],
  ['{ at_least: 80个百分点 }, { less_than: 80% }', ''],
  ['{ at_least: 80 }, { less_than: 80 }', 'not-in-unit not-in-unit'],
];

const priced = (bands: string): string => bands.replaceAll('}', ', points: 1 }').replaceAll('{, ', '{ ');

describe('tiers', () => {
  it.each(OF_COUNTS)('of a count: %s', (bands, expected) => {
    expect(told(tableOf(`points: 5, award: { tiers: hall.staff, bands: [${priced(bands)}] }`))).toBe(expected);
  });

  it.each(OF_RATES)('of a rate: %s', (bands, expected) => {
    expect(told(tableOf(`points: 5, award: { tiers: hall.rate, bands: [${priced(bands)}] }`))).toBe(expected);
  });

  /** Edges of a band of whole numbers, and whether a number lies within. */
  const EDGES = {
    at_least: (number: number, edge: number) => number >= edge,
    more_than: (number: number, edge: number) => number > edge,
    at_most: (number: number, edge: number) => number <= edge,
    less_than: (number: number, edge: number) => number < edge,
  } as const;

  type Edged = readonly (readonly [key: keyof typeof EDGES, edge: number])[];

  const edge = (keys: readonly (keyof typeof EDGES)[]) =>
    fc.option(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 0, max: 12 })), { nil: undefined });

  const anyBand = fc
    .tuple(edge(['at_least', 'more_than']), edge(['at_most', 'less_than']))
    .map((edges): Edged => edges.filter(one => one !== undefined));

  /** Bands that follow one upon another, each cut written in one of the ways there are. */
  const inRow = fc
    .uniqueArray(fc.record({ cut: fc.integer({ min: 1, max: 12 }), low: fc.boolean(), high: fc.boolean() }), {
      selector: ({ cut }) => cut,
      maxLength: 3,
    })
    .map(cuts => cuts.toSorted((a, b) => a.cut - b.cut))
    .map(cuts =>
      Array.from({ length: cuts.length + 1 }, (_, index): Edged => {
        const [before, after] = [cuts[index - 1], cuts[index]];
        return [
          ...(before
            ? [before.low ? (['at_least', before.cut] as const) : (['more_than', before.cut - 1] as const)]
            : []),
          ...(after ? [after.high ? (['less_than', after.cut] as const) : (['at_most', after.cut - 1] as const)] : []),
        ];
      }),
    );

  it('of a count are fine where each number lies in one, and none is empty', () => {
    const COUNTS = Array.from({ length: 13 }, (_, number) => number);
    fc.assert(
      fc.property(fc.oneof(inRow, fc.array(anyBand, { minLength: 1, maxLength: 3 })), bands => {
        const holders = (number: number) => bands.filter(band => band.every(([key, edge]) => EDGES[key](number, edge)));
        const isFine =
          COUNTS.every(number => holders(number).length === 1) &&
          bands.every(band => COUNTS.some(number => holders(number).includes(band)));
        const written = bands
          .map(band => `{ ${[...band.map(([key, at]) => `${key}: ${at}`), 'points: 1'].join(', ')} }`)
          .join(', ');
        const said = told(tableOf(`points: 5, award: { tiers: hall.staff, bands: [${written}] }`));
        expect([written, said === '']).toEqual([written, isFine]);
      }),
    );
  });

  it('of what has no end leave none above', () => {
    const of = (bands: string) => told(tableOf(`points: 5, award: { tiers: hall.handled, bands: [${priced(bands)}] }`));
    expect(of('{ at_most: 100000 }')).toBe('bands-gap');
    expect(of('{ at_most: 100 }, { more_than: 100 }')).toBe('');
  });
});

/** Grades of a score of 0 to 30 in tenths. */
const GRADES: readonly (readonly [grades: string, told: string])[] = [
  ['{ id: A, at_least: 20 }, { id: B }', ''],
  ['{ id: A, more_than: 20 }, { id: B }', ''],
  ['{ id: A, between: [20.1, 30] }, { id: B, between: [0, 20] }', ''],
  ['{ id: A, between: [20.2, 30] }, { id: B, between: [0, 20] }', 'grades-gap'],
  ['{ id: A, between: [20, 30] }, { id: B, between: [0, 20] }', 'grades-overlap'],
  ['{ id: A, between: [20, 29] }, { id: B }', 'grades-gap'],
  ['{ id: A, at_least: 20 }, { id: B, at_least: 1 }', 'grades-gap'],
  ['{ id: A, at_least: 20 }, { id: B, at_least: 0 }', ''],
  ['{ id: A, at_least: 10 }, { id: B, at_least: 20 }, { id: C }', 'grades-order'],
  ['{ id: A, at_least: 20 }, { id: B, at_least: 20 }, { id: C }', 'grades-order'],
  ['{ id: A, at_least: 20, requires: [{ hall.tidy: yes }] }, { id: B, at_least: 20 }, { id: C }', ''],
  ['{ id: A }, { id: B, at_least: 20 }', 'grades-order'],
  ['{ id: A, requires: [{ hall.tidy: yes }] }, { id: B }', ''],
  ['{ id: A, at_least: 20 }, { id: B, requires: [{ hall.tidy: yes }] }', 'grades-gap'],
  ['{ id: A, at_least: 20 }, { id: A }', 'duplicate-id'],
  ['{ id: A, at_least: 80% }, { id: B }', 'not-a-figure'],
  ['{ id: A, requires: [{ items: [row] }] }, { id: B }', ''],
  ['{ id: A, requires: [{ items: [row], at_least: 1 }] }, { id: B }', ''],
  ['{ id: A, requires: [{ section: s, at_least: 20 }] }, { id: B }', ''],
  ['{ id: A, requires: [{ item: row, at_least: 0 }] }, { id: B }', ''],
  ['{ id: A, requires: [{ item: row }] }, { id: B }', 'shape'],
  ['{ id: A, requires: [{ section: row, at_least: 1 }] }, { id: B }', 'unknown-name'],
  ['{ id: A, requires: [{ item: s, at_least: 1 }] }, { id: B }', 'unknown-name'],
];

const labelled = (things: string): string => things.replaceAll('{ id:', '{ label: 等次, id:');

describe('grades', () => {
  it.each(GRADES)('%s', (grades, expected) => {
    expect(told(tableOf(ROW, `grades: [${labelled(grades)}]\n`))).toBe(expected);
  });

  it('are a tenth, a hundredth or a whole point from one another, as is kept', () => {
    const apart = (places: number, low: string) =>
      told(
        tableOf(
          ROW,
          `grades: [${labelled(`{ id: A, between: [${low}, 30] }, { id: B, between: [0, 20] }`)}]\n`,
        ).replace('places: 1', `places: ${places}`),
      );
    const expected = [
      [0, '21', ''],
      [0, '22', 'grades-gap'],
      [1, '20.1', ''],
      [1, '21', 'grades-gap'],
      [2, '20.01', ''],
      [2, '20.1', 'grades-gap'],
    ] as const;
    for (const [places, low, gap] of expected) expect([places, low, apart(places, low)]).toEqual([places, low, gap]);
  });

  it('below one that only a veto sets may be any', () => {
    const with_ = (effect: string) =>
      told(
        tableOf(
          ROW,
          `grades: [${labelled('{ id: A, at_least: 20 }, { id: B }, { id: X }')}]\nvetoes: [{ id: v, title: 否决, if: { hall.alarm: no }, effect: ${effect} }]\n`,
        ),
      );
    expect(with_('{ grade: X }')).toBe('');
    expect(with_('{ grade_at_most: X }')).toBe('grades-order');
    expect(with_('zero')).toBe('grades-order');
  });
});

/** Steps that rise and those that do not. */
const RISES: readonly (readonly [row: string, told: string])[] = [
  ['each: hall.staff, points: 1, then: [{ after: 1, points: 1, applies: further }]', ''],
  ['each: hall.staff, points: 1, then: [{ after: 1, points: 0.9, applies: further }]', 'escalation-order'],
  [
    'each: hall.staff, points: 1, then: [{ after: 2, points: 2, applies: all }, { after: 3, points: 2, applies: all }]',
    '',
  ],
  [
    'each: hall.staff, points: 1, then: [{ after: 2, points: 2, applies: all }, { after: 2, points: 3, applies: all }]',
    'escalation-order',
  ],
  [
    'each: hall.staff, points: 1, then: [{ after: 2, points: 2, applies: all }, { after: 3, points: 1.9, applies: all }]',
    'escalation-order',
  ],
  ['each: hall.staff, points: 1, then: [{ after: 0, points: 2, applies: all }]', 'shape'],
  ['each: hall.staff, points: 1, then: [{ after: 1.5, points: 2, applies: all }]', 'shape'],
  ['each: hall.staff, points: 1, then: [{ after: 1, points: 2 }]', 'shape'],
  ['each: hall.staff, points: 0', ''],
  ['each: hall.staff, points: -1', 'too-small'],
  ['each: hall.staff, points: 0.05', 'too-fine'],
  ['each: hall.staff, points: 0.5', ''],
  ['each: hall.staff, per: 2, steps: full, points: 1', ''],
  ['each: hall.staff, per: 2, points: 1', 'steps-unsaid'],
  ['each: hall.staff, per: 1, points: 1', ''],
  ['each: hall.staff, per: 0, points: 1', 'too-small'],
  ['each: hall.staff, per: -1, points: 1', 'too-small'],
  ['each: hall.rate, points: 1', 'per-unsaid'],
  ['each: hall.rate, per: 1%, points: 1', 'steps-unsaid'],
  ['each: hall.rate, per: 1%, steps: full, points: 1', ''],
  ['each: hall.area, per: 1 m, steps: full, points: 1', 'not-in-unit'],
  ['each: hall.area, per: 0.0001 km², steps: full, points: 1', ''],
  ['each: hall.area, per: 1 亩, steps: full, points: 1', 'not-in-unit'],
  ['each: hall.area, per: 3 亩, steps: full, points: 1', ''],
  ['for_each: problems, points: 1, again: { after: 1, times: 2 }', ''],
  ['for_each: problems, points: 1, again: { after: 0, times: 2 }', 'escalation-order'],
  ['for_each: problems, points: 1, again: { after: 1, times: 1 }', 'escalation-order'],
  ['for_each: problems, points: 1, again: [{ after: 1, times: 2 }, { after: 2, times: 3 }]', ''],
  ['for_each: problems, points: 1, again: [{ after: 1, times: 2 }, { after: 1, times: 3 }]', 'escalation-order'],
  ['for_each: problems, points: 1, again: [{ after: 1, times: 2 }, { after: 2, times: 2 }]', 'escalation-order'],
  ['for_each: problems, points: 1, again: { after: 1 }', 'again-unsaid'],
  ['for_each: problems, points: 1, again: { times: 2 }', 'again-unsaid'],
  ['for_each: problems, points: 1, again: { after: 1, times: 2 }, once_per: matter', 'again-with-once'],
  ['for_each: problems, points: 1, cap_per: { field: name, points: 2 }, once_per: matter', 'again-with-once'],
  ['for_each: problems, points: 1, cap_per: { field: name, points: 2 }', ''],
  ['each: { count: problems, sample: { size: 1, when_short: as_is } }, points: 1', ''],
  ['each: { count: problems, sample: { size: 0, when_short: as_is } }, points: 1', 'shape'],
  ['each: { count: problems, sample: { size: 1.5, when_short: as_is } }, points: 1', 'shape'],
  ['each: { count: problems, sample: { size: 5 } }, points: 1', 'shape'],
  [
    'relative: hall.rate, to: rank, wanted: highest, points: 5, bands: [{ through: 3, points: 5 }, { through: 4, points: 3 }], otherwise: 0',
    '',
  ],
  [
    'relative: hall.rate, to: rank, wanted: highest, points: 5, bands: [{ through: 3, points: 5 }, { through: 3, points: 3 }], otherwise: 0',
    'escalation-order',
  ],
  [
    'relative: hall.rate, to: quantile, wanted: highest, points: 5, bands: [{ through: 20%, points: 5 }], otherwise: 0',
    '',
  ],
  [
    'relative: hall.rate, to: quantile, wanted: highest, points: 5, bands: [{ through: 3, points: 5 }], otherwise: 0',
    'not-in-unit',
  ],
  ['relative: hall.rate, to: best, wanted: highest, points: 5', ''],
  ['relative: hall.rate, to: best, points: 5', 'step-unknown'],
  ['share_of: hall.rate, points: 5', ''],
  ['share_of: hall.staff, points: 5', 'share-of-figure'],
];

describe('a step', () => {
  it.each(RISES)('%s', (step, expected) => {
    const isGiven = /^(?:relative|share_of)/u.test(step);
    expect(told(tableOf(`points: 30, ${isGiven ? 'award' : 'deduct'}: { ${step} }`))).toBe(expected);
  });
});

/** Places among the centres of a round, and rounds of a year. */
const RANKS: readonly (readonly [rank: string, told: string])[] = [
  ['{ last: 1 }', ''],
  ['{ last: 9999 }', ''],
  ['{ last: 10000 }', 'shape'],
  ['{ last: 0 }', 'shape'],
  ['{ last: 20% }', ''],
  ['{ last: 100% }', ''],
  ['{ last: 101% }', 'shape'],
  ['{ last: 0% }', 'shape'],
  ['{ last: 2.5% }', ''],
  ['{ last: 2.5 }', 'shape'],
  ['{ last: -1 }', 'shape'],
  ['{ first: 1, last: 1 }', 'shape'],
  ['{ first: 1, among: all }', ''],
  ['{ first: 1, among: some }', 'shape'],
  ['{}', 'shape'],
];

describe('a place', () => {
  it.each(RANKS)('%s', (rank, expected) => {
    const grades = `grades: [${labelled('{ id: A, at_least: 20 }, { id: B }')}]\n`;
    const veto = `vetoes: [{ id: v, title: 末位, rank: ${rank}, effect: { grade_at_most: B } }]\n`;
    expect(told(tableOf(ROW, grades + veto))).toBe(expected);
  });
});

const rowOf = (text: string): Item => {
  const { forms }: Scorecard = scorecardOf(text, ROW_VOCABULARY);
  const item = forms[0]?.sections[0].items[0];
  if (item === undefined) throw new Error('no row');
  return item;
};

const account = ({ start, floor, cap, worth }: Item): string =>
  `${start}, ${floor ?? 'none'} to ${cap ?? 'none'}, worth ${worth.least} to ${worth.most}`;

const TAKE = 'deduct: { points: 4, if: { hall.tidy: no } }';
const GIVE = 'award: { points: 4, if: { hall.tidy: yes } }';

/** Where a row of 10 points begins, between what it stays, and what it can come to. */
const ACCOUNTS: readonly (readonly [row: string, account: string])[] = [
  [TAKE, '10, 0 to 10, worth 0 to 10'],
  [GIVE, '0, 0 to 10, worth 0 to 10'],
  [`${TAKE}, start: full`, '10, 0 to 10, worth 0 to 10'],
  [`${TAKE}, start: 6`, '6, 0 to 10, worth 0 to 10'],
  [`${GIVE}, start: 6`, '6, 0 to 10, worth 0 to 10'],
  [`${GIVE}, ${TAKE}, start: full`, '10, 0 to 10, worth 0 to 10'],
  [`${GIVE}, ${TAKE}, start: 0`, '0, 0 to 10, worth 0 to 10'],
  [`${TAKE}, floor: -3`, '10, -3 to 10, worth -3 to 10'],
  [`${TAKE}, floor: 2`, '10, 2 to 10, worth 0 to 10'],
  [`${TAKE}, floor: none`, '10, none to 10, worth 0 to 10'],
  [`${TAKE.replace('4', '14')}, floor: none`, '10, none to 10, worth -4 to 10'],
  [`${GIVE}, ${TAKE}, start: 0, floor: none`, '0, none to 10, worth -4 to 10'],
  [`${GIVE}, cap: 12`, '0, 0 to 12, worth 0 to 12'],
  [`${GIVE}, cap: 2`, '0, 0 to 2, worth 0 to 10'],
  [`${GIVE}, cap: none`, '0, 0 to none, worth 0 to 10'],
  [`${GIVE.replace('4', '14')}, cap: none`, '0, 0 to none, worth 0 to 14'],
  [`${GIVE}, ${TAKE}, start: 8, cap: none`, '8, 0 to none, worth 0 to 12'],
  [`${TAKE}, cap: none`, '10, 0 to none, worth 0 to 10'],
];

describe('a row of 10 points', () => {
  it.each(ACCOUNTS)('%s', (row, expected) => {
    expect(account(rowOf(tableOf(`points: 10, ${row}`)))).toBe(expected);
  });

  it.each([
    [`${GIVE}, ${TAKE}`, 'start-unsaid'],
    [`${TAKE}, cap: 9`, 'cap-below-start'],
    [`${TAKE}, cap: 10`, ''],
    [`${TAKE}, start: 11`, 'cap-below-start'],
    [`${TAKE}, start: 11, cap: 11`, ''],
    [`${TAKE}, start: some`, 'not-a-figure'],
    [`${TAKE}, floor: some`, 'not-a-figure'],
    [`${TAKE}, floor: none`, ''],
    ['deduct: { each: { count: problems }, points: 1 }', ''],
    ['deduct: { each: { count: problems }, points: 1 }, floor: none', 'unbounded'],
    ['deduct: { each: { count: problems, plausible: 9 }, points: 1 }, floor: none', ''],
    ['deduct: { each: { count: problems }, points: 1, cap: 5 }, floor: none', ''],
    ['award: { each: { count: problems }, points: 1 }, cap: none', 'unbounded'],
    ['award: { each: { count: problems }, points: 1, cap: 5 }, cap: none', ''],
    ['deduct: { for_each: problems, points: 1 }, floor: none', 'unbounded'],
    ['deduct: { for_each: problems, plausible: 5, points: 1 }, floor: none', ''],
  ])('%s is refused as %j', (row, expected) => {
    expect(told(tableOf(`points: 10, ${row}`))).toBe(expected);
  });

  it('without a floor of its own, or one for all, is asked for it where it takes', () => {
    const bare = (row: string) => told(tableOf(`points: 10, ${row}`).replace('item_floor: 0\n', ''));
    expect([bare(TAKE), bare(GIVE), bare(`${TAKE}, floor: 0`)]).toEqual(['floor-unsaid', '', '']);
  });
});

/** The most that steps can take from a row, where nothing stops them; `facts` have a least and a most. */
const WORTHS: readonly (readonly [steps: string, least: string])[] = [
  ['{ points: 14, if: { hall.tidy: no } }', '-4'],
  ['[{ points: 14, if: { hall.tidy: no } }, { points: 1, if: { hall.lift: no } }]', '-5'],
  ['{ each: hall.staff, points: 1 }', '-2'],
  ['{ each: hall.staff, per: 5, steps: full, points: 6 }', '-2'],
  ['{ each: hall.staff, per: 5, steps: started, points: 6 }', '-8'],
  ['{ each: hall.staff, per: 5, steps: pro_rata, points: 6 }', '-4.4'],
  ['{ each: hall.staff, points: 1, then: [{ after: 10, points: 2, applies: further }] }', '-4'],
  ['{ each: hall.staff, points: 1, then: [{ after: 10, points: 2, applies: all }] }', '-14'],
  ['{ each: hall.staff, points: 2, cap: 13 }', '-3'],
  ['{ each: hall.staff, points: 2, cap: 30 }', '-14'],
  ['{ each: { fact: hall.staff, short_of: 15 }, points: 1 }', '-5'],
  ['{ each: { fact: hall.staff, beyond: 1 }, points: 1 }', '-1'],
  ['{ each: { fact: hall.staff, short_of: { fact: hall.windows, times: 2 } }, points: 1 }', '-8'],
  ['{ each: { fact: hall.staff, beyond: { fact: hall.windows } }, points: 1 }', '-2'],
  ['{ each: { missing: hall.notices, of: all }, points: 3 }', '-2'],
  ['{ each: { missing: hall.notices, of: [办理事项, 收费标准] }, points: 6 }', '-2'],
  ['{ each: { failed: [{ hall.tidy: yes }, { hall.lift: yes }, { hall.alarm: yes }] }, points: 4 }', '-2'],
  ['{ each: { count: problems, sample: { size: 4, when_short: scale } }, per: 1, steps: full, points: 3 }', '-2'],
  ['{ each: { tally: 脱岗, plausible: 12 }, points: 1 }', '-2'],
  ['{ share_of: hall.rate, points: 13 }', '-3'],
  ['{ tiers: hall.staff, bands: [{ at_least: 5, points: 12 }, { less_than: 5, points: 1 }] }', '-2'],
  ['{ tiers: hall.staff, bands: [{ more_than: 12, points: 20 }, { at_most: 12, points: 11 }] }', '-1'],
  ['{ options: [{ if: { hall.tidy: no }, points: 12 }, { if: { hall.lift: no }, points: 3 }], otherwise: 13 }', '-3'],
  ['{ options: [{ if: { hall.tidy: no }, points: 14 }], otherwise: 0 }', '-4'],
  ['{ entered: { range: [2, 12] } }', '-2'],
  ['{ entered: { range: [0, all] } }', '0'],
  ['{ entered: { options: [{ id: a, label: 差, points: 13 }, { id: b, label: 好, points: 1 }] } }', '-3'],
  ['{ best_of: [{ points: 12, if: { hall.tidy: no } }, { points: 14, if: { hall.lift: no } }] }', '-4'],
  ['{ group: [{ points: 12, if: { hall.tidy: no } }, { points: 14, if: { hall.lift: no } }] }', '-16'],
  ['{ group: [{ points: 12, if: { hall.tidy: no } }, { points: 14, if: { hall.lift: no } }], cap: 15 }', '-5'],
  ['{ for_each: problems, plausible: 4, points: 3 }', '-2'],
  ['{ for_each: problems, plausible: 4, points: 3, cap_each: 2.6 }', '-0.4'],
  ['{ for_each: problems, plausible: 4, points: 3, cap_each: 5 }', '-2'],
  ['{ for_each: problems, plausible: 4, points: 3, again: { after: 1, times: 2 } }', '-14'],
  ['{ for_each: problems, plausible: 4, points: 3, again: { after: 1, times: 2 }, cap_each: 4 }', '-6'],
  ['{ for_each: problems, plausible: 4, points_by: level, prices: { 省级: 3, 市级: 2 }, otherwise: 4 }', '-6'],
];

describe('a row that nothing stops goes down to what its steps take together', () => {
  it.each(WORTHS)('%s', (steps, least) => {
    expect(rowOf(tableOf(`points: 10, floor: none, deduct: ${steps}`)).worth.least).toBe(least);
  });
});

/** The least that an award gives raises what a row that gives and takes can come to. */
const GIVEN: readonly (readonly [award: string, worth: string])[] = [
  ['{ base: 5 }', '-9 to 10'],
  ['{ base: 12 }', '-2 to 12'],
  ['{ base: 5, cap: 3 }', '-11 to 10'],
  ['{ base: 5, only_if: { hall.lift: yes } }', '-14 to 10'],
  ['{ base: 5, excused_if: { hall.lift: yes } }', '-14 to 10'],
  ['{ points: 5, if: { hall.lift: yes } }', '-14 to 10'],
  ['{ entered: { range: [2, 12] } }', '-12 to 12'],
  ['{ options: [{ if: { hall.lift: yes }, points: 12 }], otherwise: 1 }', '-13 to 12'],
  ['{ best_of: [{ base: 3 }, { base: 11 }] }', '-11 to 11'],
  ['{ group: [{ base: 3 }, { base: 11 }] }', '0 to 14'],
  ['{ tiers: hall.staff, bands: [{ at_least: 5, points: 11 }, { less_than: 5, points: 1 }] }', '-13 to 11'],
  ['{ for_each: problems, plausible: 4, points: 3 }', '-14 to 12'],
  ['{ relative: hall.rate, to: best, wanted: highest, points: 11 }', '-14 to 11'],
];

describe('a row that gives, and takes 14, comes to', () => {
  it.each(GIVEN)('%s', (award, expected) => {
    const take = 'deduct: { points: 14, if: { hall.tidy: no } }';
    const row = rowOf(tableOf(`points: 10, start: 0, floor: none, cap: none, award: ${award}, ${take}`));
    expect(`${row.worth.least} to ${row.worth.most}`).toBe(expected);
  });
});
