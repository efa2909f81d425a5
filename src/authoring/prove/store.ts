import { operatorOf } from '../../language/operators.ts';
import type { Facts } from '../../language/second/world.ts';
import { keptFor } from '../../model/base/memo.ts';
import type { Fact } from '../../model/base/value.ts';
import type { Expression, Test } from '../../model/standard/expression.ts';
import type { FieldDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { absent, declared, recordsOf } from '../facts.ts';
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

type Slots = ReadonlyMap<string, Slot>;

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

const factsOfSlots = keptFor(
  (slots: Slots): Facts =>
    new Map([...slots].flatMap(([id, { choice }]) => factOf(choice).map(fact => [id, fact] as const))),
);

export const factsOfStore = keptFor(
  ({ slots, lists }: Store): Facts =>
    new Map([
      ...factsOfSlots(slots),
      ...[...lists].map(([id, { items }]) => [id, declared(recordsOf(items.map(factsOfSlots)))] as const),
    ]),
);

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

const slotWith = (
  definition: FieldDefinition,
  slot: Slot | undefined,
  constraint: Constraint,
  vocabulary: Vocabulary,
): Slot | undefined => {
  const constraints = [...(slot?.constraints ?? []), constraint];
  const kept = slot !== undefined && typeof slot.choice !== 'string' ? [slot.choice.value] : [];
  const choice = pick(definition, constraints, vocabulary, kept);
  return choice && { constraints, choice };
};

/** What became of a slot, or of a fact without one, by the test that was added: a search comes by each thousands of times. */
const became = keptFor((_: Vocabulary) =>
  keptFor((_: Slot | FieldDefinition) => keptFor((_: Test) => new Map<boolean, Slot | undefined>())),
);

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
  const { test, wanted } = constraint;
  const known = became(vocabulary)(slot ?? definition)(test);
  if (!known.has(wanted)) known.set(wanted, slotWith(definition, slot, constraint, vocabulary));
  const next = known.get(wanted);
  return next && withSlots(store, new Map(slots).set(id, next), at);
};

const withSlots = (store: Store, slots: Slots, at: At | undefined): Store => {
  if (at === undefined) return { ...store, slots };
  const list = listOf(store, at.list);
  return withList(store, at.list, { ...list, items: list.items.with(at.index, slots) });
};

/** A test with other facts, and fields of the record at hand, put in as the figures that they stand at. */
export const withFigures = (test: Test, store: Store, at?: At): Test => {
  const { facts, item } = worldOf(store, at);
  return operatorOf(test).settled(test, item ? new Map([...facts, ...item]) : facts);
};

/** Every way to bring something about, the smallest change first. */
export type Stores = Generator<Store, void, undefined>;

export interface Search {
  readonly vocabulary: Vocabulary;
  /** Steps that are left. */
  budget: number;
  /** The ways to one goal. */
  readonly impose: (search: Search, goal: Goal, store: Store, at?: At) => Stores;
}

/** So many of some things brought about, whichever they are. */
export function* several<T>(
  things: readonly T[],
  n: number,
  store: Store,
  bring: (thing: T, store: Store) => Stores,
): Stores {
  if (n <= 0) {
    yield store;
    return;
  }
  for (const [index, thing] of things.slice(0, things.length - n + 1).entries())
    for (const next of bring(thing, store)) yield* several(things.slice(index + 1), n - 1, next, bring);
}

/** Goals one after another. */
export function* chain(search: Search, [first, ...rest]: readonly Goal[], store: Store, at?: At): Stores {
  if (first === undefined) yield store;
  else for (const next of search.impose(search, first, store, at)) yield* chain(search, rest, next, at);
}
