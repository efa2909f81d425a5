import { atomsOf } from '../../../language/walk.ts';
import { get, type MapNode, type SourceNode, textNode } from '../../../model/base/source.ts';
import { type Bilingual, isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, PricedBand } from '../../../model/scoring/scorecard.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { fieldsAt, keysOf, needed, nodeAt, perhaps, type Read, severalAt } from '../fields.ts';
import {
  checkAt,
  lackingOf,
  mapWith,
  pointsAt,
  readCheck,
  type ScorecardReading,
  textOf,
  titleAt,
} from '../reading.ts';
import { checkBands, EDGES, type LocatedBand, readBand } from './bands.ts';
import { type ReadMeasure, readFigure, type Scale } from './figure.ts';

const BAND = { points: needed(pointsAt), title: perhaps(titleAt) };

/** A band with its points, against the scale of what it sorts. */
const pricedBand =
  (scale: Scale) =>
  (reading: ScorecardReading, node: SourceNode): (LocatedBand & { readonly band: PricedBand }) | undefined => {
    const map = mapWith(reading, node, [...EDGES, ...keysOf(BAND)]);
    const band = map && readBand(reading, map, (at, key) => readFigure(reading, scale, at, key));
    const priced = map && fieldsAt(reading, map, BAND);
    return band && priced && { node, band: { ...band, ...priced } };
  };

export const tiersOf = (
  { tiers: { measure, scale } }: { readonly tiers: ReadMeasure },
  reading: ScorecardReading,
  node: MapNode,
): Amount | undefined => {
  const read = fieldsAt(reading, node, { bands: needed(severalAt(pricedBand(scale))) });
  if (read === undefined) return undefined;
  const grain = measure.domain.whole ? { grain: '1' } : {};
  const rules = { domain: measure.domain, ...grain, gap: 'bands-gap', overlap: 'bands-overlap' } as const;
  const bands = read.bands.map(({ band }) => band);
  return checkBands(reading, read.bands, rules) && isNonEmpty(bands) ? { kind: 'tiers', measure, bands } : undefined;
};

export const OPTION = { if: needed(checkAt), points: needed(pointsAt), title: perhaps(titleAt) };

/** One price for each term that a fact or field may be. */
export const PRICES = {
  pointsBy: needed(nodeAt),
  prices: needed<MapNode>((reading, node, key) => {
    const prices = get(node, key);
    if (prices === undefined) return lackingOf(reading, node, key);
    return prices.kind === 'map' && prices.entries.length > 0
      ? prices
      : misshapen(reading, prices, key, { written: '{ 用语: 分值 }' });
  }),
  otherwise: needed(pointsAt),
};

/** What an option of one term is called: as the scorecard writes it, but for its code, and in English as the vocabulary does. */
const titleOf = (written: string, check: Expression, { vocabulary }: ScorecardReading): Bilingual => {
  const [term] = atomsOf(check).flatMap(({ test }) =>
    'operand' in test && test.operand.kind === 'value' && test.operand.value.type === 'term'
      ? [test.operand.value]
      : [],
  );
  const label = term && vocabulary.term.get(term.list)?.get(term.code)?.label;
  return { zh: written === term?.code ? (label?.zh ?? written) : written, en: label?.en ?? written };
};

export const pricedBy = (
  { pointsBy: field, prices, otherwise }: Read<typeof PRICES>,
  reading: ScorecardReading,
): Amount | undefined => {
  const options = prices.entries.flatMap(({ key, keyLocation }) => {
    const entry = { key: textOf(field), keyLocation: field.location, value: textNode(key, keyLocation) };
    const check = readCheck(reading, { kind: 'map', entries: [entry], location: keyLocation });
    const points = pointsAt(reading, prices, key);
    return check === undefined || points === undefined
      ? []
      : [{ if: check, points, title: titleOf(key, check, reading) }];
  });
  return options.length === prices.entries.length && isNonEmpty(options)
    ? { kind: 'options', options, otherwise }
    : undefined;
};
