import type { TermsValue } from '../../model/base/value.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import { type Expression, isSetTest, type SetTest, type Test } from '../../model/standard/expression.ts';
import { termLabel } from '../facts/values.ts';
import { listed } from '../lists.ts';
import { pick, type Reader } from '../reader.ts';

interface Asked {
  readonly fact: string;
  readonly test: Test;
}

const within = (expression: Expression | undefined): readonly Asked[] => {
  switch (expression?.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.flatMap(within);
    case 'not':
      return within(expression.of);
    case 'test':
      return [{ fact: expression.fact.id, test: expression.test }];
    case 'every':
    case 'some':
      return [...within(expression.where), ...within(expression.have)];
    case 'count':
      return within(expression.where);
    case undefined:
      return [];
  }
};

/** What a check asks of a fact, given by its path. */
export const testsIn = (expression: Expression, path: string): readonly Test[] =>
  within(expression)
    .filter(({ fact }) => fact === factIdOf(path))
    .map(({ test }) => test);

/** What a check asks of the terms of a fact. */
export const setTestsIn = (expression: Expression, path: string): readonly SetTest[] =>
  testsIn(expression, path).filter(isSetTest);

/** So many terms are named beside their number. */
const FEW = 4;

/** What a list holds of the terms a test asks: `8 个中有 6 个`; undefined where the list itself says it best. */
export const heldText = ({ terms }: TermsValue, test: SetTest, counter: string, reader: Reader): string | undefined => {
  const { list, codes } = test.terms;
  const held = new Set(terms.map(term => term.code));
  const names = codes.filter(code => held.has(code)).map(code => termLabel(reader.vocabulary, list, code, reader.lang));
  if (test.op === 'only' || terms.length === 0) return undefined;
  if (names.length === 0) return noneText(terms.length, codes.length, counter, reader);
  const wanted = codes.length;
  if (wanted === 1 || test.op === 'include_any' || test.op === 'include_none') return listed(names, reader);
  if (names.length === wanted) return pick(reader, `${wanted} ${counter}齐全`, `all ${wanted}`);
  const shown = names.length <= FEW ? pick(reader, `：${listed(names, reader)}`, `: ${listed(names, reader)}`) : '';
  return pick(
    reader,
    `${wanted} ${counter}中有 ${names.length} ${counter}${shown}`,
    `${names.length} of ${wanted}${shown}`,
  );
};

/** All that `heldText` looks at: of two lists that agree in this it says the same. */
export const heldKey = ({ terms }: TermsValue, { op, terms: { codes } }: SetTest): string | undefined => {
  if (op === 'only' || terms.length === 0) return undefined;
  const held = codes.filter(code => terms.some(term => term.code === code));
  return held.length === 0 ? `${terms.length}` : held.join('\t');
};

const noneText = (declared: number, wanted: number, counter: string, reader: Reader): string =>
  wanted === 1
    ? pick(reader, `已填 ${declared} ${counter}，没有这一${counter}`, `${declared} declared, this is not among them`)
    : pick(reader, `已填 ${declared} ${counter}，没有其中任何一${counter}`, `${declared} declared, none of these`);
