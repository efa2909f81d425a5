import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExact, exact } from '../../src/model/base/exact.ts';
import type { TableResult } from '../../src/model/scoring/points.ts';
import { scoreFromTable } from '../../src/score/scorecard/score.ts';
import { resultOf, tableOf } from '../support/table.ts';
import { declared, filling, hide, table } from './drawn.ts';
import { ROW_VOCABULARY } from './rows.ts';

const inside = (inner: TableResult, outer: TableResult): boolean =>
  compareExact(exact(outer.low.points), exact(inner.low.points)) <= 0 &&
  compareExact(exact(inner.high.points), exact(outer.high.points)) <= 0;

const RUNS = Number(process.env.RUNS ?? 300);

describe('the range of a score', () => {
  it('holds every score that any completion of the missing facts gives, and its grade', () => {
    fc.assert(
      fc.property(table, declared, fc.func(fc.boolean()), (text, full, hidden) => {
        const drawn = tableOf(text, ROW_VOCABULARY);
        const partial = hide(full, key => hidden(key));
        const known = resultOf(drawn, ROW_VOCABULARY, filling(full));
        const open = resultOf(drawn, ROW_VOCABULARY, filling(partial));
        fc.pre(scoreFromTable(known) !== undefined);
        const grades = open.grade.candidates.map(({ id }) => id);
        expect(inside(known, open)).toBe(true);
        expect(grades).toEqual(expect.arrayContaining(known.grade.candidates.map(({ id }) => id)));
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});
