import { factBefore, overlay } from '../evaluate/overlay.ts';
import type { Audit, StageScore } from '../model/finding/audit.ts';
import { headOf, type Inspection, STAGES, type Stage } from '../model/profile/inspection.ts';
import { enteredProblems } from './entered.ts';
import { auditOf, declared, evaluate, holdDeclared, holdLaid, type Laid, type WeighedInput } from './hold.ts';

const layRecord = (laid: Laid, { stage, changes, entries }: Inspection): Laid => ({
  profile: overlay(laid.profile, changes),
  entries: new Map([...laid.entries, ...entries.map(entry => [entry.entry, entry] as const)]),
  applied: [
    ...laid.applied,
    ...changes.map(change => ({ stage, kind: 'fact' as const, change, before: factBefore(laid.profile, change) })),
    ...entries.map(change => ({ stage, kind: 'entry' as const, change, before: laid.entries.get(change.entry) })),
  ],
});

const stageScore = (stage: Stage, { score, scorecard }: Audit): StageScore => ({
  stage,
  ...(score && { score: { low: score.low, high: score.high, grades: score.grade.candidates.map(({ id }) => id) } }),
  ...(scorecard && {
    rows: scorecard.result.items.map(({ item, low, high }) => ({ item, low: low.points, high: high.points })),
  }),
});

/** Holds a profile as its centre declares it, then as each stage of its inspections finds it. */
export const holdInspected = (input: WeighedInput): Audit => {
  const records = input.inspections ?? [];
  if (records.length === 0) return holdDeclared(input);
  const stages: StageScore[] = [];
  let laid = declared(input);
  const { round: _, ...alone } = input;
  const last = STAGES.findLast(stage => records.some(record => record.stage === stage)) ?? 'self';
  for (const stage of STAGES) {
    const own = records.filter(record => record.stage === stage);
    if (own.length === 0 && stage !== 'self') continue;
    laid = own.reduce(layRecord, laid);
    if (stage !== last) stages.push(stageScore(stage, auditOf(alone, laid, evaluate(alone, laid))));
  }
  const result = holdLaid(input, laid);
  const { scorecard, warnings } = result;
  const entered = scorecard ? enteredProblems(scorecard, records, [...laid.entries.values()]) : [];
  return {
    ...result,
    warnings: [...warnings, ...entered],
    stages: [...stages, stageScore(last, result)],
    records: records.map(headOf),
    applied: laid.applied,
  };
};
