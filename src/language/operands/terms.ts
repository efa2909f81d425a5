import { isNonEmpty, type NonEmpty, own } from '../../model/base/text.ts';
import type { Also, TermSet, TermsTest } from '../../model/standard/expression.ts';
import type { AlteredTest, Shape } from '../operator.ts';
import { manyOf } from './shapes.ts';

/** A term of a set with all that count as it. */
export const takenFor = ({ also }: TermSet, code: string): NonEmpty<string> => [code, ...(own(also ?? {}, code) ?? [])];

/** Every code that says something of a set: its terms, and all that count as one. */
export const codesTaken = (terms: TermSet): readonly string[] => [
  ...new Set(terms.codes.flatMap(code => takenFor(terms, code))),
];

/** How many of some terms of a set one entry of a list can stand for at once. */
export const mostTakenFor = ({ also }: TermSet, codes: readonly string[]): number => {
  const others = new Set(codes.flatMap(code => own(also ?? {}, code) ?? []));
  const standsFor = (other: string): number =>
    codes.filter(code => code === other || own(also ?? {}, code)?.includes(other)).length;
  return Math.max(1, ...[...others].map(standsFor));
};

const shorter = (test: TermsTest): readonly AlteredTest<TermsTest>[] => {
  const { terms } = test;
  if (terms.codes.length < 2) return [];
  return terms.codes.map(code => {
    const codes = terms.codes.filter(other => other !== code);
    return {
      mutation: { kind: 'term-dropped', list: terms.list, code },
      test: { ...test, terms: isNonEmpty(codes) ? { ...terms, codes } : terms },
    };
  });
};

const withoutOther = (also: Also, code: string, other: string): Also => {
  const { [code]: others = [], ...rest } = also;
  const kept = others.filter(taken => taken !== other);
  return isNonEmpty(kept) ? { ...rest, [code]: kept } : rest;
};

/** Tests in which a term that the pack takes for another no longer counts as it. */
const fewerCount = (test: TermsTest): readonly AlteredTest<TermsTest>[] => {
  const { list, also = {} } = test.terms;
  const pairs = Object.entries(also).flatMap(([code, others]) => others.map(other => [code, other] as const));
  return pairs.map(([code, other]) => ({
    mutation: { kind: 'counting-dropped', list, code, other },
    test: { ...test, terms: { ...test.terms, also: withoutOther(also, code, other) } },
  }));
};

/** Held against terms of a list: `include_all: [信访, 民政]`. */
export const TERMS: Shape<TermsTest> = {
  read: ({ op, node, terms }) => {
    const read = terms(node);
    return read && { op, terms: read };
  },
  schema: manyOf,
  mutants: test => [...shorter(test), ...fewerCount(test)],
  settled: test => test,
};
