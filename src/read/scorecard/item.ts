import { isAbove, sumOfDecimals } from '../../model/base/exact.ts';
import { get, type MapNode, oneOrMore, type SourceNode } from '../../model/base/source.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import { joinedBureaus } from '../../model/scoring/bureaus.ts';
import type { Item, Step } from '../../model/scoring/scorecard.ts';
import { misshapen } from '../shape.ts';
import { cutOf, stepsWorth } from './amount/bounds.ts';
import { sharedFacts } from './amount/shared.ts';
import { readSteps } from './amount/step.ts';
import { readEvidence } from './evidence.ts';
import { fieldsAt, keysOf, needed, orElse, perhaps, type ReadAt, stated, under } from './fields.ts';
import {
  checkAt,
  defect,
  hasRoom,
  mapWith,
  numberAt,
  pointsAt,
  type ScorecardReading,
  textOf,
  titleAt,
} from './reading.ts';
import { referTo } from './references.ts';

/** `none` is no bound at all; undefined where nothing is said. */
export const boundAt: ReadAt<Decimal | null> = (reading, node, key) =>
  textOf(get(node, key)) === 'none' ? null : numberAt(reading, node, key);

/** Whether a row or section counts for the class at hand. */
export const isFor = (reading: ScorecardReading, node: MapNode): boolean => {
  const { class: own, classes } = reading.defaults;
  const places = get(node, 'for');
  if (places === undefined) return true;
  const named = oneOrMore(places);
  for (const name of named) referTo(reading, 'class', textOf(name), classes, name.location);
  return own !== undefined && named.some(part => textOf(part) === own);
};

const KEBAB = /^[a-z0-9][a-z0-9-]*$/u;

export const idAt: ReadAt<string> = stated((reading, node, key) => {
  const id = textOf(node);
  return KEBAB.test(id) ? id : misshapen(reading, node, key, 'kebab-id');
});

/** A row's points, which may differ from class to class. */
const rowPoints: ReadAt<Decimal> = (reading, node, key) => {
  const { class: own, classes } = reading.defaults;
  const prices = get(node, key);
  if (prices?.kind !== 'map') return pointsAt(reading, node, key);
  for (const { key: name, keyLocation } of prices.entries)
    referTo(reading, 'class', name, [...classes, 'otherwise'], keyLocation);
  const named = [own ?? '', 'otherwise'].find(candidate => get(prices, candidate) !== undefined);
  return named === undefined
    ? defect(reading, prices.location, 'class-points-missing', { class: own ?? '' })
    : pointsAt(reading, prices, named);
};

const clausesAt: ReadAt<NonEmpty<string>> = stated((reading, node, key) => {
  const clauses = oneOrMore(node).map(textOf);
  return isNonEmpty(clauses) && !clauses.includes('') ? clauses : misshapen(reading, node, key, 'clause');
});

/** Who scores the row: one bureau, or several together. */
const bureauAt: ReadAt<string> = stated((reading, node, key) => {
  const names = oneOrMore(node).map(textOf);
  if (names.length === 0 || names.includes('')) misshapen(reading, node, key, 'clause');
  return joinedBureaus(names) || undefined;
});

const HEAD = {
  id: needed(idAt),
  clause: needed(clausesAt),
  title: needed(titleAt),
  points: needed(rowPoints),
};

const SCORED = { bureau: under('by', perhaps(bureauAt)) };

const CONDITIONS = { when: perhaps(checkAt), zeroIf: perhaps(checkAt) };

const BESIDE = {
  requiredFor: orElse<readonly string[]>(
    stated((_, node) => oneOrMore(node).map(textOf)),
    [],
  ),
  requirement: perhaps(titleAt),
  note: perhaps(titleAt),
};

const BOUNDS = { floor: perhaps(boundAt), cap: perhaps(boundAt) };

const KEYS = [
  ...keysOf({ ...HEAD, ...SCORED, ...CONDITIONS, ...BOUNDS, ...BESIDE }),
  ...['for', 'start', 'deduct', 'award', 'evidence'],
];

/** One row of the scorecard, for one class of place; undefined when it is not for that class or has mistakes. */
export const readItem = (reading: ScorecardReading, node: SourceNode): Item | undefined => {
  const map = mapWith(reading, node, KEYS);
  if (map === undefined || !isFor(reading, map)) return undefined;
  const head = fieldsAt({ ...reading, row: { id: textOf(get(map, 'id')), points: '0' } }, map, HEAD);
  if (head === undefined) return undefined;
  const scored = fieldsAt(reading, map, SCORED) ?? {};
  const row: ScorecardReading = { ...reading, row: { ...head, ...scored } };
  const steps = readMethod(row, map);
  const account = steps && readAccount(row, map, steps);
  const conditions = fieldsAt(row, map, CONDITIONS);
  const beside = fieldsAt(row, map, BESIDE);
  const evidence = readEvidence(row, map, reading.defaults.evidence);
  if (conditions?.when !== undefined && evidence.states.not_applicable === 'open')
    defect(row, map.location, 'treatment-unsaid');
  if (!(steps && account && conditions && beside)) return undefined;
  const { location } = map;
  const worth = itemWorth(row, { ...head, ...account, steps, evidence, location });
  if (worth === undefined) return undefined;
  const shared = sharedFacts({ steps, ...conditions }, row.vocabulary);
  return {
    ...{ ...head, worth, ...scored, ...account, ...conditions, steps, evidence, ...beside, location },
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

const readStart = (reading: ScorecardReading, map: MapNode, steps: readonly Step[]): Decimal | undefined => {
  const start = get(map, 'start');
  const { points } = reading.row;
  if (start !== undefined) return textOf(start) === 'full' ? points : numberAt(reading, map, 'start');
  const takes = steps.some(({ kind }) => kind === 'deduct');
  const gives = steps.some(({ kind }) => kind === 'award');
  return takes && gives ? defect(reading, map.location, 'start-unsaid') : takes ? points : '0';
};

const readAccount = (reading: ScorecardReading, map: MapNode, steps: readonly Step[]) => {
  const start = readStart(reading, map, steps);
  const said = fieldsAt(reading, map, BOUNDS);
  if (start === undefined || said === undefined) return undefined;
  const { floor = reading.defaults.floor, cap = reading.row.points } = said;
  const takes = steps.some(({ kind }) => kind === 'deduct');
  const gives = steps.some(({ kind }) => kind === 'award');
  if (floor === undefined && takes) return defect(reading, map.location, 'floor-unsaid');
  if (takes && !gives && cap !== null && isAbove(start, cap))
    return defect(reading, (get(map, 'cap') ?? map).location, 'cap-below-start', { start, cap });
  const bounds = [
    ['floor', floor ?? null],
    ['start', start],
  ] as const;
  if (!bounds.every(([key, low]) => hasRoom(reading, get(map, key) ?? map, low, cap))) return undefined;
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
