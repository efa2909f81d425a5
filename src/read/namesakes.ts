import type { Location } from '../model/base/location.ts';
import { type Problem, problem } from '../model/base/problem.ts';

/** Ids that stand twice, each at the later thing. */
export const namesakes = (things: readonly { readonly id: string; readonly location: Location }[]): Problem[] => {
  const first = new Map<string, Location>();
  return things.flatMap(({ id, location }) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, location);
    return earlier === undefined ? [] : [problem('duplicate-id', location, { id, first: earlier })];
  });
};
