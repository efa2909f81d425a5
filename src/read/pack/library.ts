import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { once } from '../../model/base/memo.ts';
import { type Loaded, loaded, type Problem } from '../../model/base/problem.ts';
import type { Library, PackSummary } from '../../model/standard/library.ts';
import { ownSchemes, type Pack } from '../../model/standard/pack.ts';
import { indexVocabulary, type Vocabulary } from '../../model/standard/vocabulary.ts';
import { subfolders, yamlFiles } from '../files/files.ts';
import type { Settled } from '../settings/readings.ts';
import { givenOr, isFolder, openWritten, remember, schemePlace, unknownPack, unknownScheme } from './find-rules.ts';
import { preparedLibrary } from './prepared-library.ts';

export type { Library, PackSummary } from '../../model/standard/library.ts';

export const summaryOf = (pack: Pack): PackSummary => {
  const { id, version, sha256: digest, title, status, period, counties, levels, document } = pack;
  const passes = Math.max(0, ...ownSchemes(pack).map(({ scorecard }) => scorecard?.passes ?? 0));
  const named = { id, version, sha256: digest, title, status, period, counties, levels, document };
  return passes === 0 ? named : { ...named, passes };
};

export const folderLibrary = (rules: string): Library => {
  const vocabulary = once(async () => {
    const read = await (await openWritten()).loadVocabulary(rules);
    return read.ok ? { ...read, value: indexVocabulary(read.value) } : read;
  });
  const folders = once((): readonly string[] => subfolders(rules).filter(isFolder));
  const packIds = (): readonly string[] => folders().map(folder => basename(folder));
  const schemeIds = (): readonly string[] =>
    yamlFiles(join(rules, 'schemes')).map(name => name.replace(/\.ya?ml$/u, ''));
  const open = async (folder: string, shown: string): Promise<Loaded<Pack>> => {
    const base = await vocabulary();
    return base.ok ? (await openWritten()).loadPack(folder, shown, base.value) : base;
  };
  const pack = remember(async (name: string) => {
    const shipped = folders().find(folder => basename(folder) === name);
    if (shipped !== undefined) return open(shipped, join('rules', name));
    return isFolder(name) ? open(name, name) : unknownPack(name, packIds());
  });
  return {
    vocabulary,
    summaries: async () => {
      const read = await Promise.all(packIds().map(pack));
      return read.flatMap(one => (one.ok ? [summaryOf(one.value)] : []));
    },
    pack,
    scheme: async (name, words) => {
      const place = schemePlace(name, rules);
      if (place === undefined) return unknownScheme(name, schemeIds());
      return (await openWritten()).loadScheme(place.path, place.shown, givenOr(words, vocabulary));
    },
    packIds,
    schemeIds,
  };
};

/** The shipped rules, opened once: prepared ones beside the built tool, else the folder in the project. */
export const shippedLibrary = once((): Library => {
  const prepared = join(import.meta.dirname, 'rules');
  return existsSync(join(prepared, 'index.json'))
    ? preparedLibrary(prepared)
    : folderLibrary(join(import.meta.dirname, '..', '..', '..', 'rules'));
});

const own = () => import('./own-packs.ts');

/** The shipped library, with every pack in a folder of one's own. */
export const openLibrary = async (folder?: string): Promise<Loaded<Library>> =>
  folder === undefined
    ? { ok: true, value: shippedLibrary(), warnings: [] }
    : (await own()).withFolder(shippedLibrary(), folder);

/** The words that profiles are opened with, with those of packs that are named. */
export const wordsFor = async (library: Library, ids: readonly string[]): Promise<Loaded<Vocabulary>> =>
  ids.length === 0 ? library.vocabulary() : (await own()).wordsWith(library, ids);

/** Where packs are looked for, and how the county reads them. */
export interface LibraryOptions {
  readonly standards?: string;
  readonly readings?: readonly Settled[];
}

const reader = () => import('../settings/readings.ts');

export const readAsSettled = async (library: Library, readings: readonly Settled[]): Promise<Library> =>
  readings.length === 0 ? library : (await reader()).withReadings(library, readings);

/** Decisions about rules that the named packs, or else any at hand, do not have, or that cannot be read so. */
export const misreadings = async (
  library: Library,
  readings: readonly Settled[],
  packs: readonly string[] = [],
): Promise<readonly Problem[]> =>
  readings.length === 0 ? [] : (await reader()).checkReadings(readings, library, packs);

export const openSettled = async ({ standards, readings = [] }: LibraryOptions): Promise<Loaded<Library>> => {
  const opened = await openLibrary(standards);
  if (!opened.ok) return opened;
  const library = await readAsSettled(opened.value, readings);
  return loaded([...opened.warnings, ...(await misreadings(opened.value, readings))], () => library);
};
