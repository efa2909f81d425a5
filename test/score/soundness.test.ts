import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareExact, decimalOf, exact } from '../../src/model/base/exact.ts';
import type { ScorecardResult } from '../../src/model/scoring/points.ts';
import { totalWith } from '../../src/score/plan/units.ts';
import { scoreFromScorecard } from '../../src/score/scorecard/score.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';
import { runs } from '../support/hunt.ts';
import { foundOf, resultOf, scorecardOf } from '../support/scorecard.ts';
import { declared, filling, hide, table } from './drawn.ts';
import { ROW_VOCABULARY } from './rows.ts';

const inside = (inner: ScorecardResult, outer: ScorecardResult): boolean =>
  compareExact(exact(outer.low.points), exact(inner.low.points)) <= 0 &&
  compareExact(exact(inner.high.points), exact(outer.high.points)) <= 0;

/** Three by each table: to read one takes more than to score a centre by it. */
const centres = fc.array(fc.tuple(declared, fc.func(fc.boolean())), { minLength: 3, maxLength: 3 });

describe('the range of a score', () => {
  it('holds every score that any completion of the missing facts gives, and its grade', () => {
    fc.assert(
      fc.property(table, centres, (text, declarations) => {
        const drawn = scorecardOf(text, ROW_VOCABULARY);
        for (const [full, hidden] of declarations) {
          const partial = hide(full, key => hidden(key));
          const known = resultOf(drawn, ROW_VOCABULARY, filling(full));
          if (scoreFromScorecard(known) === undefined) continue;
          const open = resultOf(drawn, ROW_VOCABULARY, filling(partial));
          const grades = open.grade.candidates.map(({ id }) => id);
          expect(inside(known, open)).toBe(true);
          expect(grades).toEqual(expect.arrayContaining(known.grade.candidates.map(({ id }) => id)));
        }
      }),
      { numRuns: runs(14) },
    );
  }, 3_600_000);

  it('ends where it does as long as every row stays where it is', () => {
    fc.assert(
      fc.property(table, declared, (text, full) => {
        const found = foundOf(scorecardOf(text, ROW_VOCABULARY), ROW_VOCABULARY, filling(full));
        const { low, high } = weighScorecard(found);
        for (const account of [low, high].filter(({ vetoed }) => vetoed === undefined))
          expect(decimalOf(totalWith(found, account, new Map()))).toBe(account.points);
      }),
      { numRuns: runs(40) },
    );
  });
});
