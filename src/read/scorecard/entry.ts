import { isAbove } from '../../model/base/exact.ts';
import { get, itemsOf, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { NonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Entry, EntryOption } from '../../model/scoring/measure.ts';
import { misshapen } from '../shape.ts';
import { domainOf, mostAt, type ReadMeasure, readFigure } from './amount/figure.ts';
import {
  fieldsAt,
  having,
  membersOf,
  needed,
  nodeAt,
  orElse,
  perhaps,
  type Read,
  type ReadAt,
  severalAt,
  stated,
} from './fields.ts';
import { defect, hasRoom, nameAt, numberAt, pointsAt, type ScorecardReading, textOf, titleAt } from './reading.ts';

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

/** What figures go in steps of, which is more than nothing. */
const stepAt: ReadAt<Decimal> = (reading, node, key) => {
  const step = numberAt(reading, node, key);
  return step === undefined || isAbove(step, '0')
    ? step
    : defect(reading, (get(node, key) ?? node).location, 'too-small', { key, least: '> 0', found: step });
};

const TALLY = {
  tally: needed(titleAt),
  counter: perhaps(titleAt),
  plausible: orElse<Decimal | null>(mostAt({ kind: 'plain' }), null),
  step: orElse(stepAt, '1'),
};

/** So many times, counted by the inspector: `{ tally: 脱岗, counter: 人次 }`; whole, unless it goes in steps of 0.5. */
export const readTally = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  const read = fieldsAt(reading, node, TALLY);
  if (read === undefined) return undefined;
  const { tally: label, plausible: most, step, ...named } = read;
  const entry = register(reading, node, { kind: 'tally', label, least: '0', most, step, ...named, options: [] });
  const scale = { kind: 'plain', ...named } as const;
  return entry && { scale, measure: { kind: 'entry', entry, domain: domainOf(scale, !step.includes('.'), most) } };
};

const endsAt: ReadAt<readonly [low: SourceNode, high: SourceNode]> = stated((reading, node) => {
  const [low, high, ...more] = itemsOf(node);
  return low === undefined || high === undefined || more.length > 0
    ? misshapen(reading, node, 'entered', { written: ENTERED })
    : [low, high];
});

const OPTION = { id: needed(nameAt), label: needed(titleAt), points: needed(pointsAt) };

const GIVEN = {
  id: perhaps(nodeAt),
  label: perhaps(titleAt),
  range: perhaps(endsAt),
  step: perhaps(stepAt),
  options: perhaps(severalAt(having(OPTION))),
};

/** Points that the inspector gives: in a range, or by choosing one of several options. */
export const readEntered = (reading: ScorecardReading, node: SourceNode): ReadMeasure | undefined => {
  if (node.kind !== 'map') return misshapen(reading, node, 'entered', { written: ENTERED });
  const read = membersOf(reading, node, GIVEN);
  if (read === undefined) return undefined;
  const { label, options } = read;
  const entry = options === undefined ? rangeOf(reading, node, read) : choiceOf(options);
  const made = entry && register(reading, node, { ...entry, ...(label && { label }) });
  const scale = { kind: 'plain', counter: { zh: '分', en: 'points' } } as const;
  return (
    made && { scale, measure: { kind: 'entry', entry: made, domain: domainOf(scale, false, made.most, made.least) } }
  );
};

const ENTERED = '{ range: [0, 5], step: 0.5 } | { options: [ … ] }';

type Asked = Pick<Entry, 'kind' | 'least' | 'most' | 'options' | 'step'>;

const rangeOf = (reading: ScorecardReading, node: MapNode, { range, step }: Read<typeof GIVEN>): Asked | undefined => {
  if (range === undefined) return misshapen(reading, node, 'entered', { written: ENTERED });
  const [least, most] = range.map(end => boundOf(reading, end));
  if (least === undefined || most === undefined) return undefined;
  if (!hasRoom(reading, get(node, 'range') ?? node, least, most)) return undefined;
  return { kind: 'points', least, most, options: [], ...(step !== undefined && { step }) };
};

const boundOf = (reading: ScorecardReading, node: SourceNode): Decimal | undefined =>
  textOf(node) === 'all' ? reading.row.points : readFigure(reading, { kind: 'plain' }, node, 'range');

const choiceOf = (options: NonEmpty<EntryOption>): Asked => {
  const amounts = options.map(({ points }) => points);
  const least = amounts.reduce((a, b) => (isAbove(a, b) ? b : a));
  const most = amounts.reduce((a, b) => (isAbove(a, b) ? a : b));
  return { kind: 'option', least, most, options };
};
