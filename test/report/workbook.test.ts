import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { keptFor } from '../../src/model/base/memo.ts';
import { problem } from '../../src/model/base/problem.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import annotated from '../../src/report/annotated.ts';
import type { Report, ReportOptions } from '../../src/report/index.ts';
import xlsx from '../../src/report/xlsx.ts';
import { workbookParts } from '../../src/sheets/read/parts.ts';
import { packZip } from '../../src/sheets/write/zip.ts';
import { formulasIn } from '../support/formulas.ts';
import { dictionaryOf, packNamed, plainSheet, ROOT, rawParts, rawWorkbook, readWith } from '../support/workbooks.ts';

const PACK = await packNamed('luoshan-2021');
const DICTIONARY = dictionaryOf(PACK);
const TWIN = new Uint8Array(readFileSync(join(ROOT, 'fixtures', 'centers', 'luoshan-qingshiao.xlsx')));

const auditsOf = keptFor(async (bytes: Uint8Array): Promise<readonly Audit[]> => {
  const scheme = await shippedLibrary().scheme('default');
  const document = await readXlsx('file.xlsx', bytes, DICTIONARY);
  if (!scheme.ok || !document.ok) throw new Error('the sample cannot be read');
  return document.value.map(root => {
    const { profile } = readDeclarations({ path: 'file.xlsx', sha256: 'd'.repeat(64) }, root, PACK.vocabulary);
    return audit({ profile, level: 'township', pack: PACK, scheme: scheme.value, asOf: '2026-10-20', warnings: [] });
  });
});

const OPTIONS: ReportOptions = {
  lang: 'zh',
  columns: 100,
  color: false,
  all: false,
  tool: { name: 'duibiao', version: '0' },
};

const make = async (
  report: Report,
  audits: readonly Audit[],
  options: Partial<ReportOptions> = {},
): Promise<Uint8Array> => {
  async function* each(): AsyncGenerator<Audit> {
    yield* audits;
  }
  const parts: Uint8Array[] = [];
  for await (const part of report(each(), { ...OPTIONS, ...options })) parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
};

const open = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
};

const [TWIN_AUDIT] = await auditsOf(TWIN);
if (TWIN_AUDIT === undefined) throw new Error('the sample has no centre');

const REPORT = await make(xlsx, [TWIN_AUDIT]);

/** Of few findings, where it is not the findings that are looked at. */
const named = (name: string, at = 0): Audit => {
  const [first, ...more] = TWIN_AUDIT.findings.slice(at, 2 * at + 3);
  if (first === undefined) throw new Error('too few findings');
  const center = { ...TWIN_AUDIT.profile.center, name };
  return { ...TWIN_AUDIT, profile: { ...TWIN_AUDIT.profile, center }, findings: [first, ...more] };
};

describe('the report workbook', async () => {
  const whole = await open(REPORT);

  it('has points that its formulas give again, and that add up to the score', () => {
    const formulas = formulasIn(whole, '得分');
    expect(formulas.length).toBeGreaterThan(30);
    for (const [formula, saved, computed] of formulas) expect([formula, computed]).toEqual([formula, saved]);
    const { score } = TWIN_AUDIT;
    const sum = (key: 'low' | 'high' | 'max') =>
      TWIN_AUDIT.findings.reduce((total, { points }) => total + Number(points[key]), 0);
    expect([sum('low'), sum('high'), sum('max')].map(String)).toEqual([
      score?.points.low,
      score?.points.high,
      score?.points.max,
    ]);
    const lowest = Math.floor((sum('low') * 1000) / sum('max')) / 10;
    expect(String(lowest)).toBe(score?.low);
  });

  it('lists every finding once, under a filter and a frozen head, with numbers as numbers', () => {
    const sheet = whole.getWorksheet('审核发现');
    expect(sheet?.rowCount).toBe(TWIN_AUDIT.findings.length + 1);
    expect(sheet?.autoFilter).toBeTruthy();
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(typeof sheet?.getCell('M2').value).toBe('number');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
  });

  it('asks what is open on a sheet that is read back when it is filled in', async () => {
    const workbook = await open(REPORT);
    const sheet = workbook.getWorksheet('待补报');
    const row = sheet?.getColumn(2).values.indexOf('公示内容及时更新') ?? 0;
    expect(sheet?.getCell(row, 3).dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
    if (sheet) sheet.getCell(row, 3).value = '是';
    const filled = new Uint8Array(await workbook.xlsx.writeBuffer());
    const { centers, problems } = await readWith(readXlsx, filled, DICTIONARY);
    expect(problems).toEqual([]);
    expect(centers).toEqual([
      {
        'center.name': '青石坳镇便民服务中心',
        'center.county': '罗山县',
        'center.township': '青石坳镇',
        'center.level': 'township',
        'disclosures.up_to_date': 'true',
      },
    ]);
  });

  it('shows that a character was there that no workbook can hold', async () => {
    const workbook = await open(await make(xlsx, [named('青石坳\uffff镇\u0007\ud800')]));
    expect(workbook.getWorksheet('审核总表')?.getCell('A1').value).toBe('青石坳\ufffd镇\ufffd\ufffd');
  });

  it('comes out the same every time', async () => {
    expect(Buffer.compare(await make(xlsx, [TWIN_AUDIT]), REPORT)).toBe(0);
  });

  it.each(['=HYPERLINK("http://example.invalid")', '＝1+1', '-3', '＠名'])(
    'writes what begins like a formula as text: %s',
    async name => {
      const workbook = await open(await make(xlsx, [named(name)]));
      const cell = workbook.getWorksheet('审核总表')?.getCell('A1');
      expect([cell?.type, cell?.value, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, name, '@']);
    },
  );

  it('counts for each centre its own findings, whatever it is called and whoever else is called so', async () => {
    const audits = ['>5', '*', '=x', '*'].map(named);
    const workbook = await open(await make(xlsx, audits));
    const formulas = formulasIn(workbook, '得分');
    expect(formulas.filter(([formula]) => formula.includes('"'))).toEqual([]);
    const counts = formulas.filter(([formula]) => /SUMPRODUCT.*审核发现.*\*1\)$/u.test(formula));
    expect(counts.map(([, , computed]) => computed)).toEqual(counts.map(([, saved]) => saved));
    const all = audits.reduce((sum, { findings }) => sum + findings.length, 0);
    expect(counts.reduce((sum, [, , computed]) => sum + computed, 0)).toBe(all);
  });

  it('tells of a file that was refused, with its place and what to do', async () => {
    const file = '坏的.yaml';
    const problems = [problem('not-a-mapping', { file, line: 3, column: 7 }, { found: '一串文字' })] as const;
    const workbook = await open(await make(xlsx, [], { rejected: [{ file, problems }] }));
    const cells = (workbook.getWorksheet('未能审核')?.getSheetValues() ?? []).flat().map(String);
    expect(cells).toContain('坏的.yaml');
    expect(cells).toContain('坏的.yaml 第 3 行第 7 列');
    expect(cells.join()).toContain('一串文字');
    const both = await open(await make(xlsx, [named('甲')], { rejected: [{ file, problems }] }));
    expect(both.worksheets.map(({ name }) => name)).toContain('未能审核');
  });

  it('has a line for each of several centres', async () => {
    const sheet = (await open(await make(xlsx, [named('甲'), named('乙')]))).getWorksheet('审核总表');
    expect(sheet?.rowCount).toBe(4);
    expect(sheet?.getCell('C3').value).toBe(Number(TWIN_AUDIT.score?.low));
  });
});

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const parts = workbookParts(bytes);
  if (parts === undefined) throw new Error('not a workbook');
  return parts;
};

const annotate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  make(annotated, await auditsOf(bytes), { submitted: () => partsOf(bytes) });

const fillOf = (workbook: ExcelJS.Workbook, sheet: string, cell: string): unknown => {
  const { fill } = workbook.getWorksheet(sheet)?.getCell(cell) ?? {};
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
};

const noteOf = (workbook: ExcelJS.Workbook, sheet: string, cell: string): string => {
  const { note } = workbook.getWorksheet(sheet)?.getCell(cell) ?? {};
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
};

const ANNOTATED = await annotate(TWIN);

const [RED, YELLOW] = ['FFF9CFD3', 'FFFFEFB5'];

describe('the annotated workbook', () => {
  it('colours and notes the cells behind failures and unknowns, and links them to a sheet of findings and back', async () => {
    const workbook = await open(ANNOTATED);
    expect(fillOf(workbook, '基本情况', 'C20')).toBe(RED);
    expect(noteOf(workbook, '基本情况', 'C20')).toMatch(
      /【对标审核】\n不符合　二 \/ 三\(一\)2　办事大厅使用面积\n要求：.*200[\s\S]*差距：还差 16 ㎡/u,
    );
    const row = workbook.getWorksheet('审核意见')?.getColumn(4).values.indexOf('办事大厅使用面积');
    const xml = [...partsOf(ANNOTATED).values()].map(part => new TextDecoder().decode(part)).join('');
    expect(xml).toContain(`<hyperlink ref="A${row}" location="'基本情况'!C20"`);
    expect(xml).toContain(`<hyperlink ref="B20" location="'审核意见'!A${row}"`);
    expect([...Array(60).keys()].some(index => fillOf(workbook, '基本情况', `C${index + 1}`) === YELLOW)).toBe(true);
  });

  it('is coloured where it was handed in without any styles', async () => {
    const rows = [
      ['中心名称', '青石坳镇便民服务中心'],
      ['县区', '罗山县'],
      ['级别', '乡镇'],
      ['办事大厅使用面积', 100],
    ];
    const bare = rawParts({ 表: plainSheet(rows) });
    const relations = new TextDecoder().decode(bare.get('xl/_rels/workbook.xml.rels'));
    const without = { 'xl/_rels/workbook.xml.rels': relations.replace(/<Relationship Id="st"[^>]*>/u, '') };
    const made = partsOf(await annotate(rawWorkbook({ 表: plainSheet(rows) }, without)));
    const text = (name: string): string => new TextDecoder().decode(made.get(name));
    const style = Number(/<c s="(\d+)" r="B4">/u.exec(text('xl/worksheets/sheet1.xml'))?.[1]);
    const [looks = [], fills = []] = [/<xf [^>]*>/gu, /<fill>.*?<\/fill>/gu].map(
      item => text('xl/styles1.xml').match(item) ?? [],
    );
    const fill = Number(/fillId="(\d+)"/u.exec(looks[style] ?? '')?.[1]);
    expect(fills[fill]).toContain(`<fgColor rgb="${RED}"/>`);
    expect(text('xl/_rels/workbook.xml.rels')).toContain('Target="styles1.xml"');
  });

  it('leaves every other part as it was, and of the program that wrote it last just the name', async () => {
    const [before, after] = [partsOf(TWIN), partsOf(ANNOTATED)];
    const signed = new TextDecoder().decode(before.get('docProps/app.xml')).replace('Microsoft Excel', 'duibiao');
    expect(new TextDecoder().decode(after.get('docProps/app.xml'))).toBe(signed);
    const changed = [...before].filter(
      ([name, bytes]) => Buffer.compare(bytes, after.get(name) ?? new Uint8Array()) !== 0,
    );
    const allowed =
      /^(?:\[Content_Types\]\.xml|docProps\/app\.xml|xl\/styles\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/u;
    expect(changed.map(([name]) => name).filter(name => !allowed.test(name))).toEqual([]);
    const cells = (bytes: Uint8Array | undefined) =>
      new TextDecoder().decode(bytes).match(/<v>[^<]*<\/v>|<f>[^<]*<\/f>/gu);
    for (const [name, bytes] of before)
      if (name.startsWith('xl/worksheets/')) expect(cells(after.get(name))).toEqual(cells(bytes));
  });

  it('is read like the first', async () => {
    const first = await readWith(readXlsx, TWIN, DICTIONARY);
    expect(await readWith(readXlsx, ANNOTATED, DICTIONARY)).toEqual(first);
  });

  it('takes back in a later round what was put right', async () => {
    const once = await open(ANNOTATED);
    const sheet = once.getWorksheet('基本情况');
    if (sheet) sheet.getCell('C20').value = 260;
    const mended = await open(await annotate(new Uint8Array(await once.xlsx.writeBuffer())));
    expect(fillOf(mended, '基本情况', 'C20')).toBe('FFFFFBE6');
    expect(noteOf(mended, '基本情况', 'C20')).toBe('');
    expect(noteOf(mended, '基本情况', 'C30').match(/【对标审核】/gu)).toHaveLength(1);
    expect(mended.worksheets.filter(({ name }) => name.startsWith('审核意见'))).toHaveLength(1);
  });

  it('keeps notes, filters and formats of others in a county table', async () => {
    const table = new Uint8Array(readFileSync(join(ROOT, 'fixtures', 'excel', 'county-table.xlsx')));
    const workbook = await open(await annotate(table));
    const sheet = workbook.getWorksheet('各乡镇汇总');
    expect(noteOf(workbook, '各乡镇汇总', 'D5')).toMatch(/^实测\n【对标审核】/u);
    expect(fillOf(workbook, '各乡镇汇总', 'D5')).toBe(RED);
    expect(fillOf(workbook, '各乡镇汇总', 'D6')).toBeUndefined();
    expect(sheet?.getCell('D9').value).toMatchObject({ formula: 'SUM(D5:D8)' });
    expect(sheet?.autoFilter).toBe('A4:K8');
    const { conditionalFormattings } = sheet as unknown as { conditionalFormattings: readonly unknown[] };
    expect(conditionalFormattings).toHaveLength(1);
  });

  it('adds cells and styles that a bare workbook lacks', async () => {
    const rows = [
      ['中心名称', '甲镇便民服务中心'],
      ['县区', '罗山县'],
      ['级别', '乡镇'],
      ['大厅面积'],
      ['敞开式办公', '否'],
    ];
    const bare = packZip(rawParts({ 表: plainSheet(rows) }));
    const workbook = await open(await annotate(bare));
    expect([fillOf(workbook, '表', 'B4'), fillOf(workbook, '表', 'B5')]).toEqual([YELLOW, RED]);
  });
});
