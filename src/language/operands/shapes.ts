import { isNonEmpty } from '../../model/base/text.ts';
import type { AnswerTest, ChoiceTest, FigureTest, Operand, Test } from '../../model/standard/expression.ts';
import type { AlteredTest, JsonSchema, OperandReading, Shape } from '../operator.ts';
import { type AlteredOperand, operandChanges, operandsAlone, settledIn } from './steps.ts';

export const manyOf = (items: JsonSchema): JsonSchema => ({ type: 'array', minItems: 1, items });

export const TEXT: JsonSchema = { type: 'string' };

export const YES_NO: JsonSchema = { enum: ['yes', 'no', '是', '否', true, false] };

/** Tests of a time of day. */
export const TIME_TESTS: JsonSchema = { $ref: '#/$defs/time' };

/** What several tests of a number look like, by the name that the schema of checks gives them. */
export const NUMBER_TESTS: JsonSchema = { $ref: '#/$defs/count' };

/** The same test of other operators. */
export const twins = <T extends Test>(test: T, others: readonly string[]): readonly AlteredTest<T>[] =>
  others.map(to => ({ mutation: { kind: 'operator', from: test.op, to }, test: { ...test, op: to } }));

/** A test that any declared value meets, in place of one that asks for certain values. */
export const DROPPED: readonly AlteredTest[] = [
  { mutation: { kind: 'test-dropped' }, test: { op: 'occurred', wanted: true } },
];

/** Asked with a yes or a no: `stated: yes`. */
export const ANSWER: Shape<AnswerTest> = {
  read: ({ op, node, answer }) => {
    const wanted = answer(node);
    return wanted === undefined ? undefined : { op, wanted };
  },
  schema: () => YES_NO,
  mutants: test => [{ mutation: { kind: 'answer-turned' }, test: { ...test, wanted: !test.wanted } }],
  settled: test => test,
};

/** Held against one figure: `at_least: 200 m²`. */
export const FIGURE: Shape<FigureTest> = {
  read: ({ op, node, figure }) => {
    const operand = figure(node);
    return operand && { op, operand };
  },
  schema: one => one,
  mutants: test =>
    [...operandChanges(test.operand), ...operandsAlone(test.operand)].map(({ mutation, operand }) => ({
      mutation,
      test: { ...test, operand },
    })),
  settled: (test, facts) => ({ ...test, operand: settledIn(facts, test.operand) }),
};

const read = ({ op, node, figure, refuse }: OperandReading): ChoiceTest | undefined => {
  const items = node.kind === 'list' ? node.items : [];
  const operands = items.flatMap(item => figure(item) ?? []);
  if (items.length === 0) return refuse(node, 'terms');
  return operands.length === items.length && isNonEmpty(operands) ? { op, operands } : undefined;
};

const withOperands = (test: ChoiceTest, all: readonly Operand[]): ChoiceTest =>
  isNonEmpty(all) ? { ...test, operands: all } : test;

const eachChanged = (
  test: ChoiceTest,
  changes: (operand: Operand) => readonly AlteredOperand[],
): readonly AlteredTest[] =>
  test.operands.flatMap((given, index) =>
    changes(given).map(({ mutation, operand }) => ({
      mutation,
      test: withOperands(test, test.operands.with(index, operand)),
    })),
  );

const shorter = (test: ChoiceTest): readonly AlteredTest[] =>
  test.operands.length < 2
    ? []
    : test.operands.flatMap((operand, index): readonly AlteredTest[] =>
        operand.kind === 'value'
          ? [
              {
                mutation: { kind: 'value-dropped', value: operand.value },
                test: withOperands(test, test.operands.toSpliced(index, 1)),
              },
            ]
          : [],
      );

/** Held against several figures: `one_of: [50 × 70 cm, 60 × 80 cm]`. */
export const CHOICE: Shape<ChoiceTest> = {
  read,
  schema: manyOf,
  mutants: test => [...eachChanged(test, operandChanges), ...shorter(test), ...eachChanged(test, operandsAlone)],
  settled: (test, facts) => {
    const [first, ...rest] = test.operands;
    return { ...test, operands: [settledIn(facts, first), ...rest.map(operand => settledIn(facts, operand))] };
  },
};
