import { audit } from '../../src/audit/audit.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Scheme } from '../../src/model/scoring/score.ts';
import type { ReportOptions } from '../../src/report/index.ts';
import { packOf, profileOf, vocabularyOf } from './inline.ts';

export const SAMPLE_VOCABULARY = vocabularyOf(
  `
theme: hall
label: { zh: 办事大厅, en: Service hall }
facts:
  hall.area:
    label: { zh: 办事大厅使用面积, en: Usable area of the hall }
    aliases: [大厅面积]
    type: quantity
    unit: m²
    verify: { zh: 用测距仪实测, en: Measure with a laser }
    example: 230平方米
  hall.notices: { label: { zh: 公示内容及时更新, en: Notices up to date }, type: yes_no, example: 是, verify: { zh: 抽三项比对, en: Compare three } }
  hall.screen: { label: { zh: 电子显示屏, en: Electronic display }, type: yes_no, example: 有 }
  hall.bank: { label: { zh: 有银行进驻, en: A bank is stationed here }, type: yes_no, example: 否 }
  counters:
    label: { zh: 工作台, en: Counters }
    type: records
    item: { zh: 工作台, en: counter }
    key: name
    fields:
      name: { label: { zh: 工作台名称, en: Name of the counter }, type: text }
      height: { label: { zh: 台面高度, en: Counter height }, type: quantity, unit: cm, verify: { zh: 从地面量到台面, en: Measure from the floor } }
  windows:
    label: { zh: 服务窗口, en: Service windows }
    type: records
    item: { zh: 窗口, en: window }
    key: kind
    fields:
      kind: { label: { zh: 窗口种类, en: Kind of window }, type: term, list: kinds }
`,
  `
list: kinds
label: { zh: 窗口种类, en: Kinds of window }
terms:
  petition: { zh: 信访窗口, en: Petitions window, aliases: [信访] }
  labour: { zh: 社保窗口, en: Social security window }
  farm: { zh: 农机窗口, en: Farm machinery window }
`,
);

const HEAD = `
id: sample-2024
version: 1.0.0
title: { zh: 样例县便民服务标准, en: Sample County standard }
document: { title: 样例县便民服务中心管理办法, number: 样政〔2024〕1号, issuer: { zh: 样例县, en: Sample County }, issued: 2024-01-05 }
status: in-force
counties: [样例县]
levels: { township: { zh: 乡镇便民服务中心, en: Township service centre } }
sections:
  - { id: premises, clause: 第二条, title: { zh: 场地设施, en: Premises } }
  - { id: service, clause: 第三条, title: { zh: 服务管理, en: Service } }
`;

const RULES = `
levels: [township]
rules:
  - id: hall-area
    clause: 第二条(一)
    section: premises
    obligation: must
    title: { zh: 办事大厅面积, en: Area of the hall }
    require: { hall.area: { at_least: 200 m² } }
    remedy: { zh: 扩建或调整用房, en: Extend or rearrange the rooms }
    note: { zh: 只计室内使用面积, en: Indoor usable area only }
  - id: counter-height
    clause: [第二条(二), 第三条(四)]
    section: premises
    obligation: should
    title: { zh: 工作台高度, en: Height of the counters }
    require: { every: counters, have: { height: { between: [80 cm, 100 cm] } }, when_empty: unknown }
    remedy: { zh: 调整台面高度, en: Adjust the counters }
  - id: screen
    clause: 第二条(三)
    section: premises
    obligation: may
    title: { zh: 电子显示屏, en: Electronic display }
    require: { hall.screen: yes }
    remedy: { zh: 有条件的可以配备, en: Add one when means allow }
  - id: windows
    clause: 第三条(一)
    section: service
    obligation: must
    title: { zh: 统一设置的窗口, en: Windows set up uniformly }
    require: { windows.kind: { include_all: [信访窗口, 社保窗口, 农机窗口] } }
    remedy: { zh: 补设窗口, en: Set up the missing windows }
  - id: notices
    clause: 第三条(二)
    section: service
    obligation: must
    title: { zh: 公示更新, en: Notices }
    require: { hall.notices: yes }
    remedy: { zh: 及时更新, en: Keep them up to date }
  - id: bank-alarm
    clause: 第三条(三)
    section: service
    obligation: must
    title: { zh: 银行处公示, en: Notices at the bank }
    when: { hall.bank: yes }
    require: { hall.notices: yes }
    remedy: { zh: 及时更新, en: Keep them up to date }
`;

export const SAMPLE_PACK = packOf(RULES, SAMPLE_VOCABULARY, HEAD);

export const SAMPLE_SCHEME: Scheme = {
  id: 'sample',
  sha256: '2'.repeat(64),
  title: { zh: '工具自带计分方案', en: "The tool's own scheme" },
  total: '100',
  places: 1,
  points: { must: '2', should: '1', may: '0' },
  rules: {},
  grades: [
    { id: 'A', label: { zh: '优秀', en: 'Excellent' }, atLeast: '80' },
    { id: 'B', label: { zh: '合格', en: 'Adequate' }, atLeast: '40' },
    { id: 'C', label: { zh: '不合格', en: 'Inadequate' }, atLeast: '0' },
  ],
};

const PROFILE = `
hall.area: 184
hall.bank: 否
counters:
  - { name: 1号台, height: 0.9m }
  - { name: 2号台 }
windows: [信访窗口, 社保窗口, 农机窗口]
`;

export const sampleAudit = (profile: string = PROFILE): Audit =>
  audit({
    profile: profileOf(profile, SAMPLE_VOCABULARY),
    level: 'township',
    pack: SAMPLE_PACK,
    scheme: SAMPLE_SCHEME,
    asOf: '2024-05-01',
    warnings: [],
  });

export const PLAIN: ReportOptions = {
  lang: 'zh',
  columns: 80,
  color: false,
  all: false,
  tool: { name: 'duibiao', version: '0.0.0' },
};
