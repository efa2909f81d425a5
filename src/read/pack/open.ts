import type { Loaded } from '../../model/base/problem.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { type Library, shippedLibrary } from './library.ts';

const own = () => import('./own-packs.ts');

/** The shipped library, with every pack in a folder of one's own. */
export const openLibrary = async (folder?: string): Promise<Loaded<Library>> =>
  folder === undefined
    ? { ok: true, value: shippedLibrary(), warnings: [] }
    : (await own()).withFolder(shippedLibrary(), folder);

/** The words that profiles are opened with, with those of packs that are named. */
export const wordsFor = async (library: Library, ids: readonly string[]): Promise<Loaded<Vocabulary>> =>
  ids.length === 0 ? library.vocabulary() : (await own()).wordsWith(library, ids);
