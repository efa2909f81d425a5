import { both } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Escalation } from '../../model/scoring/amount.ts';
import type { Amount, Item, RecordsAsked, Step } from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { entryRange } from '../facts/values.ts';
import { called, type EachKind, type OfKind, pick, type Reader, told, voiced } from '../reader.ts';
import { check, measureText, nameOf, recordsText } from './measure-words.ts';
import { bandText, minus, withUnit } from './work.ts';

const OTHERS = both('与其他中心比较', 'compared with the other centres');

const points = (amount: Decimal, reader: Reader): string => pick(reader, `${amount} 分`, amount);

const PARTS = {
  full: ['不足一档不计', 'a part of a step counts nothing'],
  started: ['不足一档按一档', 'a part of a step counts whole'],
  pro_rata: ['按比例', 'pro rata'],
} as const;

const listed = <T>(parts: readonly T[], reader: Reader, tell: (part: T) => string = String): string =>
  parts.map(part => tell(part)).join(pick(reader, '；', '; '));

type AmountOf<K extends Amount['kind']> = OfKind<Amount, K>;

const beyondText = ({ after, points: further, applies }: Escalation, reader: Reader): string =>
  voiced(reader, {
    zh: `，超过 ${after} ${applies === 'all' ? '的全部' : '的部分每次'}按 ${further} 分`,
    en: `, beyond ${after}: ${further} for ${applies === 'all' ? 'all of them' : 'each further one'}`,
  });

const eachText = (
  { measure, per, points: each, steps, then }: AmountOf<'each'>,
  verb: string,
  reader: Reader,
): string => {
  const unit = measure.domain.unit;
  const [of, isWhole] = [measureText(measure, reader), per === '1' && measure.domain.whole];
  const part = isWhole ? '' : pick(reader, `（${PARTS[steps][0]}）`, ` (${PARTS[steps][1]})`);
  const more = then.map(escalation => beyondText(escalation, reader));
  const first = voiced(reader, {
    zh: `${of}，每 ${per} ${unit?.zh ?? ''}${verb} ${each} 分${part}`,
    en: `${of}: ${verb} ${each} for each${isWhole ? '' : ` ${withUnit(per, unit).en}`}${part}`,
  });
  return first + more.join('');
};

const tiersText = ({ measure, bands }: AmountOf<'tiers'>, verb: string, reader: Reader): string => {
  const line = (band: (typeof bands)[number]): string =>
    `${bandText(band, reader.lang, measure.domain.unit)} ${verb} ${points(band.points, reader)}`;
  return `${measureText(measure, reader)}${pick(reader, '：', ': ')}${listed(bands, reader, line)}`;
};

const optionsText = ({ options, otherwise }: AmountOf<'options'>, verb: string, reader: Reader): string =>
  listed(
    [
      ...options.map(
        one =>
          `${one.title?.[reader.lang] ?? pick(reader, `${check(one.if, reader)}的`, `if ${check(one.if, reader)}`)} ${verb} ${points(one.points, reader)}`,
      ),
      `${pick(reader, '其余', 'otherwise')} ${verb} ${points(otherwise, reader)}`,
    ],
    reader,
  );

const enteredText = ({ measure }: AmountOf<'entered'>, verb: string, reader: Reader): string => {
  const { least, most } = measure.domain;
  const of = measureText(measure, reader);
  if (measure.kind === 'entry' && measure.entry.kind === 'option') {
    const options = entryRange(measure.entry, reader.lang);
    return pick(reader, `检查人评定：${of}，${verb}分：${options}`, `judged on site: ${of}, ${verb}: ${options}`);
  }
  return voiced(reader, {
    zh: `检查人评定：${of}，${verb} ${least}～${most ?? '…'} 分`,
    en: `judged on site: ${of}, ${verb} ${least}–${most ?? '…'}`,
  });
};

const stepsText = (steps: readonly Step[], reader: Reader): string =>
  listed(steps, reader, step => stepText(step, reader));

const againText = ({ steps, same }: NonNullable<RecordsAsked['again']>, reader: Reader): string => {
  const of = same === undefined ? '' : pick(reader, `同一${nameOf(same, reader)}`, ` of one ${nameOf(same, reader)}`);
  const more = steps.map(({ after, times }) =>
    pick(reader, `超过 ${after} 条的按 ${times} 倍`, `those beyond ${after}${of} count ${times} times`),
  );
  return pick(reader, `${of}${more.join('，')}`, more.join(', '));
};

/** What is said of the records of a list beside the price of each. */
const togetherTexts = ({ oncePer, capEach, again, capPer }: RecordsAsked, reader: Reader): readonly string[] => {
  const one = (field: string): string => pick(reader, `同一${nameOf(field, reader)}`, `one ${nameOf(field, reader)}`);
  return [
    ...(oncePer === undefined
      ? []
      : [pick(reader, `${one(oncePer)}只计最高的一条`, `${one(oncePer)} counts once, at its highest`)]),
    ...(again === undefined ? [] : [againText(again, reader)]),
    ...(capEach === undefined ? [] : [pick(reader, `每条最多 ${capEach} 分`, `each at most ${capEach}`)]),
    ...(capPer === undefined
      ? []
      : [
          pick(reader, `${one(capPer.field)}最多 ${capPer.points} 分`, `${one(capPer.field)} at most ${capPer.points}`),
        ]),
  ];
};

const recordsPriced = ({ records }: AmountOf<'records'>, verb: string, reader: Reader): string => {
  const { list, where, amount } = records;
  const price = amount.kind === 'base' ? `${verb} ${points(amount.points, reader)}` : amountText(amount, verb, reader);
  const of = recordsText(list, where, reader);
  const more = togetherTexts(records, reader);
  return [pick(reader, `${of}逐条：${price}`, `for each of ${of}: ${price}`), ...more].join(pick(reader, '，', ', '));
};

const SENTENCES: EachKind<Amount, [verb: string, reader: Reader]> = {
  base: ({ points: base }, _, reader) => pick(reader, `基本分 ${base} 分`, `base ${base}`),
  once: ({ if: asked, points: once }, verb, reader) => {
    const condition = check(asked, reader);
    return pick(reader, `${condition}的，${verb} ${once} 分`, `if ${condition}: ${verb} ${once}`);
  },
  each: eachText,
  tiers: tiersText,
  options: optionsText,
  share: ({ points: whole, measure }, _, reader) =>
    pick(reader, `${whole} 分 × ${measureText(measure, reader)}`, `${whole} × ${measureText(measure, reader)}`),
  entered: enteredText,
  relative: ({ measure, points: most }, _, reader) => {
    const [others, what] = [called(reader.vocabulary, OTHERS), measureText(measure, reader)];
    return pick(reader, `${others.zh}：${what}，最多 ${most} 分`, `${others.en}: ${what}, at most ${most}`);
  },
  best_of: ({ of }, _, reader) =>
    pick(reader, `取最高：${stepsText(of, reader)}`, `the best of: ${stepsText(of, reader)}`),
  group: ({ of }, _, reader) => stepsText(of, reader),
  records: recordsPriced,
  form: ({ total, points: worth }, _, reader) =>
    pick(reader, `另一张 ${total} 分的表，折成 ${worth} 分`, `a form of ${total}, for ${worth}`),
};

const amountText = (amount: Amount, verb: string, reader: Reader): string =>
  told(SENTENCES, 'kind', amount, verb, reader);

const conditionText = (
  condition: Expression | undefined,
  reader: Reader,
  say: (asked: string) => string,
): readonly string[] => (condition === undefined ? [] : [say(check(condition, reader))]);

const stepText = (step: Step, reader: Reader): string => {
  const verb = step.kind === 'deduct' ? pick(reader, '扣', 'take') : pick(reader, '得', 'give');
  const more = [
    ...(step.cap === undefined ? [] : [pick(reader, `最多 ${step.cap} 分`, `at most ${step.cap}`)]),
    ...conditionText(step.onlyIf, reader, asked => pick(reader, `只限${asked}的`, `only if ${asked}`)),
    ...conditionText(step.excusedIf, reader, asked => pick(reader, `${asked}的不扣`, `not if ${asked}`)),
  ];
  const title = step.title === undefined ? '' : `${step.title[reader.lang]}${pick(reader, '：', ': ')}`;
  return `${title}${amountText(step.amount, verb, reader)}${more.length === 0 ? '' : pick(reader, `（${more.join('，')}）`, ` (${more.join(', ')})`)}`;
};

/** How a row is reckoned, in one plain line made of what the tool holds. */
export const rowText = (item: Item, reader: Reader): string => {
  const start =
    item.start === '0'
      ? pick(reader, '从 0 分起', 'from 0')
      : pick(reader, `从 ${item.start} 分起`, `from ${item.start}`);
  const takes = item.steps.some(({ kind }) => kind === 'deduct');
  const floor = !takes
    ? ''
    : item.floor === null
      ? pick(reader, '可以是负分', 'may be negative')
      : pick(reader, `扣到 ${minus(item.floor)} 分为止`, `not below ${item.floor}`);
  return [
    ...conditionText(item.when, reader, asked => pick(reader, `只限${asked}的`, `only if ${asked}`)),
    start,
    ...item.steps.map(step => stepText(step, reader)),
    ...conditionText(item.zeroIf, reader, asked => pick(reader, `${asked}的整项不得分`, `nothing if ${asked}`)),
    ...(floor === '' ? [] : [floor]),
  ].join(pick(reader, '；', '; '));
};
