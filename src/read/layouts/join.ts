import { groupBy } from '../../model/base/group.ts';
import type { MapEntry, MapNode } from '../../model/base/source.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import { fold } from '../profile/names.ts';
import { type LinkedRecord, listValue } from './records.ts';
import type { SheetFacts } from './sheet-facts.ts';
import { isBlank } from './value.ts';

const MAX_CENTERS = 30_000;

const textOf = (entries: readonly MapEntry[], key: string): string => {
  const value = entries.find(
    entry => entry.key === key && entry.value.kind === 'scalar' && entry.value.text !== '',
  )?.value;
  return value?.kind === 'scalar' ? value.text.trim() : '';
};

const same = (a: MapEntry, b: MapEntry): boolean =>
  a.value.kind === 'scalar' && b.value.kind === 'scalar' && a.value.text.trim() === b.value.text.trim();

/** One entry a fact: blanks give way, what is said twice alike is said once, parts of one list are joined. */
export const joinEntries = (entries: readonly MapEntry[]): readonly MapEntry[] => {
  const joined: MapEntry[] = [];
  const filled = new Set(entries.filter(entry => !isBlank(entry)).map(({ key }) => key));
  for (const entry of entries) {
    if (isBlank(entry) && filled.has(entry.key)) continue;
    if (entry.value.kind === 'map' && joined.some(({ key }) => key === entry.key)) continue;
    const earlier = joined.findIndex(({ key, value }) => key === entry.key && value.kind !== 'map');
    const before = joined[earlier];
    if (before !== undefined && same(before, entry)) continue;
    if (before?.value.kind === 'list' && entry.value.kind === 'list')
      joined[earlier] = { ...before, value: { ...before.value, items: [...before.value.items, ...entry.value.items] } };
    else joined.push(entry);
  }
  return joined;
};

/** Sheets that name different centres are different centres; a sheet that names none goes with the one before it. */
export const formCenters = (sheets: readonly SheetFacts[]): readonly MapNode[] => {
  const centers: { name: string; entries: MapEntry[]; grid: SheetFacts['grid'] }[] = [];
  for (const { entries, grid } of sheets) {
    const name = fold(textOf(entries, 'center.name'));
    const known = centers.find(
      center => name === '' || center.name === '' || (center.name === name && isSame(center.entries, entries)),
    );
    const current = name === '' ? centers.at(-1) : known;
    if (current === undefined) centers.push({ name, entries: [...entries], grid });
    else {
      current.entries.push(...entries);
      current.name ||= name;
    }
  }
  return centers.map(({ entries, grid }) => ({
    kind: 'map',
    entries: joinEntries(entries),
    location: grid.locate(1, 1),
  }));
};

const nameOf = (node: MapNode): string => fold(textOf(node.entries, 'center.name'));

const townshipOf = (entries: readonly MapEntry[]): string => fold(textOf(entries, 'center.township'));

/** Centres of one name in two townships are two; one that does not say its township may be either. */
const isSame = (a: readonly MapEntry[], b: readonly MapEntry[]): boolean => {
  const [one, other] = [townshipOf(a), townshipOf(b)];
  return one === '' || other === '' || one === other;
};

/** Several tables: rows of one centre in different sheets are one centre. */
export const mergeTables = async (
  tables: readonly (AsyncIterable<MapNode> | readonly MapNode[])[],
): Promise<readonly MapNode[]> => {
  const centers: MapNode[] = [];
  const byName = new Map<string, number[]>();
  for (const table of tables) {
    const own: [string, number][] = [];
    for await (const node of table) {
      const name = nameOf(node);
      const known = (byName.get(name) ?? []).filter(at => isSame(centers[at]?.entries ?? [], node.entries));
      const [at] = known;
      const earlier = name === '' || known.length !== 1 || at === undefined ? undefined : centers[at];
      if (at !== undefined && earlier !== undefined)
        centers[at] = { ...earlier, entries: joinEntries([...earlier.entries, ...node.entries]) };
      else own.push([name, centers.push(node) - 1]);
      if (centers.length > MAX_CENTERS) throw new Refusal('too-many-cells');
    }
    for (const [name, at] of own) if (name !== '') byName.set(name, [...(byName.get(name) ?? []), at]);
  }
  return centers;
};

/** A centre with the records of other sheets that name it; those are then taken from `linked`. */
export const withLinked = (node: MapNode, linked: Map<string, LinkedRecord[]>): MapNode => {
  const name = nameOf(node);
  const own = name === '' ? undefined : linked.get(name);
  if (own === undefined) return node;
  linked.delete(name);
  const lists = groupBy(own, ({ records }) => records);
  const entries = [...lists].map(([records, items]): MapEntry => {
    const nodes = items.map(item => item.node);
    const location = nodes[0]?.location ?? node.location;
    return {
      key: records.id,
      keyLocation: location,
      heading: records.label.zh,
      value: listValue(nodes, location),
    };
  });
  return { ...node, entries: joinEntries([...node.entries, ...entries]) };
};
