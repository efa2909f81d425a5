import { isNonEmpty } from '../../model/base/text.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { judgeNumber } from '../operators/count.ts';
import { operatorOf } from '../operators.ts';
import type { Scope } from '../truth/scope.ts';
import { unknown } from '../truth/verdict.ts';
import { isCertain, type Judge, listOf, select, unknowns } from './records.ts';

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
