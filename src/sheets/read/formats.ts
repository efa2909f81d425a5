/** What a number format makes of a number, as far as it changes what is meant. */
export type NumberFormat =
  | { readonly kind: 'number'; readonly prefix?: string; readonly suffix: string }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly date: boolean; readonly time: boolean; readonly hides?: 'day' | 'year' };

export const PLAIN: NumberFormat = { kind: 'number', suffix: '' };

const DATE: NumberFormat = { kind: 'date', date: true, time: false };
const MONTH: NumberFormat = { ...DATE, hides: 'day' };
const YEARLESS: NumberFormat = { ...DATE, hides: 'year' };
const TIME: NumberFormat = { kind: 'date', date: false, time: true };

const between = (id: number, low: number, high: number): boolean => id >= low && id <= high;

/** Formats that have a number and no code in the file, those of Chinese spreadsheet programs among them. */
const builtIn = (id: number): NumberFormat => {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id === 22) return { kind: 'date', date: true, time: true };
  if ([17, 27, 36, 50, 52, 57].includes(id)) return MONTH;
  if ([16, 28, 29, 51, 53, 54, 58].includes(id)) return YEARLESS;
  if ([14, 15, 30, 31].includes(id)) return DATE;
  return between(id, 18, 21) || between(id, 32, 35) || between(id, 45, 47) || between(id, 55, 56) ? TIME : PLAIN;
};

const QUOTED = /"[^"]*"|\\./gu;
const ELAPSED = /\[(?:h+|m+|s+)\]/giu;
const DECORATION = /\[[^\]]*\]|[_*]./gu;
/** A plain number with words around it: `"约"0.0"㎡"`. Scaling commas and other tricks do not fit. */
const NUMBER_IN_WORDS =
  /^((?:"[^"]*"|\\.|[^\p{ASCII}])*)(?:General|G\/通用格式|[#0?,]*[#0?](?:\.[#0?]+)?)((?:"[^"]*"|\\.|[^\p{ASCII}])*)$/u;

/** What is shown of the words of a format. */
const shown = (words: string): string => words.replaceAll(/"([^"]*)"|\\(.)/gu, '$1$2').trim();

const numberIn = (section: string): NumberFormat => {
  const [, before = '', behind = ''] = NUMBER_IN_WORDS.exec(section.trim()) ?? [];
  const prefix = shown(before);
  const suffix = shown(behind);
  return /[\p{Script=Han}≥≤<>＜＞~～±]/u.test(prefix) ? { kind: 'number', prefix, suffix } : { kind: 'number', suffix };
};

const hiddenIn = (marks: string): 'day' | 'year' | undefined => {
  if (!/d/iu.test(marks)) return 'day';
  return /[yeg]/iu.test(marks) ? undefined : 'year';
};

const fromCode = (code: string): NumberFormat => {
  if (/^;{2,3}$/u.test(code.trim())) return { kind: 'hidden' };
  const [first = ''] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  const section = first.replaceAll(ELAPSED, 'h').replaceAll(DECORATION, '');
  const letters = section.replaceAll(QUOTED, '').replaceAll(/General|G\/通用格式/giu, '');
  if (letters.includes('%')) return { kind: 'percent' };
  const marks = letters.replaceAll(/e[+-]/giu, '');
  const time = /[hs]/iu.test(marks);
  const date = /[ydge]|aaa/iu.test(marks) || (/m/iu.test(marks) && !time);
  if (!date && !time) return numberIn(section);
  const hides = date ? hiddenIn(marks) : undefined;
  return { kind: 'date', date, time, ...(hides && { hides }) };
};

export const numberFormat = (id: number, code: string | undefined): NumberFormat =>
  code === undefined ? builtIn(id) : fromCode(code);
