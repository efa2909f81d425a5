import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Loaded, loaded, type Problem, problem, refused } from '../../../model/base/problem.ts';
import { entriesOf, get, type MapEntry, type SourceNode, set, textOf } from '../../../model/base/source.ts';
import { readBytes, sha256, subfolders } from '../../files/files.ts';
import { decodeText, parseText } from '../../files/text.ts';
import { meant } from '../../profile/names.ts';
import { isFolder, type PackFolder, shippedRules } from '../find-rules.ts';
import type { PackSource, SchemeSource } from '../pack.ts';
import { merged } from './merge.ts';

const pointsIn = (pack: SourceNode): readonly MapEntry[] =>
  entriesOf(get(pack, 'override')).flatMap(({ key, value }) =>
    entriesOf(value).flatMap(entry => (entry.key === 'points' ? [{ ...entry, key }] : [])),
  );

/** The tool's own scheme under the name of a pack that gives points of its own. */
const ownScheme = async (pack: SourceNode): Promise<Loaded<SchemeSource>> => {
  const [file, shown] = [join(shippedRules(), 'schemes', 'default.yaml'), join('rules', 'schemes', 'default.yaml')];
  const bytes = readBytes(file);
  const text = bytes.ok ? decodeText(shown, bytes.value) : bytes;
  const node = text.ok ? await parseText(shown, text.value) : text;
  if (!node.ok || node.value.kind !== 'map') return node as Loaded<never>;
  const named = set(set(node.value, 'id', get(pack, 'id')), 'title', get(pack, 'title'));
  return loaded([], () => ({ node: named, sha256: '' }));
};

const pointed = ({ node, ...rest }: SchemeSource, points: readonly MapEntry[], digest: string): SchemeSource => {
  if (node.kind !== 'map') return { ...rest, node };
  const rules = entriesOf(get(node, 'rules')).filter(({ key }) => !points.some(entry => entry.key === key));
  const { location } = node;
  const all: SourceNode = { kind: 'map', location, entries: [...rules, ...points] };
  return { ...rest, node: set(node, 'rules', all), sha256: sha256(`${rest.sha256}\n${digest}\n`) };
};

/** A pack that is scored with the points that its changes give to rules of the pack that it extends. */
const withPoints = async (source: PackSource, own: PackSource): Promise<Loaded<PackSource>> => {
  const points = pointsIn(own.pack);
  if (points.length === 0) return loaded([], () => source);
  const { schemes = [] } = source;
  const base = schemes.length > 0 ? undefined : await ownScheme(own.pack);
  if (base?.ok === false) return base;
  const all = base === undefined ? schemes : [base.value];
  return loaded([], () => ({ ...source, schemes: all.map(scheme => pointed(scheme, points, own.sha256)) }));
};

interface Named {
  readonly node: SourceNode;
  readonly pack: string;
  readonly called?: string;
}

const namedIn = (head: SourceNode): Named | undefined => {
  const node = get(head, 'extends');
  if (node?.kind === 'scalar') return { node, pack: node.text };
  const pack = get(node, 'pack');
  if (node === undefined || pack?.kind !== 'scalar') return undefined;
  const called = textOf(get(node, 'called'));
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
  read: (folder: PackFolder, within: readonly string[]) => Promise<Loaded<PackSource>>,
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
  const title = named.called ?? textOf(get(base.value.pack, 'document', 'title'));
  const scored = await withPoints(merged(own, base.value, title, problems), own);
  if (!scored.ok) return scored;
  return loaded(problems, () => ({
    ...scored.value,
    sha256: sha256(`${own.sha256}\n${base.value.sha256}\n`),
    base: {
      id: textOf(get(base.value.pack, 'id')),
      version: textOf(get(base.value.pack, 'version')),
      called: title,
      ...place,
      ...(base.value.base && { base: base.value.base }),
    },
  }));
};
