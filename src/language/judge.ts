import { isNonEmpty, type NonEmpty } from '../model/base/text.ts';
import type { Fact } from '../model/base/value.ts';
import type { Verdict } from '../model/finding/finding.ts';
import type { Expression, FactOperand, FactReference, Test, TestExpression } from '../model/standard/expression.ts';
import { operatorOf } from './operators.ts';
import { judgeCount, judgeEvery, judgeSome } from './quantifiers.ts';
import { sum } from './truth/compare.ts';
import { amountOf, gapsAgainst, multiplied } from './truth/limits.ts';
import { gapOf, groundOf, type KnownCodes, type Resolved, resolve, type Scope } from './truth/scope.ts';
import { all, any, atLeast, not, unknown } from './truth/verdict.ts';

/** What an expression says of a profile, or of the record in scope. */
export const judge = (expression: Expression, scope: Scope): Verdict => {
  switch (expression.kind) {
    case 'all':
      return all(each(expression.of, scope));
    case 'any':
      return any(each(expression.of, scope));
    case 'at_least':
      return atLeast(expression.n, each(expression.of, scope));
    case 'not':
      return not(judge(expression.of, scope));
    case 'test':
      return expression.plus === undefined
        ? judgeTest(expression.fact, expression.test, scope)
        : judgeSum(expression, expression.plus, scope);
    case 'every':
      return judgeEvery(expression, scope, judge);
    case 'some':
      return judgeSome(expression, scope, judge);
    case 'count':
      return judgeCount(expression, scope, judge);
  }
};

const each = ([first, ...rest]: NonEmpty<Expression>, scope: Scope): NonEmpty<Verdict> => [
  judge(first, scope),
  ...rest.map(part => judge(part, scope)),
];

const judgeTest = (reference: FactReference, test: Test, scope: Scope): Verdict => {
  if (reference.scope === 'all-items') return judgeOverItems(reference, test, scope);
  const at = resolve(reference, scope);
  const operator = operatorOf(test);
  return at.fact?.state === 'declared'
    ? operator.judge(test, at.fact.value, at, scope)
    : (operator.judgeState?.(test, at) ?? wanting(at, test, scope));
};

/** A test of what has no value: what it is held against may be missing too. */
const wanting = (at: Resolved, test: Test, scope: Scope): Verdict => unknown(gapOf(at), [], gapsAgainst(test, scope));

/** A test of a fact with others added to it: what it rests on is each of them, as it stands. */
const judgeSum = ({ fact, test }: TestExpression, plus: readonly FactOperand[], scope: Scope): Verdict => {
  const parts = [fact, ...plus.map(({ fact: id }) => ({ scope: 'center', id }) as const)];
  const found = parts.map(part => resolve(part, scope));
  const grounds = found.flatMap(at => (at.fact?.state === 'declared' ? [groundOf(at, at.fact.value)] : []));
  const gaps = found.flatMap(at => (at.fact?.state === 'declared' ? [] : gapOf(at)));
  const [own, ...others] = found.flatMap(({ fact: known }) => (known?.state === 'declared' ? [known.value] : []));
  const [at] = found;
  if (isNonEmpty(gaps)) return unknown(gaps, grounds, gapsAgainst(test, scope));
  if (own === undefined || at === undefined || !isNonEmpty(grounds)) throw new Error('a sum has parts');
  const added = others.flatMap((value, index) => {
    const part = plus[index];
    return part === undefined ? [] : [multiplied(value, part)];
  });
  const verdict = operatorOf(test).judge(test, added.reduce(sum, amountOf(own)), at, scope);
  return verdict.truth === 'unknown' ? verdict : { ...verdict, grounds };
};

export const codesIn = (fact: Fact | undefined): readonly string[] | undefined => {
  if (fact?.state !== 'declared') return undefined;
  if (fact.value.type === 'term') return [fact.value.code];
  return fact.value.type === 'terms' ? fact.value.terms.map(term => term.code) : undefined;
};

/** The terms that one field takes over all records of a list. */
const judgeOverItems = ({ id, holdsMany }: FactReference, test: Test, scope: Scope): Verdict => {
  const records = id.split('.')[0] ?? id;
  const at = resolve({ scope: 'center', id: records }, scope);
  if (at.fact?.state !== 'declared') return wanting(at, test, scope);
  const { value } = at.fact;
  if (value.type !== 'records') throw new Error(`${records} is not a list of records`);
  const entries = value.items.map((item, index) =>
    resolve({ scope: 'item', id }, { ...scope, item: { records, number: index + 1, item } }),
  );
  const operator = operatorOf(test);
  if (operator.judgeCodes === undefined) throw new Error(`${test.op} cannot be asked of all of ${id}`);
  return operator.judgeCodes(test, knownCodes(id, at, entries, holdsMany === true), scope);
};

const knownCodes = (id: string, at: Resolved, entries: readonly Resolved[], holdsMany: boolean): KnownCodes => {
  const located = entries.flatMap(({ fact, location }) => (codesIn(fact) ?? []).map(code => ({ code, location })));
  const terms = [...new Map(located.map(term => [term.code, term])).values()];
  const here: Resolved = { ...at, path: id };
  const open = entries.filter(entry => codesIn(entry.fact) === undefined);
  return {
    at: here,
    ground: groundOf(here, { type: 'terms', list: '', terms }),
    codes: new Set(terms.map(term => term.code)),
    open,
    room: holdsMany && open.length > 0 ? Number.POSITIVE_INFINITY : open.length,
  };
};
