import { problem } from '../../../model/base/problem.ts';
import { get, type MapEntry, type MapNode, oneOrMore, type SourceNode, textOf } from '../../../model/base/source.ts';
import { isNonEmpty, type NonEmpty, own } from '../../../model/base/text.ts';
import {
  type Expression,
  type FactOperand,
  type Operand,
  type Test,
  type WhenEmpty,
  withOperands,
} from '../../../model/standard/expression.ts';
import type { FieldDefinition } from '../../../model/standard/vocabulary.ts';
import { misshapen, writtenAs } from '../../shape.ts';
import {
  type ExpressionReading,
  enter,
  type FoundFact,
  namedFact,
  namedField,
  outside,
  refuseOthers,
} from '../reading.ts';
import { isAddable, namedOther, numberOf } from './asked.ts';
import { hundredth, readHowMany } from './operands.ts';
import { readTests } from './tests.ts';

type Form = (reading: ExpressionReading, node: MapNode) => Expression | undefined;

const combined =
  (kind: 'all' | 'any'): Form =>
  (reading, node) => {
    const of = readList(reading, node, kind);
    return of && { kind, of };
  };

/** The words that begin a check, with the other keys each may have. */
const FORMS: Readonly<Record<string, { readonly keys: readonly string[]; readonly read: Form }>> = {
  all: { keys: ['all'], read: combined('all') },
  any: { keys: ['any'], read: combined('any') },
  not: { keys: ['not'], read: (reading, node) => readNot(reading, node) },
  at_least: { keys: ['at_least', 'of'], read: (reading, node) => readAtLeast(reading, node) },
  every: { keys: ['every', 'where', 'have', 'when_empty', 'alike'], read: (reading, node) => readEvery(reading, node) },
  some: { keys: ['some', 'where', 'have'], read: (reading, node) => readSome(reading, node) },
  count: { keys: ['count', 'where', 'is'], read: (reading, node) => readCount(reading, node) },
  sum: { keys: ['sum', 'is'], read: (reading, node) => readAdded(reading, node, 'sum') },
  difference: { keys: ['difference', 'is'], read: (reading, node) => readAdded(reading, node, 'difference') },
  share: { keys: ['share', 'of', 'is'], read: (reading, node) => readShared(reading, node) },
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
  const parts = node.entries.flatMap(entry => readEntry(reading, entry) ?? []);
  return parts.length < node.entries.length ? undefined : together(parts);
};

const readEntry = (reading: ExpressionReading, { key, keyLocation, value }: MapEntry): Expression | undefined => {
  const found = namedFact(reading, key, keyLocation);
  return found && testsOf(found, readTests(reading, found, value));
};

/** Checks of which every one has to hold; nothing where there is none. */
const together = (of: readonly Expression[]): Expression | undefined => {
  if (!isNonEmpty(of)) return undefined;
  return of.length === 1 ? of[0] : { kind: 'all', of };
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

const readNot: Form = (reading, node) => {
  const of = readPart(reading, node, 'not');
  return of && { kind: 'not', of };
};

const readAtLeast: Form = (reading, node) => {
  const of = readList(reading, node, 'of');
  const n = of && readHowMany(reading, node, of.length);
  return of && n !== undefined ? { kind: 'at_least', n, of } : undefined;
};

export const readPart = (reading: ExpressionReading, node: MapNode, key: string): Expression | undefined => {
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
  const asked = readRecords(inner, node);
  const alike = readAlike(inner, node);
  return asked && whenEmpty && { kind: 'every', ...asked, whenEmpty, alike };
};

/** What is asked of the records at hand, and of which of them. */
const readRecords = (inner: InRecords, node: MapNode) => {
  if (get(node, 'have') === undefined) return lacking(inner, node, 'have');
  const chosen = readChosen(inner, node);
  const have = readPart(inner, node, 'have');
  return chosen && have && { ...chosen, have };
};

/** The records at hand, and which of them are meant. */
const readChosen = (inner: InRecords, node: MapNode) => {
  const where = readPart(inner, node, 'where');
  const isMisread = where === undefined && get(node, 'where') !== undefined;
  return isMisread ? undefined : { records: inner.records.id, ...(where && { where }) };
};

type InRecords = NonNullable<ReturnType<typeof enter>>;

const readAlike = (reading: ExpressionReading, node: MapNode): readonly string[] => {
  const named = get(node, 'alike');
  const items = named === undefined ? [] : oneOrMore(named);
  return items.flatMap(item => namedField(reading, item) ?? []);
};

const readSome: Form = (reading, node) => {
  const inner = enter(reading, node, 'some');
  const asked = inner && readRecords(inner, node);
  return asked && { kind: 'some', ...asked };
};

const readCount: Form = (reading, node) => {
  const inner = enter(reading, node, 'count');
  const wanted = get(node, 'is');
  if (inner === undefined) return undefined;
  if (wanted === undefined) return lacking(reading, node, 'is');
  const chosen = readChosen(inner, node);
  const tests = readTests(reading, numberOf(inner.records), wanted);
  return chosen && isNonEmpty(tests) ? { kind: 'count', ...chosen, tests } : undefined;
};

const testsOf = (
  { reference: fact }: FoundFact,
  tests: readonly Test[],
  plus: readonly FactOperand[] = [],
): Expression | undefined => {
  const more = plus.length > 0 && { plus };
  return together(tests.map(test => ({ kind: 'test', fact, test, ...more })));
};

/** `{ sum: [ …, … ], is: … }`: facts of the centre added up, or what the first leaves of the others. */
const readAdded = (reading: ExpressionReading, node: MapNode, word: 'sum' | 'difference'): Expression | undefined => {
  const [list, wanted] = [get(node, word), get(node, 'is')];
  if (wanted === undefined) return lacking(reading, node, 'is');
  if (list?.kind !== 'list' || list.items.length < 2) return misshapen(reading, list ?? node, word, { entries: '≥ 2' });
  const [first, ...rest] = list.items;
  const found = first && namedFact(outside(reading), textOf(first), first.location);
  if (found === undefined) return undefined;
  const asked = { reading: outside(reading), found, op: word, node };
  const others = rest.flatMap(item => namedOther(asked, item, isAddable) ?? []);
  const tests = readTests(reading, found, wanted);
  if (others.length < rest.length) return undefined;
  const times = word === 'sum' ? '1' : '-1';
  const plus = others.map(({ id }) => ({ kind: 'fact', fact: id, times }) as const);
  return testsOf(found, tests, plus);
};

/** `{ share: …, of: …, is: { at_least: 80% } }`: how much of another fact one is. */
const readShared: Form = (reading, node) => {
  const [part, all, wanted] = ['share', 'of', 'is'].map(key => get(node, key));
  if (part === undefined || all === undefined || wanted === undefined)
    return lacking(reading, node, all === undefined ? 'of' : 'is');
  const found = namedFact(outside(reading), textOf(part), part.location);
  const whole = found && namedOther({ reading: outside(reading), found, op: 'share', node }, all, isAddable);
  if (found === undefined || whole === undefined) return undefined;
  const { id, label } = found.definition;
  const share: FieldDefinition = { id, label, aliases: [], type: 'percent' };
  const tests = readTests(reading, { ...found, definition: share }, wanted);
  const ofWhole = (operand: Operand): Operand =>
    operand.kind === 'value' && operand.value.type === 'percent'
      ? { kind: 'fact', fact: whole.id, times: hundredth(operand.value.amount), share: true }
      : operand;
  const ofIt = tests.map(test => withOperands(test, ofWhole));
  return testsOf(found, ofIt);
};
