import { operatorOf } from '../../language/operators.ts';
import { keptFor } from '../../model/base/memo.ts';
import { type Expression, otherFactsOf, otherFieldsOf, type TestExpression } from '../../model/standard/expression.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { imposeNumber, imposeOverItems, imposeRecords } from './solve-records.ts';
import {
  type At,
  chain,
  constrain,
  EMPTY,
  type Goal,
  holds,
  type Search,
  type Store,
  type Stores,
  several,
  withFigures,
} from './store.ts';
import { alone, unfolded } from './unfold.ts';

function* impose(search: Search, goal: Goal, store: Store, at?: At): Stores {
  if (search.budget-- <= 0) return;
  const { expression, wanted } = goal;
  switch (expression.kind) {
    case 'all':
    case 'any': {
      const together = (expression.kind === 'all') === wanted;
      const goals = expression.of.map(part => ({ expression: part, wanted }));
      yield* together ? chain(search, goals, store, at) : oneOf(search, goals, store, at);
      return;
    }
    case 'at_least': {
      const n = wanted ? expression.n : expression.of.length - expression.n + 1;
      const bring = (part: Expression, here: Store) => impose(search, { expression: part, wanted }, here, at);
      yield* several(expression.of, n, store, bring);
      return;
    }
    case 'not':
      yield* impose(search, { expression: expression.of, wanted: !wanted }, store, at);
      return;
    case 'test':
      yield* imposeTest(search, expression, wanted, store, at);
      return;
    case 'every':
    case 'some':
    case 'count':
      yield* imposeRecords(search, expression, wanted, store);
  }
}

/** One goal and, where that can be, none of the others: then it alone decides. */
function* oneOf(search: Search, goals: readonly Goal[], store: Store, at?: At): Stores {
  if (goals.some(goal => holds(goal, store, at))) yield store;
  for (const goal of goals) {
    const others = goals.filter(other => other !== goal).map(other => ({ ...other, wanted: !other.wanted }));
    yield* chain(search, [goal, ...others], store, at);
  }
  for (const goal of goals) yield* impose(search, goal, store, at);
}

/** What a test comes down to: a search asks the same ones thousands of times. */
const readied = keptFor((given: TestExpression) => {
  const single = alone(given);
  const { test } = single;
  const asked = operatorOf(test).other?.(test) ?? { op: 'occurred', wanted: true };
  const others = [
    ...otherFactsOf(test).map(id => known(id, asked, 'center')),
    ...otherFieldsOf(test).map(id => known(id, asked, 'item')),
  ].map((expression): Goal => ({ expression, wanted: true }));
  return { single, others, met: unfolded(single, true), unmet: unfolded(single, false) };
});

function* imposeTest(search: Search, given: TestExpression, wanted: boolean, store: Store, at?: At): Stores {
  const { single, others, met, unmet } = readied(given);
  const banded = wanted ? met : unmet;
  if (banded !== undefined) {
    yield* impose(search, { expression: banded, wanted: true }, store, at);
    return;
  }
  const { fact, test } = single;
  for (const ready of chain(search, others, store, at)) {
    const definition = search.vocabulary.fact.get(fact.id);
    const figured = others.length === 0 ? test : withFigures(test, ready, at);
    if (fact.scope === 'all-items') yield* imposeOverItems(search, fact.id, figured, wanted, ready);
    else if (definition?.type === 'records') yield* imposeNumber(search, definition.id, figured, wanted, ready);
    else {
      const there = fact.scope === 'item' ? at : undefined;
      const next = constrain(search.vocabulary, fact.id, { test: figured, wanted }, ready, there);
      if (next) yield next;
    }
  }
}

/** That a fact has a value, or holds something. */
const known = (id: string, test: TestExpression['test'], scope: 'center' | 'item'): Expression => ({
  kind: 'test',
  fact: { scope, id },
  test,
});

const BUDGET = 4_000;

/** Whether the whole search found no facts on which every goal comes out as wanted; one that broke off proves nothing. */
export const cannot = (goals: readonly Goal[], vocabulary: Vocabulary): boolean => {
  const search: Search = { vocabulary, budget: BUDGET, impose };
  for (const store of chain(search, goals, EMPTY)) if (goals.every(goal => holds(goal, store))) return false;
  return search.budget > 0;
};

/** Facts on which every goal comes out as wanted; undefined when none are found in so many steps. */
export const solve = (
  goals: readonly Goal[],
  vocabulary: Vocabulary,
  { start = EMPTY, budget = BUDGET }: { readonly start?: Store; readonly budget?: number } = {},
): Store | undefined => {
  const search: Search = { vocabulary, budget, impose };
  for (const store of chain(search, goals, start)) if (goals.every(goal => holds(goal, store))) return store;
  return undefined;
};
