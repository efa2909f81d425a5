import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardBytes } from '../../src/forms/scorecard/book.ts';
import { readBytes } from '../../src/read/files/files.ts';
import { listIn, openBook, sheetOf } from '../support/books.ts';
import { BUREAU_HEAD, BUREAU_LINES } from '../support/bureau-card.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { inside as run } from '../support/inside.ts';

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const CENTERS = Array.from({ length: 5 }, (_, index) => `第${index + 1}镇便民服务中心`);

const textOf = ({ text }: Cell): string => text.replaceAll('★', '').split('\n')[0] ?? '';

/** What every centre declares, by the heading of its column; the first lacks a ramp, the second two notices. */
const declared = (heading: string, center: number): string | number => {
  if (heading === '便民服务中心名称') return CENTERS[center] ?? '';
  if (heading === '所属县区') return '青石县';
  if (heading === '中心级别') return '乡镇（街道）便民服务中心';
  if (heading === '发生重大责任事故' || heading === '投诉超期未处理') return '否';
  if (heading === '设有无障碍坡道') return center === 0 ? '否' : '是';
  if (heading === '公示内容清点') return center === 1 ? '服务指南、办事流程' : '服务指南、办事流程、收费标准、监督电话';
  if (heading === '制度上墙清点') return '首问负责制、一次性告知制、限时办结制、责任追究制';
  if (heading === '便民用品清点') return '饮水机、签字笔、老花镜、急救药箱';
  if (heading.startsWith('办事大厅使用面积')) return 200;
  if (heading.includes('率')) return '100%';
  if (heading.endsWith('次数')) return heading === '全年培训次数' ? 4 : 0;
  if (heading === '投诉处理有书面说明' || heading === '申报日期' || heading.startsWith('所属乡镇')) return '';
  return heading.startsWith('有') ? '否' : '是';
};

const headsOf = (row: readonly Cell[]): readonly (readonly [column: number, heading: string])[] =>
  row.map(cell => [Number(cell.col), textOf(cell)] as const).filter(([, heading]) => heading !== '');

const fillForm = async (): Promise<void> => {
  const book = await openBook(succeed(readBytes(at('form.xlsx'))));
  const sheet = sheetOf(book, '汇总表');
  const heads = headsOf(Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(4, index + 1)));
  for (const center of CENTERS.keys())
    for (const [column, heading] of heads)
      if (heading !== '序号') sheet.getCell(5 + center, column).value = declared(heading, center);
  writeFileSync(at('form.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
};

/** Every bureau gives full marks, but the third centre is found off duty as often as it stands in the list, and the fourth ill-mannered. */
const fillRecords = async (file: string, spoiled?: string | number): Promise<void> => {
  const book = await openBook(succeed(readBytes(at('blank.xlsx'))));
  for (const sheet of book.worksheets) {
    sheet.getCell('B5').value = '李检查员';
    sheet.getCell('B8').value = '现场检查';
    const heads = headsOf(Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(9, index + 1)));
    for (const center of CENTERS.keys())
      for (const [column, heading] of heads) {
        const cell = sheet.getCell(10 + center, column);
        if (heading === '脱岗人次') cell.value = center === 2 ? 3 : 0;
        else if (heading.endsWith('件数')) cell.value = 0;
        else if (heading.endsWith('评分')) cell.value = heading === '仪容仪表评分' && center === 3 ? 1.5 : 3;
      }
  }
  if (spoiled !== undefined) sheetOf(book, '人社局').getCell('C10').value = spoiled;
  writeFileSync(at(file), Buffer.from(await book.xlsx.writeBuffer()));
};

const record = (center: string): string =>
  `中心: ${center}\n阶段: 核查\n检查级别: 县级\n核查人: 周检查员\n核查情况:\n  - { 填报项: 发生重大责任事故, 核查结果: 是, 理由: 县里通报 }\n`;

const batch = (records: readonly string[], results: string) =>
  run(
    ...['batch', at('form.xlsx'), '--standards', at('standards'), '-o', at(results)],
    ...records.flatMap(record => ['--inspection', at(record)]),
    ...['--as-of', '2025-06-01', '--no-config'],
  );

describe('a county with nothing but the sheet of its bureau', () => {
  beforeAll(() => {
    writeFileSync(at('card.xlsx'), cardBytes({ title: '', head: BUREAU_HEAD, lines: BUREAU_LINES, blank: 0 }));
    writeFileSync(at('names.txt'), CENTERS.join('\n'));
  });

  it('makes a standard of it, and the forms of centres and of three bureaus', async () => {
    const made = await run('scorecards', 'new', at('card.xlsx'), '-o', at('standards'));
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain('36 个评分项，满分 100');
    const form = await run('template', '--scheme', at('card.xlsx'), '--table', '-o', at('form.xlsx'));
    const blank = await run(
      'template',
      '--scheme',
      at('card.xlsx'),
      '--inspection',
      '--roster',
      at('names.txt'),
      '-o',
      at('blank.xlsx'),
    );
    expect([form.code, blank.code]).toEqual([0, 0]);
    const book = await openBook(succeed(readBytes(at('blank.xlsx'))));
    expect(book.worksheets.map(({ name }) => name).toSorted()).toEqual(['人社局', '民政局', '行政审批局'].toSorted());
  });

  it('has its townships ranked, every point as reckoned by hand', async () => {
    await fillForm();
    await fillRecords('records.xlsx');
    const valid = await run('validate', at('records.xlsx'));
    expect([valid.code, valid.err]).toEqual([0, '']);
    const form = await run('validate', at('form.xlsx'), '--scheme', at('card.xlsx'));
    expect([form.code, form.err]).toEqual([0, '']);
    const { code, err } = await batch(['records.xlsx'], 'results');
    expect([code, err]).toEqual([0, expect.stringContaining('全部通过')]);
    const summary = await openBook(succeed(readBytes(at('results/summary.xlsx'))));
    const rows = listIn(sheetOf(summary, '排名'), '名次');
    const points = new Map(rows.map(row => [row.中心, row.得分]));
    expect(points.size).toBe(CENTERS.length);
    expect(CENTERS.map(center => points.get(center))).toEqual([98, 98, 97, 98.5, 100]);
  });

  it('is told of a slip of one bureau at its cell, and of a record that cannot be read, and goes on', async () => {
    await fillRecords('slip.xlsx', 9);
    const checked = await run('validate', at('slip.xlsx'), '--scheme', at('card.xlsx'));
    expect([checked.code, checked.err]).toEqual([3, expect.stringContaining('人社局!C10')]);
    writeFileSync(at('broken.yaml'), 'stage: [核查\n');
    const { code, err, out } = await batch(['records.xlsx', 'broken.yaml'], 'partly');
    expect(code).toBe(3);
    expect(err).toContain('broken.yaml');
    expect(err).toContain('其余都已审核');
    expect(out).toContain(`审核 ${CENTERS.length}`);
  });

  it('is told of a record of nobody although another submission is refused, each at its own workbook', async () => {
    const book = await openBook(succeed(readBytes(at('slip.xlsx'))));
    const name = CENTERS[1] ?? '';
    sheetOf(book, '人社局').getCell('B11').value = name.replace('镇', '');
    writeFileSync(at('stray.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
    const { code, err } = await batch(['stray.xlsx'], 'strayed');
    expect([code, err]).toEqual([3, expect.stringMatching(new RegExp(`人社局!A11.*是不是“${name}”`, 'u'))]);
    const rejected = new TextDecoder().decode(succeed(readBytes(at('strayed/rejected.csv'))));
    expect(rejected).toMatch(/stray\.xlsx,人社局!C10,.*应在 0 到 3 之间/u);
    expect(rejected.trim().split('\n')).toHaveLength(2);
    writeFileSync(at('stray-alone.yaml'), record('外山镇便民服务中心'));
    const alone = await batch(['records.xlsx', 'stray-alone.yaml'], 'alone');
    expect([alone.code, alone.err]).toEqual([3, expect.stringContaining('没有对应的申报')]);
  });

  it('has the veto in its ranking, with who found it, and says nothing of clauses that it has not', async () => {
    writeFileSync(at('grave.yaml'), record(CENTERS[4] ?? ''));
    const { code } = await batch(['records.xlsx', 'grave.yaml'], 'grave');
    expect(code).toBe(1);
    const summary = await openBook(succeed(readBytes(at('grave/summary.xlsx'))));
    const rows = listIn(sheetOf(summary, '排名'), '名次');
    const found = '发生重大责任事故（总分计 0 分，县级 周检查员查出）';
    expect(rows.find(row => row.中心 === CENTERS[4])?.否决情形).toBe(found);
    const page = new TextDecoder().decode(succeed(readBytes(at('grave/summary.html'))));
    expect(page).toContain(found);
    expect(page).toContain('失分最多的评分项');
    expect(summary.worksheets.map(({ name }) => name)).not.toContain('失分条款');
    const cover = JSON.stringify(sheetOf(summary, '汇总').getSheetValues());
    expect(cover).toContain('失分最多的评分项');
    expect(cover).not.toMatch(/应当|条款|不符合/u);
  });
});
