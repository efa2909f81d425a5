import { describe, expect, it } from 'vitest';
import { madeOf } from '../support/made-of.ts';

const COUNTY = ['县区', '罗山县'] as const;

/** What a form of one answer declares of it, and what is said of the answer. */
const answered = async (label: string, answer: string | number): Promise<string> => {
  const { centers, rest } = await madeOf([COUNTY, [label, answer]]);
  const { 'center.county': _, ...facts } = centers[0] ?? {};
  return [...Object.values(facts), ...rest].join(' · ');
};

describe('a sign before each of several words', () => {
  it.each([...'☑☒√✓✔■●▣◼⬛◉⦿'])('%s ticks it', async sign => {
    expect(await answered('敞开式办公', `${sign}是 □否`)).toBe('true');
    expect(await answered('敞开式办公', `□是 ${sign}否`)).toBe('false');
    expect(await answered('功能区域', `${sign}等候区 □自助服务区`)).toBe('waiting');
  });

  it.each([...'□☐○◯◻⬜×✗✘'])('%s leaves it', async sign => {
    expect(await answered('敞开式办公', `${sign}是 ☑否`)).toBe('false');
    expect(await answered('敞开式办公', `${sign}是 □否`)).toBe('');
    expect(await answered('功能区域', `☑等候区 ${sign}自助服务区`)).toBe('waiting');
  });
});

describe('a sign alone', () => {
  it.each([...'☑√✓✔■●'])('%s is a yes', async sign => expect(await answered('敞开式办公', sign)).toBe('true'));

  it.each([...'□☐○×✗✘'])('%s is a no', async sign => expect(await answered('敞开式办公', sign)).toBe('false'));

  it.each([...'☒▣◼⬛◉⦿◯◻⬜'])('%s is neither for sure', async sign => {
    expect(await answered('敞开式办公', sign)).toBe(`unreadable · unreadable-value B2 ${sign}`);
  });
});

describe('signs behind words and between them', () => {
  it.each([
    ['是√ 否', 'true'],
    ['是 否√', 'false'],
    ['是 √否', 'false'],
    ['是√ 否□', 'true'],
    ['是（√） 否（ ）', 'true'],
    ['是（ ） 否（√）', 'false'],
    ['[x]是 [ ]否', 'true'],
    ['☑\ufe0f是 □否', 'true'],
    ['是□ 否□', ''],
    ['□是 □否 P', 'unreadable · unreadable-value B2 □是 □否 P'],
    ['☑是 □否，计划明年启用', 'unreadable · unreadable-value B2 ☑是 □否，计划明年启用'],
    ['☑是 ☑否', 'unreadable · unreadable-value B2 是、否'],
  ])('%s', async (answer, read) => {
    expect(await answered('敞开式办公', answer)).toBe(read);
  });
});

describe('a bare number where a day is asked', () => {
  it.each([
    [19_999, 'unreadable · unreadable-value B2 19999 day-number'],
    [20_000, '1954-10-03 · day-from-number B2 20000 1954-10-03'],
    [59_999, '2064-04-07 · day-from-number B2 59999 2064-04-07'],
    [60_000, 'unreadable · unreadable-value B2 60000 day-number'],
    [44_515.5, 'unreadable · unreadable-value B2 44515.5 day-number'],
  ])('%s', async (number, read) => {
    expect(await answered('申报日期', number)).toBe(read);
  });
});

describe('a number under a heading that says %', () => {
  it.each([
    [98.5, '98.5%'],
    [2, '2%'],
    [1, 'unreadable · unreadable-value B2 1 no-percent-sign'],
    [0.985, 'unreadable · unreadable-value B2 0.985 no-percent-sign'],
    ['.5', 'unreadable · unreadable-value B2 .5'],
    ['1.0', 'unreadable · unreadable-value B2 1.0 no-percent-sign'],
    ['1.5', '1.5%'],
    ['10', '10%'],
  ])('%s', async (number, read) => {
    expect(await answered('好差评覆盖率（%）', number)).toBe(read);
  });
});
