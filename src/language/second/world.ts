import type { Fact, ScalarValue, Value } from '../../model/base/value.ts';
import type { Operand } from '../../model/standard/expression.ts';
import { identity, measure, multiple } from './exact.ts';
import { OPEN, type Truth, truth } from './truths.ts';

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

/** The operand as a place on the line; undefined while it is not known. */
export const limitIn = (operand: Operand, { facts }: World): bigint | undefined => {
  if (operand.kind === 'value') return measure(operand.value);
  const value = valueIn(facts, operand.fact);
  if (value === undefined) return undefined;
  return multiple(isScalar(value) ? value : { type: 'count', amount: String(sizeOf(value)) }, operand.times);
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
  const [here, there] = [isScalar(value) ? measure(value) : undefined, limitIn(operand, world)];
  if (here === undefined || there === undefined) return OPEN;
  return truth(here === there ? edge : upward === here > there);
};
