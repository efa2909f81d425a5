import { groupBy } from '../../model/base/group.ts';
import { formatLocation, type Location } from '../../model/base/location.ts';
import { type MapEntry, type SourceNode, textOf } from '../../model/base/source.ts';
import type { Fact } from '../../model/base/value.ts';
import type { Profile } from '../../model/profile/profile.ts';

/** What was made of one entry of a profile. */
export interface Understood {
  /** As it stands in the file. */
  readonly heading: string;
  readonly location: Location;
  /** Absent where the heading was not known, or the value could not be read. */
  readonly fact?: { readonly id: string; readonly read: Fact };
  readonly written: string;
  /** What was read in its place, where that differs: a tick for its label, a number with the unit of its heading. */
  readonly taken: string;
}

const writtenIn = (node: SourceNode): string => {
  switch (node.kind) {
    case 'scalar':
      return node.value === null ? '' : String(node.value);
    case 'list':
      return node.items.map(writtenIn).join('、');
    case 'map':
      return node.entries.map(({ key, value }) => `${key}=${writtenIn(value)}`).join(' ');
  }
};

const takenFrom = (node: SourceNode): string => {
  if (node.kind === 'scalar') return node.text;
  return node.kind === 'list' ? node.items.map(takenFrom).join('、') : writtenIn(node);
};

/** All that was read, with the facts of records. */
const factsIn = (facts: Profile['facts']): readonly { readonly id: string; readonly read: Fact }[] =>
  [...facts].flatMap(([id, read]) => {
    const items = read.state === 'declared' && read.value.type === 'records' ? read.value.items : [];
    return [{ id, read }, ...items.flatMap(item => factsIn(item.facts))];
  });

const entriesIn = (node: SourceNode): readonly MapEntry[] => {
  if (node.kind === 'list') return node.items.flatMap(entriesIn);
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(entry => {
    const inner = entriesIn(entry.value);
    const isBlank = entry.value.kind !== 'list' && textOf(entry.value).trim() === '';
    return inner.length > 0 || isBlank ? inner : [entry];
  });
};

/** Every entry of a profile that is not blank: what it was taken for, and what was read. */
export const understoodIn = (root: SourceNode, profile: Profile): readonly Understood[] => {
  // Of a cell that holds several answers, all of them.
  const places = groupBy(factsIn(profile.facts), ({ read }) => formatLocation(read.location));
  return entriesIn(root).map(({ key, heading = key, value }) => {
    const there = places.get(formatLocation(value.location));
    const fact = there?.find(({ id }) => id === key) ?? there?.at(-1);
    return {
      heading,
      location: value.location,
      written: writtenIn(value),
      taken: takenFrom(value),
      ...(fact && { fact }),
    };
  });
};
