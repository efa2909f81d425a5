import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../src/evaluate/rule.ts';
import { dateOf, dayNumber, isDay } from '../../src/model/base/day.ts';
import type { ScalarValue, Value } from '../../src/model/base/value.ts';
import { type Expression, operandsOf, partsOf, type Test } from '../../src/model/standard/expression.ts';
import type { Pack, Rule } from '../../src/model/standard/pack.ts';
import type { FactDefinition } from '../../src/model/standard/vocabulary.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { expectedFor } from '../../src/words/checks/expressions.ts';
import { countsText } from '../../src/words/checks/meaning.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();
const packs = await Promise.all(library.packIds().map(async id => succeed(await library.pack(id))));

const place = { file: '', line: 1, column: 1 };

/** A test of how much or how many, and of what. */
interface Limit {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly fact: FactDefinition;
  readonly test: Test;
}

const NUMBERS = ['quantity', 'count', 'percent', 'date'];

const figuresOf = (test: Test): readonly ScalarValue[] =>
  operandsOf(test).flatMap(operand => (operand.kind === 'value' ? [operand.value] : []));

const isLimit = (test: Test): boolean =>
  figuresOf(test).length > 0 &&
  operandsOf(test).every(operand => operand.kind === 'value' && NUMBERS.includes(operand.value.type));

const testsIn = (expression: Expression): readonly { readonly id: string; readonly tests: readonly Test[] }[] => [
  ...(expression.kind === 'test' ? [{ id: expression.fact.id, tests: [expression.test] }] : []),
  ...(expression.kind === 'count'
    ? [{ id: expression.records, tests: [{ op: 'count', tests: expression.tests }] }]
    : []),
  ...partsOf(expression).flatMap(testsIn),
];

/** Every limit that a pack sets, in whatever part of a rule and in whichever reading of it. */
const limitsOf = (pack: Pack): readonly Limit[] =>
  pack.rules.flatMap(rule => {
    const asked = [rule, ...(rule.readings ?? []).flatMap(reading => reading.asked ?? [])];
    const sides = asked.flatMap(({ when, require }) => [require, ...(when ? [when] : [])]);
    return sides.flatMap(testsIn).flatMap(({ id, tests }) => {
      const fact = pack.vocabulary.fact.get(id);
      return fact === undefined ? [] : tests.filter(isLimit).map(test => ({ pack, rule, fact, test }));
    });
  });

const limits = packs.flatMap(limitsOf);

/** The rule with nothing but the one test, asked of the centre. */
const alone = ({ rule, fact, test }: Limit): Rule => {
  const { when: _, due: __, readings: ___, ...rest } = rule;
  return { ...rest, period: {}, require: { kind: 'test', fact: { scope: 'center', id: fact.id }, test } };
};

const valueAt = (fact: FactDefinition, figure: ScalarValue, at: number): Value | undefined => {
  const whole = String(Math.trunc(at));
  if (fact.type === 'records')
    return {
      type: 'records',
      items: Array.from({ length: at }, (_, index) => ({ key: `${index}`, location: place, facts: new Map() })),
    };
  if (fact.type === 'terms')
    return {
      type: 'terms',
      list: fact.list,
      terms: Array.from({ length: at }, (_, index) => ({ code: `other:${index}`, location: place })),
    };
  if (figure.type === 'date') return { type: 'date', value: dateOf(at) };
  if (figure.type === 'quantity') return { type: 'quantity', amount: String(at), unit: figure.unit };
  if (figure.type === 'percent') return at > 100 ? undefined : { type: 'percent', amount: String(at) };
  return figure.type === 'count' ? { type: 'count', amount: whole } : undefined;
};

const numberOf = (figure: ScalarValue): number =>
  figure.type === 'date' ? dayNumber(figure.value) : 'amount' in figure ? Number(figure.amount) : Number.NaN;

/** What a reader of the sentence takes it to say of a number. */
const LINES: readonly (readonly [RegExp, (at: number, low: number, high: number) => boolean])[] = [
  [/(?:≥|至少|不早于|at least|no earlier than) (?<a>\S+)/u, (at, a) => at >= a],
  [/(?:≤|不超过|不晚于|at most|no later than) (?<a>\S+)/u, (at, a) => at <= a],
  [/(?:>|多于|more than) (?<a>\S+)/u, (at, a) => at > a],
  [/(?:<|少于|less than) (?<a>\S+)/u, (at, a) => at < a],
  [/(?<a>[\d.]+)[～–](?<b>[\d.]+)/u, (at, a, b) => at >= a && at <= b],
  [/(?:在|from) (?<a>\S+?) ?(?:至|to) (?<b>[\d-]+|\d+年\d+月\d+日)/u, (at, a, b) => at >= a && at <= b],
  [/(?<a>[\d.]+)[^\d]*(?:或|or) ?(?<b>[\d.]+)[^\d]*$/u, (at, a, b) => at === a || at === b],
  [/(?<a>[\d.-]+(?:年\d+月\d+日)?)[^\d]*$/u, (at, a) => at === a],
];

const asNumber = (text: string | undefined): number => {
  const day = (text ?? '').replace(
    /(\d+)年(\d+)月(\d+)日.*/u,
    (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  );
  return isDay(day) ? dayNumber(day) : Number.parseFloat(day);
};

const readerOf = (sentence: string): ((at: number) => boolean) => {
  for (const [shape, holds] of LINES) {
    const found = shape.exec(sentence)?.groups;
    if (found === undefined) continue;
    const { a, b } = found;
    return at => holds(at, asNumber(a), asNumber(b));
  }
  throw new Error(`no limit in “${sentence}”`);
};

const outcomeAt = (limit: Limit, value: Value): string => {
  const facts = new Map([[limit.fact.id, { state: 'declared', value, location: place } as const]]);
  const profile = { path: '', sha256: '', center: {}, facts, places: new Map(), root: place };
  return evaluateRule(alone(limit), { profile, asOf: '2025-01-01' }).outcome;
};

const isWhole = ({ fact }: Limit, figure: ScalarValue): boolean =>
  fact.type === 'records' || fact.type === 'terms' || figure.type === 'count' || figure.type === 'date';

/** At, just below and just above every figure of a limit. */
const around = (limit: Limit): readonly number[] =>
  figuresOf(limit.test).flatMap(figure => {
    const step = isWhole(limit, figure) ? 1 : 0.1;
    const at = numberOf(figure);
    return [at - step, at, at + step].map(near => Math.round(near * 10) / 10).filter(near => near >= 0);
  });

const check = (limit: Limit): void => {
  const [figure] = figuresOf(limit.test);
  const rule = alone(limit);
  const told = (['zh', 'en'] as const).map(lang =>
    readerOf(expectedFor(rule, { vocabulary: limit.pack.vocabulary, lang })),
  );
  const counts = countsText(rule, { vocabulary: limit.pack.vocabulary, lang: 'zh' }).join();
  for (const at of around(limit)) {
    const value = figure && valueAt(limit.fact, figure, at);
    if (value === undefined) continue;
    const outcome = outcomeAt(limit, value);
    const said = expectedFor(rule, { vocabulary: limit.pack.vocabulary, lang: 'zh' });
    for (const holds of told) expect(holds(at) ? 'pass' : 'fail', `${limit.rule.id}：${said} · ${at}`).toBe(outcome);
    if (!figuresOf(limit.test).some(one => numberOf(one) === at)) continue;
    if (counts.includes('恰好等于所定的数算符合')) expect(outcome, said).toBe('pass');
    if (counts.includes('恰好等于所定的数不算符合')) expect(outcome, said).toBe('fail');
  }
};

/** A limit with other figures in place of its own, in the same order. */
const moved = (test: Test, by: number): Test => {
  const shift = (value: ScalarValue): ScalarValue => {
    if (value.type === 'date') return { ...value, value: dateOf(dayNumber(value.value) + Math.trunc(by)) };
    if (!('amount' in value)) return value;
    const far = Math.round((Number(value.amount) + by) * 10) / 10;
    return {
      ...value,
      amount: String(
        Math.max(1, value.type === 'count' ? Math.trunc(far) : Math.min(far, value.type === 'percent' ? 99 : far)),
      ),
    };
  };
  return JSON.parse(JSON.stringify(test), (key, value) =>
    key === 'value' && value?.type !== undefined ? shift(value) : value,
  );
};

describe('a sentence about a limit', () => {
  it.each(packs.map(pack => [pack.id, limitsOf(pack)] as const))(
    'of %s is what the evaluator does at, below and above it',
    (_, own) => {
      for (const limit of own) check(limit);
    },
  );

  it('is so for any figure', () => {
    expect(limits.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.nat(limits.length - 1), fc.integer({ min: 0, max: 4000 }), (index, tenths) => {
        const limit = limits[index];
        if (limit !== undefined) check({ ...limit, test: moved(limit.test, tenths / 10) });
      }),
    );
  });
});
