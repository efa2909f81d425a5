import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, displayWidth, padEnd, wrap } from '../../src/report/text/layout.ts';

describe('width', () => {
  it.each([
    ['abc', 3],
    ['办事大厅', 8],
    ['≥ 200 ㎡', 8],
    ['８０cm', 6],
    ['e\u0301', 1],
    ['（一）', 6],
    ['', 0],
  ])('of %s is %i', (text, width) => expect(displayWidth(text)).toBe(width));

  it('pads by columns, not characters', () => expect(padEnd('要求', 6)).toBe('要求  '));
});

describe('clean', () => {
  it.each([
    ['one\ntwo\tthree', 'one two three'],
    ['\u001b[2J\u001b]52;c;eA==\u0007name', '[2J]52;c;eA==name'],
    ['a\u202eb\u2066c\u200bd\ufeff', 'abcd'],
    ['\u0085\u009bname', 'name'],
  ])('takes out of %j what steers a terminal', (text, expected) => expect(clean(text)).toBe(expected));
});

describe('wrap', () => {
  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('大厅、窗口，台面（工作台）', 8)).toEqual(['大厅、窗', '口，台面', '（工作', '台）']);
  });

  it('keeps a figure with its unit and its sign', () => {
    expect(wrap('使用面积 ≥ 200 ㎡', 10)).toEqual(['使用面积', '≥ 200 ㎡']);
    expect(wrap('at least 200 m² of hall', 13)).toEqual(['at least', '200 m² of', 'hall']);
  });

  it('breaks no Latin word and no place in a file while it fits', () => {
    expect(wrap('see the certificate', 12)).toEqual(['see the', 'certificate']);
    expect(wrap('填在', 20, ['a/b.yaml:12:3', '14:3'])).toEqual(['填在  a/b.yaml:12:3', '14:3']);
  });

  it('cuts what is wider than the line', () =>
    expect(wrap('x'.repeat(20), 8)).toEqual(['x'.repeat(8), 'x'.repeat(8), 'xxxx']));

  const han = fc.constantFrom(...'办事大厅窗口台面（）、，。：“”80㎡ cm≥x\u001b\u202e'.split(''));

  it('never exceeds its width by more than closing marks, and loses nothing', () =>
    fc.assert(
      fc.property(fc.array(han, { maxLength: 120 }), fc.integer({ min: 8, max: 60 }), (chars, width) => {
        const text = chars.join('');
        const lines = wrap(text, width);
        const bare = (some: string): string => some.replaceAll(' ', '');
        expect(bare(lines.join(''))).toBe(bare(clean(text)));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    ));
});
