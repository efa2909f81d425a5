import { canonical } from '../../model/base/exact.ts';
import { UNITS, type UnitCode } from '../../model/base/unit.ts';
import { timeIn } from '../../read/profile/hours.ts';
import { inDigits } from '../../read/profile/numerals.ts';

/** On which side of a figure of the text what it asks must be; `range` where it gives both ends. */
export type Side = 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'about' | 'range' | 'stated';

/** A figure as a sentence states it. */
export interface TextFigure {
  readonly kind: 'amount' | 'count' | 'percent' | 'size' | 'date' | 'time';
  /** One figure, both ends of a range or both sides of a size; a date as 2021-11-15, or -11-15 without its year; a time as 08:30. */
  readonly amounts: readonly string[];
  readonly unit?: UnitCode;
  /** What is counted, as the text says it: 个, 名. */
  readonly counter?: string;
  readonly side: Side;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

/** Spellings of units that mean something else in a sentence. */
const AMBIGUOUS = '平 方 块 人民币 月 年 d day days months month M G 度 勒 周'.split(' ');

/** Spellings of units, the longest first. */
const SPELLINGS: readonly (readonly [string, UnitCode])[] = Object.entries(UNITS)
  .flatMap(([code, { spellings }]) => spellings.map(spelling => [spelling.normalize('NFKC'), code] as const))
  .filter(([spelling]) => !AMBIGUOUS.includes(spelling))
  .sort(([a], [b]) => b.length - a.length);

const escaped = (text: string): string => text.replaceAll(/[.^$*+?()[\]{}|\\]/gu, '\\$&');

const NUMBER = '\\d+(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千]{1,7}';
const RANGE = '[-—–~～]{1,2}|至|到';
const UNIT = SPELLINGS.map(([spelling]) => escaped(spelling)).join('|');
const COUNTER = '个|名|人|间|台|部|套|把|张|块|处|份|种|项|类|次|件|条|场|期|年|户|辆|扇|组|支|册|本|盏|只|联';

const amountPattern = (units: string): RegExp =>
  new RegExp(
    `(?<![\\d.A-Za-z第〇零一二两三四五六七八九十百千])(${NUMBER})(?:(${units})?(?:${RANGE})(${NUMBER}))?(?:(${units})(?![a-z])|(${COUNTER})(?!性|月|人|称)|(%))`,
    'gu',
  );
const HUNDREDTHS = new RegExp(`百分之(${NUMBER}|百)`, 'gu');
const SIZE = new RegExp(`(\\d+(?:\\.\\d+)?)(${UNIT})?[×xX*](\\d+(?:\\.\\d+)?)(${UNIT})(?![a-z])`, 'gu');
const DATE = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|底)|(\d{4})年底/gu;

const CLOCK = '(上午|早上|中午|下午|晚上)?(\\d{1,2})(?:[::](\\d{2})|[时点](?:(\\d{1,2})分?|(半))?(?!间|限|段))';
const TIME = new RegExp(`(?<![\\d.:])${CLOCK}(?:(?:${RANGE})${CLOCK})?(?!\\d)`, 'gu');

const BEFORE: readonly (readonly [RegExp, Side])[] = [
  [/(?:不得?(?:少于|低于|小于|短于|窄于|不足)|至少|最少|最低|达到?|≥|>=|满)(?:为|在)?$/u, 'at_least'],
  [/(?:不得?(?:超过|高于|大于|多于|长于|超出)|至多|最多|最高|最长|≤|<=|控制在)(?:为|在)?$/u, 'at_most'],
  [/(?:不(?:得|能)?(?:晚|迟)于|最迟)(?:为|在)?$/u, 'at_most'],
  [/(?:截[至止]到?|有效期至|延[续长]至)$/u, 'at_most'],
  [/(?:不(?:得|能)?早于|最早)(?:为|在)?$/u, 'at_least'],
  [/(?:超过|大于|高于|多于|逾|>)$/u, 'more_than'],
  [/(?:少于|低于|小于|不足|不满|<)$/u, 'less_than'],
  [/(?:约|大约|大致)(?:为|在)?$/u, 'about'],
];
const AFTER: readonly (readonly [RegExp, Side])[] = [
  [/^(?:\(含\))?(?:及|或)?(?:以上|之上|起)/u, 'at_least'],
  [/^(?:\(含\))?(?:及|或)?(?:以下|以内|之内|之下|内)/u, 'at_most'],
  [/^(?:左右|上下)/u, 'about'],
  [/^(?:以前|之前|前|底|为?止)/u, 'at_most'],
  [/^(?:以后|之后|后|起)/u, 'at_least'],
];

const sideAt = (text: string, from: number, to: number, isRange: boolean): Side => {
  const before = BEFORE.find(([pattern]) => pattern.test(text.slice(Math.max(0, from - 8), from)))?.[1];
  const after = AFTER.find(([pattern]) => pattern.test(text.slice(to, to + 8)))?.[1];
  if (isRange) return 'range';
  return before === undefined || (before === 'about' && after !== undefined) ? (after ?? 'stated') : before;
};

const amountOf = (written: string): string | undefined => {
  const digits = inDigits(written);
  return /^\d/u.test(digits) ? canonical(digits) : undefined;
};

const unitOf = (spelling: string | undefined, more: readonly UnitCode[] = []): UnitCode | undefined =>
  more.find(unit => unit === spelling) ?? SPELLINGS.find(([known]) => known === spelling)?.[1];

const placed = (text: string, match: RegExpMatchArray, found: Omit<TextFigure, 'side' | 'from' | 'to'>): TextFigure => {
  const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length];
  const isRange = found.kind !== 'size' && found.amounts.length > 1;
  return { ...found, side: sideAt(text, from, to, isRange), from, to };
};

const AMOUNT = amountPattern(UNIT);

const amounts = (text: string, more: readonly UnitCode[]): readonly TextFigure[] =>
  [...text.matchAll(more.length === 0 ? AMOUNT : amountPattern([...more.map(escaped), UNIT].join('|')))].flatMap(
    match => {
      const [, first = '', , second, unit, counter, percent] = match;
      const figures = [first, second].flatMap(written => (written === undefined ? [] : (amountOf(written) ?? [])));
      if (figures.length === 0) return [];
      const code = unitOf(unit, more);
      const kind = percent === undefined ? (code === undefined ? 'count' : 'amount') : 'percent';
      return [
        placed(text, match, { kind, amounts: figures, ...(code && { unit: code }), ...(counter && { counter }) }),
      ];
    },
  );

const hundredths = (text: string): readonly TextFigure[] =>
  [...text.matchAll(HUNDREDTHS)].flatMap(match => {
    const amount = match[1] === '百' ? '100' : amountOf(match[1] ?? '');
    return amount === undefined ? [] : [placed(text, match, { kind: 'percent', amounts: [amount] })];
  });

const sizes = (text: string): readonly TextFigure[] =>
  [...text.matchAll(SIZE)].flatMap(match => {
    const [, width = '', , height = '', unit] = match;
    const code = unitOf(unit);
    return code === undefined
      ? []
      : [placed(text, match, { kind: 'size', amounts: [canonical(width), canonical(height)], unit: code })];
  });

const clock = ([half = '', hour = '', minute, minutes, isHalf]: readonly (string | undefined)[]): string | undefined =>
  timeIn(`${half}${hour}:${(minute ?? minutes ?? (isHalf ? '30' : '00')).padStart(2, '0')}`);

const times = (text: string): readonly TextFigure[] =>
  [...text.matchAll(TIME)].flatMap(match => {
    const [, ...parts] = match;
    const [first, last] = [parts.slice(0, 5), parts.slice(5)];
    const ends = [clock(first), last[1] === undefined ? undefined : clock([last[0] ?? first[0], ...last.slice(1)])];
    const amounts = ends.filter(end => end !== undefined);
    return amounts.length === 0 ? [] : [placed(text, match, { kind: 'time', amounts })];
  });

const two = (part: string): string => part.padStart(2, '0');

const dates = (text: string): readonly TextFigure[] =>
  [...text.matchAll(DATE)].map(match => {
    const [, year = '', month = '', day, endOf] = match;
    const date =
      endOf === undefined ? `${year}-${two(month)}-${day === undefined ? '底' : two(day)}` : `${endOf}-12-31`;
    return placed(text, match, { kind: 'date', amounts: [date] });
  });

/** Every figure that a text states, in its order, in units of the tool's own and in others. `text` is in half-width and without white space. */
export const figuresIn = (text: string, more: readonly UnitCode[] = []): readonly TextFigure[] => {
  const whole = [...dates(text), ...sizes(text), ...times(text)];
  const inside = (figure: TextFigure): boolean => whole.some(({ from, to }) => figure.from >= from && figure.from < to);
  return [...whole, ...hundredths(text), ...amounts(text, more).filter(figure => !inside(figure))].sort(
    (a, b) => a.from - b.from,
  );
};
