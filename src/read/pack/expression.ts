import { own } from '../../model/base/own.ts';
import { problem } from '../../model/base/problem.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Expression, WhenEmpty } from '../../model/standard/expression.ts';
import type { FieldDefinition } from '../../model/standard/vocabulary.ts';
import { misshapen, writtenAs } from '../shape.ts';
import { get, type MapEntry, type MapNode, type SourceNode } from '../source.ts';
import { readHowMany } from './operands.ts';
import { type ExpressionReading, enter, findFact, namedFact, refuseOthers, suggestFacts, textOf } from './reading.ts';
import { readTests } from './tests.ts';

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
  if (node.kind !== 'map' || node.entries.length === 0) return misshapen(reading, node, '', 'mapping');
  const [first, second] = node.entries.filter(({ key }) => own(FORMS, key) !== undefined);
  const form = first && own(FORMS, first.key);
  if (form === undefined) return readFacts(reading, node);
  if (second === undefined) return refuseOthers(reading, node, form.keys) && form.read(reading, node);
  reading.problems.push(problem('shape', second.keyLocation, { path: second.key, wanted: 'one-word' }));
  return undefined;
};

const readFacts = (reading: ExpressionReading, node: MapNode): Expression | undefined => {
  const parts = node.entries.flatMap(entry => readEntry(reading, entry));
  if (parts.length < node.entries.length || !isNonEmpty(parts)) return undefined;
  return parts.length === 1 ? parts[0] : { kind: 'all', of: parts };
};

const readEntry = (reading: ExpressionReading, { key, keyLocation, value }: MapEntry): readonly Expression[] => {
  const found = namedFact(reading, key, keyLocation);
  const tests = found === undefined ? [] : readTests(reading, found, value);
  if (found === undefined || !isNonEmpty(tests)) return [];
  const checks = tests.map(test => ({ kind: 'test', fact: found.reference, test }) as const);
  return isNonEmpty(checks) ? [checks.length === 1 ? checks[0] : { kind: 'all', of: checks }] : [];
};

const lacking = (reading: ExpressionReading, node: MapNode, path: string): undefined => {
  reading.problems.push(problem('shape', node.location, { path, wanted: 'required' }));
};

const readList = (reading: ExpressionReading, node: MapNode, key: string): NonEmpty<Expression> | undefined => {
  const list = get(node, key);
  if (list === undefined) return lacking(reading, node, key);
  if (list.kind !== 'list' || list.items.length === 0) return misshapen(reading, list, key, 'filled-list');
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
  const of = readList(reading, node, 'of');
  const n = of && readHowMany(reading, node, of.length);
  return of && n !== undefined ? { kind: 'at_least', n, of } : undefined;
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
  if (whenEmpty === undefined) {
    const details = { records: inner.records.id, ...(chosen && writtenAs(chosen)) };
    reading.problems.push(problem('when-empty-missing', (chosen ?? node).location, details));
  }
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
    const name = textOf(item);
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
