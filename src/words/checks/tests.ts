import type { Lang } from '../../model/base/text.ts';
import type { Operator, Test } from '../../model/standard/expression.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { boundText, exactText, isNumber, operandText, rangeText, type Subject } from '../facts/amounts.ts';
import { asksForThing, termLabel } from '../facts/values.ts';
import { glue, listed, quoted } from '../lists.ts';
import { pick, type Reader } from '../reader.ts';
import { patternText } from './patterns.ts';

/** `statement` stands by itself; `clause` follows 当 or "when". */
export type Form = 'statement' | 'clause';

type TestOf<O extends Operator, T extends Test = Test> = T extends Test ? (O extends T['op'] ? T : never) : never;

type Phrases = { readonly [O in Operator]: (test: TestOf<O>, subject: Subject, reader: Reader) => string };

const labels = (test: TestOf<'include_all' | 'include'>, reader: Reader): readonly string[] =>
  test.terms.codes.map(code => termLabel(reader.vocabulary, test.terms.list, code, reader.lang));

/** So many terms can be taken in without being told how many they are. */
const AT_A_GLANCE = 4;

const includeAll = (test: TestOf<'include_all'>, { counter }: Subject, reader: Reader): string => {
  const names = labels(test, reader);
  const list = listed(names, reader);
  if (names.length === 1) return pick(reader, glue('包括', list), list);
  return names.length <= AT_A_GLANCE
    ? pick(reader, glue('包括', list), `all of ${list}`)
    : pick(reader, `包括全部 ${names.length} ${counter}：${list}`, `all ${names.length} of ${list}`);
};

const includeAny = (test: TestOf<'include_any'>, { counter }: Subject, reader: Reader): string => {
  const names = labels(test, reader);
  const list = listed(names, reader);
  return names.length === 1
    ? pick(reader, glue('包括', list), list)
    : pick(reader, `${glue('包括', list)}中的至少一${counter}`, `at least one of ${list}`);
};

const statedText = (wanted: boolean, ofList: boolean, reader: Reader): string => {
  if (ofList) return wanted ? pick(reader, '至少有一项', 'at least one') : pick(reader, '一项也没有', 'none');
  return wanted ? pick(reader, '不为空', 'not empty') : pick(reader, '为空', 'empty');
};

/** What is said of a subject, for every operator of the language. */
const PHRASES: Phrases = {
  at_least: boundText,
  at_most: boundText,
  more_than: boundText,
  less_than: boundText,
  by: boundText,
  since: boundText,
  between: (test, subject, reader) => rangeText(test.low, test.high, subject, reader),
  equals: (test, subject, reader) => exactText([test.operand], subject, reader),
  one_of: (test, subject, reader) => exactText(test.operands, subject, reader),
  matches: (test, _, reader) => pick(reader, `为“${patternText(test.pattern)}”`, `"${patternText(test.pattern)}"`),
  contains: ({ operand }, subject, reader) =>
    pick(reader, `含有${operandText(operand, subject, reader)}`, `contains ${operandText(operand, subject, reader)}`),
  include_all: includeAll,
  include_any: includeAny,
  include_none: (test, _, reader) => {
    const list = listed(labels(test, reader), reader);
    return pick(reader, `中没有${list}`, `none of ${list}`);
  },
  only: (test, _, reader) => {
    const list = listed(labels(test, reader), reader);
    return pick(reader, glue('只限于', list), `nothing but ${list}`);
  },
  include: (test, { counter }, reader) => {
    const { length } = test.terms.codes;
    const list = listed(labels(test, reader), reader);
    return pick(
      reader,
      `至少包括以下 ${length} ${counter}中的 ${test.atLeast} ${counter}：${list}`,
      `at least ${test.atLeast} of these ${length}: ${list}`,
    );
  },
  count: (test, subject, reader) =>
    test.tests
      .map(inner => phrase(inner, subject, reader).replace(/^(?=[不多少]+于“)/u, '数量'))
      .join(pick(reader, '且', ' and ')),
  stated: ({ wanted }, subject, reader) => statedText(wanted, isNumber(subject), reader),
  declared: ({ wanted }, _, reader) =>
    wanted ? pick(reader, '已申报', 'declared') : pick(reader, '未申报', 'not declared'),
  occurred: ({ wanted }, _, reader) =>
    wanted ? pick(reader, '已发生', 'has occurred') : pick(reader, '未发生', 'has not occurred'),
  covers: ({ fact }, _, reader) => {
    const other = quoted(reader.vocabulary.fact.get(fact)?.label[reader.lang] ?? fact, reader);
    return pick(reader, `包括${other}中的每一项`, `everything in ${other}`);
  },
};

/** What joins a quoted subject and its phrase in an English clause. */
const VERBS: Readonly<Record<Operator, string>> = {
  at_least: 'is',
  at_most: 'is',
  more_than: 'is',
  less_than: 'is',
  by: 'is',
  since: 'is',
  between: 'is',
  equals: 'is',
  one_of: 'is',
  matches: 'is',
  contains: '',
  include_all: 'includes',
  include_any: 'includes',
  include_none: 'includes',
  only: 'includes',
  include: 'includes',
  count: 'has',
  stated: 'is',
  declared: 'is',
  occurred: '',
  covers: 'includes',
};

const phrase = (test: Test, subject: Subject, reader: Reader): string =>
  (PHRASES[test.op] as Phrases[Operator] as (test: Test, subject: Subject, reader: Reader) => string)(
    test,
    subject,
    reader,
  );

/** What one or several tests say of their subject, without naming it. */
export const testPhrase = (tests: readonly Test[], subject: Subject, reader: Reader, or = false): string =>
  tests
    .filter(test => test.op !== 'occurred' || tests.length === 1)
    .map(test => phrase(test, subject, reader))
    .reduce((said, next) => glue(said + (or ? pick(reader, '，或者', ' or ') : pick(reader, '，且', ' and ')), next));

/** A yes or no that a test asks for. */
const wantedAnswer = (tests: readonly Test[]): boolean | undefined => {
  const [test, ...more] = tests;
  const operand =
    test?.op === 'equals' && more.length === 0 && test.operand.kind === 'value' ? test.operand.value : undefined;
  return operand?.type === 'yes_no' ? operand.value : undefined;
};

const HAS_VERB = /^(?:已|设有|建有|配备|提供|开展|实行|存在|与|按)|悬挂|配备|附/u;

/** 各窗口吊牌统一悬挂 is a sentence by itself, 窗口纸质台账 wants a verb. */
const answerText = (name: string, wanted: boolean, definition: FactDefinition | undefined): string => {
  const thing = asksForThing(definition) && !HAS_VERB.test(name);
  if (wanted) return thing ? `有${name}` : name.replace(/^是否/u, '是');
  if (thing) return `没有${name}`;
  return name.startsWith('存在') ? `不${name}` : `“${name}”为“否”`;
};

/** Whether tests are worded as a plain sentence with neither figure nor mark. */
export const isPlainAnswer = (tests: readonly Test[], lang: Lang): boolean =>
  lang === 'zh' && wantedAnswer(tests) === true;

/** A whole sentence of one subject: `办事大厅使用面积 ≥ 200 ㎡`. */
export const testSentence = (
  tests: readonly Test[],
  subject: Subject,
  reader: Reader,
  form: Form,
  or = false,
): string => {
  const said = testPhrase(tests, subject, reader, or);
  const answer = wantedAnswer(tests);
  const [test] = tests;
  if (reader.lang === 'zh')
    return answer === undefined ? glue(subject.name, said) : answerText(subject.name, answer, subject.definition);
  if (form === 'statement') return `${subject.name}: ${said}`;
  return [quoted(subject.name, reader), VERBS[test?.op ?? 'equals'], said].filter(word => word !== '').join(' ');
};
