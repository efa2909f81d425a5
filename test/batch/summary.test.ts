import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDistribution } from '../../src/batch/summary/spread.ts';
import type { CenterRow, Frame, FrameSummary } from '../../src/model/result/summary.ts';
import { summarize } from '../support/batches.ts';

const both = (text: string) => ({ zh: text, en: text });

const rule = (id: string, obligation: 'must' | 'should') => ({
  id,
  clause: ['一'] as const,
  obligation,
  section: 's',
  title: both(id),
});

const FRAME: Frame = {
  id: 'p/township',
  pack: { id: 'p', version: '1.0.0', sha256: '', title: both('标准') },
  level: 'township',
  sections: [{ id: 's', clause: '一', title: both('场所') }],
  rules: [rule('a', 'must'), rule('b', 'should'), rule('c', 'must')],
  facts: [
    { id: 'x', label: both('甲') },
    { id: 'y', label: both('乙') },
  ],
  grades: [
    { id: 'A', label: both('优'), atLeast: '90' },
    { id: 'B', label: both('良'), atLeast: '80' },
    { id: 'C', label: both('差'), atLeast: '0' },
  ],
  total: '100',
  scheme: { id: 'default', sha256: '', title: { zh: '方案', en: 'Scheme' } },
};

const row = (name: string, low: string | undefined, more: Partial<CenterRow> = {}): CenterRow => ({
  frame: FRAME.id,
  center: { name },
  location: { file: `${name}.yaml`, line: 1, column: 1 },
  outcomes: 'ppp',
  ...(low !== undefined && { score: { low, high: '100', grades: ['A'] } }),
  sections: [[low ?? '0', '10', '10']],
  missing: [],
  near: [],
  gate: 'passed',
  ...more,
});

const COUNTS = { documents: 0, audited: 0, rejected: 0, superseded: 0 };

const only = (rows: readonly CenterRow[]): FrameSummary => {
  const [frame] = summarize(rows, [FRAME], '2026-11-20', COUNTS).frames;
  if (frame === undefined) throw new Error('no frame');
  return frame;
};

describe('the ranking', () => {
  it('gives one score one rank, and skips the ranks that are shared', () => {
    const { centers } = only([
      row('甲', '70'),
      row('乙', '90'),
      row('丙', '80.5'),
      row('丁', '80.5'),
      row('戊', undefined),
      row('己', '9'),
    ]);
    expect(centers.map(({ row: { center }, rank, tied }) => [center.name, rank, tied])).toEqual([
      ['甲', 4, false],
      ['乙', 1, false],
      ['丙', 2, true],
      ['丁', 2, true],
      ['戊', undefined, false],
      ['己', 5, false],
    ]);
  });

  it('never puts a centre before one with a higher score', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), scores => {
        const { centers } = only(scores.map((score, index) => row(`${index}`, String(score / 10))));
        for (const [index, { rank }] of centers.entries())
          expect(rank).toBe(1 + scores.filter(other => other > (scores[index] ?? 0)).length);
      }),
    );
  });

  it('is within one pack and level', () => {
    const other = { ...FRAME, id: 'q/village' };
    const rows = [row('甲', '70'), row('乙', '60', { frame: 'q/village' })];
    const { frames } = summarize(rows, [other, FRAME], '2026-11-20', COUNTS);
    expect(frames.map(({ frame, centers }) => [frame.id, centers.map(({ rank }) => rank)])).toEqual([
      ['p/township', [1]],
      ['q/village', [1]],
    ]);
  });
});

describe('what a frame is summed up to', () => {
  const rows = [
    row('甲', '70', { outcomes: 'ffu', missing: [1], gate: 'failed' }),
    row('乙', '88', { outcomes: 'pfF', missing: [0, 1], gate: 'undecided' }),
    row('丙', '95', { outcomes: 'pnu', score: { low: '95', high: '100', grades: ['A'] } }),
    row('丁', '78', { outcomes: 'ppp', score: { low: '78', high: '100', grades: ['A', 'B', 'C'] } }),
  ];
  const summary = only(rows);

  it('puts the most failed rules first, and counts what is waived', () => {
    expect(
      summary.rules.map(({ rule: number, counts, waived }) => [
        FRAME.rules[number]?.id,
        counts.fail,
        counts.unknown,
        waived,
      ]),
    ).toEqual([
      ['b', 2, 0, 0],
      ['c', 1, 2, 1],
      ['a', 1, 0, 0],
    ]);
  });

  it('names the failures of must that are not waived, and what lacks to the next grade where that is little', () => {
    expect(summary.centers.map(({ mustFailures, nextGrade }) => [mustFailures, nextGrade])).toEqual([
      [[0], undefined],
      [[], { grade: 'A', gap: '2' }],
      [[], undefined],
      [[], { grade: 'B', gap: '2' }],
    ]);
  });

  it('counts the gate, the grades and what is missing', () => {
    expect(summary.gate).toEqual({ passed: 2, failed: 1, undecided: 1 });
    expect(summary.grades).toEqual([
      { grades: ['A'], count: 3 },
      { grades: ['A', 'B', 'C'], count: 1 },
    ]);
    expect(summary.missing).toEqual([
      { fact: 1, count: 2 },
      { fact: 0, count: 1 },
    ]);
  });

  it('spreads scores and the shares of sections, cut and never rounded up', () => {
    expect(summary.score?.low).toEqual({
      count: 4,
      mean: '82.75',
      least: '70',
      quarter: '76',
      middle: '83',
      threeQuarters: '89.75',
      most: '95',
    });
    expect(only([row('甲', '2'), row('乙', '1'), row('丙', '2')]).score?.low.mean).toBe('1.66');
    expect(only([row('甲', '1', { sections: [['2', '3', '3']] })]).sections).toMatchObject([
      { low: { mean: '66.6' }, high: { mean: '100' } },
    ]);
    expect(only([row('甲', '1', { sections: [['0', '0', '0']] })]).sections).toEqual([{ section: 's' }]);
  });
});

describe('a distribution', () => {
  it('has the values that sorting would find', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), values => {
        const distribution = makeDistribution();
        for (const value of values) distribution.add(String(value / 2));
        const sorted = values.map(value => value / 2).sort((a, b) => a - b);
        const spread = distribution.spread();
        expect(Number(spread?.least)).toBe(sorted[0]);
        expect(Number(spread?.most)).toBe(sorted.at(-1));
        const [low = 0, high = 0] = [Math.ceil, Math.floor].map(round => sorted[round((sorted.length - 1) / 2)]);
        expect(Number(spread?.middle)).toBe((low + high) / 2);
      }),
    );
  });
});
