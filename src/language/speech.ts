import type { Lang } from '../model/base/text.ts';
import type { ScalarValue } from '../model/base/value.ts';
import type { Operand, TermSet, Test } from '../model/standard/expression.ts';

/** What stands before a limit: a measure, a number of things, another fact, or another number of things. */
export interface BoundWords {
  readonly zh: { readonly figure: string; readonly number: string; readonly fact: string; readonly count: string };
  readonly en: string;
  /** Figures at which only one value is left, so that no side is told. */
  readonly edge?: (value: ScalarValue) => boolean;
}

/** What an operator makes its phrase with: the words for what a test is held against, in the language of the reader. */
export interface Speech {
  readonly lang: Lang;
  /** What the things are counted in: 个, 项. */
  readonly counter: string;
  /** Whether the subject is a number of things. */
  readonly ofNumber: boolean;
  readonly pick: (zh: string, en: string) => string;
  /** Chinese runs on without a space, but for one before a figure or a Latin word. */
  readonly glue: (before: string, after: string) => string;
  readonly listed: (items: readonly string[]) => string;
  readonly figure: (operand: Operand) => string;
  readonly bound: (operand: Operand, words: BoundWords) => string;
  readonly range: (low: Operand, high: Operand) => string;
  /** `为甲或乙`. */
  readonly exactly: (operands: readonly Operand[]) => string;
  readonly terms: (terms: Pick<TermSet, 'list' | 'codes'>) => readonly string[];
  /** Another fact by its label, quoted. */
  readonly fact: (id: string) => string;
  readonly pattern: (pattern: string) => string;
  readonly phrases: (tests: readonly Test[]) => readonly string[];
}
