import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { succeed, vocabularyOf } from '../support/inline.ts';
import { flat } from '../support/workbooks.ts';

const VOCABULARY = vocabularyOf(
  `
theme: center
label: { zh: 中心, en: Centre }
facts:
  center.name: { label: { zh: 中心名称, en: Name }, aliases: [名称], type: text }
  center.county: { label: { zh: 县区, en: County }, type: text }
  center.township: { label: { zh: 乡镇, en: Township }, type: text }
  center.level: { label: { zh: 级别, en: Level }, type: term, list: center_levels }
`,
  `
theme: hall
label: { zh: 办事大厅, en: Service hall }
aliases: [大厅]
facts:
  hall.area: { label: { zh: 办事大厅使用面积, en: Area }, aliases: [大厅面积], type: quantity, unit: m², plausible: [5, 5000] }
  hall.staff: { label: { zh: 工作人员数, en: Staff }, type: count, counter: { zh: 人, en: people }, plausible: [1, 50] }
  hall.open: { label: { zh: 敞开式办公, en: Open plan }, type: yes_no }
  hall.rate: { label: { zh: 满意率, en: Satisfaction }, type: percent }
  hall.since: { label: { zh: 启用日期, en: Since }, type: date }
  hall.opens: { label: { zh: 开门时间, en: Opens }, type: time }
  hall.systems: { label: { zh: 制度, en: Systems }, type: terms, list: systems }
  hall.amenities: { label: { zh: 便民设施, en: Amenities }, type: terms, list: amenities }
  hall.kind: { label: { zh: 大厅类型, en: Kind }, type: term, list: kinds }
`,
  `
theme: lists
label: { zh: 清单, en: Lists }
facts:
  counters:
    label: { zh: 工作台, en: Counters }
    type: records
    item: { zh: 工作台, en: counter }
    key: name
    fields:
      name: { label: { zh: 工作台名称, en: Name }, type: text }
      height: { label: { zh: 台面高度, en: Height }, aliases: [高度], type: quantity, unit: cm }
  windows:
    label: { zh: 窗口, en: Windows }
    type: records
    item: { zh: 窗口, en: window }
    key: kind
    fields:
      kind: { label: { zh: 窗口种类, en: Kind }, type: term, list: window_kinds }
      staffed: { label: { zh: 有人值守, en: Staffed }, type: yes_no }
`,
  'list: center_levels\nlabel: { zh: 级别, en: Levels }\nterms: { township: { zh: 乡镇, en: Township }, village: { zh: 村, en: Village } }\n',
  'list: systems\nlabel: { zh: 制度, en: Systems }\nterms: { first: { zh: 首问负责制, en: First }, limit: { zh: 限时办结制, en: Limit, aliases: [限时办结] }, ab: { zh: AB岗制, en: AB } }\n',
  'list: amenities\nlabel: { zh: 设施, en: Amenities }\nopen: yes\nterms: { water: { zh: 饮水机, en: Water }, chair: { zh: 轮椅, en: Chair }, copier: { zh: 复印机, en: Copier, takes_in: [打印机] } }\n',
  'list: kinds\nlabel: { zh: 类型, en: Kinds }\nterms: { whole: { zh: 综合大厅, en: Whole }, part: { zh: 专业大厅, en: Part } }\n',
  'list: window_kinds\nlabel: { zh: 窗口种类, en: Kinds }\nopen: yes\nterms: { social: { zh: 社保窗口, en: Social }, health: { zh: 医保窗口, en: Health } }\n',
);

/** A problem with its place and what it names: `unknown-term 1:5 systems 首问责任制 首问负责制`. */
const told = ({ code, severity: _, location, ...details }: Problem): string => {
  const named = Object.values(details).filter(one => typeof one === 'string' || Array.isArray(one));
  return [code, formatLocation(location).replace(/^[^:]*:/u, ''), ...named.flat()].join(' ');
};

const read = (text: string) => {
  const node = succeed(readYaml('profile.yaml', text));
  return readDeclarations({ path: 'profile.yaml', sha256: '' }, node, VOCABULARY);
};

type Row = readonly [text: string, facts: Readonly<Record<string, string>>, told?: readonly string[]];

const unread = (fact: string) => ({ [fact]: 'unreadable' });

const LISTED: readonly Row[] = [
  ['制度: 首问负责制、限时办结', { 'hall.systems': 'first limit' }],
  ['制度: [首问负责制, 限时办结制]', { 'hall.systems': 'first limit' }],
  ['制度: 首问负责制', { 'hall.systems': 'first' }],
  ['制度: 首问负责制和AB岗制', { 'hall.systems': 'ab first' }],
  ['制度: [首问负责制, 首问负责制]', { 'hall.systems': 'first' }, ['duplicate-term 1:13 首问负责制']],
  ['制度: 首问负责制等3项制度', unread('hall.systems'), ['unreadable-value 1:5 首问负责制等3项制度 fewer-than-said']],
  ['制度: 首问负责制、限时办结制等两项', { 'hall.systems': 'first limit' }],
  ['制度: 首问责任制', unread('hall.systems'), ['unknown-term 1:5 systems 首问责任制 首问负责制']],
  ['制度: 首问负责制、首问责任制', unread('hall.systems'), ['unknown-term 1:5 systems 首问责任制 首问负责制']],
  ['制度: 天马行空', unread('hall.systems'), ['unknown-term 1:5 systems 天马行空 首问负责制 限时办结制 AB岗制']],
  [
    '制度: 其他：天马行空',
    unread('hall.systems'),
    ['unknown-term 1:5 systems 其他：天马行空 首问负责制 限时办结制 AB岗制'],
  ],
  ['制度: 其他：限时办结', { 'hall.systems': 'limit' }],
  ['便民设施: 饮水机、儿童座椅', { 'hall.amenities': 'other:儿童座椅 water' }, ['own-term 1:7 儿童座椅']],
  ['便民设施: 其他：儿童座椅', { 'hall.amenities': 'other:儿童座椅' }],
  ['便民设施: 其他：激光打印机', { 'hall.amenities': 'copier' }],
  ['便民设施: 饮水几', unread('hall.amenities'), ['unknown-term 1:7 amenities 饮水几 饮水机']],
  ['便民设施: 设施齐全', unread('hall.amenities'), ['unknown-term 1:7 amenities 设施齐全 饮水机 轮椅 复印机']],
  ['便民设施: 饮水机、待定', unread('hall.amenities'), ['unknown-term 1:7 amenities 待定 饮水机 轮椅 复印机']],
  ['便民设施: 饮水机：有；轮椅：无', { 'hall.amenities': 'water' }],
  ['便民设施: 无', { 'hall.amenities': '(none)' }],
  ['便民设施: []', { 'hall.amenities': '(none)' }],
  ['便民设施: ["", " "]', {}, ['list-of-blanks 1:7']],
  ['便民设施: ""', {}],
  ['便民设施: [饮水机、轮椅, 复印机]', { 'hall.amenities': 'chair copier water' }],
  ['便民设施: [饮水机, "", 轮椅]', { 'hall.amenities': 'chair water' }],
  ['便民设施: [饮水机、躺椅]', unread('hall.amenities'), ['unknown-term 1:8 amenities 饮水机、躺椅 饮水机']],
  ['便民设施: { 饮水机: 有 }', unread('hall.amenities'), ['unreadable-value 1:7 {…}']],
  ['便民设施: [[饮水机]]', unread('hall.amenities'), ['unreadable-value 1:7 […]']],
  ['便民设施: [饮水机, { 轮椅: 有 }]', unread('hall.amenities'), ['unreadable-value 1:7 […]']],
  ['大厅类型: 综合大厅', { 'hall.kind': 'whole' }],
  ['大厅类型: 其他：样板', unread('hall.kind'), ['unknown-term 1:7 kinds 其他：样板 综合大厅 专业大厅']],
  ['大厅类型: [综合大厅]', unread('hall.kind'), ['unreadable-value 1:7 […]']],
  ['大厅类型: { 综合大厅: 是 }', unread('hall.kind'), ['unreadable-value 1:7 {…}']],
];

const RECORDS: readonly Row[] = [
  [
    '工作台: [{ 名称: 一号, 高度: 80cm }, { 高度: 90cm }]',
    {
      counters: '2',
      'counters[1] 一号 counters.name': '一号',
      'counters[1] 一号 counters.height': '80 cm',
      'counters[2] 2 counters.height': '90 cm',
    },
  ],
  [
    '工作台: [{ 名称: 一号 }, { 名称: 一号 }, { 名称: 一号 }]',
    {
      counters: '3',
      'counters[1] 一号 counters.name': '一号',
      'counters[2] 一号（2） counters.name': '一号',
      'counters[3] 一号（3） counters.name': '一号',
    },
  ],
  ['工作台: { 名称: 一号 }', { counters: '1', 'counters[1] 一号 counters.name': '一号' }],
  [
    '工作台: 一号台、二号台',
    { counters: '2', 'counters[1] 一号台 counters.name': '一号台', 'counters[2] 二号台 counters.name': '二号台' },
  ],
  [
    '工作台: [一号台, "", 二号台]',
    { counters: '2', 'counters[1] 一号台 counters.name': '一号台', 'counters[2] 二号台 counters.name': '二号台' },
  ],
  ['工作台: 无', { counters: '0' }],
  ['工作台: []', { counters: '0' }],
  ['工作台: [{ 名称: "", 高度: "" }, { 名称: 一号 }]', { counters: '1', 'counters[1] 一号 counters.name': '一号' }],
  ['工作台: 高80cm', { counters: '0' }, ['unreadable-value 1:6 高80cm']],
  [
    '工作台: [高80cm, 一号台]',
    { counters: '1', 'counters[1] 一号台 counters.name': '一号台' },
    ['unreadable-value 1:7 高80cm'],
  ],
  ['工作台: [[一号]]', { counters: '0' }, ['unreadable-value 1:7 […]']],
  [
    '工作台: [{ 名称: 一号, 高渡: 80cm }]',
    { counters: '1', 'counters[1] 一号 counters.name': '一号' },
    ['unknown-fact 1:17 高渡 高度'],
  ],
  [
    '工作台: [{ 名称: 一号, 高度: 80cm, 台面高度: 90cm }]',
    { counters: '1', 'counters[1] 一号 counters.name': '一号', 'counters[1] 一号 counters.height': 'unreadable' },
    ['duplicate-fact 1:27'],
  ],
  [
    '工作台: [{ 名称: 一号, 高度: 很高 }]',
    { counters: '1', 'counters[1] 一号 counters.name': '一号', 'counters[1] 一号 counters.height': 'unreadable' },
    ['unreadable-value 1:21 很高'],
  ],
  [
    '窗口: 社保窗口、医保窗口',
    { windows: '2', 'windows[1] 社保窗口 windows.kind': 'social', 'windows[2] 医保窗口 windows.kind': 'health' },
  ],
  ['窗口: [其他：军人窗口]', { windows: '1', 'windows[1] 军人窗口 windows.kind': 'other:军人窗口' }],
  [
    '窗口: [{ 种类: 社保窗口, 有人值守: 是 }, { 有人值守: 否 }]',
    {
      windows: '2',
      'windows[1] 社保窗口 windows.kind': 'social',
      'windows[1] 社保窗口 windows.staffed': 'true',
      'windows[2] 2 windows.staffed': 'false',
    },
  ],
];

const SCALARS: readonly Row[] = [
  ['大厅面积: 5', { 'hall.area': '5 m²' }],
  ['大厅面积: 4.9', unread('hall.area'), ['implausible 1:7 4.9']],
  ['大厅面积: 5000', { 'hall.area': '5000 m²' }],
  ['大厅面积: 5001', unread('hall.area'), ['implausible 1:7 5001']],
  ['大厅面积: 200米', unread('hall.area'), ['wrong-unit 1:7 200米']],
  ['大厅面积: 约200', unread('hall.area'), ['unreadable-value 1:7 约200 approximate']],
  ['大厅面积: 约200米', unread('hall.area'), ['unreadable-value 1:7 约200米 approximate']],
  ['大厅面积: 200以上', unread('hall.area'), ['unreadable-value 1:7 200以上 bound']],
  ['大厅面积: 200-300', unread('hall.area'), ['unreadable-value 1:7 200-300 range']],
  ['大厅面积: l84', unread('hall.area'), ['unreadable-value 1:7 l84 letter-for-digit']],
  ['大厅面积: 1 200', unread('hall.area'), ['unreadable-value 1:7 1 200 space-in-number']],
  ['大厅面积: 200。5', unread('hall.area'), ['unreadable-value 1:7 200。5 stop-for-point']],
  ['大厅面积: 200、300', unread('hall.area'), ['unreadable-value 1:7 200、300 several-values']],
  ['大厅面积: 200（图纸）', unread('hall.area'), ['unreadable-value 1:7 200（图纸） remark-behind']],
  ['大厅面积: 200*', unread('hall.area'), ['unreadable-value 1:7 200* remark-behind']],
  ['大厅面积: 很大', unread('hall.area'), ['unreadable-value 1:7 很大']],
  ['工作人员数: 8人', { 'hall.staff': '8' }],
  ['工作人员数: 8.5', unread('hall.staff'), ['unreadable-value 1:8 8.5']],
  ['工作人员数: 0', unread('hall.staff'), ['implausible 1:8 0']],
  ['工作人员数: 8台', unread('hall.staff'), ['wrong-unit 1:8 8台']],
  ['工作人员数: 8人2人', unread('hall.staff'), ['unreadable-value 1:8 8人2人']],
  ['满意率: 98%', { 'hall.rate': '98%' }],
  ['满意率: 98', unread('hall.rate'), ['unreadable-value 1:6 98 no-percent-sign']],
  ['满意率: 98.5', unread('hall.rate'), ['unreadable-value 1:6 98.5 no-percent-sign']],
  ['满意率: 100.1%', unread('hall.rate'), ['implausible 1:6 100.1%']],
  ['满意率: 很高', unread('hall.rate'), ['unreadable-value 1:6 很高']],
  ['启用日期: 二〇二一年十月三十日', { 'hall.since': '2021-10-30' }],
  ['启用日期: 二〇二一年十二月十日', { 'hall.since': '2021-12-10' }],
  ['启用日期: 二〇二一年三月二十一日', { 'hall.since': '2021-03-21' }],
  ['启用日期: 2021年11月', unread('hall.since'), ['unreadable-value 1:7 2021年11月 month-only']],
  ['启用日期: 11月5日', unread('hall.since'), ['unreadable-value 1:7 11月5日 day-without-year']],
  ['启用日期: 2021年', unread('hall.since'), ['unreadable-value 1:7 2021年 year-only']],
  ['启用日期: 21.11.5', unread('hall.since'), ['unreadable-value 1:7 21.11.5 two-digit-year']],
  ['启用日期: 5/11/2021', unread('hall.since'), ['unreadable-value 1:7 5/11/2021 day-first']],
  ['启用日期: 44515', unread('hall.since'), ['unreadable-value 1:7 44515 day-number']],
  ['启用日期: 2021-02-30', unread('hall.since'), ['unreadable-value 1:7 2021-02-30 no-such-day']],
  ['启用日期: 2021-11-05至2021-11-07', unread('hall.since'), ['unreadable-value 1:7 2021-11-05至2021-11-07 range']],
  ['开门时间: 8点半', { 'hall.opens': '08:30' }],
  ['开门时间: 约8点', unread('hall.opens'), ['unreadable-value 1:7 约8点']],
  ['敞开式办公: 1', unread('hall.open'), ['unreadable-value 1:8 1']],
  ['敞开式办公: [是]', unread('hall.open'), ['unreadable-value 1:8 […]']],
  ['敞开式办公: 不适用（没有大厅）', { 'hall.open': 'not-applicable 没有大厅' }],
  ['敞开式办公: 不适用：没有大厅', { 'hall.open': 'not-applicable 没有大厅' }],
  ['敞开式办公: 不适用', { 'hall.open': 'not-applicable ' }],
  ['敞开式办公: 不适用（）', { 'hall.open': 'not-applicable ' }],
  ['敞开式办公: n/a', { 'hall.open': 'not-applicable ' }],
  ['敞开式办公: 未发生', { 'hall.open': 'did-not-occur' }],
  ['敞开式办公: 不详', {}],
  ['敞开式办公: ？？', {}],
  ['敞开式办公: /', {}],
  ['敞开式办公: "——"', {}],
];

const KEYS: readonly Row[] = [
  ['使用面积: 200', {}, ['unknown-fact 1:1 使用面积']],
  ['天马行空: 200', {}, ['unknown-fact 1:1 天马行空']],
  ['hall.aera: 200', {}, ['unknown-fact 1:1 hall.aera hall.area']],
  ['办事大厅: { 使用面积: 200 }', { 'hall.area': '200 m²' }],
  ['大厅: { 使用面积: 200 }', { 'hall.area': '200 m²' }],
  ['大厅: { 面积: 200 }', { 'hall.area': '200 m²' }],
  ['hall: { area: 200 }', { 'hall.area': '200 m²' }],
  ['hall: { hall.area: 200 }', { 'hall.area': '200 m²' }],
  ['办事大厅: { 名称: 青石坳 }', { 'center.name': '青石坳' }],
  ['办事大厅: { 使用面记: 200 }', {}, ['unknown-fact 1:9 使用面记 使用面积']],
  ['大厅面积: 200\n办事大厅使用面积: 300', unread('hall.area'), ['duplicate-fact 2:1']],
  ['大厅: { 面积: 200 }\nhall: { staff: 8 }', { 'hall.area': '200 m²', 'hall.staff': '8' }, ['duplicate-key 2:1 hall']],
  ['大厅:', {}, ['nothing-declared 1:1']],
  ['大厅:\n名称: 青石坳', { 'center.name': '青石坳' }],
  ['{}', {}, ['nothing-declared 1:1']],
  ['名称: ""', {}],
  ['[{ 名称: 青石坳 }]', {}, ['not-a-mapping 1:1 […]']],
  ['青石坳', {}, ['not-a-mapping 1:1 青石坳']],
  ['大厅: 200', {}, ['theme-value 1:5 200']],
  ['大厅: 使用面积：200', {}, ['yaml-sign 1:9 colon ：']],
  ['大厅: 使用面积:200', {}, ['yaml-sign 1:9 colon-space :']],
  ['大厅: [200]', {}, ['unknown-fact 1:1 大厅 大厅类型 大厅面积']],
];

const check = (text: string, facts: Row[1], problems: readonly string[] = []): void => {
  const { profile, problems: found } = read(text);
  expect(found.map(told)).toEqual(problems);
  expect(flat(profile.facts)).toEqual(facts);
};

describe('what is declared', () => {
  it.each(LISTED.map(row => [row[0], row] as const))('of a list: %s', (_, row) => check(...row));
  it.each(RECORDS.map(row => [row[0], row] as const))('of records: %s', (_, row) => check(...row));
  it.each(SCALARS.map(row => [row[0], row] as const))('in a word: %s', (_, row) => check(...row));
  it.each(KEYS.map(row => [row[0], row] as const))('under a key: %s', (_, row) => check(...row));
});

describe('a centre', () => {
  it.each([
    [
      '名称: 青石坳镇便民服务中心\n县区: 罗山县\n乡镇: 青石坳镇\n级别: 乡镇',
      { name: '青石坳镇便民服务中心', county: '罗山县', township: '青石坳镇', level: 'township' },
    ],
    ['级别: 村', { level: 'village' }],
    ['级别: 县', {}],
    ['名称: 不详\n县区: 不适用', {}],
    ['大厅面积: 200', {}],
  ])('%j', (text, center) => {
    expect(read(text).profile.center).toEqual(center);
  });
});
