import type { Decimal } from '../base/value.ts';
import type { Outcome } from './finding.ts';

/** How a finding stands to an earlier result. Resolved is only what now passes. */
export const CHANGES = ['new', 'worse', 'unchanged', 'resolved', 'incomparable'] as const;

export type Change = (typeof CHANGES)[number];

/** By how much a matter fell short, in the base unit of its dimension, and of what limit. */
export interface Extent {
  readonly by: Decimal;
  readonly limit: string;
}

export interface EarlierFinding {
  readonly outcome: Outcome;
  readonly fingerprint: string;
  readonly waived: boolean;
  /** By the key of each matter; absent where the result does not tell. */
  readonly matters?: ReadonlyMap<string, Extent | undefined>;
}

/** One centre held against one pack, as an earlier result has it. */
export interface EarlierResult {
  readonly center: string;
  readonly pack: string;
  readonly low?: Decimal;
  readonly findings: ReadonlyMap<string, EarlierFinding>;
}

/** What a centre is known by from one result to the next. */
export const identityOf = (center: {
  readonly county?: string | undefined;
  readonly level: string;
  readonly name?: string | undefined;
  readonly township?: string | undefined;
  readonly path: string;
}): string =>
  JSON.stringify([
    center.county ?? '',
    center.township ?? '',
    center.level,
    center.name ?? center.township ?? center.path,
  ]);
