/** What is shown of a number, as far as it changes what is meant. */
type Shown =
  | { readonly kind: 'number'; readonly prefix?: string; readonly suffix: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly date: boolean; readonly time: boolean; readonly hides?: 'day' | 'year' };

/** One way to show a number, and which numbers it is for. */
interface Section {
  readonly holds: (number: number) => boolean;
  readonly format: Shown;
}

/** The same for all numbers, or not. */
export type NumberFormat = Shown | { readonly kind: 'sections'; readonly sections: readonly Section[] };

export const PLAIN: Shown = { kind: 'number', suffix: '' };

const DATE: Shown = { kind: 'date', date: true, time: false };
const MONTH: Shown = { ...DATE, hides: 'day' };
const YEARLESS: Shown = { ...DATE, hides: 'year' };
const TIME: Shown = { kind: 'date', date: false, time: true };

const between = (id: number, low: number, high: number): boolean => id >= low && id <= high;

/** Formats that have a number and no code in the file, those of Chinese spreadsheet programs among them. */
const builtIn = (id: number): Shown => {
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

const numberIn = (section: string): Shown => {
  const [, before = '', behind = ''] = NUMBER_IN_WORDS.exec(section.trim()) ?? [];
  const prefix = shown(before);
  const suffix = shown(behind);
  if (/[\p{Script=Han}≥≤<>＜＞~～±]/u.test(prefix)) return { kind: 'number', prefix, suffix };
  return suffix === '' ? PLAIN : { kind: 'number', suffix };
};

const hiddenIn = (marks: string): 'day' | 'year' | undefined => {
  if (!/d/iu.test(marks)) return 'day';
  return /[yeg]/iu.test(marks) ? undefined : 'year';
};

const GENERAL = /General|G\/通用格式/giu;
/** Signs in whose place digits or a text are shown. */
const PLACES = /[#0?@]/u;
const DASHES = /^[-–—－]+$/u;

const fromSection = (written: string): Shown => {
  const section = written.replaceAll(ELAPSED, 'h').replaceAll(DECORATION, '');
  const bare = section.replaceAll(QUOTED, '');
  const letters = bare.replaceAll(GENERAL, '');
  if (letters.includes('%')) return { kind: 'percent' };
  const marks = letters.replaceAll(/e[+-]/giu, '');
  const time = /[hs]/iu.test(marks);
  const date = /[ydge]|aaa/iu.test(marks) || (/m/iu.test(marks) && !time);
  const words = shown(section);
  // A dash is how ledgers write nought.
  if (!date && !time)
    return bare !== letters || PLACES.test(bare) || DASHES.test(words) ? numberIn(section) : { kind: 'words', words };
  const hides = date ? hiddenIn(marks) : undefined;
  return { kind: 'date', date, time, ...(hides && { hides }) };
};

const CONDITION = /\[(<=|>=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)\]/u;

/** For which numbers a section is: what it says, else by their sign; the last is for the rest. */
const holdsFor = (section: string, index: number, count: number): Section['holds'] => {
  const [, sign = '', limit] = CONDITION.exec(section) ?? [];
  const order = (number: number): string => (number < Number(limit) ? '<' : number > Number(limit) ? '>' : '=');
  if (limit !== undefined) return number => sign.includes(order(number));
  if (index === count - 1) return () => true;
  return index === 1 ? number => number < 0 : number => (count === 2 ? number >= 0 : number > 0);
};

const fromCode = (code: string): NumberFormat => {
  const written = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u).slice(0, 4);
  const isOfText =
    written.length > 3 || (written.length > 1 && /@/u.test((written.at(-1) ?? '').replaceAll(QUOTED, '')));
  const ofNumbers = isOfText ? written.slice(0, -1) : written;
  const sections = ofNumbers.map((section, index) => ({
    holds: holdsFor(section, index, ofNumbers.length),
    format: fromSection(section),
  }));
  const [first, ...more] = sections.map(({ format }) => format);
  const alike = !CONDITION.test(code) && more.every(format => JSON.stringify(format) === JSON.stringify(first));
  return alike && first !== undefined ? first : { kind: 'sections', sections };
};

/** How a number is shown, where that is not the same for all numbers. */
export const formatFor = (format: NumberFormat, number: number): Shown =>
  format.kind === 'sections' ? (format.sections.find(({ holds }) => holds(number))?.format ?? PLAIN) : format;

export const numberFormat = (id: number, code: string | undefined): NumberFormat =>
  code === undefined || code.trim() === '' ? builtIn(id) : fromCode(code);
