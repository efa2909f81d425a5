import { expect, it } from 'vitest';
import type { Value } from '../../src/model/base/value.ts';
import { vocabularyOf } from '../support/inline.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const VOCABULARY = vocabularyOf(
  `
theme: hall
label: { zh: 办事大厅, en: Service hall }
facts:
  hall.lift: { label: { zh: 有电梯, en: Lift }, type: yes_no }
  hall.tidy: { label: { zh: 环境整洁, en: Tidy }, type: yes_no }
  hall.kind: { label: { zh: 大厅类型, en: Kind }, type: term, list: kinds }
  hall.sign: { label: { zh: 招牌类型, en: Sign }, type: term, list: signs }
  hall.few: { label: { zh: 窗口数, en: Windows }, type: count, counter: { zh: 个, en: windows }, plausible: [2, 4] }
  hall.most: { label: { zh: 座位数, en: Seats }, type: count, counter: { zh: 个, en: seats }, plausible: [0, 40] }
  hall.many: { label: { zh: 人数, en: People }, type: count, counter: { zh: 人, en: people }, plausible: [0, 41] }
  hall.cases: { label: { zh: 办件数, en: Cases }, type: count, counter: { zh: 件, en: cases } }
  hall.rate: { label: { zh: 满意率, en: Satisfaction }, type: percent }
  hall.area: { label: { zh: 大厅面积, en: Area }, type: quantity, unit: m² }
  hall.notices: { label: { zh: 公示内容, en: Notices }, type: terms, list: kinds }
  problems:
    label: { zh: 问题清单, en: Problems }
    type: records
    item: { zh: 问题, en: problem }
    key: name
    fields: { name: { label: { zh: 问题名称, en: Name }, type: text } }
`,
  'list: kinds\nlabel: { zh: 类型, en: Kinds }\nterms: { whole: { zh: 综合大厅, en: Whole }, part: { zh: 专业大厅, en: Part } }\n',
  'list: signs\nlabel: { zh: 类型, en: Kinds }\nopen: yes\nterms: { wood: { zh: 木牌, en: Wood } }\n',
);

const HEAD = scorecardHead(10);

const shown = (value: Value): string => {
  if (value.type === 'yes_no') return value.value ? 'yes' : 'no';
  if ('code' in value) return value.code;
  return 'amount' in value ? value.amount : '?';
};

/** The facts that several questions of a row ask, with every answer that makes a difference. */
const sharedIn = (row: string): readonly string[] => {
  const text = `${HEAD}not_checked: leave_out\nsections: [{ id: s, title: 分项, points: 10, items: [{ id: row, clause: 一, title: 项, points: 10, ${row} }] }]\n`;
  const { forms } = scorecardOf(text.replace('undeclared: open', 'undeclared: open, not_applicable: full'), VOCABULARY);
  const shared = forms[0].sections[0].items[0].shared ?? [];
  return shared.map(({ fact, values }) => `${fact}: ${values.map(shown).join(' ')}`);
};

const integers = (least: number, most: number): string =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index).join(' ');

const twice = (fact: string, first: string, second: string): string =>
  `deduct: [{ points: 1, if: { ${fact}: ${first} } }, { points: 2, if: { ${fact}: ${second} } }]`;

it.each<[name: string, row: string, shared: readonly string[]]>([
  ['one question', 'deduct: { points: 1, if: { hall.lift: no } }', []],
  ['two of one answer', twice('hall.lift', 'no', 'yes'), ['hall.lift: yes no']],
  [
    'two of different facts',
    'deduct: [{ points: 1, if: { hall.lift: no } }, { points: 2, if: { hall.tidy: no } }]',
    [],
  ],
  [
    'one step, both of whose parts ask it',
    'deduct: { points: 1, if_any: [{ hall.lift: no }, { all: [{ hall.lift: yes }, { hall.tidy: no }] }] }',
    ['hall.lift: yes no'],
  ],
  [
    'a condition of the row',
    'when: { hall.lift: yes }, deduct: { points: 1, unless: { hall.lift: yes } }',
    ['hall.lift: yes no'],
  ],
  [
    'what takes all',
    'zero_if: { hall.lift: no }, deduct: { points: 1, unless: { hall.lift: yes } }',
    ['hall.lift: yes no'],
  ],
  [
    'a condition of a step',
    'deduct: { points: 1, unless: { hall.lift: yes }, only_if: { hall.lift: yes } }',
    ['hall.lift: yes no'],
  ],
  [
    'two facts, each twice',
    'when: { hall.lift: yes, hall.tidy: yes }, deduct: [{ points: 1, if: { hall.tidy: no } }, { points: 1, if: { hall.lift: no } }]',
    ['hall.tidy: yes no', 'hall.lift: yes no'],
  ],
  ['a term', twice('hall.kind', '综合大厅', '专业大厅'), ['hall.kind: whole part']],
  ['a term of an open list', twice('hall.sign', '木牌', '{ one_of: [木牌] }'), ['hall.sign: wood other:…']],
  ['a count of few', twice('hall.few', '{ at_least: 3 }', '{ less_than: 3 }'), ['hall.few: 2 3 4']],
  [
    'a count of up to forty',
    twice('hall.most', '{ at_least: 3 }', '{ less_than: 3 }'),
    [`hall.most: ${integers(0, 40)}`],
  ],
  ['a count of more', twice('hall.many', '{ at_least: 3 }', '{ less_than: 9 }'), ['hall.many: 0 3 9 1 4 10']],
  [
    'a count without end',
    twice('hall.cases', '{ at_least: 100 }', '{ less_than: 50 }'),
    ['hall.cases: 0 50 100 1 51 101'],
  ],
  [
    'a count within a range',
    twice('hall.cases', '{ between: [10, 20] }', '{ at_least: 50 }'),
    ['hall.cases: 0 10 20 50 1 11 21 51'],
  ],
  [
    'a count that is priced',
    'deduct: [{ each: hall.cases, points: 1 }, { points: 1, if: { hall.cases: { at_least: 3 } } }]',
    [],
  ],
  [
    'a count of few that is priced',
    'deduct: [{ each: hall.few, points: 1 }, { points: 1, if: { hall.few: { at_least: 3 } } }]',
    ['hall.few: 2 3 4'],
  ],
  ['a rate', twice('hall.rate', '{ at_least: 60% }', '{ less_than: 90% }'), ['hall.rate: 0 60 90 100 30 75 95']],
  [
    'a rate in tiers',
    'start: 0, award: { tiers: hall.rate, bands: [{ at_least: 80%, points: 5 }, { less_than: 80%, points: 1 }] }, deduct: { points: 1, if: { hall.rate: { less_than: 60% } } }',
    ['hall.rate: 0 60 80 100 30 70 90'],
  ],
  [
    'a rate that is priced',
    'start: 0, award: { share_of: hall.rate, points: 5 }, deduct: { points: 1, if: { hall.rate: { less_than: 60% } } }',
    [],
  ],
  ['an area', twice('hall.area', '{ at_least: 60 m² }', '{ less_than: 90 m² }'), []],
  ['terms', twice('hall.notices', '{ include_all: [综合大厅] }', '{ include_all: [专业大厅] }'), []],
  [
    'a row that prices each record',
    'deduct: [{ for_each: problems, points: 1 }, { points: 1, if: { hall.lift: no } }, { points: 1, if: { hall.lift: yes } }]',
    [],
  ],
  [
    'a row that is compared with others',
    'start: 0, award: { relative: hall.rate, to: best, wanted: highest, points: 5 }, deduct: [{ points: 1, if: { hall.lift: no } }, { points: 1, if: { hall.lift: yes } }]',
    [],
  ],
])('of %s is worked out together what several questions ask', (_, row, shared) => {
  expect(sharedIn(row)).toEqual(shared);
});
