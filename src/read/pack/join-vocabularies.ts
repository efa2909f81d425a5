import {
  indexVocabulary,
  type TermList,
  type Vocabulary,
  type VocabularyData,
} from '../../model/standard/vocabulary.ts';

/** Several files as one dictionary. */
export const joinVocabularies = (parts: readonly VocabularyData[]): VocabularyData => ({
  themes: [
    ...new Map(parts.flatMap(({ themes }) => themes.map(theme => [theme.id, theme] as const)).reverse()).values(),
  ].reverse(),
  facts: parts.flatMap(part => part.facts),
  lists: mergeLists(parts.flatMap(part => part.lists)),
});

/** A pack may add terms to a list by naming the list again. */
const mergeLists = (lists: readonly TermList[]): readonly TermList[] => {
  const merged = new Map<string, TermList>();
  for (const list of lists) {
    const earlier = merged.get(list.id);
    merged.set(list.id, earlier === undefined ? list : { ...earlier, terms: [...earlier.terms, ...list.terms] });
  }
  return [...merged.values()];
};

const isIn = (vocabulary: Vocabulary, { facts, lists }: VocabularyData): boolean =>
  facts.every(fact => JSON.stringify(vocabulary.fact.get(fact.id)) === JSON.stringify(fact)) &&
  lists.every(({ id, terms }) => terms.every(({ code }) => vocabulary.term.get(id)?.has(code) === true));

/** A vocabulary with facts and terms of something else's own, unless it has them already. */
export const extendVocabulary = (vocabulary: Vocabulary, own: VocabularyData): Vocabulary =>
  isIn(vocabulary, own) ? vocabulary : indexVocabulary(joinVocabularies([vocabulary, own]));
