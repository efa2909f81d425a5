import type { Decimal } from '../../model/base/value.ts';
import type { KeptFinding, KeptResult } from '../../model/result/kept.ts';
import type { RoundResult, RoundRow } from '../../model/scoring/history.ts';
import type { Scheme } from '../../model/scoring/score.ts';
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

const counts = ({ outcome, waived }: KeptFinding): boolean => outcome !== 'not-applicable' && !waived;

/**
 * A kept result as one round of its centre. What is outside the total is lost from 0 down, for a bonus not earned is no
 * loss; neither is a place behind others where they are compared.
 */
export const roundReader = ({ scorecard }: Pick<Scheme, 'scorecard'>) => {
  const bounds = scorecard === undefined ? new Map<string, Bounds>() : boundsIn(scorecard);
  const rowsOf = ({ scorecard: kept, findings }: KeptResult): readonly RoundRow[] => {
    if (kept === undefined)
      return findings.filter(counts).map(({ rule, title, points: { low, high, max } }) => ({
        item: rule,
        title,
        full: max,
        low,
        high,
        floor: '0',
      }));
    return kept.rows.flatMap(({ id, title, low, high, max }) => {
      const { outside, compared, floor } = bounds.get(id) ?? UNKNOWN;
      return compared ? [] : [{ item: id, title, full: outside ? '0' : max, low, high, floor }];
    });
  };
  const mayLose = ({ full, low }: RoundRow): boolean => Number(low) < Number(full);
  return (kept: KeptResult): RoundResult => ({
    ...(kept.score && { score: { low: kept.score.low, high: kept.score.high } }),
    grades: (kept.score?.grades ?? []).map(({ id }) => id),
    rows: rowsOf(kept).filter(mayLose),
  });
};
