import { exactly } from '../../language/operators/exact.ts';
import { operatorOf } from '../../language/operators.ts';
import type { Lang, NonEmpty } from '../../model/base/text.ts';
import {
  type Expression,
  isTermsTest,
  type Operand,
  type TermSet,
  type TermsTest,
  type Test,
} from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { factName, recordsOf } from '../facts/nouns.ts';
import { type EachKind, listed, numbered, type OfKind, pick, type Reader, told, voiced } from '../reader.ts';
import { nounOf } from './records.ts';
import { type Group, grouped, type Place, subjectOf } from './subjects.ts';
import { isPlainAnswer, oppositeSentence, testPhrase, testSentence } from './tests.ts';

type ExpressionOf<K extends Expression['kind']> = OfKind<Expression, K>;

interface Some {
  readonly records: string;
  readonly where: Expression | undefined;
}

/** Whether tests of a number say no more than that there is one. */
const isSome = ([test, ...more]: readonly Test[]): boolean =>
  test !== undefined && more.length === 0 && operatorOf(test).asksForOne?.(test) === true;

const filtered = (where: Expression | undefined, have: Expression): Expression =>
  where === undefined ? have : { kind: 'all', of: [where, have] };

/** The records that a condition wants to exist, if it wants just that. */
const someOf = (condition: Expression): Some | undefined => {
  if (condition.kind === 'some')
    return { records: condition.records, where: filtered(condition.where, condition.have) };
  if (condition.kind === 'count')
    return isSome(condition.tests) ? { records: condition.records, where: condition.where } : undefined;
  if (condition.kind !== 'test') return undefined;
  const { fact, test } = condition;
  if (fact.scope === 'center') return isSome([test]) ? { records: fact.id, where: undefined } : undefined;
  return isTermsTest(test) && asksForOneOf(test) ? ofTerms(fact.id, test.terms) : undefined;
};

const asksForOneOf = (test: TermsTest): boolean => {
  const demand = operatorOf(test).demand?.(test, true);
  return demand?.kind === 'hold' && demand.n === 1;
};

const ofTerms = (id: string, { list, codes, also }: TermSet): Some => {
  const operand = (code: string): Operand => {
    const others = also?.[code];
    return { kind: 'value', value: { type: 'term', list, code }, ...(others && { also: others }) };
  };
  const [first, ...rest] = codes;
  const test = exactly([operand(first), ...rest.map(operand)]);
  return { records: id.split('.')[0] ?? id, where: { kind: 'test', fact: { scope: 'item', id }, test } };
};

/** Whether a rule about every record of a kind applies just where there is one. */
const asksForAny = (condition: Expression, { records, where }: ExpressionOf<'every'>): boolean => {
  const some = someOf(condition);
  return some?.records === records && JSON.stringify(some.where) === JSON.stringify(where);
};

const sayPart = (part: Expression | Group, reader: Reader, place: Place, or = false): string =>
  'tests' in part && !('kind' in part)
    ? testSentence(part.tests, subjectOf(part.fact, reader, place, part.plus), reader, place.form, or)
    : say(part as Expression, reader, place);

const flat = (parts: readonly Expression[]): readonly Expression[] =>
  parts.flatMap(part => (part.kind === 'all' ? flat(part.of) : [part]));

const closely = (reader: Reader, place: Place): Place => ({ ...place, and: pick(reader, '且', ' and ') });

const sayAny = (parts: NonEmpty<Expression>, reader: Reader, place: Place): string => {
  const choices = grouped(parts).map(part => sayPart(part, reader, closely(reader, place), true));
  const [only = ''] = choices;
  if (choices.length === 1) return only;
  const mark = pick(reader, '：', ', ');
  return choices.length === 2 && !choices.some(choice => choice.includes(mark))
    ? choices.join(pick(reader, '，或者', ', or '))
    : pick(reader, `有下列任意一项：${numbered(choices, reader)}`, `any one of: ${numbered(choices, reader)}`);
};

const inside = (id: string, reader: Reader): Place => {
  const records = recordsOf(id, reader);
  return { form: 'statement', and: pick(reader, '，', ', '), ...(records && { beside: records }) };
};

const sayEvery = (every: ExpressionOf<'every'>, reader: Reader, ifAny: boolean): string => {
  const within = inside(every.records, reader);
  const noun = nounOf(every.records, every.where, part => say(part, reader, within), reader);
  const alike = listed(every.alike, reader, id => factName(id, reader, within.beside));
  const have = say(every.have, reader, within);
  const same = alike && pick(reader, `，且各${noun.measure}${alike}一致`, `; all with the same ${alike}`);
  const each = ifAny ? pick(reader, '凡', 'any') : pick(reader, `每${noun.measure}`, 'every');
  return pick(reader, `${each}${noun.one}：`, `${each} ${noun.one} — `) + have + same;
};

const saySome = ({ records, where, have }: ExpressionOf<'some'>, reader: Reader, place: Place): string => {
  const within = inside(records, reader);
  const sayWithin = (part: Expression): string => say(part, reader, within);
  const definition = recordsOf(records, reader);
  const whole: Expression = where === undefined ? have : { kind: 'all', of: [where, have] };
  const isNamed = have.kind === 'test' && definition !== undefined && have.fact.id === `${records}.${definition.key}`;
  const isPlain = have.kind === 'test' && isPlainAnswer([have.test], reader.lang);
  if (isNamed || (place.form === 'clause' && !(isPlain && where === undefined))) {
    const { measure, one } = nounOf(records, whole, sayWithin, reader);
    if (place.form === 'clause') return pick(reader, `有${one}`, `there is at least one ${one}`);
    return pick(reader, `至少有一${measure}${one}`, `at least one ${one}`);
  }
  const { measure, one } = nounOf(records, where, sayWithin, reader);
  const said = sayWithin(have);
  const start = place.form === 'clause' ? '有' : `至少有一${measure}`;
  return pick(reader, `${start}${one}${isPlain ? '' : '：'}${said}`, `at least one ${one} — ${said}`);
};

const sayCount = ({ records, where, tests }: ExpressionOf<'count'>, reader: Reader, place: Place): string => {
  const noun = nounOf(records, where, part => say(part, reader, inside(records, reader)), reader);
  if (place.form === 'clause' && isSome(tests))
    return pick(reader, `有${noun.one}`, `there is at least one ${noun.one}`);
  const definition = reader.vocabulary.fact.get(records);
  const number = testPhrase(tests, { name: '', definition, counter: pick(reader, noun.measure, '') }, reader);
  if (reader.lang === 'zh') return `${noun.one}${number}`;
  const counted = `${number} ${number.endsWith(' 1') || number === '1' ? noun.one : noun.many}`;
  return place.form === 'statement' ? counted : `there are ${counted}`;
};

const sayTest = ({ fact, test, plus }: ExpressionOf<'test'>, reader: Reader, place: Place): string => {
  const definition = reader.vocabulary.fact.get(fact.id);
  if (place.form === 'clause' && definition?.type === 'records' && isSome([test]))
    return pick(reader, `有${definition.item.zh}`, `there is at least one ${definition.item.en}`);
  return testSentence([test], subjectOf(fact, reader, place, plus), reader, place.form);
};

/** A choice beside other demands stands in brackets: 甲且（乙，或者丙） is not 甲且乙，或者丙. A semicolon keeps them apart by itself. */
const sayBeside = (part: Expression | Group, reader: Reader, place: Place): string => {
  const said = sayPart(part, reader, place);
  const mixes = 'kind' in part && part.kind === 'any' && !/[；;]/u.test(place.and);
  return mixes ? pick(reader, `（${said}）`, `(${said})`) : said;
};

const sayAll = (parts: readonly (Expression | Group)[], reader: Reader, place: Place): string =>
  parts.map(part => (parts.length > 1 ? sayBeside : sayPart)(part, reader, place)).join(place.and);

const SENTENCES: EachKind<Expression, [Reader, Place]> = {
  all: ({ of }, reader, place) => sayAll(grouped(flat(of)), reader, place),
  any: ({ of }, reader, place) => sayAny(of, reader, place),
  at_least: ({ n, of }, reader, place) => {
    const choices = numbered(of, reader, part => say(part, reader, closely(reader, place)));
    return voiced(reader, {
      zh: `下列 ${of.length} 项中至少有 ${n} 项：${choices}`,
      en: `at least ${n} of these ${of.length}: ${choices}`,
    });
  },
  not: ({ of }, reader, place) =>
    (of.kind === 'test'
      ? oppositeSentence(of.test, subjectOf(of.fact, reader, place, of.plus), reader, place.form)
      : undefined) ??
    voiced(reader, {
      zh: `不出现“${say(of, reader, { form: 'clause', and: '且' })}”的情形`,
      en: `it is not so that ${say(of, reader, { form: 'clause', and: ' and ' })}`,
    }),
  test: sayTest,
  every: (every, reader) => sayEvery(every, reader, false),
  some: saySome,
  count: sayCount,
};

const say = (expression: Expression, reader: Reader, place: Place): string =>
  told(SENTENCES, 'kind', expression, reader, place);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A check in words, by itself. */
export const expressionText = (expression: Expression, reader: Reader): string => {
  const said = say(expression, reader, { form: 'statement', and: pick(reader, '；', '; ') });
  return reader.lang === 'en' ? capital(said) : said;
};

/** `当设有竖招牌时`, `when …`. */
export const conditionFor = (condition: Expression, reader: Reader): string => {
  const said = say(condition, reader, { form: 'clause', and: pick(reader, '，且', ' and ') });
  return pick(reader, `当${said}时`, `when ${said}`);
};

/** What English says of the signs that stand in a pattern. */
const SIGNS = [
  ['××', 'any words'],
  ['№', 'a number'],
] as const;

export const expectedFor = ({ when, require }: Pick<Rule, 'when' | 'require'>, reader: Reader): string => {
  const place: Place = { form: 'statement', and: pick(reader, '；', '; ') };
  const ifAny = require.kind === 'every' && when !== undefined && asksForAny(when, require);
  const condition = when === undefined || ifAny ? '' : conditionFor(when, reader) + pick(reader, '，', ', ');
  const said = condition + (ifAny ? sayEvery(require, reader, true) : say(require, reader, place));
  const signs = SIGNS.filter(([sign]) => said.includes(sign)).map(([sign, meaning]) => `${sign} stands for ${meaning}`);
  return pick(reader, said, capital(said) + (signs.length > 0 ? ` (${signs.join(', ')})` : ''));
};

/** What a rule asks, in words made from its own check. */
export const expectedText = (rule: Pick<Rule, 'when' | 'require'>, vocabulary: Vocabulary, lang: Lang): string =>
  expectedFor(rule, { vocabulary, lang });
