import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { readInspection } from '../../src/read/inspection/inspection.ts';
import { readScheme } from '../../src/read/scorecard/scheme.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { resultOf } from '../../src/report/result/result.ts';
import { appliedText, rowDifferences, stageText } from '../../src/words/scoring/stages.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { packOf, profileOf, succeed } from '../support/inline.ts';
import { reported } from '../support/reports.ts';
import { PLAIN } from '../support/sample.ts';
import { scorecardHead } from '../support/scorecard.ts';

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
    { path: 'record.yaml', sha256: '' },
    node(`{ 阶段: 核查, 检查人: 李检查员, 级别: 县级, found: [
  { fact: 大厅面积, value: 184, reason: 测距 }, { fact: 有电梯, value: 否, reason: 现场看 },
  { fact: 问题清单, record: 一号, field: 情节严重, value: 是, reason: 核实 }, { item: chosen, value: 差, reason: 抽查 }] }`),
    { vocabulary: ROW_VOCABULARY, profile: PROFILE, scheme: SCHEME },
  ),
);

const AUDIT = audit({
  profile: PROFILE,
  level: 'township',
  pack: PACK,
  scheme: SCHEME,
  asOf: '2024-05-01',
  warnings: [],
  inspections: [RECORD],
});

describe('declared, inspected, settled, in words', () => {
  it('gives the score of each stage', () => {
    expect(AUDIT.stages?.map(stage => stageText(stage, 'zh'))).toEqual(['6（可达 15）', '5']);
    expect(AUDIT.stages?.map(stage => stageText(stage, 'en'))).toEqual(['6 (up to 15)', '5']);
  });

  it('says who changed what from what to what, and why', () => {
    const said = (AUDIT.applied ?? []).map(change => appliedText(change, AUDIT, 'zh').replace(/ \S+$/u, ''));
    expect(said).toEqual([
      '大厅面积：200 ㎡ → 184 ㎡ (测距；县级李检查员)',
      '有电梯：未申报 → 否 (现场看；县级李检查员)',
      '一号 情节严重：否 → 是 (核实；县级李检查员)',
      '评定：未填 → 差 (抽查；县级李检查员)',
    ]);
    expect(appliedText((AUDIT.applied ?? [])[1] as never, AUDIT, 'en')).toContain(
      'Has a lift: not declared → no (现场看; 李检查员, 县级)',
    );
  });

  it('lists the rows that come out differently', () => {
    const rows = rowDifferences(AUDIT);
    expect(rows.map(({ row, from, to }) => [row.item, from, to])).toEqual([
      ['area', '5', '4'],
      ['chosen', '1–5', '1'],
      ['lift', '0–5', '0'],
    ]);
  });

  it('stands in the terminal report', async () => {
    const text = await reported('terminal', [AUDIT]);
    expect(text).toContain('■ 自评、核查与终审');
    expect(text).toContain('考核分 5');
    expect(text).toContain('差异  一 面积：5 → 4');
  });

  it('is published as data', () => {
    const result = JSON.parse(JSON.stringify(resultOf(AUDIT, PLAIN.tool)));
    const { table, inspection } = result;
    expect(table).toMatchObject({
      total: 15,
      low: { points: 5, sum: 5, text: { zh: '5 = 5' } },
      vetoes: [{ id: 'fire', truth: 'unmet' }],
      gates: [{ grade: 'A', kind: 'check', truth: 'met' }],
      bureaus: [{ bureau: '行政审批局', low: 1, high: 1, max: 5 }],
      charges: [{ subject: { zh: '物业公司' }, times: { low: 1, high: 1 }, points: 1, low: 1, high: 1 }],
    });
    expect(table.rows[0]).toMatchObject({
      id: 'area',
      low: 4,
      ledger: {
        low: {
          start: 5,
          lines: [{ kind: 'deduct', work: { kind: 'each', figure: 16, per: 10, times: 2, points: 0.5 }, amount: 1 }],
          points: 4,
          text: { zh: ['16㎡ ÷ 每 10㎡（不足按一档）= 2 × 0.5 分 = −1', '5 − 1 = 4'] },
        },
      },
    });
    expect(inspection.stages.map(({ low, high }: { low: number; high: number }) => [low, high])).toEqual([
      [6, 15],
      [5, 5],
    ]);
    expect(inspection.changes).toHaveLength(4);
    expect(inspection.changes[0]).toMatchObject({ subject: 'hall.area', reason: '测距', person: '李检查员' });
  });
});
