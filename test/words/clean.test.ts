import { expect, it } from 'vitest';
import { clean, jsonText } from '../../src/model/base/clean.ts';

const SIGNS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

it('no character that steers or that nobody sees is shown, and every other is', () => {
  const meant = (sign: string): string =>
    /[\t\r\n\p{Zl}\p{Zp}]/u.test(sign) ? ' ' : /[\p{Cc}\p{Cf}]/u.test(sign) ? '' : sign;
  expect(SIGNS.filter(sign => clean(`甲${sign}乙`) !== `甲${meant(sign)}乙`)).toEqual([]);
});

it('in JSON such a character is an escape, and says the same', () => {
  const unseen = SIGNS.filter(sign => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(sign));
  expect(unseen.filter(sign => /[^ -~]/u.test(jsonText(sign)))).toEqual([]);
  expect(SIGNS.filter(sign => JSON.parse(jsonText(sign)) !== sign)).toEqual([]);
});
