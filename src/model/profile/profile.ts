import type { Location } from '../base/location.ts';
import { memoized } from '../base/memo.ts';
import type { Fact, Value } from '../base/value.ts';

/** The kinds of place that a rule can bind. */
export const LEVELS = ['township', 'village', 'sub_center'] as const;

export type Level = (typeof LEVELS)[number];

/** Who the centre is, as far as it says so. */
export interface Center {
  readonly name?: string;
  readonly level?: Level;
  readonly county?: string;
  readonly township?: string;
}

/** What a centre goes by: its name, else its township, else by what it was read from. */
export const nameOf = (
  { name, township }: { readonly name?: string | undefined; readonly township?: string | undefined },
  otherwise = '',
): string => name ?? township ?? otherwise;

/** What one centre declares. `places` holds where each theme or list stands, for facts that are absent. */
export interface Profile {
  readonly path: string;
  readonly sha256: string;
  readonly center: Center;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly places: ReadonlyMap<string, Location>;
  readonly root: Location;
}

/** The theme or the list that a fact stands under. */
const rootOf = memoized(fact => fact.split('.')[0] ?? fact);

/** Where an absent fact would stand: its theme if the profile has one, else the start of the profile. */
export const placeOf = (profile: Profile, fact: string): Location =>
  profile.facts.get(fact)?.location ?? profile.places.get(rootOf(fact)) ?? profile.root;

export const declaredValue = (profile: Profile, fact: string): Value | undefined => {
  const found = profile.facts.get(fact);
  return found?.state === 'declared' ? found.value : undefined;
};
