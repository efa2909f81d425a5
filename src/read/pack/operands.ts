import type { OperandReading } from '../../language/operator.ts';
import { canonical } from '../../model/base/exact.ts';
import { type ProblemOf, problem } from '../../model/base/problem.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import { UNITS } from '../../model/base/unit.ts';
import type { ScalarValue, ValueType } from '../../model/base/value.ts';
import type { Operand, TermSet } from '../../model/standard/expression.ts';
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
const NUMBERS: readonly ValueType[] = ['quantity', 'count', 'percent'];
const LISTS: readonly ValueType[] = ['terms', 'records'];

/** An operator asked of a fact, with what was written after it. */
export interface Asked {
  readonly reading: ExpressionReading;
  readonly found: FoundFact;
  readonly op: string;
  readonly node: SourceNode;
}

type Wanted = ProblemOf<'operand-type'>['wanted'];

const refuse = ({ reading, found, op }: Asked, node: SourceNode, wanted: Wanted): undefined => {
  const details = { operator: op, fact: found.definition, ...writtenAs(node), wanted };
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

const readAnswer = (asked: Asked, node: SourceNode): boolean | undefined => {
  const read = readScalar(textOf(node), { ...asked.found.definition, type: 'yes_no' } as FieldDefinition);
  return isRefusal(read) || read.type !== 'yes_no' ? refuse(asked, node, 'yes-no') : read.value;
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

/** How many of so many a check wants, at its key `at_least`. */
export const readHowMany = (reading: ExpressionReading, node: MapNode, most: number): number | undefined => {
  const wanted = get(node, 'at_least');
  const n = wanted?.kind === 'scalar' && typeof wanted.value === 'number' ? wanted.value : 0;
  return Number.isInteger(n) && n >= 1 && n <= most
    ? n
    : misshapen(reading, wanted ?? node, 'at_least', { from: 1, to: most });
};

/** What an operator reads its operand with. */
export const operandReading = (asked: Asked, numbers: OperandReading['numbers']): OperandReading => ({
  op: asked.op,
  node: asked.node,
  problems: asked.reading.problems,
  figure: node => readOperand(asked, node),
  terms: node => readTerms(asked, node),
  answer: node => readAnswer(asked, node),
  numbers,
  other: node => namedOther(asked, node, isComparable),
  howMany: (node, most) => readHowMany(asked.reading, node, most),
  hasOnly: (node, keys) => refuseOthers(asked.reading, node, keys),
  refuse: (node, wanted) => refuse(asked, node, wanted),
  misshapen: (node, path, wanted) => misshapen(asked.reading, node, path, wanted),
});
