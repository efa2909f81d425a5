import { isAbove } from '../../../model/base/exact.ts';
import { get, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import { type Amount, type Escalation, STEPS, type Step } from '../../../model/scoring/scorecard.ts';
import { itemsIn } from '../../../model/scoring/walk.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { readEntered } from '../entry.ts';
import {
  everyOf,
  type Fields,
  fieldsAt,
  having,
  keysOf,
  listAt,
  membersOf,
  needed,
  nodeAt,
  oneOf,
  orElse,
  perhaps,
  type Read,
  type ReadAt,
  severalAt,
  stated,
  under,
} from '../fields.ts';
import { takesAverage } from '../passes.ts';
import { aboutOf, defect, mapWith, numberAt, pointsAt, readCheck, type ScorecardReading } from '../reading.ts';
import { RELATIVE, relativeOf } from '../relative.ts';
import { readFigure } from './figure.ts';
import { measureAt } from './measure.ts';
import { OPTION, PRICES, pricedBy, tiersOf } from './prices.ts';

interface AmountForm {
  readonly keys: readonly string[];
  readonly perRecord: boolean;
  readonly read: (reading: ScorecardReading, node: MapNode, kind: Step['kind']) => Amount | undefined;
}

type Make<F extends Fields> = (read: Read<F>, reading: ScorecardReading, node: MapNode) => Amount | undefined;

const points = needed(pointsAt);

const measure = needed(measureAt);

/** An amount that is set for a centre as a whole. */
const forCentres = <F extends Fields>(fields: F, make: Make<F>): AmountForm => ({
  keys: keysOf(fields),
  perRecord: false,
  read: (reading, node) => {
    const read = fieldsAt(reading, node, fields);
    return read && make(read, reading, node);
  },
});

/** One that can be set for each record of a list too. */
const forEach = <F extends Fields>(fields: F, make: Make<F>): AmountForm => ({
  ...forCentres(fields, make),
  perRecord: true,
});

const conditionsAt: ReadAt<Expression> = stated((reading, node, key) => {
  if (key === 'if') return readCheck(reading, node);
  const of = everyOf(reading, node, key, readCheck);
  if (of === undefined) return undefined;
  const joined: Expression = of.length === 1 ? of[0] : { kind: key === 'if_any' ? 'any' : 'all', of };
  return key === 'unless' ? { kind: 'not', of: joined } : joined;
});

const once = (key: string): AmountForm =>
  forEach({ if: under(key, needed(conditionsAt)), points }, ({ if: check, points: worth }) => ({
    kind: 'once',
    points: worth,
    if: check,
    about: aboutOf(check),
  }));

const several = (key: 'best_of' | 'group'): AmountForm => ({
  keys: [key],
  perRecord: false,
  read: (reading, node, kind) => {
    const of = reading.within.steps(reading, get(node, key) ?? node, kind);
    return of && { kind: key, of };
  },
});

const THEN = {
  after: perhaps(numberAt),
  points,
  applies: perhaps(oneOf('further', 'all')),
};

const readThen = (reading: ScorecardReading, node: SourceNode): Escalation | undefined => {
  const read = membersOf(reading, node, THEN);
  if (read === undefined) return undefined;
  const { applies } = read;
  const after = Number(read.after ?? '0');
  return Number.isInteger(after) && after >= 1 && applies !== undefined
    ? { after, points: read.points, applies }
    : misshapen(reading, node, 'then', { written: '{ after: 2, points: …, applies: further | all }' });
};

const EACH = {
  each: measure,
  points,
  per: perhaps(nodeAt),
  steps: perhaps(oneOf(...STEPS)),
  further: under('then', orElse(listAt(readThen), [])),
};

const eachOf: Make<typeof EACH> = ({ each, points: worth, per: written, steps, further: then }, reading, node) => {
  const rises = then.every(({ after, points: own }, index) => {
    const earlier = then[index - 1] ?? { after: 0, points: worth };
    return after > earlier.after && !isAbove(earlier.points, own);
  });
  if (!rises) return defect(reading, (get(node, 'then') ?? node).location, 'escalation-order');
  if (written === undefined && !each.measure.domain.whole) return defect(reading, node.location, 'per-unsaid');
  const per = written === undefined ? '1' : readFigure(reading, each.scale, written, 'per');
  if (per === undefined) return undefined;
  if (!isAbove(per, '0'))
    return defect(reading, (written ?? node).location, 'too-small', { key: 'per', least: '> 0', found: per });
  const countsWholes = each.measure.domain.whole && per === '1';
  if (!countsWholes && steps === undefined) return defect(reading, node.location, 'steps-unsaid');
  return { kind: 'each', measure: each.measure, points: worth, per, steps: steps ?? 'full', then };
};

const entered = needed(stated(readEntered));

/** Another form, scored on its own total, of which this row takes its share. */
const readForm = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const map = mapWith(reading, get(node, 'form') ?? node, ['total', 'sections']);
  const own = fieldsAt(reading, node, { points: needed(pointsAt) });
  const read = map && fieldsAt(reading, map, { total: needed(numberAt) });
  if (map === undefined || own === undefined || read === undefined) return undefined;
  if (!isAbove(read.total, '0'))
    return defect(reading, map.location, 'too-small', { key: 'total', least: '> 0', found: read.total });
  const sections = reading.within.sections(reading, get(map, 'sections'), map.location);
  const averaged = itemsIn(sections ?? []).find(takesAverage);
  if (averaged !== undefined) return defect(reading, averaged.location, 'peers-in-form', { row: averaged.title.zh });
  return sections && { kind: 'form', ...own, ...read, sections };
};

/** The words that tell how a step is priced, with the other keys each may have. */
export const AMOUNTS: Readonly<Record<string, AmountForm>> = {
  base: forCentres({ base: points }, ({ base }) => ({ kind: 'base', points: base })),
  if: once('if'),
  if_any: once('if_any'),
  if_all: once('if_all'),
  unless: once('unless'),
  each: forEach(EACH, eachOf),
  tiers: forEach({ tiers: measure, bands: perhaps(nodeAt) }, tiersOf),
  options: forEach({ options: needed(severalAt(having(OPTION))), otherwise: points }, read => ({
    kind: 'options',
    ...read,
  })),
  points_by: forEach(PRICES, pricedBy),
  share_of: forEach({ shareOf: measure, points }, ({ shareOf, points: worth }, reading, node) =>
    shareOf.scale.kind === 'percent'
      ? { kind: 'share', measure: shareOf.measure, points: worth }
      : defect(reading, node.location, 'share-of-figure'),
  ),
  entered: forCentres({ entered }, ({ entered: given }) => ({ kind: 'entered', measure: given.measure })),
  relative: forCentres(RELATIVE, relativeOf),
  best_of: several('best_of'),
  group: several('group'),
  form: { keys: ['form', 'points'], perRecord: false, read: readForm },
};

export const amountKey = (node: MapNode): string | undefined =>
  node.entries.find(entry => Object.hasOwn(AMOUNTS, entry.key))?.key;
