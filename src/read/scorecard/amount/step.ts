import { get, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import type { NonEmpty } from '../../../model/base/text.ts';
import type { Amount, Charge, Step } from '../../../model/scoring/scorecard.ts';
import { refuseOthers } from '../../pack/reading.ts';
import { everyOf, fieldsAt, having, keysOf, listAt, needed, orElse, perhaps, type ReadAt } from '../fields.ts';
import { checkAt, defect, numberAt, pointsAt, type ScorecardReading, titleAt, yesNoAt } from '../reading.ts';
import { AMOUNTS, amountKey } from './amount.ts';
import { measureKey } from './measure.ts';
import { FOR_EACH_KEYS, readForEach } from './records.ts';

/** Of a subject with a name it is charged, or of what a field of the record names. */
const subjectAt: ReadAt<Charge['subject']> = (reading, node, key) => {
  if (get(node, key)?.kind !== 'map') return { kind: 'field' };
  const name = titleAt(reading, node, key);
  return name && { kind: 'named', name };
};

const CHARGE = { subject: needed(subjectAt), points: needed(pointsAt) };

const STEP = {
  title: perhaps(titleAt),
  cap: perhaps(pointsAt),
  onlyIf: perhaps(checkAt),
  excusedIf: perhaps(checkAt),
  also: orElse(listAt(having(CHARGE)), []),
  effort: orElse(numberAt, '1'),
  canBeFixed: orElse(yesNoAt, true),
};

export const STEP_KEYS = keysOf(STEP);

/** Every step that stands under `deduct`, `award`, `best_of` or `group`. */
export const readSteps = (
  reading: ScorecardReading,
  node: SourceNode,
  kind: Step['kind'],
): NonEmpty<Step> | undefined => everyOf(reading, node, kind, (_, part) => readStep(reading, part, kind));

const readStep = (reading: ScorecardReading, node: SourceNode, kind: Step['kind']): Step | undefined => {
  const amount = node.kind === 'map' ? readAmount(reading, node, kind) : unknownStep(reading, node);
  const read = node.kind === 'map' && amount !== undefined ? fieldsAt(reading, node, STEP) : undefined;
  if (amount === undefined || read === undefined) return undefined;
  const { also, effort, canBeFixed, ...step } = read;
  // What happened in the past cannot be put right.
  return { kind, amount, also, effort: canBeFixed ? effort : '0', ...step };
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
