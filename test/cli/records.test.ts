import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { DAY, run } from '../support/tool.ts';

const CENTRES = join('fixtures', 'centers');
const LUOSHAN = join(CENTRES, 'luoshan-qingshiao.yaml');
const TAOJIANG = join(CENTRES, 'taojiang-zhuxiping.yaml');

/** A standard of six rules, whatever a centre's own county asks. */
const LITTLE = ['-p', 'qingyuan-2024', '--standards', join('fixtures', 'packs')] as const;

const record = (center: string, area: number): string =>
  `中心: ${center}\n阶段: 核查\n核查日期: 2026-11-18\n检查级别: 县级\n核查人: 周检\n核查情况:\n  - { 填报项: 办事大厅使用面积, 核查结果: ${area}, 理由: 测距仪实测 }\n`;

interface Kept {
  readonly profile: { readonly center: { readonly name: string } };
  readonly inspection?: {
    readonly records: readonly {
      readonly path: string;
      readonly sha256: string;
      readonly date: string;
      readonly person: string;
    }[];
    readonly stages: readonly { readonly stage: string }[];
    readonly changes: readonly { readonly fact: string; readonly reason: string }[];
  };
}

const kept = (text: string): readonly Kept[] =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Kept);

const recordsOf = ({ inspection }: Kept): readonly string[] =>
  inspection?.records.map(({ date, person }) => `${date} ${person}`) ?? [];

/** Results of centres with the records of a file or folder. */
const inspected = (records: string, ...centers: readonly string[]) =>
  run(['audit', ...centers, '--inspection', records, ...LITTLE, ...DAY, '-o', 'jsonl', '--fail-on', 'none']);

describe('records of inspections', () => {
  it('in one folder go each to the centre that it names', async () => {
    const folder = newFolder();
    put(folder, '青石坳.yaml', record('青石坳镇便民服务中心', 212));
    put(folder, '竹溪坪.yaml', record('竹溪坪乡', 150));
    const { out } = await inspected(folder, LUOSHAN, TAOJIANG);
    for (const result of kept(out)) {
      expect(recordsOf(result)).toEqual(['2026-11-18 周检']);
      expect(result.inspection?.stages.map(({ stage }) => stage)).toEqual(['self', 'inspection']);
      expect(result.inspection?.records[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    }
    const into = join(newFolder(), '结果');
    await run(['batch', LUOSHAN, TAOJIANG, '--inspection', folder, ...LITTLE, ...DAY, '-o', into, '--fail-on', 'none']);
    expect(kept(readFileSync(join(into, 'results.jsonl'), 'utf8')).map(recordsOf)).toEqual([
      ['2026-11-18 周检'],
      ['2026-11-18 周检'],
    ]);
  });

  it('about a centre that was not audited are told', async () => {
    const folder = newFolder();
    put(
      folder,
      'both.yaml',
      `- ${record('青石坳镇便民服务中心', 212).trim().replaceAll('\n', '\n  ')}\n- ${record('枫林镇', 9).trim().replaceAll('\n', '\n  ')}\n`,
    );
    const { err, code } = await run(['audit', LUOSHAN, '--inspection', join(folder, 'both.yaml'), ...LITTLE, ...DAY]);
    expect(err).toContain('“枫林镇”');
    expect(code).toBe(3);
  });

  it('that cannot be read are told, and stop no other', async () => {
    const folder = newFolder();
    put(folder, '青石坳.yaml', record('青石坳镇便民服务中心', 212));
    put(folder, '坏的.yaml', '阶段: [核查\n');
    const asked = ['audit', LUOSHAN, '--inspection', folder, ...LITTLE, ...DAY, '--fail-on', 'none', '-o', 'jsonl'];
    const { err, out, code } = await run(asked);
    expect(err).toContain('坏的.yaml');
    expect(kept(out).map(recordsOf)).toEqual([['2026-11-18 周检']]);
    expect(code).toBe(3);
    put(folder, '青石坳.yaml', '阶段: [核查\n');
    const none = await run(asked);
    expect([none.code, none.out]).toEqual([3, '']);
  });

  it('of another centre are told where one beside them cannot be read', async () => {
    const folder = newFolder();
    put(folder, '别处.yaml', record('枫林镇', 9));
    put(folder, '坏的.yaml', '阶段: [核查\n');
    const asked = ['audit', LUOSHAN, '--inspection', folder, ...LITTLE, ...DAY, '--fail-on', 'none', '-o', 'jsonl'];
    const { err, out, code } = await run(asked);
    expect(err).toContain('坏的.yaml');
    expect(err).toContain('“枫林镇”');
    expect(kept(out).map(recordsOf)).toEqual([[]]);
    expect(code).toBe(3);
  });

  it('stand in every document: who, when, the digest, each change with its reason, both scores', async () => {
    const folder = newFolder();
    put(folder, 'r.yaml', record('青石坳镇便民服务中心', 212));
    const asked = [
      'audit',
      LUOSHAN,
      '--inspection',
      join(folder, 'r.yaml'),
      ...LITTLE,
      ...DAY,
      '--fail-on',
      'none',
      '--all',
    ];
    const { out } = await run(asked);
    const marked = (await run([...asked, '-o', 'markdown'])).out;
    await run([...asked, '-o', join(folder, 'r.html'), '-o', join(folder, 'r.xlsx')]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'r.xlsx'));
    const cells = book.worksheets
      .flatMap(sheet => sheet.getSheetValues())
      .map(row => JSON.stringify(row))
      .join('\n');
    const page = readFileSync(join(folder, 'r.html'), 'utf8');
    for (const text of [out, marked, page, cells]) {
      const plain = text.replaceAll(/\s+/gu, '');
      for (const said of ['周检', '2026年11月18日', '测距仪实测', '自评分', '考核分']) expect(plain).toContain(said);
    }
  });

  it.each(['xlsx', 'yaml'])(
    'are made blank as %s, filled in and read back',
    async ending => {
      const file = join(newFolder(), `record.${ending}`);
      const made = ['template', '--inspection', ...LITTLE, '--level', 'township', '--from', LUOSHAN, '-o', file];
      expect((await run(made)).code).toBe(0);
      if (ending === 'yaml')
        writeFileSync(
          file,
          readFileSync(file, 'utf8')
            .replace('核查日期:', '核查日期: 2026-11-18')
            .replace('检查级别:', '检查级别: 县级')
            .replace('核查人:', '核查人: 周检')
            .replace(/(填报项: 办事大厅使用面积\n.*\n\s+核查结果:)(\n\s+理由:)/u, '$1 212$2 测距仪实测')
            .replace(/(条目: 3号台\n\s+栏目: 台面高度\n.*\n\s+核查结果:)(\n\s+理由:)/u, '$1 82$2 卷尺'),
        );
      else {
        const book = new ExcelJS.Workbook();
        await book.xlsx.readFile(file);
        const [sheet] = book.worksheets;
        sheet?.eachRow(row => {
          const cells = [2, 3, 4].map(column => String(row.getCell(column).value ?? ''));
          const set = (column: number, text: string | number): void => {
            row.getCell(column).value = text;
          };
          const found = (value: number, why: string): void => {
            set(6, value);
            set(7, why);
          };
          if (cells[0] === '核查日期') {
            set(3, '2026-11-18');
            set(6, '县级');
            set(8, '周检');
          }
          if (cells[0] === '办事大厅使用面积') found(212, '测距仪实测');
          if (cells[1] === '3号台' && cells[2] === '台面高度') found(82, '卷尺');
        });
        await book.xlsx.writeFile(file);
      }
      expect((await run(['validate', file, ...LITTLE])).out).toContain('没有问题');
      const { out } = await inspected(file, LUOSHAN);
      const [result] = kept(out);
      expect(result?.inspection?.changes.map(({ fact, reason }) => [fact, reason])).toEqual([
        ['hall.usable_area', '测距仪实测'],
        ['counters.height', '卷尺'],
      ]);
    },
    60_000,
  );

  it('that name a rule are told which facts it reads, and a profile is told what a record is', async () => {
    const folder = newFolder();
    put(
      folder,
      'rule.yaml',
      record('青石坳镇便民服务中心', 212).replace('填报项: 办事大厅使用面积', '填报项: hall-usable-area'),
    );
    const named = await run(['audit', LUOSHAN, '--inspection', join(folder, 'rule.yaml'), ...DAY]);
    expect(named.err).toContain('这条规则看的是：办事大厅使用面积');
    expect((await run(['audit', LUOSHAN, '--inspection', TAOJIANG, ...DAY])).err).toContain('这不是核查记录');
  });
});
