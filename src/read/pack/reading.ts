import type { Calendar } from '../../model/base/day.ts';
import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { get, type MapNode, type SourceNode, textOf } from '../../model/base/source.ts';
import { own } from '../../model/base/text.ts';
import type { Also, FactReference } from '../../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition, RecordsDefinition } from '../../model/standard/vocabulary.ts';
import type { FactReading } from '../profile/facts.ts';
import { fold, meant, suggest } from '../profile/names.ts';
import { SYNONYMS } from '../scorecard/amount/synonyms.ts';

/** By list: the terms of the document's own with the others that its pack takes for them. */
export type Counting = ReadonlyMap<string, Also>;

export interface ExpressionReading extends FactReading {
  readonly counting?: Counting;
  /** By which the pack counts working days. */
  readonly calendar?: Calendar;
  /** What the rules call terms, noted as they are read: list → code → word. */
  readonly wording?: Map<string, Map<string, string>>;
  /** The list whose records the expression is about, inside `every`, `some` and `count`. */
  readonly records?: RecordsDefinition;
}

/** The first word that the rules have for a term is what the reports call it. */
const noteWord = (wording: ExpressionReading['wording'], list: string, code: string, word: string): void => {
  const words = wording?.get(list) ?? new Map<string, string>();
  if (!words.has(code)) words.set(code, word);
  wording?.set(list, words);
};

export interface FoundFact {
  readonly reference: FactReference;
  readonly definition: FactDefinition;
}

export const refuseOthers = (reading: ExpressionReading, node: MapNode, keys: readonly string[]): true | undefined => {
  const others = node.entries.filter(entry => !keys.includes(entry.key));
  for (const { key, keyLocation } of others) {
    const word = own(SYNONYMS, key);
    const known = word !== undefined && keys.includes(word) ? { suggestions: [word] } : meant(key, keys);
    reading.problems.push(problem('unknown-key', keyLocation, { key, ...known }));
  }
  return others.length === 0 ? true : undefined;
};

/** The same reading with no record at hand. */
export const outside = ({ records: _, ...reading }: ExpressionReading): ExpressionReading => reading;

/** A fact by its id, label or alias: a field of the record at hand first, then a fact of the centre. */
export const findFact = (reading: ExpressionReading, name: string): FoundFact | undefined => {
  const { records, vocabulary } = reading;
  const field = records && reading.names.fields(records.id).get(fold(name));
  const own = field === undefined ? undefined : vocabulary.fact.get(field);
  if (own !== undefined) return { reference: { scope: 'item', id: own.id }, definition: own };
  const definition = vocabulary.fact.get(name) ?? vocabulary.fact.get(reading.names.facts().get(fold(name)) ?? '');
  if (definition === undefined) return undefined;
  const isField =
    vocabulary.fact.get(definition.id.split('.')[0] ?? '')?.type === 'records' && definition.type !== 'records';
  const { id } = definition;
  return isField
    ? { reference: { scope: 'all-items', id, holdsMany: definition.type === 'terms' }, definition }
    : { reference: { scope: 'center', id }, definition };
};

const unknownFact = (reading: ExpressionReading, name: string, location: Location): undefined => {
  const fields: readonly FieldDefinition[] = reading.records?.fields ?? [];
  const suggestions = suggest(name, [
    ...fields.map(field => field.id.slice(field.id.indexOf('.') + 1)),
    ...reading.vocabulary.fact.keys(),
    ...reading.vocabulary.facts.flatMap(fact => [fact.label.zh, ...fact.aliases]),
  ]);
  reading.problems.push(problem('unknown-name', location, { kind: 'fact', name, suggestions }));
};

/** The fact of that name; undefined when nobody knows it, which is said. */
export const namedFact = (reading: ExpressionReading, name: string, location: Location): FoundFact | undefined => {
  const found = findFact(reading, name);
  return found ?? unknownFact(reading, name, location);
};

/** The id of a field of the record at hand; undefined when it has none of that name, which is said. */
export const namedField = (reading: ExpressionReading, node: SourceNode): string | undefined => {
  const name = textOf(node).trim();
  const found = findFact(reading, name);
  return found?.reference.scope === 'item' ? found.reference.id : unknownFact(reading, name, node.location);
};

/** The code of a term; undefined when its list does not have it, which is said. */
export const namedTerm = (
  { names, vocabulary, problems, wording }: Pick<ExpressionReading, 'names' | 'vocabulary' | 'problems' | 'wording'>,
  list: string,
  name: string,
  location: Location,
): string | undefined => {
  const code = names.terms(list).get(fold(name));
  if (code !== undefined) {
    noteWord(wording, list, code, name);
    return code;
  }
  const known = (vocabulary.list.get(list)?.terms ?? []).map(({ label }) => label.zh);
  problems.push(problem('unknown-name', location, { kind: 'term', name: `${name} (${list})`, ...meant(name, known) }));
  return undefined;
};

/** The named list, and a reading in which its fields go by their own names. */
export const enter = <R extends ExpressionReading>(
  reading: R,
  node: MapNode,
  key: string,
): (R & { records: RecordsDefinition }) | undefined => {
  const named = get(node, key);
  const name = named === undefined ? '' : textOf(named);
  const definition = findFact(outside(reading), name)?.definition;
  if (definition?.type === 'records') return { ...reading, records: definition };
  const lists = reading.vocabulary.facts.filter(fact => fact.type === 'records');
  const ids = lists.map(list => list.id);
  const near = suggest(name, [...ids, ...lists.map(list => list.label.zh)]);
  const known = near.length > 0 ? { suggestions: near } : meant(name, ids);
  reading.problems.push(problem('unknown-name', (named ?? node).location, { kind: 'list', name, ...known }));
  return undefined;
};
