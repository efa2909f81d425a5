import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareResults } from '../../src/change/center.ts';
import { deltaOf } from '../../src/change/points.ts';
import { decimalOf, exact, minus, plus, sumExact } from '../../src/model/base/exact.ts';
import { OUTCOMES } from '../../src/model/finding/finding.ts';
import type { KeptResult } from '../../src/model/result/kept.ts';
import { finding, result } from '../support/kept.ts';

const amount = fc.integer({ min: 0, max: 400 }).map(cents => String(cents / 100));

const centre = fc
  .array(fc.record({ outcome: fc.constantFrom(...OUTCOMES), waived: fc.boolean() }), { maxLength: 12 })
  .map(made => result(made.map((one, index) => finding({ ...one, rule: `r${index}` }))));

it('the points of the changes that are listed make the older points the newer ones', () => {
  fc.assert(
    fc.property(centre, centre, fc.boolean(), (from, to, amended) => {
      const pack = amended ? { ...to.pack, sha256: 'd'.repeat(64) } : to.pack;
      const { rules, reconciliation } = compareResults(from, { ...to, pack });
      const changes = decimalOf(sumExact(rules.map(({ points }) => deltaOf(points))));
      const moved = decimalOf(minus(exact(to.score?.points?.low ?? '0'), exact(from.score?.points?.low ?? '0')));
      expect(changes).toBe(moved);
      expect(reconciliation?.rest).toBe('0');
      expect(decimalOf(minus(exact(reconciliation?.gained ?? ''), exact(reconciliation?.lost ?? '')))).toBe(moved);
    }),
    { numRuns: 300 },
  );
});

const table = fc
  .array(fc.record({ low: amount, high: amount, max: amount }), { maxLength: 8 })
  .chain(rows => fc.record({ rows: fc.constant(rows), total: amount }))
  .map(
    ({ rows, total }): KeptResult =>
      result([], {
        scorecard: {
          points: { low: total, high: total, max: '100' },
          rows: rows.map((row, index) => ({ ...row, id: `row${index}`, title: { zh: '', en: '' } })),
        },
      }),
  );

it('of a scorecard the rows and what its caps do besides make the older points the newer ones', () => {
  fc.assert(
    fc.property(table, table, (from, to) => {
      const { reconciliation } = compareResults(from, to);
      if (reconciliation === undefined) throw new Error('one scheme, one pack');
      const { points, gained, lost, rest } = reconciliation;
      expect(decimalOf(plus(minus(plus(exact(points.from.low), exact(gained)), exact(lost)), exact(rest)))).toBe(
        points.to.low,
      );
    }),
    { numRuns: 200 },
  );
});
