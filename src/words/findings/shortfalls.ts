import { operatorOf } from '../../language/operators.ts';
import { compareExact, distance, type Exact, exact, nearDecimal } from '../../model/base/exact.ts';
import type { Bilingual } from '../../model/base/text.ts';
import { inFirstUnit, inUnit } from '../../model/base/unit.ts';
import type { ScalarValue, Value } from '../../model/base/value.ts';
import { factIdOf, type Shortfall } from '../../model/finding/finding.ts';
import type { TermsTest } from '../../model/standard/expression.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { speechOf } from '../checks/tests.ts';
import { plural, recordsOf } from '../facts/nouns.ts';
import { asksForThing, dateText, termLabel, valueFor, yesNoText } from '../facts/values.ts';
import {
  alternatives,
  type EachKind,
  glue,
  listed,
  type OfKind,
  pick,
  quoted,
  type Reader,
  told,
  voiced,
} from '../reader.ts';

type Amount = Extract<ScalarValue, { readonly amount: unknown }>;

const figureOf = (value: Amount): Exact =>
  value.type === 'quantity' ? inFirstUnit(value.amount, value.unit) : exact(value.amount);

/** On which side of a figure a value lies, and how far, in the figure's own unit; undefined where neither can be told. */
const distanceFrom = (
  limit: ScalarValue,
  value: Value | null | undefined,
): { readonly side: 'below' | 'above'; readonly by: ScalarValue } | undefined => {
  if (!value || value.type !== limit.type || !('amount' in value) || !('amount' in limit)) return undefined;
  const [is, wanted] = [figureOf(value), figureOf(limit)];
  const apart = distance(is, wanted);
  const by = nearDecimal(limit.type === 'quantity' ? inUnit(apart, limit.unit) : apart);
  return { side: compareExact(is, wanted) < 0 ? 'below' : 'above', by: { ...limit, amount: by } };
};

type ShortfallOf<K extends Shortfall['kind']> = OfKind<Shortfall, K>;

/** What else is known of a shortfall: the fact's definition, what was declared, and what the rule asks of its terms. */
interface About {
  readonly definition: FactDefinition | undefined;
  readonly tests: readonly TermsTest[];
  readonly value: Value | null | undefined;
}

type Sides = Readonly<Record<'below' | 'above', Bilingual>>;

/** How a measure falls short, by what it measures. */
const SIDES: readonly (readonly [RegExp, Sides])[] = [
  [/高度$/u, { below: { zh: '低', en: 'too low' }, above: { zh: '高出', en: 'too high' } }],
  [/宽度$/u, { below: { zh: '窄', en: 'too narrow' }, above: { zh: '宽出', en: 'too wide' } }],
  [/./u, { below: { zh: '还差', en: 'short' }, above: { zh: '超出', en: 'over' } }],
];

const TIME_SIDES: Sides = { below: { zh: '早', en: 'too early' }, above: { zh: '晚', en: 'too late' } };

const COUNT_SIDES: Sides = { below: { zh: '还差', en: 'short' }, above: { zh: '多出', en: 'too many' } };

const sidesOf = (by: ScalarValue, definition: FactDefinition | undefined): Sides =>
  by.type === 'count'
    ? COUNT_SIDES
    : ((SIDES.find(([name]) => name.test(definition?.label.zh ?? '')) ?? SIDES[2])?.[1] ?? COUNT_SIDES);

const differenceText = (by: ScalarValue, { definition }: About, reader: Reader): string =>
  by.type === 'percent'
    ? pick(reader, `${by.amount} 个百分点`, `${by.amount} percentage point${by.amount === '1' ? '' : 's'}`)
    : valueFor(by, definition, reader);

const away = ({ kind, limit, by }: ShortfallOf<'below' | 'above'>, about: About, reader: Reader): string => {
  if ('amount' in by && by.amount === '0') {
    const edge = valueFor(limit, about.definition, reader);
    return kind === 'below'
      ? pick(reader, `须多于 ${edge}`, `must be more than ${edge}`)
      : pick(reader, `须少于 ${edge}`, `must be less than ${edge}`);
  }
  return sideText(kind, by, about, reader, limit.type === 'time' ? TIME_SIDES : sidesOf(by, about.definition));
};

const sideText = (
  kind: 'below' | 'above',
  by: ScalarValue,
  about: About,
  reader: Reader,
  sides = sidesOf(by, about.definition),
): string => {
  const side = sides[kind];
  const difference = differenceText(by, about, reader);
  return pick(reader, `${side.zh} ${difference}`, `${difference} ${side.en}`);
};

const labelsOf = ({ list, codes }: ShortfallOf<'missing' | 'unexpected'>, reader: Reader): readonly string[] =>
  codes.map(code => termLabel(reader.vocabulary, list, code, reader.lang));

const missing = (shortfall: ShortfallOf<'missing'>, { tests, definition }: About, reader: Reader): string => {
  const test = tests.find(asked => shortfall.codes.every(code => asked.terms.codes.includes(code)));
  const speech = speechOf({ name: '', definition, counter: '' }, reader);
  const list = listed(labelsOf(shortfall, reader), reader);
  const said = test && operatorOf(test).lacking?.(test, shortfall.codes, speech);
  return said ?? pick(reader, `缺 ${list}`, `missing: ${list}`);
};

const differs = ({ accepted }: ShortfallOf<'differs'>, about: About, reader: Reader): string => {
  const { definition, value: declared } = about;
  const [first, ...others] = accepted;
  if (first.type === 'yes_no' && asksForThing(definition) && reader.lang === 'zh')
    return first.value ? '应有' : '不应有';
  const texts = accepted.map(value => {
    if (value.type === 'yes_no') return quoted(yesNoText(value.value, definition, reader.lang), reader);
    const text = valueFor(value, definition, reader);
    return value.type === 'text' ? quoted(text, reader) : text;
  });
  const wanted = alternatives(texts, reader);
  const distance = others.length === 0 ? distanceFrom(first, declared) : undefined;
  const off = distance && sideText(distance.side, distance.by, about, reader);
  return (
    pick(reader, glue('应为', wanted), `should be ${wanted}`) + (off ? pick(reader, `，${off}`, `, is ${off}`) : '')
  );
};

const empty = ({ fact }: ShortfallOf<'empty'>, { definition, value }: About, reader: Reader): string => {
  const records = definition?.type === 'records' ? recordsOf(fact, reader) : undefined;
  if (records === undefined) return pick(reader, '一项也没有', 'nothing is listed');
  const { zh, en } = records.item;
  return value?.type === 'records' && value.items.length > 0
    ? pick(reader, `没有符合条件的${zh}`, `no ${en} of this kind`)
    : pick(reader, `没有${zh}`, `no ${plural(en)}`);
};

/** What should not be, or what is lacking for it not to be: `没有政务公开栏以外的`. */
const excluded = (_: unknown, { tests, definition }: About, reader: Reader): string => {
  const speech = speechOf({ name: '', definition, counter: '' }, reader);
  const [lacking] = tests.flatMap(test => operatorOf(test).opposed?.(test, speech) ?? []);
  return lacking === undefined
    ? pick(reader, '属于不应出现的情形', 'is what should not be')
    : pick(reader, `没${lacking}`, `lacks ${lacking}`);
};

const PHRASES: EachKind<Shortfall, [About, Reader]> = {
  below: away,
  above: away,
  missing,
  unexpected: (shortfall, _, reader) => {
    const list = listed(labelsOf(shortfall, reader), reader);
    return pick(reader, `不应有 ${list}`, `should not be there: ${list}`);
  },
  differs,
  unlike: (_, __, reader) => pick(reader, '与其他各处不一致', 'differs from the others'),
  late: ({ days, limit }, _, reader) =>
    pick(reader, `比 ${dateText(limit, 'zh')}晚 ${days} 天`, `${days} day${days === 1 ? '' : 's'} later than ${limit}`),
  early: ({ days, limit }, _, reader) =>
    voiced(reader, {
      zh: `比 ${dateText(limit, 'zh')}早 ${days} 天`,
      en: `${days} day${days === 1 ? '' : 's'} earlier than ${limit}`,
    }),
  pattern: (_, __, reader) => pick(reader, '与要求的写法不符', 'not worded as required'),
  empty,
  'not-empty': (_, __, reader) => pick(reader, '应为空', 'should be empty'),
  undeclared: (_, __, reader) => pick(reader, '没有申报', 'is not declared'),
  'did-not-occur': (_, __, reader) => pick(reader, '尚未发生', 'has not occurred'),
  excluded,
};

/** What one shortfall is, without saying of what. */
export const shortfallPhrase = (
  shortfall: Shortfall,
  tests: readonly TermsTest[],
  value: Value | null | undefined,
  reader: Reader,
): string => {
  const definition = reader.vocabulary.fact.get(factIdOf(shortfall.fact));
  return told(PHRASES, 'kind', shortfall, { definition, tests, value }, reader);
};
