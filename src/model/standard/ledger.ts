import { groupByEach } from '../base/group.ts';
import type { Location } from '../base/location.ts';
import { keptFor } from '../base/memo.ts';
import type { Obligation } from './pack.ts';

/** Why no profile can answer a sentence of the document. */
export const REASONS = [
  'heading',
  'background',
  'aim',
  'county',
  'department',
  'public',
  'explained',
  'annex',
  'duplicate',
  'definition',
  'procedure',
  'consequence',
] as const;

export type Reason = (typeof REASONS)[number];

/**
 * What a reading, or a clause that says it elsewhere, makes differ: the rule's obligation, figures of the rule and items of
 * its lists that the sentence does not have, and how many items of the sentence no rule of it takes.
 */
export interface Differs {
  readonly obligation?: Obligation;
  readonly figures?: readonly string[];
  readonly items?: readonly string[];
  readonly left_out?: number;
}

/** One sentence of the document: the rules that carry it, or why none does, or both where a part of it is left. */
export interface LedgerEntry {
  readonly clause: string;
  /** Its fingerprint; the words themselves are the county's. */
  readonly text: string;
  /** The fingerprint that it was decided on, until a person has looked at the new wording. */
  readonly was?: string;
  readonly rules: readonly string[];
  readonly reason?: Reason;
  /** The reason is a proposal that nobody has confirmed. */
  readonly draft?: true;
  readonly note?: string;
  /** By rule, where it differs on purpose from the words of the sentence. */
  readonly differs?: Readonly<Record<string, Differs>>;
  readonly location: Location;
}

/** Fingerprints of the first and the last sentence of the part that binds, in a file that holds other texts too. */
export interface Bounds {
  readonly first?: string;
  readonly last?: string;
}

/** What became of every sentence of a document, in its order. */
export interface Ledger {
  readonly source: Bounds;
  readonly entries: readonly LedgerEntry[];
  readonly location: Location;
}

const byRule = keptFor((entries: readonly LedgerEntry[]) => groupByEach(entries, ({ rules }) => new Set(rules)));

/** The sentences that a rule carries. */
export const carriedBy = (rule: string, { entries }: Pick<Ledger, 'entries'>): readonly LedgerEntry[] =>
  byRule(entries).get(rule) ?? [];

/** What stands for a clause in a ledger that only a person can tell. */
export const OPEN_CLAUSE = '?';

/** What a ledger says of where its sentences belong, by fingerprint. */
export const settledClauses = ({ entries }: Pick<Ledger, 'entries'>): ReadonlyMap<string, string> =>
  new Map(entries.filter(({ clause }) => clause !== OPEN_CLAUSE).map(({ text, clause }) => [text, clause]));

export const isDecided = (entry: LedgerEntry): boolean => entry.rules.length > 0 || entry.reason !== undefined;

/** The document's own words for a sentence of its ledger, from the user's copy: their fingerprint is the ledger's. */
export interface Quote {
  readonly clause: string;
  readonly text: string;
  readonly line: number;
}
