import type { Fact, ScalarValue, Value } from '../../model/base/value.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import {
  type Expression,
  type FactReference,
  isScalarTest,
  isSetTest,
  type Operand,
  type Test,
} from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { type Facts, factsOf, sidesOf, valueIn } from '../facts.ts';
import { identity, measure, multiple } from './exact.ts';
import { hasPart, hasShape } from './pattern.ts';
import { OPEN, setTruth, type Truth, truth } from './set-truth.ts';

const least = (truths: readonly Truth[]): Truth => Math.min(1, ...truths) as Truth;

const most = (truths: readonly Truth[]): Truth => Math.max(0, ...truths) as Truth;

const opposite = (value: Truth): Truth => (1 - value) as Truth;

/** The answer that all possible answers share. */
const shared = (answers: readonly Truth[]): Truth => {
  const [first = OPEN] = answers;
  return answers.every(answer => answer === first) ? first : OPEN;
};

interface World {
  readonly facts: Facts;
  readonly item?: Facts;
}

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
    const certain = items.filter(item => concerns(expression.where, world, item) === 1);
    const possible = items.filter(item => concerns(expression.where, world, item) === OPEN);
    return shared(choices(possible).map(chosen => truthOfAll(expression, [...certain, ...chosen], world)));
  });

const choices = (items: readonly Facts[]): readonly (readonly Facts[])[] =>
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
  return numberOf(certain, truths.filter(value => value === OPEN).length, expression.tests, world);
};

/** Tests of a number that lies between `certain` and `certain + possible`. */
const numberOf = (certain: number, possible: number, tests: readonly Test[], world: World): Truth =>
  shared(
    Array.from({ length: possible + 1 }, (_, extra) => {
      const value: ScalarValue = { type: 'count', amount: String(certain + extra) };
      return least(tests.map(test => truthOfValue(test, value, world)));
    }),
  );

const isScalar = (value: Value): value is ScalarValue => value.type !== 'terms' && value.type !== 'records';

const sizeOf = (value: Value): number => {
  if (value.type === 'terms') return value.terms.length;
  if (value.type === 'records') return value.items.length;
  return value.type === 'text' && value.value === '' ? 0 : 1;
};

const truthOfTest = ({ fact, test }: Extract<Expression, { kind: 'test' }>, world: World): Truth => {
  if (fact.scope === 'all-items') return truthOverItems(fact, test, world);
  const found = (fact.scope === 'item' ? world.item : world.facts)?.get(fact.id);
  if (test.op === 'declared') return truth((found !== undefined && found.state !== 'undeclared') === test.wanted);
  if (test.op === 'occurred' && found?.state === 'did-not-occur') return truth(!test.wanted);
  return found?.state === 'declared' ? truthOfValue(test, found.value, world) : OPEN;
};

export const truthOfValue = (test: Test, value: Value, world: World): Truth => {
  if (test.op === 'occurred') return truth(test.wanted);
  if (test.op === 'stated') return truth(sizeOf(value) > 0 === test.wanted);
  if (test.op === 'count') return numberOf(sizeOf(value), 0, test.tests, world);
  if (test.op === 'covers') return covers(value, valueIn(world.facts, test.fact));
  if (isSetTest(test))
    return value.type === 'terms' ? setTruth(test, new Set(value.terms.map(term => term.code)), 0) : OPEN;
  if (!isScalarTest(test) || !isScalar(value)) return OPEN;
  switch (test.op) {
    case 'between':
      return least([compared('at_least', value, test.low, world), compared('at_most', value, test.high, world)]);
    case 'equals':
      return same(value, test.operand, world);
    case 'one_of':
      return most(test.operands.map(operand => same(value, operand, world)));
    case 'matches':
      return truth(value.type === 'text' && hasShape(value.value, test.pattern));
    case 'contains':
      return contains(value, test.operand, world);
    default:
      return compared(test.op, value, test.operand, world);
  }
};

const contains = (value: ScalarValue, operand: Operand, { facts }: World): Truth => {
  const part = operand.kind === 'value' ? operand.value : valueIn(facts, operand.fact);
  if (part === undefined) return OPEN;
  return truth(value.type === 'text' && part.type === 'text' && hasPart(value.value, part.value));
};

const covers = (value: Value, other: Value | undefined): Truth => {
  const held = codesIn(value);
  return other === undefined ? OPEN : truth(codesIn(other).every(code => held.includes(code)));
};

/** The operand as a place on the line; undefined while it is not known. */
const limit = (operand: Operand, { facts }: World): bigint | undefined => {
  if (operand.kind === 'value') return measure(operand.value);
  const value = valueIn(facts, operand.fact);
  if (value === undefined) return undefined;
  return multiple(isScalar(value) ? value : { type: 'count', amount: String(sizeOf(value)) }, operand.times);
};

type Comparison = 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'by' | 'since';

const compared = (op: Comparison, value: ScalarValue, operand: Operand, world: World): Truth => {
  const [here, there] = [measure(value), limit(operand, world)];
  if (here === undefined || there === undefined) return OPEN;
  if (here === there) return truth(op !== 'more_than' && op !== 'less_than');
  return truth(['at_least', 'more_than', 'since'].includes(op) === here > there);
};

const same = (value: ScalarValue, operand: Operand, world: World): Truth => {
  if (operand.kind === 'value') {
    const taken = value.type === 'term' && (operand.also?.some(code => code === value.code) ?? false);
    return truth(taken || (value.type === operand.value.type && identity(value) === identity(operand.value)));
  }
  const there = limit(operand, world);
  return there === undefined ? OPEN : truth(measure(value) === there);
};

const MANY = 100;

const truthOverItems = ({ id, holdsMany }: FactReference, test: Test, world: World): Truth =>
  overRecords({ records: id.split('.')[0] ?? id }, world, items => {
    const values = items.map(item => valueIn(item, id));
    const codes = new Set(values.flatMap(codesIn));
    const blank = values.filter(value => value === undefined).length;
    const open = blank > 0 && holdsMany ? MANY : blank;
    if (test.op === 'count') return numberOf(codes.size, open, test.tests, world);
    return isSetTest(test) ? setTruth(test, codes, open) : OPEN;
  });

const codesIn = (value: Value | undefined): readonly string[] => {
  if (value?.type === 'term') return [value.code];
  return value?.type === 'terms' ? value.terms.map(term => term.code) : [];
};

const outside = ({ period, due }: Rule, asOf: string): boolean =>
  (period.from !== undefined && asOf < period.from) ||
  (period.until !== undefined && asOf > period.until) ||
  (due !== undefined && asOf <= due);

/** Whether everything that a profile leaves open is something the rule lets a centre leave open. */
const isExempt = (rule: Rule, facts: Facts): boolean => {
  const accepted = (fact: Fact | undefined): boolean =>
    (fact?.state === 'not-applicable' && rule.acceptsNotApplicable) ||
    (fact?.state === 'did-not-occur' && rule.acceptsNotOccurred);
  const missing = factsOf(...sidesOf(rule))
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
