import { isNonEmpty, type NonEmpty } from '../model/base/text.ts';
import type { Value } from '../model/base/value.ts';
import type { Gap, Ground, Verdict } from '../model/finding/finding.ts';
import type { Expression } from '../model/standard/expression.ts';
import { judgeNumber } from './operators/count.ts';
import { operatorOf } from './operators.ts';
import { equal } from './truth/compare.ts';
import { gapOf, groundOf, type ItemScope, type Resolved, resolve, type Scope } from './truth/scope.ts';
import { all, any, met, unknown, unmet } from './truth/verdict.ts';

/** What an expression says; a quantifier asks it of each record. */
export type Judge = (expression: Expression, scope: Scope) => Verdict;

export interface List {
  readonly at: Resolved;
  readonly ground: Ground;
  readonly items: readonly ItemScope[];
}

/** The records of a list, or the verdict that the list is not known. */
export const listOf = (records: string, scope: Scope): List | Verdict => {
  const at = resolve({ scope: 'center', id: records }, scope);
  if (at.fact?.state !== 'declared') return unknown(gapOf(at));
  if (at.fact.value.type !== 'records') throw new Error(`${records} is not a list of records`);
  const items = at.fact.value.items.map((item, index) => ({ records, number: index + 1, item }));
  return { at, ground: groundOf(at, at.fact.value), items };
};

export interface Selected {
  readonly item: ItemScope;
  readonly chosen: Verdict | undefined;
}

/** The records that a filter lets through, or may let through once more is known. */
export const select = (
  items: readonly ItemScope[],
  where: Expression | undefined,
  scope: Scope,
  judge: Judge,
): readonly Selected[] =>
  items
    .map(item => ({ item, chosen: where && judge(where, { ...scope, item }) }))
    .filter(({ chosen }) => chosen?.truth !== 'unmet');

export const isCertain = ({ chosen }: Selected): boolean => chosen === undefined || chosen.truth === 'met';

export const unknowns = (verdicts: readonly (Verdict | undefined)[]): readonly Gap[] =>
  verdicts.flatMap(verdict => (verdict?.truth === 'unknown' ? verdict.gaps : []));

type Some = Extract<Expression, { kind: 'some' }>;

export const judgeSome = (expression: Some, scope: Scope, judge: Judge): Verdict => {
  const list = listOf(expression.records, scope);
  if ('truth' in list) return list;
  const { path: fact, location } = list.at;
  const verdicts = select(list.items, expression.where, scope, judge).map(({ item, chosen }) => {
    const verdict = judge(expression.have, { ...scope, item });
    return chosen === undefined || verdict.truth === 'unmet' ? verdict : all([chosen, verdict]);
  });
  return isNonEmpty(verdicts) ? any(verdicts) : unmet([list.ground], { kind: 'empty', fact, location });
};

type Every = Extract<Expression, { kind: 'every' }>;

/** Whatever a record that may not be concerned says, it can at most leave the matter open. */
const weaken = (chosen: Verdict | undefined, verdict: Verdict): Verdict => {
  const gaps = unknowns([chosen, verdict]);
  return chosen?.truth === 'unknown' && verdict.truth !== 'met' && isNonEmpty(gaps) ? unknown(gaps) : verdict;
};

export const judgeEvery = (expression: Every, scope: Scope, judge: Judge): Verdict => {
  const list = listOf(expression.records, scope);
  if ('truth' in list) return list;
  const selected = select(list.items, expression.where, scope, judge);
  const asked = selected.map(({ item, chosen }) => ({ chosen, own: judge(expression.have, { ...scope, item }) }));
  const parts = [
    ...asked.map(({ chosen, own }) => weaken(chosen, own)),
    ...expression.alike.flatMap(field => askAlike(field, selected, scope)),
  ];
  if (selected.some(isCertain) && isNonEmpty(parts)) return all(parts);
  const empty = whenEmpty(expression, list);
  const same = empty.truth === 'unmet' ? asked.map(({ own }) => own) : parts;
  const gaps = unknowns([...selected.map(({ chosen }) => chosen), ...parts]);
  return isNonEmpty(gaps) && !same.every(({ truth }) => truth === empty.truth) ? unknown(gaps) : empty;
};

const whenEmpty = ({ whenEmpty: holds }: Every, { at, ground }: List): Verdict => {
  if (holds === 'met') return met(ground);
  const { path: fact, location } = at;
  return holds === 'unmet'
    ? unmet([ground], { kind: 'empty', fact, location })
    : unknown(gapOf(at, 'nothing-to-check'));
};

/** A record that may not be concerned can make the others unlike, or leave that open. */
const askAlike = (field: string, selected: readonly Selected[], scope: Scope): readonly Verdict[] => {
  const certain = testAlike(field, selected.filter(isCertain), scope);
  const wide = testAlike(field, selected, scope);
  const gaps = unknowns([...selected.map(({ chosen }) => chosen), ...wide]);
  const settled = certain.some(({ truth }) => truth === 'unmet') || wide.every(({ truth }) => truth === 'met');
  return settled || !isNonEmpty(gaps) ? (certain.length > 0 ? certain : wide) : [unknown(gaps)];
};

const testAlike = (field: string, selected: readonly Selected[], scope: Scope): readonly Verdict[] => {
  const entries = selected.map(({ item }) => resolve({ scope: 'item', id: field }, { ...scope, item }));
  const known = entries.flatMap(at => (at.fact?.state === 'declared' ? [{ at, value: at.fact.value }] : []));
  const [first, ...rest] = known;
  if (first === undefined) return [];
  const odd = rest.filter(other => !sameValue(first.value, other.value));
  const grounds: NonEmpty<Ground> = [
    groundOf(first.at, first.value),
    ...odd.map(({ at, value }) => groundOf(at, value)),
  ];
  if (odd.length > 0)
    return [
      unmet(
        grounds,
        ...odd.map(({ at }) => ({ kind: 'unlike', field, fact: at.path, location: at.location }) as const),
      ),
    ];
  const gaps = entries.filter(at => at.fact?.state !== 'declared').flatMap(at => gapOf(at));
  return [isNonEmpty(gaps) ? unknown(gaps) : met(...grounds)];
};

const sameValue = (a: Value, b: Value): boolean =>
  a.type !== 'terms' && a.type !== 'records' && b.type !== 'terms' && b.type !== 'records' && equal(a, b);

type Count = Extract<Expression, { kind: 'count' }>;

export const judgeCount = (expression: Count, scope: Scope, judge: Judge): Verdict => {
  const list = listOf(expression.records, scope);
  if ('truth' in list) return list;
  const selected = select(list.items, expression.where, scope, judge);
  const certain = selected.filter(isCertain).length;
  const verdicts = Array.from({ length: selected.length - certain + 1 }, (_, extra) =>
    judgeNumber(operatorOf, expression.tests, certain + extra, list.at, scope),
  );
  const [first] = verdicts;
  const gaps = unknowns(selected.map(({ chosen }) => chosen));
  if (first === undefined) throw new Error('a count has at least one possible value');
  return verdicts.every(({ truth }) => truth === first.truth) || !isNonEmpty(gaps)
    ? first
    : unknown(gaps, first.grounds);
};
