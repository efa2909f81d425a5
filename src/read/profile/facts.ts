import { memoizedFor } from '../../model/base/memo.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { type ListNode, type MapNode, oneOrMore, type ScalarNode, type SourceNode } from '../../model/base/source.ts';
import type { UnreadableCause } from '../../model/base/unreadable-cause.ts';
import { type Fact, type LocatedTerm, OTHER_TERM, type RecordItem, type Value } from '../../model/base/value.ts';
import type {
  FactDefinition,
  FieldDefinition,
  RecordsDefinition,
  Vocabulary,
} from '../../model/standard/vocabulary.ts';
import { asTicked, isBlankNode, isListOfBlanks, namesOther, readState } from './answers.ts';
import { causeOf, unreadBy } from './causes.ts';
import { codeIn, fold, type Names, namesIn, suggest } from './names.ts';
import { isCountOf, isCut, named, type Piece, recordsInWords } from './records-in-words.ts';
import { asSeen } from './seen.ts';
import { asShown } from './shown.ts';
import {
  countSaid,
  eachOf,
  listsNone,
  mayName,
  namesNothing,
  OTHER,
  plainTerms,
  saysMore,
  splitTerms,
  termsInEntry,
  withoutNumbering,
} from './term-list.ts';
import { isRefusal, readScalar, unfilled } from './values.ts';

export interface FactReading {
  readonly vocabulary: Vocabulary;
  readonly names: Names;
  readonly problems: Problem[];
}

/** So many terms of a list are named to someone whose word is not among them. */
const MOST_NAMED = 12;

/** What a node says of a fact; where it cannot be read, the reason is among the problems. */
export const readFact = (reading: FactReading, definition: FactDefinition, written: SourceNode): Fact => {
  const node = asShown(written, definition);
  if (node.kind === 'list' && isListOfBlanks(node)) {
    reading.problems.push(problem('list-of-blanks', node.location, { fact: definition }));
    return { state: 'undeclared', location: node.location };
  }
  if (node.kind !== 'scalar') return readDeclared(reading, definition, node);
  if (node.fault === 'cell-picture') {
    reading.problems.push(problem('cell-picture', node.location, {}));
    return { state: 'undeclared', location: node.location };
  }
  if (node.fault !== undefined) {
    reading.problems.push(problem(node.fault, node.location, { found: node.text }));
    return { state: 'unreadable', location: node.location };
  }
  const said = { ...node, text: asTicked(node.text, definition) };
  return readState(node) ?? readState(said) ?? unfilled(said, definition) ?? readDeclared(reading, definition, said);
};

const readDeclared = (reading: FactReading, definition: FactDefinition, node: SourceNode): Fact => {
  const value = readValue(reading, definition, node);
  const { location } = node;
  return value === undefined ? { state: 'unreadable', location } : { state: 'declared', value, location };
};

const scalarIn = memoizedFor((definition: FieldDefinition, text) => readScalar(text, definition));

const readValue = (reading: FactReading, definition: FactDefinition, node: SourceNode): Value | undefined => {
  if (definition.type === 'records') return readRecords(reading, definition, node);
  if (definition.type === 'terms') return readTerms(reading, definition, node);
  if (node.kind !== 'scalar') return refuse(reading, definition, node);
  if (definition.type === 'term') {
    const code = readTerm(reading, definition, { ...node, text: withoutNumbering(node.text) });
    return code === undefined ? undefined : { type: 'term', list: definition.list, code };
  }
  const read = scalarIn(definition, node.text);
  if (!isRefusal(read)) {
    if (node.fromNumber)
      reading.problems.push(problem('day-from-number', node.location, { found: String(node.value), day: node.text }));
    return read;
  }
  const found = node.text.trim();
  const cause = read === 'implausible' ? undefined : causeOf(found, definition.type, node.value);
  const details = { fact: definition, found, ...(cause && { cause }) };
  reading.problems.push(problem(unreadBy(definition, cause, read), node.location, details));
  return undefined;
};

const refuse = (reading: FactReading, fact: FactDefinition, node: SourceNode, cause?: UnreadableCause): undefined => {
  const found = node.kind === 'scalar' ? node.text.trim() : node.kind === 'list' ? '[…]' : '{…}';
  reading.problems.push(problem('unreadable-value', node.location, { fact, found, ...(cause && { cause }) }));
};

type TermDefinition = Extract<FieldDefinition, { list: string }>;

/** The code of a term, of one written as `其他：等候区` too; what is written so of an open list is else the centre's own. */
const termCode = (reading: FactReading, id: string, text: string): string | undefined => {
  const index = reading.names.terms(id);
  const code = index.get(text) ?? codeIn(index, text);
  if (code !== '') return code;
  const other = /[:：]/.test(text) ? OTHER.exec(asSeen(text).trim())?.[1] : undefined;
  if (other === undefined) return undefined;
  const list = reading.vocabulary.list.get(id);
  const takenIn = list?.terms.find(({ takesIn = [] }) => takesIn.some(ending => fold(other).endsWith(fold(ending))));
  return codeIn(index, other) || takenIn?.code || (list?.open ? OTHER_TERM + other : undefined);
};

/** The code of a term; a word the list does not know is asked about, or kept where it may be an own one and nothing is near. */
const readTerm = (
  reading: FactReading,
  fact: TermDefinition,
  { text, location }: Piece,
  mayBeOwn = true,
): string | undefined => {
  const code = termCode(reading, fact.list, text);
  if (code !== undefined) return code;
  const found = asSeen(text).trim();
  const list = reading.vocabulary.list.get(fact.list);
  const suggestions = suggest(found, list?.terms.flatMap(term => [term.label.zh, ...term.aliases]) ?? []);
  if (list?.open && mayBeOwn && suggestions.length === 0 && !namesNothing(found) && !namesOther(found, '')) {
    reading.problems.push(problem('own-term', location, { fact, found }));
    return OTHER_TERM + found;
  }
  const accepted = suggestions.length > 0 ? [] : (list?.terms.slice(0, MOST_NAMED).map(term => term.label.zh) ?? []);
  reading.problems.push(
    problem('unknown-term', location, {
      fact,
      list: fact.list,
      found,
      suggestions,
      accepted,
      open: list?.open === true,
    }),
  );
  return undefined;
};

const isEntry = (node: SourceNode): node is ScalarNode => node.kind === 'scalar' && node.text.trim() !== '';

const piecesOf = (node: ListNode | ScalarNode, known: (candidate: string) => boolean): readonly Piece[] => {
  if (node.kind === 'list')
    return node.items
      .filter(isEntry)
      .flatMap((entry): Piece | readonly Piece[] =>
        known(entry.text) ? entry : termsInEntry(entry.text, known).map(text => ({ text, location: entry.location })),
      );
  const plain = plainTerms(node.text, known);
  if (plain === undefined && listsNone(node.text)) return [];
  return (plain ?? splitTerms(node.text, known)).map(text => ({ text, location: node.location }));
};

const readTerms = (reading: FactReading, definition: TermDefinition, node: SourceNode): Value | undefined => {
  if (node.kind === 'map' || (node.kind === 'list' && node.items.some(item => item.kind !== 'scalar')))
    return refuse(reading, definition, node);
  const before = reading.problems.filter(found => found.severity === 'error').length;
  const terms = new Map<string, LocatedTerm>();
  const isKnown = (text: string): boolean => termCode(reading, definition.list, text) !== undefined;
  const pieces = piecesOf(node, isKnown);
  const mayBeOwn = pieces.some(({ text }) => isKnown(text)) || pieces.every(({ text }) => mayName(text));
  for (const piece of pieces) {
    const code = readTerm(reading, definition, piece, mayBeOwn);
    if (code === undefined) continue;
    if (terms.has(code))
      reading.problems.push(problem('duplicate-term', piece.location, { fact: definition, found: piece.text.trim() }));
    else terms.set(code, { code, location: piece.location });
  }
  if (node.kind === 'scalar' && terms.size < countSaid(node.text)) refuse(reading, definition, node, 'fewer-than-said');
  return reading.problems.filter(found => found.severity === 'error').length > before
    ? undefined
    : { type: 'terms', list: definition.list, terms: [...terms.values()] };
};

const readRecords = (reading: FactReading, definition: RecordsDefinition, node: SourceNode): Value => {
  const seen = new Map<string, number>();
  const items = recordNodes(reading, definition, node).map((item, index): RecordItem => {
    const facts = readRecord(reading, definition, item);
    const own = keyText(reading, definition, facts) ?? `${index + 1}`;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    return { key: times === 1 ? own : `${own}（${times}）`, location: item.location, facts };
  });
  return { type: 'records', items };
};

const recordNodes = (reading: FactReading, definition: RecordsDefinition, node: SourceNode): readonly MapNode[] => {
  if (node.kind === 'map') return [node];
  const list = definition.fields.find(field => field.id === `${definition.id}.${definition.key}`);
  const known = (text: string): boolean => list?.type === 'term' && termCode(reading, list.list, text) !== undefined;
  const reads = (field: FieldDefinition, text: string): boolean =>
    'list' in field ? termCode(reading, field.list, text) !== undefined : !isRefusal(readScalar(text, field));
  const words = { definition, names: reading.names.fields(definition.id), reads };
  const worded = node.kind === 'scalar' ? recordsInWords(words, node) : undefined;
  if (worded !== undefined) return worded;
  if (node.kind === 'scalar' && !saysMore(node.text) && !isCountOf(definition, node.text)) {
    const pieces = piecesOf({ ...node, text: eachOf(node.text, known) }, known);
    if (!pieces.some(({ text }) => isCut(text))) return pieces.map(piece => named(definition.key, piece));
  }
  const nodes = oneOrMore(node);
  return nodes.flatMap((item): readonly MapNode[] => {
    if (item.kind === 'map') return isBlankNode(item) ? [] : [item];
    const own = item.kind === 'scalar' && node.kind === 'list' ? recordsInWords(words, item) : undefined;
    if (own !== undefined) return own;
    if (item.kind === 'scalar' && node.kind === 'list' && !saysMore(item.text))
      return isEntry(item) ? [named(definition.key, item)] : [];
    refuse(reading, definition, item, item.kind === 'scalar' ? causeOf(item.text, 'records') : undefined);
    return [];
  });
};

type Facts = ReadonlyMap<string, Fact>;

const readRecord = (reading: FactReading, definition: RecordsDefinition, { entries }: MapNode): Facts => {
  const facts = new Map<string, Fact>();
  const fields = reading.names.fields(definition.id);
  for (const { key, keyLocation, value } of entries) {
    const id = codeIn(fields, key);
    const field = definition.fields.find(candidate => candidate.id === id);
    if (field === undefined) {
      reading.problems.push(
        problem('unknown-fact', keyLocation, { key, suggestions: suggest(key, namesIn(definition)) }),
      );
      continue;
    }
    const earlier = facts.get(field.id);
    if (earlier !== undefined) {
      reading.problems.push(problem('duplicate-fact', keyLocation, { fact: field, first: earlier.location }));
      facts.set(field.id, { state: 'unreadable', location: value.location });
      continue;
    }
    facts.set(field.id, readFact(reading, field, value));
  }
  return facts;
};

const keyText = (reading: FactReading, definition: RecordsDefinition, facts: Facts): string | undefined => {
  const fact = facts.get(`${definition.id}.${definition.key}`);
  const value = fact?.state === 'declared' ? fact.value : undefined;
  if (value?.type === 'text') return value.value;
  if (value?.type !== 'term') return undefined;
  const term = reading.vocabulary.term.get(value.list)?.get(value.code);
  return term?.key ?? term?.label.zh ?? value.code.slice(OTHER_TERM.length);
};
