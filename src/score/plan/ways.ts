import { ZERO } from '../../model/base/exact.ts';
import { factsOfGaps } from '../../model/finding/finding.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import { inBand } from '../../model/scoring/pricing.ts';
import type { Grade } from '../../model/scoring/score.ts';
import type { Edge, FoundScorecard } from '../../model/scoring/scorecard.ts';
import { product } from './sets.ts';

/** A centre whose grade is open. */
export interface Situation {
  readonly scorecard: FoundScorecard;
  readonly result: ScorecardResult;
}

/** What would settle a grade: these facts in any case, and the score on this side of these edges. */
export interface Wanted {
  /** Facts that gates of the grade need to turn out well, and those by which gates of a higher one fail. */
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly reach?: Edge;
  readonly miss?: Edge;
}

/** A place among other centres is settled by no fact of this one. */
const hasFacts = ({ gaps }: { readonly gaps: readonly unknown[] }): boolean => gaps.length > 0;

/** Gates of a grade that may yet rule it out, each by its own facts. */
const barriers = ({ gates }: ScorecardResult, grade: string): readonly (readonly string[])[] =>
  gates
    .filter(gate => gate.grade === grade && gate.truth === 'unknown')
    .filter(hasFacts)
    .map(({ gaps }) => factsOfGaps(gaps));

const edgeOf = (scorecard: FoundScorecard, grade: Grade | undefined): Edge | undefined =>
  scorecard.grades.find(({ id }) => id === grade?.id)?.low;

type Veto = ScorecardResult['vetoes'][number];

/** The best grade that a veto leaves, were it to apply; and whether it leaves no other. */
const leaves = (
  { veto: { effect } }: Veto,
  { grades }: FoundScorecard,
): { readonly index: number; readonly only: boolean } => {
  if (effect.kind === 'bar_award') return { index: 0, only: false };
  if ('grade' in effect)
    return { index: grades.findIndex(({ id }) => id === effect.grade), only: effect.kind === 'grade' };
  return { index: grades.findIndex(({ low }) => inBand(ZERO, { ...(low && { low }) })), only: true };
};

/** Ways in which an open veto by itself settles a grade. */
const byVeto = ({ scorecard, result }: Situation, grade: Grade): readonly Wanted[] =>
  openVetoes(result)
    .filter(hasFacts)
    .flatMap(veto => {
      const { index, only } = leaves(veto, scorecard);
      if (scorecard.grades[index]?.id !== grade.id) return [];
      const reach = only ? undefined : edgeOf(scorecard, grade);
      return [{ good: [], bad: factsOfGaps(veto.gaps), ...(reach && { reach }) }];
    });

const openVetoes = ({ vetoes }: ScorecardResult): readonly Veto[] => vetoes.filter(({ truth }) => truth === 'unknown');

/** Vetoes that would change a grade, and so must be known not to apply. */
const threats = ({ scorecard, result }: Situation, grade: Grade): readonly Veto[] => {
  const here = scorecard.grades.findIndex(({ id }) => id === grade.id);
  return openVetoes(result).filter(veto => {
    const { index, only } = leaves(veto, scorecard);
    return only ? index !== here : index > here;
  });
};

/** Each way to settle a grade: those above it ruled out by their own gates from below, the rest by the score. */
export const waysTo = (situation: Situation, index: number): readonly Wanted[] => {
  const { scorecard, result } = situation;
  const { candidates } = result.grade;
  const grade = candidates[index];
  if (grade === undefined) return [];
  const gates = result.gates.filter(gate => gate.grade === grade.id && gate.truth === 'unknown');
  const open = [...threats(situation, grade), ...gates];
  if (!open.every(hasFacts)) return [];
  const good = factsOfGaps([...scorecard.classGaps, ...open.flatMap(({ gaps }) => gaps)]);
  const reach = edgeOf(scorecard, grade);
  const above = candidates.slice(0, index).toReversed();
  const byGates = above.findIndex(({ id }) => barriers(result, id).length === 0);
  const most = byGates < 0 ? above.length : byGates;
  const ways = Array.from({ length: most + 1 }, (_, count) => count).flatMap(count => {
    const miss = edgeOf(scorecard, above[count]);
    const failing = product(above.slice(0, count).map(({ id }) => barriers(result, id)));
    return failing.map(bad => ({ good, bad: bad.flat(), ...(reach && { reach }), ...(miss && { miss }) }));
  });
  return [...byVeto(situation, grade), ...ways];
};
