import Big from 'big.js';
import { expect } from 'vitest';

const TOKEN = /\d+(?:\.\d+)?|[-+×÷()]/gu;

/** Sums and products in the usual order. */
const reckon = (text: string): Big => {
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => token);
  const next = (): string => tokens.shift() ?? '';
  const factor = (): Big => {
    const token = next();
    if (token === '-') return factor().times(-1);
    if (token !== '(') return new Big(token);
    const inner = sum();
    next();
    return inner;
  };
  const product = (): Big => {
    let value = factor();
    while (tokens[0] === '×' || tokens[0] === '÷') value = next() === '×' ? value.times(factor()) : value.div(factor());
    return value;
  };
  const sum = (): Big => {
    let value = product();
    while (tokens[0] === '+' || tokens[0] === '-')
      value = next() === '+' ? value.plus(product()) : value.minus(product());
    return value;
  };
  return sum();
};

const claimedEnd = (end: string): string => {
  const [work = '', cut] = end.split('→').map(part => part.trim());
  const [arithmetic = '', result = arithmetic] = work.split(/[=≈]/u).map(part => part.trim());
  const places = work.includes('≈') ? (result.split('.')[1]?.length ?? 0) : 20;
  expect(reckon(arithmetic).round(places).toFixed(), work).toBe(reckon(result).toFixed());
  return reckon(cut ?? result).toFixed();
};

/**
 * `5 - 2 × 0.5 = 4`: the sum is worked out again; `4.375 → 4.37` says how it is rounded, `2 ÷ 3 ≈ 0.6667` that there
 * is no decimal, `0 .. 5` is a range.
 */
export const claimed = (stated: string | number): string =>
  String(stated)
    .split('..')
    .map(end => claimedEnd(end.trim()))
    .join('..');
