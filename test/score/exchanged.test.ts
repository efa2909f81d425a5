import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding/finding.ts';
import type { Scheme } from '../../src/model/scoring/score.ts';
import { exchanged, scoreFindings, totalOf } from '../../src/score/score.ts';

const points = fc.integer({ min: 0, max: 999_999 }).map(units => String(units / 10_000));

const findings = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    outcome: fc.constantFrom('pass', 'fail', 'unknown', 'not-applicable'),
  }),
  { minLength: 1, maxLength: 12 },
);

const made = (found: readonly { readonly id: string; readonly outcome: string }[]): readonly Finding[] =>
  found.map(({ id, outcome }) => ({ rule: { id, obligation: 'must' }, outcome }) as Finding);

const property = fc.record({
  findings,
  other: findings,
  worth: fc.array(points, { minLength: 4, maxLength: 4 }),
  at: fc.nat(),
});

it('points with one finding in the place of another, or one more, are those of all findings added up anew', () => {
  fc.assert(
    fc.property(property, ({ findings: found, other, worth, at }) => {
      const scheme = {
        points: { must: '1' },
        rules: Object.fromEntries(worth.map((most, index) => ['abcd'[index], most])),
      } as unknown as Scheme;
      const [results, [instead]] = [made(found), made(other)];
      if (instead === undefined) return;
      const now = results[at % (results.length + 1)];
      const read = now ? results.map(one => (one === now ? instead : one)) : [...results, instead];
      const sum = totalOf(scoreFindings(results, scheme));
      expect(exchanged(sum, now, instead, scheme)).toEqual(totalOf(scoreFindings(read, scheme)));
    }),
  );
});
