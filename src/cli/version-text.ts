import { shippedLibrary } from '../read/pack/library.ts';
import { VERSION } from './version.ts';

/** The version on a line of its own, then each shipped standard with its digest. */
export const versionText = async (): Promise<string> => {
  const packs = await shippedLibrary().summaries();
  return [VERSION, ...packs.map(({ id, version, sha256 }) => `${id} ${version} sha256:${sha256}`)]
    .map(line => `${line}\n`)
    .join('');
};
