import type { Calendar } from '../base/day.ts';
import type { Rounding } from '../base/exact.ts';
import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Decimal } from '../base/value.ts';
import type { Gap, Verdict } from '../finding/verdict.ts';
import type { Expression } from '../standard/expression.ts';
import type { VocabularyData } from '../standard/vocabulary.ts';
import type { AmountOf, Band, ItemOf, SectionOf, StepOf } from './amount.ts';
import type { Entry, Measure, Measured } from './measure.ts';
import type { RankRule } from './rank.ts';

export type * from './amount.ts';
export { STEPS, TREATMENTS } from './amount.ts';

/** The least and the most that something can cost or earn; null where nothing bounds it. */
export interface Worth {
  readonly least: Decimal;
  readonly most: Decimal | null;
}

/** From the one after `after` on, a record counts `times` its price. */
export interface Again {
  readonly after: number;
  readonly times: Decimal;
}

/** What records of a list cost or earn together, beside the price of each. `worth` bounds the price of one. */
interface RecordsRule {
  readonly list: string;
  readonly worth: Worth;
  /** The most that one record can cost or earn. */
  readonly capEach?: Decimal;
  /** In the order of the list; counted apart for each value of `same`, where it is given. */
  readonly again?: { readonly steps: NonEmpty<Again>; readonly same?: string };
  /** The most that records with the same value in a field can cost or earn together. */
  readonly capPer?: { readonly field: string; readonly points: Decimal };
}

/** A price for each record of a list. */
export interface RecordsAsked extends RecordsRule {
  /** Records with the same value here are one matter, counted once at the highest price. */
  readonly oncePer?: string;
  readonly where?: Expression;
  readonly subject?: string;
  readonly most: Decimal | null;
  readonly amount: Amount;
}

export interface FoundRecord {
  readonly key: string;
  /** Null while the field that tells is undeclared. */
  readonly matter: string | null;
  readonly subject: string | null;
  /** With whom it is counted again, and with whom it is capped; null while the field is undeclared. */
  readonly same?: string | null;
  readonly group?: string | null;
  /** Absent where every record is meant. */
  readonly chosen?: Verdict;
  readonly amount: FoundAmount;
}

/** `unread` where the list itself has no value. */
export interface RecordsFound extends RecordsRule {
  readonly entries: readonly FoundRecord[];
  /** Whether the list has no records at all, meant or not. */
  readonly empty: boolean;
  readonly unread?: Pick<Measured, 'states' | 'nothing' | 'undeclared' | 'gaps'> & { readonly most: Decimal | null };
}

export type Amount = AmountOf<Measure, Expression, RecordsAsked>;
export type Step = StepOf<Measure, Expression, RecordsAsked>;
export type Item = ItemOf<Measure, Expression, RecordsAsked>;
export type ScorecardSection = SectionOf<Measure, Expression, RecordsAsked>;

export type FoundAmount = AmountOf<Measured, Verdict, RecordsFound>;
export type FoundStep = StepOf<Measured, Verdict, RecordsFound>;
export type FoundItem = ItemOf<Measured, Verdict, RecordsFound>;
export type FoundSection = SectionOf<Measured, Verdict, RecordsFound>;

/** A class of place; a centre belongs to the first whose condition holds, the last has none. */
export interface PlaceClass {
  readonly id: string;
  readonly label: Bilingual;
  readonly if?: Expression;
}

/** The scorecard as it stands for one class of place. */
export interface ClassScorecard<S> {
  readonly class?: Pick<PlaceClass, 'id' | 'label'>;
  readonly sections: NonEmpty<S>;
}

export type GateOf<C> =
  | { readonly kind: 'check'; readonly title?: Bilingual; readonly if: C | RankRule; readonly about: string }
  | { readonly kind: 'items'; readonly title?: Bilingual; readonly items: NonEmpty<string>; readonly atLeast: number }
  | { readonly kind: 'section' | 'item'; readonly title?: Bilingual; readonly of: string; readonly atLeast: Decimal };

export interface GradeOf<C> extends Band {
  readonly id: string;
  readonly label: Bilingual;
  readonly requires: readonly GateOf<C>[];
}

/** 一票否决, 一票否优, 最高只能评为…, 直接定为… */
export type VetoEffect =
  | { readonly kind: 'zero' | 'bar_award' }
  | { readonly kind: 'grade' | 'grade_at_most'; readonly grade: string };

/** 评优资格. */
export type Award = 'open' | 'barred' | 'eligible';

export interface VetoOf<C> {
  readonly id: string;
  readonly clause?: string;
  readonly title: Bilingual;
  readonly if: C | RankRule;
  readonly about: string;
  readonly effect: VetoEffect;
}

/** One matter that several rows would price is priced in one of them only, where it costs or earns most. */
export interface CountedOnce {
  readonly list: string;
  readonly items: NonEmpty<string>;
}

/** 达标线: a score, or a grade. */
export type Bar =
  | { readonly kind: 'score'; readonly atLeast: Decimal }
  | { readonly kind: 'grade'; readonly grade: string };

interface ScorecardBase<C> {
  readonly total: Decimal;
  readonly places: number;
  readonly rounding: Rounding;
  readonly floor: Decimal | null;
  readonly cap: Decimal | null;
  /** Rows that leave the scorecard: what is left is scaled up to the total, or counts as it is. */
  readonly notChecked: 'scale' | 'leave_out';
  readonly countedOnce: readonly CountedOnce[];
  readonly vetoes: readonly VetoOf<C>[];
  /** From the highest down; none where points are all that is given. */
  readonly grades: readonly GradeOf<C>[];
}

/** Words that say a scheme is a scorecard: `scorecard` is what is written, `table` is read still. */
export const SCORECARD_KINDS = ['scorecard', '评分表', 'table'] as const;

/** What a bureau gives in all, by the scorecard's own word. */
export interface BureauTotal {
  readonly bureau: string;
  readonly points: Decimal;
}

/** A scorecard, 评分表. */
export interface Scorecard extends ScorecardBase<Expression> {
  /** What a centre has to reach by the scorecard's own word. */
  readonly bar?: Bar;
  /** After this day nothing more can be handed in. */
  readonly evidenceUntil?: string;
  readonly calendar?: Calendar;
  readonly classes: readonly PlaceClass[];
  /** One for each class of place; one in all where there are none. */
  readonly forms: NonEmpty<ClassScorecard<ScorecardSection>>;
  readonly entries: readonly Entry[];
  readonly bureaus?: NonEmpty<BureauTotal>;
  /** How often all centres of a round are gone through before what is compared between them is settled. */
  readonly passes: number;
  /** Facts and terms of the scorecard's own. */
  readonly vocabulary: VocabularyData;
}

/** A scorecard with every question answered for one profile, for each class that the centre may belong to. */
export interface FoundScorecard extends ScorecardBase<Verdict> {
  /** Whether the day is past until which material could be handed in. */
  readonly closed: boolean;
  readonly forms: NonEmpty<ClassScorecard<FoundSection>>;
  /** What decides between the classes. */
  readonly classGaps: readonly Gap[];
}
