import {
  compareExact,
  decimalOf,
  type Exact,
  exact,
  minus,
  plus,
  sumExact,
  times,
  ZERO,
} from '../../model/base/exact.ts';
import { groupBy } from '../../model/base/group.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Account, ScorecardResult } from '../../model/scoring/points.ts';
import { formOf, resultWith } from '../../model/scoring/rows.ts';
import type { FoundItem, FoundScorecard } from '../../model/scoring/scorecard.ts';
import type { WeighScope } from '../scorecard/ends.ts';
import { hold, readingOf } from '../scorecard/item.ts';
import { scopeOf } from '../scorecard/scorecard.ts';
import type { Fix, ParetoFront } from './front.ts';
import { leftOut, NO_TERMS, rowFront } from './rows.ts';
import { stepFront } from './steps.ts';
import { totalWith } from './units.ts';

/** What one fix, taken as far as it goes and all else left as it stands, adds to the score. */
export interface Gain {
  readonly fixes: readonly Fix[];
  readonly effort: Decimal;
  readonly gain: Decimal;
}

/** Each step by itself put right, the others left at their worst. */
const stepChoices = (item: FoundItem, scope: WeighScope): ParetoFront => {
  const fronts = item.steps.map((step, index) =>
    stepFront(step, {
      item: item.id,
      number: index + 1,
      scope: { ...scope, ...readingOf(item, scope) },
      settled: new Set(),
    }),
  );
  const worst = sumExact(fronts.map(([asItStands]) => asItStands?.value ?? ZERO));
  const floor = item.floor ?? item.worth.least;
  return fronts.flatMap(front => {
    const rest = minus(worst, front[0]?.value ?? ZERO);
    return front.map(choice => {
      const sum = plus(exact(item.start), plus(rest, choice.value));
      return { ...choice, value: hold(sum, floor, item.cap).points };
    });
  });
};

const rowGains = (
  item: FoundItem,
  low: Account | undefined,
  scope: WeighScope,
  gainOf: (value: Exact) => Exact,
): readonly Gain[] => {
  const isPlain = low !== undefined && low.treated === undefined && !low.zeroed;
  const choices = isPlain ? stepChoices(item, scope) : rowFront(item, scope, NO_TERMS);
  const gains = choices.map(({ fixes, effort, value }) => ({
    fixes,
    effort: decimalOf(effort),
    gain: decimalOf(gainOf(value)),
  }));
  return furthest(gains.filter(({ fixes, gain }) => fixes.length > 0 && exact(gain).n > 0n));
};

/** Of each kind of fix as much as gains anything, and no more. */
const furthest = (gains: readonly Gain[]): readonly Gain[] => {
  const kinds = groupBy(gains, ({ fixes }) => fixes.map(fix => `${fix.step} ${fix.kind}`).join());
  return [...kinds.values()].map(own => own.reduce((a, b) => (compareExact(exact(b.gain), exact(a.gain)) > 0 ? b : a)));
};

const byGain = (a: Gain, b: Gain): number =>
  compareExact(times(exact(b.gain), exact(a.effort)), times(exact(a.gain), exact(b.effort))) ||
  compareExact(exact(b.gain), exact(a.gain));

/** What each fix gains by itself, the most for its effort first. */
export const fixGains = (scorecard: FoundScorecard, result: ScorecardResult): readonly Gain[] => {
  const form = formOf(scorecard, result.low);
  const scope = scopeOf(scorecard, form);
  const left = leftOut(result.low);
  const rows = form.sections.flatMap(({ items }) => items).filter(({ id }) => !left.has(id));
  const total = (points: ReadonlyMap<string, Exact>): Exact => totalWith(scorecard, result.low, points);
  const before = total(new Map());
  const gains = rows.flatMap(item => {
    const low = resultWith(result.items, item.id)?.low;
    return rowGains(item, low, scope, value => minus(total(new Map([[item.id, value]])), before));
  });
  return gains.toSorted(byGain);
};
