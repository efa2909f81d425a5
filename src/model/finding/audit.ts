import type { Problem } from '../base/problem.ts';
import type { NonEmpty } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { Applied, RecordHead, Stage } from '../profile/inspection.ts';
import type { Level, Profile } from '../profile/profile.ts';
import type { Range } from '../scoring/history.ts';
import type { Compared } from '../scoring/peers.ts';
import type { ScorecardResult } from '../scoring/points.ts';
import type { Scheme, Score, ScoredFinding, SectionScore } from '../scoring/score.ts';
import type { FoundScorecard, Scorecard } from '../scoring/scorecard.ts';
import type { Obligation, Pack, Reading, Rule } from '../standard/pack.ts';
import type { Outcome } from './finding.ts';

export type Counts = Readonly<Record<Outcome, number>>;

export interface StageRow extends Range {
  readonly item: string;
}

/** 自评分, 考核分, 最终得分. */
export interface StageScore {
  readonly stage: Stage;
  readonly score?: Range & { readonly grades: readonly string[] };
  /** Of a scoring table: what each row came to. */
  readonly rows?: readonly StageRow[];
}

/** What another reading of a rule would make of a finding, and of the score if no other rule were read otherwise. */
export interface ReadOtherwise {
  readonly rule: Rule;
  readonly reading: Reading;
  readonly obligation: Obligation;
  readonly outcome: Outcome;
  readonly score?: Pick<Score, 'low' | 'high'>;
}

/** One centre held against one pack. */
export interface Audit {
  readonly profile: Profile;
  readonly level: Level;
  readonly pack: Pack;
  readonly scheme: Scheme;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Every rule of the pack for this level, once, in the pack's order. */
  readonly findings: readonly ScoredFinding[];
  readonly counts: Counts;
  /** Findings that another declared reading of their rule would decide otherwise. */
  readonly otherwise?: readonly ReadOtherwise[];
  readonly sections: readonly SectionScore[];
  /** Absent when nothing counted. */
  readonly score?: Score;
  /** The scorecard filled in, where the scheme is one: what it asks, and what it comes to. */
  readonly scorecard?: {
    readonly asked: Scorecard;
    readonly result: ScorecardResult;
    /** Every question answered, to reckon what a change would bring; a kept result does not hold it. */
    readonly found?: FoundScorecard;
    /** What the other centres of its round need to know, where rows are compared with theirs. */
    readonly compared?: Compared;
  };
  /** The same without any waiver; present where one was applied. Outcomes and counts are true either way. */
  readonly unwaived?: { readonly score?: Score };
  /** Where findings are compared with an earlier result: its score, if it has this centre. */
  readonly earlier?: { readonly low?: Decimal };
  /** The score as declared, as inspected and as settled in the end, where records were laid over the profile. */
  readonly stages?: readonly StageScore[];
  /** The records themselves. */
  readonly records?: readonly RecordHead[];
  /** Every change that they made, in their order. */
  readonly applied?: readonly Applied[];
  /** What could not be read: open in every finding, and the result no more than provisional. */
  readonly provisional?: NonEmpty<Problem>;
  /** What should be said about the profile although it could be read. */
  readonly warnings: readonly Problem[];
}
