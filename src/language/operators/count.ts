import { each, isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { CountValue, ScalarValue } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { NumberTest, Test } from '../../model/standard/expression.ts';
import { NUMBER_TESTS } from '../operands/shapes.ts';
import type { AlteredTest, Operator } from '../operator.ts';
import { type Facts, least, shared, sizeOf as sizeIn, type Truth, type World } from '../second/world.ts';
import { sizeOf } from '../truth/limits.ts';
import { gapOf, type KnownCodes, type Resolved, type Scope } from '../truth/scope.ts';
import { agreed, all } from '../truth/verdict.ts';

export type OperatorOf = (test: Test) => Operator;

/** More different terms than any limit of a rule counts to. */
const MANY = 10_000;

/** Tests of a figure that is reckoned from a value, all of which must hold. */
export const judgeFigure = (
  operatorOf: OperatorOf,
  tests: NonEmpty<Test>,
  figure: ScalarValue,
  at: Resolved,
  scope: Scope,
): Verdict => all(each(tests, test => operatorOf(test).judge(test, figure, at, scope)));

/** The same of a number of things. */
export const judgeNumber = (
  operatorOf: OperatorOf,
  tests: NonEmpty<Test>,
  number: number,
  at: Resolved,
  scope: Scope,
): Verdict => judgeFigure(operatorOf, tests, { type: 'count', amount: String(number) }, at, scope);

/** The second telling: a number that lies between `certain` and `certain + possible`. */
export const truthOfNumber = (
  operatorOf: OperatorOf,
  certain: number,
  possible: number,
  tests: readonly Test[],
  world: World,
): Truth =>
  shared(
    Array.from({ length: possible + 1 }, (_, extra) => {
      const value: CountValue = { type: 'count', amount: String(certain + extra) };
      return least(tests.map(test => operatorOf(test).truth(test, value, world)));
    }),
  );

/** Mutants of tests of a number: there is always one, so that a test dropped would leave nothing to ask. */
export const mutantsOfNumber = (
  operatorOf: OperatorOf,
  tests: NonEmpty<Test>,
): readonly (Pick<AlteredTest, 'mutation'> & { readonly tests: NonEmpty<Test> })[] =>
  tests.flatMap((given, index) =>
    operatorOf(given)
      .mutants(given)
      .filter(({ mutation }) => mutation.kind !== 'test-dropped')
      .flatMap(({ mutation, test }) => {
        const altered: readonly Test[] = tests.with(index, test);
        return isNonEmpty(altered) ? [{ mutation, tests: altered }] : [];
      }),
  );

/** What has tests of its own, with one of them altered or with the figures of other facts in their place. */
export const testsWithin = (operatorOf: OperatorOf) => ({
  mutants: <T extends NumberTest>(test: T): readonly AlteredTest[] =>
    mutantsOfNumber(operatorOf, test.tests).map(({ mutation, tests }) => ({ mutation, test: { ...test, tests } })),
  settled: <T extends NumberTest>(test: T, facts: Facts): T => ({
    ...test,
    tests: each(test.tests, inner => operatorOf(inner).settled(inner, facts)),
  }),
});

/** How many different terms there are lies between those seen and those seen plus what the open entries may add. */
const judgeTerms = (operatorOf: OperatorOf, tests: NonEmpty<Test>, list: KnownCodes, scope: Scope): Verdict => {
  const steps = Array.from({ length: list.open.length + 1 }, (_, extra) => extra);
  const extras = list.room > list.open.length ? [...steps, MANY] : steps;
  return agreed(
    extras.map(extra => judgeNumber(operatorOf, tests, list.codes.size + extra, list.at, scope)),
    list.open.flatMap(entry => gapOf(entry)),
  );
};

/** `count: { at_least: 2 }`: how many entries a list has. Its tests are those of the whole language. */
export const countOf = (operatorOf: OperatorOf): Operator<NumberTest> => ({
  ...testsWithin(operatorOf),
  types: ['terms', 'records'],
  read: ({ op, node, numbers }) => {
    const tests = numbers(node);
    return tests && { op, tests };
  },
  schema: () => NUMBER_TESTS,
  judge: ({ tests }, value, at, scope) => judgeNumber(operatorOf, tests, sizeOf(value), at, scope),
  judgeCodes: ({ tests }, list, scope) => judgeTerms(operatorOf, tests, list, scope),
  phrase: ({ tests }, speech) =>
    speech
      .phrases(tests)
      .map(said => said.replace(/^(?=[不多少]+于“)/u, '数量'))
      .join(speech.pick('且', ' and ')),
  verb: 'has',
  asksForOne: ({ tests: [test, ...more] }) => more.length === 0 && operatorOf(test).asksForOne?.(test) === true,
  truth: ({ tests }, value, world) => truthOfNumber(operatorOf, sizeIn(value), 0, tests, world),
  truthOfCodes: ({ tests }, codes, open, world) => truthOfNumber(operatorOf, codes.size, open, tests, world),
});
