import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { ScorecardSection } from '../../model/scoring/scorecard.ts';
import { namesakes } from '../namesakes.ts';
import { misshapen } from '../shape.ts';
import { get, type SourceNode } from '../source.ts';
import { boundAt, idAt, isFor, readItem } from './item.ts';
import { mapWith, misread, pointsAt, type ScorecardReading, titleAt, yesNoAt } from './reading.ts';

const KEYS = ['id', 'title', 'points', 'outside_total', 'floor', 'cap', 'for', 'items'];

const readSection = (reading: ScorecardReading, node: SourceNode): ScorecardSection | undefined => {
  const map = mapWith(reading, node, KEYS);
  if (map === undefined || !isFor(reading, map)) return undefined;
  const id = idAt(reading, map);
  const title = titleAt(reading, map);
  const points = pointsAt({ ...reading, row: { id: id ?? '', points: '0' } }, map);
  const floor = get(map, 'floor') === undefined ? null : boundAt(reading, map, 'floor');
  const cap = get(map, 'cap') === undefined ? null : boundAt(reading, map, 'cap');
  const outside = yesNoAt(reading, map, 'outside_total') ?? false;
  const list = get(map, 'items');
  const nodes = list?.kind === 'list' ? list.items : [];
  const items = nodes.flatMap(item => readItem(reading, item) ?? []);
  for (const key of ['items', 'title'])
    if (get(map, key) === undefined)
      reading.problems.push(problem('shape', map.location, { path: key, wanted: 'required' }));
  if (list !== undefined && nodes.length === 0) misshapen(reading, list, 'items', 'filled-list');
  if (id === undefined || title === undefined || points === undefined) return undefined;
  if (floor === undefined || cap === undefined || misread(map, 'title', title) || !isNonEmpty(items)) return undefined;
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
  reading.problems.push(...namesakes(sections.flatMap(section => [section, ...section.items])));
  return isNonEmpty(sections) ? sections : undefined;
};
