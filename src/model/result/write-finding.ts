import { isCell, type Location } from '../base/location.ts';
import { each } from '../base/text.ts';
import type { Audit } from '../finding/audit.ts';
import {
  aboutOf,
  type Finding,
  factIdOf,
  type Gap,
  type Ground,
  missingIn,
  type Shortfall,
} from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import type { Profile } from '../profile/profile.ts';
import type { ScoredFinding, Waived } from '../scoring/score.ts';
import type { Vocabulary } from '../standard/vocabulary.ts';
import type { Result } from './contract.ts';
import { listOf, type Place, placeOf, pointsOf, published } from './values.ts';

type Written = Result['findings'][number];
type WrittenGround = NonNullable<Written['grounds']>[number];
type WrittenGap = NonNullable<Written['missing']>[number];
type WrittenShortfall = NonNullable<Extract<Written, { outcome: 'fail' }>['shortfalls']>[number];

/** How a result is written: in full, or each thing once, for a line among many. */
export interface Writing {
  readonly brief: boolean;
  readonly place: (location: Location) => Place;
  readonly profile: Profile;
  readonly root: Location;
  readonly vocabulary: Vocabulary;
  /** Grounds that were told, by their facts. */
  readonly told: Map<string, Ground>;
}

export const writingOf = ({ profile, pack: { vocabulary } }: Audit, brief: boolean): Writing => ({
  brief,
  place: location => placeOf(location, brief ? profile.path : undefined),
  profile,
  root: profile.root,
  vocabulary,
  told: new Map(),
});

const groundOf = (ground: Ground, { brief, place, told }: Writing): WrittenGround => {
  const { fact, item, value, location } = ground;
  const earlier = told.get(fact);
  if (brief && earlier?.value === value && earlier.location === location && earlier.item === item) return { fact };
  told.set(fact, ground);
  const said = value && published(value);
  return item === undefined
    ? { fact, value: said, location: place(location) }
    : { fact, item, value: said, location: place(location) };
};

const isSame = (a: Location, b: Location): boolean => {
  if (a === b) return true;
  if (isCell(a)) return isCell(b) && a.cell === b.cell && a.sheet === b.sheet && a.file === b.file;
  return !isCell(b) && a.line === b.line && a.column === b.column && a.file === b.file;
};

export const gapOf = (gap: Gap, { brief, place, root }: Writing): WrittenGap => ({
  ...aboutOf(gap),
  ...(!(brief && gap.reason === 'undeclared') && { reason: gap.reason }),
  ...(!(brief && isSame(gap.location, root)) && { location: place(gap.location) }),
});

/** What falls short, without where; that no kind is left out is seen by the contract. */
const lackOf = ({ fact, item, location, ...lack }: Shortfall, { brief, vocabulary }: Writing) => {
  if ('by' in lack) return { ...lack, limit: published(lack.limit), by: published(lack.by) };
  if ('accepted' in lack) return { ...lack, accepted: each(lack.accepted, published) };
  if (!('list' in lack)) return lack;
  const { list, ...rest } = lack;
  return brief && list === listOf(vocabulary.fact.get(factIdOf(fact))) ? rest : lack;
};

const shortfallOf =
  (grounds: readonly Ground[], writing: Writing) =>
  (shortfall: Shortfall): WrittenShortfall => {
    const { brief, place } = writing;
    const { fact, item, location } = shortfall;
    const ground = grounds.find(found => found.fact === fact);
    const known = brief && ground?.item === item && ground !== undefined && isSame(ground.location, location);
    const lack = lackOf(shortfall, writing);
    return known ? { fact, ...lack } : { ...aboutOf(shortfall), ...lack, location: place(location) };
  };

const waivedOf = ({ waivers, points, ...rest }: Waived, { place }: Writing): NonNullable<Written['waived']> => ({
  waivers: each(waivers, ({ rule: _, location, ...waiver }) => ({ ...waiver, location: place(location) })),
  points: pointsOf(points),
  ...rest,
});

const reasonOf = ({ reason }: Extract<Finding, { outcome: 'not-applicable' }>) =>
  'date' in reason ? { kind: reason.kind, date: reason.date } : { kind: reason.kind };

const judged = (finding: Finding, writing: Writing) => {
  const ground = (one: Ground): WrittenGround => groundOf(one, writing);
  const gap = (one: Gap): WrittenGap => gapOf(one, writing);
  switch (finding.outcome) {
    case 'pass':
      return { outcome: finding.outcome, grounds: each(finding.grounds, ground) };
    case 'fail':
      return {
        outcome: finding.outcome,
        grounds: each(finding.grounds, ground),
        shortfalls: finding.shortfalls.map(shortfallOf(finding.grounds, writing)),
      };
    case 'unknown':
      return { outcome: finding.outcome, missing: each(missingIn(finding), gap), grounds: finding.grounds.map(ground) };
    case 'not-applicable': {
      const { reason } = finding;
      return {
        outcome: finding.outcome,
        reason: reasonOf(finding),
        ...('gaps' in reason && { missing: reason.gaps.map(gap) }),
        ...('grounds' in reason && { grounds: reason.grounds.map(ground) }),
      };
    }
  }
};

const isTracked = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'unknown';

/** What one finding comes to: codes and figures. */
export const findingOf = ({ finding, points, waived, change }: ScoredFinding, writing: Writing): Written => {
  const { rule } = finding;
  const found = {
    rule: rule.id,
    obligation: rule.obligation,
    ...judged(finding, writing),
    points: pointsOf(points),
    ...(!(writing.brief && !isTracked(finding)) && { fingerprint: fingerprintOf(finding, writing.profile) }),
  };
  if (waived === undefined && change === undefined) return found;
  return { ...found, ...(waived && { waived: waivedOf(waived, writing) }), ...(change && { change }) };
};
