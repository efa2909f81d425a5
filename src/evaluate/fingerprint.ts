import { createHash } from 'node:crypto';
import { type Finding, factIdOf, type Gap, type Shortfall } from '../model/finding.ts';
import type { Profile } from '../model/profile.ts';

/** Either half of a digest of 64 bits. */
type Halves = readonly [number, number];

const digest = (parts: readonly string[]): Halves => {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  return [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
};

const byCenter = new WeakMap<Profile, Halves>();

const centerDigest = (profile: Profile): Halves => {
  const known = byCenter.get(profile);
  if (known !== undefined) return known;
  const { center, path } = profile;
  const made = digest([center.county ?? '', center.level ?? '', center.name ?? center.township ?? path]);
  byCenter.set(profile, made);
  return made;
};

/** Many centres have the same matters; of one rule, more than so many are not remembered. */
const MOST_MATTERS = 1_000;

const byRule = new Map<string, Map<string, Halves>>();

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
export interface Matter {
  readonly outcome: Finding['outcome'];
  readonly shortfalls?: readonly Shortfall[];
  readonly gaps?: readonly Gap[];
}

const NONE: readonly string[] = [];

const keysOf = ({ outcome, shortfalls = [], gaps = [] }: Matter): readonly string[] => {
  if (outcome === 'fail') return shortfalls.flatMap(shortfallKeys);
  return outcome === 'unknown' ? gaps.map(gap => `${factIdOf(gap.fact)}#${gap.item ?? ''}`) : NONE;
};

const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');

/** Which matter of which centre this is: the same whatever line or cell it stands in and however it is worded. */
export const fingerprint = (rule: string, profile: Profile, matter: Matter): string => {
  const known = byRule.get(rule) ?? new Map<string, Halves>();
  byRule.set(rule, known);
  let [high, low] = centerDigest(profile);
  const mix = (key: string): void => {
    const [otherHigh, otherLow] = matterDigest(rule, known, key);
    high ^= otherHigh;
    low ^= otherLow;
  };
  mix(matter.outcome);
  for (const key of new Set(keysOf(matter))) mix(key);
  return hex(high) + hex(low);
};
