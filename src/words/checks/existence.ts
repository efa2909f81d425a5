import { exactly } from '../../language/operators/exact.ts';
import { operatorOf } from '../../language/operators.ts';
import {
  type Expression,
  isTermsTest,
  type Operand,
  type TermSet,
  type TermsTest,
  type Test,
} from '../../model/standard/expression.ts';

type Every = Extract<Expression, { kind: 'every' }>;

interface Some {
  readonly records: string;
  readonly where: Expression | undefined;
}

/** Whether tests of a number say no more than that there is one. */
export const isSome = ([test, ...more]: readonly Test[]): boolean =>
  test !== undefined && more.length === 0 && operatorOf(test).asksForOne?.(test) === true;

const filtered = (where: Expression | undefined, have: Expression): Expression =>
  where === undefined ? have : { kind: 'all', of: [where, have] };

/** The records that a condition wants to exist, if it wants just that. */
const someOf = (condition: Expression): Some | undefined => {
  if (condition.kind === 'some')
    return { records: condition.records, where: filtered(condition.where, condition.have) };
  if (condition.kind === 'count')
    return isSome(condition.tests) ? { records: condition.records, where: condition.where } : undefined;
  if (condition.kind !== 'test') return undefined;
  const { fact, test } = condition;
  if (fact.scope === 'center') return isSome([test]) ? { records: fact.id, where: undefined } : undefined;
  return isTermsTest(test) && asksForOneOf(test) ? ofTerms(fact.id, test.terms) : undefined;
};

const asksForOneOf = (test: TermsTest): boolean => {
  const demand = operatorOf(test).demand?.(test, true);
  return demand?.kind === 'hold' && demand.n === 1;
};

const ofTerms = (id: string, { list, codes, also }: TermSet): Some => {
  const operand = (code: string): Operand => {
    const others = also?.[code];
    return { kind: 'value', value: { type: 'term', list, code }, ...(others && { also: others }) };
  };
  const [first, ...rest] = codes;
  const test = exactly([operand(first), ...rest.map(operand)]);
  return { records: id.split('.')[0] ?? id, where: { kind: 'test', fact: { scope: 'item', id }, test } };
};

/** Whether a rule about every record of a kind applies just where there is one. */
export const asksForAny = (condition: Expression, { records, where }: Every): boolean => {
  const some = someOf(condition);
  return some?.records === records && JSON.stringify(some.where) === JSON.stringify(where);
};
