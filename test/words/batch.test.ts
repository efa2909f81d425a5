import { describe, expect, it } from 'vitest';
import type { FrameSummary, Spread } from '../../src/model/result/summary.ts';
import { frameText } from '../../src/words/batch.ts';

const spread = (least: string, middle: string, most: string, mean: string): Spread => ({
  count: 2,
  ...{ least, quarter: least, middle, threeQuarters: most, most, mean },
});

const SUMMARY = {
  frame: { id: 'q/township', pack: { title: { zh: '办法', en: 'Rules' } } },
  count: 2,
  gate: { passed: 0, failed: 0, undecided: 2 },
} as unknown as FrameSummary;

const said = (low: Spread, high: Spread) => frameText({ ...SUMMARY, score: { low, high } });

describe('what the centres of a standard come to', () => {
  it('is from what is settled to what it may come to', () => {
    const { zh, en } = said(spread('0', '0.8', '0.8', '0.53'), spread('99.1', '100', '100', '99.7'));
    expect(zh).toContain('平均 0.53—99.7 分（最低 0—99.1，中位 0.8—100，最高 0.8—100）');
    expect(en).toContain('mean score 0.53—99.7 (lowest 0—99.1, median 0.8—100, highest 0.8—100)');
  });

  it('is one figure where nothing is open', () => {
    const settled = spread('70', '80', '90', '80');
    expect(said(settled, settled).zh).toContain('平均 80 分（最低 70，中位 80，最高 90）');
  });
});
