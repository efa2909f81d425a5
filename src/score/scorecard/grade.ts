import { type Exact, exact } from '../../model/base/exact.ts';
import { factsOfGaps, type Truth } from '../../model/finding/finding.ts';
import type { GateResult, ItemResult, ScorecardResult, VetoResult } from '../../model/scoring/points.ts';
import { inBand } from '../../model/scoring/pricing.ts';
import type { Grade } from '../../model/scoring/score.ts';
import type { Award, FoundScorecard, GradeOf } from '../../model/scoring/scorecard.ts';

/** The scores that a centre may have: any between two ends. */
export interface Span {
  readonly low: Exact;
  readonly high: Exact;
}

export const allOf = (truths: readonly Truth[]): Truth =>
  truths.includes('unmet') ? 'unmet' : truths.includes('unknown') ? 'unknown' : 'met';

type ScorecardGrade = GradeOf<unknown>;

interface Graded {
  readonly grades: readonly ScorecardGrade[];
}

type Judged = Pick<VetoResult, 'veto' | 'truth'>;

/** Whether a grade's score and all that it asks beside are reached. */
const reach = ({ id, low }: ScorecardGrade, span: Span, gates: readonly GateResult[]): Truth => {
  const edge = { ...(low && { low }) };
  const score: Truth = inBand(span.low, edge) ? 'met' : inBand(span.high, edge) ? 'unknown' : 'unmet';
  return allOf([score, ...gates.filter(gate => gate.grade === id).map(({ truth }) => truth)]);
};

/** The grades that are possible from `first` on: those that may be reached, down to one that surely is. */
const from = (
  first: number,
  scorecard: Graded,
  span: Span,
  gates: readonly GateResult[],
): readonly ScorecardGrade[] => {
  const truths = scorecard.grades.map(grade => reach(grade, span, gates));
  const end = truths.findIndex((truth, index) => index >= first && truth === 'met');
  const last = end < 0 ? scorecard.grades.length - 1 : end;
  return scorecard.grades.filter(
    (_, index) => index >= first && index <= last && (truths[index] !== 'unmet' || index === last),
  );
};

/** The index of the highest grade left, the lower ones that open vetoes may leave, and grades that vetoes set, or may set. */
const effectsOf = (scorecard: Graded, vetoes: readonly Judged[]) => {
  const striking = (kind: 'grade' | 'grade_at_most') =>
    vetoes.flatMap(({ veto: { effect }, truth }) =>
      'grade' in effect && effect.kind === kind && truth !== 'unmet'
        ? [{ at: scorecard.grades.findIndex(({ id }) => id === effect.grade), truth }]
        : [],
    );
  const [caps, setting] = [striking('grade_at_most'), striking('grade')];
  const sure = Math.max(0, ...caps.filter(({ truth }) => truth === 'met').map(({ at }) => at));
  const settled = setting.filter(({ truth }) => truth === 'met').map(({ at }) => at);
  const lowest = Math.max(-1, ...settled);
  const set = setting.filter(({ at, truth }) => (truth === 'met' ? at === lowest : at > lowest));
  return {
    ceilings: [sure, ...caps.filter(({ at }) => at > sure).map(({ at }) => at)],
    set: set.flatMap(({ at }) => scorecard.grades[at] ?? []),
    isSet: settled.length > 0,
  };
};

export const toGrade = ({ id, label, low }: Pick<ScorecardGrade, 'id' | 'label' | 'low'>): Grade => ({
  id,
  label,
  atLeast: low?.at ?? '0',
});

/** The grades that the missing facts leave possible, from the highest down. */
export const possibleGrades = (
  scorecard: Graded,
  spans: readonly Span[],
  gates: readonly GateResult[],
  vetoes: readonly Judged[],
): readonly Grade[] => {
  const { ceilings, set, isSet } = effectsOf(scorecard, vetoes);
  const earned = isSet ? [] : ceilings.flatMap(first => spans.flatMap(span => from(first, scorecard, span, gates)));
  const ids = new Set([...earned, ...set].map(({ id }) => id));
  return scorecard.grades.filter(({ id }) => ids.has(id)).map(toGrade);
};

export const awardOf = (vetoes: readonly Judged[]): Award => {
  const truths = vetoes.filter(({ veto }) => veto.effect.kind === 'bar_award').map(({ truth }) => truth);
  return truths.includes('met') ? 'barred' : truths.includes('unknown') ? 'open' : 'eligible';
};

export const gradeResult = (
  candidates: readonly Grade[],
  scorecard: FoundScorecard,
  rows: readonly ItemResult[],
  judged: readonly (GateResult | VetoResult)[],
): ScorecardResult['grade'] => {
  const open = [...rows, ...judged.filter(({ truth }) => truth === 'unknown')];
  const gaps = [...scorecard.classGaps, ...open.flatMap(one => one.gaps)];
  return { candidates, decidedBy: candidates.length > 1 ? factsOfGaps(gaps) : [] };
};

export const zero: Span = { low: exact(0), high: exact(0) };
