import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, problem } from '../../model/base/problem.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { subfolders } from '../files/files.ts';
import { namesakes } from '../shape.ts';
import { isFolder, unknownPack } from './find-rules.ts';
import { type Library, shippedLibrary, summaryOf } from './library.ts';

const ownFolders = (folder: string): readonly string[] =>
  subfolders(folder).filter(path => existsSync(join(path, 'pack.yaml')));

/** The library with packs of one's own before it: by id or by the name of their folder, and found by county. */
const withPacks = (library: Library, own: ReadonlyMap<string, Pack>): Library => {
  const packs = [...own.values()];
  const ids = packs.map(({ id }) => id);
  const find = (name: string): Pack | undefined => packs.find(({ id }) => id === name) ?? own.get(name);
  return {
    ...library,
    pack: async name => {
      const found = find(name);
      if (found !== undefined) return { ok: true, value: found, warnings: [] };
      const others = library.packIds();
      return others.includes(name) || isFolder(name) ? library.pack(name) : unknownPack(name, [...ids, ...others]);
    },
    summaries: async () => [
      ...packs.map(summaryOf),
      ...(await library.summaries()).filter(({ id }) => !ids.includes(id)),
    ],
    packIds: () => [...ids, ...library.packIds().filter(id => !ids.includes(id))],
  };
};

const headOf = (folder: string): Location => ({ file: join(folder, 'pack.yaml'), line: 1, column: 1 });

/** The shipped library, and every pack in a folder of one's own; one that has a mistake stops everything. */
export const openLibrary = async (folder?: string): Promise<Loaded<Library>> => {
  const library = shippedLibrary();
  if (folder === undefined) return { ok: true, value: library, warnings: [] };
  const folders = ownFolders(folder);
  const read = await Promise.all(folders.map(path => library.pack(path)));
  const missing = folders.length === 0 ? [problem('no-packs', { file: folder, line: 1, column: 1 }, {})] : [];
  const problems = read.flatMap(pack => (pack.ok ? pack.warnings : pack.problems));
  const places = read.flatMap((pack, index) =>
    pack.ok ? [{ id: pack.value.id, location: headOf(folders[index] ?? '') }] : [],
  );
  return loaded([...missing, ...problems, ...namesakes(places)], () => {
    const own = read.flatMap((pack, index) => (pack.ok ? [[basename(folders[index] ?? ''), pack.value] as const] : []));
    return withPacks(library, new Map(own));
  });
};
