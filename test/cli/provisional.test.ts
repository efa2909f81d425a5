import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { run } from '../support/tool.ts';
import { cell, paragraph, table, run as text, wordFile } from '../support/word.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const ROWS = [
  ['中心名称', '青石坳镇便民服务中心'],
  ['县区', '罗山县'],
  ['级别', '乡镇'],
  ['办事大厅使用面积', '约200平方米'],
  ['敞开式办公', '否'],
];

const AREA =
  '错误 in.docx:表1!B4: “办事大厅使用面积”的值“约200平方米”读不懂：是约数，请写确切的数；应填数字加单位（㎡），只写数字按㎡计，如“230平方米”';
const STRUCK = '错误 in.docx:表1!B5: 这一格里有划掉的字（全文是“是”），分不清哪些算数；请删去划掉的字，或去掉删除线';

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

  it.each([
    ['refused', [], [AREA, STRUCK, '']],
    [
      'taken',
      ['--provisional'],
      [
        '提示 in.docx:表1!A1: 暂定审核：有 2 处填报读不懂，相应内容按未申报计，不作判定',
        ...[AREA, STRUCK],
        '提示 in.docx:表1!B6: 这一格的批注里写着“下半年改”，批注不算填报内容；请把内容填进单元格',
        '结论 青石坳镇便民服务中心: 119 条要求因未申报而无法判定 (2)',
        '',
      ],
    ],
  ])('is told beside what is wrong with the document itself, where that is %s', async (_, flags, expected) => {
    const folder = newFolder();
    const struck = cell(paragraph(text('是', '<w:strike/>')));
    const remarked = cell(`<w:p>${text('有')}<w:r><w:commentReference w:id="7"/></w:r></w:p>`);
    const body = table(
      ...ROWS.slice(0, 4).map(row => row.map(words => cell(words))),
      ['敞开式办公', struck],
      ['提供免费复印服务', remarked],
    );
    const comments = `<w:comments><w:comment w:id="7">${paragraph(text('下半年改'))}</w:comment></w:comments>`;
    writeFileSync(join(folder, 'in.docx'), wordFile(body, { 'word/comments.xml': comments }));
    const { err } = await run(['audit', 'in.docx', ...flags, '-o', 'csv=out.csv'], { cwd: folder });
    expect(err.split('\n')).toEqual(expected);
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

  it('is marked as such in every format', async () => {
    const folder = submitted();
    const formats = ['terminal', 'markdown', 'html', 'csv', 'tap', 'junit', 'sarif', 'json'];
    const outputs = formats.flatMap(format => ['-o', `${format}=out.${format}`]);
    await run(['audit', 'in.xlsx', '--provisional', '-q', ...outputs], { cwd: folder });
    for (const format of formats) {
      const text = readFileSync(join(folder, `out.${format}`), 'utf8');
      expect(text, format).toContain('读不懂');
      expect(text, format).toContain(
        format === 'json' ? '"reason": "unreadable"' : format === 'tap' ? '约200平方米' : '暂定',
      );
    }
  });

  it('gives no zero where a scorecard gives none for what is not declared', async () => {
    const folder = submitted();
    const card = readFileSync(join('fixtures', 'schemes', 'hall', 'table.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'card.yaml'),
      card.replace(/^evidence: .*$/mu, 'evidence: { undeclared: zero }\nevidence_until: 2024-12-10'),
    );
    const scored = async (...flags: readonly string[]) => {
      const words = [
        'audit',
        'in.xlsx',
        '--scheme',
        'card.yaml',
        '--as-of',
        '2030-01-01',
        '-q',
        '-o',
        'json',
        ...flags,
      ];
      return JSON.parse((await run(words, { cwd: folder })).out);
    };
    type Row = { readonly low: string | number; readonly high: string | number };
    const { rows } = (await scored('--provisional')).scorecard as { readonly rows: readonly Row[] };
    const area = rows.find(row => JSON.stringify(row).includes('hall.usable_area'));
    expect(area).toBeDefined();
    expect(area?.low).not.toBe(area?.high);
  });

  it('is compared and told again from a kept result', async () => {
    const folder = submitted();
    await run(['audit', 'in.xlsx', '--provisional', '-q', '-o', 'json=kept.json'], { cwd: folder });
    const { code, out } = await run(['compare', 'kept.json', 'kept.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('没有变化');
  });

  it('keeps a profile that would pass from passing', async () => {
    const folder = submitted();
    const { code } = await run(['audit', 'in.xlsx', '--provisional', '--fail-on', 'none', '-q'], { cwd: folder });
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'in.xlsx'))).toBe(true);
  });

  it('is audited in a batch, by one or several at a time, and refused where that is no longer asked', async () => {
    const folder = submitted();
    const results = async (...more: readonly string[]) => {
      await run(['batch', 'in.xlsx', '-o', 'out', '-q', ...more], { cwd: folder });
      const text = readFileSync(join(folder, 'out', 'results.jsonl'), 'utf8');
      return text.split('\n').filter(line => line !== '').length;
    };
    expect(await results('--provisional', '--workers', '2')).toBe(1);
    expect(await results()).toBe(0);
    expect(await results('--provisional')).toBe(1);
  });
});
