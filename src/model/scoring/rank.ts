import type { Decimal } from '../base/value.ts';

/** 前20%, 后3名: a place of the score among the centres of a round; of a share, whole centres only count. */
export interface RankRule {
  readonly end: 'first' | 'last';
  readonly through: Decimal;
  readonly by: 'place' | 'percent';
  readonly among: 'all' | 'class';
}

/** The places that a centre may take, and how many centres there are, its own counted. */
export interface Place {
  readonly places: readonly [best: number, worst: number];
  readonly centres: readonly [least: number, most: number];
}

export const isRank = (asked: unknown): asked is RankRule =>
  typeof asked === 'object' && asked !== null && 'through' in asked;

interface Ranking {
  readonly grades: readonly { readonly requires: readonly object[] }[];
  readonly vetoes: readonly object[];
}

/** Every place that grades and vetoes ask for. */
export const ranksIn = ({ grades, vetoes }: Ranking): readonly RankRule[] =>
  [...grades.flatMap(({ requires }) => requires), ...vetoes]
    .map(part => ('if' in part ? part.if : undefined))
    .filter(isRank);
