import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Loaded } from '../../model/base/problem.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { ownSchemes, type Pack } from '../../model/standard/pack.ts';
import { indexVocabulary, type Vocabulary } from '../../model/standard/vocabulary.ts';
import { subfolders, yamlFiles } from '../files/files.ts';
import { givenOr, isFolder, remember, schemePlace, unknownPack, unknownScheme } from './find-rules.ts';
import { preparedLibrary } from './prepared-library.ts';
import { gather, loadPack, loadScheme, loadVocabulary } from './rule-files.ts';

/** What is said of a pack before it is opened. */
export interface PackSummary
  extends Pick<Pack, 'id' | 'version' | 'sha256' | 'title' | 'status' | 'period' | 'counties' | 'levels' | 'document'> {
  /** Of the pack's own scheme: how often all centres are gone through before what it compares is settled. */
  readonly passes?: number;
}

export const summaryOf = (pack: Pack): PackSummary => {
  const { id, version, sha256: digest, title, status, period, counties, levels, document } = pack;
  const passes = Math.max(0, ...ownSchemes(pack).map(({ scorecard }) => scorecard?.passes ?? 0));
  const named = { id, version, sha256: digest, title, status, period, counties, levels, document };
  return passes === 0 ? named : { ...named, passes };
};

/** The vocabulary, packs and schemes at hand. */
export interface Library {
  readonly vocabulary: () => Promise<Loaded<Vocabulary>>;
  readonly summaries: () => Promise<readonly PackSummary[]>;
  /** By id, or by the folder it stands in. */
  readonly pack: (idOrFolder: string) => Promise<Loaded<Pack>>;
  /** By id, or by its file; a scorecard asks in the words of `vocabulary`, the common one unless a pack's is given. */
  readonly scheme: (idOrFile: string, vocabulary?: Vocabulary) => Promise<Loaded<Scheme>>;
  readonly packIds: () => readonly string[];
  readonly schemeIds: () => readonly string[];
}

/** A library read from a folder of rules as it stands. */
export const folderLibrary = (rules: string): Library => {
  const vocabulary = remember(async () => {
    const read = await loadVocabulary(rules);
    return read.ok ? { ...read, value: indexVocabulary(read.value) } : read;
  });
  const folders = (): readonly string[] => subfolders(rules).filter(isFolder);
  const schemeIds = (): readonly string[] =>
    yamlFiles(join(rules, 'schemes')).map(name => name.replace(/\.ya?ml$/u, ''));
  const open = async (folder: string, shown: string): Promise<Loaded<Pack>> => {
    const base = await vocabulary('');
    return base.ok ? loadPack(folder, shown, base.value) : base;
  };
  const pack = remember(async (name: string) => {
    const shipped = folders().find(folder => basename(folder) === name);
    if (shipped !== undefined) return open(shipped, join('rules', name));
    return isFolder(name)
      ? open(name, name)
      : unknownPack(
          name,
          folders().map(folder => basename(folder)),
        );
  });
  return {
    vocabulary: () => vocabulary(''),
    summaries: async () =>
      gather(await Promise.all(folders().map(folder => pack(basename(folder))))).values.map(summaryOf),
    pack,
    scheme: async (name, words) => {
      const place = schemePlace(name, rules);
      if (place === undefined) return unknownScheme(name, schemeIds());
      return loadScheme(
        place.path,
        place.shown,
        givenOr(words, () => vocabulary('')),
      );
    },
    packIds: () => folders().map(folder => basename(folder)),
    schemeIds,
  };
};

const openShipped = (): Library => {
  const prepared = join(import.meta.dirname, 'rules');
  return existsSync(join(prepared, 'index.json'))
    ? preparedLibrary(prepared)
    : folderLibrary(join(import.meta.dirname, '..', '..', '..', 'rules'));
};

let shipped: Library | undefined;

/** The shipped rules, opened once: prepared ones beside the built tool, else the folder in the project. */
export const shippedLibrary = (): Library => {
  shipped ??= openShipped();
  return shipped;
};
