import type { QuantityValue, ScalarValue } from '../value.ts';

/** Minutes since midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of one day, and the days of the week (1 is Monday) on which it is so; none where that is not said. */
export interface Shift {
  readonly days: readonly number[];
  readonly stretches: readonly Stretch[];
}

const two = (number: number): string => String(number).padStart(2, '0');

export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** `12345 08:30-12:00,15:00-18:00;6 09:00-12:00`. */
export const hoursText = (shifts: readonly Shift[]): string =>
  shifts
    .map(({ days, stretches }) =>
      [days.join(''), stretches.map(({ from, to }) => `${clockOf(from)}-${clockOf(to)}`).join(',')].join(' ').trim(),
    )
    .join(';');

const stretchOf = (text: string): Stretch => {
  const [from = '', to = ''] = text.split('-');
  return { from: minutesOf(from), to: minutesOf(to) };
};

const shiftsOf = (text: string): readonly Shift[] =>
  text.split(';').map(said => {
    const [, days = '', times = ''] = /^(?:([1-7]+)(?: |$))?(.*)$/u.exec(said) ?? [];
    return { days: [...days].map(Number), stretches: times === '' ? [] : times.split(',').map(stretchOf) };
  });

const openIn = (text: string): readonly Shift[] => shiftsOf(text).filter(({ stretches }) => stretches.length > 0);

const lengthOf = ({ stretches }: Shift): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/** In hours where that can be written out, else in minutes. */
const duration = (minutes: number): QuantityValue =>
  minutes % 3 === 0
    ? { type: 'quantity', amount: String(minutes / 60), unit: 'h' }
    : { type: 'quantity', amount: String(minutes), unit: 'min' };

const time = (minutes: number): ScalarValue => ({ type: 'time', value: clockOf(minutes) });

/** What hours come to: a figure for each kind of day on which a place is open, or one of the week. */
export const dailyIn = (text: string): readonly ScalarValue[] => {
  const open = openIn(text);
  return open.length === 0 ? [duration(0)] : open.map(shift => duration(lengthOf(shift)));
};

export const opensIn = (text: string): readonly ScalarValue[] =>
  openIn(text).map(({ stretches }) => time(Math.min(...stretches.map(({ from }) => from))));

export const closesIn = (text: string): readonly ScalarValue[] =>
  openIn(text).map(({ stretches }) => time(Math.max(...stretches.map(({ to }) => to))));

const isDated = ({ days }: Shift): boolean => days.length > 0;

/** None where it is not said on which days a place is open. */
export const weeklyIn = (text: string): readonly ScalarValue[] => {
  const open = openIn(text);
  return open.every(isDated)
    ? [duration(open.reduce((sum, shift) => sum + shift.days.length * lengthOf(shift), 0))]
    : [];
};

export const openDaysIn = (text: string): readonly ScalarValue[] => {
  const open = openIn(text);
  const days = open.reduce((sum, shift) => sum + shift.days.length, 0);
  return open.every(isDated) ? [{ type: 'quantity', amount: String(days), unit: 'day' }] : [];
};

interface HoursWords {
  /** The days of the week, from Monday. */
  readonly days: readonly string[];
  readonly to: string;
  readonly and: string;
  readonly between: string;
  readonly closed: string;
}

const CHINESE: HoursWords = {
  days: [...'一二三四五六日'].map(day => `周${day}`),
  to: '至',
  and: '、',
  between: '；',
  closed: '休息',
};

const daysWritten = (days: readonly number[], { days: names, to, and }: HoursWords): string => {
  const said = days.map(day => names[day - 1] ?? '');
  const isRun = days.length > 2 && days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  return isRun ? [said[0], said.at(-1)].join(to) : said.join(and);
};

/** Hours as a person writes them into a form: `周一至周五 8:30-12:00、15:00-18:00；周六 休息`. */
export const hoursWritten = (text: string, words: HoursWords = CHINESE): string =>
  shiftsOf(text)
    .map(({ days, stretches }) => {
      const times = stretches.map(({ from, to }) => `${clockShown(clockOf(from))}-${clockShown(clockOf(to))}`);
      return `${daysWritten(days, words)} ${times.join(words.and) || words.closed}`.trim();
    })
    .join(words.between);

export const clockShown = (clock: string): string => clock.replace(/^0/u, '');
