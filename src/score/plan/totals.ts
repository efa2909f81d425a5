import { type Exact, exact, minus, over, plus, sumExact, times } from '../../model/base/exact.ts';
import type { ScorecardAccount } from '../../model/scoring/points.ts';
import type { ClassScorecard, FoundScorecard, FoundSection } from '../../model/scoring/scorecard.ts';
import { cut } from '../scorecard/ends.ts';
import { hold } from '../scorecard/item.ts';

/** The form of the class of place that an account is for. */
export const formOf = (scorecard: FoundScorecard, account: ScorecardAccount): ClassScorecard<FoundSection> =>
  scorecard.forms.find(form => form.class?.id === account.class?.id) ?? scorecard.forms[0];

/** The total of an account with some of its rows at other points. */
export const totalWith = (
  scorecard: FoundScorecard,
  account: ScorecardAccount,
  points: ReadonlyMap<string, Exact>,
): Exact => {
  const form = formOf(scorecard, account);
  const parts = account.sections.map(section => {
    const moved = section.items.flatMap(({ item, account: own }) => {
      const at = own.excluded ? undefined : points.get(item);
      return at === undefined ? [] : [minus(at, exact(own.points))];
    });
    const bounds = form.sections.find(({ id }) => id === section.section);
    const sum = plus(exact(section.sum), sumExact(moved));
    return { outside: section.outside, points: hold(sum, bounds?.floor ?? null, bounds?.cap ?? null).points };
  });
  const add = (outside: boolean): Exact =>
    sumExact(parts.filter(part => part.outside === outside).map(part => part.points));
  const inside =
    account.scaled === undefined
      ? add(false)
      : cut(over(times(add(false), exact(scorecard.total)), exact(account.max)), scorecard);
  return hold(plus(inside, add(true)), scorecard.floor, scorecard.cap).points;
};
