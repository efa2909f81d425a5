import { isAbove } from '../../../model/base/exact.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, Escalation, Step } from '../../../model/scoring/scorecard.ts';
import { STEPS } from '../../../model/scoring/scorecard.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { get, type MapNode, type SourceNode } from '../../source.ts';
import { readEntered } from '../entry.ts';
import {
  aboutOf,
  defect,
  listOf,
  mapWith,
  misread,
  pointsAt,
  readCheck,
  type ScorecardReading,
  someOf,
  textOf,
  wordAt,
} from '../reading.ts';
import { readRelative } from '../relative.ts';
import { readFigure } from './figure.ts';
import { readForm } from './form.ts';
import { readMeasure } from './measure.ts';
import { readOptions, readPointsBy, readTiers } from './prices.ts';

type Form = (reading: ScorecardReading, node: MapNode, kind: Step['kind']) => Amount | undefined;

interface AmountForm {
  readonly keys: readonly string[];
  readonly perRecord: boolean;
  readonly read: Form;
}

const once = (key: string): AmountForm => ({
  keys: [key, 'points'],
  perRecord: true,
  read: (reading, node) => readOnce(reading, node, key),
});

const several = (key: 'best_of' | 'group'): AmountForm => ({
  keys: [key],
  perRecord: false,
  read: (reading, node, kind) => {
    const of = reading.within.steps(reading, get(node, key) ?? node, kind);
    return of && { kind: key, of };
  },
});

/** The words that tell how a step is priced, with the other keys each may have. */
export const AMOUNTS: Readonly<Record<string, AmountForm>> = {
  base: { keys: ['base'], perRecord: false, read: (reading, node) => readBase(reading, node) },
  if: once('if'),
  if_any: once('if_any'),
  if_all: once('if_all'),
  unless: once('unless'),
  each: { keys: ['each', 'points', 'per', 'steps', 'then'], perRecord: true, read: (r, node) => readEach(r, node) },
  tiers: { keys: ['tiers', 'bands'], perRecord: true, read: (reading, node) => readTiers(reading, node) },
  options: { keys: ['options', 'otherwise'], perRecord: true, read: (reading, node) => readOptions(reading, node) },
  points_by: { keys: ['points_by', 'prices', 'otherwise'], perRecord: true, read: (r, node) => readPointsBy(r, node) },
  share_of: { keys: ['share_of', 'points'], perRecord: true, read: (reading, node) => readShare(reading, node) },
  entered: { keys: ['entered'], perRecord: false, read: (reading, node) => readGiven(reading, node) },
  relative: {
    keys: ['relative', 'points', 'to', 'wanted', 'among', 'bands', 'otherwise'],
    perRecord: false,
    read: (reading, node) => readRelative(reading, node),
  },
  best_of: several('best_of'),
  group: several('group'),
  form: { keys: ['form', 'points'], perRecord: false, read: (reading, node) => readForm(reading, node) },
};

export const amountKey = (node: MapNode): string | undefined =>
  node.entries.find(entry => Object.hasOwn(AMOUNTS, entry.key))?.key;

const readBase = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const points = pointsAt(reading, node, 'base');
  return points === undefined ? undefined : { kind: 'base', points };
};

const readConditions = (reading: ScorecardReading, node: MapNode, key: string): Expression | undefined => {
  const stated = get(node, key);
  if (stated === undefined) return undefined;
  if (key === 'if') return readCheck(reading, stated);
  const nodes = someOf(reading, stated, key);
  const of = nodes.flatMap(part => readCheck(reading, part) ?? []);
  if (of.length < nodes.length || !isNonEmpty(of)) return undefined;
  const kind = key === 'if_any' ? 'any' : 'all';
  const joined: Expression = of.length === 1 ? of[0] : { kind, of };
  return key === 'unless' ? { kind: 'not', of: joined } : joined;
};

const readOnce = (reading: ScorecardReading, node: MapNode, key: string): Amount | undefined => {
  const points = pointsAt(reading, node);
  const check = readConditions(reading, node, key);
  return points === undefined || check === undefined
    ? undefined
    : { kind: 'once', points, if: check, about: aboutOf(check) };
};

const readEach = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const read = readMeasure(reading, get(node, 'each') ?? node);
  const points = pointsAt(reading, node);
  const steps = wordAt(reading, node, 'steps', STEPS);
  const then = readEscalation(reading, node);
  if (read === undefined || points === undefined || then === undefined || misread(node, 'steps', steps))
    return undefined;
  const { measure, scale } = read;
  const stated = get(node, 'per');
  if (stated === undefined && !measure.domain.whole) return defect(reading, node.location, 'per-unsaid');
  const per = stated === undefined ? '1' : readFigure(reading, scale, stated, 'per');
  if (per === undefined) return undefined;
  if (!isAbove(per, '0'))
    return defect(reading, (stated ?? node).location, 'too-small', { key: 'per', least: '> 0', found: per });
  const countsWholes = measure.domain.whole && per === '1';
  if (!countsWholes && steps === undefined) return defect(reading, node.location, 'steps-unsaid');
  return { kind: 'each', measure, points, per, steps: steps ?? 'full', then };
};

const readEscalation = (reading: ScorecardReading, node: MapNode): readonly Escalation[] | undefined => {
  const stated = get(node, 'then');
  if (stated === undefined) return [];
  const nodes = listOf(stated);
  const then = nodes.flatMap(part => readThen(reading, part) ?? []);
  const base = pointsAt(reading, node);
  const rises = then.every(({ after, points }, index) => {
    const earlier = then[index - 1] ?? { after: 0, points: base ?? '0' };
    return after > earlier.after && !isAbove(earlier.points, points);
  });
  if (then.length < nodes.length) return undefined;
  return rises ? then : defect(reading, stated.location, 'escalation-order');
};

const readThen = (reading: ScorecardReading, node: SourceNode): Escalation | undefined => {
  const map = mapWith(reading, node, ['after', 'points', 'applies']);
  const points = map && pointsAt(reading, map);
  if (map === undefined || points === undefined) return undefined;
  const after = Number(textOf(get(map, 'after')));
  const applies = wordAt(reading, map, 'applies', ['further', 'all']);
  if (Number.isInteger(after) && after >= 1 && applies !== undefined) return { after, points, applies };
  return misshapen(reading, map, 'then', { written: '{ after: 2, points: …, applies: further | all }' });
};

const readShare = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const read = readMeasure(reading, get(node, 'share_of') ?? node);
  const points = pointsAt(reading, node);
  if (read === undefined || points === undefined) return undefined;
  if (read.scale.kind !== 'percent') return defect(reading, node.location, 'share-of-figure');
  return { kind: 'share', measure: read.measure, points };
};

const readGiven = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const read = readEntered(reading, get(node, 'entered') ?? node);
  return read && { kind: 'entered', measure: read.measure };
};
