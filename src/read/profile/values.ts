import { canonical, compareDecimals, compareExact, type Exact, exact, isWhole } from '../../model/base/exact.ts';
import { inFirstUnit, inUnit, UNITS, type UnitCode } from '../../model/base/unit.ts';
import type { Decimal, ScalarValue } from '../../model/base/value.ts';
import type { FieldDefinition } from '../../model/standard/vocabulary.ts';
import { fold } from './names.ts';

/** Why a text is not a value of its type. */
export type Refusal = 'unreadable-value' | 'wrong-unit' | 'implausible';

export type ReadValue = ScalarValue | Refusal;

export const isRefusal = (read: ReadValue): read is Refusal => typeof read === 'string';

const plain = (text: string): string => text.normalize('NFKC').trim();

const NUMBER = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?`;
const AMOUNT = new RegExp(`^(${NUMBER})\\s*(.*)$`, 'u');
const SIZE = new RegExp(`^(${NUMBER})\\s*([^\\d×x*]*?)\\s*[×x*]\\s*(${NUMBER})\\s*(\\D*)$`, 'iu');
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;

const unitsBySpelling: ReadonlyMap<string, UnitCode> = new Map(
  Object.entries(UNITS).flatMap(([code, { spellings }]) =>
    spellings.map(spelling => [plain(spelling).toLowerCase(), code as UnitCode] as const),
  ),
);

export const unitOf = (text: string): UnitCode | undefined => unitsBySpelling.get(plain(text).toLowerCase());

const sameDimension = (a: UnitCode, b: UnitCode): boolean => UNITS[a].dimension === UNITS[b].dimension;

const decimal = (digits: string): Decimal => canonical(digits.replaceAll(',', ''));

/** `text` as an amount of `unit` or of another unit of its dimension; without a unit, of `unit` itself. */
const readAmount = (text: string, unit: UnitCode): { amount: Decimal; unit: UnitCode } | Refusal => {
  const [, digits, suffix] = AMOUNT.exec(plain(text)) ?? [];
  if (digits === undefined || suffix === undefined) return 'unreadable-value';
  const declared = suffix === '' ? unit : unitOf(suffix);
  if (declared === undefined) return /\d/.test(suffix) ? 'unreadable-value' : 'wrong-unit';
  return sameDimension(declared, unit) ? { amount: decimal(digits), unit: declared } : 'wrong-unit';
};

type OfType<T extends FieldDefinition['type']> = Extract<FieldDefinition, { type: T }>;

const isNegative = (amount: Decimal): boolean => amount.startsWith('-');

const outside = (amount: Exact, range: readonly [Decimal, Decimal] | undefined): boolean =>
  range !== undefined && (compareExact(amount, exact(range[0])) < 0 || compareExact(amount, exact(range[1])) > 0);

const readQuantity = (text: string, definition: OfType<'quantity'>): ReadValue => {
  const read = readAmount(text, definition.unit);
  if (typeof read === 'string') return read;
  const amount = inUnit(inFirstUnit(read.amount, read.unit), definition.unit);
  if (isNegative(read.amount) || outside(amount, definition.plausible)) return 'implausible';
  return { type: 'quantity', ...read };
};

const readSize = (text: string, definition: OfType<'size'>): ReadValue => {
  const [, first, middle, second, last] = SIZE.exec(plain(text).toLowerCase()) ?? [];
  if (first === undefined || second === undefined) return 'unreadable-value';
  const unit = last?.trim() ? unitOf(last) : definition.unit;
  const own = middle ? unitOf(middle) : unit;
  if (unit === undefined || own === undefined || !sameDimension(unit, definition.unit) || own !== unit)
    return 'wrong-unit';
  const sides = [decimal(first), decimal(second)] as const;
  return sides.some(side => compareDecimals(side, '0') <= 0) ? 'implausible' : { type: 'size', sides, unit };
};

const readCount = (text: string, definition: OfType<'count'>): ReadValue => {
  const [, digits, suffix] = AMOUNT.exec(plain(text)) ?? [];
  const counter = definition.counter;
  if (digits === undefined || suffix === undefined) return 'unreadable-value';
  if (
    suffix !== '' &&
    ![counter.zh, counter.en, '个', '人', '名', '次', '件', '项', '处', '间', '块', '张'].includes(suffix)
  )
    return /\d/.test(suffix) ? 'unreadable-value' : 'wrong-unit';
  const amount = decimal(digits);
  if (!isWhole(exact(amount))) return 'unreadable-value';
  return isNegative(amount) || outside(exact(amount), definition.plausible) ? 'implausible' : { type: 'count', amount };
};

const readPercent = (text: string): ReadValue => {
  const [, digits, suffix] = AMOUNT.exec(plain(text)) ?? [];
  if (digits === undefined || suffix !== '%') return 'unreadable-value';
  const amount = decimal(digits);
  return isNegative(amount) || compareDecimals(amount, '100') > 0 ? 'implausible' : { type: 'percent', amount };
};

const YES = new Set(
  ['是', '有', '√', '✓', '✔', '☑', '■', '对', '已', 'yes', 'y', 'true', '符合', '达到', '具备'].map(fold),
);
const NO = new Set(
  ['否', '无', '没有', '×', 'x', '✗', '✘', '☐', '□', '未', 'no', 'n', 'false', '不符合', '未达到', '不具备'].map(fold),
);

/** 无 states that there is no such text. */
const NO_TEXT = new Set(['无', '没有', 'none'].map(fold));

const readYesNo = (text: string): ReadValue => {
  const folded = fold(text);
  if (YES.has(folded)) return { type: 'yes_no', value: true };
  return NO.has(folded) ? { type: 'yes_no', value: false } : 'unreadable-value';
};

const readDate = (text: string): ReadValue => {
  const [, year, month, day] = DATE.exec(plain(text)) ?? [];
  if (year === undefined || month === undefined || day === undefined) return 'unreadable-value';
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value
    ? 'unreadable-value'
    : { type: 'date', value };
};

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
      return readPercent(text);
    case 'yes_no':
      return readYesNo(text);
    case 'date':
      return readDate(text);
    case 'text':
      return { type: 'text', value: NO_TEXT.has(fold(text)) ? '' : text.trim() };
    case 'term':
    case 'terms':
      return 'unreadable-value';
  }
};
