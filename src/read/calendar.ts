import { daysBetween, isDay, shiftDay } from '../model/base/day.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../model/base/source.ts';
import type { Calendar } from '../model/base/times/calendar.ts';
import { meant } from './profile/names.ts';
import { misshapen } from './shape.ts';

interface Reading {
  readonly problems: Problem[];
}

const textOf = (node: SourceNode): string => (node.kind === 'scalar' ? node.text.trim() : '');

const KEYS = ['covers', 'holidays', 'workdays'];

/** A day, or the first and the last of several. */
export const DAYS = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|至|到)\s*(\d{4}-\d{2}-\d{2}))?$/u;

const LONGEST = 400;

/** `2024-02-10` or `2024-02-10..2024-02-17` as its days; none when it is no date. */
const daysOf = (text: string): readonly string[] => {
  const [, first, last = first] = DAYS.exec(text) ?? [];
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first) return [];
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.min(count, LONGEST) }, (_, day) => shiftDay(first, day));
};

const datesAt = (reading: Reading, map: MapNode, key: string): readonly string[] => {
  const stated = get(map, key);
  return (stated?.kind === 'list' ? stated.items : stated === undefined ? [] : [stated]).flatMap((node: SourceNode) => {
    const days = daysOf(textOf(node));
    if (days.length === 0)
      misshapen(reading, node, `calendar.${key}`, { written: '2024-02-10 | 2024-02-10..2024-02-17' });
    return days;
  });
};

/** Which days are worked: Monday to Friday, less the holidays, and the weekend days worked in exchange. */
export const readCalendar = (reading: Reading, node: SourceNode): Calendar | undefined => {
  if (node.kind !== 'map') return misshapen(reading, node, 'calendar', { written: `{ ${KEYS.join(', ')} }` });
  const map = node;
  for (const { key, keyLocation } of map.entries.filter(entry => !KEYS.includes(entry.key)))
    reading.problems.push(problem('unknown-key', keyLocation, { key, ...meant(key, KEYS) }));
  const covers = datesAt(reading, map, 'covers');
  const [first, last] = [covers[0], covers.at(-1)];
  if (get(map, 'covers') === undefined)
    reading.problems.push(problem('shape', map.location, { path: 'calendar.covers', wanted: 'required' }));
  if (first === undefined || last === undefined) return undefined;
  return {
    covers: [first, last],
    holidays: datesAt(reading, map, 'holidays'),
    workdays: datesAt(reading, map, 'workdays'),
  };
};
