import { isNonEmpty } from '../../model/base/text.ts';
import type { ChoiceTest, Operand } from '../../model/standard/expression.ts';
import type { AlteredTest, OperandReading, Shape } from '../operator.ts';
import { manyOf } from './schemas.ts';
import { type AlteredOperand, operandChanges, operandsAlone, settledIn } from './steps.ts';

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
