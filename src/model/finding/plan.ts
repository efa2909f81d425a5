import type { Bilingual } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { Thing } from '../scoring/measure.ts';
import type { RankRule } from '../scoring/rank.ts';
import type { Grade } from '../scoring/score.ts';
import type { Rule } from '../standard/pack.ts';
import type { Effort } from '../standard/vocabulary.ts';

/** One thing of a scorecard put right, or found out to be in order. */
export interface Fix {
  readonly kind: 'do' | 'fewer' | 'more' | 'band' | 'option' | 'record' | 'declare' | 'clear' | 'gate' | 'veto';
  readonly item?: string;
  readonly step?: number;
  readonly title?: Bilingual;
  /** How many of them, where they are counted. */
  readonly count?: number;
  readonly things?: readonly Thing[];
  /** The place that a grade asks for. */
  readonly rank?: RankRule;
  /** What it is about, where more than one row asks it. */
  readonly about?: string;
}

/** A piece of work: a requirement to be met, facts to be declared, or what a scorecard wants put right. */
export type Work =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'facts'; readonly facts: readonly string[]; readonly rules: readonly Rule[] }
  | { readonly kind: 'fixes'; readonly fixes: readonly Fix[] };

export interface PlanStep {
  readonly work: Work;
  readonly effort: Effort;
  /** Whether a verdict hangs on it whatever the score: a must, a must-have, a veto. */
  readonly must: boolean;
  /** What it adds by itself; of facts to be declared, should all turn out well. */
  readonly gain: Decimal;
}

/** How the next grade is reached. */
export type PlanRoute =
  | { readonly kind: 'ungraded' | 'highest' }
  | { readonly kind: 'out-of-reach'; readonly to: Grade; readonly after?: Decimal }
  /** Once so many steps are done in their order. */
  | { readonly kind: 'steps'; readonly to: Grade; readonly count: number; readonly after: Decimal }
  | {
      readonly kind: 'fixes';
      readonly to: Grade;
      readonly fixes: readonly Fix[];
      readonly after: Decimal;
      /** Whether no cheaper way exists. */
      readonly exact: boolean;
    };

/** Unknown facts that would settle the grade. */
export interface PlanSettling {
  readonly facts: readonly string[];
  readonly when: 'good' | 'bad' | 'either';
  readonly exact: boolean;
}

/** What to do first: must-haves before all, then what costs least, then what gains most. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  readonly route: PlanRoute;
  readonly settlings: readonly PlanSettling[];
}
