import { NOWHERE } from '../model/base/location.ts';
import { isNonEmpty, type NonEmpty } from '../model/base/text.ts';
import type { Value } from '../model/base/value.ts';
import type { Gap, Ground, Verdict } from '../model/finding/finding.ts';
import type { Expression } from '../model/standard/expression.ts';
import { judgeNumber } from './operators/count.ts';
import { operatorOf } from './operators.ts';
import { equal } from './truth/compare.ts';
import { gapsAgainst } from './truth/limits.ts';
import { gapOf, groundOf, type ItemScope, type Resolved, resolve, type Scope } from './truth/scope.ts';
import {
  agreed,
  all,
  any,
  besides,
  met,
  not,
  turning,
  turnsOf,
  type Unknown,
  unknown,
  unmet,
} from './truth/verdict.ts';

/** What an expression says; a quantifier asks it of each record. */
export type Judge = (expression: Expression, scope: Scope) => Verdict;

export interface List {
  readonly at: Resolved;
  readonly ground: Ground;
  readonly items: readonly ItemScope[];
}

/** The records of a list, or the verdict that the list is not known. */
export const listOf = (records: string, scope: Scope): List | Unknown => {
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

const choose = (
  items: readonly ItemScope[],
  where: Expression | undefined,
  scope: Scope,
  judge: Judge,
): readonly Selected[] => items.map(item => ({ item, chosen: where && judge(where, { ...scope, item }) }));

const isSelected = ({ chosen }: Selected): boolean => chosen?.truth !== 'unmet';

/** The records that a filter lets through, or may let through once more is known. */
export const select = (...asked: Parameters<typeof choose>): readonly Selected[] => choose(...asked).filter(isSelected);

/** Whether a filter let a record through, or did not, for want of a word about it. */
const isTurned = ({ chosen }: Selected): boolean => chosen?.besides !== undefined;

const isLeft = (one: Selected): boolean => !isSelected(one) && isTurned(one);

/** Of a list that nobody declared: what the records would be held against may be missing too. */
const unlisted = ({ gaps }: Unknown, records: string, concerns: (item: ItemScope) => readonly Gap[]): Unknown => {
  const blank: ItemScope = { records, number: 1, item: { key: '', facts: new Map(), location: NOWHERE } };
  return unknown(
    gaps,
    [],
    concerns(blank).filter(({ item }) => item === undefined),
  );
};

export const isCertain = ({ chosen }: Selected): boolean => chosen === undefined || chosen.truth === 'met';

export const unknowns = (verdicts: readonly (Verdict | undefined)[]): readonly Gap[] =>
  verdicts.flatMap(verdict => (verdict?.truth === 'unknown' ? verdict.gaps : []));

/** What could turn those that are open, beside what leaves them so. */
export const besidesIn = (verdicts: readonly (Verdict | undefined)[]): readonly Gap[] =>
  verdicts.flatMap(verdict => (verdict?.truth === 'unknown' ? (verdict.besides ?? []) : []));

type Some = Extract<Expression, { kind: 'some' }>;

export const judgeSome = (expression: Some, scope: Scope, judge: Judge): Verdict => {
  const { records, where, have } = expression;
  const list = listOf(records, scope);
  const ofItem = ({ item, chosen }: Selected): Verdict => {
    const own = judge(have, { ...scope, item });
    return chosen === undefined ? own : all([chosen, own]);
  };
  if ('truth' in list)
    return unlisted(list, records, item => choose([item], where, scope, judge).map(ofItem).flatMap(turnsOf));
  const { path: fact, location } = list.at;
  const chosen = choose(list.items, where, scope, judge);
  const verdicts = chosen.filter(isSelected).map(ofItem);
  const found = isNonEmpty(verdicts) ? any(verdicts) : unmet([list.ground], { kind: 'empty', fact, location });
  return turning(1, [...verdicts, ...chosen.filter(isLeft).map(ofItem)], found);
};

type Every = Extract<Expression, { kind: 'every' }>;

/** What a record says for all: nothing where it is not concerned, and where it may not be, it at most leaves the matter open. */
const forAll = (chosen: Verdict | undefined, own: Verdict): Verdict => {
  if (chosen === undefined) return own;
  const gaps = unknowns([chosen, own]);
  const isWeak = chosen.truth === 'unknown' && own.truth !== 'met' && isNonEmpty(gaps);
  const verdict = chosen.truth === 'unmet' ? not(chosen) : isWeak ? unknown(gaps) : own;
  return turning(1, [not(chosen), own], verdict);
};

export const judgeEvery = (expression: Every, scope: Scope, judge: Judge): Verdict => {
  const { records, where, have } = expression;
  const list = listOf(records, scope);
  const ask = ({ item, chosen }: Selected) => ({ chosen, own: judge(have, { ...scope, item }) });
  const partOf = ({ chosen, own }: ReturnType<typeof ask>): Verdict => forAll(chosen, own);
  if ('truth' in list)
    return unlisted(list, records, item => choose([item], where, scope, judge).map(ask).map(partOf).flatMap(turnsOf));
  const chosen = choose(list.items, where, scope, judge);
  const selected = chosen.filter(isSelected);
  const asked = selected.map(ask);
  const parts = [...asked.map(partOf), ...expression.alike.flatMap(field => askAlike(field, selected, scope))];
  const left = chosen.filter(isLeft).map(ask).map(partOf);
  const said =
    selected.some(isCertain) && isNonEmpty(parts)
      ? all(parts)
      : ofPerhapsNone(whenEmpty(expression, list), selected, asked, parts);
  return turning(parts.length + left.length, [...parts, ...left], said);
};

/** What is said where it may be that no record is concerned. */
const ofPerhapsNone = (
  empty: Verdict,
  selected: readonly Selected[],
  asked: readonly { readonly own: Verdict }[],
  parts: readonly Verdict[],
): Verdict => {
  const same = empty.truth === 'unmet' ? asked.map(({ own }) => own) : parts;
  const gaps = unknowns([...selected.map(({ chosen }) => chosen), ...parts]);
  if (isNonEmpty(gaps) && !same.every(({ truth }) => truth === empty.truth)) return unknown(gaps);
  return empty.truth === 'unknown' ? besides(empty, gaps) : empty;
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
  const { records, where, tests } = expression;
  const list = listOf(records, scope);
  const chosenOf = ({ chosen }: Selected): readonly Gap[] => (chosen === undefined ? [] : turnsOf(chosen));
  if ('truth' in list)
    return unlisted(list, records, item => [
      ...choose([item], where, scope, judge).flatMap(chosenOf),
      ...gapsAgainst({ op: 'count', tests }, scope),
    ]);
  const chosen = choose(list.items, where, scope, judge);
  const between = (least: number, most: number, gaps: readonly Gap[]): Verdict =>
    agreed(
      Array.from({ length: most - least + 1 }, (_, extra) =>
        judgeNumber(operatorOf, tests, least + extra, list.at, scope),
      ),
      gaps,
    );
  const selected = chosen.filter(isSelected);
  const certain = selected.filter(isCertain);
  const said = between(certain.length, selected.length, unknowns(chosen.map(one => one.chosen)));
  if (!chosen.some(isTurned)) return said;
  const [least, most] = [certain.filter(one => !isTurned(one)).length, selected.length + chosen.filter(isLeft).length];
  const wide = between(least, most, chosen.flatMap(chosenOf));
  return wide.truth === said.truth && said.truth !== 'unknown' ? said : besides(said, turnsOf(wide));
};
