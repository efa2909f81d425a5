import { loaded } from '../../model/base/problem.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { extendVocabulary } from '../pack/join-vocabularies.ts';
import type { Library } from '../pack/library.ts';
import { rulesOutside } from './rule-names.ts';

export { rulesOutside };

/** A vocabulary with the facts and terms that a scorecard brings along. */
export const withWords = (vocabulary: Vocabulary, { scorecard }: Pick<Scheme, 'scorecard'>): Vocabulary =>
  scorecard === undefined ? vocabulary : extendVocabulary(vocabulary, scorecard.vocabulary);

/** A library whose packs know the words of a scorecard, and have the rules that it names. */
export const withScorecardWords = (library: Library, scheme: Pick<Scheme, 'scorecard'>): Library => {
  const { scorecard } = scheme;
  if (scorecard === undefined) return library;
  const packs = new Map<Pack, Pack>();
  const extended = (pack: Pack): Pack => {
    const made = packs.get(pack) ?? { ...pack, vocabulary: withWords(pack.vocabulary, scheme) };
    packs.set(pack, made);
    return made;
  };
  return {
    ...library,
    vocabulary: async () => {
      const read = await library.vocabulary();
      return read.ok ? { ...read, value: withWords(read.value, scheme) } : read;
    },
    pack: async name => {
      const read = await library.pack(name);
      return read.ok
        ? loaded([...read.warnings, ...rulesOutside(scorecard, read.value)], () => extended(read.value))
        : read;
    },
  };
};
