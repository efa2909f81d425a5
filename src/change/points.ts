import { compareExact, decimalOf, type Exact, exact, minus, sumExact, ZERO } from '../model/base/exact.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Reconciliation, RowChange, RuleChange, Sides } from '../model/result/compared.ts';
import { rowsIn } from '../model/scoring/counted-rows.ts';
import type { ItemResult } from '../model/scoring/points.ts';
import type { Points } from '../model/scoring/score.ts';

/** What a change does to the points secured. */
export const deltaOf = ({ from, to }: Sides<Points>): Exact => minus(exact(to?.low ?? '0'), exact(from?.low ?? '0'));

const same = (a: Points | undefined, b: Points | undefined): boolean =>
  a?.low === b?.low && a?.high === b?.high && a?.max === b?.max;

const pointsOfRow = ({ low, high, max }: ItemResult): Points => ({ low: low.points, high: high.points, max });

/** Rows of a scorecard with other points than before. */
export const compareRows = (from: Audit, to: Audit): readonly RowChange[] => {
  if (from.scorecard === undefined || to.scorecard === undefined || from.scheme.sha256 !== to.scheme.sha256) return [];
  const older = new Map(rowsIn(from.scorecard.result).map(row => [row.item, pointsOfRow(row)]));
  return rowsIn(to.scorecard.result).flatMap(row => {
    const [was, is] = [older.get(row.item), pointsOfRow(row)];
    return same(was, is) ? [] : [{ id: row.item, title: row.title, points: { ...(was && { from: was }), to: is } }];
  });
};

const rawOf = ({ scorecard, score }: Audit): Points | undefined => {
  if (scorecard === undefined) return score?.points;
  const { low, high, total } = scorecard.result;
  return { low: low.points, high: high.points, max: total };
};

const isGain = (delta: Exact): boolean => compareExact(delta, ZERO) > 0;

/** How the older points become the newer ones; undefined where they are not of one scheme and one pack. */
export const reconcile = (
  from: Audit,
  to: Audit,
  rules: readonly RuleChange[],
  rows: readonly RowChange[],
): Reconciliation | undefined => {
  const [was, is] = [rawOf(from), rawOf(to)];
  const oneKind = from.pack.id === to.pack.id && from.scheme.sha256 === to.scheme.sha256;
  if (was === undefined || is === undefined || !oneKind) return undefined;
  const deltas = (to.scorecard === undefined ? rules : rows).map(({ points }) => deltaOf(points));
  const gained = sumExact(deltas.filter(isGain));
  const lost = minus(ZERO, sumExact(deltas.filter(delta => !isGain(delta))));
  const rest = minus(minus(exact(is.low), exact(was.low)), minus(gained, lost));
  return {
    points: { from: was, to: is },
    gained: decimalOf(gained),
    lost: decimalOf(lost),
    rest: decimalOf(rest),
  };
};
