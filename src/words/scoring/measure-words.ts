import { type Bilingual, both } from '../../model/base/text.ts';
import type { Limit, Measure } from '../../model/scoring/measure.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { factLabel } from '../facts/values.ts';
import { type EachKind, type OfKind, pick, type Reader, told } from '../reader.ts';
import { conditionName } from './counted.ts';
import { withUnit } from './work.ts';

/** A condition without 当…时: `“设有坡道”为“否”`, `填了“书面说明”`. */
export const check = (asked: Expression, reader: Reader): string => {
  if (asked.kind === 'test' && asked.test.op === 'stated' && 'wanted' in asked.test && asked.test.wanted) {
    const name = nameOf(asked.fact.id, reader);
    return pick(reader, `填了“${name}”`, `"${name}" is given`);
  }
  return conditionName(asked, reader.vocabulary, reader.lang);
};

export const nameOf = (id: string, { vocabulary, lang }: Reader): string => factLabel(vocabulary, id, lang);

type MeasureOf<K extends Measure['kind']> = OfKind<Measure, K>;

const limitText = (limit: Limit, unit: Bilingual | undefined, reader: Reader): string => {
  if (limit.kind === 'figure') return withUnit(limit.at, unit)[reader.lang];
  return limit.times === '1' ? measureText(limit.of, reader) : `${measureText(limit.of, reader)} × ${limit.times}`;
};

const gapText = ({ of: measure, limit: edge, side }: MeasureOf<'gap'>, reader: Reader): string => {
  const of = measureText(measure, reader);
  const limit = limitText(edge, measure.domain.unit, reader);
  return side === 'short_of'
    ? pick(reader, `${of}比 ${limit} 少的部分`, `what ${of} lacks of ${limit}`)
    : pick(reader, `${of}超过 ${limit} 的部分`, `${of} beyond ${limit}`);
};

const termsText = ({ fact, terms: { list, codes }, wanted }: MeasureOf<'terms'>, reader: Reader): string => {
  const name = nameOf(fact.id, reader);
  const labels = codes.map(code => reader.vocabulary.term.get(list)?.get(code)?.label[reader.lang] ?? code);
  const listed = labels.join(pick(reader, '、', ', '));
  return wanted === 'missing'
    ? pick(reader, `${name}中缺少的（${listed}）`, `what is missing of ${name} (${listed})`)
    : pick(reader, `${name}中有的（${listed}）`, `what is there of ${name} (${listed})`);
};

/** A list by its name, with which of its records are meant. */
export const recordsText = (list: string, where: Expression | undefined, reader: Reader): string =>
  nameOf(list, reader) +
  (where === undefined ? '' : pick(reader, `（${check(where, reader)}）`, ` (${check(where, reader)})`));

const SHORT = {
  as_is: both('', ''),
  scale: both('，不足的按比例折算', ', scaled where there are fewer'),
  open: both('，不足的待定', ', open where there are fewer'),
} as const;

const countText = ({ records, where, sample }: MeasureOf<'count'>, reader: Reader): string => {
  const of = recordsText(records, where, reader);
  if (sample === undefined) return of;
  const short = SHORT[sample.whenShort][reader.lang];
  return of + pick(reader, `（抽查 ${sample.size} 个${short}）`, ` (in a sample of ${sample.size}${short})`);
};

const checksText = ({ of, wanted }: MeasureOf<'checks'>, reader: Reader): string => {
  const names = of
    .map(({ title, check: asked }) => title?.[reader.lang] ?? check(asked, reader))
    .join(pick(reader, '；', '; '));
  return wanted === 'failed'
    ? pick(reader, `没有做到的（${names}）`, `what fails of: ${names}`)
    : pick(reader, `做到的（${names}）`, `what holds of: ${names}`);
};

const shareText = ({ part, whole }: MeasureOf<'rate' | 'ratio'>, reader: Reader): string =>
  `${measureText(part, reader)} ÷ ${measureText(whole, reader)}`;

const SENTENCES: EachKind<Measure, [Reader]> = {
  fact: ({ fact }, reader) => nameOf(fact.id, reader),
  entry: ({ entry }, { lang }) => entry.label?.[lang] ?? entry.id,
  gap: gapText,
  terms: termsText,
  count: countText,
  sum: (measure, reader) => {
    const of = measureText(measure.of, reader);
    return recordsText(measure.records, measure.where, reader) + pick(reader, `的${of}之和`, `: sum of ${of}`);
  },
  late: ({ done }, reader) => {
    const name = nameOf(done.id, reader);
    return pick(reader, `${name}迟于期限的天数`, `days by which ${name} is late`);
  },
  rate: shareText,
  ratio: shareText,
  checks: checksText,
  rules: (_, reader) => pick(reader, '标准里不符合的条目', 'rules of the standard that fail'),
};

/** What is counted, in a few words. */
export const measureText = (measure: Measure, reader: Reader): string => told(SENTENCES, 'kind', measure, reader);
