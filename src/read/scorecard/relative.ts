import { isAbove } from '../../model/base/exact.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { Amount, RankBand, RelativeRule } from '../../model/scoring/scorecard.ts';
import { get, type MapNode, type SourceNode } from '../source.ts';
import { readFigure, type Scale } from './amount/figure.ts';
import { readMeasure } from './amount/measure.ts';
import { defect, lackingOf, listOf, mapWith, misread, pointsAt, type ScorecardReading, wordAt } from './reading.ts';

/** Points by comparison with the other centres of the round: own ÷ best, by rank, or by share of the ranks. */
export const readRelative = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const read = readMeasure(reading, get(node, 'relative') ?? node);
  const points = pointsAt(reading, node);
  const rule = readRule(reading, node);
  return read === undefined || points === undefined || rule === undefined
    ? undefined
    : { kind: 'relative', measure: read.measure, points, rule };
};

const readRule = (reading: ScorecardReading, node: MapNode): RelativeRule | undefined => {
  const kind = wordAt(reading, node, 'to', ['best', 'rank', 'quantile']);
  const wanted = wordAt(reading, node, 'wanted', ['highest', 'lowest']);
  if (misread(node, 'to', kind) || misread(node, 'wanted', wanted)) return undefined;
  if (kind === undefined || wanted === undefined)
    return defect(reading, node.location, 'step-unknown', {
      accepted: 'relative: …, to: best | rank | quantile, wanted: highest | lowest',
    });
  const among = get(node, 'among') === undefined ? 'all' : wordAt(reading, node, 'among', ['all', 'class']);
  if (among === undefined) return undefined;
  if (kind === 'best') return { kind, wanted, among };
  const nodes = listOf(get(node, 'bands') ?? node);
  const scale: Scale = kind === 'rank' ? { kind: 'plain' } : { kind: 'percent' };
  const bands = nodes.flatMap(part => readRankBand(reading, part, scale) ?? []);
  const otherwise = pointsAt(reading, node, 'otherwise');
  const falls = bands.every(({ through }, index) => index === 0 || isAbove(through, bands[index - 1]?.through ?? '0'));
  if (!falls) return defect(reading, node.location, 'escalation-order');
  return bands.length === nodes.length && isNonEmpty(bands) && otherwise !== undefined
    ? { kind, wanted, among, bands, otherwise }
    : undefined;
};

const readRankBand = (reading: ScorecardReading, node: SourceNode, scale: Scale): RankBand | undefined => {
  const map = mapWith(reading, node, ['through', 'points']);
  const stated = map && get(map, 'through');
  const through = stated && readFigure(reading, scale, stated, 'through');
  const points = map && pointsAt(reading, map);
  if (map !== undefined && stated === undefined) return lackingOf(reading, map, ['through']);
  return through === undefined || points === undefined ? undefined : { through, points };
};
