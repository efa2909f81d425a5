import { audit } from '../../src/audit/audit.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { readInspection } from '../../src/read/inspection/inspection.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { packOf, profileOf, succeed } from './inline.ts';
import { scorecardHead } from './scorecard.ts';

const node = (text: string) => succeed(readYaml('file.yaml', text));

const SCHEME = succeed(
  readScheme(
    node(`${scorecardHead(15)}sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 15
    items:
      - { id: area, clause: 一, title: { zh: 面积, en: Area }, ${ROWS.area} }
      - { id: chosen, clause: 二, title: { zh: 评定, en: Judged }, by: 行政审批局, ${ROWS.chosen} }
      - { id: lift, clause: 三, title: { zh: 电梯, en: Lift }, points: 5, deduct: { points: 5, if: { hall.lift: no }, also: { subject: { zh: 物业公司, en: Caretaker }, points: 1 } } }
vetoes: [{ id: fire, title: { zh: 消防否决, en: Fire }, if: { hall.alarm: no }, effect: zero }]
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 12, requires: [{ title: { zh: 整洁, en: Tidy }, check: { hall.tidy: yes } }] }, { id: B, label: { zh: 差, en: Poor } }]
`),
    'f'.repeat(64),
    ROW_VOCABULARY,
  ),
);

const PACK = packOf(
  `levels: [township]
rules: [{ id: tidy, clause: 一, section: all, obligation: must, title: { zh: 整洁, en: Tidy }, require: { hall.tidy: yes }, remedy: { zh: 打扫, en: Tidy up } }]
`,
  ROW_VOCABULARY,
);

const PROFILE = profileOf(
  '大厅面积: 200\n环境整洁: 是\n消防设施完好: 是\n问题清单: [{ 问题名称: 一号, 情节严重: 否 }]',
  ROW_VOCABULARY,
);

const RECORD = succeed(
  readInspection(
    { path: 'record.yaml', sha256: '3'.repeat(64) },
    node(`{ 阶段: 核查, 日期: 2024-04-30, 检查人: 李检查员, 级别: 县级, found: [
  { fact: 大厅面积, value: 184, reason: 测距 }, { fact: 有电梯, value: 否, reason: 现场看 },
  { fact: 问题清单, record: 一号, field: 情节严重, value: 是, reason: 核实 }, { item: chosen, value: 差, reason: 抽查 }] }`),
    { vocabulary: ROW_VOCABULARY, profile: PROFILE, scheme: SCHEME },
  ),
);

/** A scorecard filled in as declared, with a record of an inspection laid over it. */
export const inspectedAudit = (): Audit =>
  audit({
    profile: PROFILE,
    level: 'township',
    pack: PACK,
    scheme: SCHEME,
    asOf: '2024-05-01',
    warnings: [],
    inspections: [RECORD],
  });
