import { truthOfNumber } from '../../language/operators/count.ts';
import { operatorOf } from '../../language/operators.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import { type Expression, isTermsTest, type RecordsExpression, type Test } from '../../model/standard/expression.ts';
import { recordsOf } from '../facts.ts';
import {
  chain,
  type Goal,
  holds,
  listOf,
  type Search,
  type Store,
  type Stores,
  several,
  withFigures,
  withList,
} from './store.ts';

const NO_FACTS = { facts: new Map() };

/** Some record that is as wanted: one at hand, or a new one. */
function* someRecord(search: Search, id: string, goals: readonly Goal[], store: Store): Stores {
  const places = listOf(store, id).items.map((_, index) => ({ list: id, index }));
  for (const at of places) if (goals.every(goal => holds(goal, store, at))) yield store;
  for (const at of places) yield* chain(search, goals, store, at);
  yield* newRecord(search, id, goals, store);
}

function* newRecord(search: Search, id: string, goals: readonly Goal[], store: Store): Stores {
  const list = listOf(store, id);
  const at = { list: id, index: list.items.length };
  const grown = withList(store, id, { ...list, items: [...list.items, new Map()] });
  for (const next of chain(search, goals, grown, at)) yield* chain(search, list.laws, next, at);
}

function* newRecords(search: Search, id: string, goals: readonly Goal[], n: number, store: Store): Stores {
  if (n === 0) yield store;
  else for (const next of newRecord(search, id, goals, store)) yield* newRecords(search, id, goals, n - 1, next);
}

/** Every record, now and later. */
function* law(search: Search, id: string, goal: Goal, store: Store): Stores {
  const list = listOf(store, id);
  yield* overItems(search, id, goal, withList(store, id, { ...list, laws: [...list.laws, goal] }), 0);
}

function* overItems(search: Search, id: string, goal: Goal, store: Store, index: number): Stores {
  if (index >= listOf(store, id).items.length) yield store;
  else
    for (const next of search.impose(search, goal, store, { list: id, index }))
      yield* overItems(search, id, goal, next, index + 1);
}

const both = (a: Expression | undefined, b: Expression): Expression => (a ? { kind: 'all', of: [a, b] } : b);

export function* imposeRecords(search: Search, expression: RecordsExpression, wanted: boolean, store: Store): Stores {
  const { records: id } = expression;
  const base = withList(store, id);
  if (expression.kind === 'count') yield* imposeCount(search, expression, wanted, base);
  else if (expression.kind === 'every') yield* imposeEvery(search, expression, wanted, base);
  else {
    const goal = { expression: both(expression.where, expression.have), wanted };
    yield* wanted ? someRecord(search, id, [goal], base) : law(search, id, goal, base);
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

function* imposeEvery(search: Search, expression: Of<'every'>, wanted: boolean, store: Store): Stores {
  const { records: id, where, have, whenEmpty } = expression;
  if (!wanted) {
    const chosen: readonly Goal[] = where ? [{ expression: where, wanted: true }] : [];
    if (whenEmpty === 'unmet' && listOf(store, id).items.length === 0) yield store;
    yield* someRecord(search, id, [...chosen, { expression: have, wanted: false }], store);
    return;
  }
  const rule: Expression = where ? { kind: 'any', of: [{ kind: 'not', of: where }, have] } : have;
  for (const governed of law(search, id, { expression: rule, wanted: true }, store))
    if (whenEmpty === 'met') yield governed;
    else yield* someRecord(search, id, [{ expression: both(where, have), wanted: true }], governed);
}

const MOST_RECORDS = 60;

/** Numbers that tests let through, or do not, from the smallest. */
const numbersFor = (tests: readonly Test[], wanted: boolean, store: Store): readonly number[] => {
  const figured = tests.map(test => withFigures(test, store));
  return Array.from({ length: MOST_RECORDS }, (_, n) => n).filter(n => {
    const truth = truthOfNumber(operatorOf, n, 0, figured, NO_FACTS);
    return truth === (wanted ? 1 : 0);
  });
};

function* imposeCount(search: Search, expression: Of<'count'>, wanted: boolean, store: Store): Stores {
  const { records: id, where, tests } = expression;
  const chosen: readonly Goal[] = where ? [{ expression: where, wanted: true }] : [];
  const places = listOf(store, id).items.map((_, index) => ({ list: id, index }));
  const now = places.filter(at => chosen.every(goal => holds(goal, store, at))).length;
  for (const n of numbersFor(tests, wanted, store))
    if (n >= now) yield* newRecords(search, id, chosen, n - now, store);
    else if (n === 0 && where) yield* law(search, id, { expression: where, wanted: false }, store);
}

/** A list of records asked how many there are, or whether there is anything at all. */
export function* imposeNumber(search: Search, id: string, test: Test, wanted: boolean, store: Store): Stores {
  const { truth, truthOfState } = operatorOf(test);
  const outcome = wanted ? 1 : 0;
  const now = listOf(store, id).items.length;
  for (let n = now; n < MOST_RECORDS; n++)
    if (truth(test, recordsOf(Array.from({ length: n }, () => new Map())), NO_FACTS) === outcome)
      yield* newRecords(search, id, [], n - now, withList(store, id));
  if (store.lists.has(id)) return;
  if (truthOfState?.(test, 'undeclared') === outcome) yield store;
  else if (truthOfState?.(test, 'did-not-occur') === outcome) yield unoccurred(store, id);
}

const unoccurred = (store: Store, id: string): Store => ({
  ...store,
  slots: new Map(store.slots).set(id, { constraints: [], choice: 'did-not-occur' }),
});

/** A record whose field holds one of some codes. */
const holding = (search: Search, id: string, list: string, codes: readonly string[]): Expression => {
  if (!isNonEmpty(codes)) throw new Error('a set of terms is never empty');
  const [first, ...rest] = codes.map(code => ({ kind: 'value', value: { type: 'term', list, code } }) as const);
  const isSet = search.vocabulary.fact.get(id)?.type === 'terms';
  if (isSet || first === undefined)
    return { kind: 'test', fact: { scope: 'item', id }, test: { op: 'include_any', terms: { list, codes } } };
  return { kind: 'test', fact: { scope: 'item', id }, test: { op: 'one_of', operands: [first, ...rest] } };
};

/** What one field says over all records of a list. */
export function* imposeOverItems(search: Search, id: string, test: Test, wanted: boolean, store: Store): Stores {
  const records = id.split('.')[0] ?? id;
  const base = withList(store, records);
  if ('tests' in test) yield* distinct(search, id, numbersFor(test.tests, wanted, store), base);
  const demand = operatorOf(test).demand?.(test, wanted);
  if (!isTermsTest(test) || demand === undefined) return;
  const { list, codes } = test.terms;
  const one = holding(search, id, list, codes);
  const each = codes.map(code => holding(search, id, list, [code]));
  switch (demand.kind) {
    case 'hold':
      yield* recordOfEach(search, records, each.slice(0, demand.n), base);
      return;
    case 'lack':
      yield* demand.n === codes.length
        ? law(search, records, { expression: one, wanted: false }, base)
        : several(each, demand.n, base, (expression, here) =>
            law(search, records, { expression, wanted: false }, here),
          );
      return;
    case 'within':
      yield* law(search, records, { expression: one, wanted: true }, base);
      return;
    case 'beyond':
      yield* someRecord(search, records, [{ expression: one, wanted: false }], base);
  }
}

/** A record for each. */
const recordOfEach = (search: Search, id: string, each: readonly Expression[], store: Store): Stores =>
  several(each, each.length, store, (expression, here) => someRecord(search, id, [{ expression, wanted: true }], here));

/** So many records that each name another term. */
function* distinct(search: Search, id: string, numbers: readonly number[], store: Store): Stores {
  const definition = search.vocabulary.fact.get(id);
  const list = definition !== undefined && 'list' in definition ? definition.list : '';
  const records = id.split('.')[0] ?? id;
  const codes = (search.vocabulary.list.get(list)?.terms ?? []).map(({ code }) => code);
  const named = (code: string): Goal => ({ expression: holding(search, id, list, [code]), wanted: true });
  const free = codes.filter(
    code => !listOf(store, records).items.some((_, index) => holds(named(code), store, { list: records, index })),
  );
  const now = codes.length - free.length;
  for (const n of numbers) {
    const each = free.slice(0, Math.max(0, n - now)).map(code => named(code).expression);
    if (n >= now && each.length === n - now) yield* recordOfEach(search, records, each, store);
  }
}
