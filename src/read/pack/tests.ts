import { canonical } from '../../model/base/exact.ts';
import { problem } from '../../model/base/problem.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { ScalarValue, ValueType } from '../../model/base/value.ts';
import type { Operand, Operator, TermSet, Test } from '../../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { fold, suggest } from '../profile/names.ts';
import { isRefusal, readScalar } from '../profile/values.ts';
import { get, type MapEntry, type SourceNode } from '../source.ts';
import { type ExpressionReading, type FoundFact, findFact, noteWord, outside } from './expression.ts';

const ORDERED: readonly ValueType[] = ['quantity', 'count', 'percent'];
const SCALARS: readonly ValueType[] = [...ORDERED, 'size', 'yes_no', 'date', 'text', 'term'];
const LISTS: readonly ValueType[] = ['terms', 'records'];

interface At {
  readonly reading: ExpressionReading;
  readonly found: FoundFact;
  readonly operator: Operator;
  readonly node: SourceNode;
}

interface OperatorForm {
  readonly types: readonly ValueType[];
  readonly read: (at: At) => Test | undefined;
}

const bound = (types: readonly ValueType[]): OperatorForm => ({
  types,
  read: at => withOperand(at, operand => ({ op: at.operator, operand }) as Test),
});

const set: OperatorForm = {
  types: ['terms', 'term'],
  read: at => withTerms(at, at.node, terms => ({ op: at.operator, terms }) as Test),
};

const presence = (types: readonly ValueType[]): OperatorForm => ({
  types,
  read: at => {
    const read = readScalar(textOf(at.node), { ...at.found.definition, type: 'yes_no' } as FieldDefinition);
    if (isRefusal(read) || read.type !== 'yes_no') return refuseOperand(at, at.node, 'yes | no');
    return { op: at.operator, wanted: read.value } as Test;
  },
});

/** Every operator of the language, what it may be asked of and how its operand is read. */
export const OPERATORS: Readonly<Record<Operator, OperatorForm>> = {
  at_least: bound(ORDERED),
  at_most: bound(ORDERED),
  more_than: bound(ORDERED),
  less_than: bound(ORDERED),
  by: bound(['date']),
  since: bound(['date']),
  between: { types: [...ORDERED, 'date'], read: at => readBetween(at) },
  equals: bound(SCALARS),
  one_of: { types: SCALARS, read: at => readOneOf(at) },
  include_all: set,
  include_any: set,
  include_none: set,
  only: set,
  include: { types: set.types, read: at => readInclude(at) },
  count: { types: [...LISTS, 'term'], read: at => readCountOf(at) },
  matches: { types: ['text'], read: at => readPattern(at) },
  contains: bound(['text']),
  covers: { types: ['terms'], read: at => readCovers(at) },
  stated: presence(['text', ...LISTS]),
  declared: presence([...SCALARS, ...LISTS]),
  occurred: presence([...SCALARS, ...LISTS]),
};

const textOf = (node: SourceNode): string => (node.kind === 'scalar' ? node.text : '');

/** The tests asked of one fact: a mapping of operators, or a bare yes, no or term for equality. */
export const readTests = (reading: ExpressionReading, found: FoundFact, node: SourceNode): readonly Test[] => {
  if (node.kind === 'scalar' && ['yes_no', 'term'].includes(found.definition.type))
    return readOperator(reading, found, 'equals', node) ?? [];
  if (node.kind !== 'map') {
    reading.problems.push(
      problem('shape', node.location, { path: found.definition.id, wanted: { written: 'operator: operand' } }),
    );
    return [];
  }
  return node.entries.flatMap(entry => readNamed(reading, found, entry) ?? []);
};

const isOperator = (name: string): name is Operator => Object.hasOwn(OPERATORS, name);

const readNamed = (
  reading: ExpressionReading,
  found: FoundFact,
  { key, keyLocation, value }: MapEntry,
): readonly Test[] | undefined => {
  if (!isOperator(key)) {
    reading.problems.push(
      problem('unknown-key', keyLocation, { key, suggestions: suggest(key, Object.keys(OPERATORS)) }),
    );
    return undefined;
  }
  return readOperator(reading, found, key, value);
};

/** Over all records of a list, only questions about a set make sense. */
const fits = (found: FoundFact, operator: Operator): boolean => {
  const { type } = found.definition;
  const ofList = ['include_all', 'include_any', 'include_none', 'only', 'include', 'count'].includes(operator);
  if (found.reference.scope === 'all-items') return ofList && ['term', 'terms'].includes(type);
  return OPERATORS[operator].types.includes(type) && !(ofList && type === 'term');
};

const readOperator = (
  reading: ExpressionReading,
  found: FoundFact,
  operator: Operator,
  node: SourceNode,
): readonly Test[] | undefined => {
  if (!fits(found, operator)) {
    const { id, type } = found.definition;
    const accepted = Object.keys(OPERATORS).filter(name => isOperator(name) && fits(found, name));
    reading.problems.push(problem('operator-type', node.location, { operator, fact: id, type, accepted }));
    return undefined;
  }
  const test = OPERATORS[operator].read({ reading, found, operator, node });
  return test && [test];
};

const refuseOperand = ({ reading, found, operator }: At, node: SourceNode, expected: string): undefined => {
  const shown = node.kind === 'scalar' ? node.text : node.kind === 'list' ? '[…]' : '{…}';
  const { id } = found.definition;
  reading.problems.push(problem('operand-type', node.location, { operator, fact: id, found: shown, expected }));
};

const describe = (definition: FactDefinition): string =>
  'unit' in definition ? `${definition.type} (${definition.unit})` : definition.type;

const readFigure = (at: At, node: SourceNode): ScalarValue | undefined => {
  const { definition } = at.found;
  if (definition.type === 'records') return refuseOperand(at, node, 'count');
  if (definition.type === 'term' || definition.type === 'terms') {
    const code = readCode(at, definition.list, node);
    return code === undefined ? undefined : { type: 'term', list: definition.list, code };
  }
  const { plausible: _, ...unbounded } = { plausible: undefined, ...definition };
  const read = node.kind === 'scalar' ? readScalar(node.text, unbounded as FieldDefinition) : 'unreadable-value';
  return isRefusal(read) ? refuseOperand(at, node, describe(definition)) : read;
};

const readOperand = (at: At, node: SourceNode): Operand | undefined => {
  const name = node.kind === 'map' ? get(node, 'fact') : undefined;
  if (node.kind !== 'map' || name === undefined) {
    const value = readFigure(at, node);
    const also = value?.type === 'term' ? at.reading.counting?.get(value.list)?.[value.code] : undefined;
    return value && { kind: 'value', value, ...(also && { also }) };
  }
  const other = findFact(outside(at.reading), textOf(name));
  const factor = get(node, 'times');
  const times = factor === undefined ? 1 : factor.kind === 'scalar' ? factor.value : undefined;
  const comparable =
    other !== undefined &&
    (other.definition.type === at.found.definition.type ||
      (at.found.definition.type === 'count' && LISTS.includes(other.definition.type)));
  if (other === undefined || !comparable || typeof times !== 'number')
    return refuseOperand(at, name, describe(at.found.definition));
  return { kind: 'fact', fact: other.definition.id, times: canonical(String(times)) };
};

const withOperand = (at: At, make: (operand: Operand) => Test): Test | undefined => {
  const operand = readOperand(at, at.node);
  return operand && make(operand);
};

const readBetween = (at: At): Test | undefined => {
  const [low, high, ...more] = at.node.kind === 'list' ? at.node.items : [];
  if (low === undefined || high === undefined || more.length > 0) return refuseOperand(at, at.node, '[low, high]');
  const bounds = [readOperand(at, low), readOperand(at, high)] as const;
  return bounds[0] && bounds[1] && { op: 'between', low: bounds[0], high: bounds[1] };
};

const readOneOf = (at: At): Test | undefined => {
  const items = at.node.kind === 'list' ? at.node.items : [];
  const operands = items.flatMap(item => readOperand(at, item) ?? []);
  if (items.length === 0) return refuseOperand(at, at.node, '[…]');
  return operands.length === items.length && isNonEmpty(operands) ? { op: 'one_of', operands } : undefined;
};

const readCode = (at: At, list: string, node: SourceNode): string | undefined => {
  const name = textOf(node);
  const code = at.reading.names.terms(list).get(fold(name));
  if (code !== undefined) {
    noteWord(at.reading, list, code, name);
    return code;
  }
  const known = at.reading.vocabulary.list.get(list)?.terms ?? [];
  const suggestions = suggest(
    name,
    known.flatMap(term => [term.label.zh, term.code]),
  );
  at.reading.problems.push(
    problem('unknown-name', node.location, { kind: 'term', name: `${name} (${list})`, suggestions }),
  );
  return undefined;
};

const withTerms = (at: At, node: SourceNode, make: (terms: TermSet) => Test): Test | undefined => {
  const { definition } = at.found;
  if (!('list' in definition) || node.kind !== 'list') return refuseOperand(at, node, '[…]');
  const codes = node.items.flatMap(item => readCode(at, definition.list, item) ?? []);
  if (node.items.length === 0) return refuseOperand(at, node, '[…]');
  if (codes.length < node.items.length || !isNonEmpty(codes)) return undefined;
  const counted = Object.entries(at.reading.counting?.get(definition.list) ?? {}).filter(([code]) =>
    codes.includes(code),
  );
  return make({ list: definition.list, codes, ...(counted.length > 0 && { also: Object.fromEntries(counted) }) });
};

const readInclude = (at: At): Test | undefined => {
  const wanted = at.node.kind === 'map' ? get(at.node, 'at_least') : undefined;
  const of = at.node.kind === 'map' ? get(at.node, 'of') : undefined;
  const atLeast = wanted?.kind === 'scalar' ? Number(wanted.value) : Number.NaN;
  if (of === undefined || !Number.isInteger(atLeast) || atLeast < 1)
    return refuseOperand(at, at.node, '{ at_least: n, of: […] }');
  return withTerms(at, of, terms => ({ op: 'include', atLeast, terms }));
};

const readCovers = (at: At): Test | undefined => {
  const { definition } = at.found;
  const other = findFact(outside(at.reading), textOf(at.node))?.definition;
  const sameList = other?.type === 'terms' && definition.type === 'terms' && other.list === definition.list;
  return sameList ? { op: 'covers', fact: other.id } : refuseOperand(at, at.node, `terms (${describe(definition)})`);
};

const readCountOf = (at: At): Test | undefined => {
  const { id, label } = at.found.definition;
  const counter = at.found.definition.type === 'records' ? at.found.definition.item : { zh: '项', en: 'items' };
  const definition: FieldDefinition = { id, label, aliases: [], type: 'count', counter };
  const tests = readTests(at.reading, { reference: { scope: 'center', id }, definition }, at.node);
  return isNonEmpty(tests) ? { op: 'count', tests } : undefined;
};

const readPattern = (at: At): Test | undefined => {
  const pattern = textOf(at.node).trim();
  const bare = pattern
    .normalize('NFKC')
    .replaceAll(/\\./gu, '')
    .replaceAll(/\([^()]*\)/gu, '');
  if (pattern === '' || /[()\\]/u.test(bare)) {
    at.reading.problems.push(problem('bad-pattern', at.node.location, { pattern, detail: '( | ) \\' }));
    return undefined;
  }
  return { op: 'matches', pattern };
};
