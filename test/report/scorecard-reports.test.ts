import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { reported } from '../support/reports.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (csv: string): readonly Row[] => parse(csv, { columns: true, bom: true });

const sum = (amounts: readonly (string | undefined)[]): string =>
  amounts.reduce((all, amount) => all.plus(amount === undefined || amount === '' ? 0 : amount), new Big(0)).toFixed();

describe.each(WORKED)('the ledger of %s in other reports', name => {
  const audits = workedAudits(name).map(([, audit]) => audit);

  it('re-adds from the lines of a CSV file', async () => {
    for (const audit of audits) {
      const rows = rowsOf(await reported('csv', [audit]));
      const findings = rows.filter(row => row.指纹 !== '');
      expect(findings.map(row => [row.得分, row.可达, row.满分])).toEqual(findings.map(() => ['', '', '']));
      const total = rows.find(row => row.结果 === '总分');
      expect([total?.得分, total?.可达]).toEqual([audit.score?.low, audit.score?.high]);
      for (const { section, sum: low } of audit.scorecard?.result.low.sections ?? []) {
        const items =
          audit.scorecard?.result.items.filter(item => item.section === section).map(({ item }) => item) ?? [];
        const own = rows.filter(row => row.结果 === '评分项' && items.includes(row.规则 ?? ''));
        expect([section, sum(own.map(row => row.得分))]).toEqual([section, low]);
      }
    }
  });

  it.each(['markdown', 'junit', 'tap', 'sarif', 'terminal', 'html'] as const)('stands in %s', async format => {
    const [audit] = audits;
    const text = audit === undefined ? '' : await reported(format, [audit]);
    const [row] = audit?.scorecard?.result.items ?? [];
    expect(text).toContain(row?.title.zh);
    expect(text).toContain(audit?.scheme.title.zh);
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
  });
});

const WAIVER: Waiver = {
  rule: 'notices',
  center: '青桐镇便民服务中心',
  items: [],
  reason: '大厅正在搬迁',
  requestedBy: '青桐镇',
  approvedBy: '县行政审批局',
  validFrom: '2024-01-01',
  validThrough: '2025-12-31',
  evidence: ['批复'],
  location: { file: 'waivers.yaml', line: 1, column: 1 },
};

describe('a waiver under a scorecard', () => {
  const index = workedAudits('hall').findIndex(([, { counts }]) => counts.fail > 0);
  const [, plain] = workedAudits('hall')[index] ?? [];
  const [, waived] = workedAudits('hall', [WAIVER])[index] ?? [];

  it('lets a requirement off and gives no points back', () => {
    expect(waived?.findings.some(finding => finding.waived !== undefined)).toBe(true);
    expect(waived?.scorecard?.result).toEqual(plain?.scorecard?.result);
    expect(waived?.score).toEqual(plain?.score);
  });

  it.each(['terminal', 'html', 'markdown', 'csv', 'junit', 'sarif', 'github'] as const)(
    'says so beside what is waived: %s',
    async format => {
      expect(waived && (await reported(format, [waived]))).toContain('评分表的得分不因豁免而变，失的分照失');
    },
  );
});
