import { findScorecard } from '../evaluate/scorecard/scorecard.ts';
import { keptFor } from '../model/base/memo.ts';
import type { Scorecard } from '../model/scoring/scorecard.ts';
import { comparedOf } from '../score/peers/compared.ts';
import { scoreFromScorecard } from '../score/scorecard/score.ts';
import { weighScorecard } from '../score/scorecard/scorecard.ts';
import type { Weigh } from './hold.ts';

const countsRules = (part: unknown): boolean =>
  typeof part === 'object' &&
  part !== null &&
  (('kind' in part && part.kind === 'rules') || Object.values(part).some(countsRules));

export const weigh: Weigh = {
  answers: (asked, context, round) => {
    const found = findScorecard(asked, context);
    const result = weighScorecard(found, round?.(found));
    const score = scoreFromScorecard(result);
    const compared = asked.passes > 0 && { compared: comparedOf(found, result) };
    return { scorecard: { asked, result, found, ...compared }, ...(score && { score }) };
  },
  asksFindings: keptFor(({ forms }: Scorecard) => countsRules(forms)),
};
