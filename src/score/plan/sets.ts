/** Every subset, the smaller first. */
export const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: items.length + 1 }, (_, count) => combinations(items, count)).flat();

/** Every way to choose so many. */
export const combinations = <T>(items: readonly T[], count: number): readonly (readonly T[])[] => {
  if (count <= 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map(rest => [item, ...rest]));
};

/** One of each, in every combination. */
export const product = <T>(sets: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  sets.reduce<readonly (readonly T[])[]>((all, set) => all.flatMap(one => set.map(way => [...one, way])), [[]]);
