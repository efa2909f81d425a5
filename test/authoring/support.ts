import type { Case } from '../../src/model/standard/case.ts';
import type { Pack, Rule } from '../../src/model/standard/pack.ts';
import { readCases } from '../../src/read/pack/cases.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { firstOf } from '../support/first.ts';
import { packOf, succeed, vocabularyOf } from '../support/inline.ts';

/** One fact of each kind, and a list of records. */
export const vocabulary = vocabularyOf(
  `
theme: hall
label: { zh: 办事大厅, en: Hall }
facts:
  hall.area: { label: { zh: 大厅面积, en: Area of the hall }, type: quantity, unit: m², plausible: [5, 5000], example: 230平方米, verify: { zh: 实测, en: Measure it } }
  hall.seats: { label: { zh: 座椅数, en: Seats }, type: count, counter: { zh: 把, en: seats } }
  hall.windows: { label: { zh: 窗口数, en: Number of windows }, type: count, counter: { zh: 个, en: windows } }
  hall.rate: { label: { zh: 好评率, en: Rate of approval }, type: percent }
  hall.clean: { label: { zh: 大厅整洁, en: Hall is clean }, type: yes_no }
  hall.heated: { label: { zh: 大厅供暖, en: Hall is heated }, type: yes_no }
  hall.opened: { label: { zh: 启用日期, en: Day of opening }, type: date }
  hall.name: { label: { zh: 大厅名称, en: Name of the hall }, type: text }
  hall.town: { label: { zh: 所在乡镇, en: Township }, type: text }
  hall.board: { label: { zh: 牌子规格, en: Size of the board }, type: size, unit: cm }
  hall.zones: { label: { zh: 功能区, en: Zones }, type: terms, list: zones }
  hall.posted: { label: { zh: 公示的功能区, en: Zones posted }, type: terms, list: zones }
  hall.kind: { label: { zh: 大厅种类, en: Kind of hall }, type: term, list: zones }
  counters:
    label: { zh: 工作台, en: Counters }
    type: records
    item: { zh: 工作台, en: counter }
    key: use
    fields:
      use: { label: { zh: 用途, en: Use }, type: term, list: zones }
      height: { label: { zh: 高度, en: Height }, type: quantity, unit: cm }
      depth: { label: { zh: 台深, en: Depth }, type: quantity, unit: cm }
      made: { label: { zh: 做成日期, en: Day it was made }, type: date }
      promised: { label: { zh: 承诺日期, en: Day promised }, type: date }
      duties: { label: { zh: 职能, en: Duties }, type: terms, list: zones }
`,
  `
list: zones
label: { zh: 功能区, en: Zones }
open: true
terms:
  waiting: { zh: 等候区, en: Waiting }
  service: { zh: 服务区, en: Service }
  self-service: { zh: 自助区, en: Self-service }
  advice: { zh: 咨询区, en: Advice, aliases: [问询区] }
`,
);

const HEAD = `
id: sample
version: 1.0.0
title: { zh: 样例标准, en: Sample standard }
document: { title: 样例管理办法, issuer: { zh: 样例县, en: Sample County } }
status: in-force
in_force: { from: 2020-01-01 }
counties: [样例县]
levels: { township: { zh: 乡镇便民服务中心, en: Township service centre } }
sections: [{ id: all, clause: 一, title: { zh: 总则, en: General } }]
`;

/** A pack with a rule for each body, of the ids `r1`, `r2` …; what a body leaves out is supplied. */
export const packWith = (...bodies: readonly string[]): Pack => packUnder('', ...bodies);

/** The same under a head that says `more`. */
export const packUnder = (more: string, ...bodies: readonly string[]): Pack => {
  const rules = bodies.map((body, index) => {
    const given = new Set(body.split('\n').map(line => line.split(':')[0]));
    const supplied = [
      'clause: 一',
      'section: all',
      'obligation: must',
      'title: { zh: 样例, en: Sample }',
      'remedy: { zh: 改正, en: Put it right }',
      'verify: { zh: 看现场, en: Look }',
    ].filter(line => !given.has(line.split(':')[0]));
    return [
      `  - id: r${index + 1}`,
      ...supplied.map(line => `    ${line}`),
      ...body.split('\n').map(line => `    ${line}`),
    ].join('\n');
  });
  return packOf(`levels: [township]\nrules:\n${rules.join('\n')}\n`, vocabulary, HEAD + more);
};

interface Sample {
  readonly pack: Pack;
  readonly rule: Rule;
}

const samples = new Map<string, Sample>();

const sampleWith = (body: string): Sample => {
  const pack = packWith(body);
  return { pack, rule: firstOf(pack.rules) };
};

/** The rule of a body that was asked for before is the same: what is made of its check is kept with it. */
export const ruleWith = (body: string): Sample => {
  const sample = samples.get(body) ?? sampleWith(body);
  samples.set(body, sample);
  return sample;
};

export const casesOf = (text: string): readonly Case[] =>
  succeed(readCases(succeed(readYaml('cases.yaml', text)), vocabulary));

/** A check of each form and operator. */
export const CHECKS: readonly string[] = [
  'require: { hall.area: { at_least: 200 m² } }',
  'require: { hall.area: { more_than: 200 m², at_most: 300 m² } }',
  'require: { hall.seats: { less_than: 9 } }',
  'require: { hall.rate: { between: [90%, 95%] } }',
  'require: { hall.rate: { equals: 100% } }',
  'require: { hall.clean: yes }',
  'require: { not: { hall.clean: no } }',
  'require: { hall.opened: { by: 2021-11-15 } }\ndue: 2021-11-15',
  'require: { hall.opened: { since: 2021-11-15 } }',
  "require: { hall.name: { matches: '*(乡|镇)大厅' } }",
  "require: { all: [{ hall.name: { matches: '*(乡|镇)大厅' } }, { hall.name: { contains: { fact: hall.town } } }] }",
  'require: { hall.board: { one_of: [50×70cm, 60×80cm] } }',
  'require: { hall.zones: { include_all: [等候区, 服务区] } }',
  'require: { hall.zones: { include_any: [等候区, 服务区] } }',
  'require: { hall.zones: { include_none: [自助区] } }',
  'require: { hall.zones: { only: [等候区, 服务区] } }',
  'require: { hall.zones: { include: { at_least: 2, of: [等候区, 服务区, 自助区] } } }',
  'require: { hall.zones: { count: { at_least: 2 } } }',
  'require: { hall.posted: { covers: hall.zones } }',
  'require: { hall.kind: 服务区 }',
  'require: { hall.kind: { one_of: [服务区, 等候区] } }',
  'require: { hall.name: { stated: yes } }',
  'require: { hall.opened: { occurred: yes } }',
  'require: { hall.opened: { declared: yes } }',
  'require: { hall.seats: { at_least: { fact: hall.windows, times: 2 } } }',
  'require: { hall.seats: { at_least: { fact: counters } } }',
  'require: { hall.area: { at_least: { each: 6 m², of: hall.windows } } }',
  'require: { hall.seats: { at_least: { share: 80%, of: hall.windows } } }',
  'require: { share: hall.seats, of: hall.windows, is: { at_least: 80% } }',
  'require: { share: hall.seats, of: hall.windows, is: { equals: 100% } }',
  'require: { sum: [hall.seats, hall.windows], is: { at_least: 5 } }',
  'require: { difference: [hall.seats, hall.windows], is: { between: [2, 4] } }',
  'require: { hall.seats: { at_least: { sum: [{ fact: hall.windows }, 3] } } }',
  'require: { hall.seats: { at_most: { difference: [9, { fact: hall.windows }] } } }',
  'require: { hall.area: { at_least: { by: hall.windows, bands: [{ below: 3, is: 100 m² }, { below: 6, is: 150 m² }, { is: 200 m² }] } } }',
  'require: { hall.area: { between: [{ by: hall.kind, bands: [{ for: [服务区, 等候区], is: 100 m² }, { is: 50 m² }] }, 300 m²] } }',
  'require: { any: [{ hall.clean: yes }, { hall.heated: yes }] }',
  'require: { at_least: 2, of: [{ hall.clean: yes }, { hall.heated: yes }, { hall.seats: { at_least: 3 } }] }',
  'when: { hall.heated: yes }\nrequire: { hall.clean: yes }',
  'when: { hall.heated: yes }\nrequire: { hall.area: { at_least: 10 } }\naccepts_not_applicable: true\naccepts_not_occurred: true',
  'require: { every: counters, have: { height: { between: [80 cm, 100 cm] } }, when_empty: unmet }',
  'require: { every: counters, have: { height: { at_most: { fact: depth } } }, when_empty: unmet }',
  'require: { every: counters, have: { made: { by: { fact: promised } } }, when_empty: met }',
  'require: { some: counters, have: { height: { at_least: { fact: depth, times: 2 } } } }',
  'require: { every: counters, where: { use: 服务区 }, have: { height: { at_least: 80 cm } }, when_empty: met }',
  'require: { every: counters, where: { use: 服务区 }, have: { height: { at_least: 80 cm } }, when_empty: unknown, alike: height }',
  'require: { some: counters, where: { use: 等候区 }, have: { height: { at_most: 75 cm } } }',
  'require: { count: counters, where: { use: 服务区 }, is: { at_least: 2 } }',
  'require: { counters: { count: { between: [1, 3] } } }',
  'require: { counters: { stated: yes } }',
  'require: { counters.use: { include_all: [等候区, 服务区] } }',
  'require: { counters.use: { include_none: [自助区] } }',
  'require: { counters.use: { only: [等候区, 服务区] } }',
  'require: { counters.use: { count: { at_least: 2 } } }',
  'require: { counters.duties: { include_all: [等候区, 服务区] } }',
  'when: { counters.use: { include_any: [服务区] } }\nrequire: { every: counters, where: { use: 服务区 }, have: { duties: { include_all: [咨询区] } }, when_empty: unknown }',
];
