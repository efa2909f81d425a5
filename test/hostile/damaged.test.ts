import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { plainWorkbook } from '../support/workbooks.ts';

type Parts = Record<string, Uint8Array>;

const FORM = unzipSync(readFileSync('fixtures/centers/luoshan-qingshiao.xlsx'));

/** A form that somebody handed in, with its parts as a broken transfer or somebody's own program left them. */
const damaged = (spoil: (parts: Parts) => void): Uint8Array => {
  const parts: Parts = { ...FORM };
  spoil(parts);
  return zipSync(parts, { mtime: '2026-01-01' });
};

const half = (parts: Parts, name: string): void => {
  parts[name] = (parts[name] ?? new Uint8Array()).slice(0, (parts[name]?.length ?? 0) / 2);
};

/** The part of the first sheet of which the workbook says so; sheets stand in the order of their parts. */
const sheetThat = (says: RegExp): string => {
  const book = strFromU8(FORM['xl/workbook.xml'] ?? new Uint8Array());
  const at = [...book.matchAll(/<sheet [^>]*>/gu)].findIndex(([tag]) => says.test(tag));
  return `xl/worksheets/sheet${at + 1}.xml`;
};

const ANSWERS = sheetThat(/基本情况/u);

/** Every sheet of the workbook is the same part, a thousand times over. */
const oneForAll = (parts: Parts): void => {
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const sheet = /<sheet [^>]*>/u.exec(book)?.[0] ?? '';
  const more = Array.from({ length: 1_000 }, (_, at) => sheet.replace(/name="[^"]*"/u, `name="s${at}"`));
  parts['xl/workbook.xml'] = strToU8(book.replace(sheet, [sheet, ...more].join('')));
};

const SOUND = [
  ['名称', '柳林村便民服务站'],
  ['县区', '罗山县'],
  ['乡镇', '青石坳镇'],
  ['级别', '村级'],
];

const REFUSED = '工作簿已损坏或写法不合规范，读不下去；请用 Excel 或 WPS 打开、另存后再提交';

const SUM_AND_NAME = 30;

/** A form of which one part is not what its sum says: a figure was changed on the way, and it can still be unpacked. */
const changedOnTheWay = (name: string, longer = 0): Uint8Array => {
  const bytes = damaged(parts => {
    const part = strFromU8(parts[name] ?? new Uint8Array());
    parts[name] = strToU8(part.replace('</worksheet>', `${' '.repeat(longer)}</worksheet>`));
  });
  const listed = Buffer.from(bytes).lastIndexOf(name) - SUM_AND_NAME;
  bytes[listed] = (bytes[listed] ?? 0) ^ 1;
  return bytes;
};

describe('a workbook that is damaged', () => {
  it.each<readonly [string, string, number]>([
    ['a sheet', ANSWERS, 0],
    ['a sheet that is read piece by piece', ANSWERS, 3_000_000],
    ['what the sheets share', 'xl/sharedStrings.xml', 0],
  ])('in %s is refused, though all of it can be read', async (_, part, longer) => {
    const folder = newFolder();
    put(folder, 'a.xlsx', changedOnTheWay(part, longer));
    const { code, out, err } = await inside('audit', join(folder, 'a.xlsx'), '--as-of', '2026-11-20', '--no-config');
    expect([code, out, err]).toEqual([3, '', expect.stringContaining(REFUSED)]);
  });

  it.each<readonly [string, (parts: Parts) => void]>([
    ['with half a sheet', parts => half(parts, ANSWERS)],
    ['without a sheet that it names', parts => void delete parts[ANSWERS]],
    ['with one part for all its sheets', oneForAll],
  ])('%s is refused in words, with no copy to mark', async (_, spoil) => {
    const folder = newFolder();
    put(folder, '报送/a.xlsx', damaged(spoil));
    put(folder, '报送/b.xlsx', plainWorkbook({ 申报表: SOUND }));
    const into = join(folder, '批');
    const words = ['batch', join(folder, '报送'), '-o', into, '--each', 'annotated', '--as-of', '2026-11-20'];
    const { code, out } = await inside(...words);
    const rejected = readFileSync(join(into, 'rejected.csv'), 'utf8');
    expect([code, out, rejected]).toEqual([
      3,
      expect.stringContaining('已审核 1 个中心，拒收 1'),
      expect.stringContaining(REFUSED),
    ]);
  });

  it.each<readonly [string, (parts: Parts) => void]>([
    ['in a sheet that is hidden', parts => half(parts, sheetThat(/state="\w*[hH]idden"/u))],
    ['in what it says of its parts', parts => half(parts, '[Content_Types].xml')],
  ])('%s alone is read, and only the copy to mark is missing', async (_, spoil) => {
    const folder = newFolder();
    put(folder, 'a.xlsx', damaged(spoil));
    const words = ['audit', join(folder, 'a.xlsx'), '-o', `annotated=${join(folder, '批注.xlsx')}`];
    const { code, err } = await inside(...words, '--as-of', '2026-11-20');
    expect([code, err]).toEqual([1, expect.stringContaining('没有生成批注表')]);
  });
});
