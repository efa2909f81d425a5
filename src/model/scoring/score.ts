import type { NonEmpty } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { Change } from '../finding/comparison.ts';
import type { Finding } from '../finding/finding.ts';
import type { Waiver } from '../standard/waiver.ts';
import type { Grade } from './scheme.ts';

export type { Grade, Scheme } from './scheme.ts';

/** `low` if everything unknown fails, `high` if everything unknown passes. */
export interface Points {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly max: Decimal;
}

export interface ScoredFinding {
  readonly finding: Finding;
  /** None where it is waived: like what does not apply, it leaves the sum. */
  readonly points: Points;
  readonly waived?: Waived;
  /** How it stands to an earlier result, where there is one to compare with. */
  readonly change?: Change;
}

/** Who let a centre off, and the points that the finding has all the same. */
export interface Waived {
  readonly waivers: NonEmpty<Waiver>;
  readonly points: Points;
  /** A scorecard gives the points, and no waiver gives any of them back. */
  readonly pointsStay?: true;
}

export interface SectionScore extends Points {
  readonly section: string;
}

export interface GradeResult {
  /** None where the scheme has no grades. */
  readonly candidates: readonly Grade[];
  /** The facts that decide between the candidates; empty when the grade is settled. */
  readonly decidedBy: readonly string[];
}

/** `points` are the sums over the findings; `low` and `high` are those sums as shares of `max`, the scheme's total. */
export interface Score extends Points {
  readonly points: Points;
  readonly grade: GradeResult;
}
