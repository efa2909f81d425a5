import { describe, expect, it } from 'vitest';
import { textOf } from './bench.ts';
import { EQUIVALENT } from './equivalent.ts';
import { applied, mutantsOf, nameOf, sampleOf } from './mutate.ts';
import { noting, reachAt, reachesOf } from './reach.ts';

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
    ['const a = [1, 2 as B] as const;', ['const a = [2, 2 as B] as const;', 'const a = [1, 3 as B] as const;']],
  ])('of %j are %j', (text, expected) => {
    expect(changed(text)).toEqual(expected);
  });

  it('are drawn the same for the same seed, each once', () => {
    const all = Array.from({ length: 50 }, (_, index) => index);
    expect(sampleOf(all, 20, 7)).toEqual(sampleOf(all, 20, 7));
    expect(new Set(sampleOf(all, 50, 7)).size).toBe(50);
    expect(sampleOf(all, 20, 8)).not.toEqual(sampleOf(all, 20, 7));
  });

  it('go by the line that they change, wherever it stands', () => {
    const names = ['const a = b && c;', '\n\n  const a = b && c;\n'].map(text =>
      mutantsOf('x.ts', text).map(mutant => nameOf(mutant, text)),
    );
    expect(names).toEqual([['x.ts: const a = b ⟦&& → ||⟧ c;'], ['x.ts: const a = b ⟦&& → ||⟧ c;']]);
  });

  it('that change nothing are mutants of what stands there now, each with its reason', () => {
    const stale = Object.entries(EQUIVALENT).filter(([name, reason]) => {
      const file = name.slice(0, name.indexOf(':'));
      const text = textOf(file);
      return reason === '' || !mutantsOf(file, text).some(mutant => nameOf(mutant, text) === name);
    });
    expect(stale).toEqual([]);
  });
});

describe('what is reached', () => {
  const TEXT = 'const a = (b = c => c && 1) => { return b(2); };\nfunction d() { return 3; }\nconst e = 4;';

  it.each([
    ['1)', 'x.ts#2'],
    ['2)', 'x.ts#1'],
    ['3;', 'x.ts#3'],
    ['4;', 'x.ts'],
  ])('at %s is the innermost function around it: %s', (place, key) => {
    expect(reachAt(reachesOf('x.ts', TEXT), TEXT.indexOf(place))).toBe(key);
  });

  it('is noted as it runs, and changes nothing else', () => {
    globalThis.reached = new Set();
    const run = new Function(`${noting('x.ts', TEXT)}; return [a(), d(), e];`) as () => readonly unknown[];
    expect(run()).toEqual([1, 3, 4]);
    expect([...globalThis.reached]).toEqual(['x.ts', 'x.ts#1', 'x.ts#2', 'x.ts#3']);
    globalThis.reached = undefined;
  });
});
