import type { Reason } from '../../model/standard/ledger.ts';
import type { Obligation } from '../../model/standard/pack.ts';
import type { Sentence } from '../trace/sentences.ts';
import type { TextFigure } from '../wording/figures.ts';
import type { TextList } from '../wording/lists.ts';
import type { Addressee } from './addressee.ts';
import type { Candidate } from './facts.ts';

/** A requirement that a sentence may make: the fact that it would be asked of, and how far it binds. */
export interface Suggestion {
  readonly candidate: Candidate;
  readonly obligation: Obligation;
  /** The clause that it stands in, where that is not the sentence's own. */
  readonly clause?: string;
  /** The stretch of the sentence that makes it. */
  readonly text: string;
  /** The word that decided it; none where a sentence just says what is done. */
  readonly word?: string;
  /** Other facts that the same words may mean. */
  readonly instead: readonly Candidate[];
}

/** What the words of a sentence suggest. Nothing of it holds until a person says so. */
export interface Proposal {
  readonly sentence: Sentence;
  readonly addressee: Addressee;
  readonly figures: readonly TextFigure[];
  readonly lists: readonly TextList[];
  readonly suggestions: readonly Suggestion[];
  /** The items that follow it and that its suggestions take together. */
  readonly items?: readonly Sentence[];
  readonly reason?: Reason;
}
