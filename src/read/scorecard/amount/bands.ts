import { compareExact, decimalOf, exact, minus, over, times, ZERO } from '../../../model/base/exact.ts';
import { problem } from '../../../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Domain } from '../../../model/scoring/measure.ts';
import type { Band, Edge } from '../../../model/scoring/scorecard.ts';
import type { ScorecardError } from '../../../model/scoring/scorecard-defect.ts';
import { misshapen } from '../../shape.ts';
import { defect, type ScorecardReading } from '../reading.ts';

export const EDGES = ['at_least', 'more_than', 'at_most', 'less_than', 'between'] as const;

type ReadBound = (node: SourceNode, key: string) => Decimal | undefined;

/** The edges of a band: 不低于, 超过, 不高于, 不满, 从…到…（含两端）. */
export const readBand = (reading: ScorecardReading, node: MapNode, readBound: ReadBound): Band | undefined => {
  const stated = EDGES.filter(key => get(node, key) !== undefined);
  const low = stated.filter(key => key === 'at_least' || key === 'more_than' || key === 'between');
  const high = stated.filter(key => key === 'at_most' || key === 'less_than' || key === 'between');
  if (low.length > 1 || high.length > 1) {
    reading.problems.push(problem('shape', node.location, { path: stated.join(' '), wanted: 'one-edge' }));
    return undefined;
  }
  const edges = stated.map(key => readEdges(reading, node, key, readBound));
  return edges.some(edge => edge === undefined) ? undefined : Object.assign({}, ...edges);
};

const readEdges = (
  reading: ScorecardReading,
  node: MapNode,
  key: (typeof EDGES)[number],
  readBound: ReadBound,
): Band | undefined => {
  const stated = get(node, key) ?? node;
  if (key !== 'between') {
    const at = readBound(stated, key);
    const edge = at === undefined ? undefined : { at, included: key === 'at_least' || key === 'at_most' };
    return edge && (key === 'at_least' || key === 'more_than' ? { low: edge } : { high: edge });
  }
  const ends = stated.kind === 'list' && stated.items.length === 2 ? stated.items : undefined;
  const [low, high] = (ends ?? []).map(end => readBound(end, key));
  if (ends === undefined) misshapen(reading, stated, key, 'range');
  return low === undefined || high === undefined
    ? undefined
    : { low: { at: low, included: true }, high: { at: high, included: true } };
};

const compare = (a: Decimal, b: Decimal): number => compareExact(exact(a), exact(b));

/** How `next` begins after `previous` ends: -1 before it, 0 right after, 1 with room between them. */
const meeting = (previous: Edge | undefined, next: Edge | undefined, grain: Decimal | undefined): number => {
  if (previous === undefined || next === undefined) return -1;
  const distance = minus(exact(next.at), exact(previous.at));
  const order = compareExact(distance, ZERO);
  if (order === 0) return previous.included && next.included ? -1 : previous.included || next.included ? 0 : 1;
  if (order < 0) return -1;
  return grain !== undefined && compareExact(distance, exact(grain)) <= 0 ? 0 : 1;
};

/** The figure nearest to an edge that lies within it, where figures lie `grain` apart: more than 5 windows are at least 6. */
const onGrid = ({ at, included }: Edge, side: keyof Band, grain: Decimal): Edge => {
  const step = exact(grain);
  const { n, d } = over(exact(at), step);
  const below = n / d - (n % d < 0n ? 1n : 0n);
  const isOn = n % d === 0n;
  const units = side === 'low' ? below + (isOn && included ? 0n : 1n) : below - (isOn && !included ? 1n : 0n);
  return { at: decimalOf(times({ n: units, d: 1n }, step)), included: true };
};

const heldBy = ({ low, high }: Band, grain: Decimal): Band => ({
  ...(low && { low: onGrid(low, 'low', grain) }),
  ...(high && { high: onGrid(high, 'high', grain) }),
});

const byLowEdge = (a: Band, b: Band): number => {
  if (a.low === undefined || b.low === undefined) return a.low === b.low ? 0 : a.low === undefined ? -1 : 1;
  return compare(a.low.at, b.low.at) || Number(b.low.included) - Number(a.low.included);
};

const isEmpty = ({ low, high }: Band): boolean => {
  if (low === undefined || high === undefined) return false;
  const order = compare(low.at, high.at);
  return order > 0 || (order === 0 && !(low.included && high.included));
};

export interface LocatedBand {
  readonly band: Band;
  readonly node: SourceNode;
}

export interface BandRules {
  readonly domain: Pick<Domain, 'least' | 'most'>;
  /** The distance of one possible figure from the next, where there is one. */
  readonly grain?: Decimal;
  readonly gap: ScorecardError;
  readonly overlap: ScorecardError;
}

/** Where nothing bounds a figure from below. */
export const FAR_BELOW = '-1000000000';

const edgeText = (edge: Edge | undefined): string => edge?.at ?? '…';

/** Says of bands what no figure, or more than one, would fall into. */
export const checkBands = (reading: ScorecardReading, bands: readonly LocatedBand[], rules: BandRules): boolean => {
  const before = reading.problems.length;
  const { grain } = rules;
  const placed = bands.map(({ band, node }) => ({ node, written: band, band: grain ? heldBy(band, grain) : band }));
  for (const { band, node } of placed) if (isEmpty(band)) defect(reading, node.location, 'bands-empty');
  const sorted = placed.filter(({ band }) => !isEmpty(band)).toSorted((a, b) => byLowEdge(a.band, b.band));
  sorted.forEach(({ band, written, node }, index) => {
    const next = sorted[index + 1];
    if (next === undefined) return;
    const order = meeting(band.high, next.band.low, grain);
    const at = edgeText(next.band.low ?? band.high);
    if (order < 0) defect(reading, next.node.location, rules.overlap, { at });
    if (order > 0)
      defect(reading, node.location, rules.gap, { from: edgeText(written.high), to: edgeText(next.written.low) });
  });
  checkEnds(reading, sorted, rules);
  return reading.problems.length === before;
};

const checkEnds = (reading: ScorecardReading, sorted: readonly LocatedBand[], { domain, gap }: BandRules): void => {
  const [first] = sorted;
  const last = sorted.at(-1);
  const { low } = first?.band ?? {};
  const { high } = last?.band ?? {};
  if (first !== undefined && low !== undefined) {
    const order = compare(low.at, domain.least);
    if (order > 0 || (order === 0 && !low.included))
      defect(reading, first.node.location, gap, {
        from: domain.least === FAR_BELOW ? '−∞' : domain.least,
        to: low.at,
      });
  }
  if (last === undefined || high === undefined) return;
  const order = domain.most === null ? -1 : compare(high.at, domain.most);
  if (order < 0 || (order === 0 && !high.included))
    defect(reading, last.node.location, gap, { from: high.at, to: domain.most ?? '…' });
};
