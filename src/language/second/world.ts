import { dayNumber } from '../../model/base/day.ts';
import { memoized } from '../../model/base/memo.ts';
import { type UnitCode, unitNamed } from '../../model/base/unit.ts';
import type { Decimal, Fact, ScalarValue, Value } from '../../model/base/value.ts';
import type { Band, Operand } from '../../model/standard/expression.ts';

/**
 * The meaning of a rule, told a second time and in another way than it is judged: truth as a number, and what is not
 * known as every way that it could turn out. Generated cases take what they expect from here.
 */
export type Truth = 0 | 0.5 | 1;

export const OPEN: Truth = 0.5;

export const truth = (holds: boolean): Truth => (holds ? 1 : 0);

export const least = (truths: readonly Truth[]): Truth => Math.min(1, ...truths) as Truth;

export const most = (truths: readonly Truth[]): Truth => Math.max(0, ...truths) as Truth;

export const opposite = (value: Truth): Truth => (1 - value) as Truth;

/** The answer that all possible answers share. */
export const shared = (answers: readonly Truth[]): Truth => {
  const [first = OPEN] = answers;
  return answers.every(answer => answer === first) ? first : OPEN;
};

const PLACES = 20;

/** A decimal as a whole number of 10⁻²⁰. */
const scaled = memoized((decimal: Decimal): bigint => {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(PLACES, '0').slice(0, PLACES));
  return decimal.startsWith('-') ? -digits : digits;
});

const ONE = 10n ** BigInt(PLACES);

/** An amount in the first unit of its dimension, whose factor may be a fraction. */
const product = (amount: Decimal, factor: string): bigint => {
  const [over = '1', under = '1'] = factor.split('/');
  return (scaled(amount) * scaled(over)) / scaled(under);
};

/** Where a value lies on the line of its kind: exact, whatever its unit. */
export const measure = (value: ScalarValue): bigint | undefined => {
  switch (value.type) {
    case 'quantity':
      return product(value.amount, unitNamed(value.unit).factor);
    case 'count':
    case 'percent':
      return scaled(value.amount);
    case 'date':
      return BigInt(dayNumber(value.value));
    case 'time':
      return BigInt(value.value.slice(0, 2)) * 60n + BigInt(value.value.slice(3));
    case 'size':
    case 'yes_no':
    case 'hours':
    case 'text':
    case 'term':
      return undefined;
  }
};

const tidy = (text: string): string => [...text.normalize('NFKC')].filter(char => char.trim() !== '').join('');

/** What two values must share to be the same. */
export const identity = (value: ScalarValue): string => {
  switch (value.type) {
    case 'size': {
      const [a, b] = value.sides.map(side => product(side, unitNamed(value.unit).factor));
      return [a ?? 0n, b ?? 0n].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)).join('x');
    }
    case 'term':
      return value.code;
    case 'yes_no':
      return String(value.value);
    case 'hours':
      return value.value;
    case 'text':
      return tidy(value.value);
    case 'count':
    case 'quantity':
    case 'percent':
    case 'date':
    case 'time':
      return String(measure(value));
  }
};

/** So many times as much; with a unit, so much of it for each. */
export const multiple = (value: ScalarValue, times: Decimal, unit?: UnitCode): bigint | undefined => {
  const amount = measure(value);
  const each = unit === undefined ? scaled(times) : product(times, unitNamed(unit).factor);
  return amount === undefined ? undefined : (amount * each) / ONE;
};

/** What a made-up profile declares: facts of the centre by id, or the fields of one record. */
export type Facts = ReadonlyMap<string, Fact>;

export interface World {
  readonly facts: Facts;
  readonly item?: Facts;
}

export const valueIn = (facts: Facts, id: string): Value | undefined => {
  const fact = facts.get(id);
  return fact?.state === 'declared' ? fact.value : undefined;
};

export const isScalar = (value: Value): value is ScalarValue => value.type !== 'terms' && value.type !== 'records';

export const sizeOf = (value: Value): number => {
  if (value.type === 'terms') return value.terms.length;
  if (value.type === 'records') return value.items.length;
  return value.type === 'text' && value.value === '' ? 0 : 1;
};

export const codesIn = (value: Value | undefined): readonly string[] => {
  if (value?.type === 'term') return [value.code];
  return value?.type === 'terms' ? value.terms.map(term => term.code) : [];
};

const asFigure = (value: Value): ScalarValue =>
  isScalar(value) ? value : { type: 'count', amount: String(sizeOf(value)) };

const reaches = ({ below, among }: Band, value: ScalarValue): boolean => {
  if (below !== undefined) return (measure(value) ?? 0n) < (measure(below) ?? 0n);
  return among === undefined || among.some(one => identity(one) === identity(value));
};

/** Every place on the line that the operand may come to; none where it may be any. */
export const placesOf = (operand: Operand, world: World): readonly bigint[] => {
  switch (operand.kind) {
    case 'value':
      return [measure(operand.value) ?? 0n];
    case 'fact': {
      const value = valueIn(operand.item ? (world.item ?? new Map()) : world.facts, operand.fact);
      if (operand.share && value !== undefined && measure(asFigure(value)) === 0n) return [];
      const found = value && multiple(asFigure(value), operand.times, operand.unit);
      return found === undefined ? [] : [found];
    }
    case 'sum':
      return operand.of
        .map(part => placesOf(part, world))
        .reduce((sums, places) => sums.flatMap(one => places.map(other => one + other)));
    case 'bands': {
      const value = valueIn(world.facts, operand.by);
      const chosen = value && operand.bands.find(band => reaches(band, asFigure(value)));
      const each = (chosen ? [chosen] : operand.bands).map(({ is }) => placesOf(is, world));
      return each.some(places => places.length === 0) ? [] : each.flat();
    }
  }
};

/** The operand as a place on the line; undefined while it is not known. */
const limitIn = (operand: Operand, world: World): bigint | undefined => {
  const [only, ...others] = placesOf(operand, world);
  return others.length === 0 ? only : undefined;
};

/** Whether a value is the operand, or a term that counts as it. */
export const sameAs = (value: Value, operand: Operand, world: World): Truth => {
  if (!isScalar(value)) return OPEN;
  if (operand.kind === 'value') {
    const taken = value.type === 'term' && (operand.also?.some(code => code === value.code) ?? false);
    return truth(taken || (value.type === operand.value.type && identity(value) === identity(operand.value)));
  }
  const there = limitIn(operand, world);
  return there === undefined ? OPEN : truth(measure(value) === there);
};

/** The sides of a limit that let a value through. */
export interface Side {
  readonly upward: boolean;
  readonly edge: boolean;
}

export const onSide = ({ upward, edge }: Side, value: Value, operand: Operand, world: World): Truth => {
  const here = isScalar(value) ? measure(value) : undefined;
  if (here === undefined) return OPEN;
  return shared(placesOf(operand, world).map(there => truth(here === there ? edge : upward === here > there)));
};
