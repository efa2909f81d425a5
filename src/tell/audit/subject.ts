import type { Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { type Finding, OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import type { Plan } from '../../model/finding/plan.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import type { Quote } from '../../model/standard/ledger.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { OUTCOME_HEADS } from '../../words/names.ts';
import type { Reader } from '../../words/reader.ts';
import type { Standing } from '../../words/scoring/score.ts';
import type { Column } from '../block.ts';
import { holds, type Part } from './part.ts';

/** The document's own words behind a rule, where the user's copy of it is at hand. */
export type Quotes = (rule: Rule, pack: Pack) => readonly Quote[];

export interface Telling {
  readonly lang: Lang;
  readonly tool: Tool;
  readonly quotes?: Quotes | undefined;
  /** So many items of a list are named before it breaks off; all of them unless said. */
  readonly most?: number | undefined;
  /** Whether a finding is told; every one is unless said. */
  readonly tells?: ((scored: ScoredFinding) => boolean) | undefined;
  /** What of it is told; all of it unless said. */
  readonly part?: Part | undefined;
  /** What to do first, where that is asked for. */
  readonly plan?: ((audit: Audit) => Plan) | undefined;
}

/** So many items of a list are named where room is short. */
export const MOST = 12;

export interface Subject extends Pick<Telling, 'lang' | 'tool' | 'part'> {
  readonly audit: Audit;
  readonly reader: Reader;
  readonly quotes: Quotes;
  /** The findings that are told; every one unless a part is asked for. */
  readonly findings: readonly ScoredFinding[];
  readonly plan?: Plan | undefined;
}

const NO_QUOTES: Quotes = () => [];

export const subjectOf = (
  audit: Audit,
  { lang, tool, quotes = NO_QUOTES, most, tells = () => true, part, plan }: Telling,
): Subject => ({
  audit,
  lang,
  reader: { vocabulary: audit.pack.vocabulary, lang, ...(most !== undefined && { most }) },
  tool,
  quotes,
  findings: audit.findings.filter(scored => tells(scored) && holds(scored, audit, part)),
  part,
  plan: plan?.(audit),
});

export interface Scored<O extends Outcome> extends ScoredFinding {
  readonly finding: Extract<Finding, { outcome: O }>;
}

/** The findings of one outcome, in the pack's order. */
export const having = <O extends Outcome>(findings: readonly ScoredFinding[], outcome: O): readonly Scored<O>[] =>
  findings.filter((scored): scored is Scored<O> => scored.finding.outcome === outcome);

/** What is encouraged weighs on no verdict and is told apart. */
export const isBinding = ({ finding }: ScoredFinding): boolean => finding.rule.obligation !== 'may';

export const anchorOf = (rule: string): string => `rule-${rule}`;

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
