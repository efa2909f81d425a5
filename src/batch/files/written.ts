import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL, RESULTS, WORK, workFile } from './store.ts';
import { writeWhole } from './whole.ts';

/** Digests of the files of a finished batch that have no room for one: by them it is known whether somebody wrote into one. */
export const WRITTEN = 'written.txt';

/** Where the journal stands, as the list of digests has it. */
export const KEPT_JOURNAL = `${WORK}/${JOURNAL}`;

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

const ended = (folder: string): number | undefined =>
  statSync(join(folder, 'run.json'), { throwIfNoEntry: false })?.mtimeMs;

export const keepWritten = (folder: string, names: readonly string[]): void => {
  const digests = names.map(name => `${digestOf(join(folder, name))} ${name}\n`);
  writeWhole(workFile(folder, WRITTEN), [...digests, `${ended(folder)} run.json\n`].join(''));
};

const readList = (folder: string): string => {
  const list = workFile(folder, WRITTEN);
  return existsSync(list) ? readFileSync(list, 'utf8') : '';
};

/** When the batch of a folder ended; 0 where it has not, and in a copy of a folder, whose times tell nothing of what was written since. */
export const endOf = (folder: string): number => {
  const found = ended(folder);
  return found !== undefined && readList(folder).endsWith(`\n${found} run.json\n`) ? found : 0;
};

interface Written {
  readonly name: string;
  readonly isUnchanged: () => boolean;
}

const listedIn = (folder: string): readonly Written[] => {
  const lines = readList(folder).matchAll(/^([0-9a-f]{64}) ((?:\.duibiao\/)?[^/\\\n]+)$/gmu);
  return [...lines].map(([, digest, name = '']) => ({
    name,
    isUnchanged: () => existsSync(join(folder, name)) && digestOf(join(folder, name)) === digest,
  }));
};

/**
 * Files that were written for people, each with whether it stands as it was; none where the batch is not finished. The
 * journal is the tool's own: a run that was interrupted has gone on with it.
 */
export const writtenIn = (folder: string): readonly Written[] =>
  listedIn(folder).filter(({ name }) => name !== KEPT_JOURNAL);

const isAsWritten = (folder: string, wanted: string): boolean =>
  listedIn(folder).some(({ name, isUnchanged }) => name === wanted && isUnchanged());

/** Whether the results of a finished batch are what it wrote, to the byte: where they stand is known by their lengths alone. */
export const areResultsAsWritten = (folder: string): boolean => isAsWritten(folder, RESULTS);

/** Whether results and journal both are, and so belong together. */
export const isWholeAsWritten = (folder: string): boolean =>
  areResultsAsWritten(folder) && isAsWritten(folder, KEPT_JOURNAL);
