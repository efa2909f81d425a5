import { decimalOf, exact, times } from '../../model/base/exact.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { Fact, ScalarValue, Value } from '../../model/base/value.ts';
import type { Expression, Operand, Test } from '../../model/standard/expression.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { absent, declared, type Facts, recordsOf } from '../facts.ts';
import { truthOf } from './oracle.ts';
import { type Choice, type Constraint, pick } from './pick.ts';

/** What must come out of an expression. */
export interface Goal {
  readonly expression: Expression;
  readonly wanted: boolean;
}

interface Slot {
  readonly constraints: readonly Constraint[];
  readonly choice: Choice;
}

export type Slots = ReadonlyMap<string, Slot>;

/** The records of one list so far, and what each that is still to come must be. */
interface List {
  readonly items: readonly Slots[];
  readonly laws: readonly Goal[];
}

/** Facts chosen so far, each with the reasons for it. */
export interface Store {
  readonly slots: Slots;
  readonly lists: ReadonlyMap<string, List>;
}

export const EMPTY: Store = { slots: new Map(), lists: new Map() };

/** The record at hand. */
export interface At {
  readonly list: string;
  readonly index: number;
}

const factOf = (choice: Choice): readonly Fact[] => {
  if (choice === 'absent') return [];
  return [choice === 'did-not-occur' ? absent(choice) : declared(choice.value)];
};

const factsOfSlots = (slots: Slots): Facts =>
  new Map([...slots].flatMap(([id, { choice }]) => factOf(choice).map(fact => [id, fact] as const)));

/** The facts that a store has come to. */
export const factsOfStore = ({ slots, lists }: Store): Facts =>
  new Map([
    ...factsOfSlots(slots),
    ...[...lists].map(([id, { items }]) => [id, declared(recordsOf(items.map(factsOfSlots)))] as const),
  ]);

export const listOf = (store: Store, id: string): List => store.lists.get(id) ?? { items: [], laws: [] };

export const withList = (store: Store, id: string, list = listOf(store, id)): Store => ({
  ...store,
  lists: new Map(store.lists).set(id, list),
});

const worldOf = (store: Store, at: At | undefined) => {
  const item = at && listOf(store, at.list).items[at.index];
  return { facts: factsOfStore(store), ...(item && { item: factsOfSlots(item) }) };
};

/** Whether a goal is reached already. */
export const holds = ({ expression, wanted }: Goal, store: Store, at?: At): boolean =>
  truthOf(expression, worldOf(store, at)) === (wanted ? 1 : 0);

/** Adds a constraint to one fact, moving its value only as far as it must. */
export const constrain = (
  vocabulary: Vocabulary,
  id: string,
  constraint: Constraint,
  store: Store,
  at?: At,
): Store | undefined => {
  const definition = vocabulary.fact.get(id);
  if (definition === undefined || definition.type === 'records') return undefined;
  const slots: Slots = at ? (listOf(store, at.list).items[at.index] ?? new Map()) : store.slots;
  const slot = slots.get(id);
  const constraints = [...(slot?.constraints ?? []), constraint];
  const kept = slot !== undefined && typeof slot.choice !== 'string' ? [slot.choice.value] : [];
  const choice = pick(definition, constraints, vocabulary, kept);
  return choice && withSlots(store, new Map(slots).set(id, { constraints, choice }), at);
};

const withSlots = (store: Store, slots: Slots, at: At | undefined): Store => {
  if (at === undefined) return { ...store, slots };
  const list = listOf(store, at.list);
  return withList(store, at.list, { ...list, items: list.items.with(at.index, slots) });
};

const amountOf = (value: Value): ScalarValue => {
  if (value.type === 'records') return { type: 'count', amount: String(value.items.length) };
  return value.type === 'terms' ? { type: 'count', amount: String(value.terms.length) } : value;
};

const figureFrom = (store: Store) => {
  const facts = factsOfStore(store);
  return (operand: Operand): Operand => {
    const fact = operand.kind === 'fact' ? facts.get(operand.fact) : undefined;
    if (operand.kind === 'value' || fact?.state !== 'declared') return operand;
    const base = amountOf(fact.value);
    const value =
      'amount' in base ? { ...base, amount: decimalOf(times(exact(base.amount), exact(operand.times))) } : base;
    return { kind: 'value', value };
  };
};

/** All that another fact now holds; nothing to ask where it holds nothing. */
const coveringTest = (id: string, store: Store): Test => {
  const fact = factsOfStore(store).get(id);
  const value = fact?.state === 'declared' && fact.value.type === 'terms' ? fact.value : undefined;
  const codes = value?.terms.map(term => term.code) ?? [];
  return value !== undefined && isNonEmpty(codes)
    ? { op: 'include_all', terms: { list: value.list, codes } }
    : { op: 'occurred', wanted: true };
};

/** A test with other facts put in as the figures that they stand at. */
export const withFigures = (test: Test, store: Store): Test => {
  const figure = figureFrom(store);
  if (test.op === 'covers') return coveringTest(test.fact, store);
  if ('operand' in test) return { ...test, operand: figure(test.operand) };
  if (test.op === 'between') return { ...test, low: figure(test.low), high: figure(test.high) };
  if (test.op === 'count') {
    const [first, ...rest] = test.tests;
    return { ...test, tests: [withFigures(first, store), ...rest.map(inner => withFigures(inner, store))] };
  }
  if (test.op !== 'one_of') return test;
  const [first, ...rest] = test.operands;
  return { ...test, operands: [figure(first), ...rest.map(figure)] };
};
