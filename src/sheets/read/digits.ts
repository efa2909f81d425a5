const DECIMAL = /^(-?)(\d+)\.?(\d*)$/u;

/** A decimal with its point moved to the right, or to the left, and no zeros that say nothing. */
export const movePoint = (decimal: string, places: number): string => {
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
export const typedDigits = (number: number): string => {
  const [mantissa = '0', exponent = '0'] = number.toPrecision(KEPT).split('e');
  return movePoint(mantissa, Number(exponent));
};
