import type { Bilingual, NonEmpty } from '../../../model/base/text.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, Charge, Step } from '../../../model/scoring/scorecard.ts';
import type { Expression } from '../../../model/standard/expression.ts';
import { refuseOthers } from '../../pack/reading.ts';
import { get, type MapNode, type SourceNode } from '../../source.ts';
import {
  checkAt,
  defect,
  listOf,
  mapWith,
  misread,
  numberAt,
  pointsAt,
  type ScorecardReading,
  someOf,
  titleAt,
  yesNoAt,
} from '../reading.ts';
import { AMOUNTS, amountKey } from './amount.ts';
import { measureKey } from './measure.ts';
import { FOR_EACH_KEYS, readForEach } from './records.ts';

export const STEP_KEYS = ['title', 'cap', 'only_if', 'excused_if', 'also', 'effort', 'can_be_fixed'];

/** Every step that stands under `deduct`, `award`, `best_of` or `group`. */
export const readSteps = (
  reading: ScorecardReading,
  node: SourceNode,
  kind: Step['kind'],
): NonEmpty<Step> | undefined => {
  const nodes = someOf(reading, node, kind);
  const steps = nodes.flatMap(part => readStep(reading, part, kind) ?? []);
  return steps.length === nodes.length && isNonEmpty(steps) ? steps : undefined;
};

const readStep = (reading: ScorecardReading, node: SourceNode, kind: Step['kind']): Step | undefined => {
  const amount = node.kind === 'map' ? readAmount(reading, node, kind) : unknownStep(reading, node);
  if (node.kind !== 'map' || amount === undefined) return undefined;
  const title = titleAt(reading, node);
  const cap = get(node, 'cap') === undefined ? undefined : pointsAt(reading, node, 'cap');
  const onlyIf = checkAt(reading, node, 'only_if');
  const excusedIf = checkAt(reading, node, 'excused_if');
  const also = readCharges(reading, node);
  const effort = readEffort(reading, node);
  const read: Readonly<Record<string, unknown>> = { title, cap, only_if: onlyIf, excused_if: excusedIf, also, effort };
  if (Object.entries(read).some(([key, value]) => misread(node, key, value)) || effort === undefined) return undefined;
  return { kind, amount, also: also ?? [], effort, ...optional({ title, cap, onlyIf, excusedIf }) };
};

interface Optional {
  readonly title: Bilingual | undefined;
  readonly cap: string | undefined;
  readonly onlyIf: Expression | undefined;
  readonly excusedIf: Expression | undefined;
}

const optional = ({
  title,
  cap,
  onlyIf,
  excusedIf,
}: Optional): Pick<Step, 'title' | 'cap' | 'onlyIf' | 'excusedIf'> => ({
  ...(title && { title }),
  ...(cap !== undefined && { cap }),
  ...(onlyIf && { onlyIf }),
  ...(excusedIf && { excusedIf }),
});

/** What it takes to put one right; an event of the past cannot be. */
const readEffort = (reading: ScorecardReading, node: MapNode): string | undefined => {
  const can = yesNoAt(reading, node, 'can_be_fixed');
  if (misread(node, 'can_be_fixed', can)) return undefined;
  if (can === false) return '0';
  return get(node, 'effort') === undefined ? '1' : numberAt(reading, node, 'effort');
};

const unknownStep = (reading: ScorecardReading, node: SourceNode): undefined => {
  const counted = node.kind === 'map' ? measureKey(node) : undefined;
  return counted === undefined
    ? defect(reading, node.location, 'step-unknown', { accepted: [...Object.keys(AMOUNTS), 'for_each'].join(' ') })
    : defect(reading, node.location, 'each-missing', { key: counted });
};

const readAmount = (reading: ScorecardReading, node: MapNode, kind: Step['kind']): Amount | undefined => {
  const records = get(node, 'for_each') !== undefined;
  const key = amountKey(node);
  const form = key === undefined ? undefined : AMOUNTS[key];
  if (form === undefined && !records) return unknownStep(reading, node);
  const keys = [...(form?.keys ?? ['points']), ...STEP_KEYS, ...(records ? FOR_EACH_KEYS : [])];
  if (refuseOthers(reading, node, keys) === undefined) return undefined;
  return records ? readForEach(reading, node) : form?.read(reading, node, kind);
};

const readCharges = (reading: ScorecardReading, node: MapNode): readonly Charge[] | undefined => {
  const stated = get(node, 'also');
  if (stated === undefined) return [];
  const nodes = listOf(stated);
  const charges = nodes.flatMap(part => readCharge(reading, part) ?? []);
  return charges.length === nodes.length ? charges : undefined;
};

const readCharge = (reading: ScorecardReading, node: SourceNode): Charge | undefined => {
  const map = mapWith(reading, node, ['subject', 'points']);
  const points = map && pointsAt(reading, map);
  if (map === undefined || points === undefined) return undefined;
  if (get(map, 'subject')?.kind !== 'map') return { subject: { kind: 'field' }, points };
  const name = titleAt(reading, map, 'subject');
  return name && { subject: { kind: 'named', name }, points };
};
