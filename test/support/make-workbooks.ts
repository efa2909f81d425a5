/**
 * Makes the sample workbooks under fixtures/: the Excel twins of the sample centres, and workbooks as townships and
 * counties send them in. Those named libreoffice-*.xlsx are opened and saved again by LibreOffice, where it is installed.
 *
 *     npx tsx test/support/make-workbooks.ts
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { buildForm } from '../../src/forms/form.ts';
import { formWorkbook } from '../../src/forms/xlsx.ts';
import type { Profile } from '../../src/model/profile/profile.ts';
import { readProfiles } from '../../src/read/files/open.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { unpackZip } from '../../src/sheets/read/parts.ts';
import { packZip } from '../../src/sheets/write/zip.ts';
import { dictionaryOf, packNamed, ROOT } from './workbooks.ts';

const CENTERS = join(ROOT, 'fixtures', 'centers');
const EXCEL = join(ROOT, 'fixtures', 'excel');

const SAMPLES = [
  ['luoshan-qingshiao', 'luoshan-2021'],
  ['taojiang-zhuxiping', 'taojiang-2014'],
] as const;

const readSample = async (name: string, packId: string): Promise<Profile> => {
  const dictionary = dictionaryOf(await packNamed(packId));
  const [root] = (await readProfiles({ file: join(CENTERS, `${name}.yaml`) }, dictionary)).profiles;
  if (root === undefined) throw new Error(`${name} cannot be read`);
  const { profile, problems } = readDeclarations({ path: name, sha256: '' }, root, dictionary.vocabulary);
  if (problems.length > 0) throw new Error(`${name} has problems`);
  return profile;
};

const makeTwins = async (): Promise<void> => {
  for (const [name, packId] of SAMPLES) {
    const profile = await readSample(name, packId);
    const form = buildForm([{ pack: await packNamed(packId), level: 'township' }], 'township', [profile]);
    writeFileSync(
      join(CENTERS, `${name}.xlsx`),
      await formWorkbook(form, { lang: 'zh', table: false, profiles: [profile] }),
    );
  }
};

const save = async (workbook: ExcelJS.Workbook, name: string): Promise<void> => {
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  writeFileSync(join(EXCEL, name), packZip(unpackZip(new Uint8Array(await workbook.xlsx.writeBuffer()))));
};

const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9D9D9' } } as const;

/** A county's table: merged title, a heading in two rows, groups, a filter, formulas, sums and remarks. */
const countyTable = async (): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('各乡镇汇总');
  sheet.mergeCells('A1:K1');
  sheet.getCell('A1').value = '罗山县乡镇便民服务中心建设情况汇总表（虚构样例）';
  sheet.getCell('A1').font = { name: '黑体', size: 16, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  sheet.getCell('A2').value = '所属县区：罗山县';
  sheet.getCell('H2').value = '填表日期：2026年10月12日';
  const heads: readonly (readonly [string, string, string])[] = [
    ['A3:A4', '序号', ''],
    ['B3:B4', '中心名称', ''],
    ['C3:C4', '级别', ''],
    ['D3:F3', '办事大厅', ''],
    ['G3:I3', '功能区域', ''],
    ['J3:J4', '承诺件\n按期办结率', ''],
    ['K3:K4', '备注', ''],
  ];
  for (const [range, text] of heads) {
    sheet.mergeCells(range);
    const cell = sheet.getCell(range.slice(0, 2));
    cell.value = text;
    cell.fill = grey;
    cell.alignment = { wrapText: true, horizontal: 'center', vertical: 'middle' };
  }
  ['使用面积（㎡）', '敞开式办公', '整合到位日期', '等候区', '自助服务区', '咨询投诉区'].forEach((text, index) => {
    sheet.getCell(4, 4 + index).value = text;
  });
  const rows: readonly (readonly ExcelJS.CellValue[])[] = [
    [1, '青石坳镇便民服务中心', '乡镇', 184, '√', new Date(Date.UTC(2021, 10, 12)), '√', '√', null, 0.985, '人少'],
    [
      2,
      '柳河湾乡便民服务中心',
      '乡镇',
      { formula: 'D5+36', result: 220 },
      '☑是 □否',
      '2021/11/10',
      '有',
      '无',
      '√',
      '100%',
      null,
    ],
    [
      3,
      '石桥铺镇便民服务中心',
      '乡镇',
      '２３０平方米',
      '×',
      44515,
      null,
      '√',
      null,
      { formula: '49/50', result: 0.98 },
      null,
    ],
    [4, '北坡岭乡便民服务中心', '乡镇', null, null, '未发生', null, null, null, null, '未报'],
  ];
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      sheet.getCell(5 + index, column + 1).value = value;
    });
    sheet.getCell(5 + index, 10).numFmt = '0.0%';
  });
  sheet.getCell('F5').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getRow(7).hidden = true;
  sheet.getCell('B9').value = '合计';
  sheet.getCell('D9').value = { formula: 'SUM(D5:D8)', result: 404 };
  sheet.mergeCells('A11:K11');
  sheet.getCell('A11').value = '注：本表由各乡镇便民服务中心填报，空白为未报。';
  sheet.autoFilter = 'A4:K8';
  sheet.getCell('D5').note = '实测';
  sheet.views = [{ state: 'frozen', ySplit: 4 }];
  sheet.addConditionalFormatting({
    ref: 'D5:D8',
    rules: [
      {
        type: 'cellIs',
        operator: 'lessThan',
        priority: 1,
        formulae: [200],
        style: { font: { color: { argb: 'FFC00000' } } },
      },
    ],
  });
  const windows = workbook.addWorksheet('窗口');
  windows.addRow(['中心名称', '窗口种类', '窗口名称', '有人值守']);
  windows.addRow(['青石坳镇便民服务中心', '信访维稳', '1号', '是']);
  windows.addRow(['青石坳镇便民服务中心', '财政惠民', '2号', '是']);
  windows.addRow(['柳河湾乡便民服务中心', '综合窗口', '1号', '否']);
  await save(workbook, 'county-table.xlsx');
};

/** A form that was pasted, merged and reformatted on its way through a township. */
const editedForm = async (): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  sheet.mergeCells('A1:F1');
  sheet.getCell('A1').value = '便民服务中心建设情况表（虚构样例）';
  const rows: readonly (readonly ExcelJS.CellValue[])[] = [
    [null, '中心 名称', '柳河湾乡便民服务中心', null, '县 区', '罗山县'],
    [null, '级　　别', '乡镇', null, '填报日期', new Date(Date.UTC(2026, 9, 12))],
    ['一、办事大厅'],
    [
      null,
      '（1）大厅使用面积\n（平方米）',
      { richText: [{ text: '22' }, { font: { bold: true }, text: '0' }] },
      null,
      '敞开式办公',
      '☑是　□否',
    ],
    [null, '功能区域', '①窗口服务区\n②等候区\n③自助服务区', null, '设有党员服务岗', '✔'],
    ['二、办件'],
    [null, '即办件当场办结率', 1, null, '承诺件按期办结率', '98.5%'],
    [null, '报警装置安装部位', '无', null, '免证办理', '/'],
    [],
    ['', '填表人：', '（签字）', null, '联系电话', '见通讯录'],
  ];
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== null) sheet.getCell(2 + index, column + 1).value = value;
    });
  });
  sheet.getCell('F3').numFmt = 'yyyy/m/d';
  sheet.getCell('C8').numFmt = '0%';
  const counters = workbook.addWorksheet('台面 (2)');
  counters.addRow(['工作台登记']);
  counters.addRow([]);
  counters.addRow(['序号', '台号', '台面高度（厘米）', '台面宽度', '台面整洁']);
  counters.addRow([1, '1号台', 80, '70cm', '√']);
  counters.addRow([]);
  counters.addRow([2, '2号台', '0.9m', '65cm', '×']);
  counters.addRow(['合计', 2]);
  const spare = workbook.addWorksheet('上年', { state: 'hidden' });
  spare.addRow(['中心名称', '柳河湾乡便民服务中心']);
  spare.addRow(['大厅使用面积', 150]);
  await save(workbook, 'edited-form.xlsx');
};

const byLibreOffice = (from: string, to: string): void => {
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
  try {
    execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', folder, from], { stdio: 'ignore' });
    copyFileSync(join(folder, basename(from)), join(EXCEL, to));
  } catch {
    process.stderr.write(`LibreOffice is not at hand; ${to} is left as it is\n`);
  }
};

/** The county's table as values, in the encoding of Chinese office programs. */
const gb18030 = (): void => {
  const text =
    '中心名称,县区,级别,大厅面积（㎡）,功能区域\r\n青石坳镇便民服务中心,罗山县,乡镇,184,"等候区、自助服务区"\r\n柳河湾乡便民服务中心,罗山县,乡镇,220,无\r\n';
  writeFileSync(join(EXCEL, 'county-table-utf8.csv'), `\ufeff${text}`);
  const utf8 = join(EXCEL, 'county-table-utf8.csv');
  const encoded = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: readFileSync(utf8).subarray(3) });
  writeFileSync(join(EXCEL, 'county-table-gb18030.csv'), encoded);
};

await makeTwins();
await countyTable();
await editedForm();
gb18030();
byLibreOffice(join(CENTERS, 'luoshan-qingshiao.xlsx'), 'libreoffice-form.xlsx');
byLibreOffice(join(EXCEL, 'county-table.xlsx'), 'libreoffice-table.xlsx');
byLibreOffice(join(EXCEL, 'edited-form.xlsx'), 'libreoffice-edited-form.xlsx');
