/** A centre held against one pack. */
export interface Entry {
  readonly key: string;
  readonly pack: string;
}

/** The two results of a centre, or the only one. */
export interface Pair<T> {
  readonly from?: T;
  readonly to?: T;
}

export interface Matched<T> {
  /** In the order of the newer results, then the older ones that have no newer. */
  readonly pairs: readonly Pair<T>[];
  /** A second result of the same centre and pack, which is not compared. */
  readonly repeated: readonly { readonly entry: T; readonly first: T }[];
}

const NONE: readonly never[] = [];

/** By centre, in the order in which they come first. */
const byCenter = <T extends Entry>(
  entries: readonly T[],
  repeated: { entry: T; first: T }[],
): ReadonlyMap<string, readonly T[]> => {
  const index = new Map<string, T[]>();
  for (const entry of entries) {
    const own = index.get(entry.key);
    const first = own?.find(({ pack }) => pack === entry.pack);
    if (own === undefined) index.set(entry.key, [entry]);
    else if (first === undefined) own.push(entry);
    else repeated.push({ entry, first });
  }
  return index;
};

/** Of one centre: those with the same pack together, then the others in their order. */
const couple = <T extends Entry>(from: readonly T[], to: readonly T[]): readonly Pair<T>[] => {
  const left = from.filter(({ pack }) => to.every(entry => entry.pack !== pack));
  const pairs = to.map((entry): Pair<T> => {
    const other = from.find(({ pack }) => pack === entry.pack) ?? left.shift();
    return other === undefined ? { to: entry } : { from: other, to: entry };
  });
  return [...pairs, ...left.map(entry => ({ from: entry }))];
};

/** Which results are of the same centre. */
export const matchEntries = <T extends Entry>(from: readonly T[], to: readonly T[]): Matched<T> => {
  const repeated: { entry: T; first: T }[] = [];
  const [older, newer] = [byCenter(from, repeated), byCenter(to, repeated)];
  const known = [...newer].flatMap(([key, entries]) => couple(older.get(key) ?? NONE, entries));
  const gone = [...older].flatMap(([key, entries]) => (newer.has(key) ? [] : entries.map(entry => ({ from: entry }))));
  return { pairs: [...known, ...gone], repeated };
};
