import type { Decimal } from '../base/value.ts';

/** How a finding stands to an earlier result. Resolved is only what now passes. */
export const CHANGES = ['new', 'worse', 'unchanged', 'resolved', 'incomparable'] as const;

export type Change = (typeof CHANGES)[number];

/** By how much a matter fell short, in the base unit of its dimension, and of what limit. */
export interface Extent {
  readonly by: Decimal;
  readonly limit: string;
}
