/** Items by what they have in common, in the order in which each group begins. */
export const groupBy = <T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, [T, ...T[]]> => {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** One item for each key: the last that has it, in the place of the first. */
export const distinct = <T>(items: Iterable<T>, keyOf: (item: T) => unknown): readonly T[] => {
  const found = new Map<unknown, T>();
  for (const item of items) found.set(keyOf(item), item);
  return [...found.values()];
};

/** Items that each have several keys, by their keys. */
export const groupByEach = <T, K>(items: Iterable<T>, keysOf: (item: T) => Iterable<K>): Map<K, [T, ...T[]]> => {
  const paired = [...items].flatMap(item => [...keysOf(item)].map(key => ({ key, item })));
  const groups = groupBy(paired, ({ key }) => key);
  return new Map([...groups].map(([key, [first, ...rest]]) => [key, [first.item, ...rest.map(({ item }) => item)]]));
};
