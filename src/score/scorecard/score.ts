import { countedMax } from '../../model/scoring/counted-rows.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import type { Score } from '../../model/scoring/score.ts';

/** The score of an audit as its scorecard gives it; undefined when no row counted. */
export const scoreFromScorecard = (result: ScorecardResult): Score | undefined => {
  const { low, high, grade } = result;
  const counted = high.sections.some(({ items }) => items.some(({ account }) => !account.excluded));
  if (!counted) return undefined;
  const points = { low: low.sum, high: high.sum, max: high.max };
  return { low: low.points, high: high.points, max: countedMax(result), points, grade };
};
