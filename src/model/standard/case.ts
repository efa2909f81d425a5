import type { Location } from '../base/location.ts';
import type { Outcome } from '../finding/finding.ts';
import type { Level, Profile } from '../profile/profile.ts';

/** A profile made up for one rule, with the outcome that the rule must have on it. */
export interface Case {
  readonly rule: string;
  readonly expected: Outcome;
  readonly profile: Profile;
  /** Where they are not the rule's own first level, or a day on which it binds. */
  readonly level?: Level;
  readonly asOf?: string;
  /** The reading of the rule, other than its own, that it holds under. */
  readonly reading?: string;
  readonly location: Location;
}
