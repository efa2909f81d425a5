import { distance } from 'fastest-levenshtein';
import { type Problem, problem } from '../../model/base/problem.ts';
import { sameName, type Waiver } from '../../model/standard/waiver.ts';
import { fold } from '../../read/profile/names.ts';

/** Centres of one county have much of their names in common: only one slip, or a name cut short, is near enough. */
const isNear = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || distance(a, b) <= 1;

/**
 * Waivers that name no centre of this run. Where not every centre is at hand, only those whose name comes close to
 * one of them: the others may concern a centre that was not asked about.
 */
export const strayWaivers = (
  waivers: readonly Waiver[],
  centers: readonly string[],
  isWhole: boolean,
): readonly Problem[] => {
  const names = [...new Set(centers)];
  return waivers
    .filter(({ center }) => !names.some(name => sameName(name, center)))
    .map(waiver => ({ waiver, suggestions: names.filter(name => isNear(fold(name), fold(waiver.center))) }))
    .filter(({ suggestions }) => isWhole || suggestions.length > 0)
    .map(details => problem('waiver-unknown-center', details.waiver.location, details));
};
