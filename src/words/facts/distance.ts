import { compareExact, distance, type Exact, exact, nearDecimal } from '../../model/base/exact.ts';
import { inFirstUnit, inUnit } from '../../model/base/unit.ts';
import type { ScalarValue, Value } from '../../model/base/value.ts';

type Amount = Extract<ScalarValue, { readonly amount: unknown }>;

const figureOf = (value: Amount): Exact =>
  value.type === 'quantity' ? inFirstUnit(value.amount, value.unit) : exact(value.amount);

/** On which side of a figure a value lies, and how far, in the figure's own unit; undefined where neither can be told. */
export const distanceFrom = (
  limit: ScalarValue,
  value: Value | null | undefined,
): { readonly side: 'below' | 'above'; readonly by: ScalarValue } | undefined => {
  if (!value || value.type !== limit.type || !('amount' in value) || !('amount' in limit)) return undefined;
  const [is, wanted] = [figureOf(value), figureOf(limit)];
  const apart = distance(is, wanted);
  const by = nearDecimal(limit.type === 'quantity' ? inUnit(apart, limit.unit) : apart);
  return { side: compareExact(is, wanted) < 0 ? 'below' : 'above', by: { ...limit, amount: by } };
};
