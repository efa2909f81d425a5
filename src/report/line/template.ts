import type { Audit } from '../../model/audit.ts';
import type { Finding } from '../../model/finding.ts';
import { isCell, type Location } from '../../model/location.ts';
import type { Profile } from '../../model/profile.ts';
import type { ScoredFinding } from '../../model/score.ts';
import type { Value } from '../../model/value.ts';
import { findingOf } from '../result.ts';
import { isListApart } from './content.ts';
import { moved, placesIn } from './places.ts';

/** A piece of a line: text, or the bytes of what was said before. */
export type Part = string | Uint8Array;

/**
 * What is said of a finding, cut into holes where the number of a place goes, `ROOT`, the fingerprint, or from
 * `CODES` down the codes of a list.
 */
export interface Template {
  readonly pieces: readonly Uint8Array[];
  readonly holes: readonly number[];
}

const ROOT = -1;
const FINGERPRINT = -2;
const CODES = -10;

/** Stands in a template's making for what differs from centre to centre. */
export const MARK = '\u0001';
const MARK_IN_JSON = String.raw`\u0001`;

const place = (index: number): Location => ({ file: MARK, line: index, column: 0 });

const HOLE = /\{"file":"\\u0001","line":(-?\d+),"column":0\}|"\\u0001(-\d+)"/u;

const groundsOf = (finding: Finding) => (finding.outcome === 'not-applicable' ? [] : finding.grounds);

const codesOf = (value: Value | null): readonly string[] =>
  value?.type === 'terms' ? value.terms.map(({ code }) => code) : [];

const listJson = (codes: string): string => `"value":{"type":"terms","value":${codes}}`;

/** Puts marks in the place of lists that are spoken of apart. */
const cutLists = (said: string, finding: Finding): string => {
  let from = 0;
  let cut = said;
  groundsOf(finding).forEach((ground, index) => {
    if (!isListApart(finding.rule, ground)) return;
    const list = listJson(JSON.stringify(codesOf(ground.value)));
    const mark = listJson(`"${MARK_IN_JSON}${CODES - index}"`);
    const at = cut.indexOf(list, from);
    cut = cut.slice(0, at) + mark + cut.slice(at + list.length);
    from = at + mark.length;
  });
  return cut;
};

/** Says it once, of places that are marks, to see where places go. */
export const makeTemplate = (scored: ScoredFinding, audit: Audit): Template => {
  const finding = { ...moved(scored.finding, place), fingerprint: `${MARK}${FINGERPRINT}` };
  const profile: Profile = { ...audit.profile, root: place(ROOT) };
  const said = JSON.stringify(findingOf({ ...audit, profile })({ ...scored, finding }));
  const parts = cutLists(said, scored.finding).split(HOLE);
  return {
    pieces: parts.filter((_, index) => index % 3 === 0).map(part => Buffer.from(part, 'utf8')),
    holes: parts.flatMap((part, index) => (index % 3 === 0 || part === undefined ? [] : [Number(part)])),
  };
};

const codesJson = new WeakMap<Value, string>();

const sayCodes = (value: Value | null): string => {
  if (value === null) return '[]';
  const known = codesJson.get(value) ?? JSON.stringify(codesOf(value));
  codesJson.set(value, known);
  return known;
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

/** Adds the pieces with what belongs between them. */
export const fillTemplate = (
  { pieces, holes }: Template,
  { finding }: ScoredFinding,
  { root }: Profile,
  sayPlace: SayPlace,
  parts: Part[],
): void => {
  const places = placesIn(finding);
  pieces.forEach((piece, index) => {
    parts.push(piece);
    const hole = holes[index];
    if (hole === undefined) return;
    if (hole >= ROOT) parts.push(sayPlace(places[hole]?.location ?? root));
    else if (hole === FINGERPRINT) parts.push(`"${finding.fingerprint}"`);
    else parts.push(sayCodes(groundsOf(finding)[CODES - hole]?.value ?? null));
  });
};
