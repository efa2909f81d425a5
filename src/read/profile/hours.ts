import { clockOf, hoursText, type Shift, type Stretch } from '../../model/base/times/hours.ts';
import { plain } from './seen.ts';

const HALF = '(上午|早上|早|中午|下午|晚上|晚|[ap]m)?';
const CLOCK = String.raw`(\d{1,2})(?:[:时点](\d{2}|半)?分?|(?=\s*(?:$|[-~到至])))\s*(?:([ap])\.?m\.?)?`;
const TIME = new RegExp(`^${HALF}\\s*${CLOCK}$`, 'iu');
const STRETCH = new RegExp(`${HALF}\\s*${CLOCK}\\s*[-~到至]\\s*${HALF}\\s*${CLOCK}`, 'giu');

/** The hours of the clock that a part of the day may name: 下午3点 is 15, 晚上12点 24, 中午1点 13; 晚上1点 is none that is sure. */
const PARTS_OF_DAY: readonly (readonly [RegExp, readonly [least: number, most: number]])[] = [
  [/^[上早]/u, [0, 12]],
  [/^a/iu, [0, 11]],
  [/^中/u, [10, 14]],
  [/^下|^p/iu, [12, 23]],
  [/^晚/u, [17, 24]],
];

/** Minutes since midnight; undefined for a time that there is not. */
const minutesAt = (half: string, hour: string, minute = '0'): number | undefined => {
  const [said, minutes] = [Number(hour), minute === '半' ? 30 : Number(minute)];
  const [least, most] = PARTS_OF_DAY.find(([part]) => part.test(half))?.[1] ?? [said, said];
  const hours = [said, said + 12, said % 12].find(one => one >= least && one <= most);
  if (hours === undefined || (said > 12 && hours !== said)) return undefined;
  return minutes > 59 || hours * 60 + minutes > 1440 ? undefined : hours * 60 + minutes;
};

const tidy = (text: string): string =>
  plain(text)
    .replaceAll(/[—–―‐−～]+/gu, '-')
    .replaceAll(/(周|星期|礼拜)([一二三四五六日天]{2,})/gu, (_, week: string, days: string) =>
      [...days].map(day => week + day).join('、'),
    );

/** `8:30`, `上午8时30分`, `下午3点半` as `HH:MM`. */
export const timeIn = (text: string): string | undefined => {
  const [, half = '', hour, minute, ending = ''] = TIME.exec(tidy(text)) ?? [];
  const minutes = hour === undefined ? undefined : minutesAt(half || ending, hour, minute);
  return minutes === undefined || minutes === 1440 ? undefined : clockOf(minutes);
};

const stretchIn = (found: RegExpMatchArray): Stretch | undefined => {
  const [, half = '', hour = '', minute, ending = '', otherHalf = '', otherHour = '', otherMinute, otherEnding = ''] =
    found;
  const [first, last] = [half || ending, otherHalf || otherEnding];
  const isAfter = (to: number | undefined, from: number | undefined): boolean => (to ?? 0) > (from ?? 0);
  const own = minutesAt(last, otherHour, otherMinute);
  // 1:00-5:00pm says pm of both, where that is before the end.
  const alike = first === '' ? minutesAt(otherEnding, hour, minute) : undefined;
  const from = alike !== undefined && isAfter(own, alike) ? alike : minutesAt(first, hour, minute);
  // 下午3:00-6:00 says 下午 of both.
  const to = last === '' && !isAfter(own, from) ? minutesAt(first, otherHour, otherMinute) : own;
  return from === undefined || to === undefined || to <= from ? undefined : { from, to };
};

const NAMES = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const dayNamed = (text: string): number => {
  const name = text
    .replace(/^(?:周|星期|礼拜)/u, '')
    .replace('天', '日')
    .toLowerCase();
  return Math.max(NAMES.indexOf(name), ENGLISH.indexOf(name.slice(0, 3))) + 1;
};

const WORDS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:每天|每日|全周|daily|every day)/iu, [1, 2, 3, 4, 5, 6, 7]],
  [/^(?:工作日|weekdays|working days)/iu, [1, 2, 3, 4, 5]],
  [/^(?:周末|双休日|weekends?)/iu, [6, 7]],
];

const DAY = '(?:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)';
const RUN = new RegExp(`^(${DAY})(?:\\s*[-~到至]\\s*((?:周|星期|礼拜)?[一二三四五六日天]|${DAY}))?[、,和及\\s]*`, 'iu');

/** The days that a text begins with, and what follows them. */
const daysAhead = (text: string): { readonly days: readonly number[]; readonly rest: string } => {
  for (const [word, days] of WORDS) if (word.test(text)) return { days, rest: text.replace(word, '') };
  const days: number[] = [];
  let rest = text;
  for (let found = RUN.exec(rest); found !== null; found = RUN.exec(rest)) {
    const [all, first = '', last = first] = found;
    const [from, to] = [dayNamed(first), dayNamed(last)];
    for (let day = from; day <= to; day += 1) days.push(day);
    if (to < from) return { days: [], rest: text };
    rest = rest.slice(all.length);
  }
  return { days, rest };
};

const CLOSED = /^(?:休息|不开放|关闭|无|closed)$/iu;
const ALL_DAY = /^(?:24小时|全天|24 ?h(?:ours)?)(?:开放|服务|值守)?$/iu;
const BESIDE = /\((?:法定)?节假日(?:除外|休息|不开放)\)|[,，]?(?:法定)?节假日(?:除外|休息)$/gu;

const shiftIn = (text: string): Shift | undefined => {
  const { days, rest } = daysAhead(text.trim());
  const said = rest.replace(/^[:,\s]+/u, '').trim();
  if (CLOSED.test(said)) return { days, stretches: [] };
  if (ALL_DAY.test(said)) return { days, stretches: [{ from: 0, to: 1440 }] };
  const left = said.replaceAll(STRETCH, '').replaceAll(/[、,，;和及\s]/gu, '');
  const stretches = [...said.matchAll(STRETCH)].map(stretchIn);
  const known = stretches.filter(stretch => stretch !== undefined).sort((a, b) => a.from - b.from);
  const overlap = known.some(({ from }, index) => from < (known[index - 1]?.to ?? 0));
  return left !== '' || known.length === 0 || known.length < stretches.length || overlap
    ? undefined
    : { days, stretches: known };
};

/** Breaks a text before each day of the week that times stand before: 周一至周五8:30-12:00,周六9:00-12:00. */
const PARTS = new RegExp(`[;；\\n]+|(?<=\\d)[,，、\\s]+(?=${DAY}|周末|双休日|工作日)`, 'iu');

/** What names no days goes on with what stands before it: 周一至周五8:30-12:00；14:30-17:30. */
const goingOn = (parts: readonly string[]): readonly string[] => {
  const joined: string[] = [];
  for (const part of parts) {
    const isOwn = joined.length === 0 || daysAhead(part.trim()).days.length > 0;
    joined.push(isOwn ? part : `${joined.pop()},${part}`);
  }
  return joined;
};

/** When a text says that a place is open, as `hours.ts` writes it; undefined where it cannot be told. */
export const hoursIn = (text: string): string | undefined => {
  const parts = tidy(text).replaceAll(BESIDE, '').split(PARTS);
  const shifts = goingOn(parts.filter(part => part.trim() !== '')).map(shiftIn);
  const known = shifts.filter(shift => shift !== undefined);
  const days = known.flatMap(shift => shift.days);
  const isPartly = known.length > 1 && known.some(shift => shift.days.length === 0);
  if (known.length === 0 || known.length < shifts.length || isPartly || new Set(days).size < days.length)
    return undefined;
  return hoursText(known);
};
