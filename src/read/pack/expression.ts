import { type Problem, problem } from '../../model/base/problem.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Wanted } from '../../model/base/wanted.ts';
import type { Expression, FactReference, WhenEmpty } from '../../model/standard/expression.ts';
import type {
  FactDefinition,
  FieldDefinition,
  RecordsDefinition,
  Vocabulary,
} from '../../model/standard/vocabulary.ts';
import { fold, type Names, suggest } from '../profile/names.ts';
import { SYNONYMS } from '../scorecard/amount/synonyms.ts';
import { get, type MapEntry, type MapNode, type SourceNode } from '../source.ts';
import type { Counting } from './counting.ts';
import { readTests } from './tests.ts';

export interface ExpressionReading {
  readonly vocabulary: Vocabulary;
  readonly names: Names;
  readonly problems: Problem[];
  /** The terms that the pack takes for others of their list. */
  readonly counting?: Counting;
  /** What the rules call terms, noted as they are read: list → code → word. */
  readonly wording?: Map<string, Map<string, string>>;
  /** The list whose records the expression is about, inside `every`, `some` and `count`. */
  readonly records?: RecordsDefinition;
}

/** The first word that the rules have for a term is what the reports call it. */
export const noteWord = ({ wording }: ExpressionReading, list: string, code: string, word: string): void => {
  const words = wording?.get(list) ?? new Map<string, string>();
  if (!words.has(code)) words.set(code, word);
  wording?.set(list, words);
};

export interface FoundFact {
  readonly reference: FactReference;
  readonly definition: FactDefinition;
}

type Form = (reading: ExpressionReading, node: MapNode) => Expression | undefined;

/** The words that begin a check, with the other keys each may have. */
const FORMS: Readonly<Record<string, { readonly keys: readonly string[]; readonly read: Form }>> = {
  all: { keys: ['all'], read: (reading, node) => readParts(reading, node, 'all', of => ({ kind: 'all', of })) },
  any: { keys: ['any'], read: (reading, node) => readParts(reading, node, 'any', of => ({ kind: 'any', of })) },
  not: { keys: ['not'], read: (reading, node) => readNot(reading, node) },
  at_least: { keys: ['at_least', 'of'], read: (reading, node) => readAtLeast(reading, node) },
  every: { keys: ['every', 'where', 'have', 'when_empty', 'alike'], read: (reading, node) => readEvery(reading, node) },
  some: { keys: ['some', 'where', 'have'], read: (reading, node) => readSome(reading, node) },
  count: { keys: ['count', 'where', 'is'], read: (reading, node) => readCount(reading, node) },
};

/** Reads a check; undefined when it has mistakes, each among the problems at its place. */
export const readExpression = (reading: ExpressionReading, node: SourceNode): Expression | undefined => {
  if (node.kind !== 'map' || node.entries.length === 0) {
    reading.problems.push(problem('shape', node.location, { path: '', wanted: 'mapping' }));
    return undefined;
  }
  const form = node.entries.map(entry => FORMS[entry.key]).find(found => found !== undefined);
  return form === undefined
    ? readFacts(reading, node)
    : refuseOthers(reading, node, form.keys) && form.read(reading, node);
};

export const refuseOthers = (reading: ExpressionReading, node: MapNode, keys: readonly string[]): true | undefined => {
  const others = node.entries.filter(entry => !keys.includes(entry.key));
  for (const { key, keyLocation } of others) {
    const meant = SYNONYMS[key];
    const suggestions = meant !== undefined && keys.includes(meant) ? [meant] : suggest(key, keys);
    reading.problems.push(problem('unknown-key', keyLocation, { key, suggestions }));
  }
  return others.length === 0 ? true : undefined;
};

const readFacts = (reading: ExpressionReading, node: MapNode): Expression | undefined => {
  const parts = node.entries.flatMap(entry => readEntry(reading, entry));
  if (parts.length < node.entries.length || !isNonEmpty(parts)) return undefined;
  return parts.length === 1 ? parts[0] : { kind: 'all', of: parts };
};

const readEntry = (reading: ExpressionReading, { key, keyLocation, value }: MapEntry): readonly Expression[] => {
  const found = findFact(reading, key);
  if (found === undefined) {
    reading.problems.push(
      problem('unknown-name', keyLocation, { kind: 'fact', name: key, suggestions: suggestFacts(reading, key) }),
    );
    return [];
  }
  const tests = readTests(reading, found, value);
  if (!isNonEmpty(tests)) return [];
  const checks = tests.map(test => ({ kind: 'test', fact: found.reference, test }) as const);
  return isNonEmpty(checks) ? [checks.length === 1 ? checks[0] : { kind: 'all', of: checks }] : [];
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

export const suggestFacts = (reading: ExpressionReading, name: string): readonly string[] => {
  const fields: readonly FieldDefinition[] = reading.records?.fields ?? [];
  const local = fields.map(field => field.id.slice(field.id.indexOf('.') + 1));
  return suggest(name, [
    ...local,
    ...reading.vocabulary.fact.keys(),
    ...reading.vocabulary.facts.map(fact => fact.label.zh),
  ]);
};

const lacking = (
  reading: ExpressionReading,
  node: SourceNode,
  path: string,
  wanted: Wanted = 'required',
): undefined => {
  reading.problems.push(problem('shape', node.location, { path, wanted }));
};

const readList = (reading: ExpressionReading, node: MapNode, key: string): NonEmpty<Expression> | undefined => {
  const list = get(node, key);
  if (list?.kind !== 'list' || list.items.length === 0) return lacking(reading, list ?? node, key, 'filled-list');
  const parts = list.items.flatMap(item => readExpression(reading, item) ?? []);
  return parts.length === list.items.length && isNonEmpty(parts) ? parts : undefined;
};

const readParts = (
  reading: ExpressionReading,
  node: MapNode,
  key: string,
  make: (of: NonEmpty<Expression>) => Expression,
): Expression | undefined => {
  const of = readList(reading, node, key);
  return of && make(of);
};

const readNot: Form = (reading, node) => {
  const inner = get(node, 'not');
  const of = inner && readExpression(reading, inner);
  return of && { kind: 'not', of };
};

const readAtLeast: Form = (reading, node) => {
  const wanted = get(node, 'at_least');
  const n = wanted?.kind === 'scalar' && typeof wanted.value === 'number' ? wanted.value : Number.NaN;
  const of = readList(reading, node, 'of');
  if (!Number.isInteger(n) || n < 1 || (of !== undefined && n > of.length))
    return lacking(reading, wanted ?? node, 'at_least', { written: `1–${of?.length ?? 'n'}` });
  return of && { kind: 'at_least', n, of };
};

/** The named list, and a reading in which its fields go by their own names. */
export const enter = <R extends ExpressionReading>(
  reading: R,
  node: MapNode,
  key: string,
): (R & { records: RecordsDefinition }) | undefined => {
  const name = get(node, key);
  const text = name?.kind === 'scalar' ? name.text : '';
  const definition = findFact(outside(reading), text)?.definition;
  if (definition?.type === 'records') return { ...reading, records: definition };
  const lists = reading.vocabulary.facts.filter(fact => fact.type === 'records');
  const suggestions = suggest(
    text,
    lists.flatMap(list => [list.id, list.label.zh]),
  );
  reading.problems.push(problem('unknown-name', (name ?? node).location, { kind: 'list', name: text, suggestions }));
  return undefined;
};

const readPart = (reading: ExpressionReading, node: MapNode, key: 'where' | 'have'): Expression | undefined => {
  const part = get(node, key);
  return part && readExpression(reading, part);
};

const WHEN_EMPTY: readonly WhenEmpty[] = ['met', 'unmet', 'unknown'];

const readEvery: Form = (reading, node) => {
  const inner = enter(reading, node, 'every');
  if (inner === undefined) return undefined;
  const chosen = get(node, 'when_empty');
  const whenEmpty = WHEN_EMPTY.find(option => chosen?.kind === 'scalar' && chosen.text === option);
  if (whenEmpty === undefined)
    reading.problems.push(problem('when-empty-missing', (chosen ?? node).location, { records: inner.records.id }));
  if (get(node, 'have') === undefined) return lacking(reading, node, 'have');
  const where = readPart(inner, node, 'where');
  const have = readPart(inner, node, 'have');
  const alike = readAlike(inner, node);
  if (have === undefined || whenEmpty === undefined || (where === undefined && get(node, 'where') !== undefined))
    return undefined;
  return { kind: 'every', records: inner.records.id, ...(where && { where }), have, whenEmpty, alike };
};

const readAlike = (reading: ExpressionReading, node: MapNode): readonly string[] => {
  const named = get(node, 'alike');
  const items = named === undefined ? [] : named.kind === 'list' ? named.items : [named];
  return items.flatMap(item => {
    const name = item.kind === 'scalar' ? item.text : '';
    const found = findFact(reading, name);
    if (found?.reference.scope === 'item') return [found.reference.id];
    reading.problems.push(
      problem('unknown-name', item.location, { kind: 'fact', name, suggestions: suggestFacts(reading, name) }),
    );
    return [];
  });
};

const readSome: Form = (reading, node) => {
  const inner = enter(reading, node, 'some');
  if (inner === undefined) return undefined;
  if (get(node, 'have') === undefined) return lacking(reading, node, 'have');
  const where = readPart(inner, node, 'where');
  const have = readPart(inner, node, 'have');
  if (have === undefined || (where === undefined && get(node, 'where') !== undefined)) return undefined;
  return { kind: 'some', records: inner.records.id, ...(where && { where }), have };
};

const readCount: Form = (reading, node) => {
  const inner = enter(reading, node, 'count');
  const wanted = get(node, 'is');
  if (inner === undefined) return undefined;
  if (wanted === undefined) return lacking(reading, node, 'is');
  const where = readPart(inner, node, 'where');
  const { item, ...definition } = { ...inner.records, counter: inner.records.item };
  const asCount: FieldDefinition = {
    id: definition.id,
    label: definition.label,
    aliases: [],
    type: 'count',
    counter: item,
  };
  const tests = readTests(reading, { reference: { scope: 'center', id: definition.id }, definition: asCount }, wanted);
  if (!isNonEmpty(tests) || (where === undefined && get(node, 'where') !== undefined)) return undefined;
  return { kind: 'count', records: definition.id, ...(where && { where }), tests };
};
