import type { Bilingual } from '../base/text.ts';
import type { Scheme } from '../scoring/score.ts';
import type { Pack, Rule } from '../standard/pack.ts';
import { indexVocabulary, type Vocabulary } from '../standard/vocabulary.ts';
import type { Texts } from './contract.ts';

/** What is true of a pack and the schemes by which its centres are scored, in the words for what its rules expect. */
export const textsOf = (
  pack: Pack,
  schemes: readonly Scheme[],
  expectedOf: (rule: Rule, vocabulary: Vocabulary) => Bilingual,
): Omit<Texts, 'schemaVersion' | 'digest'> => {
  const { vocabulary, rules, scheme: _, levelSchemes: __, ...rest } = pack;
  const { themes, facts, lists, subject } = vocabulary;
  const told = (rule: Rule): Texts['pack']['rules'][number] => ({ ...rule, expected: expectedOf(rule, vocabulary) });
  return {
    pack: { ...rest, rules: rules.map(told) },
    schemes,
    vocabulary: { themes, facts, lists, ...(subject && { subject }) },
  };
};

export const packOf = ({ pack, vocabulary }: Texts): Pack => {
  const ruleOf = ({ expected: _, ...rule }: (typeof pack.rules)[number]): Rule => rule;
  return { ...pack, rules: pack.rules.map(ruleOf), vocabulary: indexVocabulary(vocabulary) };
};
