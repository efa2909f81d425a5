import type { Location } from '../../model/base/location.ts';
import { keptFor } from '../../model/base/memo.ts';
import { rowsOf } from '../../model/scoring/rows.ts';
import {
  type Bounds,
  carriedBy,
  isDecided,
  type Ledger,
  type LedgerEntry,
  OPEN_CLAUSE,
  type Reason,
  settledClauses,
} from '../../model/standard/ledger.ts';
import { isCited, ownSchemes, type Pack, type Rule, ruleWith, type Section } from '../../model/standard/pack.ts';
import type { TextFile } from '../../read/document/open.ts';
import { align, type Former, type Pair } from './align.ts';
import { isWithin } from './clause.ts';
import { placeEntries } from './sections.ts';
import { boundSentences, type Sentence, splitSentences } from './sentences.ts';

/** What a trace can find amiss, by code. */
export interface TraceDetails {
  'bound-missing': { readonly bound: keyof Bounds; readonly text: string };
  /** `was`: the words of the earlier copy. */
  'sentence-missing': { readonly entry: LedgerEntry; readonly was?: string };
  'sentence-changed': { readonly entry: LedgerEntry; readonly sentence: Sentence; readonly was?: string };
  'sentence-moved': { readonly entry: LedgerEntry; readonly sentence: Sentence };
  'sentence-unaccounted': { readonly sentence: Sentence };
  'clause-open': { readonly entry: LedgerEntry; readonly candidates: readonly string[] };
  'clause-differs': { readonly entry: LedgerEntry; readonly sentence: Sentence };
  'entry-undecided': { readonly entry: LedgerEntry };
  'entry-draft': { readonly entry: LedgerEntry };
  'entry-reworded': { readonly entry: LedgerEntry };
  'unknown-rule': { readonly entry: LedgerEntry; readonly rule: string };
  'rule-without-sentence': { readonly rule: Rule };
  'clause-without-sentence': { readonly rule: Rule; readonly clause: string };
  'rule-cites-elsewhere': { readonly entry: LedgerEntry; readonly rule: Rule };
}

export type TraceCode = keyof TraceDetails;

export type TraceFindingOf<C extends TraceCode> = { readonly code: C; readonly location: Location } & TraceDetails[C];

export type TraceFinding = { [C in TraceCode]: TraceFindingOf<C> }[TraceCode];

const finding = <C extends TraceCode>(code: C, location: Location, details: TraceDetails[C]): TraceFinding =>
  ({ code, location, ...details }) as unknown as TraceFinding;

/** What became of the sentences of one section; those outside every section have none. */
export interface Coverage {
  readonly section?: Section;
  readonly sentences: number;
  readonly withRules: number;
  readonly rules: number;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

export interface Trace {
  readonly findings: readonly TraceFinding[];
  readonly coverage: readonly Coverage[];
  /** Rules whose sentence is changed or gone, in the pack's order. */
  readonly review: readonly Rule[];
}

export interface TraceInput {
  readonly pack: Pick<Pack, 'rules' | 'sections' | 'scheme' | 'levelSchemes'>;
  readonly ledger: Ledger;
  readonly source?: TextFile;
  /** An earlier copy, which lets a changed sentence be told from a new one. */
  readonly former?: TextFile;
}

/** Matches a pack's ledger with its rules and, where there is one, with a copy of the document. */
export const trace = (input: TraceInput): Trace => {
  const { pack, ledger, source } = input;
  const former: Former = input.former === undefined ? new Map() : textsOf(input.former.text);
  const pairs = source === undefined ? [] : alignSource(ledger, source, former);
  const stale = new Set(
    pairs.flatMap(pair => (pair.state === 'changed' || pair.state === 'missing' ? pair.entry.rules : [])),
  );
  return {
    findings: [
      ...(source === undefined ? [] : boundFindings(ledger, source)),
      ...pairs.flatMap(pair => pairFindings(pair, source?.file ?? '', former)),
      ...ledger.entries.flatMap(entry => entryFindings(entry, pack)),
      ...pack.rules.flatMap(rule => ruleFindings(rule, ledger)),
    ],
    coverage: coverageOf(pack, ledger),
    review: pack.rules.filter(rule => stale.has(rule.id)),
  };
};

const alignSource = (ledger: Ledger, source: TextFile, former: Former): readonly Pair[] => {
  const { sentences } = boundSentences(source.text, ledger.source, settledClauses(ledger));
  const normative = sentences.filter(sentence => !sentence.furniture);
  return align(ledger.entries, normative, former);
};

/** The words of an earlier copy, by fingerprint. */
export const textsOf = (document: string): Former =>
  new Map(splitSentences(document).map(sentence => [sentence.fingerprint, sentence.text]));

const boundFindings = ({ source: bounds, location }: Ledger, source: TextFile): readonly TraceFinding[] =>
  boundSentences(source.text, bounds).missing.map(bound =>
    finding('bound-missing', location, { bound, text: bounds[bound] ?? '' }),
  );

const wasOf = ({ text }: LedgerEntry, former: Former): { readonly was?: string } => {
  const was = former.get(text);
  return was === undefined ? {} : { was };
};

const pairFindings = (pair: Pair, file: string, former: Former): readonly TraceFinding[] => {
  switch (pair.state) {
    case 'missing':
      return [finding('sentence-missing', pair.entry.location, { entry: pair.entry, ...wasOf(pair.entry, former) })];
    case 'changed':
      return [finding('sentence-changed', pair.entry.location, { ...pair, ...wasOf(pair.entry, former) })];
    case 'unaccounted':
      return [
        finding('sentence-unaccounted', { file, line: pair.sentence.line, column: 1 }, { sentence: pair.sentence }),
      ];
    case 'same':
      return clauseFindings(pair.entry, pair.sentence);
    case 'moved':
      return [finding(`sentence-${pair.state}`, pair.entry.location, pair)];
  }
};

const clauseFindings = (entry: LedgerEntry, sentence: Sentence): readonly TraceFinding[] => {
  if (entry.clause === sentence.clause && sentence.candidates === undefined) return [];
  const candidates = sentence.candidates ?? [sentence.clause];
  return sentence.candidates === undefined && entry.clause !== OPEN_CLAUSE
    ? [finding('clause-differs', entry.location, { entry, sentence })]
    : [finding('clause-open', entry.location, { entry, candidates })];
};

/** The clauses of a rule that stand in the pack's own document. */
export const ownClauses = ({ clause }: Rule): readonly string[] => clause.filter(each => !isCited(each));

/** A rule of the pack extended may be carried by a sentence that refers to it. */
const cites = (rule: Rule, clause: string): boolean => {
  const own = ownClauses(rule);
  return own.length === 0 || own.some(cited => isWithin(clause, cited));
};

/** Rows of the scorecards by which a pack scores its centres carry sentences as rules do. */
export const rowIdsOf = keptFor(
  (pack: TraceInput['pack']): ReadonlySet<string> =>
    new Set(ownSchemes(pack).flatMap(({ scorecard }) => (scorecard ? rowsOf(scorecard).map(({ id }) => id) : []))),
);

const entryFindings = (entry: LedgerEntry, pack: TraceInput['pack']): readonly TraceFinding[] => {
  const { location } = entry;
  if (!isDecided(entry)) return [finding('entry-undecided', location, { entry })];
  if (entry.clause === OPEN_CLAUSE) return [];
  if (entry.draft) return [finding('entry-draft', location, { entry })];
  const waiting = entry.was === undefined ? [] : [finding('entry-reworded', location, { entry })];
  const misfits = entry.rules.flatMap(id => {
    const rule = ruleWith(pack.rules, id);
    if (rule === undefined && rowIdsOf(pack).has(id)) return [];
    if (rule === undefined) return [finding('unknown-rule', location, { entry, rule: id })];
    return cites(rule, entry.clause) ? [] : [finding('rule-cites-elsewhere', location, { entry, rule })];
  });
  return [...waiting, ...misfits];
};

const ruleFindings = (rule: Rule, ledger: Ledger): readonly TraceFinding[] => {
  const own = ownClauses(rule);
  const carried = carriedBy(rule.id, ledger);
  if (own.length === 0) return [];
  if (carried.length === 0) return [finding('rule-without-sentence', rule.location, { rule })];
  return own
    .filter(clause => !carried.some(entry => isWithin(entry.clause, clause)))
    .map(clause => finding('clause-without-sentence', rule.location, { rule, clause }));
};

const coverageOf = (pack: Pick<Pack, 'sections'>, { entries }: Ledger): readonly Coverage[] => {
  const sections = pack.sections.filter(({ clause }) => !isCited(clause));
  const placed = placeEntries(sections, entries);
  return [...sections, undefined].flatMap(section => {
    const here = placed.filter(found => found.section?.id === section?.id).map(({ entry }) => entry);
    return here.length === 0 && section === undefined ? [] : [{ ...(section && { section }), ...tally(here) }];
  });
};

const tally = (entries: readonly LedgerEntry[]): Omit<Coverage, 'section'> => {
  const reasons: Partial<Record<Reason, number>> = {};
  for (const { reason } of entries) if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    sentences: entries.length,
    withRules: entries.filter(entry => entry.rules.length > 0).length,
    rules: new Set(entries.flatMap(entry => entry.rules)).size,
    reasons,
  };
};
