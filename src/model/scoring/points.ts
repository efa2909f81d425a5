import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { Gap, Truth } from '../finding/finding.ts';
import type { EvidenceState, Thing } from './measure.ts';
import type { Place, RankRule } from './rank.ts';
import type { Grade, Points } from './score.ts';
import type {
  Award,
  Escalation,
  GateOf,
  PlaceClass,
  PricedBand,
  RelativeRule,
  Steps,
  Treatment,
  VetoOf,
} from './scorecard.ts';

/** Why a row scores what it does without a figure. */
export interface Treated {
  readonly state: EvidenceState | 'undeclared';
  readonly treatment: Treatment;
  /** How many centres the average is of, at the least and at the most. */
  readonly centres?: readonly [number, number];
}

/** How a figure stands among those of the round; the numbers of centres count its own. */
export interface Comparison {
  readonly rule: RelativeRule;
  readonly points: Decimal;
  readonly figure: Figure;
  readonly unit?: Bilingual;
  readonly centres: readonly [number, number];
  /** The best and the worst place that it may take. */
  readonly places: readonly [number, number];
  readonly best?: Figure;
}

/** Of several rows that would price one matter, whether this one does. */
export type Standing = 'counts' | 'may_count' | 'counted_elsewhere';

export interface PricedRecord {
  readonly key: string;
  readonly amount: Decimal;
  /** Another record of the same matter, or another row, has the higher price. */
  readonly standing: Standing;
  /** How many times its price it counts, having come again. */
  readonly times?: Decimal;
  /** With which others it shares a cap; null while that is not known. */
  readonly group?: string | null;
}

/** A decimal, or a fraction (`200/3`) where there is none; null where it is not settled or has no bound. */
export type Figure = string | null;

/** How an amount came about, with all that is needed to work it out again by hand. */
export type Work =
  | { readonly kind: 'base' }
  | { readonly kind: 'relative'; readonly compared?: Comparison }
  | { readonly kind: 'once'; readonly happened: boolean }
  | {
      readonly kind: 'each';
      readonly figure: Figure;
      readonly units: Figure;
      readonly unit?: Bilingual;
      readonly per: Decimal;
      readonly steps: Steps;
      readonly points: Decimal;
      readonly then: readonly Escalation[];
    }
  | { readonly kind: 'tiers'; readonly figure: Figure; readonly unit?: Bilingual; readonly band: PricedBand }
  | { readonly kind: 'options'; readonly number: number; readonly title?: Bilingual }
  | { readonly kind: 'share'; readonly figure: Figure; readonly points: Decimal }
  | { readonly kind: 'entered'; readonly figure: Figure }
  | { readonly kind: 'best_of'; readonly chosen: number; readonly of: readonly PointsLine[] }
  | { readonly kind: 'group'; readonly of: readonly PointsLine[] }
  | {
      readonly kind: 'records';
      readonly records: readonly PricedRecord[];
      readonly unread: boolean;
      /** The most that the records of one group come to together. */
      readonly capEach?: Decimal;
    }
  | { readonly kind: 'form'; readonly points: Decimal; readonly total: Decimal; readonly account: PartsAccount }
  | { readonly kind: 'excused' | 'not_asked' | 'set_aside' };

/** One step of a row's account. `amount` is what is taken or given after the step's cap. */
export interface PointsLine {
  readonly kind: 'deduct' | 'award';
  /** Where it stands among the steps of its row, from 1. */
  readonly number: number;
  readonly title?: Bilingual;
  readonly work: Work;
  /** Before it was rounded, where that changed it: a decimal, or a fraction. */
  readonly unrounded?: string;
  /** Before the cap; null where nothing bounds it. */
  readonly raw: Decimal | null;
  readonly cap?: Decimal;
  readonly amount: Decimal;
  readonly things: readonly Thing[];
}

export type Bound = 'floor' | 'cap';

/** A row's points as a sum: `start`, less what is taken, plus what is given, held between floor and cap. */
export interface Account {
  readonly start: Decimal;
  readonly lines: readonly PointsLine[];
  readonly sum: Decimal;
  readonly bound?: { readonly kind: Bound; readonly at: Decimal };
  /** The condition on which the whole row is lost. */
  readonly zeroed: boolean;
  readonly treated?: Treated;
  /** The row is not in the scorecard: neither its points nor what it could give count. */
  readonly excluded: boolean;
  readonly points: Decimal;
}

export interface ItemAccount {
  readonly item: string;
  readonly max: Decimal;
  readonly account: Account;
}

export interface SectionAccount {
  readonly section: string;
  readonly outside: boolean;
  readonly items: readonly ItemAccount[];
  readonly sum: Decimal;
  readonly bound?: { readonly kind: Bound; readonly at: Decimal };
  readonly points: Decimal;
  /** What its counted rows could give. */
  readonly max: Decimal;
}

/** `inside` counts towards the total, `outside` on top of it; `scaled` is `inside × total ÷ max`. */
export interface PartsAccount {
  readonly sections: readonly SectionAccount[];
  readonly inside: Decimal;
  readonly max: Decimal;
  readonly scaled?: Decimal;
  readonly outside: Decimal;
  readonly sum: Decimal;
}

/** The whole scorecard worked out once: with the worst, or with the best, that the missing facts leave possible. */
export interface ScorecardAccount extends PartsAccount {
  readonly class?: Pick<PlaceClass, 'id' | 'label'>;
  readonly bound?: { readonly kind: Bound; readonly at: Decimal };
  /** The veto by which the total is 0. */
  readonly vetoed?: string;
  readonly points: Decimal;
}

export interface ItemResult {
  readonly item: string;
  readonly section: string;
  readonly clause: NonEmpty<string>;
  readonly title: Bilingual;
  readonly bureau?: string;
  readonly max: Decimal;
  readonly low: Account;
  readonly high: Account;
  readonly mayLeave: boolean;
  /** What is still open: facts, and entries by `entry:` and their id. */
  readonly gaps: readonly Gap[];
  /** Waits for the other centres of the round. */
  readonly pending?: 'peers' | 'relative';
  /** Whether the average of the other centres stands here. */
  readonly average?: 'possible' | 'taken';
  readonly outsideCalendar: readonly string[];
  /** Open because there is nothing to measure, a rate of none, and the scorecard does not say what that scores. */
  readonly unmeasured?: true;
}

export interface Judged {
  readonly truth: Truth;
  readonly gaps: readonly Gap[];
  /** Where the centre stands, where a place is asked for; absent while it is not held against others. */
  readonly place?: Place;
}

export interface GateResult extends Judged {
  readonly grade: string;
  readonly gate: GateOf<unknown> | { readonly kind: 'required'; readonly item: string };
}

export interface VetoResult extends Judged {
  readonly veto: Omit<VetoOf<unknown>, 'if'> & { readonly rank?: RankRule };
}

/** What findings about this centre cost somebody else. */
export interface ChargeResult {
  /** A name, or the value of the field that names it; null where that is not known. */
  readonly subject: Bilingual | string | null;
  readonly item: string;
  /** How often, at the least and at the most. */
  readonly times: readonly [Figure, Figure];
  readonly points: Decimal;
  readonly amount: readonly [Decimal, Decimal | null];
}

export interface BureauResult extends Points {
  readonly bureau: string;
}

/** A scorecard filled in for one centre. */
export interface ScorecardResult {
  readonly total: Decimal;
  readonly low: ScorecardAccount;
  readonly high: ScorecardAccount;
  readonly classes: readonly Pick<PlaceClass, 'id' | 'label'>[];
  readonly items: readonly ItemResult[];
  readonly grade: { readonly candidates: readonly Grade[]; readonly decidedBy: readonly string[] };
  readonly gates: readonly GateResult[];
  readonly vetoes: readonly VetoResult[];
  readonly award: Award;
  readonly charges: readonly ChargeResult[];
  readonly bureaus: readonly BureauResult[];
}
