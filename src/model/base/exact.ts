import type { Decimal } from './value.ts';

/** An exact figure, `n ÷ d` with `d` above zero: a rate such as 2 ÷ 3 has no decimal. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

const fraction = (n: bigint, d: bigint): Exact => {
  const common = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / common, d: -d / common } : { n: n / common, d: d / common };
};

export const exact = (decimal: Decimal | number): Exact => {
  const [whole = '0', places = ''] = String(decimal).split('.');
  return fraction(BigInt(whole + places), 10n ** BigInt(places.length));
};

export const ZERO: Exact = { n: 0n, d: 1n };

export const plus = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);

export const minus = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d);

export const times = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);

/** `a ÷ b`, where `b` is not zero. */
export const over = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compareExact = (a: Exact, b: Exact): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const lesser = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b);

export const greater = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b);

export const sumExact = (parts: readonly Exact[]): Exact => parts.reduce(plus, ZERO);

export const ROUNDINGS = ['down', 'half_up'] as const;

/** 截尾 (further places are cut off) or 四舍五入; a negative figure as its positive twin. */
export type Rounding = (typeof ROUNDINGS)[number];

const written = (units: bigint, places: number): Decimal => {
  const digits = String(units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/u, '');
  return places === 0 || rest === '' ? whole : `${whole}.${rest}`;
};

/** As a decimal of at most so many places. */
export const rounded = ({ n, d }: Exact, places: number, rounding: Rounding): Decimal => {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(places);
  const units = rounding === 'down' ? scaled / d : (2n * scaled + d) / (2n * d);
  return n < 0n && units > 0n ? `-${written(units, places)}` : written(units, places);
};

/** The whole number at or below a figure that is not negative. */
export const wholesIn = ({ n, d }: Exact): Exact => ({ n: n / d, d: 1n });

/** The whole number at or above a figure that is not negative. */
export const startedIn = ({ n, d }: Exact): Exact => ({ n: (n + d - 1n) / d, d: 1n });

const LONG = 40;

export const hasDecimal = (figure: Exact): boolean => compareExact(exact(rounded(figure, LONG, 'down')), figure) === 0;

/** A figure that has a decimal, as all amounts of points have. */
export const decimalOf = (figure: Exact): Decimal => {
  if (!hasDecimal(figure)) throw new Error(`${figure.n}/${figure.d} has no decimal`);
  return rounded(figure, LONG, 'down');
};

/** Reads what `figureOf` writes. */
export const readFigure = (text: string): Exact => {
  const [part = '0', whole] = text.split('/');
  return whole === undefined ? exact(part) : over(exact(part), exact(whole));
};

/** As a person can reckon on with it: a decimal, or a fraction where there is none (`200/3`). */
export const figureOf = (figure: Exact): string => (hasDecimal(figure) ? decimalOf(figure) : `${figure.n}/${figure.d}`);
