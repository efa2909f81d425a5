import { type Bilingual, both, isNonEmpty } from '../../model/base/text.ts';
import { closesIn, dailyIn, openDaysIn, opensIn, weeklyIn } from '../../model/base/times/hours.ts';
import type { ScalarValue, Value } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { NumberTest } from '../../model/standard/expression.ts';
import { NUMBER_TESTS, TIME_TESTS } from '../operands/shapes.ts';
import type { Measure, Operator } from '../operator.ts';
import { least, OPEN } from '../second/world.ts';
import { gapOf, groundOf, type Resolved } from '../truth/scope.ts';
import { all, unknown } from '../truth/verdict.ts';
import { judgeFigure, type OperatorOf, testsWithin } from './count.ts';

/** A figure that is reckoned from opening hours, once for each kind of day or once for the week. */
interface Reckoned {
  readonly of: (hours: string) => readonly ScalarValue[];
  readonly measure: Measure;
  readonly words: Bilingual;
  readonly remark: Bilingual;
}

const isClosed = (hours: string): boolean => opensIn(hours).length === 0;

const hoursOf = (value: Value): string => (value.type === 'hours' ? value.value : '');

/** Why there is no figure: the days of the week are not said, or the place never opens. */
const noFigure = (at: Resolved, value: Value): Verdict =>
  unknown(gapOf(at, isClosed(hoursOf(value)) ? 'nothing-to-check' : 'days-unsaid'), [groundOf(at, value)]);

const hours =
  ({ of, measure, words, remark }: Reckoned) =>
  (operatorOf: OperatorOf): Operator<NumberTest> => ({
    ...testsWithin(operatorOf),
    types: ['hours'],
    read: ({ op, node, figures }) => {
      const tests = figures(node, measure);
      return tests && { op, tests };
    },
    schema: () => (measure.type === 'time' ? TIME_TESTS : NUMBER_TESTS),
    judge: ({ tests }, value, at, scope) => {
      const verdicts = of(hoursOf(value)).map(figure => judgeFigure(operatorOf, tests, figure, at, scope));
      const said = isNonEmpty(verdicts) ? all(verdicts) : noFigure(at, value);
      return said.truth === 'unknown' ? said : { ...said, grounds: [groundOf(at, value)] };
    },
    phrase: ({ tests }, speech) => {
      const said = speech.phrases(tests).join(speech.pick('且', ' and '));
      return speech.pick(speech.glue(words.zh, said), words.en.replace('…', said));
    },
    verb: 'has',
    remark: () => remark,
    truth: ({ tests }, value, world) => {
      const figures = of(hoursOf(value));
      return figures.length === 0
        ? OPEN
        : least(figures.flatMap(figure => tests.map(test => operatorOf(test).truth(test, figure, world))));
    },
  });

const EACH_DAY = both('各开放日分别算', 'each day on which it opens counts for itself');

/** `daily: { at_least: 7 h }`: how long a place is open on each day that it opens. */
export const daily = hours({
  of: dailyIn,
  measure: { type: 'quantity', unit: 'h' },
  words: both('每天', '… a day'),
  remark: EACH_DAY,
});

/** `weekly: { at_least: 40 h }`. */
export const weekly = hours({
  of: weeklyIn,
  measure: { type: 'quantity', unit: 'h' },
  words: both('每周共', '… a week'),
  remark: both('要写明周几才算得出', 'can be told only where the days of the week are said'),
});

/** `open_days: { at_least: 6 day }`. */
export const openDays = hours({
  of: openDaysIn,
  measure: { type: 'quantity', unit: 'day' },
  words: both('每周开放', 'open … a week'),
  remark: both('要写明周几才算得出', 'can be told only where the days of the week are said'),
});

/** `opens: { by: 9:00 }`: when it opens first. */
export const opens = hours({
  of: opensIn,
  measure: { type: 'time' },
  words: both('开门', 'opens …'),
  remark: EACH_DAY,
});

/** `closes: { since: 17:30 }`: when it closes last. */
export const closes = hours({
  of: closesIn,
  measure: { type: 'time' },
  words: both('关门', 'closes …'),
  remark: EACH_DAY,
});
