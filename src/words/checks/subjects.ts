import type { Expression, FactOperand, FactReference, Test } from '../../model/standard/expression.ts';
import type { RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { addedText, type Subject } from '../facts/amounts.ts';
import { counterOf, factName, measureOf, plural, recordsOf } from '../facts/nouns.ts';
import { pick, type Reader } from '../reader.ts';
import type { Form } from './tests.ts';

/** Where a sentence stands: what joins its parts, and whether the record is named already. */
export interface Place {
  readonly form: Form;
  readonly and: string;
  readonly beside?: RecordsDefinition;
}

/** What a test of a fact is about, as the place needs it named. */
export const subjectOf = (
  fact: FactReference,
  reader: Reader,
  { beside }: Place,
  plus: readonly FactOperand[] = [],
): Subject => {
  const definition = reader.vocabulary.fact.get(fact.id);
  const records = recordsOf(fact.id, reader);
  const isKey = records !== undefined && fact.id === `${records.id}.${records.key}`;
  if (fact.scope === 'all-items' && isKey)
    return {
      name: records.label[reader.lang],
      definition,
      counter: pick(reader, measureOf(records.item.zh), 'kinds'),
    };
  const counter =
    definition?.type === 'records'
      ? pick(reader, measureOf(definition.item.zh), plural(definition.item.en))
      : counterOf(definition, reader.lang);
  const name = factName(fact.id, reader, fact.scope === 'item' ? beside : undefined);
  const subject = { name, definition, counter };
  if (plus.length === 0) return subject;
  const own: FactOperand = { kind: 'fact', fact: fact.id, times: '1' };
  return { ...subject, name: addedText([own, ...plus], subject, reader) };
};

export interface Group {
  readonly fact: FactReference;
  readonly tests: [Test, ...Test[]];
  readonly plus?: readonly FactOperand[];
}

/** Tests of the same fact side by side share their subject. */
export const grouped = (parts: readonly Expression[]): readonly (Expression | Group)[] => {
  const groups: (Expression | Group)[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.kind !== 'test') groups.push(part);
    else if (
      last !== undefined &&
      'tests' in last &&
      'fact' in last &&
      last.fact.id === part.fact.id &&
      JSON.stringify(last.plus) === JSON.stringify(part.plus)
    )
      (last as Group).tests.push(part.test);
    else groups.push({ fact: part.fact, tests: [part.test], ...(part.plus && { plus: part.plus }) });
  }
  return groups;
};
