import type { Location } from '../../model/base/location.ts';
import { type Differs, type Ledger, type LedgerEntry, settledClauses } from '../../model/standard/ledger.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import type { TextFile } from '../../read/document/open.ts';
import { type Carried, type Difference, differencesOf } from '../wording/agree.ts';
import type { Place } from './align.ts';
import { figuredText } from './cells.ts';
import { isWithin } from './clause.ts';
import { isEnded } from './layout.ts';
import { boundSentences, type Sentence, solid } from './sentences.ts';
import { ownClauses, rowIdsOf } from './trace.ts';

/** Where a rule and its sentences differ and the ledger does not say so, or says so and they do not. */
export type Disagreement = { readonly location: Location; readonly rule: Rule; readonly clause: string } & (
  | { readonly difference: Difference }
  | { readonly settled: string }
);

export interface Held {
  readonly disagreements: readonly Disagreement[];
  /** How many differences the ledger tells of. */
  readonly told: number;
}

const merged = (all: readonly Differs[]): Differs => ({
  ...Object.assign({}, ...all),
  figures: all.flatMap(({ figures = [] }) => figures),
  items: all.flatMap(({ items = [] }) => items),
});

/** What a ledger would have to say of a difference. */
const keyOf = (difference: Difference): string => {
  switch (difference.kind) {
    case 'obligation':
      return `obligation ${difference.obligation}`;
    case 'figure':
      return `figure ${difference.figure}`;
    case 'item':
      return `item ${difference.item}`;
    case 'left_out':
      return `left_out ${difference.items.length}`;
  }
};

const keysOf = ({ obligation, figures = [], items = [], left_out }: Differs): readonly string[] => [
  ...(obligation === undefined ? [] : [`obligation ${obligation}`]),
  ...figures.map(figure => `figure ${figure}`),
  ...items.map(item => `item ${item}`),
  ...(left_out === undefined ? [] : [`left_out ${left_out}`]),
];

/** The words of what stands in the clauses below a sentence that ends with a colon. */
const belowOf = (sentence: Sentence, sentences: readonly Sentence[]): string => {
  if (!isEnded(sentence.text.trim()) || !/[:：]\s*$/u.test(sentence.text)) return '';
  const rest = sentences.slice(sentences.indexOf(sentence) + 1);
  const end = rest.findIndex(({ clause }) => !isWithin(clause, sentence.clause));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map(({ text }) => text)
    .join('');
};

const carriersOf = (ledger: Ledger, source: TextFile) => {
  const { sentences } = boundSentences(source.text, ledger.source, settledClauses(ledger));
  const byText = new Map(sentences.map(sentence => [sentence.fingerprint, sentence]));
  return ledger.entries.flatMap(entry => {
    const sentence = byText.get(entry.text);
    return sentence === undefined || entry.rules.length === 0
      ? []
      : [{ entry, text: figuredText(sentence, sentences), below: belowOf(sentence, sentences) }];
  });
};

/** Holds what rules ask against the words of their sentences: figures and their side, items, obligation, dates. */
export const holderOf = (ledger: Ledger, source: TextFile) => {
  const carriers = carriersOf(ledger, source);
  return (pack: Pick<Pack, 'rules' | 'vocabulary'>, chosen: readonly Rule[] = pack.rules): Held => {
    const byId = new Map([...pack.rules, ...chosen].map(rule => [rule.id, rule]));
    let told = 0;
    const disagreements = chosen.flatMap((rule): readonly Disagreement[] => {
      const own = carriers.filter(({ entry }) => entry.rules.includes(rule.id));
      const carried = own.map(
        ({ entry, text, below }): Carried => ({ text, below, rules: entry.rules.flatMap(id => byId.get(id) ?? []) }),
      );
      if (own.length === 0) return [];
      const differences = differencesOf(rule, carried, pack.vocabulary);
      const found = new Map(differences.map(difference => [keyOf(difference), difference]));
      const settled = keysOf(merged(own.flatMap(({ entry }) => entry.differs?.[rule.id] ?? [])));
      const at = { location: rule.location, rule, clause: rule.clause[0] };
      told += settled.filter(key => found.has(key)).length;
      return [
        ...[...found].filter(([key]) => !settled.includes(key)).map(([, difference]) => ({ ...at, difference })),
        ...settled
          .filter(key => !found.has(key))
          .map(key => ({ ...at, location: own[0]?.entry.location ?? at.location, settled: key })),
      ];
    });
    return { disagreements, told };
  };
};

/** What the rules of a pack change in its ledger: by place the names that it has now, and which came and went. */
export interface Names {
  readonly byPlace: ReadonlyMap<Place, readonly string[]>;
  readonly entered: readonly string[];
  readonly dropped: readonly string[];
}

export const NO_NAMES: Names = { byPlace: new Map(), entered: [], dropped: [] };

const rulesOf = ({ entry }: Place): readonly string[] => entry?.rules ?? [];

const clauseAt = ({ entry, sentence }: Place): string => entry?.clause ?? sentence?.clause ?? '';

/** Whether the words of a sentence are those that the rule asks. */
const agrees = (rule: Rule, { sentence }: Place, places: readonly Place[], { vocabulary }: Pack): boolean => {
  if (sentence === undefined) return false;
  const sentences = places.flatMap(place => place.sentence ?? []);
  const below = belowOf(sentence, sentences);
  return differencesOf(rule, [{ text: solid(sentence.text), below, rules: [rule] }], vocabulary).length === 0;
};

/**
 * The names in a ledger as the rules stand: those of rules that are gone are dropped, and a rule that no sentence carries
 * is entered where its clause leaves one sentence open, or several of which only one says what it asks. Else it is left to
 * a person, as every reason is. The pack has its drafts among its rules.
 */
export const namesNow = (places: readonly Place[], pack: Pack): Names => {
  const known = new Set([...pack.rules.map(({ id }) => id), ...rowIdsOf(pack)]);
  const kept = new Map(places.map(place => [place, rulesOf(place).filter(id => known.has(id))]));
  const isOpen = (place: Place): boolean =>
    place.entry?.reason === undefined &&
    (kept.get(place)?.length === 0 || kept.get(place)?.length !== rulesOf(place).length);
  const open = places.filter(isOpen);
  const carries = (id: string, clause: string): boolean =>
    places.some(place => kept.get(place)?.includes(id) && isWithin(clauseAt(place), clause));
  const placeFor = (rule: Rule, clause: string): Place | undefined => {
    const here = open.filter(place => clauseAt(place) === clause);
    const near = here.length > 0 ? here : open.filter(place => isWithin(clauseAt(place), clause));
    const said = near.length > 1 ? near.filter(place => agrees(rule, place, places, pack)) : near;
    return said.length === 1 ? said[0] : undefined;
  };
  const found = pack.rules.flatMap(rule =>
    ownClauses(rule)
      .filter(clause => !carries(rule.id, clause))
      .flatMap(clause => placeFor(rule, clause) ?? [])
      .map(place => ({ place, id: rule.id })),
  );
  for (const { place, id } of found) kept.get(place)?.push(id);
  return {
    byPlace: new Map([...kept].filter(([place, names]) => names.join() !== rulesOf(place).join())),
    entered: [...new Set(found.map(({ id }) => id))],
    dropped: [...new Set(places.flatMap(rulesOf))].filter(id => !known.has(id)),
  };
};

const FLOW = /rules:\s*\[[^\]]*\]/u;
const LISTED = /^([^\S\n]*)rules:[^\S\n]*\n(?:\1[^\S\n]*-[^\S\n].*\n?)+/mu;

/** An entry with one member more, behind its text: on a line of its own, or on the same where it is written on one. */
export const withMember = (block: string, text: string, member: string): string =>
  block.replace(
    new RegExp(`^(.*?)(text:\\s*(["']?)${text}\\3)`, 'mu'),
    (_, before: string, stated: string) =>
      `${before}${stated}${/[{,]\s*$/u.test(before) ? ', ' : `\n${' '.repeat(before.length)}`}${member}`,
  );

/** An entry with other names, its remarks and its layout kept. */
export const withNames = (block: string, { text }: LedgerEntry, names: readonly string[]): string => {
  const written = `rules: [${names.join(', ')}]`;
  if (FLOW.test(block)) return block.replace(FLOW, written);
  if (LISTED.test(block)) return block.replace(LISTED, (_, indent: string) => `${indent}${written}\n`);
  return withMember(block, text, written);
};
