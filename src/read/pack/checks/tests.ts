import type { Measure, Operator } from '../../../language/operator.ts';
import { OPERATORS, operatorNamed } from '../../../language/operators.ts';
import { problem } from '../../../model/base/problem.ts';
import type { MapEntry, SourceNode } from '../../../model/base/source.ts';
import { isNonEmpty, type NonEmpty } from '../../../model/base/text.ts';
import type { Test } from '../../../model/standard/expression.ts';
import type { FactDefinition } from '../../../model/standard/vocabulary.ts';
import { meant } from '../../profile/names.ts';
import { misshapen } from '../../shape.ts';
import type { ExpressionReading, FoundFact } from '../reading.ts';
import { type Asked, numberOf } from './asked.ts';
import { operandReading } from './operands.ts';

/** The tests asked of one fact: a mapping of operators, or a bare yes, no or term for equality. */
export const readTests = (reading: ExpressionReading, found: FoundFact, node: SourceNode): readonly Test[] => {
  if (node.kind === 'scalar' && ['yes_no', 'term'].includes(found.definition.type))
    return readTest({ reading, found, op: 'equals', node });
  if (node.kind !== 'map' || node.entries.length === 0)
    return misshapen(reading, node, found.definition.id, 'operator') ?? [];
  return node.entries.flatMap(entry => readNamed(reading, found, entry));
};

const readNamed = (
  reading: ExpressionReading,
  found: FoundFact,
  { key, keyLocation, value }: MapEntry,
): readonly Test[] => {
  if (operatorNamed(key) !== undefined) return readTest({ reading, found, op: key, node: value });
  reading.problems.push(problem('unknown-key', keyLocation, { key, ...meant(key, operatorsOf(found)) }));
  return [];
};

/** Over all records of a list, only questions about a set make sense. */
const fits = ({ reference, definition: { type } }: FoundFact, operator: Operator): boolean =>
  reference.scope === 'all-items'
    ? operator.judgeCodes !== undefined && ['term', 'terms'].includes(type)
    : operator.types.includes(type);

const operatorsOf = (found: FoundFact): readonly string[] =>
  Object.entries(OPERATORS).flatMap(([name, operator]) => (fits(found, operator) ? [name] : []));

const readTest = (asked: Asked): readonly Test[] => {
  const { reading, found, op, node } = asked;
  const operator = operatorNamed(op);
  if (operator !== undefined && fits(found, operator)) {
    const test = operator.read(
      operandReading(asked, {
        numbers: within => readSome(reading, numberOf(found.definition), within),
        figures: (within, measure) => readSome(reading, measuredAs(found.definition, measure), within),
      }),
    );
    return test === undefined ? [] : [test];
  }
  const details = { operator: op, fact: found.definition, accepted: operatorsOf(found) };
  reading.problems.push(problem('operator-type', node.location, details));
  return [];
};

const readSome = (reading: ExpressionReading, found: FoundFact, node: SourceNode): NonEmpty<Test> | undefined => {
  const tests = readTests(reading, found, node);
  return isNonEmpty(tests) ? tests : undefined;
};

const measuredAs = ({ id, label }: FactDefinition, measure: Measure): FoundFact => ({
  reference: { scope: 'center', id },
  definition: { id, label, aliases: [], ...measure },
});
