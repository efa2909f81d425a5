import type { Gap, Ground, Verdict } from '../../model/finding/finding.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { gapOf, groundOf, type ItemScope, type Resolved, resolve, type Scope } from '../truth/scope.ts';
import { unknown } from '../truth/verdict.ts';

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
