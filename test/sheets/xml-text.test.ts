import { describe, expect, it } from 'vitest';
import { writable, xmlText } from '../../src/sheets/xml.ts';

const ENTITIES = new Map([...'&<>"\t\n'].map((sign, at) => [sign, ['amp', 'lt', 'gt', 'quot', '#9', '#10'][at]]));

const held = (code: number): boolean =>
  code >= 0x20 ? (code < 0xd800 || code > 0xdfff) && code < 0xfffe : [9, 10, 13].includes(code);

/** Copied along with words from a page, a document or a chat, and never seen. */
const SHAPELESS = '\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff';

/** What turns text round, marks of other scripts that bind what follows, and controls above ASCII. */
const steers = (sign: string): boolean => /[\u007f-\u009f\u2028\u2029]|\p{Cf}/u.test(sign);

const expected = (sign: string, code: number): string => {
  if (sign === '\r') return '\n';
  if (SHAPELESS.includes(sign)) return '';
  return held(code) && !steers(sign) ? sign : '\ufffd';
};

describe('every character', () => {
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  it('is written if XML holds it and it steers no reader, and is seen to have been there if not', () => {
    const lost = signs.filter((sign, code) => writable(sign) !== expected(sign, code));
    expect(lost).toEqual([]);
  });

  it('is an entity where it would be taken for more than text', () => {
    const others = signs.filter((sign, code) => {
      const entity = ENTITIES.get(sign);
      return expected(sign, code) === sign && xmlText(sign) !== (entity === undefined ? sign : `&${entity};`);
    });
    expect(others).toEqual([]);
  });

  it.each([
    ['481\u202e㎡', '481\ufffd㎡'],
    ['河口镇\u200b便民\u00ad服务中心\ufeff', '河口镇便民服务中心'],
    ['一\r\n二\r三\u2028四', '一\n二\n三\ufffd四'],
    ['👩\u200d⚖️ \u{20000}\u{e0041}', '👩⚖️ \u{20000}\ufffd'],
  ])('of %j is written as %j', (text, written) => {
    expect(writable(text)).toBe(written);
  });
});
