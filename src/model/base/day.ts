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
