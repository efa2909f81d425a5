import { problem } from '../../model/problem.ts';
import type { Amount } from '../../model/table.ts';
import type { RecordsDefinition } from '../../model/vocabulary.ts';
import { enter, findFact, suggestFacts } from '../expression.ts';
import { get, type MapNode } from '../source.ts';
import { AMOUNTS, amountKey } from './amount.ts';
import { amountWorth, cutOf } from './bounds.ts';
import { readFigure } from './figure.ts';
import { checkAt, defect, misread, pointsAt, type TableReading, textOf } from './reading.ts';

export const FOR_EACH_KEYS = ['for_each', 'where', 'once_per', 'subject', 'plausible', 'cap_each'];

type Inside = TableReading & { records: RecordsDefinition };

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

/** A price for each record of a list, added up. */
export const readForEach = (reading: TableReading, node: MapNode): Amount | undefined => {
  const inner = enter(reading, node, 'for_each');
  if (inner === undefined) return undefined;
  const where = checkAt(inner, node, 'where');
  const oncePer = fieldAt(inner, node, 'once_per');
  const subject = fieldAt(inner, node, 'subject');
  const capEach = get(node, 'cap_each') === undefined ? undefined : pointsAt(reading, node, 'cap_each');
  const stated = get(node, 'plausible');
  const most = stated === undefined ? null : readFigure(reading, { kind: 'plain' }, stated, 'plausible');
  const amount = readPrice(inner, node);
  const read: Readonly<Record<string, unknown>> = { where, once_per: oncePer, subject, cap_each: capEach };
  const wrong = Object.entries(read).some(([key, value]) => misread(node, key, value));
  if (wrong || amount === undefined || most === undefined) return undefined;
  const worth = amountWorth(amount, cutOf(reading));
  return {
    kind: 'records',
    records: {
      list: inner.records.id,
      ...(where && { where }),
      ...(oncePer !== undefined && { oncePer }),
      ...(subject !== undefined && { subject }),
      most,
      worth: capEach === undefined ? worth : { ...worth, most: capEach },
      ...(capEach !== undefined && { capEach }),
      amount,
    },
  };
};
