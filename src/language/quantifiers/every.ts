import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Value } from '../../model/base/value.ts';
import type { Ground, Verdict } from '../../model/finding/finding.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { equal } from '../truth/compare.ts';
import { gapOf, groundOf, resolve, type Scope } from '../truth/scope.ts';
import { all, met, unknown, unmet } from '../truth/verdict.ts';
import { isCertain, type Judge, type List, listOf, type Selected, select, unknowns } from './records.ts';

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
