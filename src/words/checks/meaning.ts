import { type Bilingual, both } from '../../model/base/text.ts';
import type { ValueType } from '../../model/base/value.ts';
import type { Expression, Operand, Operator, Test } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { plural, recordsOf } from '../facts/nouns.ts';
import { termLabel } from '../facts/values.ts';
import { listed } from '../lists.ts';
import { pick, type Reader } from '../reader.ts';

const BOTH_IN = both('两端的数都算在内', 'both ends are included');
const LIMIT_IN = both('恰好等于所定的数算符合', 'exactly the figure given is enough');
const LIMIT_OUT = both('恰好等于所定的数不算符合', 'exactly the figure given is not enough');
const DAY_IN = both('当天算符合', 'the day itself is in time');
const AT_LEAST_THESE = both('所列的是至少要有的，可以更多', 'those listed are the least; more may be there');
const CONVERTED = both('单位不同的先换算再比', 'units are converted before they are compared');
const SIDES = both('规格的长宽先后不论', 'either side of a size may come first');

/** What each operator counts as met, where a reader might ask. */
const REMARKS: Readonly<Record<Operator, Bilingual | undefined>> = {
  at_least: LIMIT_IN,
  at_most: LIMIT_IN,
  more_than: LIMIT_OUT,
  less_than: LIMIT_OUT,
  between: BOTH_IN,
  by: DAY_IN,
  since: DAY_IN,
  equals: undefined,
  one_of: undefined,
  matches: both(
    '××可以是任何文字，№是编号（1、一、A）；括号里的任选其一；空格、引号和全角半角不论',
    '×× stands for any words, № for a number (1, 一, A), brackets for alternatives; spaces, quotation marks and width of characters do not matter',
  ),
  contains: undefined,
  include_all: AT_LEAST_THESE,
  include_any: both('有其中一项就算符合', 'one of them is enough'),
  include_none: both('出现其中任何一项就不符合', 'any one of them fails'),
  only: both('所列以外的都不算', 'nothing beside those listed is accepted'),
  include: AT_LEAST_THESE,
  count: undefined,
  stated: both('填“无”算已申报而没有', '"none" is a declaration that there is nothing'),
  declared: both('只看填没填，不看内容', 'it matters only whether it is declared'),
  occurred: both('填“未发生”算没有发生', '"did not occur" counts as not having occurred'),
  covers: AT_LEAST_THESE,
};

const testsOf = (test: Test): readonly Test[] => (test.op === 'count' ? test.tests.flatMap(testsOf) : [test]);

const allTests = (expression: Expression | undefined): readonly Test[] => {
  switch (expression?.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.flatMap(allTests);
    case 'not':
      return allTests(expression.of);
    case 'test':
      return testsOf(expression.test);
    case 'every':
    case 'some':
      return allTests(expression.have);
    case 'count':
      return expression.tests.flatMap(testsOf);
    case undefined:
      return [];
  }
};

/** Those of `allTests` and those that choose the records. */
const testsAndFilters = (expression: Expression): readonly Test[] => {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.flatMap(testsAndFilters);
    case 'not':
      return testsAndFilters(expression.of);
    case 'every':
    case 'some':
    case 'count':
      return [...allTests(expression.where), ...allTests(expression)];
    default:
      return allTests(expression);
  }
};

const operandTypes = (test: Test): readonly ValueType[] => {
  return operandsOf(test).flatMap(operand => (operand.kind === 'value' ? [operand.value.type] : []));
};

const remarksOn = (test: Test): readonly Bilingual[] => {
  const types = operandTypes(test);
  const remark = test.op === 'declared' && !test.wanted ? undefined : REMARKS[test.op];
  return [
    ...(remark === undefined ? [] : [remark]),
    ...(types.includes('size') ? [SIDES] : []),
    ...(types.includes('size') || types.includes('quantity') ? [CONVERTED] : []),
  ];
};

/** What counts, in remarks that each stand once. */
export const countsText = ({ require }: Rule, reader: Reader): readonly string[] => [
  ...new Set([
    ...allTests(require)
      .flatMap(remarksOn)
      .map(remark => remark[reader.lang]),
    ...testsAndFilters(require)
      .flatMap(alsoIn)
      .map(taken => alsoText(taken, reader)),
  ]),
];

interface Taken {
  readonly list: string;
  readonly code: string;
  readonly others: readonly string[];
}

const operandsOf = (test: Test): readonly Operand[] =>
  test.op === 'equals' ? [test.operand] : test.op === 'one_of' ? test.operands : [];

/** The terms that a test takes for others. */
const alsoIn = (test: Test): readonly Taken[] => {
  if ('terms' in test) {
    const { list, also = {} } = test.terms;
    return Object.entries(also).map(([code, others]) => ({ list, code, others }));
  }
  return operandsOf(test).flatMap(operand =>
    operand.kind === 'value' && operand.value.type === 'term' && operand.also
      ? [{ list: operand.value.list, code: operand.value.code, others: operand.also }]
      : [],
  );
};

const alsoText = ({ list, code, others }: Taken, reader: Reader): string => {
  const [name = code, ...names] = [code, ...others].map(one => termLabel(reader.vocabulary, list, one, reader.lang));
  return pick(reader, `${names.join('、')}也算${name}`, `${listed(names, reader)} counts as ${name}`);
};

type Every = Extract<Expression, { kind: 'every' }>;

const everyIn = (expression: Expression): readonly Every[] => {
  switch (expression.kind) {
    case 'every':
      return [expression];
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.flatMap(everyIn);
    case 'not':
      return everyIn(expression.of);
    default:
      return [];
  }
};

const EMPTY: Readonly<Record<Every['whenEmpty'], Bilingual>> = {
  met: both('按符合', 'counts as met'),
  unmet: both('按不符合', 'counts as not met'),
  unknown: both('未定', 'stays undecided'),
};

const emptyText = ({ records, whenEmpty }: Every, reader: Reader): string => {
  const item = recordsOf(records, reader)?.item;
  return pick(
    reader,
    `没有可核对的${item?.zh ?? records}：${EMPTY[whenEmpty].zh}`,
    `no such ${item ? plural(item.en) : records}: ${EMPTY[whenEmpty].en}`,
  );
};

/** What becomes of a centre that says nothing, or says that there is nothing. */
export const missingText = (rule: Rule, reader: Reader): readonly string[] => [
  pick(reader, '没有申报（不填、填“不详”）：未定，不当作没有', 'not declared: undecided, never taken for a no'),
  ...everyIn(rule.require).map(every => emptyText(every, reader)),
  rule.acceptsNotApplicable
    ? pick(reader, '填“不适用”：本条不适用', 'declared not applicable: the rule does not apply')
    : pick(reader, '填“不适用”：不能免去本条，仍为未定', 'declared not applicable: no exemption, undecided'),
  ...(rule.acceptsNotOccurred
    ? [pick(reader, '填“未发生”：本条不适用', 'declared not to have occurred: the rule does not apply')]
    : []),
];
