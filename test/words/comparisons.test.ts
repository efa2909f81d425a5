import { describe, expect, it } from 'vitest';
import { waitingIn } from '../../src/model/scoring/bar.ts';
import type { Comparison, ItemResult } from '../../src/model/scoring/points.ts';
import { averageText, betweenText, comparisonText, waitingText } from '../../src/words/scoring/comparisons.ts';

const compared = (rule: object, more: Partial<Comparison> = {}): Comparison => ({
  rule: { wanted: 'highest', ...rule } as Comparison['rule'],
  points: '5',
  figure: '60',
  centres: [12, 12],
  places: [3, 3],
  ...more,
});

const UNIT = { zh: '件', en: 'cases' };
const WINDOW = { subject: { zh: '窗口', en: 'window' } };

describe('a figure held against others', () => {
  it.each([
    [undefined, {}, '待与其他中心比较后定', 'once compared with the other centres'],
    [undefined, WINDOW, '待与其他窗口比较后定', 'once compared with the other windows'],
    [compared({ kind: 'quantile' }), {}, '在 12 个中心中第 3 位，3 ÷ 12 = 25%', 'place 3 of 12 centres, 3 ÷ 12 = 25%'],
    [
      compared({ kind: 'quantile' }, { places: [1, 1], centres: [3, 3] }),
      WINDOW,
      '在 3 个窗口中第 1 位，1 ÷ 3 ≈ 33.33%',
      'place 1 of 3 windows, 1 ÷ 3 ≈ 33.33%',
    ],
    // 名次或家数还没定，占比就不写
    [compared({ kind: 'quantile' }, { places: [2, 4] }), {}, '在 12 个中心中第 2—4 位', 'place 2—4 of 12 centres'],
    [compared({ kind: 'quantile' }, { centres: [10, 12] }), {}, '在 10—12 个中心中第 3 位', 'place 3 of 10—12 centres'],
    [compared({ kind: 'rank' }), {}, '在 12 个中心中第 3 位', 'place 3 of 12 centres'],
    [
      compared({ kind: 'best' }, { best: '80', unit: UNIT }),
      {},
      '60件 ÷ 12 个中心中最高的 80件 × 5 分',
      '60 cases ÷ the highest of 12 centres, 80 cases, × 5',
    ],
    [
      compared({ kind: 'best', wanted: 'lowest' }, { best: '40', unit: { zh: '%', en: '%' } }),
      WINDOW,
      '12 个窗口中最低的 40% ÷ 60% × 5 分',
      'the lowest of 12 windows, 40%, ÷ 60% × 5',
    ],
    [
      compared({ kind: 'best' }, { figure: null, centres: [2, 3] }),
      {},
      '? ÷ 2—3 个中心中最高的 ? × 5 分',
      '? ÷ the highest of 2—3 centres, ?, × 5',
    ],
  ] as const)('%# is put in words', (comparison, of, zh, en) => {
    expect(comparisonText(comparison, of)).toEqual({ zh, en });
  });

  it.each([
    [[0, 0], '别的中心也都没有，平均分无从计算', 'no other centre has points to average'],
    [[0, 2], '按其他 0—2 个中心的平均分计', 'the average of 0—2 other centres'],
    [[3, 3], '按其他 3 个中心的平均分计', 'the average of 3 other centres'],
  ] as const)('of %j others is their average', (centres, zh, en) => {
    expect(averageText(centres)).toEqual({ zh, en });
  });

  it('is one number, or two', () => {
    expect([betweenText([3, 3]), betweenText([3, 5])]).toEqual(['3', '3—5']);
  });
});

describe('rows that wait for the others', () => {
  const row = (low: string, high: string, pending?: string): ItemResult =>
    ({ low: { points: low }, high: { points: high }, ...(pending && { pending }) }) as unknown as ItemResult;

  it('are those that are open for want of them', () => {
    expect(waitingIn({ items: [row('0', '5', 'place'), row('5', '5', 'place'), row('0', '5')] })).toBe(1);
  });

  it.each([
    [
      1,
      {},
      '1 row is compared with the other centres: alone they are ranges, duibiao batch over all centres settles them',
    ],
    [
      2,
      WINDOW,
      '2 rows are compared with the other windows: alone they are ranges, duibiao batch over all windows settles them',
    ],
  ] as const)('%i of them', (waiting, of, en) => {
    expect(waitingText(waiting, of).en).toBe(en);
  });
});
