import { indexVocabulary, joinedLists, type Vocabulary, type VocabularyData } from '../../model/standard/vocabulary.ts';

export const joinVocabularies = (parts: readonly VocabularyData[]): VocabularyData => ({
  themes: [
    ...new Map(parts.flatMap(({ themes }) => themes.map(theme => [theme.id, theme] as const)).reverse()).values(),
  ].reverse(),
  facts: parts.flatMap(part => part.facts),
  lists: joinedLists(parts.flatMap(part => part.lists)),
  ...parts.flatMap(({ subject }) => (subject ? [{ subject }] : [])).at(-1),
});

const isIn = (vocabulary: Vocabulary, { facts, lists, subject }: VocabularyData): boolean =>
  subject?.zh === (subject && vocabulary.subject?.zh) &&
  facts.every(fact => JSON.stringify(vocabulary.fact.get(fact.id)) === JSON.stringify(fact)) &&
  lists.every(({ id, terms }) =>
    terms.every(term => JSON.stringify(vocabulary.term.get(id)?.get(term.code)) === JSON.stringify(term)),
  );

/** A vocabulary with facts and terms of something else's own, or called as it calls them, unless it has them already. */
export const extendVocabulary = (vocabulary: Vocabulary, own: VocabularyData): Vocabulary => {
  if (isIn(vocabulary, own)) return vocabulary;
  const renamed = new Map(own.facts.map(fact => [fact.id, fact] as const));
  const facts = vocabulary.facts.map(fact => renamed.get(fact.id) ?? fact);
  const added = own.facts.filter(({ id }) => !vocabulary.fact.has(id));
  return indexVocabulary({ ...joinVocabularies([vocabulary, own]), facts: [...facts, ...added] });
};
