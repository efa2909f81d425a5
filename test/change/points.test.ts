import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { deltaOf } from '../../src/change/center.ts';
import { decimalOf, exact, minus, plus, sumExact } from '../../src/model/base/exact.ts';
import { OUTCOMES } from '../../src/model/finding/finding.ts';
import type { Kept } from '../../src/model/result/kept.ts';
import { runs } from '../support/hunt.ts';
import { compared, finding, result } from '../support/kept.ts';
import { PLAIN } from '../support/sample.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

const centre = fc
  .array(fc.record({ outcome: fc.constantFrom(...OUTCOMES), waived: fc.boolean() }), { maxLength: 12 })
  .map(made => result(made.map((one, index) => finding({ ...one, rule: `r${index}` }))));

it('the points of the changes that are listed make the older points the newer ones', () => {
  fc.assert(
    fc.property(centre, centre, fc.boolean(), (from, to, amended) => {
      const { pack } = to.audit;
      const audit = { ...to.audit, pack: amended ? { ...pack, sha256: 'd'.repeat(64) } : pack };
      const { rules, reconciliation } = compared(from, { ...to, audit });
      const changes = decimalOf(sumExact(rules.map(({ points }) => deltaOf(points))));
      const moved = decimalOf(
        minus(exact(to.audit.score?.points.low ?? '0'), exact(from.audit.score?.points.low ?? '0')),
      );
      expect(changes).toBe(moved);
      expect(reconciliation?.rest).toBe('0');
      expect(decimalOf(minus(exact(reconciliation?.gained ?? ''), exact(reconciliation?.lost ?? '')))).toBe(moved);
    }),
    { numRuns: runs(100) },
  );
});

const scorecards = WORKED.map(name =>
  workedAudits(name).map(([, audit]): Kept => ({ audit, tool: PLAIN.tool, at: { file: '', line: 1, column: 1 } })),
);

const pair = fc
  .constantFrom(...scorecards)
  .chain(cases => fc.tuple(fc.constantFrom(...cases), fc.constantFrom(...cases)));

it('of a scorecard the rows and what its caps do besides make the older points the newer ones', () => {
  fc.assert(
    fc.property(pair, ([from, to]) => {
      const { reconciliation } = compared(from, to);
      if (reconciliation === undefined) throw new Error('one scheme, one pack');
      const { points, gained, lost, rest } = reconciliation;
      expect(decimalOf(plus(minus(plus(exact(points.from.low), exact(gained)), exact(lost)), exact(rest)))).toBe(
        points.to.low,
      );
    }),
    { numRuns: runs(80) },
  );
});
