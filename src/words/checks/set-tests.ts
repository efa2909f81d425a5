import { operatorOf } from '../../language/operators.ts';
import { everyPart } from '../../language/walk.ts';
import type { TermsValue } from '../../model/base/value.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import { type Expression, isTermsTest, type TermsTest, type Test } from '../../model/standard/expression.ts';
import { termLabel } from '../facts/values.ts';
import { listed } from '../lists.ts';
import { pick, type Reader } from '../reader.ts';

/** What a check asks of a fact, given by its path. */
export const testsIn = (expression: Expression, path: string): readonly Test[] =>
  everyPart(expression).flatMap(part => (part.kind === 'test' && part.fact.id === factIdOf(path) ? [part.test] : []));

/** What a check asks of the terms of a fact. */
export const setTestsIn = (expression: Expression, path: string): readonly TermsTest[] =>
  testsIn(expression, path).filter(isTermsTest);

/** So many terms are named beside their number. */
const FEW = 4;

/** What a list holds of the terms a test asks: `8 个中有 6 个`; undefined where the list itself says it best. */
export const heldText = (
  { terms }: TermsValue,
  test: TermsTest,
  counter: string,
  reader: Reader,
): string | undefined => {
  const { list, codes } = test.terms;
  const held = new Set(terms.map(term => term.code));
  const names = codes.filter(code => held.has(code)).map(code => termLabel(reader.vocabulary, list, code, reader.lang));
  const { heldAs } = operatorOf(test);
  if (heldAs === 'whole' || terms.length === 0) return undefined;
  if (names.length === 0) return noneText(terms.length, codes.length, counter, reader);
  const wanted = codes.length;
  if (wanted === 1 || heldAs === 'names') return listed(names, reader);
  if (names.length === wanted) return pick(reader, `${wanted} ${counter}齐全`, `all ${wanted}`);
  const shown = names.length <= FEW ? pick(reader, `：${listed(names, reader)}`, `: ${listed(names, reader)}`) : '';
  return pick(
    reader,
    `${wanted} ${counter}中有 ${names.length} ${counter}${shown}`,
    `${names.length} of ${wanted}${shown}`,
  );
};

const noneText = (declared: number, wanted: number, counter: string, reader: Reader): string =>
  wanted === 1
    ? pick(reader, `已填 ${declared} ${counter}，没有这一${counter}`, `${declared} declared, this is not among them`)
    : pick(reader, `已填 ${declared} ${counter}，没有其中任何一${counter}`, `${declared} declared, none of these`);
