import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/files/text.ts';

const TEXT = '名称: 甲镇便民服务中心\n县区: 青县\n';

const wide = (text: string, swap: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

const GB18030 = Buffer.from('c3fbb3c63a20bcd7d5f20a', 'hex');

type Said = readonly [text: string | undefined, said: readonly unknown[]];

const read = (bytes: Uint8Array, line?: number): Said => {
  const found = decodeText('f', bytes, line);
  const problems = found.ok ? found.warnings : found.problems;
  const said = problems.map(one =>
    one.code === 'decoded-as' ? one.encoding : one.code === 'wrong-content' ? one.found : one.code,
  );
  return [found.ok ? found.value : undefined, said];
};

const CASES: readonly (readonly [name: string, bytes: Uint8Array, expected: Said])[] = [
  ['UTF-8', Buffer.from(TEXT), [TEXT, []]],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), [TEXT, []]],
  ['UTF-16 with a mark', wide(TEXT, false, true), [TEXT, ['utf-16le']]],
  ['UTF-16 the other way round, with a mark', wide(TEXT, true, true), [TEXT, ['utf-16be']]],
  ['UTF-16 without a mark', wide(TEXT, false, false), [TEXT, ['utf-16le']]],
  ['UTF-16 the other way round, without a mark', wide(TEXT, true, false), [TEXT, ['utf-16be']]],
  ['UTF-16 that is long', wide(TEXT.repeat(500), true, false), [TEXT.repeat(500), ['utf-16be']]],
  ['lines that end with a return alone', Buffer.from('一\r二\r\n三\r'), ['一\n二\r\n三\n', []]],
  ['GB18030', GB18030, ['名称: 甲镇\n', ['gb18030']]],
  ['nothing', new Uint8Array(), [undefined, ['empty-file']]],
  ['blanks', Buffer.from(' \n\t\n'), [undefined, ['empty-file']]],
  ['blanks in UTF-16', wide(' \n', false, true), [undefined, ['empty-file']]],
  ['a zip file', Buffer.from('PK\u0003\u0004abc'), [undefined, ['package']]],
  ['what begins almost as one', Buffer.from('PK\u0003\u0005abc'), ['PK\u0003\u0005abc', []]],
  ['an old file of Office', Buffer.from('d0cf11e0a1b1', 'hex'), [undefined, ['old-office']]],
  ['a PDF', Buffer.from('%PDF-1.7'), [undefined, ['pdf']]],
  ['what begins almost as one', Buffer.from('%PDX'), ['%PDX', []]],
  ['bytes with a nought', Buffer.from('abc\u0000def'), [undefined, ['binary']]],
  ['bytes that are no text at all', Buffer.from('ffff80', 'hex'), [undefined, ['binary']]],
  [
    'UTF-16 that is broken off',
    Buffer.concat([wide(TEXT, false, true), Buffer.from('d8', 'hex')]),
    [undefined, ['binary']],
  ],
];

describe('text is told by its bytes', () => {
  it.each(CASES)('%s', (_, bytes, expected) => {
    expect(read(bytes)).toEqual(expected);
    // A decoder that has failed is not used again.
    expect(read(bytes)).toEqual(expected);
    expect(read(Buffer.from(TEXT))).toEqual([TEXT, []]);
  });

  it('and what is said of it stands at its line', () => {
    const found = decodeText('f', GB18030, 7);
    expect(found.ok && found.warnings.map(({ location }) => location)).toEqual([{ file: 'f', line: 7, column: 1 }]);
    expect(decodeText('f', GB18030)).toMatchObject({ warnings: [{ location: { line: 1 } }] });
  });
});
