import { problem } from '../../model/base/problem.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { ValueType } from '../../model/base/value.ts';
import type { Operator, Test } from '../../model/standard/expression.ts';
import type { FieldDefinition } from '../../model/standard/vocabulary.ts';
import { meant } from '../profile/names.ts';
import { misshapen } from '../shape.ts';
import type { MapEntry, SourceNode } from '../source.ts';
import {
  type Asked,
  LISTS,
  NUMBERS,
  readBetween,
  readBound,
  readCovers,
  readInclude,
  readOneOf,
  readPattern,
  readPresence,
  readSet,
} from './operands.ts';
import type { ExpressionReading, FoundFact } from './reading.ts';

const SCALARS: readonly ValueType[] = [...NUMBERS, 'size', 'yes_no', 'date', 'text', 'term'];

interface OperatorForm {
  readonly types: readonly ValueType[];
  readonly read: (asked: Asked) => Test | undefined;
}

const bound = (types: readonly ValueType[]): OperatorForm => ({ types, read: readBound });

const set: OperatorForm = { types: ['terms', 'term'], read: readSet };

const presence = (types: readonly ValueType[]): OperatorForm => ({ types, read: readPresence });

/** Every operator of the language, what it may be asked of and how its operand is read. */
export const OPERATORS: Readonly<Record<Operator, OperatorForm>> = {
  at_least: bound(NUMBERS),
  at_most: bound(NUMBERS),
  more_than: bound(NUMBERS),
  less_than: bound(NUMBERS),
  by: bound(['date']),
  since: bound(['date']),
  between: { types: [...NUMBERS, 'date'], read: readBetween },
  equals: bound(SCALARS),
  one_of: { types: SCALARS, read: readOneOf },
  include_all: set,
  include_any: set,
  include_none: set,
  only: set,
  include: { types: set.types, read: readInclude },
  count: { types: [...LISTS, 'term'], read: asked => readCountOf(asked) },
  matches: { types: ['text'], read: readPattern },
  contains: bound(['text']),
  covers: { types: ['terms'], read: readCovers },
  stated: presence(['text', ...LISTS]),
  declared: presence([...SCALARS, ...LISTS]),
  occurred: presence([...SCALARS, ...LISTS]),
};

/** The tests asked of one fact: a mapping of operators, or a bare yes, no or term for equality. */
export const readTests = (reading: ExpressionReading, found: FoundFact, node: SourceNode): readonly Test[] => {
  if (node.kind === 'scalar' && ['yes_no', 'term'].includes(found.definition.type))
    return readOperator(reading, found, 'equals', node) ?? [];
  if (node.kind !== 'map' || node.entries.length === 0)
    return misshapen(reading, node, found.definition.id, 'operator') ?? [];
  return node.entries.flatMap(entry => readNamed(reading, found, entry) ?? []);
};

const isOperator = (name: string): name is Operator => Object.hasOwn(OPERATORS, name);

const readNamed = (
  reading: ExpressionReading,
  found: FoundFact,
  { key, keyLocation, value }: MapEntry,
): readonly Test[] | undefined => {
  if (!isOperator(key)) {
    reading.problems.push(problem('unknown-key', keyLocation, { key, ...meant(key, operatorsOf(found)) }));
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

const operatorsOf = (found: FoundFact): readonly string[] =>
  Object.keys(OPERATORS).filter(name => isOperator(name) && fits(found, name));

const readOperator = (
  reading: ExpressionReading,
  found: FoundFact,
  operator: Operator,
  node: SourceNode,
): readonly Test[] | undefined => {
  if (!fits(found, operator)) {
    const details = { operator, fact: found.definition, accepted: operatorsOf(found) };
    reading.problems.push(problem('operator-type', node.location, details));
    return undefined;
  }
  const test = OPERATORS[operator].read({ reading, found, operator, node });
  return test && [test];
};

const readCountOf = ({ reading, found, node }: Asked): Test | undefined => {
  const { id, label } = found.definition;
  const counter = found.definition.type === 'records' ? found.definition.item : { zh: '项', en: 'items' };
  const definition: FieldDefinition = { id, label, aliases: [], type: 'count', counter };
  const tests = readTests(reading, { reference: { scope: 'center', id }, definition }, node);
  return isNonEmpty(tests) ? { op: 'count', tests } : undefined;
};
