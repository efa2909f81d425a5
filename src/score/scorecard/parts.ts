import {
  compareExact,
  decimalOf,
  type Exact,
  exact,
  over,
  plus,
  sumExact,
  times,
  ZERO,
} from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import { LEFT_OUT } from '../../model/scoring/counted-rows.ts';
import type { ItemAccount, PartsAccount, SectionAccount } from '../../model/scoring/points.ts';
import type { FoundScorecard, FoundSection } from '../../model/scoring/scorecard.ts';
import { cut, type WeighScope } from './ends.ts';
import { hold, type WeighedItem, weighItem } from './item.ts';

export type End = 'low' | 'high';

export interface WeighedSection {
  readonly section: FoundSection;
  readonly items: readonly WeighedItem[];
}

export const weighSections = (sections: readonly FoundSection[], scope: WeighScope): readonly WeighedSection[] =>
  sections.map(section => ({ section, items: section.items.map(item => weighItem(item, scope)) }));

/** Whether a row that may leave the scorecard does, at one end of the range. */
type Leaves = (item: WeighedItem) => boolean;

const accountOf = (weighed: WeighedItem, end: End, leaves: Leaves): ItemAccount => {
  const { item, ends } = weighed;
  const account = ends === undefined || leaves(weighed) ? LEFT_OUT : ends[end];
  return { item: item.id, max: account.excluded ? '0' : item.points, account };
};

const sum = (amounts: readonly Decimal[]): Exact => sumExact(amounts.map(exact));

export const sectionAccount = ({ section, items }: WeighedSection, end: End, leaves: Leaves): SectionAccount => {
  const accounts = items.map(item => accountOf(item, end, leaves));
  const total = sum(accounts.map(({ account }) => account.points));
  const { points, bound } = hold(total, section.floor, section.cap);
  return {
    section: section.id,
    outside: section.outside,
    items: accounts,
    sum: decimalOf(total),
    ...(bound && { bound }),
    points: decimalOf(points),
    max: decimalOf(sum(accounts.map(({ max }) => max))),
  };
};

const sign = (end: End): number => (end === 'low' ? 1 : -1);

/** Counting as they are, a row leaves where that makes the end of the range more extreme. */
export const leavesAsIs =
  (end: End): Leaves =>
  ({ ends, mayLeave }) =>
    mayLeave && ends !== undefined && compareExact(exact(ends[end].points), ZERO) * sign(end) > 0;

interface Ratio {
  readonly points: Exact;
  readonly max: Exact;
}

const isBetter = (a: Ratio, b: Ratio, end: End): boolean =>
  compareExact(times(a.points, b.max), times(b.points, a.max)) * sign(end) < 0;

const join = (a: Ratio, b: Ratio): Ratio => ({ points: plus(a.points, b.points), max: plus(a.max, b.max) });

/**
 * Scaled up to the total, a row stays exactly where that makes the share of what is left more extreme. Taken from the
 * most extreme share on, each row is kept until one no longer helps: no other choice of rows gives a share beyond it.
 */
const leavesScaled = (sections: readonly WeighedSection[], end: End): Leaves => {
  const inside = sections.filter(({ section }) => !section.outside);
  const ratioOf = ({ item, ends }: WeighedItem): Ratio => ({
    points: exact(ends?.[end].points ?? '0'),
    max: exact(item.points),
  });
  const rows = inside.flatMap(({ items }) => items).filter(({ ends }) => ends !== undefined);
  const bound = (held: WeighedSection): Ratio => ({
    points: exact(sectionAccount(held, end, () => false).points),
    max: sum(held.items.filter(({ ends }) => ends !== undefined).map(({ item }) => item.points)),
  });
  const fixed = inside.filter(({ items }) => items.every(item => !item.mayLeave)).map(bound);
  const mixed = inside.filter(({ items }) => items.some(item => item.mayLeave)).flatMap(({ items }) => items);
  const certain = mixed.filter(item => !item.mayLeave && item.ends !== undefined).map(ratioOf);
  const open = rows.filter(item => item.mayLeave).toSorted((a, b) => (isBetter(ratioOf(a), ratioOf(b), end) ? -1 : 1));
  const kept = new Set<WeighedItem>();
  let here = [...fixed, ...certain].reduce(join, { points: ZERO, max: ZERO });
  for (const item of open) {
    const next = join(here, ratioOf(item));
    if (here.max.n !== 0n && !isBetter(next, here, end)) continue;
    kept.add(item);
    here = next;
  }
  return item => item.mayLeave && !kept.has(item);
};

/** All parts added up, at one end of the range. */
export const partsAccount = (
  sections: readonly WeighedSection[],
  end: End,
  scorecard: Pick<FoundScorecard, 'total' | 'notChecked' | 'places' | 'rounding'>,
): PartsAccount => {
  const scaling = scorecard.notChecked === 'scale';
  const scaledLeaves = scaling ? leavesScaled(sections, end) : leavesAsIs(end);
  const accounts = sections.map(section =>
    sectionAccount(section, end, section.section.outside ? leavesAsIs(end) : scaledLeaves),
  );
  const inside = sum(accounts.filter(({ outside }) => !outside).map(({ points }) => points));
  const outside = sum(accounts.filter(section => section.outside).map(({ points }) => points));
  const max = sum(accounts.filter(section => !section.outside).map(section => section.max));
  const isPart = max.n !== 0n && compareExact(max, exact(scorecard.total)) !== 0;
  const scaled = scaling && isPart ? cut(over(times(inside, exact(scorecard.total)), max), scorecard) : undefined;
  return {
    sections: accounts,
    inside: decimalOf(inside),
    max: decimalOf(max),
    ...(scaled && { scaled: decimalOf(scaled) }),
    outside: decimalOf(outside),
    sum: decimalOf(plus(scaled ?? inside, outside)),
  };
};
