import type { FootingChange } from './compared.ts';

/** Where two values differ first, by the names on the way to it; what only one of them has is undefined in the other. */
export interface Difference {
  readonly path: readonly string[];
  readonly kept: unknown;
  readonly anew: unknown;
}

/** What of a result cannot be computed from its profile alone, and is taken as it was kept. */
export type Unchecked = 'earlier' | 'peers';

/** A result beside the same computed anew. */
export interface Verification {
  /** The digests of the profile, where it is not the one that the result was made of. */
  readonly profile?: { readonly kept: string; readonly anew: string };
  /** Pack, scheme and tool, where they are not those of the result. */
  readonly footing: readonly FootingChange[];
  /** The first thing that the results say differently. */
  readonly difference?: Difference;
  readonly unchecked: readonly Unchecked[];
}

/** Another tool alone is no difference, if it comes to the same. */
export const isSame = ({ profile, footing, difference }: Verification): boolean =>
  profile === undefined && difference === undefined && footing.every(({ kind }) => kind === 'tool');
