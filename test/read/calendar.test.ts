import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/model/base/day.ts';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { readCalendar } from '../../src/read/calendar.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { succeed } from '../support/inline.ts';

const read = (text: string): { readonly calendar: Calendar | undefined; readonly said: readonly string[] } => {
  const problems: Problem[] = [];
  const calendar = readCalendar({ problems }, succeed(readYaml('c.yaml', text)));
  return { calendar, said: problems.map(one => `${formatLocation(one.location)} ${problemText(one, 'zh')}`) };
};

const REFUSED = '应为：2024-02-10 | 2024-02-10..2024-02-17';

// A text of days, and the days that it stands for; none where it is refused.
const DAYS: readonly (readonly [text: string, days: readonly string[]])[] = [
  ['2024-02-28', ['2024-02-28']],
  ['2024-02-28..2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
  ['2023-12-31 .. 2024-01-01', ['2023-12-31', '2024-01-01']],
  ['2024-02-28至2024-02-29', ['2024-02-28', '2024-02-29']],
  ['2024-02-28 到 2024-02-29', ['2024-02-28', '2024-02-29']],
  ['2024-02-28..2024-02-28', ['2024-02-28']],
  ['2024-02-29..2024-02-28', []],
  ['2023-02-29', []],
  ['2024-02-29..2024-02-30', []],
  ['2024-02-30..2024-03-02', []],
  ['2024-13-01', []],
  ['2024-2-1', []],
  ['2024-02-28.2024-02-29', []],
  ['x2024-02-28', []],
  ['2024-02-28起', []],
  ['春节', []],
  ['""', []],
  ['[]', []],
  ['{ from: 2024-02-28 }', []],
];

describe('the days of a calendar', () => {
  const covers = 'covers: 2024-01-01..2024-12-31';

  it.each(DAYS)('%s', (text, days) => {
    for (const key of ['holidays', 'workdays'] as const) {
      const { calendar, said } = read(`{ ${covers}, ${key}: [${text}] }`);
      expect(calendar?.[key]).toEqual(days);
      expect(said).toEqual(days.length > 0 ? [] : [expect.stringContaining(REFUSED)]);
      for (const line of said) expect(line).toContain(`“calendar.${key}”`);
    }
    const { calendar, said } = read(`{ covers: ${text} }`);
    const range = days.length > 0 ? { covers: [days[0], days.at(-1)], holidays: [], workdays: [] } : undefined;
    expect(calendar).toEqual(range);
    expect(said).toHaveLength(range === undefined ? 1 : 0);
  });

  it('are as many as somebody has off, not without end', () => {
    const holidays = (range: string) => read(`{ ${covers}, holidays: ${range} }`);
    expect(holidays('2024-01-01..2025-02-03').calendar?.holidays).toHaveLength(400);
    for (const range of ['2024-01-01..2025-02-04', '0001-01-01..9999-12-31'])
      expect(holidays(range).said).toEqual([expect.stringContaining(REFUSED)]);
  });

  it('may be one or several, and one that is refused leaves the others', () => {
    const { calendar, said } = read(`{ ${covers}, holidays: [2024-01-01, 2024-02-30, 2024-05-01..2024-05-02] }`);
    expect(calendar?.holidays).toEqual(['2024-01-01', '2024-05-01', '2024-05-02']);
    expect(said).toEqual([`c.yaml:1:58 “calendar.holidays”写的是“2024-02-30”，${REFUSED}`]);
    expect(read(`{ ${covers}, workdays: 2024-02-04 }`).calendar?.workdays).toEqual(['2024-02-04']);
  });
});

describe('a calendar', () => {
  it.each([
    ['周末', ['c.yaml:1:1 “calendar”写的是“周末”，应为：{ covers, holidays, workdays }']],
    ['{ holidays: 2024-01-01 }', ['c.yaml:1:1 缺少“calendar.covers”，必须写']],
    ['{ covers: 2024-01-01, workdayz: [] }', ['c.yaml:1:23 不认识的关键字“workdayz”；是不是想写“workdays”？']],
    ['{ covers: [] }', ['c.yaml:1:11 缺少“calendar.covers”，必须写']],
    [
      '{ covers: [2026-12-31, 2026-01-01] }',
      ['c.yaml:1:11 范围 2026-12-31～2026-01-01 是空的：后一个比前一个小，请核对'],
    ],
    ['{ covers: [2026-12-31, 2025-02-29] }', [`c.yaml:1:24 “calendar.covers”写的是“2025-02-29”，${REFUSED}`]],
  ])('%s is refused at its place', (text, expected) => {
    expect(read(text).said).toEqual(expected);
  });

  it.each([
    ['2026-01-01..2028-12-31', ['2026-01-01', '2028-12-31']],
    ['[2026-01-01, 2026-12-31]', ['2026-01-01', '2026-12-31']],
    ['[2026-01-01..2026-12-31, 2027-01-01..2027-12-31]', ['2026-01-01', '2027-12-31']],
    ['[2026-05-01, 2026-05-01]', ['2026-05-01', '2026-05-01']],
  ])('covers all of %s, however many years', (covers, range) => {
    expect(read(`{ covers: ${covers} }`)).toEqual({
      calendar: { covers: range, holidays: [], workdays: [] },
      said: [],
    });
  });
});
