import { dirname } from 'node:path';
import type { SourceFile } from './source.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** What files import of one another: only what is there when the tool runs, or types as well. */
export const importsOf = (files: readonly SourceFile[], withTypes: boolean): Graph =>
  new Map(files.map(({ name, values, types }) => [name, withTypes ? [...values, ...types] : values]));

/** Groups of files each of which reaches all others of its group by what they import (Tarjan). */
export const circlesIn = (graph: Graph): readonly (readonly string[])[] => {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: (readonly string[])[] = [];
  const visit = (name: string): number => {
    const own = numbers.size;
    numbers.set(name, own);
    lowest.set(name, own);
    path.push(name);
    for (const target of graph.get(name) ?? []) {
      const reached = numbers.has(target)
        ? path.includes(target)
          ? (numbers.get(target) ?? own)
          : own
        : visit(target);
      lowest.set(name, Math.min(lowest.get(name) ?? own, reached));
    }
    const low = lowest.get(name) ?? own;
    if (low === own) {
      const circle = path.splice(path.indexOf(name));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const name of graph.keys()) if (!numbers.has(name)) visit(name);
  return circles;
};

/** How many files stand in each folder itself. */
export const filesInFolders = (files: readonly SourceFile[]): ReadonlyMap<string, number> => {
  const folders = new Map<string, number>();
  for (const { name } of files) folders.set(dirname(name), (folders.get(dirname(name)) ?? 0) + 1);
  return folders;
};

/** The least value that so much of all values does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

export const linesOf = (files: readonly SourceFile[]): number => files.reduce((sum, { lines }) => sum + lines, 0);
