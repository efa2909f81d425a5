import { operatorOf } from '../../language/operators.ts';
import type { Atom } from '../../language/walk.ts';
import { groupByEach } from '../../model/base/group.ts';
import { keptFor } from '../../model/base/memo.ts';
import { type Expression, isTermsTest, type TermsTest, type Test } from '../../model/standard/expression.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';

/** What two rules of one level both ask: the whole check, one test, or all terms of the shorter of two lists. */
export type Overlap =
  | { readonly kind: 'whole' }
  | { readonly kind: 'test'; readonly fact: string; readonly test: Test }
  | { readonly kind: 'terms'; readonly fact: string; readonly list: string; readonly codes: readonly string[] };

/** The tests that must all hold for a check to hold. */
const demands = (expression: Expression): readonly Atom[] => {
  if (expression.kind === 'all') return expression.of.flatMap(demands);
  return expression.kind === 'test' ? [expression] : [];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const wantsAll = (test: Test): test is TermsTest => {
  const demand = operatorOf(test).demand?.(test, true);
  return isTermsTest(test) && demand?.kind === 'hold' && demand.n === test.terms.codes.length;
};

const overlapOf = (a: Atom, b: Atom): readonly Overlap[] => {
  if (a.fact.id !== b.fact.id || !same(a.fact, b.fact)) return [];
  const fact = a.fact.id;
  if (same(a.test, b.test)) return [{ kind: 'test', fact, test: a.test }];
  if (!wantsAll(a.test) || !wantsAll(b.test)) return [];
  const [fewer, more] = [a.test.terms, b.test.terms].toSorted((x, y) => x.codes.length - y.codes.length);
  const contained = fewer?.codes.every(code => more?.codes.includes(code)) ?? false;
  return contained && fewer ? [{ kind: 'terms', fact, list: fewer.list, codes: fewer.codes }] : [];
};

/** A rule with what it asks and when as texts, to hold rules against each other by. */
interface Told {
  readonly rule: Rule;
  readonly when: string | undefined;
  readonly require: string;
  readonly demands: readonly Atom[];
}

const told = (rule: Rule): Told => ({
  rule,
  when: JSON.stringify(rule.when),
  require: JSON.stringify(rule.require),
  demands: demands(rule.require),
});

const compare = (one: Told, two: Told): readonly Overlap[] => {
  if (one.when !== two.when || !one.rule.levels.some(level => two.rule.levels.includes(level))) return [];
  if (one.require === two.require) return [{ kind: 'whole' }];
  return one.demands.flatMap(a => two.demands.flatMap(b => overlapOf(a, b)));
};

/** Each with those before it that have a key in common with it. */
export const pairsSharing = <T>(
  all: readonly T[],
  keysOf: (one: T) => Iterable<string>,
): readonly (readonly [one: T, earlier: T])[] => {
  const numbered = [...all.entries()];
  const sharing = groupByEach(numbered, ([, one]) => keysOf(one));
  return numbered.flatMap(([at, one]) => {
    const alike = new Set([...keysOf(one)].flatMap(key => sharing.get(key) ?? []));
    const earlier = [...alike].filter(([index]) => index < at).toSorted(([a], [b]) => a - b);
    return earlier.map(([, other]) => [one, other] as const);
  });
};

/** Duties that two rules of one level state, whole or in part, under one and the same condition. */
export const overlapsOf = keptFor(({ rules }: Pick<Pack, 'rules'>) =>
  pairsSharing(rules.map(told), one => [one.require, ...one.demands.map(({ fact }) => fact.id)]).flatMap(([one, two]) =>
    compare(one, two).map(overlap => ({ rule: one.rule, other: two.rule, overlap })),
  ),
);
