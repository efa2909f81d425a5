import { groupBy } from '../model/base/group.ts';
import type { MatchedBy } from '../model/result/compared.ts';
import type { Kin } from './kin.ts';

/** A centre held against one pack. */
export interface Entry {
  readonly key: string;
  readonly pack: string;
}

/** What a centre held against one pack is known by from one result to the next. */
export const idOf = ({ key, pack }: Entry): string => `${pack}\n${key}`;

export interface Repeated<T> {
  readonly entry: T;
  readonly first: T;
}

/** Of each centre and pack the first result, by what it is known by; a second one is not compared. */
export const firstOf = <T extends Entry>(
  entries: readonly T[],
): { readonly first: ReadonlyMap<string, T>; readonly repeated: readonly Repeated<T>[] } => {
  const found = new Map<string, T>();
  const repeated: Repeated<T>[] = [];
  for (const entry of entries) {
    const first = found.get(idOf(entry));
    if (first === undefined) found.set(idOf(entry), entry);
    else repeated.push({ entry, first });
  }
  return { first: found, repeated };
};

/** The two results of a centre, or the only one. */
export interface Pair<T> {
  readonly from?: T;
  readonly to?: T;
  /** By what they were matched, where the two do not call it the same. */
  readonly by?: MatchedBy;
}

const NONE: readonly never[] = [];

/** By centre, in the order in which they come first. */
const byCenter = <T extends Entry>(entries: Iterable<T>): ReadonlyMap<string, readonly T[]> =>
  groupBy(entries, ({ key }) => key);

/** Of one centre: those with the same pack together, then the others in their order. */
const couple = <T extends Entry>(from: readonly T[], to: readonly T[]): readonly Pair<T>[] => {
  const left = from.filter(({ pack }) => to.every(entry => entry.pack !== pack));
  const pairs = to.map((entry): Pair<T> => {
    const other = from.find(({ pack }) => pack === entry.pack) ?? left.shift();
    return other === undefined ? { to: entry } : { from: other, to: entry };
  });
  return [...pairs, ...left.map(entry => ({ from: entry }))];
};

/** Which results are of the same centre: in the order of the newer ones, then the older that have no newer. */
export const matchEntries = <T extends Entry>(
  from: readonly T[],
  to: readonly T[],
  kin: ReadonlyMap<string, Kin>,
): readonly Pair<T>[] => {
  const firsts = (entries: readonly T[]) => byCenter(firstOf(entries).first.values());
  const [older, newer] = [firsts(from), firsts(to)];
  const known = [...newer].flatMap(([key, entries]) => {
    const { key: was = key, by } = kin.get(key) ?? {};
    const pairs = couple(older.get(was) ?? NONE, entries);
    return by === undefined ? pairs : pairs.map(pair => (pair.from && pair.to ? { ...pair, by } : pair));
  });
  const found = new Set([...newer.keys()].map(key => kin.get(key)?.key ?? key));
  const gone = [...older].flatMap(([key, entries]) => (found.has(key) ? [] : entries.map(entry => ({ from: entry }))));
  return [...known, ...gone];
};
