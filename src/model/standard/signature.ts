import type { Location } from '../base/location.ts';

/** An expert's name under a rule as it then read, and under the sentences that it carries. */
export interface Signature {
  readonly rule: string;
  readonly by: string;
  readonly on: string;
  /** Over the rule and the fingerprints of its sentences; another one voids the signature. */
  readonly digest: string;
  readonly location: Location;
}

/** How a rule stands with those who sign it. */
export type Signed =
  | { readonly state: 'valid' | 'void'; readonly digest: string; readonly signature: Signature }
  | { readonly state: 'unsigned'; readonly digest: string };
