import type { Fact, ScalarValue, Value } from '../../model/base/value.ts';
import type { Band, Operand } from '../../model/standard/expression.ts';
import { identity, measure, multiple } from './exact.ts';
import { OPEN, shared, type Truth, truth } from './truths.ts';

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
