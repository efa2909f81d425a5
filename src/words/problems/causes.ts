import type { UnreadableCause } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';

/** The slip behind a value that cannot be read, and what to do about it. */
export const CAUSES: Readonly<Record<UnreadableCause, Bilingual>> = {
  approximate: both('：是约数，请写确切的数', ': it is approximate, give the exact number'),
  bound: both('：写的是界限，请写实际的数', ': it is a limit, give the actual number'),
  range: both('：写的是一个范围，请写一个确切的值', ': it is a range, give one value'),
  'letter-for-digit': both('：数字里混有字母（O、l 等），请改成数字 0、1', ': letters (O, l) stand among the digits'),
  'space-in-number': both('：数字中间有空格，请删去', ': there is a space inside the number, remove it'),
  'stop-for-point': both('：小数点写成了“。”或“·”，请改成“.”', ': the decimal point is another sign, write "."'),
  'several-values': both('：写了几个数，请只写一个', ': there are several numbers, give one'),
  'remark-behind': both('：数字后面带有说明，请移到备注', ': a remark stands behind the number, move it elsewhere'),
  'no-percent-sign': both('：没有百分号', ': the sign of per cent is missing'),
  'month-only': both('：没有写到日', ': the day is missing'),
  'year-only': both('：没有写月和日', ': month and day are missing'),
  'two-digit-year': both('：年份要写四位', ': the year needs four digits'),
  'day-first': both(
    '：分不清月和日，请按年、月、日的顺序写',
    ': day and month cannot be told apart, write year, month, day',
  ),
  'day-number': both(
    '：这是表格软件里日期的序号，请把单元格改成日期',
    ': it is the serial number of a day, make the cell a date',
  ),
  'no-such-day': both('：没有这一天', ': there is no such day'),
  'number-shown-as-date': both(
    '：单元格里是一个数，格式却设成了日期，请把单元格改成“常规”或“数值”',
    ': the cell holds a number but shows a date, set its format to a number',
  ),
};

/** Signs of common texts: ASCII, Han, kana, their punctuation, letters of units, boxes and ticks. */
const COMMON =
  /[\u0020-\u007e\u00b0-\u00d7\u2010-\u2027\u2030-\u205e\u2150-\u218f\u2190-\u22ff\u2460-\u27bf\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}\n]/u;

/** Names the signs of a text that look like others or like nothing: an odd letter, a space of another width. */
export const oddSigns = (text: string): Bilingual => {
  const odd = [...new Set([...text].filter(sign => !COMMON.test(sign)))].slice(0, 3);
  const codes = odd.map(sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return odd.length === 0
    ? both('', '')
    : both(
        `（其中有不常用或看不见的字符 ${codes.join('、')}）`,
        ` (it holds unusual or invisible characters ${codes.join(', ')})`,
      );
};
