import { nearDecimal } from '../base/exact.ts';
import { inFirstUnit } from '../base/unit.ts';
import type { Decimal, ScalarValue } from '../base/value.ts';
import type { Matter } from './matter.ts';

/** How a finding stands to an earlier result. Resolved is only what now passes. */
export const CHANGES = ['new', 'worse', 'unchanged', 'resolved', 'incomparable'] as const;

export type Change = (typeof CHANGES)[number];

/** By how much a matter fell short, in the base unit of its dimension, and of what limit. */
interface Extent {
  readonly by: Decimal;
  readonly limit: string;
}

const figure = (value: ScalarValue): Decimal | undefined => {
  if (value.type === 'quantity') return nearDecimal(inFirstUnit(value.amount, value.unit));
  return value.type === 'count' || value.type === 'percent' ? value.amount : undefined;
};

/** By how much a matter falls short, where it is a matter of more or less. */
export const extentOf = ({ shortfall }: Matter): Extent | undefined => {
  if (shortfall?.kind === 'late' || shortfall?.kind === 'early')
    return { by: String(shortfall.days), limit: shortfall.limit };
  if (shortfall?.kind !== 'below' && shortfall?.kind !== 'above') return undefined;
  const [by, limit] = [figure(shortfall.by), figure(shortfall.limit)];
  return by === undefined || limit === undefined ? undefined : { by, limit: `${shortfall.kind} ${limit}` };
};
