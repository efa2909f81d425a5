import type { Facts } from '../../language/second/world.ts';
import { distinct } from '../../model/base/group.ts';
import type { NonEmpty } from '../../model/base/text.ts';
import type { Fact } from '../../model/base/value.ts';
import { type Expression, partsOf, type Test } from '../../model/standard/expression.ts';
import { type Rule, sidesOf } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { aroundFigures } from './pick.ts';
import { solve } from './solve.ts';
import { factsOfStore, type Goal } from './store.ts';
import { eachBand } from './unfold.ts';

/** The parts of a check that speak of the centre as a whole, itself among them. */
const centerParts = (expression: Expression): readonly Expression[] =>
  'records' in expression ? [expression] : [expression, ...partsOf(expression).flatMap(centerParts)];

/** Records that just miss the selection of `every`, `some` or `count`: one part of it fails, and so may the rest. */
const nearMisses = (expression: Expression): readonly Expression[] => {
  if (!('records' in expression) || expression.where === undefined) return [];
  const { records, where } = expression;
  const have: readonly Expression[] =
    'have' in expression ? [{ kind: 'not', of: expression.have }, expression.have] : [];
  const parts = where.kind === 'all' ? where.of : [where];
  return parts.flatMap((part, index) => {
    const selection: NonEmpty<Expression> = [{ kind: 'not', of: part }, ...parts.toSpliced(index, 1)];
    const rests = have.length > 0 ? have.map(rest => [rest]) : [[]];
    return rests.map(
      (rest): Expression => ({ kind: 'some', records, have: { kind: 'all', of: [...selection, ...rest] } }),
    );
  });
};

/** As many things as each figure says, one fewer and one more. */
const numbers = (expression: Expression): readonly Expression[] => {
  const exactly = (tests: readonly Test[]) =>
    aroundFigures(tests).map((value): NonEmpty<Test> => [{ op: 'equals', operand: { kind: 'value', value } }]);
  if (expression.kind === 'count') return exactly(expression.tests).map(tests => ({ ...expression, tests }));
  if (expression.kind !== 'test' || !('tests' in expression.test)) return [];
  const { test } = expression;
  return exactly(test.tests).map(tests => ({ ...expression, test: { ...test, tests } }));
};

const wanting = (expression: Expression, wanted = true): Goal => ({ expression, wanted });

/** Applies and met; applies and not met; does not apply. */
const sidesOfRule = ({ when, require }: Rule): readonly (readonly Goal[])[] => {
  if (when === undefined) return [[wanting(require)], [wanting(require, false)]];
  return [
    [wanting(when), wanting(require)],
    [wanting(when), wanting(require, false)],
    [wanting(when, false), wanting(require, false)],
    [wanting(when, false)],
  ];
};

/** What is made of the two sides of a rule: lint, cases and mutants each ask for the same. */
export const keptForSides = <T>(make: (rule: Rule, vocabulary: Vocabulary) => T) => {
  const known = new WeakMap<Expression, { when: Rule['when']; vocabulary: Vocabulary; made: T }>();
  return (rule: Rule, vocabulary: Vocabulary): T => {
    const { when, require } = rule;
    const found = known.get(require);
    if (found?.when === when && found?.vocabulary === vocabulary) return found.made;
    const made = make(rule, vocabulary);
    known.set(require, { when, vocabulary, made });
    return made;
  };
};

/** Of the hundreds of ways that a rule can come out, few take longer to be found, and those that cannot be are many. */
const BUDGET = 1_000;

/** Profiles on which a rule comes out each way, with each part deciding in turn. */
export const basesOf = keptForSides((rule, vocabulary): readonly Facts[] => {
  const sides = sidesOfRule(rule);
  const wholes = sidesOf(rule);
  const all = wholes.flatMap(centerParts);
  const parts = wholes
    .flatMap(side => centerParts(side).slice(1))
    .flatMap(part => [wanting(part), wanting(part, false)]);
  const pointed = [...parts, ...all.flatMap(nearMisses).map(miss => wanting(miss))];
  const counted = all.flatMap(part => [...numbers(part), ...eachBand(part)]);
  const goals = [
    ...sides,
    ...counted.map(number => [wanting(number), ...(rule.when ? [wanting(rule.when)] : [])]),
    ...sides.flatMap(side =>
      pointed.flatMap(goal => [
        [goal, ...side],
        [...side, goal],
      ]),
    ),
  ];
  return distinct(
    goals.flatMap(wishes => solve(wishes, vocabulary, { budget: BUDGET }) ?? []).map(factsOfStore),
    keyer(),
  );
});

/** What profiles say, whatever the order in which they say it; those made of one another share most of their facts. */
export const keyer = (): ((facts: Facts) => string) => {
  const known = new Map<Fact, string>();
  const keyOf = (facts: Facts): string =>
    [...facts]
      .map(([id, fact]) => `${id}=${known.get(fact) ?? keep(fact)}`)
      .sort()
      .join();
  const keep = (fact: Fact): string => {
    const key = keyOfFact(fact, keyOf);
    known.set(fact, key);
    return key;
  };
  return keyOf;
};

const keyOfFact = (fact: Fact, keyOf: (facts: Facts) => string): string => {
  if (fact.state !== 'declared') return fact.state;
  const { value } = fact;
  return value.type === 'records' ? `[${value.items.map(item => `{${keyOf(item.facts)}}`)}]` : JSON.stringify(value);
};
