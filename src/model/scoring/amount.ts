import type { Location } from '../base/location.ts';
import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Decimal, Value } from '../base/value.ts';
import type { EvidenceState } from './measure.ts';

/** 以上, 以下 include the number; 超过, 不满 do not. */
export interface Edge {
  readonly at: Decimal;
  readonly included: boolean;
}

export interface Band {
  readonly low?: Edge;
  readonly high?: Edge;
}

/** What a part of a step counts: nothing, a whole step, or its share. */
export const STEPS = ['full', 'started', 'pro_rata'] as const;

export type Steps = (typeof STEPS)[number];

/** From the one after `after` on, each costs `points`: the further ones, or all of them. */
export interface Escalation {
  readonly after: number;
  readonly points: Decimal;
  readonly applies: 'further' | 'all';
}

export interface PricedBand extends Band {
  readonly title?: Bilingual;
  readonly points: Decimal;
}

export interface RankBand {
  /** The last rank, or the last percent of the ranks, that earns it. */
  readonly through: Decimal;
  readonly points: Decimal;
}

/** How a figure becomes points once those of the other centres are known: all of them, or those of the same class. */
export type RelativeRule = { readonly wanted: 'highest' | 'lowest'; readonly among: 'all' | 'class' } & (
  | { readonly kind: 'best' }
  | { readonly kind: 'rank' | 'quantile'; readonly bands: NonEmpty<RankBand>; readonly otherwise: Decimal }
);

/**
 * A price, in any of the ways that scorecards set one. `M` is a measure or its answer, `C` a check or its verdict; `about`
 * is the same wherever the same is asked, so that what puts it right in one row does so in all.
 */
export type AmountOf<M, C, R> =
  | { readonly kind: 'base'; readonly points: Decimal }
  | { readonly kind: 'once'; readonly points: Decimal; readonly if: C; readonly about: string }
  | {
      readonly kind: 'each';
      readonly measure: M;
      readonly points: Decimal;
      readonly per: Decimal;
      readonly steps: Steps;
      readonly then: readonly Escalation[];
    }
  | { readonly kind: 'tiers'; readonly measure: M; readonly bands: NonEmpty<PricedBand> }
  | { readonly kind: 'options'; readonly options: NonEmpty<OptionOf<C>>; readonly otherwise: Decimal }
  | { readonly kind: 'share'; readonly measure: M; readonly points: Decimal }
  | { readonly kind: 'relative'; readonly measure: M; readonly points: Decimal; readonly rule: RelativeRule }
  | { readonly kind: 'entered'; readonly measure: M }
  | { readonly kind: 'best_of' | 'group'; readonly of: NonEmpty<StepOf<M, C, R>> }
  | { readonly kind: 'records'; readonly records: R }
  | FormOf<M, C, R>;

export interface OptionOf<C> {
  readonly title?: Bilingual;
  readonly if: C;
  readonly points: Decimal;
}

/** Another form scored by itself; its share of its own total is the share of the points that it earns here. */
export interface FormOf<M, C, R> {
  readonly kind: 'form';
  readonly points: Decimal;
  readonly total: Decimal;
  readonly sections: NonEmpty<SectionOf<M, C, R>>;
}

/** What the same finding costs another subject. */
export interface Charge {
  readonly subject: { readonly kind: 'named'; readonly name: Bilingual } | { readonly kind: 'field' };
  readonly points: Decimal;
}

export interface StepOf<M, C, R> {
  readonly kind: 'deduct' | 'award';
  readonly title?: Bilingual;
  readonly amount: AmountOf<M, C, R>;
  /** The most that the step can take or give. */
  readonly cap?: Decimal;
  readonly onlyIf?: C;
  readonly excusedIf?: C;
  readonly also: readonly Charge[];
  /** What putting one of these right costs, against 1 for the others; 0 where it cannot be put right. */
  readonly effort: Decimal;
}

export const TREATMENTS = ['open', 'zero', 'full', 'no_effect', 'not_checked', 'peers'] as const;

/**
 * What a row scores without a figure: still open · 0 · its full points · this step neither adds nor takes · the row
 * leaves the scorecard · the average of the other centres.
 */
export type Treatment = (typeof TREATMENTS)[number];

export interface Evidence {
  /** A fact nobody stated: open, or no written material, no points. */
  readonly undeclared: 'open' | 'zero';
  readonly states: Readonly<Record<EvidenceState, Treatment>>;
}

export interface ItemOf<M, C, R> {
  readonly id: string;
  readonly clause: NonEmpty<string>;
  readonly title: Bilingual;
  readonly bureau?: string;
  readonly points: Decimal;
  /** Where its account begins: its points when deductions follow, 0 when points are to be earned. */
  readonly start: Decimal;
  readonly floor: Decimal | null;
  readonly cap: Decimal | null;
  /** The least and the most that the row can come to. */
  readonly worth: { readonly least: Decimal; readonly most: Decimal };
  readonly when?: C;
  readonly zeroIf?: C;
  readonly steps: NonEmpty<StepOf<M, C, R>>;
  readonly evidence: Evidence;
  /** Grades for which nothing may be lost here. */
  readonly requiredFor: readonly string[];
  /** What the document asks here, in its own words, and how it scores it. */
  readonly requirement?: Bilingual;
  readonly note?: Bilingual;
  readonly location: Location;
  readonly shared?: readonly Shared[];
  /** The row under every value that the open ones of its shared facts may have, where some are. */
  readonly cases?: NonEmpty<ItemOf<M, C, R>>;
}

/** A fact that several questions of one row ask, with values enough for every way in which they may be answered together. */
export interface Shared {
  readonly fact: string;
  readonly values: NonEmpty<Value>;
}

export interface SectionOf<M, C, R> {
  readonly id: string;
  readonly title: Bilingual;
  /** As its header states them. */
  readonly points: Decimal;
  /** Bonus and penalty outside the total. */
  readonly outside: boolean;
  readonly floor: Decimal | null;
  readonly cap: Decimal | null;
  readonly items: NonEmpty<ItemOf<M, C, R>>;
  readonly location: Location;
}
