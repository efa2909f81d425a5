import type { TableResult } from '../../model/scoring/points.ts';
import type { FoundTable } from '../../model/scoring/scorecard.ts';
import { scoreTable } from '../scorecard/scorecard.ts';
import { comparedOf } from './compared.ts';
import { gatherRound } from './gather.ts';
import { openRound, type SettleRound } from './settle.ts';

/** One centre of a round, its table not yet compared with the others'. */
export interface Entrant {
  readonly id: string;
  readonly found: FoundTable;
}

/** Scores the centres of a round together, going through all of them so often before what is compared is settled. */
export const scoreRound = (
  entrants: readonly Entrant[],
  passes: number,
): readonly { readonly id: string; readonly result: TableResult }[] => {
  let settle: SettleRound | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const round = gatherRound();
    for (const { found } of entrants) round.add(comparedOf(found, scoreTable(found, settle?.(found))));
    settle = openRound(round.figures());
  }
  return entrants.map(({ id, found }) => ({ id, result: scoreTable(found, settle?.(found)) }));
};
