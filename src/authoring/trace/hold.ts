import type { Location } from '../../model/base/location.ts';
import { type Differs, type Ledger, type LedgerEntry, settledClauses } from '../../model/standard/ledger.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { type Carried, type Difference, differencesOf } from '../wording/agree.ts';
import { figuredText } from './cells.ts';
import { isWithin } from './clause.ts';
import { isEnded } from './layout.ts';
import { boundSentences, type Sentence } from './sentences.ts';
import type { SourceText } from './trace.ts';

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

const foundKeys = (differences: readonly Difference[]): ReadonlyMap<string, Difference> =>
  new Map(differences.map(found => [keyOf(found), found]));

/** The words of what stands in the clauses below a sentence that ends with a colon. */
export const belowOf = (sentence: Sentence, sentences: readonly Sentence[]): string => {
  if (!isEnded(sentence.text.trim()) || !/[:：]\s*$/u.test(sentence.text)) return '';
  const rest = sentences.slice(sentences.indexOf(sentence) + 1);
  const end = rest.findIndex(({ clause }) => !isWithin(clause, sentence.clause));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map(({ text }) => text)
    .join('');
};

interface Carrier extends Omit<Carried, 'rules'> {
  readonly entry: LedgerEntry;
}

const carriersOf = (ledger: Ledger, source: SourceText): readonly Carrier[] => {
  const { sentences } = boundSentences(source.text, ledger.source, settledClauses(ledger));
  const byText = new Map(sentences.map(sentence => [sentence.fingerprint, sentence]));
  return ledger.entries.flatMap(entry => {
    const sentence = byText.get(entry.text);
    return sentence === undefined || entry.rules.length === 0
      ? []
      : [{ entry, text: figuredText(sentence, sentences), below: belowOf(sentence, sentences) }];
  });
};

type Words = Pick<Pack, 'rules' | 'vocabulary'>;

/** Holds what rules ask against the words of their sentences: figures and their side, items, obligation, dates. */
export const holderOf = (ledger: Ledger, source: SourceText): ((pack: Words, chosen?: readonly Rule[]) => Held) => {
  const carriers = carriersOf(ledger, source);
  return (pack, chosen = pack.rules) => {
    const byId = new Map([...pack.rules, ...chosen].map(rule => [rule.id, rule]));
    let told = 0;
    const disagreements = chosen.flatMap((rule): readonly Disagreement[] => {
      const own = carriers.filter(({ entry }) => entry.rules.includes(rule.id));
      const carried = own.map(
        ({ entry, text, below }): Carried => ({ text, below, rules: entry.rules.flatMap(id => byId.get(id) ?? []) }),
      );
      if (own.length === 0) return [];
      const found = foundKeys(differencesOf(rule, carried, pack.vocabulary));
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
