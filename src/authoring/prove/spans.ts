import { daysBetween } from '../../model/base/day.ts';
import { compareExact, type Exact, exact } from '../../model/base/exact.ts';
import { minutesOf } from '../../model/base/times/hours.ts';
import { inFirstUnit, unitNamed } from '../../model/base/unit.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { Expression, Operand, Test, TestExpression } from '../../model/standard/expression.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';

interface Edge {
  readonly at: Exact;
  readonly open: boolean;
}

/** The numbers that tests let through; or, of figures reckoned from a count, how many times that count. */
interface Span {
  readonly low?: Edge;
  readonly high?: Edge;
  /** What the edges are of: a measure, or the count that they are times of. */
  readonly of: string;
  readonly isTimes: boolean;
}

/** A part of a check: what it asks with its figures left out, and what they let through. */
export interface Part {
  readonly key: string;
  readonly span?: Span;
  /** Whether there is just one number that the figures are held to. */
  readonly isOne: boolean;
}

type Figure = Pick<Span, 'of' | 'isTimes'> & { readonly at: Exact };

const ofValue = (value: ScalarValue): Figure | undefined => {
  switch (value.type) {
    case 'quantity':
      return { at: inFirstUnit(value.amount, value.unit), of: unitNamed(value.unit).dimension, isTimes: false };
    case 'count':
    case 'percent':
      return { at: exact(value.amount), of: value.type, isTimes: false };
    case 'time':
      return { at: exact(minutesOf(value.value)), of: 'time', isTimes: false };
    case 'date':
      return { at: exact(daysBetween('2000-01-01', value.value)), of: 'date', isTimes: false };
    case 'size':
    case 'yes_no':
    case 'text':
    case 'hours':
    case 'term':
      return undefined;
  }
};

const COUNTED = ['count', 'records'];

/** A count is never below nought, so that more times as much is never less. */
const figureOf = (operand: Operand, { fact }: Vocabulary): Figure | undefined => {
  if (operand.kind === 'value') return ofValue(operand.value);
  if (operand.kind !== 'fact' || !COUNTED.includes(fact.get(operand.fact)?.type ?? '')) return undefined;
  const { times, unit, ...other } = operand;
  const of = JSON.stringify({ ...other, ...(unit !== undefined && { unit: unitNamed(unit).dimension }) });
  return { at: unit === undefined ? exact(times) : inFirstUnit(times, unit), of, isTimes: true };
};

const LOW: Readonly<Record<string, boolean>> = { at_least: false, since: false, more_than: true };
const HIGH: Readonly<Record<string, boolean>> = { at_most: false, by: false, less_than: true };

const spanOf = (test: Test, vocabulary: Vocabulary): Span | undefined => {
  if ('low' in test) {
    const [low, high] = [figureOf(test.low, vocabulary), figureOf(test.high, vocabulary)];
    if (low === undefined || high === undefined || low.of !== high.of) return undefined;
    return { low: { at: low.at, open: false }, high: { at: high.at, open: false }, of: low.of, isTimes: low.isTimes };
  }
  if (!('operand' in test)) return undefined;
  const figure = figureOf(test.operand, vocabulary);
  if (figure === undefined) return undefined;
  const { at, ...rest } = figure;
  const [low, high] = [LOW[test.op], HIGH[test.op]];
  if (test.op === 'equals') return { ...rest, low: { at, open: false }, high: { at, open: false } };
  if (low !== undefined) return { ...rest, low: { at, open: low } };
  return high === undefined ? undefined : { ...rest, high: { at, open: high } };
};

/** The tighter of two lower edges; of upper ones with `side` -1. */
const tighter = (a: Edge | undefined, b: Edge | undefined, side: 1 | -1): Edge | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareExact(a.at, b.at) * side;
  return order > 0 || (order === 0 && a.open) ? a : b;
};

/** What all of some tests let through; undefined where one is not held to a number. */
const spanOfAll = (tests: readonly Test[], vocabulary: Vocabulary): Span | undefined => {
  const [first, ...rest] = tests.map(test => spanOf(test, vocabulary));
  return rest.reduce((all, span) => {
    if (all === undefined || span === undefined || all.of !== span.of || all.isTimes) return undefined;
    const [low, high] = [tighter(all.low, span.low, 1), tighter(all.high, span.high, -1)];
    return { of: all.of, isTimes: false, ...(low && { low }), ...(high && { high }) };
  }, first);
};

/** What is reckoned from a value as one number; the rest is asked of each of its days. */
const ONE = ['count', 'weekly', 'open_days', 'days', 'workdays'];

const ofTest = (expression: TestExpression, vocabulary: Vocabulary): Part => {
  const { test, fact } = expression;
  const inner = 'tests' in test;
  const span = fact.scope === 'all-items' ? undefined : spanOfAll(inner ? test.tests : [test], vocabulary);
  if (span === undefined) return { key: JSON.stringify(expression), isOne: false };
  const left = inner ? { ...test, tests: span.of } : span.of;
  return { key: JSON.stringify({ ...expression, test: left }), span, isOne: !inner || ONE.includes(test.op) };
};

const partOf = (expression: Expression, vocabulary: Vocabulary): Part => {
  const whole: Part = { key: JSON.stringify(expression), isOne: false };
  switch (expression.kind) {
    case 'test':
      return ofTest(expression, vocabulary);
    case 'every':
    case 'some': {
      const { span, key, isOne } = partOf(expression.have, vocabulary);
      const isHeld = expression.kind === 'every' && expression.whenEmpty !== 'met';
      return span === undefined
        ? whole
        : { key: JSON.stringify({ ...expression, have: key }), span, isOne: isOne && isHeld };
    }
    case 'count': {
      const span = spanOfAll(expression.tests, vocabulary);
      return span === undefined ? whole : { key: JSON.stringify({ ...expression, tests: span.of }), span, isOne: true };
    }
    case 'all':
    case 'any':
    case 'at_least':
    case 'not':
      return whole;
  }
};

/** What a check asks, each thing by itself. */
export const partsIn = (expression: Expression, vocabulary: Vocabulary): readonly Part[] =>
  expression.kind === 'all'
    ? expression.of.flatMap(part => partsIn(part, vocabulary))
    : [partOf(expression, vocabulary)];

/** Whether an edge lets nothing through that another does not; nought times anything is nought, where only strictness tells. */
const isWithinEdge = (inner: Edge | undefined, outer: Edge | undefined, side: 1 | -1, isTimes: boolean): boolean => {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  const order = compareExact(inner.at, outer.at) * side;
  const isStrict = inner.open || !outer.open;
  return isTimes ? order >= 0 && isStrict : order > 0 || (order === 0 && isStrict);
};

const isWithinSpan = (inner: Span, outer: Span): boolean =>
  inner.of === outer.of &&
  isWithinEdge(inner.low, outer.low, 1, outer.isTimes) &&
  isWithinEdge(inner.high, outer.high, -1, outer.isTimes);

/** Whether whatever meets one check meets another that asks the same things with other figures. */
export const isMetBy = (parts: readonly Part[], stricter: readonly Part[]): boolean =>
  parts.every(({ key, span }) =>
    stricter.some(
      other => other.key === key && (!span || (other.span !== undefined && isWithinSpan(other.span, span))),
    ),
  );

const isBelow = (high: Edge | undefined, low: Edge | undefined): boolean => {
  if (high === undefined || low === undefined) return false;
  const order = compareExact(high.at, low.at);
  return order < 0 || (order === 0 && (high.open || low.open));
};

/** Whether two checks hold one number to figures that leave none for both. */
export const clash = (parts: readonly Part[], others: readonly Part[]): boolean =>
  parts.some(({ key, span, isOne }) =>
    others.some(
      other =>
        isOne &&
        other.key === key &&
        span !== undefined &&
        other.span !== undefined &&
        !span.isTimes &&
        (isBelow(span.high, other.span.low) || isBelow(other.span.high, span.low)),
    ),
  );
