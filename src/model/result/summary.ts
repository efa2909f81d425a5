import type { Location } from '../base/location.ts';
import type { Bilingual, Noun } from '../base/text.ts';
import type { Decimal, ScalarValue } from '../base/value.ts';
import { OUTCOMES, type Outcome, type Truth } from '../finding/finding.ts';
import type { GateVerdict } from '../finding/gate.ts';
import type { Center, Level } from '../profile/profile.ts';
import type { FoundBy } from '../scoring/found-by.ts';
import type { VetoResult } from '../scoring/points.ts';
import type { Scheme } from '../scoring/score.ts';
import type { Rule, Section } from '../standard/pack.ts';

/** The rules of a pack for one level, in their order: what the letters of a centre's `outcomes` stand for. */
export interface Frame {
  /** `pack/level`. */
  readonly id: string;
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string; readonly title: Bilingual };
  readonly level: Level;
  /** What is judged, where that is no centre. */
  readonly subject?: Noun;
  readonly sections: readonly Section[];
  readonly rules: readonly Pick<Rule, 'id' | 'clause' | 'obligation' | 'section' | 'title'>[];
  /** Every fact that the rules look at. */
  readonly facts: readonly { readonly id: string; readonly label: Bilingual }[];
  /** From the highest down; empty where the scheme's grades are not plain limits. */
  readonly grades: readonly { readonly id: string; readonly label: Bilingual; readonly atLeast: Decimal }[];
  readonly total: Decimal;
  /** The rows of the scorecard by which its centres are scored. */
  readonly card?: readonly CardColumn[];
  /** By which its centres are scored. */
  readonly scheme: Pick<Scheme, 'id' | 'sha256' | 'title'>;
}

/** A row of a scorecard, as a column of the summary. */
export interface CardColumn {
  readonly id: string;
  readonly clause: string;
  readonly title: Bilingual;
  readonly section: Bilingual;
  /** Bonus or penalty on top of the total. */
  readonly outside?: true;
  readonly bureau?: string;
  readonly max: Decimal;
}

/** What a centre has in each row, in the order of the frame; absent where the row is not for it. */
export interface CardRow {
  readonly cells: readonly (readonly [low: Decimal, high: Decimal] | null)[];
  /** As declared, where inspectors changed it. */
  readonly declared?: readonly [low: Decimal, high: Decimal];
  /** Those that hold, and those that may. */
  readonly vetoes?: readonly CardVeto[];
}

export interface CardVeto extends Pick<VetoResult['veto'], 'title' | 'effect'> {
  readonly truth: Exclude<Truth, 'unmet'>;
  readonly by?: FoundBy;
}

/** A letter for each outcome; capital where the finding is waived. */
export const OUTCOME_LETTERS = { pass: 'p', fail: 'f', unknown: 'u', 'not-applicable': 'n' } as const satisfies Record<
  Outcome,
  string
>;

export interface OutcomeMark {
  readonly outcome: Outcome;
  readonly waived: boolean;
}

const MARKS: ReadonlyMap<string, OutcomeMark> = new Map(
  OUTCOMES.flatMap((outcome): readonly (readonly [string, OutcomeMark])[] => [
    [OUTCOME_LETTERS[outcome], { outcome, waived: false }],
    [OUTCOME_LETTERS[outcome].toUpperCase(), { outcome, waived: true }],
  ]),
);

/** What a letter stands for. */
export const markOf = (letter = '') => MARKS.get(letter);

/** A requirement missed by little, `rule` by its number in the frame. */
export interface NearMiss {
  readonly rule: number;
  readonly fact: string;
  /** The record that it is of, by its name. */
  readonly item?: string;
  /** On which side of the limit the fact lies, and how far. */
  readonly side: 'below' | 'above';
  readonly by: ScalarValue;
  readonly limit: ScalarValue;
}

/** One centre's result without its findings: enough to rank, count and draw. */
export interface CenterRow {
  readonly frame: string;
  readonly center: Center;
  readonly declaredOn?: string;
  readonly location: Location;
  /** A letter a rule, in the frame's order. */
  readonly outcomes: string;
  /** Absent when nothing counted; several grades where the grade is not settled. */
  readonly score?: { readonly low: Decimal; readonly high: Decimal; readonly grades: readonly string[] };
  /** Low, high and most of each section of the frame. */
  readonly sections: readonly (readonly [Decimal, Decimal, Decimal])[];
  /** Undeclared facts that leave something open, by their numbers in the frame. */
  readonly missing: readonly number[];
  readonly near: readonly NearMiss[];
  readonly gate: GateVerdict['verdict'];
  readonly card?: CardRow;
}

/** Five points of a distribution and its mean, as decimals cut to two places. */
export interface Spread {
  readonly count: number;
  readonly mean: Decimal;
  readonly least: Decimal;
  readonly quarter: Decimal;
  readonly middle: Decimal;
  readonly threeQuarters: Decimal;
  readonly most: Decimal;
}

export interface RuleTally {
  /** Its number in the frame. */
  readonly rule: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly waived: number;
}

export interface RankedCenter {
  readonly row: CenterRow;
  /** 1 is the best; centres with one score share a rank and the next is skipped. Absent without a score. */
  readonly rank?: number;
  readonly tied: boolean;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Unwaived failures of `must`, by the numbers of their rules. */
  readonly mustFailures: readonly number[];
  /** What lacks to the next grade up, where that is little. */
  readonly nextGrade?: { readonly grade: string; readonly gap: Decimal };
}

/** All centres held against one pack at one level: only these can be ranked with one another. */
export interface FrameSummary {
  readonly frame: Frame;
  readonly count: number;
  /** In the order of the input; empty where there are too many to hold. */
  readonly centers: readonly RankedCenter[];
  readonly score?: { readonly low: Spread; readonly high: Spread };
  /** How many centres have which grades open, from the best down: `A` settled, `B/C` not. */
  readonly grades: readonly { readonly grades: readonly string[]; readonly count: number }[];
  /** Shares of each section's points in percent, where the section counts at all. */
  readonly sections: readonly { readonly section: string; readonly low?: Spread; readonly high?: Spread }[];
  /** Every rule, the most failed first. */
  readonly rules: readonly RuleTally[];
  /** Undeclared facts by the number of centres that lack them, the most first. */
  readonly missing: readonly { readonly fact: number; readonly count: number }[];
  readonly gate: Readonly<Record<GateVerdict['verdict'], number>>;
  /** Whether a veto holds of one of its centres, or may. */
  readonly vetoed?: boolean;
}

/** `unreadable` came in a file of which no more than the name says whose it is. */
export type RosterState = 'not-submitted' | 'unreadable' | 'rejected' | 'set-aside';

/** A centre, and where it was read. */
export interface RosterEntry {
  readonly center: Center;
  readonly location: Location;
}

/** A centre of the roster without a result, and where it came in, if it did. */
export interface Unsubmitted extends RosterEntry {
  readonly state: RosterState;
  readonly arrived?: Location;
}

/** Which centres were expected, and which of them have no result. */
export interface RosterSummary {
  readonly expected: number;
  readonly missing: readonly Unsubmitted[];
  /** Results of centres that nobody expected. */
  readonly unlisted: readonly RosterEntry[];
  /** Where what could not be read came in, if nothing says whose it is. */
  readonly unclaimed: readonly Location[];
}

export interface BatchCounts {
  readonly documents: number;
  readonly audited: number;
  /** Documents and profiles that could not be read, or submissions that contradict each other. */
  readonly rejected: number;
  /** Submissions that a later one of the same centre replaces. */
  readonly superseded: number;
}

export interface Summary {
  readonly asOf: string;
  readonly counts: BatchCounts;
  readonly frames: readonly FrameSummary[];
  readonly roster?: RosterSummary;
}
