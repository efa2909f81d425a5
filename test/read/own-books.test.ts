import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const FORM = 'fixtures/centers/luoshan-qingshiao.xlsx';
const CENTRE = '青石坳镇便民服务中心';
const UNDER_ITS_OWN = ['--as-of', '2026-11-20', '--no-config'] as const;
/** Under a standard of a few rules, where the file is all that matters. */
const DAY = [...UNDER_ITS_OWN, '--pack', 'fixtures/packs/qingyuan-2024'] as const;

const folder = newFolder();
const at = (name: string): string => join(folder, name);

/** Saves a workbook as another program does, which puts its own name into it, with something filled in or not. */
const savedAnew = async (from: string, to: string, edit: (book: ExcelJS.Workbook) => void = () => {}) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(from);
  edit(book);
  await book.xlsx.writeFile(to);
};

const fill = (book: ExcelJS.Workbook): void => {
  const sheet = book.getWorksheet('待补报');
  const row = sheet?.getColumn(2).values.indexOf('公示内容及时更新') ?? 0;
  if (sheet && row > 0) sheet.getCell(row, 3).value = '是';
};

const made: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['报告.xlsx', ['audit', FORM, ...DAY]],
  ['两个中心.xlsx', ['audit', FORM, 'fixtures/centers/taojiang-zhuxiping.yaml', ...DAY]],
  ['对照.xlsx', ['compare', 'fixtures/compare/spring', 'fixtures/compare/autumn']],
  ['现场.site.xlsx', ['audit', FORM, ...DAY]],
  ['记录.xlsx', ['template', '-p', 'luoshan-2021', '--inspection']],
  ['标准.xlsx', ['packs', 'sheet', 'luoshan-2021']],
  ['评分表.xlsx', ['scorecards', 'form']],
];

beforeAll(async () => {
  for (const [name, words] of made) await inside(...words, '-o', at(name));
  await inside('batch', FORM, '-o', at('汇总'), ...DAY);
  cpSync(at('汇总/summary.xlsx'), at('汇总.xlsx'));
  await savedAnew(at('报告.xlsx'), at('另存.xlsx'));
  await inside('audit', FORM, '-o', at('待补.xlsx'), ...UNDER_ITS_OWN);
  await savedAnew(at('待补.xlsx'), at('填过.xlsx'), fill);
  await inside('audit', FORM, '-o', `annotated=${at('批注.xlsx')}`, ...DAY);
});

/** A file is read in one way, whoever asks: what is validated is tried of one. */
const commandsFor = (name: string): readonly (readonly string[])[] => [
  ['audit', at(name), ...DAY],
  ...(name === '报告.xlsx' ? [['validate', at(name)]] : []),
];

const told: readonly (readonly [name: string, sentence: string])[] = [
  ['报告.xlsx', `这是“${CENTRE}”的审核报告，不是申报表，没有读取；请报送申报表本身`],
  ['另存.xlsx', `这是“${CENTRE}”的审核报告，不是申报表`],
  ['两个中心.xlsx', '这是审核报告，不是申报表'],
  ['汇总.xlsx', '这是批量审核的汇总，不是申报表'],
  ['对照.xlsx', '这是工具写出的对照表，不是申报表'],
  ['现场.site.xlsx', '这是现场核查清单，不是申报表，没有读取；检查的结果请用 --inspection 给出'],
  ['记录.xlsx', '这是检查人的记录，不是申报表，没有读取；检查的结果请用 --inspection 给出'],
  ['标准.xlsx', '请用 duibiao packs from-sheet 读入'],
  ['评分表.xlsx', '请用 duibiao scorecards new 读入'],
];

describe('a workbook of the tool’s own that is handed in as a form', () => {
  it.each(told)('%s is told for what it is', async (name, sentence) => {
    for (const words of commandsFor(name)) {
      const { code, out, err } = await inside(...words);
      expect({ words, code, lines: err.trimEnd().split('\n') }).toEqual({
        words,
        code: 3,
        lines: [expect.stringContaining(sentence)],
      });
      expect(out).toBe('');
    }
  });

  it('is told in English too', async () => {
    const { err } = await inside('audit', at('报告.xlsx'), ...DAY, '--lang', 'en');
    expect(err).toContain(`a report on "${CENTRE}", not a form; it was not read: hand in the form itself`);
  });

  it('is read once what it asks for is filled in', async () => {
    const { code, err } = await inside('audit', at('填过.xlsx'), ...UNDER_ITS_OWN, '-o', at('补.json'));
    expect([code, err]).toEqual([2, expect.not.stringContaining('错误')]);
    expect(readFileSync(at('补.json'), 'utf8')).toContain('disclosures.up_to_date');
  });

  it('is no form with an inspector’s notes, which is read as before', async () => {
    const results = ['批注.xlsx', FORM].map(async file => {
      const { out } = await inside('audit', file === FORM ? file : at(file), ...DAY, '-o', 'json');
      const { counts, score } = JSON.parse(out);
      return { counts, score };
    });
    const [noted, own] = await Promise.all(results);
    expect(noted).toEqual(own);
  });

  it('stops no batch and takes no form’s place in it', async () => {
    const both = at('都有');
    cpSync(FORM, join(both, '申报.xlsx'));
    const only = await inside('batch', both, '-o', at('一'), ...DAY);
    for (const [name] of told) cpSync(at(name), join(both, name));
    const { code } = await inside('batch', both, '-o', at('二'), ...DAY);
    expect([only.code, code]).toEqual([1, 3]);
    const results = (name: string): string => readFileSync(join(at(name), 'results.jsonl'), 'utf8');
    expect(results('二')).toBe(results('一'));
    const rejected = readFileSync(at('二/rejected.csv'), 'utf8');
    expect(readdirSync(both).filter(name => !rejected.includes(name))).toEqual(['申报.xlsx']);
  });
});
