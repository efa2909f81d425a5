import { type Bilingual, both } from '../../model/base/text.ts';
import { unitNamed } from '../../model/base/unit.ts';
import type { ValueType } from '../../model/base/value.ts';
import { asksForNone, type FactDefinition, type RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { join } from './phrases.ts';

const KINDS: Readonly<Record<ValueType, Bilingual>> = {
  quantity: both('带单位的数', 'a number with a unit'),
  size: both('宽×高', 'width × height'),
  count: both('个数', 'a count'),
  percent: both('百分数', 'a percentage'),
  yes_no: both('是或否', 'yes or no'),
  date: both('日期', 'a date'),
  time: both('钟点', 'a time of day'),
  hours: both('开放时间', 'opening hours'),
  text: both('文字', 'text'),
  term: both('清单中的一项', 'a term of a list'),
  terms: both('清单中的若干项', 'terms of a list'),
  records: both('逐条填报的清单', 'a list of records'),
};

/** What a fact holds, in a word, with the unit or the list of terms. */
export const kindOf = (fact: FactDefinition): Bilingual => {
  const { zh, en } = KINDS[fact.type];
  const particular = 'unit' in fact ? fact.unit : 'list' in fact ? fact.list : '';
  return particular === '' ? { zh, en } : both(`${zh} ${particular}`, `${en}, ${particular}`);
};

/** What a fact is written as, where neither its unit nor its example matters. */
const WRITTEN: Readonly<Record<Exclude<ValueType, 'quantity' | 'size'>, Bilingual>> = {
  count: both('一个不小于 0 的整数', 'a whole number, 0 or more'),
  percent: both('百分数，如“98.5%”', 'a percentage, such as "98.5%"'),
  yes_no: both('“是”或“否”（也可写 有/无、√/×）', '"yes" or "no" (是/否, 有/无, √/× too)'),
  date: both('日期，如“2021-11-15”', 'a date, such as "2021-11-15"'),
  time: both('钟点，如“8:30”“下午3:00”', 'a time of day, such as "8:30"'),
  hours: both(
    '周几、几点到几点，如“周一至周五 8:30-12:00、15:00-18:00；周六 9:00-12:00”；同一天的各段不重叠，周几只写一次',
    'days of the week with times, such as "Mon-Fri 8:30-12:00, 15:00-18:00; Sat 9:00-12:00"; no two stretches of a day overlap and no day stands twice',
  ),
  text: both('一段文字', 'plain text'),
  term: both('清单中的一项', 'one term of its list'),
  terms: both('清单中的若干项，用“、”隔开；没有就写“无”', 'terms of its list, separated by "、"; "无" for none'),
  records: both('一张清单，每条写明各栏；没有就写“无”', 'a list with one entry each; "无" for none'),
};

/** Those whose own example says more. */
const WITH_EXAMPLE: readonly ValueType[] = ['quantity', 'count', 'terms'];

/** How one of a list is written in a cell, by its key and what is measured of it: 1号台：台面高度90cm. */
export const inOneCell = ({ id, label, key, fields }: RecordsDefinition): Bilingual => {
  const name = fields.find(field => field.id === `${id}.${key}`)?.example;
  const measured = fields.find(({ type, example }) => type === 'quantity' && example !== undefined);
  if (name === undefined || measured === undefined) return both('', '');
  const said = `${name}：${measured.label.zh}${measured.example}`;
  return both(`；也可在“${label.zh}”一格里写成“${said}”`, `; or in the cell of "${label.en}", as "${said}"`);
};

const writtenAs = (fact: FactDefinition): Bilingual => {
  if (asksForNone(fact)) return both('“是”或“否”', '"yes" or "no" (是/否)');
  if (fact.type === 'size')
    return both(`“宽×高”，如“50×70${fact.unit}”`, `"width × height", such as "50×70${fact.unit}"`);
  if (fact.type === 'records') return join(WRITTEN.records, inOneCell(fact));
  if (fact.type !== 'quantity') return WRITTEN[fact.type];
  const { zh } = unitNamed(fact.unit).label;
  return both(
    `数字加单位（${zh}），只写数字按${zh}计`,
    `a number with its unit (${fact.unit}; a bare number is taken in ${fact.unit})`,
  );
};

/** What a fact of each type may be written as. */
export const accepted = (fact: FactDefinition): Bilingual => {
  const { example } = fact;
  return example === undefined || !WITH_EXAMPLE.includes(fact.type)
    ? writtenAs(fact)
    : join(writtenAs(fact), both(`，如“${example}”`, `, such as "${example}"`));
};

/** What a value of a fact usually lies between. */
export const plausible = (fact: FactDefinition): Bilingual => {
  const range = 'plausible' in fact ? fact.plausible : undefined;
  const unit = 'unit' in fact ? unitNamed(fact.unit).label : both('', '');
  if (fact.type === 'percent') return both('应在 0%～100% 之间', 'it must be between 0% and 100%');
  if (fact.type === 'count' && range === undefined) return both('不能是负数', 'it cannot be negative');
  return range === undefined
    ? both('不能是负数或零', 'it cannot be negative or zero')
    : both(
        `通常在 ${range[0]}～${range[1]} ${unit.zh}之间，请核对数字和单位`,
        `usually between ${range[0]} and ${range[1]} ${unit.en}: check number and unit`,
      );
};
