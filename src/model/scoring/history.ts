import type { Bilingual, NonEmpty, Noun } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { Truth } from '../finding/verdict.ts';
import type { Place } from './rank.ts';
import type { Award, GradeOf, VetoOf } from './scorecard.ts';

/** What a scheme says of several rounds of one centre. */
export interface History {
  /** A loss repeated from the round before counts `factor` times, in these rows or in all. */
  readonly repeat?: { readonly factor: Decimal; readonly rows?: readonly string[] };
  readonly badRunning?: { readonly grades: NonEmpty<string>; readonly rounds: number; readonly consequence: Bilingual };
  readonly together?: 'sum' | 'average';
  /** How what the rounds come to together is graded. */
  readonly year?: Year;
}

/** So many rounds in which a grade was given, or a veto held. */
export interface RoundsAsked {
  readonly kind: 'graded' | 'vetoed';
  readonly of: string;
  readonly rounds: number;
}

export interface Year {
  readonly grades: readonly GradeOf<RoundsAsked>[];
  readonly vetoes: readonly VetoOf<RoundsAsked>[];
}

/** What the rounds of one centre are graded together. */
export interface YearResult {
  /** Several where it is not settled. */
  readonly grades: readonly string[];
  readonly place?: Place;
  /** Vetoes that hold, or may. */
  readonly vetoes: readonly { readonly id: string; readonly truth: Truth }[];
  readonly award: Award;
  /** In how many rounds the centre has no score. */
  readonly missing: number;
}

/** A row in the scorecard of one round; `full` is what it has while nothing is lost. */
export interface RoundRow extends Range {
  readonly item: string;
  readonly title: Bilingual;
  readonly full: Decimal;
  /** As low as it can go; null where nothing bounds it. */
  readonly floor: Decimal | null;
}

export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface RoundResult {
  /** Absent where nothing counted. */
  readonly score?: Range;
  /** Several where the grade is not settled. */
  readonly grades: readonly string[];
  readonly rows: readonly RoundRow[];
  readonly vetoes: readonly { readonly id: string; readonly truth: Truth }[];
}

export interface Repeat {
  readonly item: string;
  readonly title: Bilingual;
  /** In how many rounds running, up to the last one, points were surely lost. */
  readonly rounds: number;
  /** Whether an open row may make it more. */
  readonly open: boolean;
}

/** One centre over several rounds. */
export interface CentreHistory {
  readonly center: { readonly name: string; readonly county?: string; readonly township?: string };
  readonly pack: string;
  /** From the earliest to the latest; undefined where the centre has no result. */
  readonly rounds: readonly (RoundResult | undefined)[];
  readonly repeats: readonly Repeat[];
  /** What repeating costs on top, at the least and at the most. */
  readonly extra?: Range;
  /** The last score less that. */
  readonly after?: Range;
  /** The rounds that have a score, added up or averaged. */
  readonly together?: Range;
  readonly badRunning?: Truth;
  readonly year?: YearResult;
}

/** Centres over several rounds, from the earliest to the latest. */
export interface RoundsHistory {
  readonly rounds: readonly { readonly name: string; readonly asOf: string }[];
  readonly scheme: { readonly id: string; readonly sha256: string; readonly title: Bilingual };
  /** What is judged, where that is no centre. */
  readonly subject?: Noun;
  readonly rule: History;
  readonly grades: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly vetoes: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly centres: readonly CentreHistory[];
}
