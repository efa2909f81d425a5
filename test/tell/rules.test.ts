import { describe, expect, it } from 'vitest';
import { type Part, partsOf } from '../../src/tell/summary/part.ts';
import {
  appliesTo,
  mostFailed,
  namesText,
  rulesColumns,
  rulesList,
  rulesOf,
  shareOf,
} from '../../src/tell/summary/rules.ts';
import { sampleSummary } from '../support/batches.ts';
import { firstOf } from '../support/first.ts';

const partOf = (centres: number): Part => firstOf(partsOf(sampleSummary(centres), 'zh'));

describe('a share', () => {
  it.each([
    [0, 0, undefined],
    [0, 3, 0],
    [1, 3, 0.33],
    [2, 3, 0.66],
    [3, 3, 1],
  ])('%i of %i is %d, cut', (part, whole, share) => expect(shareOf(part, whole)).toBe(share));
});

it.each([
  [[], 0, '', ''],
  [[], 2, '', ''],
  [['甲', '乙'], 2, '甲、乙', '甲, 乙'],
  [['甲', '乙'], 5, '甲、乙等 5 个', '甲, 乙 and 3 more'],
])('%j of %i centres are named', (names, count, zh, en) => {
  expect([namesText(names, count, 'zh'), namesText(names, count, 'en')]).toEqual([zh, en]);
});

describe('the rules of a batch', () => {
  const part = partOf(24);
  const rules = rulesOf(part);

  it('stand by number, each with the centres to which it applies and the first that fail it', () => {
    expect(rules.map(({ number }) => number)).toEqual(rules.map((_, at) => at + 1));
    for (const failed of rules) {
      const letters = part.centers.map(({ row }) => row.outcomes[failed.tally.rule]);
      expect(appliesTo(failed)).toBe(letters.filter(letter => letter !== 'n').length);
      const failing = part.centers.filter((_, at) => letters[at] === 'f').map(({ row }) => row.center.name);
      expect(failed.names()).toEqual(failing.slice(0, 5));
    }
    expect(Math.max(...rules.map(({ tally }) => tally.counts.fail))).toBeGreaterThan(5);
  });

  it('count a waived failure among the names', () => {
    const { tally } = firstOf(rules);
    const centers = part.centers.map(center => ({
      ...center,
      row: { ...center.row, outcomes: center.row.outcomes.toUpperCase() },
    }));
    const waived = rulesOf({ ...part, centers }).find(one => one.tally.rule === tally.rule);
    expect(waived?.names()).toEqual(firstOf(rules).names());
  });

  it('are drawn as a bar of those to which they apply', () => {
    const drawing = rulesColumns('zh', false).find(({ key }) => key === 'drawing');
    const { tally, ...rest } = firstOf(rules);
    const counts = { pass: 2, fail: 1, unknown: 1, 'not-applicable': 9 };
    expect(drawing?.cell?.({ ...rest, tally: { ...tally, counts } })).toEqual({
      bar: [
        { part: 'lost', from: '0', to: '100' },
        { part: 'failed', from: '0', to: '25' },
        { part: 'open', from: '25', to: '50' },
      ],
    });
  });

  it.each([
    [1, 0],
    [2, 1],
  ])('of %i standards have %i columns for them', (parts, more) => {
    const alone = rulesList([part], 'zh').columns.length;
    expect(
      rulesList(
        Array.from({ length: parts }, () => part),
        'zh',
      ).columns,
    ).toHaveLength(alone + more);
  });

  it('are a chapter where one is failed, of those that are', () => {
    const [table] = mostFailed(part)?.blocks ?? [];
    const failed = rules.filter(({ tally }) => tally.counts.fail > 0);
    expect(table?.kind === 'table' && table.rows.length).toBe(failed.length);
    expect(failed.length).toBeLessThan(rules.length);
    const none = part.summary.rules.map(tally => ({ ...tally, counts: { ...tally.counts, fail: 0 } }));
    expect(mostFailed({ ...part, summary: { ...part.summary, rules: none } })).toBeUndefined();
  });
});
