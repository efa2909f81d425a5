import { isAbove } from '../../../model/base/exact.ts';
import type { Amount } from '../../../model/scoring/scorecard.ts';
import { itemsIn } from '../../../model/scoring/walk.ts';
import { get, type MapNode } from '../../source.ts';
import { takesAverage } from '../passes.ts';
import { defect, lackingOf, mapWith, numberAt, pointsAt, type ScorecardReading } from '../reading.ts';

/** Another form, scored on its own total, of which this row takes its share. */
export const readForm = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const stated = get(node, 'form') ?? node;
  const map = mapWith(reading, stated, ['total', 'sections']);
  const points = pointsAt(reading, node);
  const total = map && numberAt(reading, map, 'total');
  if (map === undefined || points === undefined) return undefined;
  if (total === undefined) return lackingOf(reading, map, ['total']);
  if (!isAbove(total, '0'))
    return defect(reading, map.location, 'too-small', { key: 'total', least: '> 0', found: total });
  const sections = reading.within.sections(reading, get(map, 'sections'), map.location);
  const averaged = itemsIn(sections ?? []).find(takesAverage);
  if (averaged !== undefined) return defect(reading, averaged.location, 'peers-in-form', { row: averaged.title.zh });
  return sections && { kind: 'form', points, total, sections };
};
