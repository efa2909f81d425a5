import type { Outcome } from './finding.ts';

/** What comes of a rule where a centre states nothing that it asks, or one state of all of it. */
export interface Silence {
  readonly undeclared: Outcome;
  readonly notApplicable: Outcome;
  readonly didNotOccur: Outcome;
  /** Where a list is declared to be empty and nothing else is stated. */
  readonly empty: readonly { readonly fact: string; readonly outcome: Outcome }[];
}
