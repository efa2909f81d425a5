import type { Expression, Operand, TermSet, Test } from '../../model/standard/expression.ts';

type Every = Extract<Expression, { kind: 'every' }>;

/** Some records of a list. */
interface Some {
  readonly records: string;
  readonly where: Expression | undefined;
}

/** Whether tests of a number say no more than that there is one. */
export const isSome = (tests: readonly Test[]): boolean => {
  const [test, ...more] = tests;
  if (test?.op === 'count' && more.length === 0) return isSome(test.tests);
  if (test?.op !== 'at_least' || more.length > 0 || test.operand.kind !== 'value') return false;
  const { value } = test.operand;
  return value.type === 'count' && value.amount === '1';
};

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
  return test.op === 'include_any' ? ofTerms(fact.id, test.terms) : undefined;
};

const ofTerms = (id: string, { list, codes, also }: TermSet): Some => {
  const [first, ...rest] = codes.map((code): Operand => {
    const others = also?.[code];
    return { kind: 'value', value: { type: 'term', list, code }, ...(others && { also: others }) };
  });
  const test: Test | undefined =
    first === undefined
      ? undefined
      : rest.length === 0
        ? { op: 'equals', operand: first }
        : { op: 'one_of', operands: [first, ...rest] };
  const where: Expression | undefined = test && { kind: 'test', fact: { scope: 'item', id }, test };
  return { records: id.split('.')[0] ?? id, where };
};

/** Whether a rule about every record of a kind applies just where there is one. */
export const asksForAny = (condition: Expression, { records, where }: Every): boolean => {
  const some = someOf(condition);
  return some?.records === records && JSON.stringify(some.where) === JSON.stringify(where);
};
