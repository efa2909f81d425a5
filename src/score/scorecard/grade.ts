import { type Exact, exact } from '../../model/base/exact.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import { factIdOf, type Gap, type Truth } from '../../model/finding/finding.ts';
import type { GateResult, ItemResult, TableResult, VetoResult } from '../../model/scoring/points.ts';
import { inBand } from '../../model/scoring/pricing.ts';
import type { Grade } from '../../model/scoring/score.ts';
import type { FoundTable } from '../../model/scoring/scorecard.ts';

/** The scores that a centre may have: any between two ends. */
export interface Span {
  readonly low: Exact;
  readonly high: Exact;
}

const all = (truths: readonly Truth[]): Truth =>
  truths.includes('unmet') ? 'unmet' : truths.includes('unknown') ? 'unknown' : 'met';

type TableGrade = FoundTable['grades'][number];

/** Whether a grade's score and all that it asks beside are reached. */
const reach = ({ id, low }: TableGrade, span: Span, gates: readonly GateResult[]): Truth => {
  const edge = { ...(low && { low }) };
  const score: Truth = inBand(span.low, edge) ? 'met' : inBand(span.high, edge) ? 'unknown' : 'unmet';
  return all([score, ...gates.filter(gate => gate.grade === id).map(({ truth }) => truth)]);
};

/** The grades that are possible from `first` on: those that may be reached, down to one that surely is. */
const from = (first: number, table: FoundTable, span: Span, gates: readonly GateResult[]): readonly TableGrade[] => {
  const truths = table.grades.map(grade => reach(grade, span, gates));
  const end = truths.findIndex((truth, index) => index >= first && truth === 'met');
  const last = end < 0 ? table.grades.length - 1 : end;
  return table.grades.filter(
    (_, index) => index >= first && index <= last && (truths[index] !== 'unmet' || index === last),
  );
};

interface Effects {
  /** The index of the highest grade left, and the lower ones that open vetoes may leave. */
  readonly ceilings: readonly number[];
  /** Grades that vetoes set, or may set. */
  readonly set: readonly TableGrade[];
  readonly isSet: boolean;
}

const effectsOf = (table: FoundTable, vetoes: readonly VetoResult[]): Effects => {
  const index = (id: string): number => table.grades.findIndex(grade => grade.id === id);
  const caps = vetoes.flatMap(({ veto: { effect }, truth }) =>
    effect.kind === 'grade_at_most' && truth !== 'unmet' ? [{ at: index(effect.grade), truth }] : [],
  );
  const sure = Math.max(0, ...caps.filter(({ truth }) => truth === 'met').map(({ at }) => at));
  const setting = vetoes.flatMap(({ veto: { effect }, truth }) =>
    effect.kind === 'grade' && truth !== 'unmet' ? [{ at: index(effect.grade), truth }] : [],
  );
  const settled = setting.filter(({ truth }) => truth === 'met').map(({ at }) => at);
  const lowest = Math.max(-1, ...settled);
  const set = setting.filter(({ at, truth }) => (truth === 'met' ? at === lowest : at > lowest));
  return {
    ceilings: [sure, ...caps.filter(({ at }) => at > sure).map(({ at }) => at)],
    set: set.flatMap(({ at }) => table.grades[at] ?? []),
    isSet: settled.length > 0,
  };
};

const toGrade = ({ id, label, low }: TableGrade): Grade => ({ id, label, atLeast: low?.at ?? '0' });

/** The grades that the missing facts leave possible, from the highest down. */
export const possibleGrades = (
  table: FoundTable,
  spans: readonly Span[],
  gates: readonly GateResult[],
  vetoes: readonly VetoResult[],
): readonly Grade[] => {
  const { ceilings, set, isSet } = effectsOf(table, vetoes);
  const earned = isSet ? [] : ceilings.flatMap(first => spans.flatMap(span => from(first, table, span, gates)));
  const ids = new Set([...earned, ...set].map(({ id }) => id));
  return table.grades.filter(({ id }) => ids.has(id)).map(toGrade);
};

const openGaps = (
  rows: readonly ItemResult[],
  judged: readonly { readonly truth: Truth; readonly gaps: readonly Gap[] }[],
) => [
  ...rows.flatMap(({ gaps }) => gaps),
  ...judged.filter(({ truth }) => truth === 'unknown').flatMap(({ gaps }) => gaps),
];

export const gradeResult = (
  candidates: readonly Grade[],
  table: FoundTable,
  rows: readonly ItemResult[],
  judged: readonly (GateResult | VetoResult)[],
): TableResult['grade'] => {
  if (!isNonEmpty(candidates)) throw new Error('a score without any grade');
  const gaps = [...table.classGaps, ...openGaps(rows, judged)];
  return { candidates, decidedBy: candidates.length > 1 ? [...new Set(gaps.map(gap => factIdOf(gap.fact)))] : [] };
};

export const zero: Span = { low: exact(0), high: exact(0) };
