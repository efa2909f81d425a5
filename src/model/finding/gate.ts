import type { Bilingual } from '../base/text.ts';

export const FAIL_ON = ['must', 'should', 'unknown', 'none'] as const;

export interface Gate {
  readonly failOn: (typeof FAIL_ON)[number];
  readonly minScore?: number;
}

/** What the gate says of a centre, and why. */
export interface GateVerdict {
  readonly verdict: 'passed' | 'failed' | 'undecided';
  readonly reason: Bilingual;
  /** The rules that stand in the way. */
  readonly blocking: readonly string[];
}
