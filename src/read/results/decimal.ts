import { canonical } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';

/** A number of a published result as the decimal that it was. */
export const decimal = (number: number): Decimal => canonical(String(number));
