import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Family } from './families.ts';
import { filesIn } from './produce.ts';

/** The digest of each output by its name. */
export type Digests = ReadonlyMap<string, string>;

const LENGTH = 16;

const digestOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, LENGTH);

/** What stands in a folder, in order of names. */
export const digestsOf = (folder: string): Digests =>
  new Map(
    filesIn(folder)
      .map(name => [name.replaceAll(sep, '/'), digestOf(join(folder, name))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const fileOf = (family: Family): string => join(import.meta.dirname, 'record', `${family}.txt`);

export const recorded = (family: Family): Digests => {
  const path = fileOf(family);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return new Map(lines.map(line => [line.slice(LENGTH + 2), line.slice(0, LENGTH)]));
};

export const writeRecord = (family: Family, digests: Digests): void =>
  writeFileSync(fileOf(family), [...digests].map(([name, digest]) => `${digest}  ${name}\n`).join(''));

export const differences = (was: Digests, is: Digests): readonly string[] => [
  ...[...was.keys()].filter(name => !is.has(name)).map(name => `gone     ${name}`),
  ...[...is.keys()].filter(name => !was.has(name)).map(name => `new      ${name}`),
  ...[...is].filter(([name, digest]) => was.has(name) && was.get(name) !== digest).map(([name]) => `changed  ${name}`),
];
