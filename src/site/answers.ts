import { fillingOf, recordsIn, stateText } from '../forms/fill.ts';
import { NOWHERE } from '../model/base/location.ts';
import { listNode, type MapNode, mapNode, type SourceNode, textNode } from '../model/base/source.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FactDefinition, Vocabulary } from '../model/standard/vocabulary.ts';

/** The fields of a record as they are written into a form, by id. */
export type RecordText = Readonly<Record<string, string>>;

/** What stands in a form for one fact: words, or records. */
export type Text = string | readonly RecordText[];

/** What a centre declares, by fact, as it is written into a form. */
export type Texts = Readonly<Record<string, Text>>;

/** What an inspector says of one fact: as it was found, or that it is as declared. */
export interface Answer {
  readonly value?: Text;
  readonly agrees?: true;
  readonly remark?: string;
  readonly photo?: string;
}

export type Answers = Readonly<Record<string, Answer>>;

const NO_RECORDS = '无';

const textOfFact = (facts: Profile['facts'], definition: FactDefinition, vocabulary: Vocabulary): Text | undefined => {
  if (definition.type !== 'records') {
    const filling = fillingOf(facts, definition, vocabulary);
    return filling === undefined ? undefined : String(filling);
  }
  const items = recordsIn({ facts }, definition.id);
  if (items === undefined) return stateText(facts.get(definition.id));
  if (items.length === 0) return NO_RECORDS;
  return items.map(item =>
    Object.fromEntries(
      definition.fields.flatMap(field => {
        const filling = fillingOf(item.facts, field, vocabulary);
        return filling === undefined ? [] : [[field.id, String(filling)]];
      }),
    ),
  );
};

/** A profile as it would be written into a form; only `only` where that is given. */
export const textsOf = ({ facts }: Pick<Profile, 'facts'>, vocabulary: Vocabulary, only = [...facts.keys()]): Texts =>
  Object.fromEntries(
    only.flatMap(id => {
      const definition = vocabulary.fact.get(id);
      const text = definition && textOfFact(facts, definition, vocabulary);
      return text === undefined ? [] : [[id, text]];
    }),
  );

const shortId = (id: string): string => id.slice(id.indexOf('.') + 1);

/** A text as the readers of profiles take it. */
export const nodeOf = (text: Text): SourceNode =>
  typeof text === 'string' ? textNode(text, NOWHERE) : listNode(text.map(recordNode), NOWHERE);

const mapOf = (texts: Texts, keyOf: (id: string) => string): MapNode => {
  const members = Object.entries(texts).map(([id, text]) => [keyOf(id), nodeOf(text)] as const);
  return mapNode(NOWHERE, members);
};

const recordNode = (record: Texts): MapNode => mapOf(record, shortId);

export const profileNode = (texts: Texts): MapNode => mapOf(texts, String);
