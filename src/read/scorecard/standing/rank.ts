import { canonical } from '../../../model/base/exact.ts';
import { get, type SourceNode } from '../../../model/base/source.ts';
import type { RankRule } from '../../../model/scoring/rank.ts';
import { misshapen } from '../../shape.ts';
import { fieldsAt, oneOf, orElse } from '../fields.ts';
import { mapWith, type ScorecardReading, textOf } from '../reading.ts';

const PLACES = /^(?:([1-9]\d{0,3})|(\d{1,2}(?:\.\d{1,2})?|100)%)$/u;

/** `{ first: 20% }`, `{ last: 3, among: class }`. */
export const readRank = (reading: ScorecardReading, node: SourceNode): RankRule | undefined => {
  const map = mapWith(reading, node, ['first', 'last', 'among']);
  if (map === undefined) return undefined;
  const [stated, ...more] = (['first', 'last'] as const).filter(key => get(map, key) !== undefined);
  const read = fieldsAt(reading, map, { among: orElse(oneOf('all', 'class'), 'all') });
  if (read === undefined) return undefined;
  if (stated === undefined || more.length > 0)
    return misshapen(reading, node, 'rank', { written: '{ first: 20% } · { last: 3 }' });
  const at = get(map, stated) ?? node;
  const [, place, share] = PLACES.exec(textOf(at).normalize('NFKC')) ?? [];
  const through = place ?? share;
  return through === undefined || Number(through) === 0
    ? misshapen(reading, at, stated, { written: '3 · 20%' })
    : { end: stated, through: canonical(through), by: place === undefined ? 'percent' : 'place', ...read };
};
