import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Loaded } from '../../model/base/problem.ts';
import { readRegular } from './regular.ts';

export const MAX_BYTES = 20_000_000;

/** The bytes of a file, or in a word why there are none. */
export const readBytes = (path: string, most = MAX_BYTES): Loaded<Uint8Array> => readRegular(path, most);

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Names of what stands in a folder; undefined for what is no folder, or cannot be looked into. */
export const namesIn = (folder: string): readonly string[] | undefined => {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
};

/** Names of the files of a folder with one of these endings, in a fixed order; empty when there is no such folder. */
export const filesOf = (folder: string, endings: readonly string[]): readonly string[] => {
  const names = namesIn(folder) ?? [];
  return names.filter(name => endings.includes(extname(name).toLowerCase()) && !name.startsWith('~$')).toSorted();
};

export const yamlFiles = (folder: string): readonly string[] => filesOf(folder, ['.yaml', '.yml']);

export const subfolders = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
};
