import Big from 'big.js';
import type { Decimal } from '../../model/base/value.ts';

/** A number of a published result as the decimal that it was. */
export const decimal = (number: number): Decimal =>
  Number.isInteger(number) ? String(number) : new Big(number).toFixed();
