import { isAbove } from '../../../model/base/exact.ts';
import { get, type MapNode } from '../../../model/base/source.ts';
import type { Amount } from '../../../model/scoring/scorecard.ts';
import { itemsIn } from '../../../model/scoring/walk.ts';
import { fieldsAt, needed } from '../fields.ts';
import { takesAverage } from '../passes.ts';
import { defect, mapWith, numberAt, pointsAt, type ScorecardReading } from '../reading.ts';

/** Another form, scored on its own total, of which this row takes its share. */
export const readForm = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const map = mapWith(reading, get(node, 'form') ?? node, ['total', 'sections']);
  const own = fieldsAt(reading, node, { points: needed(pointsAt) });
  const read = map && fieldsAt(reading, map, { total: needed(numberAt) });
  if (map === undefined || own === undefined || read === undefined) return undefined;
  if (!isAbove(read.total, '0'))
    return defect(reading, map.location, 'too-small', { key: 'total', least: '> 0', found: read.total });
  const sections = reading.within.sections(reading, get(map, 'sections'), map.location);
  const averaged = itemsIn(sections ?? []).find(takesAverage);
  if (averaged !== undefined) return defect(reading, averaged.location, 'peers-in-form', { row: averaged.title.zh });
  return sections && { kind: 'form', ...own, ...read, sections };
};
