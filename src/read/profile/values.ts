import {
  canonical,
  compareDecimals,
  compareExact,
  decimalOf,
  type Exact,
  exact,
  isWhole,
  times,
} from '../../model/base/exact.ts';
import type { ScalarNode } from '../../model/base/source.ts';
import { own } from '../../model/base/text.ts';
import { inFirstUnit, inUnit, UNITS, type UnitCode, unitNamed } from '../../model/base/unit.ts';
import type { Decimal, Fact, ScalarValue } from '../../model/base/value.ts';
import type { FactDefinition, FieldDefinition } from '../../model/standard/vocabulary.ts';
import { answerTo, namesOther, yesNoIn } from './answers.ts';
import { dayIn } from './dates.ts';
import { hoursIn, timeIn } from './hours.ts';
import { fold, isNoPlace, isNotRunning, ROW_NUMBER } from './names.ts';
import { figureIn, inDigits } from './numerals.ts';
import { asMeant, asSeen, offLine, plain } from './seen.ts';
import { mayName, NONE, namesNothing } from './term-list.ts';

export type Refusal = 'unreadable-value' | 'wrong-unit' | 'implausible';

export type ReadValue = ScalarValue | Refusal;

export const isRefusal = (read: ReadValue): read is Refusal => typeof read === 'string';

const NUMBER = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{0,20})?(?:e[+-]?\d{1,2}(?!\d))?`;
const AMOUNT = new RegExp(`^(${NUMBER})\\s*(.*)$`, 'iu');
const SIZE = new RegExp(`^(${NUMBER})\\s*([^\\d×x*乘]*?)\\s*[×x*乘]\\s*(${NUMBER})\\s*(\\D*)$`, 'iu');

const CODES = Object.keys(UNITS) as readonly UnitCode[];

const SPELLED = CODES.flatMap(code =>
  unitNamed(code).spellings.map(spelling => [asMeant(spelling).toLowerCase(), code] as const),
);

const unitsBySpelling: ReadonlyMap<string, readonly UnitCode[]> = new Map(
  SPELLED.map(([spelling]) => [spelling, SPELLED.filter(([other]) => other === spelling).map(([, code]) => code)]),
);

/** The unit of that name: where there are several, the one that goes with `near`. */
export const unitOf = (text: string, near?: UnitCode): UnitCode | undefined => {
  const codes = unitsBySpelling.get(asMeant(text).toLowerCase().replaceAll(/\s/gu, '')) ?? [];
  return codes.find(code => near !== undefined && sameDimension(code, near)) ?? codes[0];
};

const sameDimension = (a: UnitCode, b: UnitCode): boolean => unitNamed(a).dimension === unitNamed(b).dimension;

const EXACT = 15;
const NOISE = 4;

const figuresIn = (digits: string): number => digits.replace(/^[+-]?0*\.?0*|e.*$/giu, '').replace('.', '').length;

/** Programs keep numbers to 15 figures; a run of nines or noughts behind them (299.99999999999997) nobody typed. */
const decimal = (digits: string): Decimal => {
  const bare = digits.replaceAll(',', '').replace(/^\+|\.(?=e|$)/giu, '');
  if (figuresIn(bare) <= EXACT) return canonical(bare);
  const kept = canonical(Number(bare).toPrecision(EXACT));
  return figuresIn(kept) <= EXACT - NOISE ? kept : canonical(bare);
};

type Labelled = Pick<FactDefinition, 'label'>;

const QUOTED = /^[“"「『]([^“”"「」『』]+)[”"」』]$/u;

/** A text without quotation marks around it and the mark that ends it. */
const bare = (text: string): string =>
  offLine(asMeant(text))
    .replace(QUOTED, '$1')
    .replace(/(?<=.)[。;,、]$/u, '');

/** 2.5万人 is 25000人; 万元 and 万 alone behind money are units of their own. */
const inTenThousands = (digits: string, suffix: string): readonly [digits: string, suffix: string] =>
  suffix.startsWith('万') && unitOf(suffix) === undefined
    ? [decimalOf(times(exact(decimal(digits)), exact('10000'))), suffix.slice(1)]
    : [digits, suffix];

/** What a text says of an amount: its digits, and what stands behind them. */
const amountIn = (text: string, of: Labelled): readonly [digits: string, suffix: string] | undefined => {
  const [, digits, suffix] = AMOUNT.exec(inDigits(figureIn(bare(text), of.label.zh))) ?? [];
  if (digits === undefined || suffix === undefined) return undefined;
  return inTenThousands(digits, suffix.replace(/^\((.*)\)$/u, '$1'));
};

/** Whether a text is an amount, or the two sides of something, and tells no unit. */
export const isBare = (text: string, of: Labelled): boolean => {
  const [, , middle, , last] = SIZE.exec(bare(text).toLowerCase()) ?? [];
  return (middle === '' && last === '') || amountIn(text, of)?.[1] === '';
};

/**
 * `text` as an amount of `unit` or of another unit of its dimension; without a unit, of `unit` itself, and in a unit of
 * the fact's own as so many of it.
 */
const readAmount = (text: string, of: OfType<'quantity'>): { amount: Decimal; unit: UnitCode } | Refusal => {
  const { unit, units = {} } = of;
  const found = amountIn(text, of);
  if (found === undefined) return 'unreadable-value';
  const [digits, suffix] = found;
  const factor = own(units, asMeant(suffix));
  if (factor !== undefined) return { amount: decimalOf(times(exact(decimal(digits)), exact(factor))), unit };
  const declared = suffix === '' ? unit : unitOf(suffix, unit);
  if (declared === undefined) return /\d|^[OoIl|]/u.test(suffix) ? 'unreadable-value' : 'wrong-unit';
  return sameDimension(declared, unit) ? { amount: decimal(digits), unit: declared } : 'wrong-unit';
};

type OfValue<T> = Extract<ScalarValue, { readonly type: T; readonly value: unknown }>['value'];
type OfType<T extends FieldDefinition['type']> = Extract<FieldDefinition, { type: T }>;

const isNegative = (amount: Decimal): boolean => amount.startsWith('-');

const outside = (amount: Exact, range: readonly [Decimal, Decimal] | undefined): boolean =>
  range !== undefined && (compareExact(amount, exact(range[0])) < 0 || compareExact(amount, exact(range[1])) > 0);

const readQuantity = (text: string, definition: OfType<'quantity'>): ReadValue => {
  const read = readAmount(text, definition);
  if (typeof read === 'string') return read;
  const amount = inUnit(inFirstUnit(read.amount, read.unit), definition.unit);
  const below = isNegative(read.amount) && unitNamed(read.unit).dimension !== 'temperature';
  if (below || outside(amount, definition.plausible)) return 'implausible';
  return { type: 'quantity', ...read };
};

const readSize = (text: string, definition: OfType<'size'>): ReadValue => {
  const [, first, middle, second, last] = SIZE.exec(bare(text).toLowerCase()) ?? [];
  if (first === undefined || second === undefined) return 'unreadable-value';
  const unit = last?.trim() ? unitOf(last) : definition.unit;
  const own = middle ? unitOf(middle) : unit;
  if (unit === undefined || own === undefined || !sameDimension(unit, definition.unit) || own !== unit)
    return 'wrong-unit';
  const sides = [decimal(first), decimal(second)] as const;
  const isOff = (side: Decimal): boolean =>
    compareDecimals(side, '0') <= 0 || outside(inUnit(inFirstUnit(side, unit), definition.unit), definition.plausible);
  return sides.some(isOff) ? 'implausible' : { type: 'size', sides, unit };
};

const PEOPLE = [...'个人名位'];
const THINGS = [...'个次件项处间块张'];

/** 个, or 个窗口 of a fact that is called 窗口数量; people are not counted as things are. */
const isCounter = (suffix: string, { counter, label }: OfType<'count'>): boolean =>
  suffix === counter.en ||
  [counter.zh, ...(/[人名位]/u.test(counter.zh) ? PEOPLE : THINGS)].some(
    word => suffix.startsWith(word) && label.zh.includes(suffix.slice(word.length)),
  );

const readCount = (text: string, definition: OfType<'count'>): ReadValue => {
  if (NONE.has(fold(text))) return { type: 'count', amount: decimal('0') };
  const found = amountIn(text, definition);
  if (found === undefined) return 'unreadable-value';
  const [digits, suffix] = found[1] === '万' ? inTenThousands(found[0], '万个') : found;
  if (suffix !== '' && !isCounter(suffix, definition)) return /\d/.test(suffix) ? 'unreadable-value' : 'wrong-unit';
  const amount = decimal(digits);
  if (!isWhole(exact(amount))) return 'unreadable-value';
  return isNegative(amount) || outside(exact(amount), definition.plausible) ? 'implausible' : { type: 'count', amount };
};

const isPrinted = (text: string, definition: FactDefinition): boolean => {
  if (definition.type === 'quantity') return unitOf(text, definition.unit) === definition.unit;
  if (definition.type === 'count') return text !== '' && isCounter(text, definition);
  return definition.type === 'percent' ? text === '%' : definition.type === 'date' && text === '年月日';
};

/** What a form prints around the place of an answer, where nothing was put in: ____平方米, （  ）个,    年   月   日. */
export const unfilled = ({ text, location }: ScalarNode, definition: FactDefinition): Fact | undefined =>
  !/[\d\p{Script=Han}]{5}/u.test(text) && isPrinted(plain(text).replaceAll(/[\s_()]/gu, ''), definition)
    ? { state: 'undeclared', location }
    : undefined;

const readPercent = (text: string, of: Labelled): ReadValue => {
  const [, parts] = /^百分之(.+)$/u.exec(bare(text)) ?? [];
  const written = parts === undefined ? text : `${parts === '百' ? 100 : inDigits(parts)}%`;
  const [digits, suffix] = amountIn(written, of) ?? [];
  if (digits === undefined || suffix !== '%') return 'unreadable-value';
  const amount = decimal(digits);
  return isNegative(amount) || compareDecimals(amount, '100') > 0 ? 'implausible' : { type: 'percent', amount };
};

const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** One sign a word, as names are spread to the width of a column: 石 桥 镇. */
const SPREAD = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;

/** The line that a form gives to write on, around a text. */
const LINE_AROUND = /^[_＿]{3,}|(?<![_＿])[_＿]{3,}$/gu;

/** The same word as above, which in a text would pass for one. */
export const DITTO = /^(?:〃|″|"|同上|同左|同前)$/u;

/** That no sign hangs where its words are asked for: 未挂牌, 无加挂. */
const NOT_HUNG =
  /^(?:目前)?[均都暂尚还]?(?:未|没有?|无)(?:加?挂牌?|加挂|悬挂|设[立置]?|制作|张贴)(?:牌子?|标识牌?|吊牌|招牌)?$/u;

/** The mark of a note behind a name. */
const NOTED = /(?<=.)[①-⑳¹²³⁰⁴-⁹*＊※]{1,3}$/u;

/** Who runs a centre, and is none; of a township, its own. */
const GOVERNMENT = /人民政府$/u;

/** A text on one line, without the line that it was written on or quotation marks around it. */
const readText = (text: string, { id, label }: FieldDefinition): ReadValue => {
  if (NONE.has(fold(text)) || (id.endsWith('_text') && NOT_HUNG.test(plain(text)))) return { type: 'text', value: '' };
  const written = asSeen(text).replaceAll(LINE_AROUND, '').trim();
  if (DITTO.test(written) || yesNoIn(written) !== undefined) return 'unreadable-value';
  if (id.endsWith('.name') && namesOther(written, label.zh)) return 'unreadable-value';
  if (id.endsWith('_text') && (namesNothing(written) || !mayName(written))) return 'unreadable-value';
  const isOfCenter = id.startsWith('center.') && !id.endsWith('_text');
  if (isOfCenter && (isNotRunning(written) || isNoPlace(written))) return 'unreadable-value';
  if (id === 'center.name' && GOVERNMENT.test(written)) return 'unreadable-value';
  const named = isOfCenter ? written.replace(NOTED, '').replace(GOVERNMENT, '').replace(ROW_NUMBER, '') : written;
  const isSpread = SPREAD.test(named);
  const value = named
    .replace(QUOTED, '$1')
    .replaceAll(BETWEEN_HAN, gap => (isSpread || /[\r\n]/u.test(gap) ? '' : gap));
  return { type: 'text', value };
};

const spoken = <T extends 'yes_no' | 'date' | 'time' | 'hours'>(type: T, value: OfValue<T> | undefined): ReadValue =>
  value === undefined ? 'unreadable-value' : ({ type, value } as ScalarValue);

/** Reads what a person typed as a value of a fact's type; terms are read elsewhere, against their list. */
export const readScalar = (text: string, definition: FieldDefinition): ReadValue => {
  switch (definition.type) {
    case 'quantity':
      return readQuantity(text, definition);
    case 'size':
      return readSize(text, definition);
    case 'count':
      return readCount(text, definition);
    case 'percent':
      return readPercent(text, definition);
    case 'yes_no':
      return spoken('yes_no', answerTo(text, definition));
    case 'date':
      return spoken('date', dayIn(text));
    case 'time':
      return spoken('time', timeIn(text));
    case 'hours':
      return spoken('hours', hoursIn(text));
    case 'text':
      return readText(text, definition);
    case 'term':
    case 'terms':
      return 'unreadable-value';
  }
};
