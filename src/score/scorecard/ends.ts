import {
  compareExact,
  type Exact,
  exact,
  figureOf,
  minus,
  plus,
  type Rounding,
  rounded,
  ZERO,
} from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { Measured, Thing } from '../../model/scoring/measure.ts';
import type { PartsAccount, PointsLine, Standing, Work } from '../../model/scoring/points.ts';
import type { Place, RankRule } from '../../model/scoring/rank.ts';
import type { FormOf, FoundAmount, FoundRecord, RecordsFound } from '../../model/scoring/scorecard.ts';
import type { Reading } from './states.ts';

/** An amount of points with how it came about; null where nothing bounds it. */
export interface Weighed {
  readonly amount: Exact | null;
  readonly work: Work;
  readonly things: readonly Thing[];
  /** Before rounding, where that changed it. */
  readonly unrounded?: string;
}

/** The least and the most that the missing facts leave possible. */
export interface Ends {
  readonly low: Weighed;
  readonly high: Weighed;
}

export interface WeighScope extends Reading {
  readonly places: number;
  readonly rounding: Rounding;
  /** Whether what a state scores for the whole row counts as nothing here: among alternatives, and in one record. */
  readonly lenient: boolean;
  readonly standing: ReadonlyMap<FoundRecord, Standing>;
  /** What the other centres of the round settle. */
  readonly round?: Round;
  /** What an amount comes to, whatever it is made of. */
  readonly weigh: (amount: FoundAmount, scope: WeighScope) => Ends;
  readonly form: (form: FoundForm, scope: WeighScope) => { readonly low: PartsAccount; readonly high: PartsAccount };
}

/** At the least and at the most. */
export type Between = readonly [Exact, Exact];

export interface Settled {
  readonly low: Exact;
  readonly high: Exact;
  readonly works: Readonly<Record<'low' | 'high', Work>>;
}

export interface Average {
  readonly ends: Between;
  /** Of so many centres. */
  readonly centres: readonly [number, number];
}

/** What comparison with the other centres gives: for amounts, and for rows that take the average, by their id. */
export interface Round {
  readonly amounts: ReadonlyMap<FoundAmount, Settled>;
  readonly averages: ReadonlyMap<string, Average>;
  readonly place: PlaceOf;
}

/** A centre's score, at the least and at the most, and the classes of place that it may belong to. */
export interface OwnScore {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly classes: readonly string[];
}

export type PlaceOf = (rule: RankRule, own: OwnScore) => Place | undefined;

export type FoundForm = FormOf<Measured, Verdict, RecordsFound>;

export const cut = (figure: Exact, { places, rounding }: Pick<WeighScope, 'places' | 'rounding'>): Exact =>
  exact(rounded(figure, places, rounding));

/** Rounded as the scorecard rounds, with what it was before. */
export const roundedTo = (figure: Exact | null, scope: WeighScope): Pick<Weighed, 'amount' | 'unrounded'> => {
  const amount = figure && cut(figure, scope);
  const isChanged = figure !== null && amount !== null && compareExact(figure, amount) !== 0;
  return { amount, ...(isChanged && { unrounded: figureOf(figure) }) };
};

/** What is taken or given, as it counts in a sum. */
export const signed = (kind: PointsLine['kind'], amount: Exact): Exact =>
  kind === 'award' ? amount : minus(ZERO, amount);

export const NOTHING: Weighed = { amount: ZERO, work: { kind: 'set_aside' }, things: [] };

export const same = (weighed: Weighed): Ends => ({ low: weighed, high: weighed });

export const isLess = (a: Exact | null, b: Exact | null): boolean =>
  a !== null && (b === null || compareExact(a, b) < 0);

/** Both ends, where something else may hold instead. */
export const orElse = ({ low, high }: Ends, other: Weighed): Ends => ({
  low: isLess(other.amount, low.amount) ? other : low,
  high: isLess(high.amount, other.amount) ? other : high,
});

export const maybeIdle = (ends: Ends, idle: boolean): Ends => (idle ? orElse(ends, NOTHING) : ends);

export const addTo = (sum: Exact | null, more: Exact | null): Exact | null =>
  sum === null || more === null ? null : plus(sum, more);
