import { formatFor, type NumberFormat, PLAIN } from './formats.ts';
import type { SharedStrings } from './strings.ts';
import { type CellStyle, PLAIN_STYLE } from './styles.ts';
import { seenText, withGlyphs } from './symbols.ts';

const DECIMAL = /^(-?)(\d+)\.?(\d*)$/u;

/** A decimal with its point moved to the right, or to the left, and no zeros that say nothing. */
const movePoint = (decimal: string, places: number): string => {
  const [, sign = '', whole = '', rest = ''] = DECIMAL.exec(decimal) ?? [];
  const point = Math.max(whole.length + places, 1);
  const digits = '0'.repeat(Math.max(1 - whole.length - places, 0)) + (whole + rest).padEnd(point, '0');
  const before = digits.slice(0, point).replace(/^0+(?=\d)/u, '');
  const behind = digits.slice(point).replace(/0+$/u, '');
  const value = behind === '' ? before : `${before}.${behind}`;
  return value === '0' ? value : sign + value;
};

/** Digits that a spreadsheet keeps of a number. */
const KEPT = 15;

/** A number as a person would type it, of no more digits than a spreadsheet keeps. */
const typedDigits = (number: number): string => {
  const [mantissa = '0', exponent = '0'] = number.toPrecision(KEPT).split('e');
  return movePoint(mantissa, Number(exponent));
};

export type CellFault = 'cell-error' | 'cell-picture' | 'cell-split' | 'cell-struck' | 'formula-uncached';

/** A cell that holds something. `text` is what a person sees, `value` what the file says. */
export interface Cell {
  /** From 1. */
  readonly column: number;
  readonly text: string;
  readonly value: string | number | boolean;
  readonly fault?: CellFault;
  /** Set where days are counted from 1904 in the workbook. */
  readonly date1904?: true;
  /** Set in a hidden column. */
  readonly hidden?: true;
}

/** What the workbook as a whole lends to the reading of a cell. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
}

const LAST_SERIAL = 2_958_466;
const SHORT = /^-?(?:0|[1-9]\d{0,14})$|^-?(?=[\d.]{1,16}$)(?:0|[1-9]\d*)\.\d*[1-9]$/u;
const [ZERO, NINE] = [48, 57];

/** As files write numbers; what else a program would take for one, such as 0x10, is none. */
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/iu;

/** A positive whole number of at most 15 digits: what most cells hold. */
const isWhole = (digits: string): boolean => {
  if (digits === '' || digits.length > 15 || digits.charCodeAt(0) === ZERO) return digits === '0';
  for (let at = 0; at < digits.length; at++) {
    const code = digits.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
};

/** Spreadsheets keep 15 digits; what a file adds behind them (1.1000000000000001) nobody typed. */
export const asTyped = (digits: string): string | undefined => {
  if (isWhole(digits) || SHORT.test(digits)) return digits;
  const number = Number(digits);
  return !NUMBER.test(digits) || !Number.isFinite(number) || Math.abs(number) >= 1e21 ? undefined : typedDigits(number);
};

const pad = (part: number): string => String(part).padStart(2, '0');

const timeText = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return `${pad(hours)}:${pad(minutes)}${rest === 0 ? '' : `:${pad(rest)}`}`;
};

type DateFormat = Extract<NumberFormat, { kind: 'date' }>;

/** A day of which the cell shows a part: 2021年11月 is what was typed where it is kept as the first of the month. */
const partShown = (day: string, hides: DateFormat['hides']): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  if (hides === 'year') return `${Number(month)}月${Number(date)}日`;
  return hides === 'day' && date === '01' ? `${year}年${Number(month)}月` : day;
};

const dateText = (serial: number, format: DateFormat, date1904: boolean): string | undefined => {
  if (serial < 0 || serial >= LAST_SERIAL) return undefined;
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  if (!format.date) return timeText(days * 86_400 + seconds);
  // Shown as the 0th of January and the 29th of February 1900: the first is what an empty cell comes to, neither is a day.
  if (!date1904 && (days === 0 || days === 60)) return undefined;
  const time = date1904 ? Date.UTC(1904, 0, 1 + days) : Date.UTC(1899, 11, (days < 60 ? 31 : 30) + days);
  const day = partShown(new Date(time).toISOString().slice(0, 10), format.hides);
  return format.time && seconds > 0 ? `${day} ${timeText(seconds)}` : day;
};

const numberText = (digits: string, stated: NumberFormat, date1904: boolean): string => {
  const typed = asTyped(digits);
  if (typed === undefined) return digits;
  const format = formatFor(stated, Number(typed));
  if (format === PLAIN) return typed;
  if (format.kind === 'percent') return `${movePoint(typed, 2)}%`;
  if (format.kind === 'date') return dateText(Number(typed), format, date1904) ?? typed;
  if (format.kind === 'words') return format.words;
  return `${format.prefix ?? ''}${typed}${format.suffix}`;
};

const isoDay = (text: string): string => text.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, '');

const seen = (column: number, text: string, value: Cell['value'] = text): Cell | undefined =>
  text.trim() === '' ? undefined : { column, text, value };

const numberCell = (column: number, value: string, style: CellStyle, context: CellContext): Cell | undefined => {
  const number = Number(value);
  const text = numberText(value, style.format, context.date1904);
  const cell = seen(column, text, Number.isNaN(number) ? value : number);
  return cell && context.date1904 ? { ...cell, date1904: true } : cell;
};

const stringCell = (column: number, value: string, style: CellStyle, context: CellContext): Cell | undefined => {
  const text = context.strings.texts[Number(value)];
  if (text === undefined) return { column, text: '#REF!', value, fault: 'cell-error' };
  return seen(column, style.glyphs === undefined ? text : withGlyphs(text, style.glyphs));
};

/** What WPS keeps as the value of a cell with a picture in it. */
const PICTURE = /^=?(?:_xlfn\.)?DISPIMG\(/iu;

const picture = (column: number): Cell => ({ column, text: '', value: '', fault: 'cell-picture' });

const plainCell = (
  column: number,
  type: string,
  look: CellStyle,
  value: string,
  formula: boolean,
  context: CellContext,
): Cell | undefined => {
  if (value === '')
    return formula && type !== 'str' ? { column, text: '', value, fault: 'formula-uncached' } : undefined;
  switch (type) {
    case '':
    case 'n':
      return numberCell(column, value, look, context);
    case 's':
      return stringCell(column, value, look, context);
    case 'inlineStr':
      return seen(column, withGlyphs(value, look.glyphs));
    case 'b':
      return seen(column, value === '1' ? 'TRUE' : 'FALSE', value === '1');
    case 'picture':
      return picture(column);
    case 'e':
      return { column, text: value, value, fault: 'cell-error' };
    case 'd':
      return seen(column, isoDay(value));
    default:
      return PICTURE.test(value) ? picture(column) : seen(column, seenText(value));
  }
};

/** What the XML says of a cell; `type`, `style` and `value` as they stand there. */
export interface CellXml {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly formula: boolean;
  /** Whether text of its own, not shared with other cells, is struck through. */
  readonly struck: boolean;
}

/** The cell as a person sees it; undefined when there is nothing to see. What is struck through, in part or whole, is at fault. */
export const readCell = ({ column, type, style, value, formula, struck }: CellXml, context: CellContext) => {
  const look = context.styles[style] ?? PLAIN_STYLE;
  const cell = plainCell(column, type, look, value, formula, context);
  const isStruck = struck || look.struck === true || (type === 's' && context.strings.struck.has(Number(value)));
  return isStruck && cell !== undefined && cell.fault === undefined ? { ...cell, fault: 'cell-struck' as const } : cell;
};
