import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  compareExact,
  decimalOf,
  type Exact,
  exact,
  figureOf,
  hasDecimal,
  isWhole,
  minus,
  nearDecimal,
  over,
  plus,
  readFigure,
  rounded,
  times,
} from '../../src/model/base/exact.ts';

const decimals = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => new Big(digits).div(10 ** places).toFixed());

const same = (a: Exact, b: Exact): void => expect(compareExact(a, b)).toBe(0);

describe('exact figures', () => {
  it('add, take away and multiply as another library of decimals does', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(decimalOf(plus(exact(a), exact(b)))).toBe(new Big(a).plus(b).toFixed().replace(/^-0$/u, '0'));
        expect(decimalOf(minus(exact(a), exact(b)))).toBe(new Big(a).minus(b).toFixed().replace(/^-0$/u, '0'));
        expect(decimalOf(times(exact(a), exact(b)))).toBe(new Big(a).times(b).toFixed().replace(/^-0$/u, '0'));
        expect(compareExact(exact(a), exact(b))).toBe(new Big(a).cmp(b));
      }),
    );
  });

  it('divide without losing anything, and cut as another library does', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(Number(b) !== 0);
        same(times(over(exact(a), exact(b)), exact(b)), exact(a));
        const cut = new Big(a).div(b);
        expect(Math.abs(Number(nearDecimal(over(exact(a), exact(b)))) - Number(cut))).toBeLessThan(1e-9);
      }),
    );
    expect([
      rounded(over(exact('2'), exact('3')), 2, 'down'),
      rounded(over(exact('2'), exact('3')), 2, 'half_up'),
      rounded(over(exact('-2'), exact('3')), 2, 'half_up'),
      rounded(over(exact('1999.6'), exact('20')), 1, 'down'),
    ]).toEqual(['0.66', '0.67', '-0.67', '99.9']);
  });

  it('stay what they are however long a chain of them grows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 60 }), parts => {
        const all = parts.reduce((sum, part) => plus(sum, over(exact(1), exact(part))), exact(0));
        same(
          parts.reduce((rest, part) => minus(rest, over(exact(1), exact(part))), all),
          exact(0),
        );
      }),
    );
  });

  it.each([
    ['007.50', '7.5'],
    ['+3', '3'],
    ['-0', '0'],
    ['0.000', '0'],
    ['5e-7', '0.0000005'],
    ['1.5E+3', '1500'],
    ['1e+21', '1000000000000000000000'],
    ['-12.030', '-12.03'],
  ])('write %s as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    ['1/2', '0.5', true],
    ['3/6', '0.5', true],
    ['2/6', '1/3', false],
    ['400/6', '200/3', false],
    ['12/4', '3', true],
  ])('write %s as %s', (figure, expected, decimal) => {
    expect([figureOf(readFigure(figure)), hasDecimal(readFigure(figure))]).toEqual([expected, decimal]);
  });

  it('know a whole figure from one that is none', () => {
    expect([isWhole(readFigure('6/3')), isWhole(readFigure('7/3')), isWhole(exact('2.0'))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are not made of what is no figure', () => {
    for (const text of ['twelve', '1..2', '1 2']) expect(() => exact(text)).toThrow();
  });
});
