import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { run } from '../support/tool.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const ROWS = [
  ['中心名称', '青石坳镇便民服务中心'],
  ['县区', '罗山县'],
  ['级别', '乡镇'],
  ['办事大厅使用面积', '约200平方米'],
  ['敞开式办公', '否'],
];

const submitted = () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'in.xlsx'), plainWorkbook({ 表: ROWS }));
  return folder;
};

const partsOf = (file: string): string =>
  Object.values(unzipSync(readFileSync(file)))
    .map(part => new TextDecoder().decode(part))
    .join('\n');

describe('one bad cell', () => {
  it('refuses the form, and the form goes back with the cell marked', async () => {
    const folder = submitted();
    const { code } = await run(['audit', 'in.xlsx', '-o', 'annotated=out.xlsx', '-q'], { cwd: folder });
    expect(code).toBe(3);
    const parts = partsOf(join(folder, 'out.xlsx'));
    expect(parts).toContain('读不懂');
    expect(parts).toContain('约200平方米');
    expect(parts).toMatch(/<comment ref="B4"/u);
  });

  it('is open where what can be read is audited, and is never judged', async () => {
    const folder = submitted();
    const { code, out, err } = await run(['audit', 'in.xlsx', '--provisional', '-o', 'json'], { cwd: folder });
    const result = JSON.parse(out);
    const [audit] = Array.isArray(result) ? result : [result];
    const outcomes = new Map(
      audit.findings.map((found: { rule: string; outcome: string }) => [found.rule, found.outcome]),
    );
    expect(outcomes.get('hall-usable-area')).toBe('unknown');
    expect(outcomes.get('hall-open-plan')).toBe('fail');
    expect(code).toBe(1);
    expect(err).toContain('暂定');
  });

  it('keeps a profile that would pass from passing', async () => {
    const folder = submitted();
    const { code } = await run(['audit', 'in.xlsx', '--provisional', '--fail-on', 'none', '-q'], { cwd: folder });
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'in.xlsx'))).toBe(true);
  });
});
