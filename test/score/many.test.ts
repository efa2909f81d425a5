import { describe, expect, it } from 'vitest';
import type { ItemResult, TableResult } from '../../src/model/points.ts';
import { afterRepeats, badRunning, repeatLosses, repeats } from '../../src/score/history.ts';
import { among, average, percentOf, rank, ratioToBest, sum, weighted } from '../../src/score/many.ts';
import { resultOf, tableOf } from '../support/table.ts';
import { ROW_VOCABULARY, ROWS } from './rows.ts';

const settled = (id: string, score: string) => ({ id, low: score, high: score });
const RULES = { places: 2, rounding: 'half_up' } as const;

describe('over many centres', () => {
  it('gives those with one score one place, and leaves the next out', () => {
    const ranked = rank([settled('甲', '90'), settled('乙', '85'), settled('丙', '90'), settled('丁', '80')]);
    expect(ranked.map(({ id, best, worst }) => [id, best, worst])).toEqual([
      ['甲', 1, 1],
      ['乙', 3, 3],
      ['丙', 1, 1],
      ['丁', 4, 4],
    ]);
  });

  it('gives a place from–to while scores are open', () => {
    const ranked = rank([{ id: '甲', low: '70', high: '95' }, settled('乙', '85'), settled('丙', '60')]);
    expect(ranked.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ]);
    expect(among(ranked, 2, 'first')).toEqual(['甲', '乙']);
    expect(among(ranked, 1, 'first')).toEqual([]);
    expect(among(ranked, 1, 'last')).toEqual(['丙']);
  });

  it('averages, adds, weighs and compares with the best, as by hand', () => {
    const scores = [settled('甲', '90'), { id: '乙', low: '80', high: '85' }];
    expect(average(scores, RULES)).toEqual({ low: '85', high: '87.5' }); // (90 + 80) ÷ 2；(90 + 85) ÷ 2
    expect(average([], RULES)).toBeUndefined();
    expect(sum(scores)).toEqual({ low: '170', high: '175' });
    expect(ratioToBest([settled('甲', '60'), settled('乙', '45')], '20', RULES)).toEqual([
      settled('甲', '20'),
      settled('乙', '15'),
    ]);
    expect(ratioToBest([settled('甲', '0')], '20', RULES)).toEqual([settled('甲', '0')]);
    const parts = [
      { low: '90', high: '90', percent: '20' },
      { low: '71.5', high: '75', percent: '80' },
    ];
    expect(weighted(parts, RULES)).toEqual({ low: '75.2', high: '78' }); // 18 + 57.2；18 + 60
    expect(percentOf(3, 12)).toEqual({ n: 25n, d: 1n });
  });
});

const TABLE = tableOf(
  `kind: table
id: sample
title: { zh: 样表, en: Sample }
total: 11
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 11, items: [
      { id: area, clause: 一, title: { zh: 面积, en: Area }, ${ROWS.area} },
      { id: tidy, clause: 二, title: { zh: 整洁, en: Tidy }, ${ROWS.tidy} },
      { id: rude, clause: 三, title: { zh: 态度, en: Manner }, ${ROWS.rude} } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 8 }, { id: B, label: { zh: 差, en: Poor } }]
`,
  ROW_VOCABULARY,
);

const year = (area: string, tidy: string, rude: number | undefined): TableResult =>
  resultOf(TABLE, ROW_VOCABULARY, {
    profile: `大厅面积: ${area}\n环境整洁: ${tidy}`,
    ...(rude !== undefined && { entries: { rude } }),
  });

describe('over several rounds of one centre', () => {
  // 面积每差 10 平方米 0.5；整洁 2；态度每人次 0.5
  const rounds = [year('180', '否', 0), year('190', '否', 2), year('190', '是', 1)];

  it('finds what is lost again', () => {
    expect(repeats(rounds)).toEqual([
      { item: 'area', rounds: 3, open: false },
      { item: 'rude', rounds: 2, open: false },
    ]);
  });

  it('says that a row may be lost again while it is open', () => {
    expect(repeats([year('200', '是', 1), year('200', '是', undefined)])).toEqual([]);
    expect(repeats([year('200', '是', undefined), year('200', '是', 1)])).toEqual([
      { item: 'rude', rounds: 1, open: true },
    ]);
  });

  it('doubles what is lost again', () => {
    // 今年 11 − 0.5 − 0.5 = 10，两项都是再犯，各再扣 0.5
    expect(repeatLosses(rounds, '2')).toEqual([
      { item: 'area', least: '0.5', most: '0.5' },
      { item: 'rude', least: '0.5', most: '0.5' },
    ]);
    expect(afterRepeats(rounds, '2')).toEqual({ low: '9', high: '9' });
    expect(afterRepeats([], '2')).toBeUndefined();
  });

  it('counts bad years running', () => {
    const bad = year('5', '否', 4);
    const open = year('180', '否', undefined);
    expect(bad.grade.candidates.map(({ id }) => id)).toEqual(['B']);
    expect(badRunning([bad, bad], ['B'], 2)).toBe('met');
    expect(badRunning([bad, rounds[0] ?? bad], ['B'], 2)).toBe('unmet');
    expect(badRunning([bad], ['B'], 2)).toBe('unmet');
    expect(open.grade.candidates.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(badRunning([bad, open], ['B'], 2)).toBe('unknown');
  });

  it('does not take a row that is not in the table for a loss', () => {
    const left: ItemResult = { ...(rounds[0]?.items[0] as ItemResult) };
    const excluded = { ...left.low, excluded: true, points: '0' };
    const round = { ...(rounds[0] as TableResult), items: [{ ...left, low: excluded, high: excluded }] };
    expect(repeats([round, round])).toEqual([]);
    expect(repeatLosses([round, round], '2')).toEqual([]);
  });
});
