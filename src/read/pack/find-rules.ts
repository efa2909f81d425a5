import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Loaded, problem, refused } from '../../model/base/problem.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { meant, unknownName } from '../profile/names.ts';

/** Where a pack's files stand, and the name that the folder goes by in messages. */
export interface PackFolder {
  readonly path: string;
  readonly shown: string;
}

export const shippedRules = (): string => {
  const beside = join(import.meta.dirname, 'rules');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', '..', '..', 'rules');
};

/** The folder of a pack: of the user's own packs, of the shipped ones by id, or wherever the user says. */
export const packFolder = (idOrFolder: string, own?: string): PackFolder => {
  const mine = own === undefined ? undefined : join(own, idOrFolder);
  if (mine !== undefined && existsSync(mine)) return { path: mine, shown: mine };
  const shipped = join(shippedRules(), idOrFolder);
  const isShipped = /^[a-z0-9-]+$/u.test(idOrFolder) && existsSync(shipped);
  return isShipped ? { path: shipped, shown: join('rules', idOrFolder) } : { path: idOrFolder, shown: idOrFolder };
};

export const unknownPack = (id: string, known: readonly string[]): Loaded<Pack> =>
  refused([problem('unknown-pack', '--pack', { id, ...meant(id, known) })]);

export const unknownScheme = (name: string, known: readonly string[]): Loaded<Scheme> =>
  refused([unknownName('scheme', name, known, '--scheme')]);

export const isWorkbook = (file: string): boolean => file.toLowerCase().endsWith('.xlsx');

export const isFolder = (name: string): boolean => existsSync(join(name, 'pack.yaml'));

/** The file of a scheme: named itself, or `scheme.yaml` in the folder of a pack, or one of the shipped. */
export const schemePlace = (name: string, rules: string): PackFolder | undefined => {
  if (/\.(?:ya?ml|xlsx)$/iu.test(name)) return { path: name, shown: name };
  const own = join(name, 'scheme.yaml');
  const shipped = [own, join('schemes', `${name}.yaml`)].map(file => ({
    path: join(rules, file),
    shown: join('rules', file),
  }));
  return [{ path: own, shown: own }, ...shipped].find(({ path }) => existsSync(path));
};

export const givenOr =
  (words: Vocabulary | undefined, common: () => Promise<Loaded<Vocabulary>>) => async (): Promise<Loaded<Vocabulary>> =>
    words === undefined ? common() : { ok: true, value: words, warnings: [] };

/** What reads packs and schemes as they are written: those of the build were read when it was made. */
export const openWritten = () => import('./rule-files.ts');

/** What is asked for a second time is not read again. */
export const remember = <T>(make: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>();
  return key => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
};
