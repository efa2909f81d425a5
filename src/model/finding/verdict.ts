import type { Location } from '../base/location.ts';
import type { NonEmpty } from '../base/text.ts';
import type { ScalarValue, Value } from '../base/value.ts';

/**
 * A fact that a result rests on. `fact` is a path: `hall.usable_area`, `counters[2].height` (records count from 1).
 * `value` is null only where a rule asks whether the fact is declared, or occurred, at all, and it is or did not.
 */
export interface Ground {
  readonly fact: string;
  /** The key of the record, where the fact is a field of one. */
  readonly item?: string;
  readonly value: Value | null;
  readonly location: Location;
}

/** Why a fact does not decide: what is said of it, or that what is said leaves open what is reckoned from it. */
export const GAP_REASONS = [
  'undeclared',
  'unreadable',
  'not-applicable',
  'did-not-occur',
  'nothing-to-check',
  'outside-calendar',
  'before-start',
  'days-unsaid',
] as const;

export type GapReason = (typeof GAP_REASONS)[number];

/** A fact that could still decide a result. `location` is where it stands, or where it would. */
export interface Gap {
  readonly fact: string;
  readonly item?: string;
  readonly reason: GapReason;
  readonly location: Location;
}

/** What is missing to meet a test, in the clause's own unit. */
export type Shortfall = { readonly fact: string; readonly item?: string; readonly location: Location } & (
  | { readonly kind: 'below' | 'above'; readonly limit: ScalarValue; readonly by: ScalarValue }
  | { readonly kind: 'missing' | 'unexpected'; readonly list: string; readonly codes: NonEmpty<string> }
  | { readonly kind: 'differs'; readonly accepted: NonEmpty<ScalarValue> }
  | { readonly kind: 'unlike'; readonly field: string }
  | { readonly kind: 'late' | 'early'; readonly limit: string; readonly days: number }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'empty' | 'not-empty' | 'undeclared' | 'did-not-occur' | 'excluded' }
);

/**
 * Beside what leaves an answer open, or decided it: facts of which nobody says anything, and which could turn it. They
 * are named, and count for nothing.
 */
export interface Turning {
  readonly besides?: readonly Gap[];
}

/** What a check says of a profile: strong Kleene, each answer with what decided it, and only that. */
export type Verdict = Turning &
  (
    | { readonly truth: 'met'; readonly grounds: NonEmpty<Ground> }
    | { readonly truth: 'unmet'; readonly grounds: NonEmpty<Ground>; readonly shortfalls: readonly Shortfall[] }
    | { readonly truth: 'unknown'; readonly gaps: NonEmpty<Gap>; readonly grounds: readonly Ground[] }
  );

export type Truth = Verdict['truth'];
