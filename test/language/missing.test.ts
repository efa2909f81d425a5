import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/language/judge.ts';
import type { Fact, Value } from '../../src/model/base/value.ts';
import { gapsOf, missingIn, type Verdict } from '../../src/model/finding/finding.ts';
import type { Expression, Test } from '../../src/model/standard/expression.ts';
import { findingOf } from '../support/inline.ts';
import { VOCABULARY } from './operators.vocabulary.ts';

const ROWS: readonly (readonly [name: string, body: string, profile: string, missing: readonly string[]])[] = [
  [
    'a fact and the one it is held against',
    'require: { hall.area: { at_least: { fact: hall.office_area } } }',
    'hall.desks: 1',
    ['hall.area', 'hall.office_area'],
  ],
  [
    'none that is declared',
    'require: { hall.area: { at_least: { fact: hall.office_area } } }',
    'hall.office_area: 20',
    ['hall.area'],
  ],
  [
    'none that the fact, which does not apply, would be held against',
    'require: { hall.area: { at_least: { fact: hall.office_area } } }',
    'hall.area: 不适用',
    ['hall.area'],
  ],
  [
    'both ends of a range',
    'require: { hall.desks: { between: [{ fact: hall.seats }, { each: 2, of: windows }] } }',
    'hall.area: 1',
    ['hall.desks', 'hall.seats', 'windows'],
  ],
  [
    'every figure that will do',
    'require: { hall.desks: { one_of: [{ fact: hall.seats }, { each: 2, of: windows }] } }',
    'hall.desks: 2',
    ['hall.seats', 'windows'],
  ],
  [
    'a day, the one it is counted from and the figure it is held against',
    'require: { hall.closed: { days: { from: { fact: hall.opened }, is: { at_most: 5 day } } } }',
    'hall.area: 1',
    ['hall.closed', 'hall.opened'],
  ],
  [
    'a list and the one it covers',
    'require: { hall.amenities: { covers: hall.promised } }',
    'hall.area: 1',
    ['hall.amenities', 'hall.promised'],
  ],
  [
    'the parts of a sum and what it is held against',
    'require: { sum: [hall.area, hall.office_area], is: { at_least: { each: 6 m², of: windows } } }',
    'hall.area: 1',
    ['hall.office_area', 'windows'],
  ],
  [
    'a list and what all its records are held against',
    'require: { every: counters, where: { use: 填单台 }, have: { height: { at_most: { fact: reach } } }, when_empty: met }',
    'hall.area: 1',
    ['counters'],
  ],
  [
    'a list and the fact that a record is held against',
    'require: { some: windows, have: { all: [{ staffed: yes }, { hall.copies: yes }] } }',
    'hall.area: 1',
    ['windows', 'hall.copies'],
  ],
  [
    'none that a record can do without',
    'require: { some: windows, have: { any: [{ staffed: yes }, { hall.copies: yes }] } }',
    'hall.copies: 是',
    ['windows'],
  ],
  [
    'a list and how many of it are wanted',
    'require: { count: windows, where: { staffed: yes }, is: { at_least: { fact: hall.desks } } }',
    'hall.area: 1',
    ['windows', 'hall.desks'],
  ],
  [
    'what a record is counted by and how many are wanted',
    'require: { count: windows, where: { staffed: yes }, is: { at_least: { fact: hall.desks } } }',
    'windows: [{ kind: 信访窗口 }]',
    ['hall.desks', 'windows[1].staffed'],
  ],
  [
    'what has only to be declared',
    'require: { any: [{ hall.area: { declared: yes } }, { hall.copies: yes }] }',
    'hall.desks: 1',
    ['hall.copies', 'hall.area'],
  ],
  [
    'what must not be declared',
    'require: { all: [{ hall.area: { declared: no } }, { hall.copies: yes }] }',
    'hall.desks: 1',
    ['hall.copies', 'hall.area'],
  ],
  [
    'none that could turn one part of several, and not the whole',
    'require: { any: [{ all: [{ hall.area: { declared: yes } }, { hall.ledger: yes }] }, { hall.copies: yes }] }',
    'hall.ledger: 否',
    ['hall.copies'],
  ],
  [
    'what turns one part of several with another that is open',
    'require: { any: [{ all: [{ hall.area: { declared: yes } }, { hall.ledger: yes }] }, { hall.copies: yes }] }',
    'hall.desks: 1',
    ['hall.copies', 'hall.area', 'hall.ledger'],
  ],
  [
    'what a condition hangs on by its silence',
    'when: { not: { hall.area: { declared: yes } } }\nrequire: { hall.copies: yes }',
    'hall.desks: 1',
    ['hall.copies', 'hall.area'],
  ],
  [
    'what lets a record in by its silence',
    'require: { every: counters, where: { any: [{ use: { declared: no } }, { use: 填单台 }] }, have: { height: { equals: 70 cm } }, when_empty: unmet }',
    'counters: [{ name: 1号台 }, { name: 2号台, use: 填单台, height: 70 }]',
    ['counters[1].height', 'counters[1].use'],
  ],
  [
    'what keeps a record out by its silence',
    'require: { every: counters, where: { use: { declared: yes } }, have: { height: { equals: 70 cm } }, when_empty: unmet }',
    'counters: [{ name: 1号台 }, { name: 2号台, use: 填单台 }]',
    ['counters[2].height', 'counters[1].use', 'counters[1].height'],
  ],
  [
    'what a record lacks where it may be that none is concerned',
    'require: { every: counters, where: { use: 填单台 }, have: { height: { equals: 70 cm } }, when_empty: unknown }',
    'counters: [{ name: 1号台 }, { name: 2号台, height: 70 }]',
    ['counters[1].use', 'counters[2].use', 'counters[1].height'],
  ],
  [
    'what each lacks where it may be that none is concerned',
    'require: { every: counters, where: { use: 填单台 }, have: { height: { equals: 70 cm } }, when_empty: unknown }',
    'counters: [{ name: 1号台 }]',
    ['counters', 'counters[1].use', 'counters[1].height'],
  ],
  [
    'what keeps a record from being the one',
    'require: { some: counters, where: { use: { declared: yes } }, have: { height: { equals: 70 cm } } }',
    'counters: [{ name: 1号台, height: 70 }, { name: 2号台, use: 填单台 }]',
    ['counters[2].height', 'counters[1].use'],
  ],
  [
    'what keeps a record from being counted, where more is open',
    'require: { any: [{ count: counters, where: { use: { declared: yes } }, is: { at_least: 2 } }, { hall.copies: yes }] }',
    'counters: [{ name: 1号台 }, { name: 2号台, use: 填单台 }]',
    ['hall.copies', 'counters[1].use'],
  ],
  [
    'none that keeps a record out where there are enough',
    'require: { any: [{ count: counters, where: { use: { declared: yes } }, is: { at_most: 0 } }, { hall.copies: yes }] }',
    'counters: [{ name: 1号台 }, { name: 2号台, use: 填单台 }]',
    ['hall.copies'],
  ],
];

describe('an unknown finding names', () => {
  it.each(ROWS)('%s', (_, body, profile, missing) => {
    const finding = findingOf(body, profile, VOCABULARY);
    expect(finding.outcome).toBe('unknown');
    expect(gapsOf(finding).map(({ fact }) => fact)).toEqual(missing);
  });
});

const location = { file: 'p.yaml', line: 1, column: 1 };

const yesNo = (value: boolean): Value => ({ type: 'yes_no', value });
const count = (amount: string): Value => ({ type: 'count', amount });

const ANSWERS: Readonly<Record<string, readonly Value[]>> = {
  copies: [yesNo(true), yesNo(false)],
  ledger: [yesNo(true), yesNo(false)],
  desks: [count('1'), count('2')],
  seats: [count('1'), count('2')],
};

const FACTS = Object.keys(ANSWERS);

type Said = readonly (readonly [fact: string, value: Value])[];

const judged = (expression: Expression, said: Said): Verdict => {
  const facts = new Map(said.map(([id, value]): [string, Fact] => [id, { state: 'declared', value, location }]));
  return judge(expression, {
    profile: { path: 'p.yaml', sha256: '', center: {}, facts, places: new Map(), root: location },
  });
};

const test = (id: string, asked: Test): Expression => ({ kind: 'test', fact: { scope: 'center', id }, test: asked });

const ATOMS: readonly Expression[] = [
  ...['copies', 'ledger'].map(id =>
    test(id, { op: 'equals', operand: { kind: 'value', value: { type: 'yes_no', value: true } } }),
  ),
  ...FACTS.flatMap(id => [true, false].map(wanted => test(id, { op: 'declared', wanted }))),
  test('desks', { op: 'at_least', operand: { kind: 'fact', fact: 'seats', times: '1' } }),
  test('seats', { op: 'equals', operand: { kind: 'fact', fact: 'desks', times: '2' } }),
];

const { tree: expressions } = fc.letrec<{ tree: Expression }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...ATOMS),
    fc
      .tuple(fc.constantFrom('all', 'any'), tie('tree'), tie('tree'))
      .map(([kind, a, b]): Expression => ({ kind, of: [a, b] })),
    fc
      .tuple(tie('tree'), tie('tree'), tie('tree'))
      .map(([a, b, c]): Expression => ({ kind: 'at_least', n: 2, of: [a, b, c] })),
    tie('tree').map((of): Expression => ({ kind: 'not', of })),
  ),
}));

/** Every way in which some facts may be declared, or not. */
const waysOf = (facts: readonly string[]): readonly Said[] =>
  facts.reduce<readonly Said[]>(
    (ways, fact) => ways.flatMap(way => [way, ...(ANSWERS[fact] ?? []).map((value): Said => [...way, [fact, value]])]),
    [[]],
  );

/** Whether a fact decides in any of the ways in which the others may be declared. */
const decides = (expression: Expression, fact: string): boolean =>
  waysOf(FACTS.filter(other => other !== fact)).some(way => {
    const { truth } = judged(expression, way);
    return (ANSWERS[fact] ?? []).some(value => judged(expression, [...way, [fact, value]]).truth !== truth);
  });

describe('the ledger of what is missing', () => {
  it('leaves out no fact that could still decide', () => {
    fc.assert(
      fc.property(expressions, expression => {
        const verdict = judged(expression, []);
        if (verdict.truth !== 'unknown') return;
        const named = missingIn(verdict).map(gap => gap.fact);
        expect(FACTS.filter(fact => decides(expression, fact) && !named.includes(fact))).toEqual([]);
      }),
    );
  });
});
