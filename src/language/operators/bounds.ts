import { problem } from '../../model/base/problem.ts';
import { itemsOf, textOf } from '../../model/base/source.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { ScalarValue, ValueType } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { FigureTest, Operand, RangeTest } from '../../model/standard/expression.ts';
import { FIGURE, twins } from '../operands/shapes.ts';
import { type AlteredOperand, operandChanges, settledIn } from '../operands/steps.ts';
import type { AlteredTest, OperandReading, Operator } from '../operator.ts';
import { least, onSide, type Side } from '../second/world.ts';
import type { BoundWords } from '../speech.ts';
import { compare, gapBetween } from '../truth/compare.ts';
import { against, scalar } from '../truth/limits.ts';
import { about, groundOf, type Resolved } from '../truth/scope.ts';
import { all, met, unmet } from '../truth/verdict.ts';

export const ORDERED: readonly ValueType[] = ['quantity', 'count', 'percent'];

const DATES: readonly ValueType[] = ['date', 'time'];

/** On which side of its limit a value must be. */
interface Bound {
  /** The sign of `value − limit` that holds. */
  readonly holds: (sign: number) => boolean;
  /** Where a value lies that does not. */
  readonly misses: 'below' | 'above';
  readonly second: Side;
  readonly words: BoundWords;
  readonly remark: Bilingual;
  readonly twins: readonly string[];
  readonly asksForOne?: boolean;
}

/** A value held against a limit, with how far it is off. */
const judgeBound = (
  { holds, misses }: Pick<Bound, 'holds' | 'misses'>,
  value: ScalarValue,
  limit: ScalarValue,
  at: Resolved,
): Verdict => {
  const ground = groundOf(at, value);
  if (holds(compare(value, limit))) return met(ground);
  const by = gapBetween(value, limit);
  if (limit.type !== 'date') return unmet([ground], { kind: misses, limit, by, ...about(at) });
  const kind = misses === 'above' ? 'late' : 'early';
  return unmet([ground], { kind, limit: limit.value, days: by.type === 'count' ? Number(by.amount) : 0, ...about(at) });
};

const isOne = ({ operand }: FigureTest): boolean =>
  operand.kind === 'value' && operand.value.type === 'count' && operand.value.amount === '1';

const bound = (types: readonly ValueType[], told: Bound): Operator<FigureTest> => ({
  ...FIGURE,
  types,
  judge: ({ operand }, value, at, scope) =>
    against(operand, scope, limit => judgeBound(told, scalar(value, at), limit, at)),
  phrase: ({ operand }, speech) => speech.bound(operand, told.words),
  verb: 'is',
  remark: ({ operand }) => (operand.kind === 'value' && operand.value.type === 'time' ? TIME_IN : told.remark),
  ...(told.asksForOne && { asksForOne: isOne }),
  truth: ({ operand }, value, world) => onSide(told.second, value, operand, world),
  mutants: test => [...twins(test, told.twins), ...FIGURE.mutants(test)],
});

const LIMIT_IN: Bilingual = both('恰好等于所定的数算符合', 'exactly the figure given is enough');
const LIMIT_OUT: Bilingual = both('恰好等于所定的数不算符合', 'exactly the figure given is not enough');
const DAY_IN: Bilingual = both('当天算符合', 'the day itself is in time');
const TIME_IN: Bilingual = both('正好这个时刻算符合', 'that very minute is in time');

const AT_LEAST: Bound = {
  holds: sign => sign >= 0,
  misses: 'below',
  second: { upward: true, edge: true },
  words: {
    zh: { figure: '≥ ', number: '至少 ', fact: '不低于', count: '不少于' },
    en: 'at least',
    edge: value => value.type === 'percent' && value.amount === '100',
  },
  remark: LIMIT_IN,
  twins: ['more_than', 'at_most'],
  asksForOne: true,
};

export const AT_MOST: Bound = {
  holds: sign => sign <= 0,
  misses: 'above',
  second: { upward: false, edge: true },
  words: {
    zh: { figure: '≤ ', number: '不超过 ', fact: '不高于', count: '不多于' },
    en: 'at most',
    edge: value => value.type === 'count' && value.amount === '0',
  },
  remark: LIMIT_IN,
  twins: ['less_than', 'at_least'],
};

export const atLeast = bound(ORDERED, AT_LEAST);

export const atMost = bound(ORDERED, AT_MOST);

export const moreThan = bound(ORDERED, {
  holds: sign => sign > 0,
  misses: 'below',
  second: { upward: true, edge: false },
  words: { zh: { figure: '> ', number: '多于 ', fact: '高于', count: '多于' }, en: 'more than' },
  remark: LIMIT_OUT,
  twins: ['at_least', 'less_than'],
});

export const lessThan = bound(ORDERED, {
  holds: sign => sign < 0,
  misses: 'above',
  second: { upward: false, edge: false },
  words: { zh: { figure: '< ', number: '少于 ', fact: '低于', count: '少于' }, en: 'less than' },
  remark: LIMIT_OUT,
  twins: ['at_most', 'more_than'],
});

export const by = bound(DATES, {
  holds: sign => sign <= 0,
  misses: 'above',
  second: { upward: false, edge: true },
  words: { zh: { figure: '不晚于 ', number: '', fact: '不晚于', count: '' }, en: 'no later than' },
  remark: DAY_IN,
  twins: ['since'],
});

export const since = bound(DATES, {
  holds: sign => sign >= 0,
  misses: 'below',
  second: { upward: true, edge: true },
  words: { zh: { figure: '不早于 ', number: '', fact: '不早于', count: '' }, en: 'no earlier than' },
  remark: DAY_IN,
  twins: ['by'],
});

const IN_A_RANGE: readonly ValueType[] = [...ORDERED, 'date', 'time'];

const isEmpty = (low: Operand, high: Operand): boolean =>
  low.kind === 'value' && high.kind === 'value' && compare(low.value, high.value) > 0;

const readRange = ({ op, node, problems, figure, refuse }: OperandReading): RangeTest | undefined => {
  const [first, second, ...more] = itemsOf(node);
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
  types: IN_A_RANGE,
  read: readRange,
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
