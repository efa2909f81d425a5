import { operatorOf } from '../../language/operators.ts';
import type { Speech } from '../../language/speech.ts';
import type { Lang } from '../../model/base/text.ts';
import type { TermsValue, YesNoValue } from '../../model/base/value.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import { type Expression, everyPart, isTermsTest, type TermsTest, type Test } from '../../model/standard/expression.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { boundText, exactText, isNumber, operandText, rangeText, type Subject } from '../facts/amounts.ts';
import { asksForThing, termLabel } from '../facts/values.ts';
import { glue, listed, pick, quoted, type Reader, voiced } from '../reader.ts';

const TOKEN = /\\(.)|\(((?:[^()\\]|\\.)*)\)|([*#])/gu;

const BLANKS: Readonly<Record<string, string>> = { '*': '××', '#': '№' };

const unescaped = (text: string): string => text.replaceAll(/\\(.)/gu, '$1');

const choiceText = (choices: string): string => {
  const [first = '', ...others] = choices.split('|').map(unescaped);
  return others.length === 0 ? first : `${first}（${others.join('、')}）`;
};

/** A pattern as offices write one: `桃江县××乡（镇）便民服务中心`. */
const patternText = (pattern: string): string =>
  pattern.replaceAll(
    TOKEN,
    (_, escaped: string | undefined, choices: string | undefined, blank: string) =>
      escaped ?? (choices === undefined ? (BLANKS[blank] ?? '') : choiceText(choices)),
  );

/** `statement` stands by itself; `clause` follows 当 or "when". */
export type Form = 'statement' | 'clause';

/** The words that an operator makes its phrase with, of one subject. */
export const speechOf = (subject: Subject, reader: Reader): Speech => ({
  lang: reader.lang,
  counter: subject.counter,
  ofNumber: isNumber(subject),
  pick: (zh, en) => pick(reader, zh, en),
  glue,
  listed: items => listed(items, reader),
  figure: operand => operandText(operand, subject, reader),
  bound: (operand, words) => boundText(operand, words, subject, reader),
  range: (low, high) => rangeText(low, high, subject, reader),
  exactly: operands => exactText(operands, subject, reader),
  terms: ({ list, codes }) => codes.map(code => termLabel(reader.vocabulary, list, code, reader.lang)),
  fact: id => quoted(reader.vocabulary.fact.get(id)?.label[reader.lang] ?? id, reader),
  pattern: patternText,
  phrases: tests => tests.map(test => phrase(test, subject, reader)),
});

const phrase = (test: Test, subject: Subject, reader: Reader): string =>
  operatorOf(test).phrase(test, speechOf(subject, reader));

/** 服务窗口中没有甲, but …，且其中没有甲. */
const ofIt = (said: string): string => said.replace(/^中/u, '其中');

/** What one or several tests say of their subject, without naming it. */
export const testPhrase = (tests: readonly Test[], subject: Subject, reader: Reader, or = false): string =>
  tests
    .filter(test => !operatorOf(test).implied || tests.length === 1)
    .map(test => phrase(test, subject, reader))
    .reduce((said, next) =>
      glue(said + (or ? pick(reader, '，或者', ' or ') : pick(reader, '，且', ' and ')), ofIt(next)),
    );

export const wantedAnswer = (tests: readonly Test[]): YesNoValue | undefined => {
  const [test, ...more] = tests;
  const [operand, ...others] = test === undefined ? [] : (operatorOf(test).accepted?.(test) ?? []);
  if (operand?.kind !== 'value' || more.length + others.length > 0) return undefined;
  return operand.value.type === 'yes_no' ? operand.value : undefined;
};

const HAS_VERB = /^(?:已|设有|建有|配备|提供|开展|实行|存在|与|按)|悬挂|配备|附/u;

/** 各窗口吊牌统一悬挂 is a sentence by itself, 窗口纸质台账 wants a verb. */
const answerText = (name: string, wanted: boolean, definition: FactDefinition | undefined): string => {
  const thing = asksForThing(definition) && !HAS_VERB.test(name);
  if (wanted) return thing ? `有${name}` : name.replace(/^是否/u, '是');
  if (thing) return `没有${name}`;
  return name.startsWith('存在') ? `不${name}` : `“${name}”为“否”`;
};

const sentence = (said: string, { name }: Subject, reader: Reader, form: Form, verb = ''): string => {
  if (reader.lang === 'zh') return glue(name, said);
  if (form === 'statement') return `${name}: ${said}`;
  return [quoted(name, reader), verb, said].filter(word => word !== '').join(' ');
};

/** The opposite of a test in words of its own: `没有引导标识`, `“设有坡道”为“否”`, `公开载体有公告栏以外的`. */
export const oppositeSentence = (test: Test, subject: Subject, reader: Reader, form: Form): string | undefined => {
  const { name, definition } = subject;
  const said = operatorOf(test).opposed?.(test, speechOf(subject, reader));
  if (said !== undefined) return sentence(said, subject, reader, form, operatorOf(test).verb);
  const answer = wantedAnswer([test]);
  if (answer === undefined) return undefined;
  return reader.lang === 'zh'
    ? answerText(name, !answer.value, definition)
    : `${quoted(name, reader)} is ${answer.value ? 'no' : 'yes'}`;
};

/** Whether tests are worded as a plain sentence with neither figure nor mark. */
export const isPlainAnswer = (tests: readonly Test[], lang: Lang): boolean =>
  lang === 'zh' && wantedAnswer(tests)?.value === true;

/** A whole sentence of one subject: `办事大厅使用面积 ≥ 200 ㎡`. */
export const testSentence = (
  tests: readonly Test[],
  subject: Subject,
  reader: Reader,
  form: Form,
  or = false,
): string => {
  const answer = wantedAnswer(tests);
  const [test] = tests;
  if (reader.lang === 'zh' && answer !== undefined) return answerText(subject.name, answer.value, subject.definition);
  return sentence(testPhrase(tests, subject, reader, or), subject, reader, form, test && operatorOf(test).verb);
};

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
  return voiced(reader, {
    zh: `${wanted} ${counter}中有 ${names.length} ${counter}${shown}`,
    en: `${names.length} of ${wanted}${shown}`,
  });
};

const noneText = (declared: number, wanted: number, counter: string, reader: Reader): string =>
  wanted === 1
    ? pick(reader, `已填 ${declared} ${counter}，没有这一${counter}`, `${declared} declared, this is not among them`)
    : pick(reader, `已填 ${declared} ${counter}，没有其中任何一${counter}`, `${declared} declared, none of these`);
