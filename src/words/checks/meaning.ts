import { operatorOf } from '../../language/operators.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import type { Silence } from '../../model/finding/silence.ts';
import { type Expression, everyPart, type Operand, partsOf, type Test } from '../../model/standard/expression.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { termLabel } from '../facts/values.ts';
import { OUTCOME_NAMES } from '../names.ts';
import { listed, pick, type Reader } from '../reader.ts';

const CONVERTED = both('单位不同的先换算再比', 'units are converted before they are compared');
const SIDES = both('规格的长宽先后不论', 'either side of a size may come first');

/** A test and those of the figure that it reckons: how that is counted is told too. */
const within = (test: Test): readonly Test[] => [test, ...('tests' in test ? test.tests.flatMap(within) : [])];

const testsAt = (expression: Expression): readonly Test[] => {
  if (expression.kind === 'test') return within(expression.test);
  return expression.kind === 'count' ? expression.tests.flatMap(within) : [];
};

interface Asked {
  readonly test: Test;
  readonly isNegated: boolean;
}

/** What is asked, apart from what chooses the records that it is asked of. */
const asked = (expression: Expression, isNegated = false): readonly Asked[] => [
  ...testsAt(expression).map(test => ({ test, isNegated })),
  ...partsOf(expression)
    .filter(part => !('where' in expression) || part !== expression.where)
    .flatMap(part => asked(part, isNegated !== (expression.kind === 'not'))),
];

const accepted = (test: Test): readonly Operand[] => operatorOf(test).accepted?.(test) ?? [];

/** What an operator says of itself holds only where it is asked for, not where its opposite is. */
const remarksOn = ({ test, isNegated }: Asked): readonly Bilingual[] => {
  const types = accepted(test).map(operand => (operand.kind === 'value' ? operand.value.type : undefined));
  const remark = isNegated ? undefined : operatorOf(test).remark?.(test);
  return [
    ...(remark === undefined ? [] : [remark]),
    ...(types.includes('size') ? [SIDES] : []),
    ...(types.includes('size') || types.includes('quantity') ? [CONVERTED] : []),
  ];
};

/** What a test that is all that a rule requires comes to. */
const rulingOn = (test: Test): readonly Bilingual[] => operatorOf(test).ruling?.(test) ?? [];

/** What counts, in remarks that each stand once. */
export const countsText = ({ require }: Rule, reader: Reader): readonly string[] => [
  ...new Set([
    ...[...(require.kind === 'test' ? rulingOn(require.test) : []), ...asked(require).flatMap(remarksOn)].map(
      remark => remark[reader.lang],
    ),
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

const emptyText = ({ fact, outcome }: Silence['empty'][number], reader: Reader): string => {
  const { zh = fact, en = fact } = reader.vocabulary.fact.get(fact)?.label ?? {};
  const { zh: comes, en: becomes } = OUTCOME_NAMES[outcome];
  return pick(reader, `${zh}填“无”、其他没有申报：${comes}`, `${en} declared as none and nothing else: ${becomes}`);
};

/** What becomes of a centre that says nothing, or says that there is nothing. */
export const silenceText = (
  { undeclared, notApplicable, didNotOccur, empty }: Silence,
  reader: Reader,
): readonly string[] => {
  const become = (zh: string, en: string, outcome: Outcome): string =>
    pick(reader, `${zh}：${OUTCOME_NAMES[outcome].zh}`, `${en}: ${OUTCOME_NAMES[outcome].en}`);
  return [
    undeclared === 'unknown'
      ? pick(reader, '没有申报（不填、填“不详”）：未定，不当作没有', 'not declared: undecided, never taken for a no')
      : become('没有申报（不填、填“不详”）', 'not declared', undeclared),
    ...empty.map(one => emptyText(one, reader)),
    notApplicable === 'unknown'
      ? pick(reader, '填“不适用”：不能免去本条，仍为未定', 'declared not applicable: no exemption, undecided')
      : become('填“不适用”', 'declared not applicable', notApplicable),
    ...(didNotOccur === 'unknown' ? [] : [become('填“未发生”', 'declared not to have occurred', didNotOccur)]),
  ];
};
