import type { Audit } from '../../model/audit.ts';
import { isCell, type Location } from '../../model/location.ts';
import type { Profile } from '../../model/profile.ts';
import type { ScoredFinding } from '../../model/score.ts';
import { findingOf } from '../result.ts';
import { moved, placesIn } from './places.ts';

/** What is said of a finding, cut where places and the fingerprint go. */
export interface Template {
  readonly pieces: readonly string[];
  /** For each cut the number of the place that goes there. */
  readonly holes: readonly number[];
}

/** Stands for the start of the profile. */
const ROOT = -1;

/** Stands for the fingerprint. */
const FINGERPRINT = -2;

const MARK = '\u0001';

const place = (index: number): Location => ({ file: MARK, line: index, column: 0 });

const HOLE = /\{"file":"\\u0001","line":(-?\d+),"column":0\}|"\\u0001(-\d)"/u;

/** Says it once, of places that are marks, to see where places go. */
export const makeTemplate = (scored: ScoredFinding, audit: Audit): Template => {
  const finding = { ...moved(scored.finding, place), fingerprint: `${MARK}${FINGERPRINT}` };
  const profile: Profile = { ...audit.profile, root: place(ROOT) };
  const said = JSON.stringify(findingOf({ ...audit, profile })({ ...scored, finding }));
  const parts = said.split(HOLE);
  return {
    pieces: parts.filter((_, index) => index % 3 === 0),
    holes: parts.flatMap((part, index) => (index % 3 === 0 || part === undefined ? [] : [Number(part)])),
  };
};

/** Writes places of one file. */
export type SayPlace = (location: Location) => string;

export const placeSayer = (path: string): SayPlace => {
  const file = JSON.stringify(path);
  return location => {
    const own = location.file === path ? file : JSON.stringify(location.file);
    return isCell(location)
      ? `{"file":${own},"sheet":${JSON.stringify(location.sheet)},"cell":${JSON.stringify(location.cell)}}`
      : `{"file":${own},"line":${location.line},"column":${location.column}}`;
  };
};

export const fillTemplate = (
  { pieces, holes }: Template,
  { finding }: ScoredFinding,
  { root }: Profile,
  sayPlace: SayPlace,
): string => {
  const places = placesIn(finding);
  let said = pieces[0] ?? '';
  for (let index = 0; index < holes.length; index++) {
    const hole = holes[index] ?? ROOT;
    said += hole === FINGERPRINT ? `"${finding.fingerprint}"` : sayPlace(places[hole]?.location ?? root);
    said += pieces[index + 1] ?? '';
  }
  return said;
};
