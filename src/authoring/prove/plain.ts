import type { Facts } from '../../language/second/world.ts';
import { groupBy } from '../../model/base/group.ts';
import type { Fact, Value } from '../../model/base/value.ts';
import type { FactDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { scalarWritten, termWritten } from '../../words/facts/written.ts';

/** Facts as a person writes them, ready for any file format. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** What facts are called: by the label a clerk reads, under their themes, or by id, as rules and cases name them. */
export type Naming = 'label' | 'id';

interface Writing {
  readonly vocabulary: Vocabulary;
  readonly naming: Naming;
}

const valueText = (value: Value, definition: FactDefinition | undefined, writing: Writing): Plain => {
  if (value.type === 'terms') return value.terms.map(({ code }) => termWritten(value.list, code, writing.vocabulary));
  if (value.type === 'records') return value.items.map(item => recordText(item.facts, definition?.id ?? '', writing));
  return scalarWritten(value, definition, writing.vocabulary);
};

const STATES = {
  undeclared: '不详',
  unreadable: '不详',
  'did-not-occur': '未发生',
  'not-applicable': '不适用',
} as const;

const factText = (id: string, fact: Fact, writing: Writing): Plain =>
  fact.state === 'declared' ? valueText(fact.value, writing.vocabulary.fact.get(id), writing) : STATES[fact.state];

/** A fact in one cell, as a person writes it; undefined for records, which have a sheet of their own. */
export const textOf = (fact: Fact, id: string, vocabulary: Vocabulary): string | undefined => {
  const plain = factText(id, fact, { vocabulary, naming: 'label' });
  if (typeof plain === 'string') return plain;
  return Array.isArray(plain) && plain.every(part => typeof part === 'string') ? plain.join('、') || '无' : undefined;
};

const nameOf = (id: string, { vocabulary, naming }: Writing): string =>
  (naming === 'label' ? vocabulary.fact.get(id)?.label.zh : undefined) ?? id;

const recordText = (facts: Facts, records: string, writing: Writing): Plain =>
  Object.fromEntries(
    inOrder(facts, writing).map(([id, fact]) => [
      writing.naming === 'label' ? nameOf(id, writing) : id.slice(records.length + 1),
      factText(id, fact, writing),
    ]),
  );

const inOrder = (facts: Facts, { vocabulary }: Writing): readonly (readonly [string, Fact])[] => {
  const place = new Map([...vocabulary.fact.keys()].map((id, index) => [id, index]));
  return [...facts].sort(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
};

/** A profile as plain data. By label, facts stand under their themes. */
export const plainFacts = (facts: Facts, vocabulary: Vocabulary, naming: Naming): { readonly [key: string]: Plain } => {
  const writing: Writing = { vocabulary, naming };
  const entries = inOrder(facts, writing).map(([id, fact]) => ({
    id,
    entry: [nameOf(id, writing), factText(id, fact, writing)] as const,
  }));
  if (naming === 'id') return Object.fromEntries(entries.map(({ entry }) => entry));
  const themeOf = (id: string): string | undefined =>
    id.includes('.') ? vocabulary.themes.find(theme => theme.id === id.split('.')[0])?.label.zh : undefined;
  const themes = groupBy(entries, ({ id, entry: [name] }) => themeOf(id) ?? name);
  return Object.fromEntries(
    [...themes].map(([name, [{ entry: first }, ...more]]) => [
      name,
      more.length === 0 && first[0] === name
        ? first[1]
        : Object.fromEntries([first, ...more.map(({ entry }) => entry)]),
    ]),
  );
};
