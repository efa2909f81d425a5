import type { FigureTest } from '../../model/standard/expression.ts';
import type { Shape } from '../operator.ts';
import { operandChanges, operandsAlone, settledIn } from './steps.ts';

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
