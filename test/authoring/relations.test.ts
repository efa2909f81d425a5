import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Relation, relationsOf } from '../../src/authoring/lint/relations.ts';
import { plainFacts } from '../../src/authoring/prove/plain.ts';
import { evaluateRule } from '../../src/evaluate/rule.ts';
import type { Pack, Rule } from '../../src/model/standard/pack.ts';
import { runs } from '../support/hunt.ts';
import { profileOf } from '../support/inline.ts';
import { packWith } from './support.ts';

const ASK = `ask:
  hall.hours: { label: { zh: 开放时间, en: Hours }, type: hours, verify: { zh: 看公示, en: Read it } }
  hall.closed: { label: { zh: 关闭日期, en: Day of closing }, type: date, verify: { zh: 看公示, en: Read it } }
require: { hall.clean: yes }`;

/** Two rules, behind one that declares what the vocabulary lacks. */
const packOf = (first: string, second: string): Pack => packWith(ASK, first, second);

const relationsIn = (pack: Pack): readonly Relation[] => relationsOf(pack).filter(({ other }) => other.id !== 'r1');

const outcome = (pack: Pack, rule: Rule, facts: unknown): string =>
  evaluateRule(rule, { profile: profileOf(JSON.stringify(facts), pack.vocabulary), asOf: '2026-06-01' }).outcome;

const every = (test: string, empty = 'unmet'): string =>
  `require: { every: counters, have: { height: { ${test} } }, when_empty: ${empty} }`;
const some = (test: string): string => `require: { some: counters, have: { height: { ${test} } } }`;
const number = (test: string): string => `require: { count: counters, where: { use: 服务区 }, is: { ${test} } }`;
const after = (test: string, word = 'days'): string =>
  `require: { hall.closed: { ${word}: { from: { fact: hall.opened }, is: { ${test} } } } }`;
const hours = (test: string): string => `require: { hall.hours: { ${test} } }`;
const times = (test: string): string => `require: { hall.seats: { ${test} } }`;

type Row = readonly [first: string, second: string, ...told: (readonly [string, string])[]];

/** Pairs of rules r2 and r3, and what is told of them: `follows` names the one that asks nothing more. */
const PAIRS: Readonly<Record<string, Row>> = {
  'every one of a list within other bounds': [every('at_least: 80 cm'), every('at_least: 0.7 m'), ['follows', 'r3']],
  'every one of a list on both sides': [every('at_least: 80 cm'), every('at_most: 70 cm'), ['conflict', 'r3']],
  'an empty list meets both': [every('at_least: 80 cm', 'met'), every('at_most: 70 cm', 'met')],
  'an empty list meets one': [every('at_least: 80 cm', 'met'), every('at_least: 70 cm', 'unmet')],
  'edges that touch': [every('at_least: 80 cm'), every('at_most: 80 cm')],
  'edges of which one is left out': [every('at_least: 80 cm'), every('less_than: 80 cm'), ['conflict', 'r3']],
  'some of a list on both sides': [some('at_least: 80 cm'), some('at_most: 70 cm')],
  'some of a list within other bounds': [some('at_least: 80 cm'), some('more_than: 70 cm'), ['follows', 'r3']],
  'every and some': [every('at_least: 80 cm'), some('at_least: 70 cm')],
  'how many there are': [number('at_least: 3'), number('at_most: 2'), ['conflict', 'r3']],
  'two bounds of which the strict one holds': [
    number('at_least: 2, more_than: 2'),
    number('more_than: 2'),
    ['follows', 'r3'],
  ],
  'the same two the other way round': [
    number('more_than: 2, at_least: 2'),
    number('at_least: 3, at_most: 9'),
    ['follows', 'r2'],
  ],
  'two bounds of which the tighter one holds': [
    number('at_most: 4, less_than: 3'),
    number('at_most: 3'),
    ['follows', 'r3'],
  ],
  'days after a date': [after('at_most: 5'), after('at_most: 9'), ['follows', 'r3']],
  'days after a date, on both sides': [after('at_most: 5'), after('more_than: 9'), ['conflict', 'r3']],
  'days of a week': [hours('open_days: { at_least: 6 }'), hours('open_days: { at_most: 5 }'), ['conflict', 'r3']],
  'hours of a week': [hours('weekly: { at_least: 40 h }'), hours('weekly: { at_least: 35 h }'), ['follows', 'r3']],
  'when a place opens': [hours('opens: { by: "8:30" }'), hours('opens: { by: "9:00" }'), ['follows', 'r3']],
  'so many for each': [
    times('at_least: { fact: hall.windows, times: 3 }'),
    times('at_least: { fact: hall.windows, times: 2 }'),
    ['follows', 'r3'],
  ],
  'more than so many for each, where there may be none': [
    times('at_least: { fact: hall.windows, times: 3 }'),
    times('more_than: { fact: hall.windows, times: 2 }'),
  ],
  'so many for each, on both sides, where there may be none': [
    times('at_least: { fact: hall.windows, times: 3 }'),
    times('at_most: { fact: hall.windows, times: 2 }'),
  ],
  'so many for each of different things': [
    times('at_least: { fact: hall.windows, times: 3 }'),
    times('at_least: { fact: counters, times: 2 }'),
  ],
  'a sum': [
    'require: { sum: [hall.seats, hall.windows], is: { at_least: 5 } }',
    'require: { sum: [hall.seats, hall.windows], is: { at_most: 3 } }',
    ['conflict', 'r3'],
  ],
  'a condition on the stricter alone': [
    `when: { hall.heated: yes }\n${every('at_least: 80 cm')}`,
    every('at_least: 70 cm'),
  ],
  'a condition on the milder alone': [
    every('at_least: 80 cm'),
    `when: { hall.heated: yes }\n${every('at_least: 70 cm')}`,
    ['follows', 'r3'],
  ],
};

/** Facts that a claim shows have to be what it says of them, as the engine reads and audits them. */
const holdsShown = (pack: Pack, { kind, rule, other, facts }: Relation): void => {
  const shown = plainFacts(facts, pack.vocabulary, 'id');
  expect([outcome(pack, other, shown), outcome(pack, rule, shown) === 'pass']).toEqual(['pass', kind === 'follows']);
};

describe('rules that ask records, reckoned figures, hours and days', () => {
  it.each(Object.entries(PAIRS))('%s', (_, [first, second, ...told]) => {
    const pack = packOf(first, second);
    const found = relationsIn(pack);
    expect(found.map(({ kind, rule }) => [kind, rule.id])).toEqual(told);
    for (const relation of found) holdsShown(pack, relation);
  });
});

const figure = fc.integer({ min: 0, max: 4 });
const test = fc.oneof(
  fc.tuple(fc.constantFrom('at_least', 'at_most', 'more_than', 'less_than', 'equals'), figure),
  fc.tuple(
    fc.constant('between'),
    fc.tuple(figure, figure).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  ),
);

const written = (
  [op, asked]: readonly [string, number | readonly number[]],
  figureText: (n: number) => string,
): string => `${op}: ${typeof asked === 'number' ? figureText(asked) : `[${asked.map(figureText).join(', ')}]`}`;

const cm = (n: number): string => `${n} cm`;
const each = (n: number): string => `{ fact: hall.windows, times: ${n + 1} }`;
const plain = (n: number): string => `${n}`;

const FORMS: readonly (readonly [check: (test: string) => string, figure: (n: number) => string])[] = [
  [text => every(text, 'met'), cm],
  [text => every(text, 'unmet'), cm],
  [text => every(text, 'unknown'), cm],
  [some, cm],
  [number, plain],
  [times, each],
  [text => after(text), plain],
  [text => hours(`open_days: { ${text} }`), plain],
];

const DAYS = ['周一', '周一、周二', '周一至周三', '周一至周四', '周一至周五'];

/** Centres of every size that the figures tell apart. */
const CENTRES: readonly unknown[] = [0, 1, 2, 3, 4].flatMap(a =>
  [0, 1, 2, 3, 4, 9].map(b => ({
    counters: [a, b].slice(0, a).map(height => ({ height: `${height}cm`, use: '服务区' })),
    'hall.seats': b * 2,
    'hall.windows': a,
    'hall.opened': '2026-01-01',
    'hall.closed': `2026-01-${String(1 + b).padStart(2, '0')}`,
    'hall.hours': `${DAYS[a]} 8:30-12:00`,
  })),
);

it('no centre gives the lie to what is told of two rules', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORMS), test, test, ([check, figureText], a, b) => {
      const pack = packOf(check(written(a, figureText)), check(written(b, figureText)));
      for (const relation of relationsIn(pack)) {
        holdsShown(pack, relation);
        const both = CENTRES.map(facts => [relation.other, relation.rule].map(rule => outcome(pack, rule, facts)));
        const lies = both.filter(
          ([other, rule]) => other === 'pass' && (relation.kind === 'follows') !== (rule === 'pass'),
        );
        expect(lies).toEqual([]);
      }
    }),
    { numRuns: runs(15) },
  );
});
