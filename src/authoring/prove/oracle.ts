import { truthOfNumber } from '../../language/operators/count.ts';
import { operatorOf } from '../../language/operators.ts';
import {
  codesIn,
  type Facts,
  identity,
  isScalar,
  least,
  most,
  OPEN,
  opposite,
  shared,
  type Truth,
  valueIn,
  type World,
} from '../../language/second/world.ts';
import { centerFactsOf } from '../../language/walk.ts';
import { keptFor } from '../../model/base/memo.ts';
import type { Fact, Value } from '../../model/base/value.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import type { Expression, FactReference, Test, TestExpression } from '../../model/standard/expression.ts';
import { type Rule, sidesOf } from '../../model/standard/pack.ts';
import { alone } from './unfold.ts';

export const truthOf = (expression: Expression, world: World): Truth => {
  switch (expression.kind) {
    case 'all':
      return least(expression.of.map(part => truthOf(part, world)));
    case 'any':
      return most(expression.of.map(part => truthOf(part, world)));
    case 'at_least':
      return expression.of.map(part => truthOf(part, world)).sort((a, b) => b - a)[expression.n - 1] ?? 0;
    case 'not':
      return opposite(truthOf(expression.of, world));
    case 'test':
      return truthOfTest(expression, world);
    case 'every':
      return truthOfEvery(expression, world);
    case 'some':
      return overRecords(expression, world, items =>
        most(
          items.map(item =>
            least([concerns(expression.where, world, item), truthOf(expression.have, { ...world, item })]),
          ),
        ),
      );
    case 'count':
      return overRecords(expression, world, items => countOf(expression, items, world));
  }
};

const concerns = (where: Expression | undefined, world: World, item: Facts): Truth =>
  where === undefined ? 1 : truthOf(where, { ...world, item });

const overRecords = (
  { records }: { records: string },
  { facts }: World,
  turn: (items: readonly Facts[]) => Truth,
): Truth => {
  const value = valueIn(facts, records);
  return value?.type === 'records' ? turn(value.items.map(item => item.facts)) : OPEN;
};

type Every = Extract<Expression, { kind: 'every' }>;

const WHEN_EMPTY = { met: 1, unmet: 0, unknown: OPEN } as const;

const truthOfEvery = (expression: Every, world: World): Truth =>
  overRecords(expression, world, items => {
    const truths = items.map(item => concerns(expression.where, world, item));
    const certain = items.filter((_, at) => truths[at] === 1);
    const possible = items.filter((_, at) => truths[at] === OPEN);
    return shared(choices(possible).map(chosen => truthOfAll(expression, [...certain, ...chosen], world)));
  });

const choices = (items: readonly Facts[]) =>
  items.reduce<readonly (readonly Facts[])[]>((sets, item) => sets.flatMap(set => [set, [...set, item]]), [[]]);

const truthOfAll = (expression: Every, items: readonly Facts[], world: World): Truth =>
  items.length === 0
    ? WHEN_EMPTY[expression.whenEmpty]
    : least([
        ...items.map(item => truthOf(expression.have, { ...world, item })),
        ...expression.alike.map(field => alike(items.map(item => valueIn(item, field)))),
      ]);

const alike = (values: readonly (Value | undefined)[]): Truth => {
  const known = values.flatMap(value => (value && isScalar(value) ? [identity(value)] : []));
  if (new Set(known).size > 1) return 0;
  return values.length > 1 && known.length < values.length ? OPEN : 1;
};

const countOf = (expression: Extract<Expression, { kind: 'count' }>, items: readonly Facts[], world: World): Truth => {
  const truths = items.map(item => concerns(expression.where, world, item));
  const certain = truths.filter(value => value === 1).length;
  return truthOfNumber(operatorOf, certain, truths.filter(value => value === OPEN).length, expression.tests, world);
};

const truthOfTest = (given: TestExpression, world: World): Truth => {
  const { fact, test } = alone(given);
  if (fact.scope === 'all-items') return truthOverItems(fact, test, world);
  const found = (fact.scope === 'item' ? world.item : world.facts)?.get(fact.id);
  const operator = operatorOf(test);
  return found?.state === 'declared'
    ? operator.truth(test, found.value, world)
    : (operator.truthOfState?.(test, found?.state ?? 'undeclared') ?? OPEN);
};

const MANY = 100;

const truthOverItems = ({ id, holdsMany }: FactReference, test: Test, world: World): Truth =>
  overRecords({ records: id.split('.')[0] ?? id }, world, items => {
    const values = items.map(item => valueIn(item, id));
    const blank = values.filter(value => value === undefined).length;
    const open = blank > 0 && holdsMany ? MANY : blank;
    return operatorOf(test).truthOfCodes?.(test, new Set(values.flatMap(codesIn)), open, world) ?? OPEN;
  });

const outside = ({ period, due }: Rule, asOf: string): boolean =>
  (period.from !== undefined && asOf < period.from) ||
  (period.until !== undefined && asOf > period.until) ||
  (due !== undefined && asOf <= due);

const askedBy = keptFor((rule: Rule) => centerFactsOf(...sidesOf(rule)));

/** Whether everything that a profile leaves open is something the rule lets a centre leave open. */
const isExempt = (rule: Rule, facts: Facts): boolean => {
  const accepted = (fact: Fact | undefined): boolean =>
    (fact?.state === 'not-applicable' && rule.acceptsNotApplicable) ||
    (fact?.state === 'did-not-occur' && rule.acceptsNotOccurred);
  const missing = askedBy(rule)
    .map(id => facts.get(id))
    .filter(fact => fact?.state !== 'declared');
  return missing.length > 0 && missing.every(accepted);
};

/** The outcome that a rule's meaning demands. */
export const demandedOutcome = (rule: Rule, facts: Facts, asOf: string): Outcome => {
  if (outside(rule, asOf)) return 'not-applicable';
  const applies = rule.when ? truthOf(rule.when, { facts }) : 1;
  if (applies === 0) return 'not-applicable';
  const holds = applies === 1 ? truthOf(rule.require, { facts }) : OPEN;
  if (holds !== OPEN) return holds === 1 ? 'pass' : 'fail';
  return isExempt(rule, facts) ? 'not-applicable' : 'unknown';
};
