import { isNonEmpty } from '../../model/base/text.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { Expression } from '../../model/standard/expression.ts';
import type { Scope } from '../truth/scope.ts';
import { all, any, unmet } from '../truth/verdict.ts';
import { type Judge, listOf, select } from './records.ts';

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
