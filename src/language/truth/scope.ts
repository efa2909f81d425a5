import type { Location } from '../../model/base/location.ts';
import type { NonEmpty } from '../../model/base/text.ts';
import type { Fact, RecordItem, TermsValue, Value } from '../../model/base/value.ts';
import type { Gap, GapReason, Ground, Shortfall } from '../../model/finding/finding.ts';
import { type Profile, placeOf } from '../../model/profile/profile.ts';
import type { FactReference } from '../../model/standard/expression.ts';

/** The record that `every`, `some` or `count` is looking at: the `number`-th, from 1. */
export interface ItemScope {
  readonly records: string;
  readonly number: number;
  readonly item: RecordItem;
}

export interface Scope {
  readonly profile: Profile;
  readonly item?: ItemScope;
}

/** Where a check looked, and what stood there. */
export interface Resolved {
  readonly path: string;
  readonly itemKey?: string;
  readonly fact: Fact | undefined;
  readonly location: Location;
}

export const resolve = (reference: Pick<FactReference, 'scope' | 'id'>, scope: Scope): Resolved => {
  if (reference.scope !== 'item' || scope.item === undefined) return resolveCenter(reference.id, scope.profile);
  const { records, number, item } = scope.item;
  const fact = item.facts.get(reference.id);
  return {
    path: `${records}[${number}]${reference.id.slice(records.length)}`,
    itemKey: item.key,
    fact,
    location: fact?.location ?? item.location,
  };
};

const resolveCenter = (id: string, profile: Profile): Resolved => ({
  path: id,
  fact: profile.facts.get(id),
  location: placeOf(profile, id),
});

export const groundOf = ({ path: fact, itemKey: item, location }: Resolved, value: Value | null): Ground =>
  item === undefined ? { fact, value, location } : { fact, item, value, location };

const REASONS = {
  undeclared: 'undeclared',
  unreadable: 'unreadable',
  'not-applicable': 'not-applicable',
  'did-not-occur': 'did-not-occur',
} as const satisfies Record<Exclude<Fact['state'], 'declared'>, GapReason>;

const reasonOf = (fact: Fact | undefined): GapReason =>
  fact === undefined || fact.state === 'declared' ? 'undeclared' : REASONS[fact.state];

export const gapOf = (resolved: Resolved, reason: GapReason = reasonOf(resolved.fact)): NonEmpty<Gap> => {
  const { path: fact, itemKey: item, location } = resolved;
  return [item === undefined ? { fact, reason, location } : { fact, item, reason, location }];
};

export const about = ({ path, itemKey, location }: Resolved): Pick<Shortfall, 'fact' | 'item' | 'location'> => ({
  fact: path,
  ...(itemKey !== undefined && { item: itemKey }),
  location,
});

/** A list as far as it is known: the codes it holds, and the entries that may still turn out to be any code. */
export interface KnownCodes {
  readonly at: Resolved;
  readonly ground: Ground;
  readonly codes: ReadonlySet<string>;
  readonly open: readonly Resolved[];
  /** How many more codes the open entries can add at most. */
  readonly room: number;
}

export const codesOf = (value: TermsValue, at: Resolved): KnownCodes => ({
  at,
  ground: groundOf(at, value),
  codes: new Set(value.terms.map(term => term.code)),
  open: [],
  room: 0,
});
