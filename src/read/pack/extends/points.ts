import { join } from 'node:path';
import { type Loaded, loaded } from '../../../model/base/problem.ts';
import { entriesOf, get, type MapEntry, type SourceNode } from '../../../model/base/source.ts';
import { readBytes, sha256 } from '../../files/files.ts';
import { decodeText, parseText } from '../../files/text.ts';
import { shippedRules } from '../find-rules.ts';
import type { PackSource, SchemeSource } from '../pack.ts';
import { at, set } from './merge.ts';

/** The points that changes give to rules, by rule. */
const pointsIn = (pack: SourceNode): readonly MapEntry[] =>
  entriesOf(at(pack, 'override')).flatMap(({ key, value }) =>
    entriesOf(value).flatMap(entry => (entry.key === 'points' ? [{ ...entry, key }] : [])),
  );

/** The tool's own scheme under the name of a pack that gives points of its own. */
const ownScheme = async (pack: SourceNode): Promise<Loaded<SchemeSource>> => {
  const [file, shown] = [join(shippedRules(), 'schemes', 'default.yaml'), join('rules', 'schemes', 'default.yaml')];
  const bytes = readBytes(file);
  const text = bytes.ok ? decodeText(shown, bytes.value) : bytes;
  const node = text.ok ? await parseText(shown, text.value) : text;
  if (!node.ok || node.value.kind !== 'map') return node as Loaded<never>;
  const named = set(set(node.value, 'id', at(pack, 'id')), 'title', at(pack, 'title'));
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
export const withPoints = async (source: PackSource, own: PackSource): Promise<Loaded<PackSource>> => {
  const points = pointsIn(own.pack);
  if (points.length === 0) return loaded([], () => source);
  const { schemes = [] } = source;
  const base = schemes.length > 0 ? undefined : await ownScheme(own.pack);
  if (base?.ok === false) return base;
  const all = base === undefined ? schemes : [base.value];
  return loaded([], () => ({ ...source, schemes: all.map(scheme => pointed(scheme, points, own.sha256)) }));
};
