import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Loaded, loaded, type Problem, problem, refused } from '../../../model/base/problem.ts';
import { sha256, subfolders } from '../../files/files.ts';
import { meant } from '../../profile/names.ts';
import { get, type SourceNode } from '../../source.ts';
import { isFolder, type PackFolder, shippedRules } from '../find-rules.ts';
import type { PackSource } from '../pack.ts';
import { at, merged, textAt } from './merge.ts';
import { withPoints } from './points.ts';

type Read = (folder: PackFolder, within: readonly string[]) => Promise<Loaded<PackSource>>;

interface Named {
  readonly node: SourceNode;
  readonly pack: string;
  readonly called?: string;
}

const namedIn = (head: SourceNode): Named | undefined => {
  const node = at(head, 'extends');
  if (node?.kind === 'scalar') return { node, pack: node.text };
  const pack = node?.kind === 'map' ? get(node, 'pack') : undefined;
  if (node === undefined || pack?.kind !== 'scalar') return undefined;
  const called = textAt(node, 'called');
  return { node: pack, pack: pack.text, ...(called !== '' && { called }) };
};

/** Beside the pack, or among those that come with the tool. */
const placesOf = (name: string, { path, shown }: PackFolder): readonly PackFolder[] => [
  { path: join(dirname(resolve(path)), name), shown: join(dirname(shown), name) },
  { path: join(shippedRules(), name), shown: join('rules', name) },
];

const known = ({ path }: PackFolder): readonly string[] =>
  [dirname(resolve(path)), shippedRules()]
    .flatMap(folder => subfolders(folder).filter(isFolder))
    .map(found => basename(found));

/** The pack with what it takes from the one that it extends; itself where it extends none. */
export const withBase = async (
  own: PackSource,
  folder: PackFolder,
  read: Read,
  within: readonly string[] = [],
): Promise<Loaded<PackSource>> => {
  const named = namedIn(own.pack);
  if (named === undefined) return loaded([], () => own);
  const here = [...within, resolve(folder.path)];
  const place = placesOf(named.pack, folder).find(({ path }) => existsSync(join(path, 'pack.yaml')));
  const { location } = named.node;
  if (place === undefined)
    return refused([problem('unknown-pack', location, { id: named.pack, ...meant(named.pack, known(folder)) })]);
  if (here.includes(resolve(place.path)))
    return refused([problem('shape', location, { path: 'extends', wanted: 'other-pack', found: named.pack })]);
  const base = await read(place, here);
  if (!base.ok) return base;
  const problems: Problem[] = [...base.warnings];
  const title = named.called ?? textAt(base.value.pack, 'document', 'title');
  const scored = await withPoints(merged(own, base.value, title, problems), own);
  if (!scored.ok) return scored;
  return loaded(problems, () => ({
    ...scored.value,
    sha256: sha256(`${own.sha256}\n${base.value.sha256}\n`),
    base: {
      id: textAt(base.value.pack, 'id'),
      version: textAt(base.value.pack, 'version'),
      called: title,
      ...place,
      ...(base.value.base && { base: base.value.base }),
    },
  }));
};
