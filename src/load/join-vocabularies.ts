import type { TermList, VocabularyData } from '../model/vocabulary.ts';

/** Several files as one dictionary. */
export const joinVocabularies = (parts: readonly VocabularyData[]): VocabularyData => ({
  themes: parts.flatMap(part => part.themes),
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
