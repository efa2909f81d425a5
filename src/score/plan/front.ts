import { compareExact, type Exact, exact, plus, ZERO } from '../../model/base/exact.ts';
import type { Fix } from '../../model/finding/plan.ts';

export type { Fix };

/** What so much effort can make of a row, a section or the whole. */
export interface Choice {
  readonly effort: Exact;
  readonly value: Exact;
  readonly fixes: readonly Fix[];
}

/** Choices none of which gives less for more effort, from the least effort up. */
export type ParetoFront = readonly Choice[];

const better = (a: Choice, b: Choice): number =>
  compareExact(a.effort, b.effort) || compareExact(b.value, a.value) || a.fixes.length - b.fixes.length;

/** Leaves out every choice that another beats. */
export const pruned = (choices: readonly Choice[]): ParetoFront => {
  const kept: Choice[] = [];
  for (const choice of choices.toSorted(better)) {
    const last = kept.at(-1);
    if (last === undefined || compareExact(choice.value, last.value) > 0) kept.push(choice);
  }
  return kept;
};

const NOTHING_DONE: Choice = { effort: ZERO, value: ZERO, fixes: [] };

const joined = (a: Choice, b: Choice): Choice => ({
  effort: plus(a.effort, b.effort),
  value: plus(a.value, b.value),
  fixes: [...a.fixes, ...b.fixes],
});

/** One choice from each front, added up: every sum that no other beats. */
export const together = (fronts: readonly ParetoFront[]): ParetoFront =>
  fronts.reduce<ParetoFront>(
    (sums, front) => pruned(sums.flatMap(sum => front.map(choice => joined(sum, choice)))),
    [NOTHING_DONE],
  );

/** The same choices, what they come to passed through a scale that never turns more into less. */
export const through = (front: ParetoFront, scale: (value: Exact) => Exact): ParetoFront =>
  pruned(front.map(choice => ({ ...choice, value: scale(choice.value) })));

export const atLeast = (front: ParetoFront, limit: string): ParetoFront =>
  front.filter(({ value }) => compareExact(value, exact(limit)) >= 0);
