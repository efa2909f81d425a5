import type { ScalarValue, Value } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { Operand } from '../../model/standard/expression.ts';
import { times } from './compare.ts';
import { gapOf, type Resolved, resolve, type Scope } from './scope.ts';
import { unknown } from './verdict.ts';

/** The value of an operator that is asked of single values. */
export const scalar = (value: Value, { path }: Resolved): ScalarValue => {
  if (value.type === 'terms' || value.type === 'records') throw new Error(`${path} is no single value`);
  return value;
};

/** Lists as the number of what they hold. */
export const amountOf = (value: Value): ScalarValue => {
  if (value.type === 'records') return { type: 'count', amount: String(value.items.length) };
  return value.type === 'terms' ? { type: 'count', amount: String(value.terms.length) } : value;
};

/** The figure to hold a value against, or the verdict that it is not known. */
export const limitOf = (operand: Operand, scope: Scope): ScalarValue | Verdict => {
  if (operand.kind === 'value') return operand.value;
  const other = resolve({ scope: 'center', id: operand.fact }, scope);
  return other.fact?.state === 'declared' ? times(amountOf(other.fact.value), operand.times) : unknown(gapOf(other));
};

export const isVerdict = (found: ScalarValue | Verdict): found is Verdict => 'truth' in found;

export const sizeOf = (value: Value): number => {
  if (value.type === 'records') return value.items.length;
  if (value.type === 'terms') return value.terms.length;
  return value.type === 'text' && value.value === '' ? 0 : 1;
};
