import { describe, expect, it } from 'vitest';
import { formatFor, numberFormat } from '../../src/sheets/read/formats.ts';

/** What a format shows of a number, in a word. */
const shown = (id: number, code?: string, number = 5): string => {
  const format = formatFor(numberFormat(id, code), number);
  if (format.kind === 'words') return `"${format.words}"`;
  if (format.kind === 'number') return [format.prefix, 'number', format.suffix].filter(Boolean).join(' ');
  if (format.kind !== 'date') return format.kind;
  const { date, time, hides } = format;
  return [date ? 'day' : '', time ? 'time' : '', hides ? `without ${hides}` : ''].filter(Boolean).join(' ');
};

/** Formats that a file names by their number alone, as spreadsheets in Chinese show them. */
const BUILT_IN: Readonly<Record<string, readonly number[]>> = {
  number: [0, 1, 2, 3, 4, 8, 11, 12, 13, 23, 26, 37, 44, 48, 49, 59],
  percent: [9, 10],
  day: [14, 15, 30, 31],
  'day without year': [16, 28, 29, 51, 53, 54, 58],
  'day without day': [17, 27, 36, 50, 52, 57],
  time: [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56],
  'day time': [22],
};

describe('a format by its number', () => {
  it.each(Object.entries(BUILT_IN))('shows a %s: %j', (kind, ids) => {
    expect(ids.map(id => [id, shown(id)])).toEqual(ids.map(id => [id, kind]));
  });
});

describe('a format by its code', () => {
  it.each([
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00', 'number'],
    ['#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['[Red]0.0', 'number'],
    ['@', 'number'],
    ['0%', 'percent'],
    ['0.00%', 'percent'],
    ['0"%"', 'number %'],
    ['0"㎡"', 'number ㎡'],
    ['0.0\\人', 'number 人'],
    ['0平方米', 'number 平方米'],
    ['"约"0', '约 number'],
    ['"≥"0"㎡"', '≥ number ㎡'],
    ['"No."0', 'number'],
    [';;;', '""'],
    [';;', '""'],
    ['', 'number'],
    ['"无"', '"无"'],
    ['yyyy-mm-dd', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['yyyy"年"m"月"', 'day without day'],
    ['m"月"d"日"', 'day without year'],
    ['mmm', 'day without day'],
    ['aaaa', 'day without day'],
    ['yyyy', 'day without day'],
    ['yyyy"年"', 'day without day'],
    ['d"日"', 'day without year'],
    ['d aaaa', 'day without year'],
    ['h:mm', 'time'],
    ['mm:ss', 'time'],
    ['[h]:mm', 'time'],
    ['[mm]:ss', 'time'],
    ['yyyy/m/d h:mm', 'day time'],
    ['yyyy-mm-dd;@', 'day'],
    ['[$-804]yyyy"年"m"月"d"日"', 'day'],
    ['"day "0', 'number'],
    ['0;"不详"', 'number'],
  ])('%s shows %s', (code, kind) => {
    expect(shown(164, code)).toBe(kind);
  });
});

describe('a format of several sections', () => {
  it.each<readonly [string, readonly (readonly [number, string])[]]>([
    [
      '0;-0;;@',
      [
        [5, 'number'],
        [-5, 'number'],
        [0, '""'],
      ],
    ],
    [
      '0;-0;"无"',
      [
        [5, 'number'],
        [-5, 'number'],
        [0, '"无"'],
      ],
    ],
    [
      '#,##0;-#,##0;"-"',
      [
        [5, 'number'],
        [0, 'number'],
      ],
    ],
    [
      '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
      [
        [5, 'number'],
        [0, 'number'],
      ],
    ],
    [
      '0"人";"亏"0',
      [
        [5, 'number 人'],
        [0, 'number 人'],
        [-5, '亏 number'],
      ],
    ],
    [
      '0%;;',
      [
        [0.5, 'percent'],
        [-0.5, '""'],
        [0, '""'],
      ],
    ],
    [
      '[=1]"是";[=0]"否";General',
      [
        [1, '"是"'],
        [0, '"否"'],
        [7, 'number'],
      ],
    ],
    [
      '[=1]是;[=0]否',
      [
        [1, '"是"'],
        [0, '"否"'],
        [7, 'number'],
      ],
    ],
    [
      '[>=10000]0!.0,"万";0"元"',
      [
        [12345, 'number'],
        [5000, 'number 元'],
      ],
    ],
    [
      '[>90]"优";[<60]"差";0"分"',
      [
        [95, '"优"'],
        [50, '"差"'],
        [75, 'number 分'],
      ],
    ],
    [
      '[<>0]0"个"',
      [
        [5, 'number 个'],
        [0, 'number'],
      ],
    ],
    [
      'yyyy-mm-dd;;',
      [
        [44515, 'day'],
        [0, '""'],
      ],
    ],
  ])('%s', (code, each) => {
    expect(each.map(([number]) => [number, shown(164, code, number)])).toEqual(each);
  });
});
