import type { Decimal } from '../base/value.ts';
import type { Range } from './history.ts';

/** A decimal, or a fraction (`200/3`) where there is none; null where nothing bounds it. */
export type RoundFigure = string | null;

/** A centre's figure in one comparison, at its worst and at its best. */
export interface ComparedFigure {
  /** The same for every centre of the round whose figure it is compared with. */
  readonly key: string;
  readonly worst: RoundFigure;
  readonly best: RoundFigure;
  /** Whether the centre surely takes part. */
  readonly sure: boolean;
}

/** What a centre has in a row of which others may take the average; `sure` where the points are its own for certain. */
export interface ComparedRow extends Range {
  readonly item: string;
  readonly sure: boolean;
}

/** All that the other centres of a round need to know of one. */
export interface Compared {
  readonly figures: readonly ComparedFigure[];
  readonly rows: readonly ComparedRow[];
}

export type Counted = readonly [figure: RoundFigure, count: number];

/** The figures of all centres in one comparison, from the lowest up. */
export interface RoundField {
  readonly key: string;
  /** At its worst, for every centre that surely takes part. */
  readonly worst: readonly Counted[];
  /** At its best, for every centre that may take part. */
  readonly best: readonly Counted[];
}

/** One row over all centres: sums over those with points of their own, ends over those that may have them too. */
export interface RoundRow {
  readonly item: string;
  readonly sure: number;
  readonly all: number;
  readonly sum: readonly [low: Decimal, high: Decimal];
  readonly ends: readonly [least: Decimal, most: Decimal];
}

/** The results of a round as far as they are compared with one another. */
export interface RoundFigures {
  readonly fields: readonly RoundField[];
  readonly rows: readonly RoundRow[];
}
