import { compareExact, decimalOf, type Exact, exact, minus, sumExact, ZERO } from '../model/base/exact.ts';
import type { Reconciliation, RowChange, RuleChange, Sides } from '../model/result/compared.ts';
import type { KeptResult } from '../model/result/kept.ts';
import type { Points } from '../model/scoring/score.ts';

/** What a change does to the points secured. */
export const deltaOf = ({ from, to }: Sides<Points>): Exact => minus(exact(to?.low ?? '0'), exact(from?.low ?? '0'));

const same = (a: Points | undefined, b: Points | undefined): boolean =>
  a?.low === b?.low && a?.high === b?.high && a?.max === b?.max;

/** Rows of a scorecard with other points than before. */
export const compareRows = (from: KeptResult, to: KeptResult): readonly RowChange[] => {
  if (from.scorecard === undefined || to.scorecard === undefined || from.scheme.sha256 !== to.scheme.sha256) return [];
  const older = new Map(from.scorecard.rows.map(row => [row.id, row]));
  return to.scorecard.rows.flatMap(row => {
    const was = older.get(row.id);
    return same(was, row) ? [] : [{ id: row.id, title: row.title, points: { ...(was && { from: was }), to: row } }];
  });
};

const rawOf = ({ scorecard, score }: KeptResult): Points | undefined => scorecard?.points ?? score?.points;

const isGain = (delta: Exact): boolean => compareExact(delta, ZERO) > 0;

/** How the older points become the newer ones; undefined where they are not of one scheme and one pack. */
export const reconcile = (
  from: KeptResult,
  to: KeptResult,
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
