import { inHan } from '../../model/base/figures.ts';
import { own } from '../../model/base/text.ts';

/** 105 is 一百零五 to a word processor. */
const counted = (number: number): string => inHan(number).replaceAll('〇', '零');

const letter = (number: number, first: string): string =>
  String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

const VALUES = [100, 90, 50, 40, 10, 9, 5, 4, 1] as const;
const ROMAN = ['C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'] as const;

const roman = (number: number): string => {
  const at = VALUES.findIndex(least => least <= number);
  return at < 0 ? '' : ROMAN[at] + roman(number - (VALUES[at] ?? 0));
};

/** Signs that stand in a row in Unicode, as far as they go. */
const inARow = (number: number, first: number, count: number): string | undefined =>
  number >= 1 && number <= count ? String.fromCodePoint(first + number - 1) : undefined;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const FORMATS: Readonly<Record<string, (number: number) => string | undefined>> = {
  decimalZero: number => String(number).padStart(2, '0'),
  lowerLetter: number => letter(number, 'a'),
  upperLetter: number => letter(number, 'A'),
  upperRoman: roman,
  lowerRoman: number => roman(number).toLowerCase(),
  decimalEnclosedCircle: number => inARow(number, 0x2460, 20),
  decimalEnclosedCircleChinese: number => inARow(number, 0x2460, 20),
  decimalEnclosedParen: number => inARow(number, 0x2474, 20),
  decimalEnclosedFullstop: number => inARow(number, 0x2488, 20),
  ideographEnclosedCircle: number => inARow(number, 0x3280, 10),
  ideographTraditional: number => STEMS[number - 1],
  ideographZodiac: number => BRANCHES[number - 1],
  bullet: () => '',
  none: () => '',
};

/** A number of a list as a word processor shows it. */
export const formatNumber = (number: number, format: string): string => {
  const known = own(FORMATS, format);
  if (known !== undefined) return known(number) ?? String(number);
  return /chinese|japanese|ideograph|taiwanese/iu.test(format) ? counted(number) : String(number);
};
