import { isAbove, sumOfDecimals } from '../../model/base/exact.ts';
import { problem } from '../../model/base/problem.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import { joinedBureaus } from '../../model/scoring/bureaus.ts';
import type { Item, Step } from '../../model/scoring/scorecard.ts';
import { meant } from '../profile/names.ts';
import { misshapen } from '../shape.ts';
import { get, type MapNode, type SourceNode } from '../source.ts';
import { cutOf, stepsWorth } from './amount/bounds.ts';
import { sharedFacts } from './amount/shared.ts';
import { readSteps } from './amount/step.ts';
import { readEvidence } from './evidence.ts';
import {
  checkAt,
  defect,
  listOf,
  mapWith,
  misread,
  numberAt,
  pointsAt,
  type ScorecardReading,
  textOf,
  titleAt,
} from './reading.ts';

const KEYS = [
  'id',
  'clause',
  'title',
  'requirement',
  'points',
  'by',
  'for',
  'when',
  'start',
  'floor',
  'cap',
  'zero_if',
  'deduct',
  'award',
  'evidence',
  'required_for',
  'note',
];

/** `none` is no bound at all; undefined where nothing is said. */
export const boundAt = (reading: ScorecardReading, node: MapNode, key: string): Decimal | null | undefined =>
  textOf(get(node, key)) === 'none' ? null : numberAt(reading, node, key);

/** Whether a row or section counts for the class at hand. */
export const isFor = (reading: ScorecardReading, node: MapNode): boolean => {
  const { class: own, classes } = reading.defaults;
  const stated = get(node, 'for');
  if (stated === undefined) return true;
  const named = listOf(stated);
  for (const name of named.filter(part => !classes.includes(textOf(part)))) {
    const known = meant(textOf(name), classes);
    reading.problems.push(problem('unknown-name', name.location, { kind: 'class', name: textOf(name), ...known }));
  }
  return own !== undefined && named.some(part => textOf(part) === own);
};

const KEBAB = /^[a-z0-9][a-z0-9-]*$/u;

export const idAt = (reading: ScorecardReading, node: MapNode): string | undefined => {
  const id = textOf(get(node, 'id'));
  if (KEBAB.test(id)) return id;
  const stated = get(node, 'id');
  if (stated !== undefined) return misshapen(reading, stated, 'id', 'kebab-id');
  reading.problems.push(problem('shape', node.location, { path: 'id', wanted: 'required' }));
  return undefined;
};

/** A row's points, which may differ from class to class. */
const rowPoints = (reading: ScorecardReading, node: MapNode): Decimal | undefined => {
  const { class: own } = reading.defaults;
  const stated = get(node, 'points');
  if (stated?.kind !== 'map') return pointsAt(reading, node);
  const key = [own ?? '', 'otherwise'].find(candidate => get(stated, candidate) !== undefined);
  return key === undefined
    ? defect(reading, stated.location, 'class-points-missing', { class: own ?? '' })
    : pointsAt(reading, stated, key);
};

const clausesAt = (reading: ScorecardReading, node: MapNode): NonEmpty<string> | undefined => {
  const stated = get(node, 'clause');
  const clauses = stated === undefined ? [] : listOf(stated).map(part => textOf(part));
  if (isNonEmpty(clauses) && clauses.every(clause => clause !== '')) return clauses;
  if (stated !== undefined) return misshapen(reading, stated, 'clause', 'clause');
  reading.problems.push(problem('shape', node.location, { path: 'clause', wanted: 'required' }));
  return undefined;
};

interface Head {
  readonly id: string;
  readonly clause: NonEmpty<string>;
  readonly title: Item['title'];
  readonly points: Decimal;
}

const readHead = (reading: ScorecardReading, map: MapNode): Head | undefined => {
  const id = idAt(reading, map);
  const clause = clausesAt(reading, map);
  const title = titleAt(reading, map);
  const points = rowPoints({ ...reading, row: { id: id ?? '', points: '0' } }, map);
  if (get(map, 'title') === undefined)
    reading.problems.push(problem('shape', map.location, { path: 'title', wanted: 'required' }));
  return id === undefined || clause === undefined || title === undefined || points === undefined
    ? undefined
    : { id, clause, title, points };
};

/** Who scores the row: one bureau, or several together. */
const bureauAt = (reading: ScorecardReading, map: MapNode): string => {
  const stated = get(map, 'by');
  const names = stated === undefined ? [] : listOf(stated).map(part => textOf(part));
  if (stated !== undefined && (names.length === 0 || names.includes(''))) misshapen(reading, stated, 'by', 'clause');
  return joinedBureaus(names);
};

/** One row of the scorecard, for one class of place; undefined when it is not for that class or has mistakes. */
export const readItem = (reading: ScorecardReading, node: SourceNode): Item | undefined => {
  const map = mapWith(reading, node, KEYS);
  if (map === undefined || !isFor(reading, map)) return undefined;
  const head = readHead(reading, map);
  if (head === undefined) return undefined;
  const bureau = bureauAt(reading, map);
  const row: ScorecardReading = { ...reading, row: { ...head, ...(bureau !== '' && { bureau }) } };
  const steps = readMethod(row, map);
  const account = steps && readAccount(row, map, steps);
  const when = checkAt(row, map, 'when');
  const zeroIf = checkAt(row, map, 'zero_if');
  const note = titleAt(row, map, 'note');
  const requirement = titleAt(row, map, 'requirement');
  const wrong =
    misread(map, 'when', when) ||
    misread(map, 'zero_if', zeroIf) ||
    misread(map, 'note', note) ||
    misread(map, 'requirement', requirement);
  const evidence = readEvidence(row, map, reading.defaults.evidence);
  if (when !== undefined && evidence.states.not_applicable === 'open') defect(row, map.location, 'treatment-unsaid');
  if (steps === undefined || account === undefined || wrong) return undefined;
  const worth = itemWorth(row, { ...head, ...account, steps, evidence, location: map.location });
  if (worth === undefined) return undefined;
  const shared = sharedFacts({ steps, ...(when && { when }), ...(zeroIf && { zeroIf }) }, row.vocabulary);
  return {
    ...head,
    worth,
    ...(bureau !== '' && { bureau }),
    ...account,
    ...(when && { when }),
    ...(zeroIf && { zeroIf }),
    steps,
    evidence,
    requiredFor: listOf(get(map, 'required_for') ?? { kind: 'list', items: [], location: map.location }).map(textOf),
    ...(requirement && { requirement }),
    ...(note && { note }),
    location: map.location,
    ...(shared.length > 0 && { shared }),
  };
};

const readMethod = (reading: ScorecardReading, map: MapNode): NonEmpty<Step> | undefined => {
  const kinds = (['award', 'deduct'] as const).filter(kind => get(map, kind) !== undefined);
  if (kinds.length === 0) return defect(reading, map.location, 'no-method');
  const read = kinds.map(kind => readSteps(reading, get(map, kind) ?? map, kind));
  const steps = read.flatMap(part => part ?? []);
  return read.every(part => part !== undefined) && isNonEmpty(steps) ? steps : undefined;
};

type Account = Pick<Item, 'start' | 'floor' | 'cap'>;

const readStart = (reading: ScorecardReading, map: MapNode, steps: readonly Step[]): Decimal | undefined => {
  const stated = get(map, 'start');
  const { points } = reading.row;
  if (stated !== undefined) return textOf(stated) === 'full' ? points : numberAt(reading, map, 'start');
  const takes = steps.some(({ kind }) => kind === 'deduct');
  const gives = steps.some(({ kind }) => kind === 'award');
  return takes && gives ? defect(reading, map.location, 'start-unsaid') : takes ? points : '0';
};

const readAccount = (reading: ScorecardReading, map: MapNode, steps: readonly Step[]): Account | undefined => {
  const start = readStart(reading, map, steps);
  const stated = boundAt(reading, map, 'floor');
  const floor = stated === undefined ? reading.defaults.floor : stated;
  const cap = get(map, 'cap') === undefined ? reading.row.points : boundAt(reading, map, 'cap');
  const takes = steps.some(({ kind }) => kind === 'deduct');
  if (start === undefined || misread(map, 'floor', stated) || cap === undefined) return undefined;
  if (floor === undefined && takes) return defect(reading, map.location, 'floor-unsaid');
  const gives = steps.some(({ kind }) => kind === 'award');
  if (takes && !gives && cap !== null && isAbove(start, cap))
    return defect(reading, (get(map, 'cap') ?? map).location, 'cap-below-start', { start, cap });
  return { start, floor: floor ?? null, cap };
};

type Priced = Pick<Item, 'points' | 'start' | 'floor' | 'cap' | 'steps' | 'evidence' | 'location'>;

/** Without floor or cap, the figures themselves must have an end. */
const itemWorth = (reading: ScorecardReading, item: Priced): Item['worth'] | undefined => {
  const cut = cutOf(reading);
  const [takes, gives] = [stepsWorth(item.steps, 'deduct', cut), stepsWorth(item.steps, 'award', cut)];
  const least = item.floor ?? (takes.most === null ? null : sumOfDecimals([item.start, gives.least, `-${takes.most}`]));
  const most = item.cap ?? (gives.most === null ? null : sumOfDecimals([item.start, gives.most]));
  if (least === null || most === null) return defect(reading, item.location, 'unbounded');
  return { least: isAbove(least, '0') ? '0' : least, most: isAbove(item.points, most) ? item.points : most };
};
