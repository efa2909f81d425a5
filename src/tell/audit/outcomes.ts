import type { Lang } from '../../model/base/text.ts';
import { OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { OUTCOME_HEADS } from '../../words/names.ts';
import type { Standing } from '../../words/scoring/score.ts';
import type { Column } from '../block.ts';

/** The outcome by whose mark a verdict is told; none where no requirement gives one. */
export const MARKS: Readonly<Record<Standing, Outcome | undefined>> = {
  met: 'pass',
  'not-met': 'fail',
  open: 'unknown',
  free: undefined,
};

/** The outcome by whose mark it is told what the gate says. */
export const GATE_OUTCOMES = {
  passed: 'pass',
  failed: 'fail',
  undecided: 'unknown',
} as const satisfies Record<GateVerdict['verdict'], Outcome>;

export const countOf = (findings: readonly ScoredFinding[], outcome: Outcome): number =>
  findings.filter(({ finding }) => finding.outcome === outcome).length;

export const outcomeColumns = (lang: Lang, spare = false): readonly Column[] =>
  OUTCOMES.map(outcome => ({
    title: OUTCOME_HEADS[outcome][lang],
    kind: 'figure',
    width: 9,
    outcome,
    ...(spare && { spare }),
  }));

export const countCells = (findings: readonly ScoredFinding[]): readonly string[] =>
  OUTCOMES.map(outcome => String(countOf(findings, outcome)));
