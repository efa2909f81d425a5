import type { Expression, Test } from './expression.ts';
import type { Rule } from './pack.ts';

/** What one rule asks of one fact, within the records it is about. */
export interface Demand {
  readonly rule: Rule;
  readonly fact: string;
  readonly test: Test;
  /** The alternative, or the negation, that the test is a part of: it is asked as a whole. */
  readonly within?: Expression;
  /** The fact with which the alternative begins, and is told. */
  readonly lead?: string;
  /** Which records of a list it is asked of. */
  readonly where?: Expression;
  /** The rule's condition, where it has one. */
  readonly when?: Expression;
}

/**
 * `same`: both ask the very same · `moved`: of two editions, under another clause · `differs`: both ask, but not the same ·
 * else one side alone asks.
 */
export const RELATIONS = ['only-left', 'only-right', 'differs', 'moved', 'same'] as const;

export type Relation = (typeof RELATIONS)[number];

/** What two packs ask of one fact, side by side. */
export interface DiffRow {
  readonly fact: string;
  readonly relation: Relation;
  readonly left: readonly Demand[];
  readonly right: readonly Demand[];
  /** Terms that one side lists and the other does not. */
  readonly terms?: TermsDiff;
}

export interface TermsDiff {
  readonly list: string;
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
  readonly both: readonly string[];
}
