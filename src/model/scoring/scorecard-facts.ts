import type { Vocabulary, VocabularyData } from '../standard/vocabulary.ts';
import type { Scorecard } from './scorecard.ts';

type Part = object & { readonly scope?: unknown; readonly id?: unknown };

/** Keys under which a scorecard names a list of records, or a field of one. */
const NAMING = new Set(['records', 'list', 'oncePer', 'same', 'subject', 'field']);

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

const namedIn = (part: Part): readonly string[] => {
  const own = typeof part.scope === 'string' && typeof part.id === 'string' ? [part.id] : [];
  const inside = Object.entries<unknown>({ ...part }).flatMap(([key, value]) => {
    if (isPart(value)) return namedIn(value);
    return typeof value === 'string' && NAMING.has(key) ? [value] : [];
  });
  return [...own, ...inside];
};

/** Every fact and field of the vocabulary that a part of a scorecard looks at. */
export const factsOfPart = (part: object, { facts }: Vocabulary): readonly string[] => {
  const known = new Set(facts.flatMap(fact => [fact.id, ...('fields' in fact ? fact.fields.map(({ id }) => id) : [])]));
  return [...new Set(namedIn(part))].filter(id => known.has(id));
};

export const factsOfScorecard = (
  { forms, classes, vetoes, grades }: Scorecard,
  vocabulary: Vocabulary,
): readonly string[] => factsOfPart({ forms, classes, vetoes, grades }, vocabulary);

/** What the head of a profile says of its subject: a scorecard of no centre calls it anew. */
const HEAD_FACTS = ['center.name', 'center.level'];

export const madeFacts = ({ vocabulary: { facts } }: Scorecard): VocabularyData['facts'] =>
  facts.filter(({ id }) => !HEAD_FACTS.includes(id));
