import { describe, expect, it } from 'vitest';
import { resultOf } from '../../src/model/result/write.ts';
import { worded } from '../../src/report/result/words.ts';
import { appliedText, rowDifferences, stageText } from '../../src/words/scoring/stages.ts';
import { inspectedAudit } from '../support/inspected.ts';
import { reported } from '../support/reports.ts';
import { PLAIN } from '../support/sample.ts';

const AUDIT = inspectedAudit();

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
    const { scorecard, inspection } = JSON.parse(JSON.stringify(worded(resultOf(AUDIT, PLAIN.tool), AUDIT)));
    expect(scorecard).toMatchObject({
      total: 15,
      low: { points: 5, sum: 5, text: { zh: '5 = 5' } },
      vetoes: [{ id: 'fire', truth: 'unmet' }],
      gates: [{ grade: 'A', kind: 'check', truth: 'met' }],
      bureaus: [{ bureau: '行政审批局', low: 1, high: 1, max: 5 }],
      charges: [{ subject: { zh: '物业公司' }, times: [1, 1], points: 1, amount: [1, 1] }],
    });
    expect(scorecard.rows[0]).toMatchObject({
      id: 'area',
      low: 4,
      ledger: {
        low: {
          start: 5,
          lines: [{ kind: 'deduct', work: { kind: 'each', figure: 16, per: 10, units: 2, points: 0.5 }, amount: 1 }],
          points: 4,
        },
      },
      text: { low: { zh: ['16㎡ ÷ 每 10㎡（不足按一档）= 2 × 0.5 分 = −1', '5 − 1 = 4'] } },
    });
    expect(
      inspection.stages.map(({ score }: { score: { low: number; high: number } }) => [score.low, score.high]),
    ).toEqual([
      [6, 15],
      [5, 5],
    ]);
    expect(inspection.changes).toHaveLength(4);
    expect(inspection.changes[0]).toMatchObject({ fact: 'hall.area', reason: '测距', person: '李检查员' });
  });
});
