import { compareExact, type Exact, exact, greater, lesser, minus, times, ZERO } from '../../model/base/exact.ts';
import type { FoundStep } from '../../model/scoring/scorecard.ts';
import { type Choice, type ParetoFront, pruned, together } from './front.ts';
import { BOTTOMLESS, decided, fixOf, type Place, type Several, turnsOf, worthOf } from './turns.ts';

/** A step whose matter is put right elsewhere needs no effort here. */
const assumed = (step: FoundStep, settled: ReadonlySet<string>): FoundStep => {
  const { amount } = step;
  if (amount.kind !== 'once' || !settled.has(amount.about)) return step;
  return { ...step, amount: { ...amount, if: decided(step.kind === 'award') } };
};

/** What can be made of a step, from leaving it as it stands. */
export const stepFront = (given: FoundStep, place: Place): ParetoFront => {
  const step = assumed(given, place.settled);
  if (step.amount.kind === 'group') return groupFront(step, step.amount, place);
  const worst = worthOf(step, place, 'worst') ?? BOTTOMLESS;
  const asItStands: Choice = { effort: ZERO, value: worst, fixes: [] };
  const effort = exact(step.effort);
  if (effort.n === 0n) return [asItStands];
  const best = worthOf(step, place, 'best');
  const isOpen = best !== undefined && compareExact(best, worst) > 0;
  const declare = fixOf(place, step, 'declare');
  const known: readonly Choice[] = isOpen ? [{ effort, value: best, fixes: [declare] }] : [];
  const isShared = step.amount.kind === 'once' && place.settled.has(step.amount.about);
  const turns = (isShared ? [] : turnsOf(step, place)).flatMap(({ step: turned, times: count, fix }) => {
    const value = worthOf(turned, place, 'worst');
    const needsBoth = isOpen && step.amount.kind === 'each';
    const needed = times(effort, exact(needsBoth ? count + 1 : count));
    return value === undefined ? [] : [{ effort: needed, value, fixes: needsBoth ? [declare, fix] : [fix] }];
  });
  return pruned([asItStands, ...known, ...turns]);
};

const groupFront = (step: FoundStep, { of }: Several, place: Place): ParetoFront => {
  const sums = together(of.map(part => stepFront(part, place)));
  if (step.cap === undefined) return sums;
  const cap = exact(step.cap);
  const hold = (value: Exact): Exact => (step.kind === 'award' ? lesser(value, cap) : greater(value, minus(ZERO, cap)));
  return pruned(sums.map(choice => ({ ...choice, value: hold(choice.value) })));
};
