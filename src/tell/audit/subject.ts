import type { Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { Plan } from '../../model/finding/plan.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import type { Quote } from '../../model/standard/ledger.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import type { Reader } from '../../words/reader.ts';
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

export interface Subject {
  readonly audit: Audit;
  readonly lang: Lang;
  readonly reader: Reader;
  readonly tool: Tool;
  readonly quotes: Quotes;
  /** The findings that are told; every one unless a part is asked for. */
  readonly findings: readonly ScoredFinding[];
  readonly part?: Part | undefined;
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

export type Outcome = Finding['outcome'];

export interface Scored<O extends Outcome> extends ScoredFinding {
  readonly finding: Extract<Finding, { outcome: O }>;
}

/** The findings of one outcome, in the pack's order. */
export const having = <O extends Outcome>(findings: readonly ScoredFinding[], outcome: O): readonly Scored<O>[] =>
  findings.filter((scored): scored is Scored<O> => scored.finding.outcome === outcome);

/** What is encouraged weighs on no verdict and is told apart. */
export const isBinding = ({ finding }: ScoredFinding): boolean => finding.rule.obligation !== 'may';

export const anchorOf = (rule: string): string => `rule-${rule}`;
