import { type Calendar, dayNumber, daysBetween, outside, shiftDay, workdaysBetween } from '../../model/base/day.ts';
import { problem } from '../../model/base/problem.ts';
import { both, each } from '../../model/base/text.ts';
import type { QuantityValue, ScalarValue, Value } from '../../model/base/value.ts';
import type { Ground, Verdict } from '../../model/finding/finding.ts';
import type { ElapsedTest, Operand, Test } from '../../model/standard/expression.ts';
import { NUMBER_TESTS } from '../operands/shapes.ts';
import { settledIn } from '../operands/steps.ts';
import type { AlteredTest, OperandReading, Operator } from '../operator.ts';
import { least, OPEN, placesOf, type Truth, type World } from '../second/world.ts';
import type { Speech } from '../speech.ts';
import { gapsAgainst, isVerdict, limitOf } from '../truth/limits.ts';
import { gapOf, groundOf, type Resolved, resolve, type Scope } from '../truth/scope.ts';
import { unknown } from '../truth/verdict.ts';
import { judgeFigure, type OperatorOf, testsWithin } from './count.ts';

const dateIn = (value: Value): string => (value.type === 'date' ? value.value : '');

/** Why the days between two dates cannot be counted. */
const obstacle = (from: string, to: string, calendar: Calendar | undefined) => {
  if (to < from) return 'before-start';
  return calendar !== undefined && outside(calendar, [from, to]).length > 0 ? 'outside-calendar' : undefined;
};

const groundIn = (operand: Operand, scope: Scope): readonly Ground[] => {
  if (operand.kind !== 'fact') return [];
  const at = resolve({ scope: operand.item ? 'item' : 'center', id: operand.fact }, scope);
  return at.fact?.state === 'declared' ? [groundOf(at, at.fact.value)] : [];
};

/** Told a second time, one day after another. */
const countedIn = (from: number, to: number, calendar: Calendar | undefined): number => {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) {
    const date = new Date(day * 86_400_000);
    const text = date.toISOString().slice(0, 10);
    const isFree = calendar?.holidays.includes(text) || [0, 6].includes(date.getUTCDay());
    if (calendar === undefined || !isFree || calendar.workdays.includes(text)) count += 1;
  }
  return count;
};

/** Dates so many days after the start, as the tests count them; none while the start is not known. */
const datesFor = ({ from, calendar }: ElapsedTest, figures: readonly ScalarValue[]): readonly ScalarValue[] => {
  if (from.kind !== 'value' || from.value.type !== 'date') return [];
  const start = from.value.value;
  const wanted = new Set(
    figures.flatMap(figure =>
      'amount' in figure ? [Math.floor(Number(figure.amount)), Math.ceil(Number(figure.amount))] : [],
    ),
  );
  // A working week has five days, and no holiday is longer than a fortnight.
  const days = Array.from({ length: Math.max(0, ...wanted) * 2 + 20 }, (_, index) => shiftDay(start, index));
  return [...wanted].flatMap((count): readonly ScalarValue[] => {
    const found = days.find(day => countedIn(dayNumber(start), dayNumber(day), calendar) === count);
    return found === undefined ? [] : [{ type: 'date', value: found }];
  });
};

/** The tests with their figures in days that a calendar does not sort. */
const inDays = (test: Test): Test => {
  if (!('operand' in test) || test.operand.kind !== 'value' || test.operand.value.type !== 'quantity') return test;
  return { ...test, operand: { kind: 'value', value: { ...test.operand.value, unit: 'day' } } };
};

const withoutCalendar = ({ calendar, ...test }: ElapsedTest): readonly AlteredTest[] =>
  calendar === undefined
    ? []
    : [
        {
          mutation: { kind: 'operator', from: test.op, to: 'days' },
          test: { ...test, op: 'days', tests: each(test.tests, inDays) },
        },
      ];

type Unit = 'day' | 'workday';

const daysOf = (amount: number, unit: Unit): QuantityValue => ({ type: 'quantity', amount: String(amount), unit });

const read = (
  { op, node, problems, figure, figures, hasOnly, misshapen, calendar }: OperandReading,
  unit: Unit,
): ElapsedTest | undefined => {
  if (node.kind !== 'map') return misshapen(node, op, { written: '{ from: { fact: … }, is: { at_most: 5 } }' });
  const [start, wanted] = ['from', 'is'].map(key => node.entries.find(entry => entry.key === key)?.value);
  if (!hasOnly(node, ['from', 'is'])) return undefined;
  if (start === undefined || wanted === undefined)
    return misshapen(node, start === undefined ? `${op}.from` : `${op}.is`, 'required');
  if (unit === 'workday' && calendar === undefined) {
    problems.push(problem('no-calendar', node.location, { places: [node.location] }));
    return undefined;
  }
  const [from, tests] = [figure(start), figures(wanted, { type: 'quantity', unit })];
  return from && tests && { op, from, tests, ...(unit === 'workday' && calendar && { calendar }) };
};

const judgeBetween = (
  operatorOf: OperatorOf,
  unit: Unit,
  test: ElapsedTest,
  value: Value,
  at: Resolved,
  scope: Scope,
): Verdict => {
  const { tests, from, calendar } = test;
  const start = limitOf(from, scope);
  if (isVerdict(start)) return unknown(start.gaps, start.grounds, gapsAgainst(test, scope));
  const [first, last] = [dateIn(start), dateIn(value)];
  const reason = obstacle(first, last, calendar);
  const grounds = [groundOf(at, value), ...groundIn(from, scope)] as const;
  if (reason !== undefined) return unknown(gapOf(at, reason), grounds);
  const passed = calendar === undefined ? daysBetween(first, last) : workdaysBetween(first, last, calendar);
  const said = judgeFigure(operatorOf, tests, daysOf(passed, unit), at, scope);
  return said.truth === 'unknown' ? said : { ...said, grounds };
};

const isWithin = (day: number, calendar: Calendar | undefined): boolean =>
  calendar === undefined || (day >= dayNumber(calendar.covers[0]) && day <= dayNumber(calendar.covers[1]));

const truthBetween = (
  operatorOf: OperatorOf,
  unit: Unit,
  { tests, from, calendar }: ElapsedTest,
  value: Value,
  world: World,
): Truth => {
  const [first] = placesOf(from, world);
  if (first === undefined) return OPEN;
  const [start, end] = [Number(first), dayNumber(dateIn(value))];
  if (end < start || !isWithin(start, calendar) || !isWithin(end, calendar)) return OPEN;
  const passed = daysOf(countedIn(start, end, calendar), unit);
  return least(tests.map(test => operatorOf(test).truth(test, passed, world)));
};

const phrase = ({ tests, from }: ElapsedTest, speech: Speech): string => {
  const said = speech.phrases(tests).join(speech.pick('且', ' and '));
  const start = speech.figure(from);
  return speech.pick(speech.glue(`距${start}`, said), `${said} after ${start}`);
};

const COUNTED = both('从第二天数起，到当天为止', 'counted from the next day to the day itself');

const WORKED = both(
  '从第二天数起，到当天为止；周末和节假日不算，调休上班的算，按标准的日历',
  'counted from the next day to the day itself, by the calendar of the standard: no weekends or holidays, but days worked in exchange',
);

const elapsed =
  (unit: Unit) =>
  (operatorOf: OperatorOf): Operator<ElapsedTest> => {
    const within = testsWithin(operatorOf);
    return {
      types: ['date'],
      read: reading => read(reading, unit),
      schema: one => ({
        type: 'object',
        properties: { from: one, is: NUMBER_TESTS },
        required: ['from', 'is'],
        additionalProperties: false,
      }),
      judge: (test, value, at, scope) => judgeBetween(operatorOf, unit, test, value, at, scope),
      phrase,
      verb: 'is',
      remark: () => (unit === 'workday' ? WORKED : COUNTED),
      truth: (test, value, world) => truthBetween(operatorOf, unit, test, value, world),
      mutants: test => [...within.mutants(test), ...withoutCalendar(test)],
      settled: (test, facts) => ({ ...within.settled(test, facts), from: settledIn(facts, test.from) }),
      values: datesFor,
      ...(unit === 'workday' && { other: startWithin }),
    };
  };

/** The start has to lie in the calendar. */
const startWithin = ({ calendar }: ElapsedTest): Test => {
  const [low, high] = calendar?.covers ?? ['', ''];
  const date = (value: string): Operand => ({ kind: 'value', value: { type: 'date', value } });
  return { op: 'between', low: date(low), high: date(high) };
};

/** `days: { from: { fact: accepted }, is: { at_most: 15 } }`: how many days have passed since another date. */
export const daysFrom = elapsed('day');

/** `workdays: { from: { fact: accepted }, is: { at_most: 5 } }`: how many working days. */
export const workdaysFrom = elapsed('workday');
