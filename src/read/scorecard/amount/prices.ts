import { problem } from '../../../model/base/problem.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, OptionOf, PricedBand } from '../../../model/scoring/scorecard.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { get, type MapNode, type SourceNode } from '../../source.ts';
import {
  checkAt,
  listOf,
  mapWith,
  misread,
  pointsAt,
  readCheck,
  type ScorecardReading,
  textOf,
  titleAt,
} from '../reading.ts';
import { checkBands, EDGES, type LocatedBand, readBand } from './bands.ts';
import { readFigure, type Scale } from './figure.ts';
import { readMeasure } from './measure.ts';

/** Reads bands with their points against the scale of what they sort. */
const readPricedBands = (
  reading: ScorecardReading,
  node: MapNode,
  scale: Scale,
): readonly (LocatedBand & { readonly band: PricedBand })[] | undefined => {
  const stated = get(node, 'bands');
  const nodes = stated?.kind === 'list' ? stated.items : [];
  const bands = nodes.flatMap(part => {
    const map = mapWith(reading, part, [...EDGES, 'points', 'title']);
    const band = map && readBand(reading, map, (at, key) => readFigure(reading, scale, at, key));
    const points = map && pointsAt(reading, map);
    const title = map && titleAt(reading, map);
    return map === undefined || band === undefined || points === undefined || misread(map, 'title', title)
      ? []
      : [{ node: map, band: { ...band, points, ...(title && { title }) } }];
  });
  if (nodes.length === 0)
    reading.problems.push(problem('shape', (stated ?? node).location, { path: 'bands', wanted: 'filled-list' }));
  return bands.length === nodes.length && nodes.length > 0 ? bands : undefined;
};

export const readTiers = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const read = readMeasure(reading, get(node, 'tiers') ?? node);
  const located = read && readPricedBands(reading, node, read.scale);
  if (read === undefined || located === undefined) return undefined;
  const { measure } = read;
  const grain = measure.domain.whole ? { grain: '1' } : {};
  const rules = { domain: measure.domain, ...grain, gap: 'bands-gap', overlap: 'bands-overlap' } as const;
  const bands = located.map(({ band }) => band);
  return checkBands(reading, located, rules) && isNonEmpty(bands) ? { kind: 'tiers', measure, bands } : undefined;
};

const readOption = (reading: ScorecardReading, node: SourceNode): OptionOf<Expression> | undefined => {
  const map = mapWith(reading, node, ['if', 'points', 'title']);
  const points = map && pointsAt(reading, map);
  const check = map && checkAt(reading, map, 'if');
  const title = map && titleAt(reading, map);
  if (map === undefined || points === undefined || misread(map, 'title', title)) return undefined;
  if (get(map, 'if') === undefined)
    reading.problems.push(problem('shape', map.location, { path: 'if', wanted: 'required' }));
  return check && { if: check, points, ...(title && { title }) };
};

export const readOptions = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const nodes = listOf(get(node, 'options') ?? node);
  const options = nodes.flatMap(part => readOption(reading, part) ?? []);
  const otherwise = pointsAt(reading, node, 'otherwise');
  return options.length < nodes.length || !isNonEmpty(options) || otherwise === undefined
    ? undefined
    : { kind: 'options', options, otherwise };
};

/** One price for each term that a fact or field may be. */
export const readPointsBy = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const field = get(node, 'points_by') ?? node;
  const prices = get(node, 'prices');
  const otherwise = pointsAt(reading, node, 'otherwise');
  if (prices?.kind !== 'map' || prices.entries.length === 0) {
    reading.problems.push(
      problem('shape', (prices ?? node).location, { path: 'prices', wanted: { written: '{ 用语: 分值 }' } }),
    );
    return undefined;
  }
  const options = prices.entries.flatMap(({ key, keyLocation }) => {
    const value = { kind: 'scalar', text: key, value: key, location: keyLocation } as const;
    const entry = { key: textOf(field), keyLocation: field.location, value };
    const check = readCheck(reading, { kind: 'map', entries: [entry], location: keyLocation });
    const points = pointsAt(reading, prices, key);
    return check === undefined || points === undefined ? [] : [{ if: check, points, title: { zh: key, en: key } }];
  });
  return options.length < prices.entries.length || !isNonEmpty(options) || otherwise === undefined
    ? undefined
    : { kind: 'options', options, otherwise };
};
