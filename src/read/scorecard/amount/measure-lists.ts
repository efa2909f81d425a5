import { isNonEmpty } from '../../../model/base/text.ts';
import type { Domain, Measure, Sample } from '../../../model/scoring/measure.ts';
import { enter, findFact, namedTerm } from '../../pack/reading.ts';
import { misshapen } from '../../shape.ts';
import { get, type MapNode, type SourceNode } from '../../source.ts';
import { checkAt, defect, mapWith, misread, type ScorecardReading, textOf, unknownFact, wordAt } from '../reading.ts';
import { domainOf, ITEMS, type ReadMeasure, type Scale } from './figure.ts';

export const readCount = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  const inner = enter(reading, node, 'count');
  if (inner === undefined) return undefined;
  const where = checkAt(inner, node, 'where');
  const sample = readSample(reading, node);
  if (misread(node, 'where', where) || misread(node, 'sample', sample)) return undefined;
  const { id, item } = inner.records;
  const scale: Scale = { kind: 'plain', counter: { zh: `个${item.zh}`, en: item.en } };
  const scaled = sample?.whenShort === 'scale';
  const domain = domainOf(scale, !scaled, sample === undefined || !scaled ? null : String(sample.size));
  return {
    scale,
    measure: { kind: 'count', records: id, ...(where && { where }), ...(sample && { sample }), domain },
  };
};

const readSample = (reading: ScorecardReading, node: MapNode): Sample | undefined => {
  const found = get(node, 'sample');
  const map = found && mapWith(reading, found, ['size', 'when_short']);
  if (map === undefined) return undefined;
  const size = Number(textOf(get(map, 'size')));
  const whenShort = wordAt(reading, map, 'when_short', ['scale', 'as_is', 'open']);
  return Number.isInteger(size) && size >= 1 && whenShort !== undefined
    ? { size, whenShort }
    : misshapen(reading, map, 'sample', { written: '{ size: 5, when_short: scale | as_is | open }' });
};

export const readTerms = (
  reading: ScorecardReading,
  node: MapNode,
  wanted: 'missing' | 'present',
): ReadMeasure | undefined => {
  const named = get(node, wanted) ?? node;
  const found = findFact(reading, textOf(named));
  if (found === undefined) return unknownFact(reading, named);
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
  const named = node.kind === 'list' ? node.items : [];
  const codes = named.flatMap(item => namedTerm(reading, list, textOf(item), item.location) ?? []);
  if (named.length === 0) misshapen(reading, node, 'of', 'terms-or-all');
  return codes.length === named.length && named.length > 0 ? [...new Set(codes)] : undefined;
};

/** `read` reads what is summed. */
export const readSum = (
  reading: ScorecardReading,
  node: MapNode,
  read: (reading: ScorecardReading, node: SourceNode) => ReadMeasure | undefined,
): ReadMeasure | undefined => {
  const inner = enter(reading, node, 'sum');
  const summed = get(node, 'of');
  if (inner === undefined) return undefined;
  if (summed === undefined) return defect(reading, node.location, 'measure-unknown', { accepted: 'sum: …, of: …' });
  const of = read(inner, summed);
  const where = checkAt(inner, node, 'where');
  if (of === undefined || misread(node, 'where', where)) return undefined;
  const domain: Domain = { ...of.measure.domain, least: '0', most: null };
  const measure: Measure = { kind: 'sum', records: inner.records.id, ...(where && { where }), of: of.measure, domain };
  return { scale: of.scale, measure };
};
