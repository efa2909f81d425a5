import type { Decimal } from '../model/base/value.ts';
import type { OutcomeMark, Spread } from '../model/result/summary.ts';
import type { Text } from './text.ts';

/** A stretch of a bar, from one percentage of its room to another. */
export interface Stretch {
  readonly part: 'earned' | 'open' | 'lost' | 'failed';
  readonly from: Decimal;
  readonly to: Decimal;
}

/** A distribution as a box, each figure a percentage of its room. */
export type Box = Omit<Spread, 'count'>;

/** What stands in a cell and says nothing that its row does not say in figures. */
export type Drawing = { readonly bar: readonly Stretch[] } | { readonly box: Box };

/** How many there are of each size, in steps of one width from nothing to the most. */
export interface Histogram {
  readonly kind: 'histogram';
  /** What the drawing says to those who cannot see it. */
  readonly label: string;
  readonly caption: string;
  readonly bins: readonly number[];
  readonly ticks: readonly { readonly at: Decimal; readonly text: string }[];
  readonly limits: readonly { readonly at: Decimal; readonly text: string }[];
}

/** Neighbouring columns under one head; its short name where there is no room for the whole. */
export interface Band {
  readonly title: string;
  readonly short: string;
  readonly length: number;
}

export interface MatrixRow {
  readonly rank: string;
  readonly name: Text;
  /** What the drawing of the row says to those who cannot see it. */
  readonly label: string;
  readonly marks: readonly (OutcomeMark | undefined)[];
  readonly filter: Filter;
}

/** Centres by rules, a mark for each finding. */
export interface Matrix {
  readonly kind: 'matrix';
  /** What is known of it to the filter of its page. */
  readonly key: string;
  readonly bands: readonly Band[];
  readonly clauses: readonly Band[];
  readonly columns: readonly { readonly rule: number; readonly title: string }[];
  readonly rows: readonly MatrixRow[];
}

/** What a filter holds its choices against, by their names. */
export type Filter = Readonly<Record<string, string>>;
