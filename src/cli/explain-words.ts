import { folded } from '../model/base/fold.ts';
import type { Lang } from '../model/base/text.ts';
import { factsOfRule, type Pack } from '../model/standard/pack.ts';
import type { FactDefinition, Term } from '../model/standard/vocabulary.ts';
import type { Document } from '../tell/block.ts';
import { type Asking, tellFact, tellHits } from '../tell/explain.ts';

interface Known {
  readonly pack: Pack;
  readonly fact: FactDefinition;
  readonly terms: readonly Term[];
}

/** Every fact once, fields of records too, in the words of the first pack that asks it. */
const factsOf = (packs: readonly Pack[]): readonly Known[] => {
  const known = new Map<string, Known>();
  for (const pack of packs)
    for (const fact of pack.vocabulary.fact.values()) {
      const terms = 'list' in fact ? [...(pack.vocabulary.term.get(fact.list)?.values() ?? [])] : [];
      if (!known.has(fact.id)) known.set(fact.id, { pack, fact, terms });
    }
  return [...known.values()];
};

const namesOf = ({ label, aliases }: Pick<Term, 'label' | 'aliases'>): readonly string[] => [
  label.zh,
  label.en,
  ...aliases,
];

const askingOf = (packs: readonly Pack[], holds: (one: Asking) => boolean): readonly Asking[] =>
  packs.flatMap(pack => pack.rules.map(rule => ({ pack, rule })).filter(holds));

/** What is known of a word that names no rule: a fact by its id, label or alias, else all that the word is found in. */
export const documentsOf = (word: string, packs: readonly Pack[], lang: Lang): readonly Document[] => {
  const wanted = folded(word);
  const known = factsOf(packs);
  const named = known.filter(({ fact }) => [fact.id, ...namesOf(fact)].some(name => folded(name) === wanted));
  if (named.length > 0)
    return named.map(({ fact, pack }) =>
      tellFact({ fact, pack, asking: askingOf(packs, ({ rule }) => factsOfRule(rule).includes(fact.id)) }, lang),
    );
  const isIn = (name: string): boolean => folded(name).includes(wanted);
  const facts = known.filter(({ fact, terms }) => [...namesOf(fact), ...terms.flatMap(namesOf)].some(isIn));
  const rules = askingOf(packs, ({ rule }) => [rule.id, rule.title.zh, rule.title.en].some(isIn));
  const found = { facts: facts.map(({ fact }) => fact), rules };
  return wanted === '' || facts.length + rules.length === 0 ? [] : [tellHits(word, found, lang)];
};
