import type { Location } from '../base/location.ts';
import { each, isNonEmpty, type NonEmpty } from '../base/text.ts';
import type { ScalarValue, Value } from '../base/value.ts';
import { aboutOf, type Finding, factIdOf, type Gap, type Ground, type Shortfall } from '../finding/finding.ts';
import type { Profile } from '../profile/profile.ts';
import type { ScoredFinding, Waived } from '../scoring/score.ts';
import type { Rule } from '../standard/pack.ts';
import type { Vocabulary } from '../standard/vocabulary.ts';
import type { KeptResult } from './contract.ts';
import { type KeptPlace, type KeptValue, listOf, locationOf, readValue } from './values.ts';

type Kept = KeptResult['findings'][number];
type KeptFail = Extract<Kept, { outcome: 'fail' }>;

/** What a result is read back with. */
export interface Joining {
  readonly profile: Pick<Profile, 'path' | 'root' | 'center'>;
  readonly asOf: string;
  readonly vocabulary: Vocabulary;
  /** Grounds that were told, by their facts. */
  readonly told: Map<string, Ground>;
}

export const locate = (place: KeptPlace | undefined, { profile: { path, root } }: Joining): Location =>
  place === undefined ? root : locationOf(place, path);

export const valueIn = (given: KeptValue, fact: string, at: Location, { vocabulary }: Joining): Value =>
  readValue(given, vocabulary.fact.get(factIdOf(fact)), at);

const joinGround =
  (joining: Joining) =>
  (kept: Kept['grounds'][number]): Ground => {
    const earlier = joining.told.get(kept.fact);
    if (kept.value === undefined && earlier !== undefined) return earlier;
    const location = locate(kept.location, joining);
    const value = kept.value ?? null;
    const ground = {
      ...aboutOf(kept),
      value: value === null ? null : valueIn(value, kept.fact, location, joining),
      location,
    };
    joining.told.set(kept.fact, ground);
    return ground;
  };

export const joinGap =
  (joining: Joining) =>
  (kept: Kept['missing'][number]): Gap => ({
    ...aboutOf(kept),
    reason: kept.reason,
    location: locate(kept.location, joining),
  });

/** A limit, a difference: one value and no list. */
const scalar = (value: Value): ScalarValue =>
  value.type === 'terms' || value.type === 'records' ? { type: 'text', value: '' } : value;

const joinShortfall =
  (grounds: readonly Ground[], joining: Joining) =>
  (kept: KeptFail['shortfalls'][number]): Shortfall => {
    const ground = kept.location === undefined ? grounds.find(({ fact }) => fact === kept.fact) : undefined;
    const location = ground?.location ?? locate(kept.location, joining);
    const read = (value: KeptValue): ScalarValue => scalar(valueIn(value, kept.fact, location, joining));
    const base = { ...aboutOf(ground ?? kept), location };
    if ('by' in kept) return { ...base, kind: kept.kind, limit: read(kept.limit), by: read(kept.by) };
    if ('accepted' in kept) return { ...base, kind: kept.kind, accepted: each(kept.accepted, read) };
    if ('codes' in kept) {
      const list = kept.list ?? listOf(joining.vocabulary.fact.get(factIdOf(kept.fact)));
      return { ...base, kind: kept.kind, list, codes: kept.codes };
    }
    return { ...kept, ...base };
  };

type Judged<F> = F extends Finding ? Omit<F, 'rule' | 'fingerprint'> : never;

const some = <T>(items: readonly T[], what: string): NonEmpty<T> => {
  if (!isNonEmpty(items)) throw new Error(`${what}: the contract asks for one at least`);
  return items;
};

const reasonOf = (
  { reason, missing, grounds }: Extract<Kept, { outcome: 'not-applicable' }>,
  joining: Joining,
): Extract<Finding, { outcome: 'not-applicable' }>['reason'] => {
  switch (reason.kind) {
    case 'no-duty':
      return { kind: reason.kind };
    case 'condition':
      return { kind: reason.kind, grounds: some(grounds.map(joinGround(joining)), reason.kind) };
    case 'not-in-force':
    case 'not-yet-due':
      return { kind: reason.kind, date: reason.date, asOf: joining.asOf };
    case 'declared':
    case 'did-not-occur':
      return { kind: reason.kind, gaps: some(missing.map(joinGap(joining)), reason.kind) };
  }
};

const judgedOf = (kept: Kept, joining: Joining): Judged<Finding> => {
  switch (kept.outcome) {
    case 'pass':
      return { outcome: kept.outcome, grounds: each(kept.grounds, joinGround(joining)) };
    case 'fail': {
      const grounds = each(kept.grounds, joinGround(joining));
      return { outcome: kept.outcome, grounds, shortfalls: kept.shortfalls.map(joinShortfall(grounds, joining)) };
    }
    case 'unknown':
      return {
        outcome: kept.outcome,
        gaps: each(kept.missing, joinGap(joining)),
        grounds: kept.grounds.map(joinGround(joining)),
      };
    case 'not-applicable':
      return { outcome: kept.outcome, reason: reasonOf(kept, joining) };
  }
};

const waivedOf = ({ waivers, ...rest }: NonNullable<Kept['waived']>, rule: string, joining: Joining): Waived => ({
  ...rest,
  waivers: each(waivers, waiver => ({ ...waiver, rule, location: locate(waiver.location, joining) })),
});

export const joinFinding = (kept: Kept, rule: Rule, joining: Joining): ScoredFinding => {
  const judged = judgedOf(kept, joining);
  return {
    finding: { ...judged, rule, ...(kept.fingerprint !== undefined && { fingerprint: kept.fingerprint }) },
    points: kept.points,
    ...(kept.waived && { waived: waivedOf(kept.waived, rule.id, joining) }),
    ...(kept.change && { change: kept.change }),
  };
};
