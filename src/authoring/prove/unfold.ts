import { negated } from '../../language/operands/steps.ts';
import type { Atom } from '../../language/walk.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import {
  type Band,
  type Expression,
  type Operand,
  operandsIn,
  operandsOf,
  type Test,
  type TestExpression,
  withOperands,
} from '../../model/standard/expression.ts';

type Bands = Extract<Operand, { kind: 'bands' }>;

const bandsIn = (operand: Operand): readonly Bands[] =>
  operand.kind === 'bands' ? [operand] : operandsIn(operand).flatMap(bandsIn);

const replaced = (operand: Operand, old: Operand, by: Operand): Operand => {
  if (operand === old) return by;
  if (operand.kind !== 'sum') return operand;
  const [first, ...rest] = operand.of;
  return { kind: 'sum', of: [replaced(first, old, by), ...rest.map(part => replaced(part, old, by))] };
};

/** That the fact that bands go by lies in one of them. */
const within = ({ by, counted }: Bands, { below, among }: Band): Expression | undefined => {
  const fact = { scope: 'center', id: by } as const;
  const held = (value: ScalarValue) => ({ kind: 'value', value }) as const;
  const asked = (test: Test): Expression => ({
    kind: 'test',
    fact,
    test: counted ? { op: 'count', tests: [test] } : test,
  });
  if (below !== undefined) return asked({ op: 'less_than', operand: held(below) });
  if (among === undefined) return undefined;
  const [first, ...rest] = among;
  return asked({ op: 'one_of', operands: [held(first), ...rest.map(held)] });
};

const whole = (parts: readonly (Expression | undefined)[]): Expression => {
  const of = parts.filter(part => part !== undefined);
  if (!isNonEmpty(of)) throw new Error('a band asks something');
  return { kind: 'all', of };
};

/**
 * A test that holds a fact against bands as one that asks for each of them: in it, and what it says. `wanted` is what
 * the test is to come to.
 */
export const unfolded = (expression: TestExpression, wanted: boolean): Expression | undefined => {
  const [bands] = operandsOf(expression.test).flatMap(bandsIn);
  if (bands === undefined) return undefined;
  const choices = bands.bands.map((band, index): Expression => {
    const before = bands.bands.slice(0, index).map(other => within(bands, other));
    const asked: Expression = {
      ...expression,
      test: withOperands(expression.test, operand => replaced(operand, bands, band.is)),
    };
    return whole([
      within(bands, band),
      ...before.map(other => other && ({ kind: 'not', of: other } as const)),
      wanted ? asked : { kind: 'not', of: asked },
    ]);
  });
  return isNonEmpty(choices) ? { kind: 'any', of: choices } : undefined;
};

/** What is asked of the facts that bands go by. */
export const bandAtoms = (test: Test): readonly Atom[] =>
  operandsOf(test)
    .flatMap(bandsIn)
    .flatMap(bands => bands.bands.flatMap(band => within(bands, band) ?? []))
    .flatMap(part => (part.kind === 'test' ? [part] : []));

/** A test in each band that its fact is held against, met and not met. */
export const eachBand = (expression: Expression): readonly Expression[] => {
  if (expression.kind !== 'test') return [];
  return [true, false].flatMap(wanted => {
    const banded = unfolded(alone(expression), wanted);
    return banded?.kind === 'any' ? banded.of : [];
  });
};

/** A test of a fact with others added to it, as one of the fact alone. */
export const alone = (given: TestExpression): TestExpression => {
  const { plus = [], test, fact } = given;
  if (plus.length === 0) return given;
  const less = plus.map(negated);
  const lessened = (operand: Operand): Operand => ({ kind: 'sum', of: [operand, ...less] });
  return { kind: 'test', fact, test: withOperands(test, lessened) };
};
