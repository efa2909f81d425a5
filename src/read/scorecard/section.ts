import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { get, itemsOf, type SourceNode } from '../../model/base/source.ts';
import { append, isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Item, ScorecardSection } from '../../model/scoring/scorecard.ts';
import { namesakes } from '../namesakes.ts';
import { misshapen } from '../shape.ts';
import { fieldsAt, keysOf, needed, orElse, type ReadAt, stated, under } from './fields.ts';
import { boundAt, idAt, isFor, readItem } from './item.ts';
import { hasRoom, mapWith, pointsAt, type ScorecardReading, textOf, titleAt, yesNoAt } from './reading.ts';

const itemsAt: ReadAt<readonly Item[]> = stated((reading, node, key) => {
  const items = itemsOf(node);
  if (items.length === 0) return misshapen(reading, node, key, 'filled-list');
  return items.flatMap(item => readItem(reading, item) ?? []);
});

const SECTION = {
  id: needed(idAt),
  title: needed(titleAt),
  points: needed(pointsAt),
  outside: under('outside_total', orElse(yesNoAt, false)),
  floor: orElse(boundAt, null),
  cap: orElse(boundAt, null),
  items: needed(itemsAt),
};

const KEYS = [...keysOf(SECTION), 'for'];

const readSection = (reading: ScorecardReading, node: SourceNode): ScorecardSection | undefined => {
  const map = mapWith(reading, node, KEYS);
  if (map === undefined || !isFor(reading, map)) return undefined;
  const row = { id: textOf(get(map, 'id')), points: '0' };
  const read = fieldsAt({ ...reading, row }, map, SECTION);
  const items = read?.items ?? [];
  return read && hasRoom(reading, get(map, 'floor') ?? map, read.floor, read.cap) && isNonEmpty(items)
    ? { ...read, items, location: map.location }
    : undefined;
};

/** The sections of a scorecard or form, for one class of place. */
export const readSections = (
  reading: ScorecardReading,
  node: SourceNode | undefined,
  at: Location,
): NonEmpty<ScorecardSection> | undefined => {
  const nodes = itemsOf(node);
  const sections = nodes.flatMap(part => readSection(reading, part) ?? []);
  if (nodes.length === 0) reading.problems.push(problem('shape', at, { path: 'sections', wanted: 'filled-list' }));
  append(reading.problems, namesakes(sections.flatMap(section => [section, ...section.items])));
  return isNonEmpty(sections) ? sections : undefined;
};
