import { get, itemsOf, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Domain, Sample } from '../../../model/scoring/measure.ts';
import { enter, namedTerm } from '../../pack/reading.ts';
import { misshapen } from '../../shape.ts';
import { fieldsAt, membersOf, needed, nodeAt, oneOf, perhaps, type ReadAt, stated } from '../fields.ts';
import { checkAt, defect, factAt, type ScorecardReading, textOf } from '../reading.ts';
import { domainOf, ITEMS, type ReadMeasure, type Scale } from './figure.ts';

export const readCount = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  const inner = enter(reading, node, 'count');
  const read = inner && fieldsAt(inner, node, { where: perhaps(checkAt), sample: perhaps(sampleAt) });
  if (inner === undefined || read === undefined) return undefined;
  const { sample } = read;
  const { id, item } = inner.records;
  const scale: Scale = { kind: 'plain', counter: { zh: `个${item.zh}`, en: item.en } };
  const scaled = sample?.whenShort === 'scale';
  const domain = domainOf(scale, !scaled, sample === undefined || !scaled ? null : String(sample.size));
  return { scale, measure: { kind: 'count', records: id, ...read, domain } };
};

const sampleAt: ReadAt<Sample> = stated((reading, node, key) => {
  const read = membersOf(reading, node, {
    size: perhaps(nodeAt),
    whenShort: perhaps(oneOf('scale', 'as_is', 'open')),
  });
  if (read === undefined) return undefined;
  const size = Number(textOf(read.size));
  return Number.isInteger(size) && size >= 1 && read.whenShort !== undefined
    ? { size, whenShort: read.whenShort }
    : misshapen(reading, node, key, { written: '{ size: 5, when_short: scale | as_is | open }' });
});

export const readTerms = (
  reading: ScorecardReading,
  node: MapNode,
  wanted: 'missing' | 'present',
): ReadMeasure | undefined => {
  const named = get(node, wanted) ?? node;
  const found = factAt(reading, named);
  if (found === undefined) return undefined;
  const { definition, reference } = found;
  if (definition.type !== 'terms' && !(definition.type === 'term' && reference.scope === 'all-items'))
    return defect(reading, named.location, 'number-type', { name: definition.label.zh, type: definition.type });
  const codes = readCodes(reading, definition.list, get(node, 'of') ?? node);
  if (codes === undefined || !isNonEmpty(codes)) return undefined;
  const scale: Scale = { kind: 'plain', counter: ITEMS };
  const domain = domainOf(scale, true, String(codes.length));
  return {
    scale,
    measure: { kind: 'terms', wanted, fact: reference, terms: { list: definition.list, codes }, domain },
  };
};

/** Terms by name; `all` is every term of the list. */
const readCodes = (reading: ScorecardReading, list: string, node: SourceNode): readonly string[] | undefined => {
  const known = reading.vocabulary.list.get(list)?.terms ?? [];
  if (textOf(node) === 'all') return known.map(term => term.code);
  const named = itemsOf(node);
  const codes = named.flatMap(item => namedTerm(reading, list, textOf(item), item.location) ?? []);
  if (named.length === 0) misshapen(reading, node, 'of', 'terms-or-all');
  return codes.length === named.length && named.length > 0 ? [...new Set(codes)] : undefined;
};

/** `measureAt` reads what is summed. */
export const readSum = (
  reading: ScorecardReading,
  node: MapNode,
  measureAt: ReadAt<ReadMeasure>,
): ReadMeasure | undefined => {
  const inner = enter(reading, node, 'sum');
  if (inner === undefined) return undefined;
  if (get(node, 'of') === undefined)
    return defect(reading, node.location, 'measure-unknown', { accepted: 'sum: …, of: …' });
  const summed = fieldsAt(inner, node, { where: perhaps(checkAt), of: needed(measureAt) });
  if (summed === undefined) return undefined;
  const { measure: of, scale } = summed.of;
  const domain: Domain = { ...of.domain, least: '0', most: null };
  return { scale, measure: { kind: 'sum', records: inner.records.id, ...summed, of, domain } };
};
