/** Every subset, the smaller first. */
export const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: items.length + 1 }, (_, count) => combinations(items, count)).flat();

/** Every way to choose so many. */
export const combinations = <T>(items: readonly T[], count: number): readonly (readonly T[])[] => {
  if (count <= 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map(rest => [item, ...rest]));
};
