import type { Decimal } from '../../model/base/value.ts';
import type { Limit, Measure } from '../../model/scoring/measure.ts';
import type { Amount, Item, Step } from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { conditionText } from '../checks/expressions.ts';
import { factLabel } from '../facts/values.ts';
import { pick, type Reader } from '../reader.ts';
import { bandText } from './work.ts';

const say = (reader: Reader, zh: string, en: string): string => pick(reader, zh, en);

const points = (amount: Decimal, reader: Reader): string => say(reader, `${amount} 分`, amount);

const check = (asked: Expression, { vocabulary, lang }: Reader): string => conditionText(asked, vocabulary, lang);

const nameOf = (id: string, { vocabulary, lang }: Reader): string => factLabel(vocabulary, id, lang);

const limitText = (limit: Limit, unit: string, reader: Reader): string => {
  if (limit.kind === 'figure') return limit.at + unit;
  return limit.times === '1' ? measureText(limit.of, reader) : `${measureText(limit.of, reader)} × ${limit.times}`;
};

/** What is counted, in a few words. */
const measureText = (measure: Measure, reader: Reader): string => {
  const { lang, vocabulary } = reader;
  const unit = measure.domain.unit?.[lang] ?? '';
  switch (measure.kind) {
    case 'fact':
      return nameOf(measure.fact.id, reader);
    case 'entry':
      return measure.entry.label?.[lang] ?? measure.entry.id;
    case 'gap': {
      const [of, limit] = [
        measureText(measure.of, reader),
        limitText(measure.limit, measure.of.domain.unit?.[lang] ?? '', reader),
      ];
      return measure.side === 'short_of'
        ? say(reader, `${of}比 ${limit} 少的部分`, `what ${of} lacks of ${limit}`)
        : say(reader, `${of}超过 ${limit} 的部分`, `${of} beyond ${limit}`);
    }
    case 'terms': {
      const name = nameOf(measure.fact.id, reader);
      const terms = measure.terms.codes.map(
        code => vocabulary.term.get(measure.terms.list)?.get(code)?.label[lang] ?? code,
      );
      const listed = terms.join(say(reader, '、', ', '));
      return measure.wanted === 'missing'
        ? say(reader, `${name}中缺少的（${listed}）`, `what is missing of ${name} (${listed})`)
        : say(reader, `${name}中有的（${listed}）`, `what is there of ${name} (${listed})`);
    }
    case 'count':
    case 'sum': {
      const where =
        measure.where === undefined
          ? ''
          : say(reader, `（${check(measure.where, reader)}）`, ` (${check(measure.where, reader)})`);
      const of =
        measure.kind === 'sum'
          ? say(reader, `的${measureText(measure.of, reader)}之和`, `: sum of ${measureText(measure.of, reader)}`)
          : '';
      return `${nameOf(measure.records, reader)}${where}${of}`;
    }
    case 'late':
      return say(
        reader,
        `${nameOf(measure.done.id, reader)}迟于期限的天数`,
        `days by which ${nameOf(measure.done.id, reader)} is late`,
      );
    case 'rate':
    case 'ratio':
      return `${measureText(measure.part, reader)} ÷ ${measureText(measure.whole, reader)}`;
    case 'checks': {
      const names = measure.of
        .map(({ title, check: asked }) => title?.[lang] ?? check(asked, reader))
        .join(say(reader, '；', '; '));
      return measure.wanted === 'failed'
        ? say(reader, `没有做到的（${names}）`, `what fails of: ${names}`)
        : say(reader, `做到的（${names}）`, `what holds of: ${names}`);
    }
    case 'rules':
      return say(reader, `标准里不符合的条目${unit}`, 'rules of the standard that fail');
  }
};

const PARTS = {
  full: ['不足一档不计', 'a part of a step counts nothing'],
  started: ['不足一档按一档', 'a part of a step counts whole'],
  pro_rata: ['按比例', 'pro rata'],
} as const;

const listed = (parts: readonly string[], reader: Reader): string => parts.join(say(reader, '；', '; '));

const amountText = (amount: Amount, verb: string, reader: Reader): string => {
  const { lang } = reader;
  switch (amount.kind) {
    case 'base':
      return say(reader, `基本分 ${amount.points} 分`, `base ${amount.points}`);
    case 'once':
      return say(
        reader,
        `${check(amount.if, reader)}，${verb} ${amount.points} 分`,
        `if ${check(amount.if, reader)}: ${verb} ${amount.points}`,
      );
    case 'each': {
      const unit = amount.measure.domain.unit?.[lang] ?? '';
      const part =
        amount.per === '1' && amount.measure.domain.whole
          ? ''
          : say(reader, `（${PARTS[amount.steps][0]}）`, ` (${PARTS[amount.steps][1]})`);
      const then = amount.then.map(({ after, points: more, applies }) =>
        say(
          reader,
          `，超过 ${after} ${applies === 'all' ? '的全部' : '的部分每次'}按 ${more} 分`,
          `, beyond ${after} ${more} for ${applies === 'all' ? 'all' : 'each further one'}`,
        ),
      );
      return (
        say(
          reader,
          `${measureText(amount.measure, reader)}，每 ${amount.per} ${unit}${verb} ${amount.points} 分${part}`,
          `${measureText(amount.measure, reader)}: ${verb} ${amount.points} for each ${amount.per} ${unit}${part}`,
        ) + then.join('')
      );
    }
    case 'tiers':
      return `${measureText(amount.measure, reader)}${say(reader, '：', ': ')}${listed(
        amount.bands.map(
          band => `${bandText(band, lang, amount.measure.domain.unit)} ${verb} ${points(band.points, reader)}`,
        ),
        reader,
      )}`;
    case 'options':
      return listed(
        [
          ...amount.options.map(
            one => `${one.title?.[lang] ?? check(one.if, reader)} ${verb} ${points(one.points, reader)}`,
          ),
          `${say(reader, '其余', 'otherwise')} ${verb} ${points(amount.otherwise, reader)}`,
        ],
        reader,
      );
    case 'share':
      return say(
        reader,
        `${amount.points} 分 × ${measureText(amount.measure, reader)}`,
        `${amount.points} × ${measureText(amount.measure, reader)}`,
      );
    case 'entered': {
      const { least, most } = amount.measure.domain;
      return say(
        reader,
        `检查人评定：${measureText(amount.measure, reader)}，${verb} ${least}～${most ?? '…'} 分`,
        `judged on site: ${measureText(amount.measure, reader)}, ${verb} ${least}–${most ?? '…'}`,
      );
    }
    case 'relative':
      return say(
        reader,
        `与其他中心比较：${measureText(amount.measure, reader)}，最多 ${amount.points} 分`,
        `compared with the other centres: ${measureText(amount.measure, reader)}, at most ${amount.points}`,
      );
    case 'best_of':
      return say(
        reader,
        `取最高：${listed(
          amount.of.map(step => stepText(step, reader)),
          reader,
        )}`,
        `the best of: ${listed(
          amount.of.map(step => stepText(step, reader)),
          reader,
        )}`,
      );
    case 'group':
      return listed(
        amount.of.map(step => stepText(step, reader)),
        reader,
      );
    case 'records':
      return say(
        reader,
        `${nameOf(amount.records.list, reader)}逐条：${amountText(amount.records.amount, verb, reader)}`,
        `for each of ${nameOf(amount.records.list, reader)}: ${amountText(amount.records.amount, verb, reader)}`,
      );
    case 'form':
      return say(
        reader,
        `另一张 ${amount.total} 分的表，折成 ${amount.points} 分`,
        `a form of ${amount.total}, for ${amount.points}`,
      );
  }
};

const stepText = (step: Step, reader: Reader): string => {
  const verb = step.kind === 'deduct' ? say(reader, '扣', 'take') : say(reader, '得', 'give');
  const more = [
    ...(step.cap === undefined ? [] : [say(reader, `最多 ${step.cap} 分`, `at most ${step.cap}`)]),
    ...(step.onlyIf === undefined
      ? []
      : [say(reader, `只限${check(step.onlyIf, reader)}`, `only if ${check(step.onlyIf, reader)}`)]),
    ...(step.excusedIf === undefined
      ? []
      : [say(reader, `${check(step.excusedIf, reader)}不扣`, `not if ${check(step.excusedIf, reader)}`)]),
  ];
  const title = step.title === undefined ? '' : `${step.title[reader.lang]}${say(reader, '：', ': ')}`;
  return `${title}${amountText(step.amount, verb, reader)}${more.length === 0 ? '' : say(reader, `（${more.join('，')}）`, ` (${more.join(', ')})`)}`;
};

/** How a row is reckoned, in one plain line made of what the tool holds. */
export const rowText = (item: Item, reader: Reader): string => {
  const start =
    item.start === '0'
      ? say(reader, '从 0 分起', 'from 0')
      : say(reader, `从 ${item.start} 分起`, `from ${item.start}`);
  const takes = item.steps.some(({ kind }) => kind === 'deduct');
  const floor = !takes
    ? ''
    : item.floor === null
      ? say(reader, '可以是负分', 'may be negative')
      : say(reader, `扣到 ${item.floor} 分为止`, `not below ${item.floor}`);
  return [
    ...(item.when === undefined
      ? []
      : [say(reader, `只限${check(item.when, reader)}`, `only if ${check(item.when, reader)}`)]),
    start,
    ...item.steps.map(step => stepText(step, reader)),
    ...(item.zeroIf === undefined
      ? []
      : [say(reader, `${check(item.zeroIf, reader)}整项不得分`, `nothing if ${check(item.zeroIf, reader)}`)]),
    ...(floor === '' ? [] : [floor]),
  ].join(say(reader, '；', '; '));
};
