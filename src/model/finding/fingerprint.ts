import { createHash } from 'node:crypto';
import { keptFor } from '../base/memo.ts';
import { identityOf } from '../profile/identity.ts';
import type { Profile } from '../profile/profile.ts';
import { type Finding, factIdOf, type Gap, type Shortfall } from './finding.ts';

/** Either half of a digest of 64 bits. */
type Halves = readonly [number, number];

const digest = (parts: readonly string[]): Halves => {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
};

type Identified = Pick<Profile, 'center' | 'path'>;

const centerDigest: (profile: Identified) => Halves = keptFor(profile => digest([identityOf(profile)]));

/** Many centres have the same matters; of one rule, more than so many are not remembered. */
const MOST_MATTERS = 1_000;

const byRule = new Map<string, Map<string, Halves>>();

const mattersOf = (rule: string): Map<string, Halves> => {
  const known = byRule.get(rule);
  if (known !== undefined) return known;
  const made = new Map<string, Halves>();
  byRule.set(rule, made);
  return made;
};

const matterDigest = (rule: string, matters: Map<string, Halves>, matter: string): Halves => {
  const known = matters.get(matter);
  if (known !== undefined) return known;
  const made = digest([rule, matter]);
  if (matters.size >= MOST_MATTERS) matters.clear();
  matters.set(matter, made);
  return made;
};

const shortfallKeys = (shortfall: Shortfall): readonly string[] => {
  const at = `${factIdOf(shortfall.fact)}#${shortfall.item ?? ''}`;
  return 'codes' in shortfall ? shortfall.codes.map(code => `${at}#${code}`) : [at];
};

/** What a finding is about beside its rule. */
interface Matter {
  readonly outcome: Finding['outcome'];
  readonly shortfalls?: readonly Shortfall[];
  readonly gaps?: readonly Gap[];
}

const distinct = (keys: readonly string[]): Iterable<string> => (keys.length > 1 ? new Set(keys) : keys);

/** The matters of a finding beside its outcome: each thing that lacks. */
const keysOf = ({ outcome, shortfalls = [], gaps = [] }: Matter): Iterable<string> => {
  if (outcome === 'fail') return distinct(shortfalls.flatMap(shortfallKeys));
  return outcome === 'unknown' ? distinct(gaps.map(gap => `${factIdOf(gap.fact)}#${gap.item ?? ''}`)) : [];
};

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const hex = (half: number): string =>
  `${BYTES[half >>> 24]}${BYTES[(half >>> 16) & 255]}${BYTES[(half >>> 8) & 255]}${BYTES[half & 255]}`;

/** Which matter of which centre this is: the same whatever line or cell it stands in and however it is worded. */
export const fingerprintOf = (finding: Finding, profile: Identified): string =>
  finding.fingerprint ?? reckoned(finding.rule.id, profile, finding);

const reckoned = (rule: string, profile: Identified, matter: Matter): string => {
  const known = mattersOf(rule);
  let [high, low] = centerDigest(profile);
  for (const key of [matter.outcome, ...keysOf(matter)]) {
    const [otherHigh, otherLow] = matterDigest(rule, known, key);
    high ^= otherHigh;
    low ^= otherLow;
  }
  return hex(high) + hex(low);
};
