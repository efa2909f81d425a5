import { isNonEmpty, type NonEmpty } from '../model/base/text.ts';
import type { CountValue, Fact, TermsValue, Value } from '../model/base/value.ts';
import type { Verdict } from '../model/finding/finding.ts';
import {
  type Expression,
  type FactReference,
  isScalarTest,
  isSetTest,
  type Test,
} from '../model/standard/expression.ts';
import { type KnownCodes, testCodes, testScalar } from './operators.ts';
import { evaluateCount, evaluateEvery, evaluateSome } from './records.ts';
import { gapOf, groundOf, type Resolved, resolve, type Scope } from './scope.ts';
import { all, any, atLeast, met, not, unknown, unmet } from './verdict.ts';

/** What an expression says of a profile, or of the record in scope. */
export const evaluate = (expression: Expression, scope: Scope): Verdict => {
  switch (expression.kind) {
    case 'all':
      return all(each(expression.of, part => evaluate(part, scope)));
    case 'any':
      return any(each(expression.of, part => evaluate(part, scope)));
    case 'at_least':
      return atLeast(
        expression.n,
        each(expression.of, part => evaluate(part, scope)),
      );
    case 'not':
      return not(evaluate(expression.of, scope));
    case 'test':
      return evaluateTest(expression.fact, expression.test, scope);
    case 'every':
      return evaluateEvery(expression, scope);
    case 'some':
      return evaluateSome(expression, scope);
    case 'count':
      return evaluateCount(expression, scope);
  }
};

const each = <T, U>([first, ...rest]: NonEmpty<T>, turn: (part: T) => U): NonEmpty<U> => [
  turn(first),
  ...rest.map(turn),
];

const evaluateTest = (reference: FactReference, test: Test, scope: Scope): Verdict => {
  if (reference.scope === 'all-items') return evaluateOverItems(reference, test, scope);
  const at = resolve(reference, scope);
  if (test.op === 'declared') return testDeclared(at, test.wanted);
  if (test.op === 'occurred') return testOccurred(at, test.wanted);
  if (at.fact?.state !== 'declared') return unknown(gapOf(at));
  return testValue(test, at.fact.value, at, scope);
};

const testDeclared = (at: Resolved, wanted: boolean): Verdict => {
  const stated = at.fact !== undefined && at.fact.state !== 'undeclared';
  const ground = groundOf(at, at.fact?.state === 'declared' ? at.fact.value : null);
  const { path: fact, location } = at;
  if (stated === wanted) return met(ground);
  // That a thing is stated is nothing to put right.
  return wanted ? unmet([ground], { kind: 'undeclared', fact, location }) : unmet([ground]);
};

/** A thing that has a value has occurred; 未发生 says that it has not. */
const testOccurred = (at: Resolved, wanted: boolean): Verdict => {
  if (at.fact?.state !== 'declared' && at.fact?.state !== 'did-not-occur') return unknown(gapOf(at));
  const { path: fact, location } = at;
  const occurred = at.fact.state === 'declared';
  const ground = groundOf(at, at.fact.state === 'declared' ? at.fact.value : null);
  return occurred === wanted
    ? met(ground)
    : unmet([ground], { kind: occurred ? 'not-empty' : 'did-not-occur', fact, location });
};

const sizeOf = (value: Value): number => {
  if (value.type === 'records') return value.items.length;
  if (value.type === 'terms') return value.terms.length;
  return value.type === 'text' && value.value === '' ? 0 : 1;
};

const testStated = (value: Value, wanted: boolean, at: Resolved): Verdict => {
  const stated = sizeOf(value) > 0;
  const ground = groundOf(at, value);
  const { path: fact, location } = at;
  return stated === wanted ? met(ground) : unmet([ground], { kind: stated ? 'not-empty' : 'empty', fact, location });
};

const testValue = (test: Test, value: Value, at: Resolved, scope: Scope): Verdict => {
  if (test.op === 'stated') return testStated(value, test.wanted, at);
  if (test.op === 'count') return testCount(test.tests, String(sizeOf(value)), at, scope);
  if (isScalarTest(test) && value.type !== 'terms' && value.type !== 'records')
    return testScalar(test, value, at, scope);
  if (test.op === 'covers' && value.type === 'terms') return testCovers(test.fact, value, at, scope);
  if (isSetTest(test) && value.type === 'terms') {
    const codes = new Set(value.terms.map(term => term.code));
    return testCodes(test, { at, ground: groundOf(at, value), codes, open: [], room: 0 });
  }
  throw new Error(`${test.op} cannot be asked of ${at.path}, a ${value.type}`);
};

const testCovers = (id: string, value: TermsValue, at: Resolved, scope: Scope): Verdict => {
  const other = resolve({ scope: 'center', id }, scope);
  if (other.fact?.state !== 'declared' || other.fact.value.type !== 'terms')
    return unknown(gapOf(other), [groundOf(at, value)]);
  const held = new Set(value.terms.map(term => term.code));
  const codes = other.fact.value.terms.map(term => term.code).filter(code => !held.has(code));
  const grounds = [groundOf(at, value), groundOf(other, other.fact.value)] as const;
  const { path: fact, location } = at;
  return isNonEmpty(codes)
    ? unmet(grounds, { kind: 'missing', list: value.list, codes, fact, location })
    : met(...grounds);
};

/** Tests of a number of things, all of which must hold. */
export const testCount = (tests: NonEmpty<Test>, amount: string, at: Resolved, scope: Scope): Verdict => {
  const value: CountValue = { type: 'count', amount };
  return all(each(tests, test => testValue(test, value, at, scope)));
};

const codesIn = (fact: Fact | undefined): readonly string[] | undefined => {
  if (fact?.state !== 'declared') return undefined;
  if (fact.value.type === 'term') return [fact.value.code];
  return fact.value.type === 'terms' ? fact.value.terms.map(term => term.code) : undefined;
};

/** The terms that one field takes over all records of a list. */
const evaluateOverItems = ({ id, holdsMany }: FactReference, test: Test, scope: Scope): Verdict => {
  const records = id.split('.')[0] ?? id;
  const at = resolve({ scope: 'center', id: records }, scope);
  if (at.fact?.state !== 'declared') return unknown(gapOf(at));
  const { value } = at.fact;
  if (value.type !== 'records') throw new Error(`${records} is not a list of records`);
  const entries = value.items.map((item, index) =>
    resolve({ scope: 'item', id }, { ...scope, item: { records, number: index + 1, item } }),
  );
  const list = knownCodes(id, at, entries, holdsMany === true);
  if (test.op === 'count') return countOverItems(test.tests, list, scope);
  if (isSetTest(test)) return testCodes(test, list);
  throw new Error(`${test.op} cannot be asked of all of ${id}`);
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

/** More different terms than any limit of a rule counts to. */
const MANY = 10_000;

/** How many different terms there are lies between those seen and those seen plus what the open entries may add. */
const countOverItems = (tests: NonEmpty<Test>, list: KnownCodes, scope: Scope): Verdict => {
  const steps = Array.from({ length: list.open.length + 1 }, (_, extra) => extra);
  const extras = list.room > list.open.length ? [...steps, MANY] : steps;
  const verdicts = extras.map(extra => testCount(tests, String(list.codes.size + extra), list.at, scope));
  return agreed(verdicts, list.open);
};

/** What several possible verdicts have in common; unknown, for want of `open`, when they differ. */
export const agreed = (verdicts: readonly Verdict[], open: readonly Resolved[]): Verdict => {
  const [first] = verdicts;
  if (first === undefined) throw new Error('no verdict to agree on');
  const gaps = open.flatMap(entry => gapOf(entry));
  return verdicts.every(verdict => verdict.truth === first.truth) || !isNonEmpty(gaps)
    ? first
    : unknown(gaps, first.grounds);
};
