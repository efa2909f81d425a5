import type { ScorecardResult } from '../../src/model/scoring/points.ts';
import type { FoundScorecard } from '../../src/model/scoring/scorecard.ts';
import { comparedOf } from '../../src/score/peers/compared.ts';
import { gatherRound } from '../../src/score/peers/gather.ts';
import { openRound, type SettleRound } from '../../src/score/peers/settle.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';

/** One centre of a round, its scorecard not yet compared with the others'. */
export interface Entrant {
  readonly id: string;
  readonly found: FoundScorecard;
}

/** Scores the centres of a round together, going through all of them so often before what is compared is settled. */
export const scoreRound = (
  entrants: readonly Entrant[],
  passes: number,
): readonly { readonly id: string; readonly result: ScorecardResult }[] => {
  let settle: SettleRound | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const round = gatherRound();
    for (const { found } of entrants) round.add(comparedOf(found, weighScorecard(found, settle?.(found))));
    settle = openRound(round.figures());
  }
  return entrants.map(({ id, found }) => ({ id, result: weighScorecard(found, settle?.(found)) }));
};
