import { operatorOf } from '../../language/operators.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import type { Expression, Test, TestExpression } from '../../model/standard/expression.ts';
import type { RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { fieldName, measureOf, plural, recordsOf } from '../facts/nouns.ts';
import { termLabel } from '../facts/values.ts';
import { alternatives, listed, type Reader } from '../reader.ts';
import { isPlainAnswer, testSentence } from './tests.ts';

/** The records that a check is about, as a noun: `竖招牌`, `用途为窗口工作台的工作台`. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  readonly measure: string;
}

const noun = (name: string, reader: Reader, many = plural(name)): Noun => ({
  one: name,
  many: reader.lang === 'zh' ? name : many,
  measure: measureOf(name),
});

const parts = (where: Expression | undefined): readonly Expression[] =>
  where === undefined ? [] : where.kind === 'all' ? where.of : [where];

/** The terms that a test of a field admits. */
const termsOf = (test: Test): readonly { list: string; code: string }[] => {
  const accepted = operatorOf(test).accepted?.(test) ?? [];
  const values = accepted.flatMap(operand => (operand.kind === 'value' ? [operand.value] : []));
  return values.flatMap(value => (value.type === 'term' ? [value] : []));
};

const isCheck = (part: Expression): part is TestExpression => part.kind === 'test';

const isKeyCheck = (part: Expression, records: RecordsDefinition): part is TestExpression =>
  isCheck(part) && part.fact.id === `${records.id}.${records.key}` && termsOf(part.test).length > 0;

/** So many kinds can stand for the noun; beyond that they are told apart. */
const FEW = 3;

type Say = (expression: Expression) => string;

const named = ({ test }: TestExpression, records: RecordsDefinition, reader: Reader): Noun => {
  const names = termsOf(test).map(({ list, code }) => termLabel(reader.vocabulary, list, code, reader.lang));
  const list = listed(names, reader);
  const { zh, en } = records.item;
  if (names.length > FEW && reader.lang === 'zh')
    return { ...noun(`${zh}（${list}）`, reader), measure: measureOf(zh) };
  if (names.length > FEW) return noun(`${en} (${list})`, reader, `${plural(en)} (${list})`);
  return noun(alternatives(names, reader), reader, alternatives(names.map(plural), reader));
};

/** `用途为窗口工作台的工作台`, `设有吊牌的窗口`; a quality that names its bearer takes the noun's place. */
const described = (base: Noun, checks: readonly TestExpression[], records: RecordsDefinition, reader: Reader): Noun => {
  const qualities = checks.map(({ fact, test }) => {
    const definition = reader.vocabulary.fact.get(fact.id);
    const name = definition === undefined ? fact.id : fieldName(definition, records, reader);
    return testSentence([test], { name, definition, counter: '' }, reader, 'statement');
  });
  const said = qualities.join('且');
  const bearers = bearersOf(checks, qualities, base, reader);
  if (bearers.length > 0) return noun(alternatives(bearers, reader), reader);
  return { ...base, one: `${said}的${base.one}`, many: `${said}的${base.one}` };
};

const PEOPLE = /人员$/u;

/** 窗口工作台 is a 工作台 and 新进窗口人员 are 工作人员: neither wants to be told twice. */
const bearersOf = (
  [check, ...more]: readonly TestExpression[],
  [said = '']: readonly string[],
  base: Noun,
  { vocabulary, lang }: Reader,
): readonly string[] => {
  if (check === undefined || more.length > 0) return [];
  if (isPlainAnswer([check.test], lang)) return PEOPLE.test(said) && PEOPLE.test(base.one) ? [said] : [];
  const labels = termsOf(check.test).map(({ list, code }) => termLabel(vocabulary, list, code, lang));
  return labels.every(label => label.endsWith(base.one)) ? labels : [];
};

/** Qualities that can stand before a noun. */
const isQuality = (part: Expression, { lang }: Reader): part is TestExpression =>
  isCheck(part) && (termsOf(part.test).length > 0 || isPlainAnswer([part.test], lang));

const bracketed = (base: Noun, rest: NonEmpty<Expression>, say: Say, reader: Reader): Noun => {
  const said = say({ kind: 'all', of: rest });
  const [open, close] = reader.lang === 'zh' ? ['（', '）'] : [' (', ')'];
  return { ...base, one: `${base.one}${open}${said}${close}`, many: `${base.many}${open}${said}${close}` };
};

/** Names the records that a filter lets through. */
export const nounOf = (id: string, where: Expression | undefined, say: Say, reader: Reader): Noun => {
  const records = recordsOf(id, reader);
  if (records === undefined) return noun(id, reader);
  const all = parts(where);
  const key = all.find((part): part is TestExpression => isKeyCheck(part, records));
  const rest = all.filter(part => part !== key);
  const base = key === undefined ? noun(records.item[reader.lang], reader) : named(key, records, reader);
  if (!isNonEmpty(rest)) return base;
  const qualities = rest.filter((part): part is TestExpression => isQuality(part, reader));
  return reader.lang === 'zh' && qualities.length === rest.length && rest.length <= 2
    ? described(base, qualities, records, reader)
    : bracketed(base, rest, say, reader);
};
