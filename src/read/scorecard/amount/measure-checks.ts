import { get, type MapNode, oneOrMore, type SourceNode } from '../../../model/base/source.ts';
import type { NamedCheck } from '../../../model/scoring/measure.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { OBLIGATIONS } from '../../../model/standard/pack.ts';
import { misshapen } from '../../shape.ts';
import { everyOf } from '../fields.ts';
import { defect, mapWith, readCheck, type ScorecardReading, textOf, titleAt } from '../reading.ts';
import { domainOf, ITEMS, type ReadMeasure, type Scale } from './figure.ts';

/** A check, alone or with a title: `{ title: …, check: … }`. */
const readNamed = (reading: ScorecardReading, node: SourceNode): NamedCheck<Expression> | undefined => {
  const inner = get(node, 'check');
  const title = inner && node.kind === 'map' ? titleAt(reading, node) : undefined;
  const check = readCheck(reading, inner ?? node);
  return check && { check, ...(title && { title }) };
};

export const readChecks = (
  reading: ScorecardReading,
  node: MapNode,
  wanted: 'failed' | 'met',
): ReadMeasure | undefined => {
  const of = everyOf(reading, get(node, wanted) ?? node, wanted, readNamed);
  if (of === undefined) return undefined;
  const scale: Scale = { kind: 'plain', counter: ITEMS };
  return { scale, measure: { kind: 'checks', wanted, of, domain: domainOf(scale, true, String(of.length)) } };
};

const words = (node: SourceNode | undefined): readonly string[] =>
  node === undefined ? [] : oneOrMore(node).map(item => textOf(item));

export const readRules = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  if (reading.records !== undefined) return defect(reading, node.location, 'not-per-record', { key: 'failed_rules' });
  const stated = get(node, 'failed_rules') ?? node;
  const map = stated.kind === 'map' ? mapWith(reading, stated, ['section', 'obligation']) : undefined;
  if (stated.kind === 'map' && map === undefined) return undefined;
  const ids = map === undefined ? words(stated) : [];
  const named = get(map, 'obligation');
  const obligations = words(named);
  const isKnown = obligations.every(word => OBLIGATIONS.some(obligation => obligation === word));
  if (named !== undefined && !isKnown) return misshapen(reading, named, 'obligation', { words: OBLIGATIONS });
  const which = {
    ids,
    sections: words(get(map, 'section')),
    obligations: OBLIGATIONS.filter(obligation => obligations.includes(obligation)),
  };
  const scale: Scale = { kind: 'plain', counter: { zh: '条', en: 'rules' } };
  const most = ids.length > 0 ? String(ids.length) : null;
  return { scale, measure: { kind: 'rules', which, domain: domainOf(scale, true, most) } };
};
