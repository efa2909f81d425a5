import { keptFor } from './memo.ts';

const MILLISECONDS = 86_400_000;

/** A date as a number of days; neighbouring days are neighbouring numbers. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MILLISECONDS;

export const dateOf = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** A date so many days later, or earlier. */
export const shiftDay = (date: string, days: number): string => dateOf(dayNumber(date) + days);

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Whether there is such a day: not 30 February. */
export const isDay = (date: string): boolean => {
  const day = dayNumber(date);
  return !Number.isNaN(day) && dateOf(day) === date;
};

/** Weekends are free unless `workdays` names them. All dates `YYYY-MM-DD`. */
export interface Calendar {
  readonly covers: readonly [string, string];
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** How many days `done` comes after `due`; 0 when it does not. */
export const daysLate = (done: string, due: string): number => Math.max(0, daysBetween(due, done));

/** Days are numbered from a Thursday, so 2 and 3 in each week are Saturday and Sunday. */
const isWeekend = (day: number): boolean => [2, 3].includes(((day % 7) + 7) % 7);

/** The days of a calendar by their numbers. */
const numbered = keptFor(({ covers: [, last], holidays, workdays }: Calendar) => ({
  last: dayNumber(last),
  holidays: new Set(holidays.map(dayNumber)),
  workdays: new Set(workdays.map(dayNumber)),
}));

/** Weekends are free, unless they are worked in exchange for a holiday. */
const isWorked = (day: number, calendar: Calendar): boolean => {
  const { workdays, holidays } = numbered(calendar);
  return workdays.has(day) || (!isWeekend(day) && !holidays.has(day));
};

const covers = ({ covers: [first, last] }: Calendar, date: string): boolean => first <= date && date <= last;

/** The dates among these of which the calendar says nothing. */
export const outside = (calendar: Calendar, dates: readonly string[]): readonly string[] =>
  dates.filter(date => !covers(calendar, date));

/** How many working days after `first`, up to and including `last`. */
export const workdaysBetween = (first: string, last: string, calendar: Calendar): number => {
  const to = dayNumber(last);
  let worked = 0;
  for (let day = dayNumber(first) + 1; day <= to; day++) if (isWorked(day, calendar)) worked += 1;
  return worked;
};

/** So many days, or working days, after a date; undefined where the calendar ends first. */
export const daysAfter = (date: string, count: number, calendar: Calendar | undefined): string | undefined => {
  if (calendar === undefined) return dateOf(dayNumber(date) + count);
  let [day, left] = [dayNumber(date), count];
  while (left > 0) {
    day += 1;
    if (day > numbered(calendar).last) return undefined;
    if (isWorked(day, calendar)) left -= 1;
  }
  return dateOf(day);
};
