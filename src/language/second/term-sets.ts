import type { TermSet } from '../../model/standard/expression.ts';
import { OPEN, type Truth } from './world.ts';

/** The terms of a set that each code stands for: itself, and those that it counts as. */
const standingsIn = ({ codes, also = {} }: TermSet): ReadonlyMap<string, readonly string[]> => {
  const all = new Set([...codes, ...Object.values(also).flat()]);
  return new Map([...all].map(own => [own, codes.filter(code => code === own || also[code]?.includes(own))]));
};

/** The terms of a set that some codes hold. */
export const heldIn = (terms: TermSet, codes: ReadonlySet<string>): ReadonlySet<string> => {
  const standings = standingsIn(terms);
  return new Set([...codes].flatMap(code => standings.get(code) ?? []));
};

/** The codes that stand for no term of a set. */
export const othersIn = (terms: TermSet, codes: ReadonlySet<string>): readonly string[] => {
  const standings = standingsIn(terms);
  return [...codes].filter(code => (standings.get(code) ?? []).length === 0);
};

/** That none was found: `open` entries may still turn out to be one. */
export const holdsNone = (found: number, open: number): Truth => (found > 0 ? 0 : open > 0 ? OPEN : 1);

/** That so many terms of a set are held: `open` entries may still turn out to be any one code each. */
export const holdsSome = (terms: TermSet, codes: ReadonlySet<string>, open: number, needed: number): Truth => {
  const held = heldIn(terms, codes);
  const gained = Math.max(
    1,
    ...[...standingsIn(terms).values()].map(stood => stood.filter(code => !held.has(code)).length),
  );
  const left = new Set(terms.codes).size - held.size;
  if (held.size >= needed) return 1;
  return held.size + Math.min(open * gained, left) >= needed ? OPEN : 0;
};
