import type { Decimal } from '../model/base/value.ts';
import type { CentreHistory, History, RoundResult } from '../model/scoring/history.ts';
import type { Scheme } from '../model/scoring/score.ts';
import { afterRepeats, badRunning, repeatLosses, repeats } from './history.ts';
import { average, sum } from './many.ts';

/** Where one centre stands after several rounds. */
export interface Rounds extends Pick<CentreHistory, 'center' | 'pack' | 'rounds'> {
  readonly scheme: Pick<Scheme, 'places' | 'scorecard' | 'history'>;
}

const together = (
  rounds: readonly (RoundResult | undefined)[],
  how: History['together'],
  { places, scorecard }: Rounds['scheme'],
): Pick<CentreHistory, 'together'> => {
  const scores = rounds.flatMap(round => round?.score ?? []);
  if (how === undefined || scores.length === 0) return {};
  const mean = average(scores, { places, rounding: scorecard?.rounding ?? 'down' });
  return { together: how === 'sum' || mean === undefined ? sum(scores) : mean };
};

const repeated = (
  rounds: readonly (RoundResult | undefined)[],
  rule: History['repeat'],
  floor: Decimal | null,
): Pick<CentreHistory, 'extra' | 'after'> => {
  const score = rounds.at(-1)?.score;
  return rule === undefined || score === undefined
    ? {}
    : afterRepeats(score, repeatLosses([rounds.at(-2), rounds.at(-1)], rule), floor);
};

/** Repeats, what they cost, what the rounds come to together, and whether bad ones follow one another. */
export const historyOf = ({ center, pack, rounds, scheme }: Rounds): CentreHistory => {
  const { repeat, badRunning: bad, together: how } = scheme.history ?? {};
  return {
    center,
    pack,
    rounds,
    repeats: repeats(rounds),
    ...repeated(rounds, repeat, scheme.scorecard === undefined ? '0' : scheme.scorecard.floor),
    ...together(rounds, how, scheme),
    ...(bad && { badRunning: badRunning(rounds, bad) }),
  };
};
