import { findScorecard } from '../../evaluate/scorecard/scorecard.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import type { Profile } from '../../model/profile/profile.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { weighScorecard } from '../../score/scorecard/scorecard.ts';
import { profileOf } from '../facts.ts';

/** A centre that has said nothing. */
export const NOBODY: Profile = profileOf(new Map());

/** What a scorecard comes to for one profile and what inspectors filled in. */
export const weighed = (
  scorecard: Scorecard,
  profile: Profile,
  entries: readonly Entered[],
  asOf: string,
): ScorecardResult => weighScorecard(findScorecard(scorecard, { profile, asOf, findings: [], entries }));

/** The least and the most that a centre of which nothing is known may come to, while everything can still be handed in. */
export const reachOf = ({ evidenceUntil: _, ...scorecard }: Scorecard): readonly [low: string, high: string] => {
  const { low, high } = weighed(scorecard, NOBODY, [], '');
  return [low.points, high.points];
};
