import { atomsOf } from '../../language/walk.ts';
import { canonical, exact, nearDecimal, times } from '../../model/base/exact.ts';
import { minutesOf } from '../../model/base/times/hours.ts';
import { inFirstUnit, inUnit, UNITS, type UnitCode, unitNamed } from '../../model/base/unit.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import {
  type Expression,
  type Operand,
  operandsIn,
  operandsOf,
  partsOf,
  type Test,
} from '../../model/standard/expression.ts';
import { type Rule, sidesOf } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { inDigits } from '../../read/profile/numerals.ts';
import { figuresOf } from '../prove/pick.ts';

/** An amount in every unit of its dimension: 80 cm is 0.8 m too. */
const converted = (amount: string, unit: UnitCode): readonly string[] =>
  Object.keys(UNITS)
    .filter(other => unitNamed(other).dimension === unitNamed(unit).dimension)
    .map(other => nearDecimal(inUnit(inFirstUnit(amount, unit), other)));

const dateFigures = (date: string): readonly string[] => date.split('-').map(part => String(Number(part)));

const figuresIn = (value: ScalarValue): readonly string[] => {
  switch (value.type) {
    case 'quantity':
      return converted(value.amount, value.unit);
    case 'size':
      return value.sides.flatMap(side => converted(side, value.unit));
    case 'count':
    case 'percent':
      return [value.amount];
    case 'date':
      return dateFigures(value.value);
    case 'time':
      return [String(minutesOf(value.value) / 60), ...value.value.split(':').map(part => String(Number(part)))];
    case 'text':
      return numbersIn(value.value);
    case 'hours':
    case 'yes_no':
    case 'term':
      return [];
  }
};

/** Multiples and shares of other facts, and the edges of bands. */
const reckonedIn = (operand: Operand): readonly string[] => {
  const own = operand.kind === 'fact' ? [operand.times, nearDecimal(times(exact(operand.times), exact('100')))] : [];
  const edges = operand.kind === 'bands' ? operand.bands.flatMap(({ below }) => (below ? figuresIn(below) : [])) : [];
  return [...own, ...edges, ...operandsIn(operand).flatMap(reckonedIn)];
};

const testFigures = (test: Test): readonly string[] => [
  ...figuresOf(test).flatMap(figuresIn),
  ...('terms' in test ? [String(test.terms.codes.length)] : []),
  ...('operands' in test ? [String(test.operands.length)] : []),
  ...('atLeast' in test ? [String(test.atLeast)] : []),
  ...('tests' in test ? test.tests.flatMap(testFigures) : []),
  ...('pattern' in test ? numbersIn(test.pattern) : []),
  ...operandsOf(test).flatMap(reckonedIn),
];

const numbersOf = (expression: Expression): readonly string[] => [
  ...(expression.kind === 'at_least' ? [String(expression.n)] : []),
  ...('of' in expression && Array.isArray(expression.of) ? [String(expression.of.length)] : []),
  ...partsOf(expression).flatMap(numbersOf),
];

/** Terms whose own names hold figures, such as A4 or 24小时. */
const namesIn = (rule: Rule, vocabulary: Vocabulary): readonly string[] =>
  sidesOf(rule)
    .flatMap(atomsOf)
    .flatMap(({ fact, test }) => {
      const codes = 'terms' in test ? test.terms.codes.map(code => [test.terms.list, code] as const) : [];
      const values = figuresOf(test).flatMap(value =>
        value.type === 'term' ? [[value.list, value.code] as const] : [],
      );
      const terms = [...codes, ...values].map(([list, code]) => vocabulary.term.get(list)?.get(code)?.label);
      return [...terms, vocabulary.fact.get(fact.id)?.label].flatMap(label => (label ? [label.zh, label.en] : []));
    });

/** Every figure that a rule's check, dates and terms hold. */
const figuresOfRule = (rule: Rule, vocabulary: Vocabulary): ReadonlySet<string> => {
  const dates = [rule.due, rule.period.from, rule.period.until].filter(date => date !== undefined);
  return new Set([
    ...sidesOf(rule)
      .flatMap(atomsOf)
      .flatMap(({ test }) => testFigures(test)),
    ...sidesOf(rule).flatMap(numbersOf),
    ...dates.flatMap(dateFigures),
    ...namesIn(rule, vocabulary).flatMap(numbersIn),
  ]);
};

const ARABIC = /(?<![A-Za-z\d.])\d+(?:\.\d+)?(?![\d.]*[A-Z\d])/gu;
const CHINESE = /([两二三四五六七八九十]{1,3})(?=[个项种类名间块条次处份张天日小工平厘米分])(?!次性|级|楼)/gu;

const numbersIn = (text: string): readonly string[] => [
  ...[...text.normalize('NFKC').matchAll(ARABIC)].map(([figure]) => canonical(figure)),
  ...[...text.matchAll(CHINESE)].flatMap(([, figure = '']) => {
    const number = Number(inDigits(figure));
    return Number.isNaN(number) ? [] : [String(number)];
  }),
];

/** Figures in a rule's wording that its check does not hold. */
export const strayFigures = (rule: Rule, text: string, vocabulary: Vocabulary): readonly string[] => {
  const known = figuresOfRule(rule, vocabulary);
  return [...new Set(numbersIn(text))].filter(figure => !known.has(figure));
};
