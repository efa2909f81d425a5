import { describe, expect, it } from 'vitest';
import { writable, xmlText } from '../../src/sheets/xml.ts';

const ENTITIES = new Map(
  [...'&<>"\t\n\r'].map((sign, at) => [sign, ['amp', 'lt', 'gt', 'quot', '#9', '#10', '#13'][at]]),
);

const held = (code: number): boolean =>
  code >= 0x20 ? (code < 0xd800 || code > 0xdfff) && code < 0xfffe : [9, 10, 13].includes(code);

describe('every character', () => {
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  it('is written if XML holds it, and is seen to have been there if not', () => {
    const lost = signs.filter((sign, code) => writable(sign) !== (held(code) ? sign : '\ufffd'));
    expect(lost).toEqual([]);
  });

  it('is an entity where it would be taken for more than text', () => {
    const others = signs.filter((sign, code) => {
      const entity = ENTITIES.get(sign);
      return held(code) && xmlText(sign) !== (entity === undefined ? sign : `&${entity};`);
    });
    expect(others).toEqual([]);
  });
});
