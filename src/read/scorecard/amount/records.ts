import { decimalOf, exact, isAbove, times as timesExact } from '../../../model/base/exact.ts';
import { problem } from '../../../model/base/problem.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Amount, RecordsAsked, Worth } from '../../../model/scoring/scorecard.ts';
import type { RecordsDefinition } from '../../../model/standard/vocabulary.ts';
import { enter, findFact, suggestFacts } from '../../pack/reading.ts';
import { get, type MapNode } from '../../source.ts';
import {
  checkAt,
  defect,
  lackingOf,
  listOf,
  mapWith,
  misread,
  numberAt,
  pointsAt,
  type ScorecardReading,
  textOf,
} from '../reading.ts';
import { AMOUNTS, amountKey } from './amount.ts';
import { amountWorth, type Cut, cutOf } from './bounds.ts';
import { readFigure } from './figure.ts';

export const FOR_EACH_KEYS = ['for_each', 'where', 'once_per', 'subject', 'plausible', 'cap_each', 'again', 'cap_per'];

type Inside = ScorecardReading & { records: RecordsDefinition };

/** The field of the record at hand that `key` names. */
const fieldAt = (reading: Inside, node: MapNode, key: string): string | undefined => {
  const stated = get(node, key);
  if (stated === undefined) return undefined;
  const name = textOf(stated);
  const found = findFact(reading, name);
  if (found?.reference.scope === 'item') return found.reference.id;
  const suggestions = suggestFacts(reading, name);
  reading.problems.push(problem('unknown-name', stated.location, { kind: 'fact', name, suggestions }));
  return undefined;
};

/** The price of one record: an amount of any kind that can be set for each, or just points. */
const readPrice = (reading: Inside, node: MapNode): Amount | undefined => {
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
type CapPer = NonNullable<RecordsAsked['capPer']>;

/** 第二次起加倍: in the order of the list, for all records or for each person, window … by itself. */
const readAgain = (reading: Inside, node: MapNode): Again | undefined => {
  const stated = get(node, 'again');
  if (stated === undefined) return undefined;
  const maps = listOf(stated).flatMap(part => mapWith(reading, part, ['after', 'times', 'same']) ?? []);
  const steps = maps.flatMap(map => {
    const [after, times] = [numberAt(reading, map, 'after'), numberAt(reading, map, 'times')];
    return after === undefined || times === undefined ? [] : [{ after: Number(after), times }];
  });
  const named = maps.find(map => get(map, 'same') !== undefined);
  const same = named && fieldAt(reading, named, 'same');
  if (named !== undefined && same === undefined) return undefined;
  const rises = steps.every(({ after, times }, index) => {
    const earlier = steps[index - 1] ?? { after: 0, times: '1' };
    return Number.isInteger(after) && after > earlier.after && isAbove(times, earlier.times);
  });
  if (steps.length < listOf(stated).length || !isNonEmpty(steps))
    return defect(reading, stated.location, 'again-unsaid');
  return rises ? { steps, ...(same !== undefined && { same }) } : defect(reading, stated.location, 'escalation-order');
};

/** 同一人最多扣 2 分. */
const readCapPer = (reading: Inside, node: MapNode): CapPer | undefined => {
  const stated = get(node, 'cap_per');
  const map = stated && mapWith(reading, stated, ['field', 'points']);
  const points = map && pointsAt(reading, map);
  const field = map && fieldAt(reading, map, 'field');
  if (map !== undefined) lackingOf(reading, map, ['field']);
  return field === undefined || points === undefined ? undefined : { field, points };
};

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
  if (inner === undefined) return undefined;
  const where = checkAt(inner, node, 'where');
  const oncePer = fieldAt(inner, node, 'once_per');
  const subject = fieldAt(inner, node, 'subject');
  const capEach = get(node, 'cap_each') === undefined ? undefined : pointsAt(reading, node, 'cap_each');
  const stated = get(node, 'plausible');
  const most = stated === undefined ? null : readFigure(reading, { kind: 'plain' }, stated, 'plausible');
  const amount = readPrice(inner, node);
  const again = readAgain(inner, node);
  const capPer = readCapPer(inner, node);
  const read = { where, once_per: oncePer, subject, cap_each: capEach, again, cap_per: capPer };
  if (oncePer !== undefined && (again !== undefined || capPer !== undefined))
    return defect(reading, node.location, 'again-with-once');
  const wrong = Object.entries(read).some(([key, value]) => misread(node, key, value));
  if (wrong || amount === undefined || most === undefined) return undefined;
  return {
    kind: 'records',
    records: {
      list: inner.records.id,
      ...(where && { where }),
      ...(oncePer !== undefined && { oncePer }),
      ...(subject !== undefined && { subject }),
      most,
      worth: worthOf(amount, capEach, again, cutOf(reading)),
      ...(capEach !== undefined && { capEach }),
      ...(again && { again }),
      ...(capPer && { capPer }),
      amount,
    },
  };
};
