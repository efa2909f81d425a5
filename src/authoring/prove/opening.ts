import { nearDecimal } from '../../model/base/exact.ts';
import { hoursText, minutesOf } from '../../model/base/times/hours.ts';
import { inFirstUnit, inUnit } from '../../model/base/unit.ts';
import type { HoursValue, ScalarValue } from '../../model/base/value.ts';

const DAY = 1440;

const minutes = (value: ScalarValue): number => {
  if (value.type === 'time') return minutesOf(value.value);
  if (value.type !== 'quantity') return 0;
  return Math.floor(Number(nearDecimal(inUnit(inFirstUnit(value.amount, value.unit), 'min'))));
};

/** With a break at noon that makes up what is too long, on the first days of the week. */
const opening = (from: number, to: number, length: number, days: number): readonly string[] => {
  const pause = to - from - length;
  if (pause < 0 || length <= 0 || days < 1 || days > 7 || to > DAY) return [];
  const first = from + Math.ceil(length / 2);
  const stretches =
    pause === 0
      ? [{ from, to }]
      : [
          { from, to: first },
          { from: first + pause, to },
        ];
  return [hoursText([{ days: Array.from({ length: days }, (_, day) => day + 1), stretches }])];
};

/** Opening hours for which each operator's figures come to every one of those given, together. */
export const hoursFor = (
  asked: readonly (readonly [op: string, figures: readonly ScalarValue[]])[],
): readonly HoursValue[] => {
  const of = (op: string): readonly number[] =>
    asked.flatMap(([name, figures]) => (name === op ? figures.map(minutes) : []));
  const [opens, closes, daily, weekly, open] = ['opens', 'closes', 'daily', 'weekly', 'open_days'].map(of);
  if ([opens, closes, daily, weekly, open].every(figures => !figures?.length)) return [];
  const daysOpen = open?.length ? open.map(figure => Math.floor(figure / DAY)) : [5, 7, 6];
  const shared = (week: number) => daysOpen.flatMap(days => [Math.ceil(week / days), Math.floor(week / days)]);
  const lengths = [...new Set([...(daily ?? []), ...(weekly ?? []).flatMap(shared)])];
  return daysOpen.flatMap(days =>
    (lengths.length ? lengths : [420]).flatMap(length =>
      (opens?.length ? opens : [510]).flatMap(from =>
        (closes?.length ? closes : [from + length, from + length + 120]).flatMap(to =>
          opening(from, to, length, days).map((value): HoursValue => ({ type: 'hours', value })),
        ),
      ),
    ),
  );
};
