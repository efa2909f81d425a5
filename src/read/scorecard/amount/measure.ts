import { isDay } from '../../../model/base/day.ts';
import { decimalOf, exact, greater, minus, times, ZERO } from '../../../model/base/exact.ts';
import { get, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Domain, DueDate, Limit, Measure } from '../../../model/scoring/measure.ts';
import type { FactReference } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { readTally } from '../entry.ts';
import { fieldsAt, needed, orElse, perhaps, type ReadAt, stated, under } from '../fields.ts';
import { defect, factAt, mapWith, type ScorecardReading, textOf, titleAt, wordAt } from '../reading.ts';
import { domainOf, figureAt, mostAt, POINTS, type ReadMeasure, readFigure, type Scale, scaleOf } from './figure.ts';
import { readChecks, readRules } from './measure-checks.ts';
import { readCount, readSum, readTerms } from './measure-lists.ts';

const dateFact = (reading: ScorecardReading, node: SourceNode): FactReference | undefined => {
  const found = factAt(reading, node);
  if (found === undefined) return undefined;
  if (found.definition.type === 'date' && found.reference.scope !== 'all-items') return found.reference;
  const { label, type } = found.definition;
  return defect(reading, node.location, 'date-type', { name: label.zh, type });
};

const readDue = (reading: ScorecardReading, node: SourceNode, scale: Scale): DueDate | undefined => {
  const date = textOf(node);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(date))
    return isDay(date) ? { kind: 'date', date } : misshapen(reading, node, 'due', 'day');
  const map = node.kind === 'map' ? mapWith(reading, node, ['fact', 'plus']) : undefined;
  if (node.kind === 'map' && map === undefined) return undefined;
  const fact = dateFact(reading, get(map, 'fact') ?? node);
  const more = get(map, 'plus');
  const plus = more === undefined ? '0' : readFigure(reading, scale, more, 'plus');
  return fact === undefined || plus === undefined ? undefined : { kind: 'fact', fact, plus: Number(plus) };
};

const readLate = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  const days = wordAt(reading, node, 'in', ['days', 'workdays']);
  const due = get(node, 'due');
  if (days === undefined || due === undefined)
    return misshapen(reading, node, 'late', { written: '{ late: …, due: …, in: days | workdays }' });
  if (days === 'workdays' && !reading.hasCalendar) return defect(reading, node.location, 'calendar-missing');
  const scale: Scale = { kind: 'quantity', unit: days === 'days' ? 'day' : 'workday' };
  const done = dateFact(reading, get(node, 'late') ?? node);
  const by = readDue(reading, due, scale);
  return done && by && { scale, measure: { kind: 'late', done, due: by, days, domain: domainOf(scale, true) } };
};

type Form = (reading: ScorecardReading, node: MapNode) => ReadMeasure | undefined;

/** The words that begin a measure, with the other keys each may have. */
const FORMS: Readonly<Record<string, { readonly keys: readonly string[]; readonly read: Form }>> = {
  count: { keys: ['count', 'where', 'sample'], read: (reading, node) => readCount(reading, node) },
  missing: { keys: ['missing', 'of'], read: (reading, node) => readTerms(reading, node, 'missing') },
  present: { keys: ['present', 'of'], read: (reading, node) => readTerms(reading, node, 'present') },
  fact: { keys: ['fact'], read: (reading, node) => readFactFigure(reading, get(node, 'fact') ?? node) },
  sum: { keys: ['sum', 'where', 'of'], read: (reading, node) => readSum(reading, node, measureAt) },
  late: { keys: ['late', 'due', 'in'], read: (reading, node) => readLate(reading, node) },
  failed: { keys: ['failed'], read: (reading, node) => readChecks(reading, node, 'failed') },
  met: { keys: ['met'], read: (reading, node) => readChecks(reading, node, 'met') },
  failed_rules: { keys: ['failed_rules'], read: (reading, node) => readRules(reading, node) },
  rate: { keys: ['rate', 'of'], read: (reading, node) => readQuotient(reading, node, 'rate', 'of') },
  ratio: { keys: ['ratio', 'to', 'counter'], read: (reading, node) => readQuotient(reading, node, 'ratio', 'to') },
  tally: { keys: ['tally', 'counter', 'step', 'id'], read: (reading, node) => readTally(reading, node) },
};

export const measureKey = (node: MapNode): string | undefined =>
  node.entries.find(entry => Object.hasOwn(FORMS, entry.key))?.key;

const COMMON = ['plausible', 'short_of', 'beyond'];

/** Reads what is counted; undefined when it has mistakes, each among the problems at its place. */
const readMeasure = (reading: ScorecardReading, node: SourceNode): ReadMeasure | undefined => {
  if (node.kind === 'scalar') return readFactFigure(reading, node);
  const key = node.kind === 'map' ? measureKey(node) : undefined;
  const form = key === undefined ? undefined : FORMS[key];
  if (form === undefined || node.kind !== 'map')
    return defect(reading, node.location, 'measure-unknown', { accepted: Object.keys(FORMS).join(' ') });
  const own = mapWith(reading, node, [...form.keys, ...COMMON]) && form.read(reading, node);
  const bounded = own === undefined ? undefined : withPlausible(reading, node, own);
  return bounded && withGap(reading, node, bounded);
};

export const measureAt: ReadAt<ReadMeasure> = stated(readMeasure);

const withPlausible = (reading: ScorecardReading, node: MapNode, own: ReadMeasure): ReadMeasure | undefined => {
  const read = fieldsAt(reading, node, { plausible: perhaps(mostAt(own.scale, own.measure.domain.least)) });
  if (read?.plausible === undefined) return read && own;
  return { ...own, measure: { ...own.measure, domain: { ...own.measure.domain, most: read.plausible } } };
};

/** How far the figure falls short of, or goes beyond, a limit: a figure, or another measure. */
const withGap = (reading: ScorecardReading, node: MapNode, own: ReadMeasure): ReadMeasure | undefined => {
  const side = (['short_of', 'beyond'] as const).find(key => get(node, key) !== undefined);
  const written = side && get(node, side);
  if (side === undefined || written === undefined) return own;
  const limit = readLimit(reading, own.scale, written, side);
  if (limit === undefined) return undefined;
  const gap = gapDomain(own.measure.domain, side, limit);
  const domain = own.scale.kind === 'percent' ? { ...gap, unit: POINTS } : gap;
  return { scale: own.scale, measure: { kind: 'gap', side, of: own.measure, limit, domain } };
};

const readLimit = (reading: ScorecardReading, scale: Scale, node: SourceNode, key: string): Limit | undefined => {
  if (node.kind !== 'map') {
    const at = readFigure(reading, scale, node, key);
    return at === undefined ? undefined : { kind: 'figure', at };
  }
  const bare: MapNode = { ...node, entries: node.entries.filter(entry => entry.key !== 'times') };
  const other = readMeasure(reading, bare);
  const factor = fieldsAt(reading, node, { times: orElse(figureAt({ kind: 'plain' }), '1') });
  if (other !== undefined && other.scale.kind !== scale.kind)
    return defect(reading, node.location, 'not-a-figure', { key, found: '{…}' });
  return other && factor && { kind: 'measure', of: other.measure, ...factor };
};

const limitDomain = (limit: Limit): Pick<Domain, 'least' | 'most' | 'whole'> => {
  if (limit.kind === 'figure') return { least: limit.at, most: limit.at, whole: !limit.at.includes('.') };
  const { least, most, whole } = limit.of.domain;
  const scaled = (figure: Decimal): Decimal => decimalOf(times(exact(figure), exact(limit.times)));
  return { least: scaled(least), most: most && scaled(most), whole: whole && !limit.times.includes('.') };
};

const gapDomain = (of: Domain, side: 'short_of' | 'beyond', limit: Limit): Domain => {
  const bounds = limitDomain(limit);
  const [high, low] = side === 'short_of' ? [bounds.most, of.least] : [of.most, bounds.least];
  const most = high === null ? null : decimalOf(greater(ZERO, minus(exact(high), exact(low))));
  return { ...of, least: '0', most, whole: of.whole && bounds.whole };
};

const readFactFigure = (reading: ScorecardReading, node: SourceNode): ReadMeasure | undefined => {
  const found = factAt(reading, node);
  if (found === undefined) return undefined;
  const { definition, reference } = found;
  if (definition.type === 'size') return defect(reading, node.location, 'size-type', { name: definition.label.zh });
  const scale = definition.type === 'records' ? undefined : scaleOf(definition);
  if (scale === undefined || reference.scope === 'all-items')
    return defect(reading, node.location, 'number-type', { name: definition.label.zh, type: definition.type });
  const [least, most] = ('plausible' in definition ? definition.plausible : undefined) ?? ['0', null];
  const domain = domainOf(scale, definition.type === 'count', scale.kind === 'percent' ? '100' : most, least);
  return { scale, measure: { kind: 'fact', fact: reference, ...('unit' in scale && { unit: scale.unit }), domain } };
};

const isPartOf = (part: Measure, whole: Measure): boolean =>
  part.kind === 'count' && whole.kind === 'count' && part.records === whole.records && whole.where === undefined;

const readQuotient = (
  reading: ScorecardReading,
  node: MapNode,
  kind: 'rate' | 'ratio',
  key: 'of' | 'to',
): ReadMeasure | undefined => {
  if (get(node, key) === undefined)
    return defect(reading, node.location, 'measure-unknown', { accepted: `${kind}: …, ${key}: …` });
  const read = fieldsAt(reading, node, {
    part: under(kind, needed(measureAt)),
    whole: under(key, needed(measureAt)),
    counter: perhaps(titleAt),
  });
  if (read === undefined) return undefined;
  const { part, whole, counter } = read;
  const scale: Scale = kind === 'rate' ? { kind: 'percent' } : { kind: 'plain', ...(counter && { counter }) };
  const most = kind === 'rate' && isPartOf(part.measure, whole.measure) ? '100' : null;
  return { scale, measure: { kind, part: part.measure, whole: whole.measure, domain: domainOf(scale, false, most) } };
};
