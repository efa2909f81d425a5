import { isDay } from '../../../model/base/day.ts';
import { get, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import type { DueDate } from '../../../model/scoring/measure.ts';
import type { FactReference } from '../../../model/standard/expression.ts';
import { misshapen } from '../../shape.ts';
import { defect, factAt, mapWith, type ScorecardReading, textOf, wordAt } from '../reading.ts';
import { domainOf, type ReadMeasure, readFigure, type Scale } from './figure.ts';

const dateFact = (reading: ScorecardReading, node: SourceNode): FactReference | undefined => {
  const found = factAt(reading, node);
  if (found === undefined) return undefined;
  if (found.definition.type === 'date' && found.reference.scope !== 'all-items') return found.reference;
  const { label, type } = found.definition;
  return defect(reading, node.location, 'date-type', { name: label.zh, type });
};

const readDue = (reading: ScorecardReading, node: SourceNode, scale: Scale): DueDate | undefined => {
  const date = textOf(node);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(date))
    return isDay(date) ? { kind: 'date', date } : misshapen(reading, node, 'due', 'day');
  const map = node.kind === 'map' ? mapWith(reading, node, ['fact', 'plus']) : undefined;
  if (node.kind === 'map' && map === undefined) return undefined;
  const fact = dateFact(reading, get(map, 'fact') ?? node);
  const more = get(map, 'plus');
  const plus = more === undefined ? '0' : readFigure(reading, scale, more, 'plus');
  return fact === undefined || plus === undefined ? undefined : { kind: 'fact', fact, plus: Number(plus) };
};

export const readLate = (reading: ScorecardReading, node: MapNode): ReadMeasure | undefined => {
  const days = wordAt(reading, node, 'in', ['days', 'workdays']);
  const due = get(node, 'due');
  if (days === undefined || due === undefined)
    return misshapen(reading, node, 'late', { written: '{ late: …, due: …, in: days | workdays }' });
  if (days === 'workdays' && !reading.hasCalendar) return defect(reading, node.location, 'calendar-missing');
  const scale: Scale = { kind: 'quantity', unit: days === 'days' ? 'day' : 'workday' };
  const done = dateFact(reading, get(node, 'late') ?? node);
  const by = readDue(reading, due, scale);
  return done && by && { scale, measure: { kind: 'late', done, due: by, days, domain: domainOf(scale, true) } };
};
