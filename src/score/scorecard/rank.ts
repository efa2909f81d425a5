import { exact, over, times, wholesIn } from '../../model/base/exact.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type { Place, RankRule } from '../../model/scoring/rank.ts';

/** How many places of so many centres a rule reaches. */
const reachOf = ({ through, by }: RankRule, centres: number): number => {
  const wanted = by === 'place' ? exact(through) : over(times(exact(through), exact(centres)), exact(100));
  return Number(wholesIn(wanted).n);
};

/** Whether a centre stands among the first, or the last, that a rule means; open while it is held against nobody. */
export const rankTruth = (rule: RankRule, place: Place | undefined): Truth => {
  if (place === undefined) return 'unknown';
  const [best, worst] = place.places;
  const [least, most] = place.centres;
  if (worst <= reachOf(rule, least)) return 'met';
  return best > reachOf(rule, most) ? 'unmet' : 'unknown';
};
