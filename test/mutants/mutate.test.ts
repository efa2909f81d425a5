import { describe, expect, it } from 'vitest';
import { applied, mutantsOf, sampleOf } from './mutate.ts';

const changed = (text: string): readonly string[] => mutantsOf('x.ts', text).map(mutant => applied(text, mutant));

describe('mutants', () => {
  it.each([
    ['const a = b === c;', ['const a = b !== c;']],
    ['const a = b && c;', ['const a = b || c;']],
    ['const a = !b;', ['const a = b;']],
    ['const a = b ? 1 : c;', ['const a = true ? 1 : c;', 'const a = false ? 1 : c;', 'const a = b ? 2 : c;']],
    ['const a = b.some(c);', ['const a = b.every(c);']],
    ['const a = true;', ['const a = false;']],
    ['const a = (b: 1 | 2): b is 1 => c;', []],
    ['interface A { readonly b: true }', []],
  ])('of %j are %j', (text, expected) => {
    expect(changed(text)).toEqual(expected);
  });

  it('are drawn the same for the same seed, each once', () => {
    const all = Array.from({ length: 50 }, (_, index) => index);
    expect(sampleOf(all, 20, 7)).toEqual(sampleOf(all, 20, 7));
    expect(new Set(sampleOf(all, 50, 7)).size).toBe(50);
    expect(sampleOf(all, 20, 8)).not.toEqual(sampleOf(all, 20, 7));
  });
});
