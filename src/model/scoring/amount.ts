import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { SectionOf } from './scorecard.ts';

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
  /** By name, or by the field of each record that names it. */
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
