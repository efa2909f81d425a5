import type { Silence } from '../finding/silence.ts';
import type { Level } from '../profile/profile.ts';
import type { Case } from './case.ts';
import type { LedgerEntry, Quote } from './ledger.ts';
import type { Pack, Rule, Section } from './pack.ts';
import type { Signed } from './signature.ts';

export interface GuideRule {
  readonly rule: Rule;
  readonly silence: Silence;
  /** The sentences behind it, where the user's copy of the document is at hand. */
  readonly quotes: readonly Quote[];
  /** Who signed it, where anyone did or is asked to. */
  readonly signed?: Signed;
  /** Its cases, where it is to be signed. */
  readonly cases: readonly Case[];
}

/** A sentence that no rule carries, and its words where they are at hand. */
export interface GuideRest {
  readonly entry: LedgerEntry;
  readonly quote?: Quote;
}

/** A part of the document: its rules, and what of it no profile can answer. The last has no section. */
export interface GuideSection {
  readonly section?: Section;
  readonly rules: readonly GuideRule[];
  readonly rest: readonly GuideRest[];
}

/** A pack as a document to read and sign. */
export interface Guide {
  readonly pack: Pack;
  readonly level?: Level;
  /** Each rule has room for a signature. */
  readonly toSign: boolean;
  readonly sections: readonly GuideSection[];
}
