import { decimalOf, exact, isAbove, times as timesExact } from '../../../model/base/exact.ts';
import { get, type MapNode } from '../../../model/base/source.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, RecordsAsked, Worth } from '../../../model/scoring/scorecard.ts';
import { enter, namedField } from '../../pack/reading.ts';
import { fieldsAt, having, keysOf, needed, orElse, perhaps, type ReadAt, severalAt, stated } from '../fields.ts';
import { checkAt, defect, numberAt, pointsAt, type ScorecardReading } from '../reading.ts';
import { AMOUNTS, amountKey } from './amount.ts';
import { amountWorth, type Cut, cutOf } from './bounds.ts';
import { mostAt } from './figure.ts';

const fieldAt = stated(namedField);

/** The price of one record: an amount of any kind that can be set for each, or just points. */
const readPrice = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const key = amountKey(node);
  const form = key === undefined ? undefined : AMOUNTS[key];
  if (form === undefined) {
    const points = pointsAt(reading, node);
    return points === undefined ? undefined : { kind: 'base', points };
  }
  return form.perRecord
    ? form.read(reading, node, 'deduct')
    : defect(reading, node.location, 'not-per-record', { key: key ?? '' });
};

type Again = NonNullable<RecordsAsked['again']>;

const AGAIN = { after: perhaps(numberAt), times: perhaps(numberAt), same: perhaps(fieldAt) };

/** 第二次起加倍: in the order of the list, for all records or for each person, window … by itself. */
const againAt: ReadAt<Again> = (reading, node, key) => {
  const maps = severalAt(having(AGAIN))(reading, node, key);
  const at = (get(node, key) ?? node).location;
  if (maps === undefined) return undefined;
  const steps = maps.map(({ after, times }) => ({ after: Number(after), times: times ?? '' }));
  if (maps.some(({ after, times }) => after === undefined || times === undefined))
    return defect(reading, at, 'again-unsaid');
  const rises = steps.every(({ after, times }, index) => {
    const earlier = steps[index - 1] ?? { after: 0, times: '1' };
    return Number.isInteger(after) && after > earlier.after && isAbove(times, earlier.times);
  });
  const same = maps.find(map => map.same !== undefined)?.same;
  return rises && isNonEmpty(steps)
    ? { steps, ...(same !== undefined && { same }) }
    : defect(reading, at, 'escalation-order');
};

/** 同一人最多扣 2 分. */
const CAP_PER = { field: needed(fieldAt), points: needed(pointsAt) };

const WHICH = { where: perhaps(checkAt), oncePer: perhaps(fieldAt), subject: perhaps(fieldAt) };

const BOUNDS = {
  plausible: orElse<string | null>(mostAt({ kind: 'plain' }), null),
  capEach: perhaps(pointsAt),
  again: perhaps(againAt),
  capPer: perhaps(stated(having(CAP_PER))),
};

export const FOR_EACH_KEYS = ['for_each', ...keysOf({ ...WHICH, ...BOUNDS })];

/** The price of one record at its dearest. */
const worthOf = (amount: Amount, capEach: string | undefined, again: Again | undefined, cut: Cut): Worth => {
  const { least, most } = amountWorth(amount, cut);
  const times = again?.steps.at(-1)?.times ?? '1';
  const all = most === null ? null : decimalOf(timesExact(exact(most), exact(times)));
  return { least, most: capEach === undefined || (all !== null && isAbove(capEach, all)) ? all : capEach };
};

/** A price for each record of a list, added up. */
export const readForEach = (reading: ScorecardReading, node: MapNode): Amount | undefined => {
  const inner = enter(reading, node, 'for_each');
  const which = inner && fieldsAt(inner, node, WHICH);
  const bounds = inner && fieldsAt(inner, node, BOUNDS);
  const amount = inner && readPrice(inner, node);
  if (!(inner && which && bounds && amount)) return undefined;
  const { plausible: most, ...caps } = bounds;
  const { capEach, again, capPer } = caps;
  if (which.oncePer !== undefined && (again !== undefined || capPer !== undefined))
    return defect(reading, node.location, 'again-with-once');
  const worth = worthOf(amount, capEach, again, cutOf(reading));
  return { kind: 'records', records: { list: inner.records.id, ...which, most, worth, ...caps, amount } };
};
