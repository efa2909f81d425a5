import { isAbove } from '../../model/base/exact.ts';
import type { MapNode } from '../../model/base/source.ts';
import type { Amount } from '../../model/scoring/scorecard.ts';
import { figureAt, type Scale } from './amount/figure.ts';
import { measureAt } from './amount/measure.ts';
import { fieldsAt, having, needed, nodeAt, oneOf, orElse, perhaps, type Read, severalAt } from './fields.ts';
import { defect, pointsAt, type ScorecardReading } from './reading.ts';

/** Points by comparison with the other centres of the round: own ÷ best, by rank, or by share of the ranks. */
export const RELATIVE = {
  relative: needed(measureAt),
  points: needed(pointsAt),
  to: perhaps(oneOf('best', 'rank', 'quantile')),
  wanted: perhaps(oneOf('highest', 'lowest')),
  among: orElse(oneOf('all', 'class'), 'all'),
  bands: perhaps(nodeAt),
  otherwise: perhaps(nodeAt),
};

export const relativeOf = (
  { relative: { measure }, points, to: kind, wanted, among }: Read<typeof RELATIVE>,
  reading: ScorecardReading,
  node: MapNode,
): Amount | undefined => {
  if (kind === undefined || wanted === undefined)
    return defect(reading, node.location, 'step-unknown', {
      accepted: 'relative: …, to: best | rank | quantile, wanted: highest | lowest',
    });
  if (kind === 'best') return { kind: 'relative', measure, points, rule: { kind, wanted, among } };
  const scale: Scale = kind === 'rank' ? { kind: 'plain' } : { kind: 'percent' };
  const ranks = fieldsAt(reading, node, { bands: needed(severalAt(rankBandIn(scale))), otherwise: needed(pointsAt) });
  if (ranks === undefined) return undefined;
  const { bands } = ranks;
  const falls = bands.every(({ through }, index) => index === 0 || isAbove(through, bands[index - 1]?.through ?? '0'));
  return falls
    ? { kind: 'relative', measure, points, rule: { kind, wanted, among, ...ranks } }
    : defect(reading, node.location, 'escalation-order');
};

const rankBandIn = (scale: Scale) => having({ through: needed(figureAt(scale)), points: needed(pointsAt) });
