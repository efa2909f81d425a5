import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, any, atLeast, not } from '../../src/language/truth/verdict.ts';
import type { NonEmpty } from '../../src/model/base/text.ts';
import type { Truth, Verdict } from '../../src/model/finding/finding.ts';

const location = { file: 'p.yaml', line: 1, column: 1 };

const verdict = (truth: Truth, fact = 'f'): Verdict => {
  const ground = { fact, value: { type: 'yes_no', value: true }, location } as const;
  if (truth === 'unknown') return { truth, gaps: [{ fact, reason: 'undeclared', location }], grounds: [] };
  return truth === 'met' ? { truth, grounds: [ground] } : { truth, grounds: [ground], shortfalls: [] };
};

const T: readonly Truth[] = ['met', 'unknown', 'unmet'];

/** Strong Kleene: rows and columns in the order met, unknown, unmet. */
const AND: readonly (readonly Truth[])[] = [
  ['met', 'unknown', 'unmet'],
  ['unknown', 'unknown', 'unmet'],
  ['unmet', 'unmet', 'unmet'],
];
const OR: readonly (readonly Truth[])[] = [
  ['met', 'met', 'met'],
  ['met', 'unknown', 'unknown'],
  ['met', 'unknown', 'unmet'],
];

const pairs = T.flatMap((a, row) => T.map((b, column) => ({ a, b, and: AND[row]?.[column], or: OR[row]?.[column] })));

const truths = fc.array(fc.constantFrom<Truth>(...T), { minLength: 1, maxLength: 6 });
const named = (list: readonly Truth[]): NonEmpty<Verdict> =>
  list.map((truth, index) => verdict(truth, `f${index}`)) as unknown as NonEmpty<Verdict>;

describe("Kleene's tables", () => {
  it.each(pairs)('$a and $b is $and', ({ a, b, and }) => expect(all([verdict(a), verdict(b)]).truth).toBe(and));
  it.each(pairs)('$a or $b is $or', ({ a, b, or }) => expect(any([verdict(a), verdict(b)]).truth).toBe(or));
  it.each([
    ['met', 'unmet'],
    ['unknown', 'unknown'],
    ['unmet', 'met'],
  ] as const)('not %s is %s', (a, b) => expect(not(verdict(a)).truth).toBe(b));
});

describe('the laws', () => {
  it('all and any are duals', () => {
    fc.assert(
      fc.property(truths, list => {
        const negated = named(list).map(not) as unknown as NonEmpty<Verdict>;
        expect(not(all(named(list))).truth).toBe(any(negated).truth);
      }),
    );
  });

  it('at least 1 is any, at least all of n is all', () => {
    fc.assert(
      fc.property(truths, list => {
        expect(atLeast(1, named(list)).truth).toBe(any(named(list)).truth);
        expect(atLeast(list.length, named(list)).truth).toBe(all(named(list)).truth);
      }),
    );
  });

  it('an unknown stays open exactly when its completions differ', () => {
    const completions = (list: readonly Truth[]): readonly (readonly Truth[])[] =>
      list.reduce<readonly (readonly Truth[])[]>(
        (made, truth) =>
          made.flatMap(head => (truth === 'unknown' ? T.filter(t => t !== 'unknown') : [truth]).map(t => [...head, t])),
        [[]],
      );
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 6 }), (list, wanted) => {
        const n = Math.min(wanted, list.length);
        const outcomes = new Set(completions(list).map(full => atLeast(n, named(full)).truth));
        const expected = outcomes.size > 1 ? 'unknown' : [...outcomes][0];
        expect(atLeast(n, named(list)).truth).toBe(expected);
      }),
    );
  });

  it('an unknown names only parts that are unknown', () => {
    fc.assert(
      fc.property(truths, list => {
        const result = all(named(list));
        if (result.truth !== 'unknown') return;
        const open = list.flatMap((truth, index) => (truth === 'unknown' ? [`f${index}`] : []));
        expect(result.gaps.map(gap => gap.fact)).toEqual(open);
      }),
    );
  });
});
