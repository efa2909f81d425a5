import type { UnreadableCause } from '../../model/base/unreadable-cause.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { isNotRunning } from './names.ts';
import { plain } from './seen.ts';
import { DITTO, type Refusal } from './values.ts';

/** Types whose values are so much or so many of something. */
export const AMOUNTS: ReadonlySet<FactDefinition['type']> = new Set(['quantity', 'size', 'count', 'percent']);

/** Slips that are known by their shape, for amounts, for days and for names; the first that fits is named. */
const OF_AMOUNTS: readonly (readonly [UnreadableCause, RegExp])[] = [
  ['approximate', /^(?:大?约|约莫|近|大概|左右)|(?:左右|上下|多|余|来)\D{0,4}2?$|几|若干/u],
  ['bound', /^(?:不少于|不低于|不超过|不大于|不小于|至少|至多|超过|大于|小于|[<>≤≥＜＞])|(?:以上|以下|以内)$/u],
  ['range', /\d\s*\D{0,4}(?:[-~～—–－]|至|到)\s*\d/u],
  ['letter-for-digit', /^[\dOoIl|]*(?:\d[OoIl|]|[OoIl|]\d)[\dOoIl|]*(?![a-z])/u],
  ['space-in-number', /\d\s+\d/u],
  ['stop-for-point', /\d[。·]\d/u],
  ['two-units', /.≠./u],
  ['several-values', /\d[^\d.]*[、;；,，/+][^\d]*\d/u],
  ['remark-behind', /\d\s*[^\d\s(]{0,6}\s*[(（[【].+[)）\]】]$|\d\*+$/u],
];

const OF_DAYS: readonly (readonly [UnreadableCause, RegExp])[] = [
  ['month-only', /^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?(?:份|初|底|中旬|上旬|下旬|(?<=月)[\s_]*日)?$/u],
  ['day-without-year', /^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$/u],
  ['year-only', /^\d{4}\s*年?(?:初|底)?$/u],
  ['two-digit-year', /^\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/u],
  ['day-first', /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}$/u],
  ['day-number', /^\d{5}(?:\.\d+)?$/u],
  ['no-such-day', /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/u],
  ['range', /\d\s*日?\s*(?:[~～—]|至|到)\s*\d/u],
];

const OF_TEXTS: readonly (readonly [UnreadableCause, RegExp])[] = [
  ['several-things', /\d.*\d\s*号|^\p{L}+(?:[、，,;；/\n]\s*\p{L}+)+$/u],
  ['nobody', /空|缺|招聘?/u],
  ['government', /人民政府$/u],
];

/** What is said of one of several things: 1号台（高80cm以上）, 档案室（20）. */
const OF_RECORDS: readonly (readonly [UnreadableCause, RegExp])[] = [
  ['bound', /不[少低小]于\d|\d[^\d()]{0,4}以[上下内]/u],
  ['approximate', /约\d|\d[^\d()]{0,4}左右/u],
  ['bare-number', /\(\d+(?:\.\d+)?\)/u],
];

const OF_ANSWERS: readonly (readonly [UnreadableCause, RegExp])[] = [
  ['remark-on-answer', /^(?:[是有否无]|没有|已[有设])[(,、;:](?![是有否无]$).+/u],
];

const SLIPS: Readonly<Partial<Record<FactDefinition['type'], typeof OF_AMOUNTS>>> = {
  date: OF_DAYS,
  records: OF_RECORDS,
  text: OF_TEXTS,
  yes_no: OF_ANSWERS,
};

/** So much of a text shows its slip; patterns that look for two signs take the square of its length. */
const LONGEST = 200;

const DATE_SHOWN = /^\d{4}-\d{2}-\d{2}$|^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?$/u;

/** The slip that makes a text unreadable as a value of its type, where it is one that is known. */
export const causeOf = (text: string, type: FactDefinition['type'], value?: unknown): UnreadableCause | undefined => {
  const said = plain(text.slice(0, LONGEST));
  if (DITTO.test(said)) return 'ditto';
  if (type === 'text' && isNotRunning(text)) return 'not-running';
  if (AMOUNTS.has(type) && typeof value === 'number' && DATE_SHOWN.test(said)) return 'number-shown-as-date';
  const slips = AMOUNTS.has(type) ? OF_AMOUNTS : SLIPS[type];
  const named = slips?.find(([, pattern]) => pattern.test(said))?.[0];
  return named ?? (type === 'percent' && /^\d+(?:\.\d+)?$/u.test(said) ? 'no-percent-sign' : undefined);
};

/** What is told of a value that cannot be read; of the day on which a form was filled in, which no rule asks for, that it is none. */
export const unreadBy = ({ id }: FieldDefinition, cause: UnreadableCause | undefined, read: Refusal) => {
  if (id === 'center.declared_on' && (cause === 'month-only' || cause === 'year-only')) return 'no-day';
  return cause === undefined ? read : 'unreadable-value';
};
