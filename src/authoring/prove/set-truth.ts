import type { SetTest, TermSet } from '../../model/standard/expression.ts';

/**
 * The meaning of a rule, told a second time and in another way than the evaluator tells it: truth as a number, and what
 * is not known as every way that it could turn out. Generated cases take what they expect from here.
 */
export type Truth = 0 | 0.5 | 1;

export const OPEN: Truth = 0.5;

export const truth = (holds: boolean): Truth => (holds ? 1 : 0);

/** The terms of a set that each code stands for: itself, and those that it counts as. */
const standingsIn = ({ codes, also = {} }: TermSet): ReadonlyMap<string, readonly string[]> => {
  const all = new Set([...codes, ...Object.values(also).flat()]);
  return new Map([...all].map(own => [own, codes.filter(code => code === own || also[code]?.includes(own))]));
};

/** `open` entries may still turn out to be any one code each. */
export const setTruth = (test: SetTest, codes: ReadonlySet<string>, open: number): Truth => {
  const standings = standingsIn(test.terms);
  const wanted = new Set(test.terms.codes);
  const held = new Set([...codes].flatMap(code => standings.get(code) ?? []));
  const gained = Math.max(1, ...[...standings.values()].map(stood => stood.filter(code => !held.has(code)).length));
  const present = held.size;
  const others = [...codes].filter(code => (standings.get(code) ?? []).length === 0).length;
  const atMost = (found: number): Truth => (found > 0 ? 0 : open > 0 ? OPEN : 1);
  const atLeast = (needed: number): Truth =>
    present >= needed ? 1 : present + Math.min(open * gained, wanted.size - present) >= needed ? OPEN : 0;
  switch (test.op) {
    case 'include_none':
      return atMost(present);
    case 'only':
      return atMost(others);
    case 'include_any':
      return atLeast(1);
    case 'include':
      return atLeast(test.atLeast);
    case 'include_all':
      return atLeast(wanted.size);
  }
};
