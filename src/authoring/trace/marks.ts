import { inHan } from '../../model/base/figures.ts';
import { numberOf } from '../../read/profile/numerals.ts';
/** How a line begins when it opens a numbered place: 第七条 · 一、 · （一） · 1. · 4.2.1 · （1） · 1） · ① · a) · A.1 · 附件2. */
export interface Mark {
  readonly kind: MarkKind;
  /** As written, without brackets and stops. */
  readonly number: string;
  /** Where it stands among its like: 二 is 2, c is 3. */
  readonly ordinal: number;
  /** What tells a number that stands alone (`4 场所`) from an amount: its row, the numbers below it, a column 序号, or nothing yet. */
  readonly alone?: 'row' | 'head' | 'list' | 'doubt';
}

/** From the outermost that is usual to the innermost. */
export const MARK_KINDS = [
  'volume',
  'chapter',
  'section',
  'article',
  'annex',
  'division',
  'part',
  'paragraph',
  'heading',
  'item',
  'decimal',
  'numeral',
  'half-heading',
  'bracket',
  'half-bracket',
  'letter',
  'letter-bracket',
  'circle',
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

export const HAN = '[一二三四五六七八九十百零〇]{1,5}';
const NUMBER = `(?:${HAN}|\\d{1,4})`;
const REST = '(?=\\s|$|[:：【〔(（])';
/** What stands behind a number that is an amount, or that only refers to another place. */
const MEASURES =
  '[万亿%％‰℃°㎡²×xX*+]|平方|平米|立方|公里|公斤|千[米克瓦]|[厘毫]米|米(?!\\p{Script=Han})|米[以左之至高宽长]|元(?!旦)|倍|小时|分钟|秒|[克吨兆]|(?:km|cm|mm|m|kg|lx|dB|Mbps|h|min)(?![a-z])';
const COUNTERS =
  '个(?!人)|名(?!称|单)|人(?![员口事力民才社])|户(?![籍口外])|[件天岁间套把张块份辆月]|次(?!序)|年(?!度)|日(?!常)|周(?!边)|台(?!账)|部(?![门分])|条(?![件例款])|处(?![理罚置])|种(?!类)|项(?!目)|层(?!级)|位(?!置)|所(?!有)|座(?!席)|分(?![类级区工管])';
const REFERS =
  '的|所(?:列|述|规定)|规定的|之规定|[和及与或至、]\\s*[(（第\\d]|项(?!目)|款(?![项式待])|条(?![件例款目])|[,，]|[-—~～]\\s*\\d';
const NO_MEASURE = `(?!\\s*(?:${MEASURES}))`;
const NO_AMOUNT = `(?!\\s*(?:${MEASURES}|${COUNTERS}))`;
const NO_REFERENCE = `(?!\\s*(?:${REFERS}))`;

/** A number that stands alone before white space: `4 场所`, or before the first word: `4场所`. */
const LONE = new RegExp(
  `^(\\d{1,2})(?:\\s+|(?=\\p{Script=Han}))(?=[\\p{Script=Han}“《(（])${NO_AMOUNT}${NO_REFERENCE}`,
  'u',
);
/** 3.1 on a line of its own, as standards number their terms. */
const LONE_DECIMAL = /^(\d{1,2}(?:\.\d{1,3}){1,5}|[A-Z](?:\.\d{1,3})+)$/u;
const LONE_HAN = /^([一二三四五六七八九十]{1,3})\s+(?=[\p{Script=Han}“《])/u;

const PATTERNS: readonly (readonly [MarkKind, RegExp])[] = [
  ['volume', new RegExp(`^第\\s*(${NUMBER})\\s*编${REST}`, 'u')],
  ['chapter', new RegExp(`^第\\s*(${NUMBER})\\s*章${REST}`, 'u')],
  ['section', new RegExp(`^第\\s*(${NUMBER})\\s*节${REST}`, 'u')],
  ['article', new RegExp(`^第\\s*(${NUMBER})\\s*条(之${HAN})?${REST}`, 'u')],
  ['paragraph', new RegExp(`^第\\s*(${NUMBER})\\s*款${REST}`, 'u')],
  ['item', new RegExp(`^第\\s*(${NUMBER})\\s*项${REST}`, 'u')],
  ['division', new RegExp(`^第\\s*(${HAN})\\s*部分${REST}`, 'u')],
  ['part', new RegExp(`^(${HAN})\\s*[、.](?!\\d)`, 'u')],
  ['heading', new RegExp(`^[(〔]\\s*(${HAN})\\s*[)〕]${NO_REFERENCE}`, 'u')],
  ['half-heading', new RegExp(`^(${HAN})\\s*\\)${NO_REFERENCE}`, 'u')],
  ['decimal', /^([A-Z](?:\s*\.\s*\d{1,3})+)(?!\d)\.?(?=\s|[^\w.])/u],
  ['decimal', new RegExp(`^(\\d{1,2}(?:\\.\\d{1,3}){2,5})(?!\\d)\\.?${NO_REFERENCE}(?=\\s|[^\\d.])`, 'u')],
  ['decimal', new RegExp(`^(\\d{1,2}\\.\\d{1,2})(?!\\d)\\.?${NO_MEASURE}${NO_REFERENCE}(?=[^\\d.])`, 'u')],
  ['numeral', /^(\d{1,3})\s*[.、](?!\d)/u],
  ['bracket', new RegExp(`^\\(\\s*(\\d{1,3})\\s*\\)${NO_REFERENCE}`, 'u')],
  ['half-bracket', new RegExp(`^(\\d{1,3})\\s*\\)${NO_REFERENCE}`, 'u')],
  ['letter-bracket', /^\(\s*([A-Za-z])\s*\)/u],
  ['letter', /^([A-Za-z])\s*[).、](?![A-Za-z\d])/u],
  ['annex', /^附\s*件\s*(\d{0,2}|[一二三四五六七八九十])\s*(?=[:]|\s|$)/u],
  ['annex', /^附\s*录\s*([A-Z])\s*(?=[:(]|\s|$)/u],
  ['annex', /^附\s*表\s*(\d{1,2})\s*(?=[:]|\s|$)/u],
];

const CIRCLES = /^[①-⑳㉑-㉟㊱-㊿]/u;

const hanNumber = (text: string): number => numberOf(text) ?? 0;

const ordinalOf = (number: string): number => {
  const last = number.split('.').at(-1) ?? '';
  if (/^\d+$/u.test(last)) return Number(last);
  return /^[A-Za-z]$/u.test(last) ? last.toLowerCase().charCodeAt(0) - 96 : hanNumber(last);
};

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Numbers of volumes, chapters and articles are written in one way, whichever the document has. */
const uniform = (kind: MarkKind, number: string): string =>
  ['volume', 'chapter', 'section', 'article', 'paragraph', 'item', 'division'].includes(kind) && !isHan(number)
    ? inHan(Number(number))
    : number.replaceAll(/\s/gu, '');

/** A line in half-width; numbers in circles stay as they are. */
const half = (line: string): string => (CIRCLES.test(line) ? line : line.normalize('NFKC')).trim();

export const markOf = (line: string): Mark | undefined => {
  const text = half(line);
  const [circle] = CIRCLES.exec(text) ?? [];
  if (circle !== undefined) return { kind: 'circle', number: circle, ordinal: Number(circle.normalize('NFKC')) };
  for (const [kind, pattern] of PATTERNS) {
    const [, found, inserted = ''] = pattern.exec(text) ?? [];
    if (found === undefined) continue;
    const number = uniform(kind, found);
    return { kind, number: kind === 'annex' ? annexName(text, number) : number + inserted, ordinal: ordinalOf(number) };
  }
  return undefined;
};

const annexName = (text: string, number: string): string => `${text.replaceAll(/\s/gu, '').slice(0, 2)}${number}`;

/** What could be a mark where its neighbours say so: `4 场所`, `4场所`, `一 总则`, `第四条各中心`. */
export const loneMarkOf = (line: string): Mark | undefined => {
  const text = half(line);
  const [, number] = LONE.exec(text) ?? LONE_DECIMAL.exec(text) ?? [];
  if (number !== undefined) return { kind: 'decimal', number, ordinal: ordinalOf(number) };
  const [, han] = LONE_HAN.exec(text) ?? [];
  if (han !== undefined) return { kind: 'part', number: han, ordinal: hanNumber(han) };
  const [, ordinal, unit] = ATTACHED.exec(text) ?? [];
  const kind = UNITS[unit ?? ''];
  return ordinal === undefined || kind === undefined
    ? undefined
    : { kind, number: uniform(kind, ordinal), ordinal: isHan(ordinal) ? hanNumber(ordinal) : Number(ordinal) };
};

const ATTACHED = new RegExp(
  `^第\\s*(${NUMBER})\\s*([编章节条])(?=[\\p{Script=Han}“])(?!第|之|规定|[的和及与或至])`,
  'u',
);

const UNITS: Readonly<Record<string, MarkKind>> = { 编: 'volume', 章: 'chapter', 节: 'section', 条: 'article' };
