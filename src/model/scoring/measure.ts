import type { Exact } from '../base/exact.ts';
import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { UnitCode } from '../base/unit.ts';
import type { Decimal } from '../base/value.ts';
import type { Gap, Turning } from '../finding/verdict.ts';
import type { Expression, FactReference, TermSet } from '../standard/expression.ts';
import type { Obligation } from '../standard/obligation.ts';

/** What figures a measure can take. `most` is null where nothing says how many there can be. */
export interface Domain {
  readonly least: Decimal;
  readonly most: Decimal | null;
  readonly whole: boolean;
  /** What is counted: 人次, ㎡, 个工作日, %. Absent when the scorecard does not say. */
  readonly unit?: Bilingual;
}

/** A check inside a scorecard, with a name for the ledger where it has one. */
export interface NamedCheck<C> {
  readonly title?: Bilingual;
  readonly check: C;
}

/** So many looked at: `scale` converts what was found in fewer or more to that many. */
export interface Sample {
  readonly size: number;
  readonly whenShort: 'scale' | 'as_is' | 'open';
}

export type DueDate =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'fact'; readonly fact: FactReference; readonly plus: number };

export type DayKind = 'days' | 'workdays';

export interface EntryOption {
  readonly id: string;
  readonly label: Bilingual;
  readonly points: Decimal;
}

/** What an inspector fills in: a number of times, a number of points in a range, or one of several options. */
export interface Entry {
  readonly id: string;
  readonly item: string;
  readonly label?: Bilingual;
  readonly kind: 'tally' | 'points' | 'option';
  readonly least: Decimal;
  readonly most: Decimal | null;
  /** What the number must be a multiple of. */
  readonly step?: Decimal;
  /** What a number of times is counted in: 人次, 起, 天. */
  readonly counter?: Bilingual;
  readonly options: readonly EntryOption[];
  /** Which bureau fills it in, where rows are shared out. */
  readonly bureau?: string;
}

/** Findings of the pack's own rules. */
export interface RuleFilter {
  readonly ids: readonly string[];
  readonly sections: readonly string[];
  readonly obligations: readonly Obligation[];
}

export type Limit =
  | { readonly kind: 'figure'; readonly at: Decimal }
  | { readonly kind: 'measure'; readonly of: Measure; readonly times: Decimal };

/** A question about a profile that is answered with a number. */
export type Measure = { readonly domain: Domain } & (
  | { readonly kind: 'count'; readonly records: string; readonly where?: Expression; readonly sample?: Sample }
  | {
      readonly kind: 'terms';
      readonly wanted: 'missing' | 'present';
      readonly fact: FactReference;
      readonly terms: TermSet;
    }
  | { readonly kind: 'fact'; readonly fact: FactReference; readonly unit?: UnitCode }
  | { readonly kind: 'sum'; readonly records: string; readonly where?: Expression; readonly of: Measure }
  | { readonly kind: 'late'; readonly done: FactReference; readonly due: DueDate; readonly days: DayKind }
  | { readonly kind: 'checks'; readonly wanted: 'failed' | 'met'; readonly of: NonEmpty<NamedCheck<Expression>> }
  | { readonly kind: 'rules'; readonly which: RuleFilter }
  | { readonly kind: 'rate' | 'ratio'; readonly part: Measure; readonly whole: Measure }
  | { readonly kind: 'gap'; readonly side: 'short_of' | 'beyond'; readonly of: Measure; readonly limit: Limit }
  | { readonly kind: 'entry'; readonly entry: Entry }
);

export const EVIDENCE_STATES = ['did_not_occur', 'not_applicable', 'nothing_to_measure'] as const;

/** Why there is no figure although nothing is left undeclared. */
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

export type Thing =
  | { readonly kind: 'term'; readonly list: string; readonly code: string }
  | { readonly kind: 'record'; readonly key: string }
  | { readonly kind: 'check'; readonly number: number; readonly title?: Bilingual }
  | { readonly kind: 'rule'; readonly id: string };

/** Every figure that the missing facts leave possible; `high` null where there is no bound. */
export interface Figures {
  readonly low: Exact;
  readonly high: Exact | null;
}

export interface Measured extends Turning {
  readonly domain: Domain;
  /** Absent when no figure is possible any more. */
  readonly figures?: Figures;
  /** The ways in which it may have no figure, besides having nothing to measure. */
  readonly states: readonly Exclude<EvidenceState, 'nothing_to_measure'>[];
  /** Whether there is nothing to measure: an empty list, a rate of none. */
  readonly nothing: Certainty;
  /** Whether a fact that it rests on is undeclared. */
  readonly undeclared: boolean;
  readonly things: readonly Thing[];
  readonly gaps: readonly Gap[];
  /** Dates for which the scorecard's calendar gives no working days. */
  readonly outsideCalendar: readonly string[];
}

export type Certainty = 'no' | 'maybe' | 'yes';
