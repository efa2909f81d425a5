import { isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, OptionOf, PricedBand } from '../../../model/scoring/scorecard.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { get, type MapNode, type SourceNode } from '../../source.ts';
import {
  checkAt,
  lackingOf,
  mapWith,
  misread,
  pointsAt,
  readCheck,
  type ScorecardReading,
  someOf,
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
  if (stated === undefined) lackingOf(reading, node, ['bands']);
  else if (nodes.length === 0) misshapen(reading, stated, 'bands', 'filled-list');
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
  lackingOf(reading, map, ['if']);
  return check && { if: check, points, ...(title && { title }) };
};

export const readOptions = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const nodes = someOf(reading, get(node, 'options') ?? node, 'options');
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
  if (prices === undefined) return lackingOf(reading, node, ['prices']);
  if (prices.kind !== 'map' || prices.entries.length === 0) {
    return misshapen(reading, prices ?? node, 'prices', { written: '{ 用语: 分值 }' });
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
