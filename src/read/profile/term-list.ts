import { append } from '../../model/base/text.ts';
import { saysNone, yesNoIn } from './answers.ts';
import { COUNTERS, fold, wordsIn } from './names.ts';
import { inDigits } from './numerals.ts';
import { asSeen, plain } from './seen.ts';

/** `其他：…`, a term of the centre's own. */
export const OTHER = /^(?:其他|其它|other)\s*[:：]\s*(.+)$/isu;

const SEPARATORS = /[、，,;；\n\r\t/／|｜┋→]+|(?<=》)\s*(?=《)/u;
/** Marks that part terms where what they part is known, and may stand in a name otherwise. */
const WEAK_SEPARATORS = /(\s+|以及|[和及与与+＋&＆。.·•]+)/u;
const BULLETS = /(^|[\s、，,;；])[•◆▪‣◇►※*-]\s*(?=\S)/gu;
const ITEM_NUMBER =
  /(?:^|[\s;；。、，┋|｜→])(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]|[A-Za-z][.．、)）]|[一二三四五六七八九十][、.．]|[（(][一二三四五六七八九十][)）])\s*(?!\d)/gu;
const NUMBERED =
  /^\s*(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[A-Za-z][.．、)）]|[一二三四五六七八九十][、.．]|[（(][一二三四五六七八九十][)）])/u;

/** No term has more marks in its name. */
const MOST_MARKS = 8;

const BRACKETED = /[（(](\d{1,2})[)）]/gu;

/** (1)甲(2)乙 as a line each, where the numbers count from the first on. */
const byBrackets = (text: string): string => {
  const numbers = [...text.matchAll(BRACKETED)].map(([, number]) => Number(number));
  return /^\s*[（(]1[)）]/u.test(text) && numbers.every((number, at) => number === at + 1)
    ? text.replaceAll(BRACKETED, '\n')
    : text;
};

/** `1.甲 2.乙`, `①甲②乙` and `• 甲` as one line each; other texts unchanged. */
export const withoutNumbering = (text: string): string => {
  const circled = byBrackets(text).replaceAll(/[①-⑳]/gu, '\n').replaceAll(BULLETS, '$1\n');
  return (NUMBERED.test(circled) ? circled.replaceAll(ITEM_NUMBER, '\n') : circled).trim();
};

/** `["甲","乙"]`, as programs export a list. */
const withoutBrackets = (text: string): string => {
  const [, inside] = /^\s*[[{](.*)[\]}]\s*$/su.exec(text) ?? [];
  return (inside ?? text).replaceAll(/["“”]/gu, '');
};

type Known = (candidate: string) => boolean;

/** 甲（含乙、丙等）丁 names them all. */
const withIncluded = (text: string, known: Known): string =>
  text.replaceAll(/[（(](?:含|包括)([^（）()]+)[)）]/gu, (whole, inside: string) =>
    known(partsIn(inside)[0] ?? '') ? `、${inside}、` : whole,
  );

/** `等`, `等八个`, and what a document calls the things it listed: `等制度`, `等特殊群体`. */
const AND_SO_ON =
  /(?:等等|等(?![候待级次]))(?:(?:\d+|[一二三四五六七八九十]+)?(?:项|个|种|类|处)?|(?:(?![没无未缺不])[^\s、，,;；]){2,9})$/u;
/** What stands before a term in a sentence and names no other: that it is there, and of whom it is. */
const SAID =
  /^(?:以及|和|及|与)?已?(?:负责对?|受理服务对象的|建立健全|建立|健全|完善|落实|实行|严格执行|执行|配备|配齐|设置|设立|开展|提供|[设配]?有)?了?/u;
const WHOSE = /^(?:(?:窗口)?工作人员|窗口人员|组成人员|人员|窗口|各[项类]|服务事项|事项)?的?/u;
const TRAILING = /(?:服务|职责|工作|制度|机制|制|显著位置|[都均]有|齐全)$/u;
const HOW_MANY = new RegExp(
  String.raw`\s*[（(×xX*]?\s*([\d一二两三四五六七八九十]+)\s*[${COUNTERS.join('')}]?\s*[)）]?$`,
  'u',
);
/** So many signs at the end of a part may be a count. */
const LONGEST_COUNT = 20;

const withoutCount = (part: string): string => {
  const [tail, figures] = HOW_MANY.exec(part.slice(-LONGEST_COUNT)) ?? [];
  return tail === undefined || Number.parseInt(inDigits(figures ?? ''), 10) === 0 ? part : part.slice(0, -tail.length);
};

/** 综合窗口（3人） is one of three people. */
const OF_THINGS = COUNTERS.filter(one => !'人名'.includes(one)).join('');

const MANY = new RegExp(
  String.raw`([^\s、，,;；()（）\d]{1,20}?)\s?[（(×xX*]?\s?([2-9]|[1-4]\d|[二两三四五六七八九十]{1,2})\s?[${OF_THINGS}]\s?[)）]?(?=$|[\s、，,;；。])`,
  'gu',
);

/** So many of a term as a text says there are: 综合窗口2个 is 综合窗口、综合窗口. */
export const eachOf = (text: string, known: Known): string =>
  text.replaceAll(MANY, (whole: string, thing: string, figures: string) => {
    const [term = '', ...others] = splitTerms(thing, known);
    const count = Number.parseInt(inDigits(figures), 10);
    return known(term) && others.length === 0 ? Array(count).fill(term).join('、') : whole;
  });

/** The terms that a text is made of and nothing else: 代收代办 is 代收 and 代办. */
const joinedIn = (text: string, known: Known): readonly string[] | undefined => {
  if (text === '') return [];
  for (let end = text.length; end > 0; end--) {
    const rest = known(text.slice(0, end)) ? joinedIn(text.slice(end), known) : undefined;
    if (rest) return [text.slice(0, end), ...rest];
  }
  return undefined;
};

const LONGEST_JOINED = 20;

/** So many signs at the end of a part may say whether there is what it names. */
const LONGEST_ANSWER = 20;

/** The number behind a telephone that is listed: 咨询电话：0376-0000000. */
const PHONE = /^\s*[（(]?\+?(?:\d[\d-]{6,18})[)）]?$/u;

/** The terms that a part names, without a count behind it (饮水机2台) or 等; the part itself where that names none. */
const termsIn = (part: string, known: Known): readonly string[] => {
  if (known(part)) return [part];
  for (let end = part.length - 1; end > 0 && part.length - end <= LONGEST_ANSWER; end--) {
    const term = part.slice(0, end);
    const behind = known(term) ? part.slice(end).replace(/^\s*[:：=]/u, '') : '';
    if (PHONE.test(behind)) return [term];
    const said = behind === '' ? undefined : yesNoIn(behind);
    if (said !== undefined) return said ? [term] : [];
  }
  const named = part.replace(AND_SO_ON, '');
  const thing = named.replace(SAID, '');
  const bare = [named, thing, thing.replace(WHOSE, '')];
  const shorter = [...bare, withoutCount(named), ...bare.map(text => text.replace(TRAILING, ''))];
  const found = shorter.find(candidate => candidate !== part && known(candidate));
  if (found !== undefined) return [found];
  return (named !== '' && named.length <= LONGEST_JOINED ? joinedIn(named, known) : undefined) ?? [part];
};

const partsIn = (text: string): readonly string[] =>
  text
    .split(SEPARATORS)
    .map(part => part.trim())
    .filter(part => part !== '');

/** Pieces and the weak marks between them, put together to terms as far as they are any: a name may hold such a mark. */
const joinedAgain = (pieces: readonly string[], known: Known): readonly string[] | undefined => {
  const start = pieces.findIndex((piece, index) => index % 2 === 0 && piece.trim() !== '');
  if (start < 0) return [];
  for (let end = Math.min(pieces.length, start + 2 * MOST_MARKS + 1); end > start; end -= 2) {
    const name = pieces.slice(start, end).join('').trim().replace(AND_SO_ON, '');
    const rest = known(name) ? joinedAgain(pieces.slice(end + 1), known) : undefined;
    if (rest) return [name, ...rest];
  }
  return undefined;
};

const weakly = (part: string, known: Known): readonly string[] => {
  if (known(part)) return [part];
  const pieces = part.split(WEAK_SEPARATORS);
  return (pieces.length > 1 ? joinedAgain(pieces, known) : undefined) ?? [part];
};

/** Whether parts are one name with marks in it: 高拍仪、扫描仪 are two, though 高拍仪（扫描仪） is a name too. */
const isOneName = (parts: readonly string[], known: Known): boolean => !parts.every(known) && known(parts.join(''));

/** Names with 、 between them and nothing else, longer than any word for none; a number before them would part them too. */
const PLAIN_LIST =
  /^(?![一二三四五六七八九十A-Za-z]、|[0-9（])(?!.*（(?:含|包括))(?=.{8})[\u4e00-\u9fffA-Za-z0-9《》（）]+(?:、[\u4e00-\u9fffA-Za-z0-9《》（）]+)+$/;

/** What `splitTerms` makes of a text that lists terms as a form asks for them; undefined for any other. */
export const plainTerms = (text: string, known: Known): readonly string[] | undefined => {
  if (!PLAIN_LIST.test(text)) return undefined;
  const parts = text.split('、');
  return parts.every(part => !part.startsWith('等') && known(part)) ? parts : undefined;
};

/** What says of a thing that it is not there: 无自助服务区. */
const LACKING = /^(?:没有?|无|未(?:设[置立有]?|配[备置]?|建[立有]?))/u;

/** Whether a text goes on behind what there is not, so that the next may not be there either. */
const goesOn = (text: string, lacking: string): boolean =>
  text.split(`${lacking}、`).some((rest, at) => at > 0 && !/^(?:[有已配设]|没|无|未)/u.test(rest));

/** Parts without those that say what there is not, beside some that say what there is; but nobody knows of 无轮椅、雨伞 whether an umbrella is there. */
const withoutLacking = (text: string, parts: readonly string[], known: Known): readonly string[] =>
  parts.some(known)
    ? parts.filter(part => known(part) || !known(part.replace(LACKING, '')) || goesOn(text, part))
    : parts;

/**
 * The terms that a text lists: parted by 、，; and line breaks, by numbers or bullets, or by spaces and 和 where
 * everything between is known; but never inside a term whose own name holds such a mark. What says no (饮水机：无, 无饮水机) is left out.
 */
export const splitTerms = (text: string, known: Known): readonly string[] => {
  const listed = withoutNumbering(withIncluded(withoutBrackets(asSeen(text)), known));
  const parts = withoutLacking(listed, partsIn(listed), known);
  const pieces: string[] = [];
  for (let start = 0; start < parts.length; ) {
    let end = Math.min(parts.length, start + MOST_MARKS + 1);
    while (end > start + 1 && !isOneName(parts.slice(start, end), known)) end--;
    if (end > start + 1) pieces.push(parts.slice(start, end).join('、'));
    else
      append(
        pieces,
        weakly(parts[start] ?? '', known).flatMap(part => termsIn(part, known)),
      );
    start = end;
  }
  return pieces.filter(piece => !/^(?:等|等等|[.。…]+)$/u.test(plain(piece)));
};

/** The terms of one entry of a list: one, unless the entry is several known ones that somebody wrote together. */
export const termsInEntry = (text: string, known: Known): readonly string[] => {
  if (known(text) || OTHER.test(text)) return [text];
  const pieces = splitTerms(text, known);
  return pieces.every(known) ? pieces : [text];
};

export const NONE: ReadonlySet<string> = wordsIn('无 没有 暂无 均无 全无 都没有 以上均无 以上都无 以上都没有 none');

export const listsNone = (text: string): boolean =>
  NONE.has(fold(text)) || saysNone(fold(text)) || text.trim() === '[]';

/** Words that stand among the terms of a list and name none: a number, a tick, 其余正在完善, 待定. */
const NO_NAME =
  /^(?:共?计?\d+\D?|〃|同[上左前].*|如[上图]|其[余他它].*|正在.*|尚未.*|未(?!央).*|待.{1,3}|[^\p{L}\p{N}]+)$/u;

export const namesNothing = (found: string): boolean => NO_NAME.test(plain(found)) || yesNoIn(found) !== undefined;

/** Signs of a sentence in place of a list, by how it begins, ends or goes: 全部, 见附件, 8个制度, 建设中, 制度健全. */
const BEGINS =
  /^(?:全[部都有]|所有|[各多][项类种个样]|相[关应同]|按|同[上前左去名]|与.{1,8}一致|如[上下图表]|已|[另详]?[见附](?:[件表图照后页上下]|$)|略$|全$|以上|详见|参照|基本|部分|没|拟|暂[缺无不未]|无[需此]|不[需分设齐健涉具符]|计划(?!生育)|保密$|空白|是否)/u;
const ENDS =
  /(?:健全|[齐俱]全|齐[备了]|完[整备善]|相同|[建改善进划备设作]中|[良较很完]好|满足|配备|建立|[未不]分区|统一(?:制[作定])?|[\d一二两三四五六七八九十]余?[项个处类种区](?:制度|区域?|机制)?|^(?:面积|数量|单位|备注)(?:[（(].*)?)$/u;
const SENTENCE = /[都均皆全俱]已?[有建立设配备上]|若干|\d余|见附|附[件表]|^由.+统一|^[没无]有?(?:制度|数据)$/u;

/** Whether a text of which nothing is on the list may name something for all that. */
export const mayName = (text: string): boolean => ![BEGINS, ENDS, SENTENCE].some(sign => sign.test(text));

/** How many things a text says that it lists: 等3项. */
export const countSaid = (text: string): number =>
  Number.parseInt(inDigits(/等\s*(\d+|[一二两三四五六七八九十]+)\s*[项个种类处]/u.exec(text)?.[1] ?? ''), 10) || 0;

/** 档案室（20） may be of 20 ㎡ or one of 20: a number behind a name says what it is, or which, as they count from one. */
const hasBareNumber = (text: string): boolean => {
  const numbers = [...withoutNumbering(text).matchAll(/\S\s*[（(]\s*(\d{1,4}(?:\.\d+)?)\s*[)）]/gu)];
  return numbers.length > 0 && !(numbers.length > 1 && numbers.every(([, number], at) => Number(number) === at + 1));
};

const MEASURE = /\d\s*(?:cm|mm|m|㎡|m²|厘米|毫米|公分|米|平方米|平米)(?=\P{L}|$|以[上下内]|[左上][右下]|多)/iu;

/** 高80cm is no name of a record. */
export const isMeasured = (text: string): boolean => MEASURE.test(text);

/** Whether a text says more than names, of which none may be lost: a measure, or a number without its unit. */
export const saysMore = (text: string): boolean => isMeasured(text) || hasBareNumber(text);
