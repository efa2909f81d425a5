import type { Pack } from '../../model/pack.ts';
import type { Loaded } from '../../model/problem.ts';
import type { Scheme } from '../../model/score.ts';
import { indexVocabulary, type Vocabulary, type VocabularyData } from '../../model/vocabulary.ts';
import { joinVocabularies } from '../join-vocabularies.ts';
import type { Library } from '../library.ts';

const hasWords = ({ facts, lists }: VocabularyData): boolean => facts.length > 0 || lists.length > 0;

/** A vocabulary with the facts and terms that a scoring table brings along. */
export const withWords = (vocabulary: Vocabulary, { table }: Pick<Scheme, 'table'>): Vocabulary =>
  table === undefined || !hasWords(table.vocabulary)
    ? vocabulary
    : indexVocabulary(joinVocabularies([vocabulary, table.vocabulary]));

/** A library whose packs know the words of a scoring table too, so that profiles may declare its facts. */
export const withTableWords = (library: Library, scheme: Pick<Scheme, 'table'>): Library => {
  if (scheme.table === undefined || !hasWords(scheme.table.vocabulary)) return library;
  const packs = new Map<Pack, Pack>();
  const extended = (pack: Pack): Pack => {
    const made = packs.get(pack) ?? { ...pack, vocabulary: withWords(pack.vocabulary, scheme) };
    packs.set(pack, made);
    return made;
  };
  const within = <T>(read: Loaded<T>, change: (value: T) => T): Loaded<T> =>
    read.ok ? { ...read, value: change(read.value) } : read;
  return {
    ...library,
    vocabulary: async () => within(await library.vocabulary(), vocabulary => withWords(vocabulary, scheme)),
    pack: async name => within(await library.pack(name), extended),
  };
};
