import { compare } from '../../../language/truth/compare.ts';
import { problem } from '../../../model/base/problem.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { ScalarValue } from '../../../model/base/value.ts';
import type { Band, Operand } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { get, type MapNode, type SourceNode } from '../../source.ts';
import { namedFact, outside, refuseOthers, textOf } from '../reading.ts';
import { type Asked, LISTS, namedBand, numberOf } from './asked.ts';

type Read<T> = (asked: Asked, node: SourceNode) => T | undefined;

/** `{ by: …, bands: [{ below: …, is: … }, { for: [ … ], is: … }, { is: … }] }`: what the band of another fact says. */
export const readBands = (
  asked: Asked,
  node: MapNode,
  operand: Read<Operand>,
  figure: Read<ScalarValue>,
): Operand | undefined => {
  const [named, list] = [get(node, 'by') ?? node, get(node, 'bands') ?? node];
  if (list.kind !== 'list' || list.items.length < 2) return misshapen(asked.reading, list, 'bands', { entries: '≥ 2' });
  const by = namedBand(asked, named);
  if (by === undefined) return undefined;
  const found = namedFact(outside(asked.reading), textOf(named), named.location);
  if (found === undefined) return undefined;
  const counted = LISTS.includes(found.definition.type);
  const edges: Asked = { ...asked, found: counted ? numberOf(found) : found, op: 'by' };
  const bands = list.items.flatMap(item => readBand(asked, edges, item, operand, figure) ?? []);
  if (bands.length < list.items.length || !isNonEmpty(bands)) return undefined;
  return inOrder(asked, list.items, bands)
    ? { kind: 'bands', by: by.id, ...(counted && { counted }), bands }
    : undefined;
};

const readBand = (
  asked: Asked,
  edges: Asked,
  node: SourceNode,
  operand: Read<Operand>,
  figure: Read<ScalarValue>,
): Band | undefined => {
  if (node.kind !== 'map') return misshapen(asked.reading, node, 'bands', 'mapping');
  const [below, among, said] = ['below', 'for', 'is'].map(key => get(node, key));
  if (!refuseOthers(asked.reading, node, ['below', 'for', 'is'])) return undefined;
  if (said === undefined) return misshapen(asked.reading, node, 'is', 'required');
  const is = operand(asked, said);
  const edge = below && figure(edges, below);
  const terms = among?.kind === 'list' ? among.items : among === undefined ? [] : [among];
  const values = terms.flatMap(term => figure(edges, term) ?? []);
  if (is === undefined || (below && edge === undefined) || values.length < terms.length) return undefined;
  return { ...(edge && { below: edge }), ...(isNonEmpty(values) && { among: values }), is };
};

const isLast = ({ below, among }: Band): boolean => below === undefined && among === undefined;

/** Edges rise, so that no two bands overlap; no term stands twice; just the last is of all the others. */
const inOrder = ({ reading }: Asked, nodes: readonly SourceNode[], bands: readonly Band[]): boolean => {
  const before = reading.problems.length;
  const seen = new Set<string>();
  let highest: ScalarValue | undefined;
  for (const [index, band] of bands.entries()) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (isLast(band) !== (index === bands.length - 1)) misshapen(reading, node, 'bands', 'last-band');
    const edge = node.kind === 'map' ? get(node, 'below') : undefined;
    if (band.below !== undefined && edge !== undefined) {
      if (highest !== undefined && compare(band.below, highest) <= 0) misshapen(reading, edge, 'below', 'rising');
      highest = band.below;
    }
    for (const value of band.among ?? []) {
      const code = value.type === 'term' ? value.code : JSON.stringify(value);
      if (seen.has(code)) reading.problems.push(problem('duplicate-id', node.location, { id: code }));
      seen.add(code);
    }
  }
  return reading.problems.length === before;
};
