import { inDigits } from './numerals.ts';
import { asSeen, plain } from './seen.ts';
import { yesNoIn } from './yes-no.ts';

/** `其他：…`, a term of the centre's own. */
export const OTHER = /^(?:其他|其它|other)\s*[:：]\s*(.+)$/isu;

const SEPARATORS = /[、，,;；\n\r\t/／|｜┋→]+/u;
/** Marks that part terms where what they part is known, and may stand in a name otherwise. */
const WEAK_SEPARATORS = /\s+|以及|[和及与与+＋&＆。.·•]+/u;
const BULLETS = /(^|[\s、，,;；])[•◆▪‣◇►※*-]\s*(?=\S)/gu;
const ITEM_NUMBER =
  /(?:^|[\s;；。、，])(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]|[A-Za-z][.．、)）]|[一二三四五六七八九十][、.．]|[（(][一二三四五六七八九十][)）])\s*(?!\d)/gu;
const NUMBERED =
  /^\s*(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[A-Za-z][.．、)）]|[一二三四五六七八九十][、.．]|[（(][一二三四五六七八九十][)）])/u;

/** No term has more marks in its name. */
const MOST_MARKS = 8;

/** `1.甲 2.乙`, `①甲②乙` and `• 甲` as one line each; other texts unchanged. */
export const withoutNumbering = (text: string): string => {
  const circled = text.replaceAll(/\s*[①-⑳]\s*/gu, '\n').replaceAll(BULLETS, '$1\n');
  return (NUMBERED.test(circled) ? circled.replaceAll(ITEM_NUMBER, '\n') : circled).trim();
};

/** `["甲","乙"]`, as programs export a list. */
const withoutBrackets = (text: string): string => {
  const [, inside] = /^\s*[[{](.*)[\]}]\s*$/su.exec(text) ?? [];
  return (inside ?? text).replaceAll(/["“”]/gu, '');
};

type Known = (candidate: string) => boolean;

const AND_SO_ON = /(?:等等|等)(?:\d+|[一二三四五六七八九十]+)?(?:项|个|种|类|处)?$/u;
const HOW_MANY = /\s*[（(×xX*]?\s*([\d一二两三四五六七八九十]+)\s*[台个副把张套部件处间盒支块面本名人条]?\s*[)）]?$/u;
const ANSWERED = /^(.+?)\s*[:：=]\s*(.+)$/u;

const withoutCount = (part: string): string => {
  const [tail, figures] = HOW_MANY.exec(part) ?? [];
  return tail === undefined || Number.parseInt(inDigits(figures ?? ''), 10) === 0 ? part : part.slice(0, -tail.length);
};

/** A part as the term that it names, without a count behind it (饮水机2台) or 等; the part itself where that names none. */
const termIn = (part: string, known: Known): string | undefined => {
  if (known(part)) return part;
  const [, term = '', answer = ''] = ANSWERED.exec(part) ?? [];
  const said = known(term) ? yesNoIn(answer) : undefined;
  if (said !== undefined) return said ? term : undefined;
  const named = part.replace(/^(?:以及|和|及|与)/u, '').replace(AND_SO_ON, '');
  const shorter = [named, withoutCount(named)];
  return shorter.find(candidate => candidate !== part && known(candidate)) ?? part;
};

const partsIn = (text: string, by: RegExp): readonly string[] =>
  text
    .split(by)
    .map(part => part.trim())
    .filter(part => part !== '');

const weakly = (part: string, known: Known): readonly string[] => {
  if (known(part) || OTHER.test(part)) return [part];
  const pieces = partsIn(part, WEAK_SEPARATORS).map(piece => piece.replace(AND_SO_ON, ''));
  return pieces.length > 1 && pieces.every(known) ? pieces : [part];
};

/**
 * The terms that a text lists: parted by 、，; and line breaks, by numbers or bullets, or by spaces and 和 where
 * everything between is known; but never inside a term whose own name holds such a mark. What says no (饮水机：无) is left out.
 */
export const splitTerms = (text: string, known: Known): readonly string[] => {
  const parts = partsIn(withoutNumbering(withoutBrackets(asSeen(text))), SEPARATORS);
  const pieces: string[] = [];
  for (let start = 0; start < parts.length; ) {
    const isOther = OTHER.test(parts[start] ?? '');
    let end = isOther ? parts.length : Math.min(parts.length, start + MOST_MARKS + 1);
    while (end > start + 1 && !known(parts.slice(start, end).join(''))) end--;
    if (end > start + 1) pieces.push(parts.slice(start, end).join('、'));
    else pieces.push(...weakly(parts[start] ?? '', known).flatMap(part => termIn(part, known) ?? []));
    start = end;
  }
  return pieces.filter(piece => !/^(?:等|等等)$/u.test(plain(piece)));
};

/** The terms of one entry of a list: one, unless the entry is several known ones that somebody wrote together. */
export const termsInEntry = (text: string, known: Known): readonly string[] => {
  if (known(text) || OTHER.test(text)) return [text];
  const pieces = splitTerms(text, known);
  return pieces.every(known) ? pieces : [text];
};
