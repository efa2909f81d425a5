import { expect, it } from 'vitest';
import { accepted, kindOf, plausible } from '../../src/words/problems/accepted.ts';
import { vocabularyOf } from '../support/inline.ts';

const { fact } = vocabularyOf(
  `
theme: hall
label: { zh: 大厅, en: Hall }
facts:
  hall.area: { label: { zh: 面积, en: Area }, type: quantity, unit: m², plausible: [10, 500], example: 230平方米 }
  hall.width: { label: { zh: 宽, en: Width }, type: quantity, unit: cm }
  hall.sign: { label: { zh: 标牌, en: Sign }, type: size, unit: cm, example: 50×70 }
  hall.cases: { label: { zh: 办件, en: Cases }, type: count, counter: { zh: 件, en: cases } }
  hall.staff: { label: { zh: 人员, en: Staff }, type: count, counter: { zh: 人, en: people }, plausible: [1, 30], example: 6人 }
  hall.rate: { label: { zh: 满意率, en: Rate }, type: percent }
  hall.bank: { label: { zh: 银行, en: Bank }, type: yes_no, example: 有 }
  hall.kind: { label: { zh: 种类, en: Kind }, type: term, list: kinds }
`,
  'list: kinds\nlabel: { zh: 种类, en: Kinds }\nterms: { own: { zh: 自有, en: Own } }',
);

it.each([
  ['hall.area', '带单位的数 m²', '数字加单位（㎡），只写数字按㎡计，如“230平方米”', '通常在 10～500 ㎡之间'],
  ['hall.width', '带单位的数 cm', '数字加单位（厘米），只写数字按厘米计', '不能是负数或零'],
  ['hall.sign', '宽×高 cm', '“宽×高”，如“50×70cm”', '不能是负数或零'],
  ['hall.cases', '个数', '一个不小于 0 的整数', '不能是负数'],
  ['hall.staff', '个数', '一个不小于 0 的整数，如“6人”', '通常在 1～30 之间'],
  ['hall.rate', '百分数', '百分数，如“98.5%”', '应在 0%～100% 之间'],
  ['hall.bank', '是或否', '“是”或“否”（也可写 有/无、√/×）', '不能是负数或零'],
  ['hall.kind', '清单中的一项 kinds', '清单中的一项', '不能是负数或零'],
])('%s is told by its kind, how it is written and what it may come to', (id, kind, written, between) => {
  const asked = fact.get(id);
  if (asked === undefined) throw new Error(id);
  expect([kindOf(asked).zh, accepted(asked).zh, plausible(asked).zh.split('，')[0]]).toEqual([kind, written, between]);
  if ('plausible' in asked) expect(plausible(asked).en).toContain(asked.plausible?.join(' and '));
});
