import { problem } from '../../model/base/problem.ts';
import type { SourceNode } from '../../model/base/source.ts';
import type { ValueType } from '../../model/base/value.ts';
import type { Operand, RangeTest } from '../../model/standard/expression.ts';
import { type AlteredOperand, operandChanges, settledIn } from '../operands/steps.ts';
import type { AlteredTest, OperandReading, Operator } from '../operator.ts';
import { least, onSide } from '../second/world.ts';
import { compare } from '../truth/compare.ts';
import { against, scalar } from '../truth/limits.ts';
import { all } from '../truth/verdict.ts';
import { AT_LEAST, AT_MOST, judgeBound, ORDERED } from './bounds.ts';

const TYPES: readonly ValueType[] = [...ORDERED, 'date', 'time'];

const textOf = (node: SourceNode): string => (node.kind === 'scalar' ? node.text : '');

const isEmpty = (low: Operand, high: Operand): boolean =>
  low.kind === 'value' && high.kind === 'value' && compare(low.value, high.value) > 0;

const read = ({ op, node, problems, figure, refuse }: OperandReading): RangeTest | undefined => {
  const [first, second, ...more] = node.kind === 'list' ? node.items : [];
  if (first === undefined || second === undefined || more.length > 0) return refuse(node, 'range');
  const [low, high] = [figure(first), figure(second)];
  if (low === undefined || high === undefined) return undefined;
  if (!isEmpty(low, high)) return { op, low, high };
  problems.push(problem('empty-range', node.location, { low: textOf(first), high: textOf(second) }));
  return undefined;
};

const moved = (test: RangeTest, end: 'low' | 'high', changes: readonly AlteredOperand[]): readonly AlteredTest[] =>
  changes.map(({ mutation, operand }) => ({ mutation, test: { ...test, [end]: operand } }));

/** `between: [80 cm, 100 cm]`. */
export const between: Operator<RangeTest> = {
  types: TYPES,
  read,
  schema: one => ({ type: 'array', minItems: 2, maxItems: 2, items: one }),
  judge: (test, given, at, scope) => {
    const value = scalar(given, at);
    const lower = against(test.low, scope, limit => judgeBound(AT_LEAST, value, limit, at));
    const upper = against(test.high, scope, limit => judgeBound(AT_MOST, value, limit, at));
    if (lower.truth === 'unmet') return lower;
    return lower.truth === 'met' || upper.truth === 'unmet' ? upper : all([lower, upper]);
  },
  phrase: ({ low, high }, speech) => speech.range(low, high),
  verb: 'is',
  remark: () => ({ zh: '两端的数都算在内', en: 'both ends are included' }),
  truth: ({ low, high }, value, world) =>
    least([onSide(AT_LEAST.second, value, low, world), onSide(AT_MOST.second, value, high, world)]),
  mutants: test => [...moved(test, 'low', operandChanges(test.low)), ...moved(test, 'high', operandChanges(test.high))],
  settled: (test, facts) => ({ ...test, low: settledIn(facts, test.low), high: settledIn(facts, test.high) }),
};
