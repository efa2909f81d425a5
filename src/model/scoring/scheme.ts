import type { Bilingual } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { StandardHead } from '../standard/head.ts';
import type { Obligation } from '../standard/obligation.ts';
import type { History } from './history.ts';
import type { Scorecard } from './scorecard.ts';

export interface Grade {
  readonly id: string;
  readonly label: Bilingual;
  /** The lowest score that earns it, included. */
  readonly atLeast: Decimal;
}

/** How findings become points and a grade. */
export interface Scheme {
  readonly id: string;
  readonly sha256: string;
  readonly title: Bilingual;
  /** What a centre with every counted point scores. */
  readonly total: Decimal;
  /** Scores are cut, never rounded up, to so many places. */
  readonly places: number;
  readonly points: Readonly<Record<Obligation, Decimal>>;
  /** Points of single rules, by id, where they differ from those of their obligation. */
  readonly rules: Readonly<Record<string, Decimal>>;
  /** From the highest down; none in a scorecard that gives points alone. */
  readonly grades: readonly Grade[];
  /** Rows, deductions and all, where the scheme is a scorecard: then it alone gives the points. */
  readonly scorecard?: Scorecard;
  /** Where the scorecard is the standard by itself: of which places. */
  readonly standard?: StandardHead;
  /** What holds over several rounds. */
  readonly history?: History;
}
