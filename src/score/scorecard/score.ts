import type { TableResult } from '../../model/scoring/points.ts';
import type { Score } from '../../model/scoring/score.ts';

/** The score of an audit as its scoring table gives it; undefined when no row counted. */
export const scoreFromTable = ({ low, high, total, grade }: TableResult): Score | undefined => {
  const counted = high.sections.some(({ items }) => items.some(({ account }) => !account.excluded));
  if (!counted) return undefined;
  const points = { low: low.sum, high: high.sum, max: high.max };
  return { low: low.points, high: high.points, max: total, points, grade };
};
