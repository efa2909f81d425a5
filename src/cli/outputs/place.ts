import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { groupBy } from '../../model/base/group.ts';

/** What stands at a path, by whatever name it goes: with links followed, and by its number on its disk. */
export interface Place {
  readonly said: string;
  readonly path: string;
  /** Absent where nothing is there yet. */
  readonly node?: string;
  readonly isFolder: boolean;
  /** Neither a file nor a folder, such as a device: what is written there takes the place of nothing. */
  readonly isSpecial: boolean;
}

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(real(above), basename(path));
  }
};

const statsOf = (path: string) => {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
};

/** Systems differ in whether `A` and `a` are one file: what may be one is taken for one. */
export const placeOf = (said: string): Place => {
  const stats = statsOf(said);
  return {
    said,
    path: real(said).normalize('NFC').toLowerCase(),
    ...(stats && { node: `${stats.dev}:${stats.ino}` }),
    isFolder: stats?.isDirectory() === true,
    isSpecial: stats !== undefined && !stats.isDirectory() && !stats.isFile(),
  };
};

export const isSame = (a: Place, b: Place): boolean => a.path === b.path || (a.node !== undefined && a.node === b.node);

export const isIn = (inner: Place, outer: Place): boolean =>
  inner.path.startsWith(outer.path.endsWith(sep) ? outer.path : outer.path + sep);

/** Files by whatever names they are given, each once by the first. */
export const eachOnce = (files: readonly string[]): readonly string[] => {
  const places = groupBy(files.map(placeOf), ({ node, path }) => node ?? path);
  return [...places.values()].map(([{ said }]) => said);
};
