import type { Difference } from '../model/result/verification.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const nameOf = (item: unknown): string | undefined => {
  const { rule, id } = isObject(item) ? item : {};
  return [rule, id].find(name => typeof name === 'string');
};

/** Items of a list go by their rule or id where each has one of its own, else by their number from 1. */
const membersOf = (value: object): ReadonlyMap<string, unknown> => {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const isNamed = names.every(name => name !== undefined) && new Set(names).size === names.length;
  return new Map(value.map((item, index) => [(isNamed && names[index]) || String(index + 1), item]));
};

export const firstDifference = (kept: unknown, anew: unknown, path: readonly string[] = []): Difference | undefined => {
  if (!isObject(kept) || !isObject(anew) || Array.isArray(kept) !== Array.isArray(anew))
    return kept === anew ? undefined : { path, kept, anew };
  const [was, is] = [membersOf(kept), membersOf(anew)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const found = firstDifference(was.get(name), is.get(name), [...path, name]);
    if (found !== undefined) return found;
  }
  const orders = [was, is].map(members => [...members.keys()]);
  const isOrdered = !Array.isArray(kept) || orders[0]?.join('\n') === orders[1]?.join('\n');
  return isOrdered ? undefined : { path, kept: orders[0], anew: orders[1] };
};
