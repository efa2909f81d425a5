import { operatorOf } from '../../language/operators.ts';
import { everyPart } from '../../language/walk.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { type Expression, type Operand, partsOf, type Test } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { plural, recordsOf } from '../facts/nouns.ts';
import { termLabel } from '../facts/values.ts';
import { listed } from '../lists.ts';
import { pick, type Reader } from '../reader.ts';

const CONVERTED = both('单位不同的先换算再比', 'units are converted before they are compared');
const SIDES = both('规格的长宽先后不论', 'either side of a size may come first');

const within = (test: Test): readonly Test[] => ('tests' in test ? test.tests.flatMap(within) : [test]);

const testsAt = (expression: Expression): readonly Test[] => {
  if (expression.kind === 'test') return within(expression.test);
  return expression.kind === 'count' ? expression.tests.flatMap(within) : [];
};

/** What is asked, apart from what chooses the records that it is asked of. */
const asked = (expression: Expression): readonly Test[] => [
  ...testsAt(expression),
  ...partsOf(expression)
    .filter(part => !('where' in expression) || part !== expression.where)
    .flatMap(asked),
];

const accepted = (test: Test): readonly Operand[] => operatorOf(test).accepted?.(test) ?? [];

const remarksOn = (test: Test): readonly Bilingual[] => {
  const types = accepted(test).map(operand => (operand.kind === 'value' ? operand.value.type : undefined));
  const remark = operatorOf(test).remark?.(test);
  return [
    ...(remark === undefined ? [] : [remark]),
    ...(types.includes('size') ? [SIDES] : []),
    ...(types.includes('size') || types.includes('quantity') ? [CONVERTED] : []),
  ];
};

/** What counts, in remarks that each stand once. */
export const countsText = ({ require }: Rule, reader: Reader): readonly string[] => [
  ...new Set([
    ...asked(require)
      .flatMap(remarksOn)
      .map(remark => remark[reader.lang]),
    ...everyPart(require)
      .flatMap(testsAt)
      .flatMap(alsoIn)
      .map(taken => alsoText(taken, reader)),
  ]),
];

interface Taken {
  readonly list: string;
  readonly code: string;
  readonly others: readonly string[];
}

/** The terms that a test takes for others. */
const alsoIn = (test: Test): readonly Taken[] => {
  if ('terms' in test) {
    const { list, also = {} } = test.terms;
    return Object.entries(also).map(([code, others]) => ({ list, code, others }));
  }
  return accepted(test).flatMap(operand =>
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

const everyIn = (expression: Expression): readonly Every[] =>
  expression.kind === 'every' ? [expression] : partsOf(expression).flatMap(everyIn);

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
