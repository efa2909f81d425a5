import { exact } from '../model/base/exact.ts';
import type { Truth } from '../model/finding/finding.ts';
import type { Range, RoundResult, RoundsAsked, Year, YearResult } from '../model/scoring/history.ts';
import { isRank, type RankRule } from '../model/scoring/rank.ts';
import { rankFigure } from './peers/compared.ts';
import { gatherRound } from './peers/gather.ts';
import { placesIn } from './peers/settle.ts';
import type { Placed } from './scorecard/gates.ts';
import { awardOf, possibleGrades } from './scorecard/grade.ts';
import { rankTruth } from './scorecard/rank.ts';

/** A centre of which the rounds are graded together. */
export interface YearEntrant {
  readonly rounds: readonly (RoundResult | undefined)[];
  /** What the rounds come to, those without a score at their least and their most. */
  readonly score: Range;
}

const heldIn = (round: RoundResult | undefined, { kind, of }: RoundsAsked): Truth => {
  if (round === undefined) return 'unknown';
  if (kind === 'vetoed') return round.vetoes.find(({ id }) => id === of)?.truth ?? 'unmet';
  return !round.grades.includes(of) ? 'unmet' : round.grades.length === 1 ? 'met' : 'unknown';
};

const roundsTruth = (rounds: YearEntrant['rounds'], asked: RoundsAsked): Truth => {
  const truths = rounds.map(round => heldIn(round, asked));
  const count = (...wanted: readonly Truth[]): number => truths.filter(truth => wanted.includes(truth)).length;
  if (count('met') >= asked.rounds) return 'met';
  return count('met', 'unknown') >= asked.rounds ? 'unknown' : 'unmet';
};

const FIRST: RankRule = { end: 'first', through: '1', by: 'place', among: 'all' };
const LAST: RankRule = { ...FIRST, end: 'last' };

const gradeYear = ({ rounds, score }: YearEntrant, { grades, vetoes }: Year, place: Placed): YearResult => {
  const truthOf = (asked: RankRule | RoundsAsked): Truth =>
    isRank(asked) ? rankTruth(asked, place(asked)) : roundsTruth(rounds, asked);
  const gates = grades.flatMap(({ id, requires }) =>
    requires.flatMap(gate => (gate.kind === 'check' ? [{ grade: id, gate, truth: truthOf(gate.if), gaps: [] }] : [])),
  );
  const barred = vetoes.map(({ if: asked, ...veto }) => ({ veto, truth: truthOf(asked) }));
  const span = { low: exact(score.low), high: exact(score.high) };
  const placed = place(FIRST);
  return {
    grades: possibleGrades({ grades }, [span], gates, barred).map(({ id }) => id),
    ...(placed && { place: placed }),
    vetoes: barred.flatMap(({ veto: { id }, truth }) => (truth === 'unmet' ? [] : [{ id, truth }])),
    award: awardOf(barred),
    missing: rounds.filter(one => one?.score === undefined).length,
  };
};

/** Grades what the rounds of each centre come to, held against the others. */
export const gradeYears = (entrants: readonly YearEntrant[], year: Year): readonly YearResult[] => {
  const round = gatherRound();
  for (const { score } of entrants)
    round.add({ figures: [FIRST, LAST].map(rule => rankFigure(rule, '', score, true)), rows: [] });
  const placeOf = placesIn(round.figures());
  return entrants.map(entrant => gradeYear(entrant, year, rule => placeOf(rule, { ...entrant.score, classes: [] })));
};
