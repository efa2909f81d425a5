import { nearDecimal } from '../base/exact.ts';
import { inFirstUnit } from '../base/unit.ts';
import type { Decimal, ScalarValue } from '../base/value.ts';
import type { Extent } from './comparison.ts';
import type { Matter } from './matter.ts';

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
