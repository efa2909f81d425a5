import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { workFile } from './store.ts';
import { writeWhole } from './whole.ts';

/** Digests of the files of a finished batch that have no room for one: by them it is known whether somebody wrote into one. */
export const WRITTEN = 'written.txt';

const PIECE = 1_048_576;

const digestOf = (path: string): string => {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
};

export const keepWritten = (folder: string, names: readonly string[]): void =>
  writeWhole(workFile(folder, WRITTEN), names.map(name => `${digestOf(join(folder, name))} ${name}\n`).join(''));

/** Names of files that were written, each with whether it stands as it was; none where the batch is not finished. */
export const writtenIn = (
  folder: string,
): readonly { readonly name: string; readonly isUnchanged: () => boolean }[] => {
  const list = workFile(folder, WRITTEN);
  if (!existsSync(list)) return [];
  const lines = readFileSync(list, 'utf8').matchAll(/^([0-9a-f]{64}) ([^/\\\n]+)$/gmu);
  return [...lines].map(([, digest, name = '']) => ({
    name,
    isUnchanged: () => digestOf(join(folder, name)) === digest,
  }));
};
