import { compareExact, type Exact, exact, times } from '../model/base/exact.ts';
import { UNITS, type UnitCode } from '../model/base/unit.ts';
import type { Decimal, Value } from '../model/base/value.ts';

const inBase = (amount: Decimal, unit: UnitCode): Exact => times(exact(amount), exact(UNITS[unit].factor));

/** What is the same for every way of writing a value. */
const measuresOf = (value: Value): readonly Exact[] | undefined => {
  if (value.type === 'quantity') return [inBase(value.amount, value.unit)];
  return value.type === 'size' ? value.sides.map(side => inBase(side, value.unit)).sort(compareExact) : undefined;
};

const namesOf = (value: Value): readonly string[] | undefined => {
  if (value.type === 'terms') return value.terms.map(({ code }) => code).sort();
  return value.type === 'records' ? value.items.map(({ key }) => key).sort() : undefined;
};

const plainOf = (value: Value): unknown => {
  if ('amount' in value) return value.amount;
  if ('code' in value) return value.code;
  return 'value' in value ? value.value : undefined;
};

const dimensionOf = (value: Value): string => ('unit' in value ? UNITS[value.unit].dimension : '');

/** Whether two values say the same: 0.8 m is 80 cm, and the order of a list says nothing. */
export const sameValue = (a: Value, b: Value): boolean => {
  if (a.type !== b.type || dimensionOf(a) !== dimensionOf(b)) return false;
  const [left, right] = [measuresOf(a), measuresOf(b)];
  if (left !== undefined && right !== undefined)
    return left.every((side, index) => compareExact(side, right[index] ?? exact(0)) === 0);
  const [names, others] = [namesOf(a), namesOf(b)];
  return names === undefined ? plainOf(a) === plainOf(b) : JSON.stringify(names) === JSON.stringify(others);
};
