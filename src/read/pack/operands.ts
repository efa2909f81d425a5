import { dayNumber } from '../../model/base/day.ts';
import { canonical, compareExact, type Exact, exact } from '../../model/base/exact.ts';
import { type ProblemOf, problem } from '../../model/base/problem.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import { inFirstUnit, UNITS } from '../../model/base/unit.ts';
import type { ScalarValue, ValueType } from '../../model/base/value.ts';
import type { Operand, Operator, TermSet, Test } from '../../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { isRefusal, readScalar } from '../profile/values.ts';
import { misshapen, writtenAs } from '../shape.ts';
import { get, type MapNode, type SourceNode } from '../source.ts';
import {
  type ExpressionReading,
  type FoundFact,
  namedFact,
  namedTerm,
  outside,
  refuseOthers,
  textOf,
} from './reading.ts';

/** Types that stand in an order and can be multiplied. */
export const NUMBERS: readonly ValueType[] = ['quantity', 'count', 'percent'];
export const LISTS: readonly ValueType[] = ['terms', 'records'];

/** An operator asked of a fact, with what was written after it. */
export interface Asked {
  readonly reading: ExpressionReading;
  readonly found: FoundFact;
  readonly operator: Operator;
  readonly node: SourceNode;
}

type Wanted = ProblemOf<'operand-type'>['wanted'];

const refuse = ({ reading, found, operator }: Asked, node: SourceNode, wanted: Wanted): undefined => {
  const details = { operator, fact: found.definition, ...writtenAs(node), wanted };
  reading.problems.push(problem('operand-type', node.location, details));
};

const readFigure = (asked: Asked, node: SourceNode): ScalarValue | undefined => {
  const { reading, found } = asked;
  const { definition } = found;
  if (definition.type === 'term' || definition.type === 'terms') {
    const code = namedTerm(reading, definition.list, textOf(node), node.location);
    return code === undefined ? undefined : { type: 'term', list: definition.list, code };
  }
  if (definition.type === 'records' || node.kind !== 'scalar') return refuse(asked, node, 'value');
  const { plausible: _, ...unbounded } = { plausible: undefined, ...definition };
  const read = readScalar(node.text, unbounded as FieldDefinition);
  return isRefusal(read) ? refuse(asked, node, 'value') : read;
};

const readOperand = (asked: Asked, node: SourceNode): Operand | undefined => {
  const name = node.kind === 'map' ? get(node, 'fact') : undefined;
  if (node.kind === 'map' && name !== undefined) return readOther(asked, node, name);
  const value = readFigure(asked, node);
  const also = value?.type === 'term' ? asked.reading.counting?.get(value.list)?.[value.code] : undefined;
  return value && { kind: 'value', value, ...(also && { also }) };
};

/** `{ fact: …, times: … }`: the figure of another fact, so many times. */
const readOther = (asked: Asked, node: MapNode, name: SourceNode): Operand | undefined => {
  if (!refuseOthers(asked.reading, node, ['fact', 'times'])) return undefined;
  const other = namedOther(asked, name, isComparable);
  const factor = get(node, 'times');
  if (other === undefined) return undefined;
  if (factor === undefined) return { kind: 'fact', fact: other.id, times: '1' };
  const multiple = factor.kind === 'scalar' && typeof factor.value === 'number' && factor.value > 0;
  return multiple && NUMBERS.includes(asked.found.definition.type)
    ? { kind: 'fact', fact: other.id, times: canonical(factor.text) }
    : refuse(asked, factor, 'multiple');
};

/** Another fact of the centre to hold this one against. */
const namedOther = (
  { reading, found }: Asked,
  node: SourceNode,
  fits: (fact: FactDefinition, other: FactDefinition) => boolean,
): FactDefinition | undefined => {
  const other = namedFact(outside(reading), textOf(node), node.location);
  if (other === undefined) return undefined;
  const many = other.reference.scope === 'all-items';
  if (!many && fits(found.definition, other.definition)) return other.definition;
  const details = { fact: found.definition, other: other.definition, reason: many ? 'many' : 'kind' } as const;
  reading.problems.push(problem('incomparable', node.location, details));
  return undefined;
};

const listIn = (fact: FactDefinition): string => ('list' in fact ? fact.list : '');

/** As many as a list has; else figures of one kind and measure, or terms of one list. */
const isComparable = (fact: FactDefinition, other: FactDefinition): boolean => {
  if (fact.type === 'count' && LISTS.includes(other.type)) return true;
  if ('unit' in fact && 'unit' in other && UNITS[fact.unit].dimension !== UNITS[other.unit].dimension) return false;
  return fact.type === other.type && listIn(fact) === listIn(other);
};

export const readBound = (asked: Asked): Test | undefined => {
  const operand = readOperand(asked, asked.node);
  return operand && ({ op: asked.operator, operand } as Test);
};

export const readPresence = (asked: Asked): Test | undefined => {
  const read = readScalar(textOf(asked.node), { ...asked.found.definition, type: 'yes_no' } as FieldDefinition);
  return isRefusal(read) || read.type !== 'yes_no'
    ? refuse(asked, asked.node, 'yes-no')
    : ({ op: asked.operator, wanted: read.value } as Test);
};

const magnitude = (value: ScalarValue): Exact | undefined => {
  if (value.type === 'date') return exact(dayNumber(value.value));
  if (value.type === 'quantity') return inFirstUnit(value.amount, value.unit);
  return 'amount' in value ? exact(value.amount) : undefined;
};

const isAbove = (low: Operand, high: Operand): boolean => {
  const [bottom, top] = [low, high].map(operand => (operand.kind === 'value' ? magnitude(operand.value) : undefined));
  return bottom !== undefined && top !== undefined && compareExact(bottom, top) > 0;
};

export const readBetween = (asked: Asked): Test | undefined => {
  const { node, reading } = asked;
  const [first, second, ...more] = node.kind === 'list' ? node.items : [];
  if (first === undefined || second === undefined || more.length > 0) return refuse(asked, node, 'range');
  const [low, high] = [readOperand(asked, first), readOperand(asked, second)];
  if (low === undefined || high === undefined) return undefined;
  if (!isAbove(low, high)) return { op: 'between', low, high };
  reading.problems.push(problem('empty-range', node.location, { low: textOf(first), high: textOf(second) }));
  return undefined;
};

export const readOneOf = (asked: Asked): Test | undefined => {
  const items = asked.node.kind === 'list' ? asked.node.items : [];
  if (items.length === 0) return refuse(asked, asked.node, 'terms');
  const operands = items.flatMap(item => readOperand(asked, item) ?? []);
  return operands.length === items.length && isNonEmpty(operands) ? { op: 'one_of', operands } : undefined;
};

const readTerms = (asked: Asked, node: SourceNode): TermSet | undefined => {
  const { reading, found } = asked;
  const list = listIn(found.definition);
  if (node.kind !== 'list' || node.items.length === 0) return refuse(asked, node, 'terms');
  const codes = node.items.flatMap(item => namedTerm(reading, list, textOf(item), item.location) ?? []);
  if (codes.length < node.items.length || !isNonEmpty(codes)) return undefined;
  const counted = Object.entries(reading.counting?.get(list) ?? {}).filter(([code]) => codes.includes(code));
  return { list, codes, ...(counted.length > 0 && { also: Object.fromEntries(counted) }) };
};

export const readSet = (asked: Asked): Test | undefined => {
  const terms = readTerms(asked, asked.node);
  return terms && ({ op: asked.operator, terms } as Test);
};

/** How many of so many a check wants, at its key `at_least`. */
export const readHowMany = (reading: ExpressionReading, node: MapNode, most: number): number | undefined => {
  const wanted = get(node, 'at_least');
  const n = wanted?.kind === 'scalar' && typeof wanted.value === 'number' ? wanted.value : 0;
  return Number.isInteger(n) && n >= 1 && n <= most
    ? n
    : misshapen(reading, wanted ?? node, 'at_least', { from: 1, to: most });
};

/** `{ at_least: …, of: […] }`. */
export const readInclude = (asked: Asked): Test | undefined => {
  const { node, reading } = asked;
  if (node.kind !== 'map') return misshapen(reading, node, 'include', { written: '{ at_least: …, of: […] }' });
  if (!refuseOthers(reading, node, ['at_least', 'of'])) return undefined;
  const terms = readTerms(asked, get(node, 'of') ?? node);
  const atLeast = terms && readHowMany(reading, node, new Set(terms.codes).size);
  return terms && atLeast !== undefined ? { op: 'include', atLeast, terms } : undefined;
};

export const readCovers = (asked: Asked): Test | undefined => {
  const other = namedOther(asked, asked.node, isComparable);
  return other && { op: 'covers', fact: other.id };
};

export const readPattern = ({ reading, node }: Asked): Test | undefined => {
  const pattern = textOf(node).trim();
  const bare = pattern
    .normalize('NFKC')
    .replaceAll(/\\./gu, '')
    .replaceAll(/\([^()]*\)/gu, '');
  if (pattern !== '' && !/[()\\]/u.test(bare)) return { op: 'matches', pattern };
  const detail = pattern === '' ? 'empty' : 'brackets';
  reading.problems.push(problem('bad-pattern', node.location, { pattern, detail }));
  return undefined;
};
