import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { rowsIn } from '../../model/scoring/counted-rows.ts';
import type { RoundResult, RoundRow } from '../../model/scoring/history.ts';
import type { Scheme, ScoredFinding } from '../../model/scoring/score.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { comparesIn } from '../scorecard/passes.ts';

interface Bounds {
  readonly outside: boolean;
  readonly compared: boolean;
  readonly floor: Decimal | null;
}

const boundsIn = ({ forms }: Scorecard): ReadonlyMap<string, Bounds> =>
  new Map(
    forms.flatMap(({ sections }) =>
      sections.flatMap(({ outside, items }) =>
        items.map(item => [item.id, { outside, compared: comparesIn(item), floor: item.floor }] as const),
      ),
    ),
  );

const UNKNOWN: Bounds = { outside: false, compared: false, floor: '0' };

const counts = ({ finding, waived }: ScoredFinding): boolean => finding.outcome !== 'not-applicable' && !waived;

/**
 * A kept result as one round of its centre. What is outside the total is lost from 0 down, for a bonus not earned is no
 * loss; neither is a place behind others where they are compared.
 */
export const roundReader = ({ scorecard }: Pick<Scheme, 'scorecard'>) => {
  const bounds = scorecard === undefined ? new Map<string, Bounds>() : boundsIn(scorecard);
  const rowsOf = ({ scorecard: filled, findings }: Audit): readonly RoundRow[] => {
    if (filled === undefined)
      return findings.filter(counts).map(({ finding: { rule }, points: { low, high, max } }) => ({
        item: rule.id,
        title: rule.title,
        full: max,
        low,
        high,
        floor: '0',
      }));
    return rowsIn(filled.result).flatMap(({ item, title, low, high, max }) => {
      const { outside, compared, floor } = bounds.get(item) ?? UNKNOWN;
      const row = { item, title, full: outside ? '0' : max, low: low.points, high: high.points, floor };
      return compared ? [] : [row];
    });
  };
  const mayLose = ({ full, low }: RoundRow): boolean => Number(low) < Number(full);
  return (audit: Audit): RoundResult => ({
    ...(audit.score && { score: { low: audit.score.low, high: audit.score.high } }),
    grades: (audit.score?.grade.candidates ?? []).map(({ id }) => id),
    rows: rowsOf(audit).filter(mayLose),
    vetoes: (audit.scorecard?.result.vetoes ?? []).map(({ veto: { id }, truth }) => ({ id, truth })),
  });
};
