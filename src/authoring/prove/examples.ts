import type { Facts } from '../../language/second/world.ts';
import type { Fact } from '../../model/base/value.ts';
import type { Level } from '../../model/profile/profile.ts';
import { factsOfRule, type Pack, type Rule, rulesFor } from '../../model/standard/pack.ts';
import { type FactDefinition, type FieldDefinition, indexVocabulary } from '../../model/standard/vocabulary.ts';
import { isRefusal, readScalar } from '../../read/profile/values.ts';
import { declared, recordItems, tryRule } from '../facts.ts';
import { makeExemplar } from './exemplar.ts';
import { textOf } from './plain.ts';

const PLACE = /\p{Script=Han}{2,4}(?:县|区|市)/u;

/** Whether a text of the shared vocabulary speaks of a place that the pack does not bind. */
const isElsewhere = (text: string, { counties }: Pack): boolean => {
  const [place] = PLACE.exec(text) ?? [];
  return place !== undefined && !counties.some(county => county.includes(place) || place.includes(county));
};

const factOf = (definition: FactDefinition, text: string): Fact | undefined => {
  if (definition.type === 'records' || definition.type === 'term' || definition.type === 'terms') return undefined;
  const value = readScalar(text, definition);
  return isRefusal(value) ? undefined : declared(value);
};

/** Whether a profile that passes still does with the vocabulary's own example of one more fact. */
const stillPasses = (rules: readonly Rule[], facts: Facts, asOf: string, id: string, fact: Fact): boolean =>
  rules
    .filter(rule => factsOfRule(rule).includes(id))
    .every(rule => {
      const { outcome } = tryRule(rule, new Map(facts).set(id, fact), asOf);
      return outcome === 'pass' || outcome === 'not-applicable';
    });

/**
 * A pack whose facts have the examples of a centre that meets it, in its own words: who fills in the form as it is
 * exemplified passes. What no such centre needs keeps the shared example where that does no harm, or has none.
 */
export const withExamples = (pack: Pack, level: Level): Pack => {
  const { facts, asOf } = makeExemplar(pack, level);
  const rules = rulesFor(pack, level);
  const { vocabulary } = pack;
  const exemplified = <T extends FieldDefinition>(definition: T, held: Facts): T => {
    const { example, ...rest } = definition;
    const fact = held.get(definition.id);
    const text = fact === undefined ? undefined : textOf(fact, definition.id, vocabulary);
    if (text !== undefined) return { ...definition, example: text };
    const shared = example === undefined || isElsewhere(example, pack) ? undefined : factOf(definition, example);
    return shared !== undefined && stillPasses(rules, facts, asOf, definition.id, shared) ? definition : (rest as T);
  };
  const first = (id: string): Facts => recordItems(facts.get(id))[0]?.facts ?? new Map();
  const exampled = vocabulary.facts.map(
    (definition): FactDefinition =>
      definition.type === 'records'
        ? { ...definition, fields: definition.fields.map(field => exemplified(field, first(definition.id))) }
        : (exemplified(definition, facts) as FactDefinition),
  );
  return { ...pack, vocabulary: indexVocabulary({ ...vocabulary, facts: exampled }) };
};
