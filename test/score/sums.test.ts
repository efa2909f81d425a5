import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../src/model/base/clean.ts';
import { canonical, sumOfDecimals } from '../../src/model/base/exact.ts';
import { sumOf } from '../../src/score/score.ts';
import { runs } from '../support/hunt.ts';

const short = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(0, 1, 2, 4, 5))
  .map(([units, places]) => canonical((units / 10 ** places).toFixed(places)));
const long = fc.constantFrom('123456789012.5', '0.00001', '999999999.9999', '-999999999.9999', '90071992547409.93');
const amounts = fc.array(fc.oneof({ weight: 30, arbitrary: short }, { weight: 1, arbitrary: long }), { maxLength: 60 });

describe('amounts of points', () => {
  it('are added as exact figures are', () => {
    fc.assert(
      fc.property(amounts, all => {
        expect(sumOf(all)).toBe(sumOfDecimals(all));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what steers a terminal, in JSON', () => {
  it('is an escape, whichever character it is', () => {
    const signs = Array.from({ length: 0x20_000 }, (_, code) => String.fromCodePoint(code)).filter(sign =>
      /\p{Cf}/u.test(sign),
    );
    expect(signs.length).toBeGreaterThan(50);
    for (const sign of ['\u007f', '\u2028', '\u{e0001}', ...signs])
      expect(jsonText(`甲${sign}`)).toMatch(/^"甲(?:\\u[\da-f]{4})+"$/);
  });
});
