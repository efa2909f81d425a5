import { HAN, type Mark, type MarkKind } from './marks.ts';

export const PREAMBLE = '前言';

const bracketed = (number: string): string => `(${number})`;
const halfBracketed = (number: string): string => `${number})`;
const itself = (number: string): string => number;

const WRITTEN: Readonly<Record<MarkKind, (number: string) => string>> = {
  volume: number => `第${number}编`,
  chapter: number => `第${number}章`,
  section: number => `第${number}节`,
  article: number => (number.includes('之') ? `第${number.replace('之', '条之')}` : `第${number}条`),
  paragraph: number => `第${number}款`,
  item: number => `第${number}项`,
  division: number => `第${number}部分`,
  annex: itself,
  part: itself,
  heading: bracketed,
  'half-heading': halfBracketed,
  decimal: itself,
  numeral: itself,
  bracket: bracketed,
  'half-bracket': halfBracketed,
  letter: halfBracketed,
  'letter-bracket': bracketed,
  circle: itself,
};

/** 附件1 and its first number are 附件1.1; below 4.2.1 a number would be taken for more of it. */
const joined = (outer: string, mark: Mark): string => {
  const written = WRITTEN[mark.kind](mark.number);
  if (!/\d$/u.test(outer) || !/^\d/u.test(written)) return outer + written;
  return /(?:^|[^\d.])[A-Z\d]+(?:\.\d+)+$|^\d+$/u.test(outer) && !outer.startsWith('附')
    ? `${outer}第${mark.number}${mark.kind === 'numeral' ? '项' : `${written.slice(mark.number.length)}项`}`
    : `${outer}.${written}`;
};

/** The clause in the document's own numbering: `三(一)2`, `第七条(三)1`, `4.2.1a)`. */
export const clauseOf = (open: readonly Mark[]): string => open.reduce(joined, '') || PREAMBLE;

const HAN_END = new RegExp(`${HAN}$`, 'u');
const HAN_START = new RegExp(`^${HAN}`, 'u');

/** Whether a clause is `outer` or lies below it: 三(一)2 below 三(一), but not 三(一)12 below 三(一)1. */
export const isWithin = (clause: string, outer: string): boolean => {
  const above = /^附录[A-Z]$/u.test(outer) && !clause.startsWith('附') ? outer.slice(2) : outer;
  const rest = clause.slice(above.length);
  return (
    clause.startsWith(above) &&
    !(/\d$/u.test(above) && /^\d/u.test(rest)) &&
    !(HAN_END.test(above) && HAN_START.test(rest)) &&
    !(above.endsWith('条') && rest.startsWith('之'))
  );
};

const STEPS = [
  `第${HAN}(?:编|章|节|条(?:之${HAN})?|款|项|部分)`,
  '第\\d{1,3}\\)?项',
  `\\(${HAN}\\)`,
  '\\(\\d{1,3}\\)',
  '\\([A-Za-z]\\)',
  '[A-Za-z]\\)',
  `${HAN}\\)`,
  '[①-⑳㉑-㉟㊱-㊿]',
  `(?<!${HAN})${HAN}`,
  '(?<!\\d)\\d{1,3}(?:\\.\\d{1,3})*\\)?',
];

const CLAUSE = new RegExp(
  `^(?:${PREAMBLE}|(?:附件(?:\\d{1,2}(?:\\.\\d{1,3})*|[一二三四五六七八九十])?|附录[A-Z]|附表\\d{1,2}|[A-Z](?:\\.\\d{1,3})+)(?:${STEPS.join('|')})*|(?:${STEPS.join('|')})+)$`,
  'u',
);

/** Whether a text is a clause in the notation of rules and ledgers. */
export const isClause = (text: string): boolean => CLAUSE.test(text);

/** Articles are numbered through all volumes, chapters and sections, so that no clause of theirs tells its chapter. */
export const isChapter = (clause: string): boolean => /[编章节]$/u.test(clause);
