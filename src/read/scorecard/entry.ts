import { isAbove } from '../../model/base/exact.ts';
import { problem } from '../../model/base/problem.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Entry, EntryOption } from '../../model/scoring/measure.ts';
import { misshapen } from '../shape.ts';
import { get, type MapNode, type SourceNode } from '../source.ts';
import { type ReadMeasure, readFigure } from './amount/figure.ts';
import {
  defect,
  lackingOf,
  mapWith,
  misread,
  nameAt,
  numberAt,
  pointsAt,
  type ScorecardReading,
  textOf,
  titleAt,
} from './reading.ts';

/** Makes known that the inspector is to fill something in; its id is the row's unless it has its own. */
const register = (
  reading: ScorecardReading,
  node: MapNode,
  entry: Omit<Entry, 'id' | 'item' | 'bureau'>,
): Entry | undefined => {
  const { id: item, bureau, title: label } = reading.row;
  const id = textOf(get(node, 'id')) || item;
  const earlier = reading.entries.get(id);
  const made: Entry = { id, item, ...(label && { label }), ...entry, ...(bureau !== undefined && { bureau }) };
  const isOther = earlier !== undefined && JSON.stringify(earlier.location) !== JSON.stringify(node.location);
  if (reading.records !== undefined) return defect(reading, node.location, 'not-per-record', { key: 'tally' });
  if (isOther) return defect(reading, node.location, 'entry-twice', { id });
  reading.entries.set(id, { ...made, location: node.location });
  return made;
};

/** So many times, counted by the inspector: `{ tally: 脱岗, counter: 人次 }`; whole, unless it goes in steps of 0.5. */
export const readTally = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  const label = titleAt(reading, node, 'tally');
  const counter = titleAt(reading, node, 'counter');
  const stated = get(node, 'plausible');
  const most = stated === undefined ? null : readFigure(reading, { kind: 'plain' }, stated, 'plausible');
  const step = get(node, 'step') === undefined ? '1' : numberAt(reading, node, 'step');
  if (label === undefined || misread(node, 'counter', counter) || most === undefined || step === undefined)
    return undefined;
  const asked = { kind: 'tally', label, least: '0', most, step, ...(counter && { counter }), options: [] } as const;
  const entry = register(reading, node, asked);
  if (entry === undefined) return undefined;
  const scale = { kind: 'plain', ...(counter && { counter }) } as const;
  const domain = { least: '0', most, whole: isWhole(step), ...(counter && { unit: counter }) } as const;
  return {
    scale,
    measure: { kind: 'entry', entry, domain },
  };
};

/** Points that the inspector gives: in a range, or by choosing one of several options. */
export const readEntered = (reading: ScorecardReading, node: SourceNode): ReadMeasure | undefined => {
  if (node.kind !== 'map') return misshapen(reading, node, 'entered', { written: ENTERED });
  const map = mapWith(reading, node, ['id', 'label', 'range', 'step', 'options']);
  const label = map && titleAt(reading, map, 'label');
  if (map === undefined || misread(map, 'label', label)) return undefined;
  const entry = get(map, 'options') === undefined ? readRange(reading, map) : readOptions(reading, map);
  const made = entry && register(reading, map, { ...entry, ...(label && { label }) });
  if (made === undefined) return undefined;
  const { least, most } = made;
  const scale = { kind: 'plain', counter: { zh: '分', en: 'points' } } as const;
  return { scale, measure: { kind: 'entry', entry: made, domain: { least, most, whole: false, unit: scale.counter } } };
};

const ENTERED = '{ range: [0, 5], step: 0.5 } | { options: [ … ] }';

const isWhole = (step: Decimal): boolean => !step.includes('.');

type Asked = Pick<Entry, 'kind' | 'least' | 'most' | 'options' | 'step'>;

const readRange = (reading: ScorecardReading, map: MapNode): Asked | undefined => {
  const range = get(map, 'range');
  const [low, high, ...more] = range?.kind === 'list' ? range.items : [];
  if (low === undefined || high === undefined || more.length > 0)
    return misshapen(reading, range ?? map, 'entered', { written: ENTERED });
  const bounds = [low, high].map(node => boundOf(reading, node));
  const [least, most] = bounds;
  const step = numberAt(reading, map, 'step');
  if (least === undefined || most === undefined || misread(map, 'step', step)) return undefined;
  if (isAbove(least, most)) {
    reading.problems.push(problem('empty-range', range?.location ?? map.location, { low: least, high: most }));
    return undefined;
  }
  return { kind: 'points', least, most, options: [], ...(step !== undefined && { step }) };
};

const boundOf = (reading: ScorecardReading, node: SourceNode): Decimal | undefined =>
  textOf(node) === 'all' ? reading.row.points : readFigure(reading, { kind: 'plain' }, node, 'range');

const readOption = (reading: ScorecardReading, node: SourceNode): EntryOption | undefined => {
  const map = mapWith(reading, node, ['id', 'label', 'points']);
  if (map === undefined) return undefined;
  const id = nameAt(reading, map);
  const label = titleAt(reading, map, 'label');
  const points = pointsAt(reading, map);
  lackingOf(reading, map, ['label']);
  return label === undefined || points === undefined || id === undefined ? undefined : { id, label, points };
};

const readOptions = (reading: ScorecardReading, map: MapNode): Asked | undefined => {
  const list = get(map, 'options');
  const nodes = list?.kind === 'list' ? list.items : [];
  const options = nodes.flatMap(node => readOption(reading, node) ?? []);
  if (options.length < nodes.length) return undefined;
  if (!isNonEmpty(options)) return misshapen(reading, list ?? map, 'options', 'filled-list');
  const amounts = options.map(({ points }) => points);
  const least = amounts.reduce((a, b) => (isAbove(a, b) ? b : a));
  const most = amounts.reduce((a, b) => (isAbove(a, b) ? a : b));
  return { kind: 'option', least, most, options };
};
