import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { At, Goal, Store } from './store.ts';

/** Every way to bring something about, the smallest change first. */
export type Stores = Generator<Store, void, undefined>;

export interface Search {
  readonly vocabulary: Vocabulary;
  /** Steps that are left. */
  budget: number;
  /** The ways to one goal. */
  readonly impose: (search: Search, goal: Goal, store: Store, at?: At) => Stores;
}

/** Goals one after another. */
export function* chain(search: Search, [first, ...rest]: readonly Goal[], store: Store, at?: At): Stores {
  if (first === undefined) yield store;
  else for (const next of search.impose(search, first, store, at)) yield* chain(search, rest, next, at);
}
