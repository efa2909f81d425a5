import { isCell, type Location } from '../../../model/base/location.ts';
import type { Value } from '../../../model/base/value.ts';
import type { Audit } from '../../../model/finding/audit.ts';
import type { Finding } from '../../../model/finding/finding.ts';
import type { Profile } from '../../../model/profile/profile.ts';
import type { ScoredFinding } from '../../../model/scoring/score.ts';
import { locationOf } from '../marks.ts';
import { findingOf } from '../result.ts';
import { isListApart } from './content.ts';
import { moved, placesIn } from './places.ts';

/** Takes a line in parts: text, or the bytes of what was said before. */
export interface LineSink {
  readonly text: (part: string) => void;
  readonly bytes: (part: Uint8Array) => void;
}

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

const codesSaid = (value: Value | null): string => {
  if (value === null) return '[]';
  const known = codesJson.get(value) ?? JSON.stringify(codesOf(value));
  codesJson.set(value, known);
  return known;
};

/** Writes places, most of them in one file. */
export type WritePlace = (location: Location) => void;

const COLUMN = Buffer.from(',"column":');
const END = Buffer.from('}');

export const placeWriter = (path: string, sink: LineSink): WritePlace => {
  const start = Buffer.from(`{"file":${JSON.stringify(path)},"line":`);
  return location => {
    if (isCell(location) || location.file !== path) {
      sink.text(JSON.stringify(locationOf(location)));
      return;
    }
    sink.bytes(start);
    sink.text(String(location.line));
    sink.bytes(COLUMN);
    sink.text(String(location.column));
    sink.bytes(END);
  };
};

/** Writes the pieces with what belongs between them. */
export const fillTemplate = (
  { pieces, holes }: Template,
  { finding }: ScoredFinding,
  { root }: Profile,
  writePlace: WritePlace,
  sink: LineSink,
): void => {
  const places = placesIn(finding);
  for (let index = 0; index < pieces.length; index++) {
    const [piece, hole] = [pieces[index], holes[index]];
    if (piece !== undefined) sink.bytes(piece);
    if (hole === undefined) return;
    if (hole >= ROOT) writePlace(places[hole]?.location ?? root);
    else if (hole === FINGERPRINT) sink.text(`"${finding.fingerprint}"`);
    else sink.text(codesSaid(groundsOf(finding)[CODES - hole]?.value ?? null));
  }
};
