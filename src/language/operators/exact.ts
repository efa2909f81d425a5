import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { ScalarValue, Value, ValueType } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { ChoiceTest, FigureTest, Operand, Test } from '../../model/standard/expression.ts';
import { CHOICE, DROPPED, FIGURE } from '../operands/shapes.ts';
import type { Operator } from '../operator.ts';
import { most, sameAs } from '../second/world.ts';
import { equal } from '../truth/compare.ts';
import { isVerdict, limitOf, scalar } from '../truth/limits.ts';
import { about, groundOf, type Resolved, type Scope } from '../truth/scope.ts';
import { met, turnsOf, unknown, unmet } from '../truth/verdict.ts';
import { ORDERED } from './bounds.ts';

export const SCALARS: readonly ValueType[] = [...ORDERED, 'size', 'yes_no', 'date', 'time', 'text', 'term'];

const isTakenFor = (value: ScalarValue, operand: Operand): boolean =>
  value.type === 'term' && operand.kind === 'value' && operand.also?.includes(value.code) === true;

const oneOfThese = (operands: NonEmpty<Operand>, given: Value, at: Resolved, scope: Scope): Verdict => {
  const limits = operands.map(operand => limitOf(operand, scope));
  const [open, ...others] = limits.filter(isVerdict);
  const accepted = limits.filter((limit): limit is ScalarValue => !isVerdict(limit));
  const value = scalar(given, at);
  const isOne = accepted.some(one => equal(value, one)) || operands.some(operand => isTakenFor(value, operand));
  if (isOne) return met(groundOf(at, value));
  if (open !== undefined) return unknown(open.gaps, open.grounds, others.flatMap(turnsOf));
  if (!isNonEmpty(accepted)) throw new Error('a choice of nothing');
  return unmet([groundOf(at, value)], { kind: 'differs', accepted, ...about(at) });
};

/** `equals: 70 cm`; a bare yes, no or term says it too. */
export const equals: Operator<FigureTest> = {
  ...FIGURE,
  types: SCALARS,
  judge: ({ operand }, value, at, scope) => oneOfThese([operand], value, at, scope),
  phrase: ({ operand }, speech) => speech.exactly([operand]),
  verb: 'is',
  accepted: ({ operand }) => [operand],
  truth: ({ operand }, value, world) => sameAs(value, operand, world),
  mutants: test => [...FIGURE.mutants(test), ...DROPPED],
};

/** `one_of: [50 × 70 cm, 60 × 80 cm]`. */
export const oneOf: Operator<ChoiceTest> = {
  ...CHOICE,
  types: SCALARS,
  judge: ({ operands }, value, at, scope) => oneOfThese(operands, value, at, scope),
  phrase: ({ operands }, speech) => speech.exactly(operands),
  verb: 'is',
  accepted: ({ operands }) => operands,
  truth: ({ operands }, value, world) => most(operands.map(operand => sameAs(value, operand, world))),
  mutants: test => [...CHOICE.mutants(test), ...DROPPED],
};

/** A test that just these values meet. */
export const exactly = (operands: NonEmpty<Operand>): Test =>
  operands.length === 1 ? { op: 'equals', operand: operands[0] } : { op: 'one_of', operands };
