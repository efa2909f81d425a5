import { isDay } from '../../model/base/day.ts';
import { numberOf } from './numerals.ts';
import { offLine, plain } from './seen.ts';

const SEPARATED = /^(\d{4})\s*[-/.、,\\_—–−‐年]\s*(\d{1,2})\s*[-/.、,\\_—–−‐月]\s*(\d{1,2})\s*[日号]?(?!\d)(.*)$/u;
const SPACED = /^(\d{4}) +(\d{1,2}) +(\d{1,2})$/u;
const RUN = /^(\d{4})(\d{2})(\d{2})$/u;
const WEEKDAY = String.raw`\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\(?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\)?`;
const TIME = String.raw`(?:[T ]\s*)?(?:[上下]午|凌晨|早上|晚上|[ap]m)?\s*\d{1,2}\s*(?:[:时点]\s*\d{0,2}\s*(?:[:分]\s*\d{0,2}(?:\.\d+)?\s*秒?)?)\s*(?:[ap]m)?`;
const BEHIND = new RegExp(`^\\s*(?:${WEEKDAY})?\\s*(?:${TIME})?\\s*(?:${WEEKDAY})?$`, 'iu');
const STAMP = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})$/u;

/** 二〇二一年十一月十日 in digits; other texts unchanged. */
const inDigits = (text: string): string => {
  const [, year, month = '', day = ''] =
    /^([〇零一二三四五六七八九]{4})年(.+)月(.+)[日号]$/u.exec(text.replaceAll(/\s/gu, '').replaceAll('○', '〇')) ?? [];
  return year === undefined ? text : [[...year].map(numberOf).join(''), numberOf(month), numberOf(day)].join('-');
};

/** A year before or after them is a slip. */
const [EARLIEST, LATEST] = ['1900', '2100'];

const HOUR = 3_600_000;

/** An instant as the day that it is in China, where every profile is written. */
const dayOfStamp = (stamp: string, zone: string): string | undefined => {
  const instant = new Date(`${stamp}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`).getTime();
  return Number.isNaN(instant) ? undefined : new Date(instant + 8 * HOUR).toISOString().slice(0, 10);
};

/** The day that a text names, as `YYYY-MM-DD`: with or without a time or a weekday behind it. Undefined for any other text. */
export const dayIn = (text: string): string | undefined => {
  const said = inDigits(offLine(plain(text)).replace(/。$/u, ''));
  const [, stamp, zone] = STAMP.exec(said) ?? [];
  if (stamp !== undefined && zone !== undefined) return dayOfStamp(stamp, zone);
  const [, year, month, day, behind = ''] = SEPARATED.exec(said) ?? SPACED.exec(said) ?? RUN.exec(said) ?? [];
  if (year === undefined || month === undefined || day === undefined || !BEHIND.test(behind)) return undefined;
  const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return named >= EARLIEST && named < LATEST && isDay(named) ? named : undefined;
};
