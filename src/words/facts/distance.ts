import Big from 'big.js';
import { UNITS } from '../../model/base/unit.ts';
import type { ScalarValue, Value } from '../../model/base/value.ts';

const factorOf = (value: ScalarValue): string => (value.type === 'quantity' ? UNITS[value.unit].factor : '1');

/** On which side of a figure a value lies, and how far, in the figure's own unit; undefined where neither can be told. */
export const distanceFrom = (
  limit: ScalarValue,
  value: Value | null | undefined,
): { readonly side: 'below' | 'above'; readonly by: ScalarValue } | undefined => {
  if (!value || value.type !== limit.type || !('amount' in value) || !('amount' in limit)) return undefined;
  const distance = new Big(value.amount)
    .times(factorOf(value))
    .minus(new Big(limit.amount).times(factorOf(limit)))
    .div(factorOf(limit));
  return { side: distance.lt(0) ? 'below' : 'above', by: { ...limit, amount: distance.abs().toFixed() } };
};
