/** An exact decimal in canonical form: `-?digits[.digits]`, no exponent, no trailing zeros. */
export type Decimal = string;

/** An exact figure, `n ÷ d` with `d` above zero: a rate such as 2 ÷ 3 has no decimal. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

const reduced = ({ n, d }: Exact): Exact => {
  const common = gcd(n, d);
  return { n: n / common, d: d / common };
};

/** Reckoning on is quicker than reducing, up to here. */
const LONG_DENOMINATOR = 10n ** 24n;

const fraction = (n: bigint, d: bigint): Exact => {
  const made = d < 0n ? { n: -n, d: -d } : { n, d };
  return made.d < LONG_DENOMINATOR ? made : reduced(made);
};

export const ZERO: Exact = { n: 0n, d: 1n };

const LONG = 40;

const POWERS = Array.from({ length: LONG + 1 }, (_, places) => 10n ** BigInt(places));

const powerOf = (places: number): bigint => POWERS[places] ?? 10n ** BigInt(places);

/** A figure as programs write it where it is very large or small: `5e-7`. */
const fromExponent = (text: string): Exact => {
  const [mantissa = '', exponent = ''] = text.toLowerCase().split('e');
  const { n, d } = exact(mantissa);
  const places = Number(exponent);
  return places < 0 ? fraction(n, d * powerOf(-places)) : fraction(n * powerOf(places), d);
};

/** A figure as it is written. */
export const exact = (decimal: Decimal | number): Exact => {
  const text = String(decimal);
  if (text === '0') return ZERO;
  const point = text.indexOf('.');
  if (/e/iu.test(text)) return fromExponent(text);
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: powerOf(text.length - point - 1) };
};

export const plus = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : fraction(a.n * b.d + b.n * a.d, a.d * b.d);

export const minus = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? { n: a.n - b.n, d: a.d } : fraction(a.n * b.d - b.n * a.d, a.d * b.d);

export const times = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);

/** `a ÷ b`, where `b` is not zero. */
export const over = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export const compareExact = (a: Exact, b: Exact): number => {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The same of two decimals, however they are written. */
export const compareDecimals = (a: Decimal, b: Decimal): number => (a === b ? 0 : compareExact(exact(a), exact(b)));

export const distance = (a: Exact, b: Exact): Exact => (compareExact(a, b) < 0 ? minus(b, a) : minus(a, b));

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

export const isWhole = ({ n, d }: Exact): boolean => n % d === 0n;

/** The whole number at or below a figure that is not negative. */
export const wholesIn = ({ n, d }: Exact): Exact => ({ n: n / d, d: 1n });

/** The whole number at or above a figure that is not negative. */
export const startedIn = ({ n, d }: Exact): Exact => ({ n: (n + d - 1n) / d, d: 1n });

/** How many decimal places a figure takes; below zero where it has no decimal. */
const placesOf = (figure: Exact): number => {
  const places = POWERS.findIndex(power => power % figure.d === 0n);
  return places >= 0 ? places : POWERS.findIndex(power => power % reduced(figure).d === 0n);
};

export const hasDecimal = (figure: Exact): boolean => placesOf(figure) >= 0;

/** A figure that has a decimal, as all amounts of points have. */
export const decimalOf = (figure: Exact): Decimal => {
  if (figure.d === 1n) return String(figure.n);
  const places = placesOf(figure);
  if (places < 0) throw new Error(`${figure.n}/${figure.d} has no decimal`);
  return rounded(figure, places, 'down');
};

const NEAR = 20;

/** A figure as a decimal, to twenty places where it has none. */
export const nearDecimal = (figure: Exact): Decimal => rounded(figure, NEAR, 'half_up');

const PLAIN = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/u;

/** A decimal without signs and zeros that say nothing. */
export const canonical = (text: string): Decimal => (PLAIN.test(text) ? text : decimalOf(exact(text)));

/** Reads what `figureOf` writes. */
export const readFigure = (text: string): Exact => {
  const [part = '0', whole] = text.split('/');
  return whole === undefined ? exact(part) : over(exact(part), exact(whole));
};

/** As a person can reckon on with it: a decimal, or a fraction where there is none (`200/3`). */
export const figureOf = (figure: Exact): string => {
  if (hasDecimal(figure)) return decimalOf(figure);
  const { n, d } = reduced(figure);
  return `${n}/${d}`;
};

export const isAbove = (a: Decimal, b: Decimal): boolean => compareExact(exact(a), exact(b)) > 0;

export const sumOfDecimals = (amounts: readonly Decimal[]): Decimal => decimalOf(sumExact(amounts.map(exact)));
