import { compareDecimals } from '../../model/base/exact.ts';
import { isNonEmpty } from '../../model/base/text.ts';
import type { ScalarValue, Value } from '../../model/base/value.ts';
import type { Gap, Verdict } from '../../model/finding/finding.ts';
import { type Band, type FactOperand, type Operand, operandsOf, type Test } from '../../model/standard/expression.ts';
import { compare, equal, sum, times } from './compare.ts';
import { gapOf, type Resolved, resolve, type Scope } from './scope.ts';
import { type Unknown, unknown } from './verdict.ts';

/** The value of an operator that is asked of single values. */
export const scalar = (value: Value, { path }: Resolved): ScalarValue => {
  if (value.type === 'terms' || value.type === 'records') throw new Error(`${path} is no single value`);
  return value;
};

/** Lists as the number of what they hold. */
export const amountOf = (value: Value): ScalarValue => {
  if (value.type === 'records') return { type: 'count', amount: String(value.items.length) };
  return value.type === 'terms' ? { type: 'count', amount: String(value.terms.length) } : value;
};

/** The figure of a fact, so many times; where so much is asked for each, a quantity. */
export const multiplied = (value: Value, { times: factor, unit }: Pick<FactOperand, 'times' | 'unit'>): ScalarValue => {
  const amount = times(amountOf(value), factor);
  return unit !== undefined && 'amount' in amount ? { type: 'quantity', amount: amount.amount, unit } : amount;
};

/** A share of a whole that is 0: of nothing, no part is too small. */
export const isOfNothing = ({ share }: Pick<FactOperand, 'share'>, value: Value): boolean => {
  const whole = amountOf(value);
  return share === true && 'amount' in whole && compareDecimals(whole.amount, '0') === 0;
};

export const isInBand = ({ below, among }: Band, value: ScalarValue): boolean =>
  below === undefined ? among === undefined || among.some(one => equal(one, value)) : compare(value, below) < 0;

/** Every figure that something may come to, none where it may be any; and what is not known of it. */
interface Possible {
  readonly figures: readonly ScalarValue[];
  readonly gaps: readonly Gap[];
}

const added = (all: readonly Possible[]): Possible => ({
  figures: all
    .map(({ figures }) => figures)
    .reduce((sums, figures) => sums.flatMap(one => figures.map(other => sum(one, other)))),
  gaps: all.flatMap(({ gaps }) => gaps),
});

const possible = (operand: Operand, scope: Scope): Possible => {
  if (operand.kind === 'value') return { figures: [operand.value], gaps: [] };
  if (operand.kind === 'sum') return added(operand.of.map(part => possible(part, scope)));
  return operand.kind === 'fact' ? ofFact(operand, scope) : ofBands(operand, scope);
};

const declaredAt = ({ fact }: Resolved): Value | undefined => (fact?.state === 'declared' ? fact.value : undefined);

const ofFact = (operand: FactOperand, scope: Scope): Possible => {
  const other = resolve({ scope: operand.item ? 'item' : 'center', id: operand.fact }, scope);
  const value = declaredAt(other);
  if (value === undefined) return { figures: [], gaps: gapOf(other) };
  return isOfNothing(operand, value)
    ? { figures: [], gaps: gapOf(other, 'nothing-to-check') }
    : { figures: [multiplied(value, operand)], gaps: [] };
};

const ofBands = ({ by, bands: all }: Extract<Operand, { kind: 'bands' }>, scope: Scope): Possible => {
  const other = resolve({ scope: 'center', id: by }, scope);
  const value = declaredAt(other);
  const gaps = value === undefined ? gapOf(other) : [];
  const bands = value === undefined ? all : all.filter(band => isInBand(band, amountOf(value))).slice(0, 1);
  const each = bands.map(({ is }) => possible(is, scope));
  const isOpen = each.some(({ figures }) => figures.length === 0);
  return {
    figures: isOpen ? [] : each.flatMap(({ figures }) => figures),
    gaps: [...gaps, ...each.flatMap(({ gaps: more }) => more)],
  };
};

/** What all figures that an operand may come to say alike; unknown for want of the facts that it hangs on. */
export const against = (operand: Operand, scope: Scope, judge: (limit: ScalarValue) => Verdict): Verdict => {
  const { figures, gaps } = possible(operand, scope);
  const verdicts = figures.map(judge);
  const [first] = verdicts;
  if (first !== undefined && verdicts.every(({ truth }) => truth === first.truth)) return first;
  if (!isNonEmpty(gaps)) throw new Error('a figure is open without a gap');
  return unknown(gaps, first?.grounds);
};

/** The figure to hold a value against, or that it is not known. */
export const limitOf = (operand: Operand, scope: Scope): ScalarValue | Unknown => {
  const { figures, gaps } = possible(operand, scope);
  const [only, ...others] = figures;
  if (only !== undefined && others.length === 0) return only;
  if (!isNonEmpty(gaps)) throw new Error('a figure is open without a gap');
  return unknown(gaps);
};

/** What is not known of the facts that a test is held against. */
export const gapsAgainst = (test: Test, scope: Scope): readonly Gap[] =>
  operandsOf(test).flatMap(operand => possible(operand, scope).gaps);

export const isVerdict = (found: ScalarValue | Unknown): found is Unknown => 'truth' in found;

export const sizeOf = (value: Value): number => {
  if (value.type === 'records') return value.items.length;
  if (value.type === 'terms') return value.terms.length;
  return value.type === 'text' && value.value === '' ? 0 : 1;
};
