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

/** Items that each have several keys, by their keys. */
export const groupByEach = <T, K>(items: Iterable<T>, keysOf: (item: T) => Iterable<K>): Map<K, [T, ...T[]]> => {
  const paired = [...items].flatMap(item => [...keysOf(item)].map(key => ({ key, item })));
  const groups = groupBy(paired, ({ key }) => key);
  return new Map([...groups].map(([key, [first, ...rest]]) => [key, [first.item, ...rest.map(({ item }) => item)]]));
};
