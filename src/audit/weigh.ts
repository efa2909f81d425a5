import { findScorecard } from '../evaluate/scorecard/scorecard.ts';
import { comparedOf } from '../score/peers/compared.ts';
import { scoreFromScorecard } from '../score/scorecard/score.ts';
import { weighScorecard } from '../score/scorecard/scorecard.ts';
import type { Weigh } from './hold.ts';

export const weigh: Weigh = (asked, context, round) => {
  const found = findScorecard(asked, context);
  const result = weighScorecard(found, round?.(found));
  const score = scoreFromScorecard(result);
  const compared = asked.passes > 0 && { compared: comparedOf(found, result) };
  return { scorecard: { asked, result, found, ...compared }, ...(score && { score }) };
};
