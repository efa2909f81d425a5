import { type Calendar, daysBetween, isDay, shiftDay } from '../model/base/day.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import { get, type MapNode, oneOrMore, type SourceNode, textOf } from '../model/base/source.ts';
import { meant } from './profile/names.ts';
import { misshapen } from './shape.ts';

interface Reading {
  readonly problems: Problem[];
}

const KEYS = ['covers', 'holidays', 'workdays'];

/** A day, or the first and the last of several. */
export const DAYS = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|至|到)\s*(\d{4}-\d{2}-\d{2}))?$/u;

/** As many days as a holiday may have: more are a slip of the pen. */
const LONGEST = 400;

type Range = readonly [first: string, last: string];

/** `2024-02-10` or `2024-02-10..2024-02-17`; nothing when it is no date, or ends before it begins. */
const rangeOf = (text: string): Range | undefined => {
  const [, first, last = first] = DAYS.exec(text) ?? [];
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first) return undefined;
  return [first, last];
};

const rangesAt = (reading: Reading, map: MapNode, key: string): readonly Range[] => {
  const stated = get(map, key);
  return (stated ? oneOrMore(stated) : []).flatMap(node => {
    const range = rangeOf(textOf(node).trim());
    if (range !== undefined && (key === 'covers' || daysBetween(...range) < LONGEST)) return [range];
    misshapen(reading, node, `calendar.${key}`, { written: '2024-02-10 | 2024-02-10..2024-02-17' });
    return [];
  });
};

const daysAt = (reading: Reading, map: MapNode, key: string): readonly string[] =>
  rangesAt(reading, map, key).flatMap(([first, last]) =>
    Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => shiftDay(first, day)),
  );

/** From the first day that is named to the last. */
const coversAt = (reading: Reading, map: MapNode): Range | undefined => {
  const stated = get(map, 'covers');
  const { location } = stated ?? map;
  const ranges = rangesAt(reading, map, 'covers');
  const [low, high] = [ranges[0]?.[0], ranges.at(-1)?.[1]];
  if (stated === undefined || (stated.kind === 'list' && stated.items.length === 0))
    reading.problems.push(problem('shape', location, { path: 'calendar.covers', wanted: 'required' }));
  if (low === undefined || high === undefined) return undefined;
  if (high < low) reading.problems.push(problem('empty-range', location, { low, high }));
  return [low, high];
};

/** Which days are worked: Monday to Friday, less the holidays, and the weekend days worked in exchange. */
export const readCalendar = (reading: Reading, node: SourceNode): Calendar | undefined => {
  if (node.kind !== 'map') return misshapen(reading, node, 'calendar', { written: `{ ${KEYS.join(', ')} }` });
  for (const { key, keyLocation } of node.entries.filter(entry => !KEYS.includes(entry.key)))
    reading.problems.push(problem('unknown-key', keyLocation, { key, ...meant(key, KEYS) }));
  const covers = coversAt(reading, node);
  const [holidays, workdays] = [daysAt(reading, node, 'holidays'), daysAt(reading, node, 'workdays')];
  return covers && { covers, holidays, workdays };
};
