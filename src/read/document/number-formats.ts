import { own } from '../../model/base/text.ts';

const DIGITS = '〇一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;

const counted = (number: number): string =>
  [...String(number)]
    .map((digit, at, all) =>
      digit === '0' ? '零' : `${DIGITS.charAt(Number(digit))}${PLACES[all.length - 1 - at] ?? ''}`,
    )
    .join('')
    .replaceAll(/零+/gu, '零')
    .replace(/零$/u, '')
    .replace(/^一十/u, '十');

const letter = (number: number, first: string): string =>
  String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

const roman = (number: number): string => {
  const [value, sign] = ROMAN.find(([least]) => least <= number) ?? [0, ''];
  return value === 0 ? '' : sign + roman(number - value);
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
