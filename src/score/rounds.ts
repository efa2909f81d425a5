import type { Decimal } from '../model/base/value.ts';
import type { CentreHistory, History, Range, RoundResult } from '../model/scoring/history.ts';
import type { Scheme } from '../model/scoring/score.ts';
import { afterRepeats, badRunning, repeatLosses, repeats } from './history.ts';
import { average, sum } from './many.ts';
import { gradeYears } from './year.ts';

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

const FAR = '1000000000';

/** What all rounds come to, those without a score at the least and the most that the scorecard gives. */
const wholeScore = ({ rounds, scheme }: Rounds): Range => {
  const { floor, cap } = scheme.scorecard ?? { floor: '0', cap: null };
  const open: Range = { low: floor ?? `-${FAR}`, high: cap ?? FAR };
  const whole = rounds.map(round => ({ score: round?.score ?? open, grades: [], rows: [], vetoes: [] }));
  return together(whole, scheme.history?.together, scheme).together ?? open;
};

/** Every centre over its rounds; graded together with those of its pack, where the scheme does that. */
export const historiesOf = (centres: readonly Rounds[]): readonly CentreHistory[] => {
  const year = centres[0]?.scheme.history?.year;
  const alone = centres.map(historyOf);
  if (year === undefined) return alone;
  const packs = [...new Set(centres.map(({ pack }) => pack))];
  const graded = new Map(
    packs.flatMap(pack => {
      const own = centres.filter(centre => centre.pack === pack);
      const courses = own.map(centre => ({ rounds: centre.rounds, score: wholeScore(centre) }));
      const years = gradeYears(courses, year);
      return own.map((centre, index) => [centre, years[index]] as const);
    }),
  );
  return alone.map((history, index) => {
    const found = centres[index] && graded.get(centres[index]);
    return found === undefined ? history : { ...history, year: found };
  });
};

/** Repeats, what they cost, what the rounds come to together, and whether bad ones follow one another. */
const historyOf = ({ center, pack, rounds, scheme }: Rounds): CentreHistory => {
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
