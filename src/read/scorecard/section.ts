import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Item, ScorecardSection } from '../../model/scoring/scorecard.ts';
import { get, type SourceNode } from '../source.ts';
import { boundAt, idAt, isFor, readItem } from './item.ts';
import { mapWith, misread, pointsAt, type ScorecardReading, textOf, titleAt } from './reading.ts';

const KEYS = ['id', 'title', 'points', 'outside_total', 'floor', 'cap', 'for', 'items'];

const YES = new Set(['yes', 'true', '是']);

const readSection = (reading: ScorecardReading, node: SourceNode): ScorecardSection | undefined => {
  const map = mapWith(reading, node, KEYS);
  if (map === undefined || !isFor(reading, map)) return undefined;
  const id = idAt(reading, map);
  const title = titleAt(reading, map);
  const points = pointsAt({ ...reading, row: { id: id ?? '', points: '0' } }, map);
  const floor = get(map, 'floor') === undefined ? null : boundAt(reading, map, 'floor');
  const cap = get(map, 'cap') === undefined ? null : boundAt(reading, map, 'cap');
  const list = get(map, 'items');
  const nodes = list?.kind === 'list' ? list.items : [];
  const items = nodes.flatMap(item => readItem(reading, item) ?? []);
  if (nodes.length === 0 || get(map, 'title') === undefined) {
    const path = nodes.length === 0 ? 'items' : 'title';
    reading.problems.push(problem('shape', (list ?? map).location, { path, wanted: 'required' }));
  }
  if (id === undefined || title === undefined || points === undefined) return undefined;
  if (floor === undefined || cap === undefined || misread(map, 'title', title) || !isNonEmpty(items)) return undefined;
  const outside = YES.has(textOf(get(map, 'outside_total')));
  return { id, title, points, outside, floor, cap, items, location: map.location };
};

/** The sections of a scorecard or form, for one class of place. */
export const readSections = (
  reading: ScorecardReading,
  node: SourceNode | undefined,
  at: Location,
): NonEmpty<ScorecardSection> | undefined => {
  const nodes = node?.kind === 'list' ? node.items : [];
  const sections = nodes.flatMap(part => readSection(reading, part) ?? []);
  if (nodes.length === 0) reading.problems.push(problem('shape', at, { path: 'sections', wanted: 'filled-list' }));
  checkTwice(reading, sections);
  return isNonEmpty(sections) ? sections : undefined;
};

const checkTwice = (reading: ScorecardReading, sections: readonly ScorecardSection[]): void => {
  const first = new Map<string, Location>();
  const named: readonly (ScorecardSection | Item)[] = sections.flatMap(section => [section, ...section.items]);
  for (const { id, location } of named) {
    const earlier = first.get(id);
    if (earlier !== undefined) reading.problems.push(problem('duplicate-id', location, { id, first: earlier }));
    else first.set(id, location);
  }
};
