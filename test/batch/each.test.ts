import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagePath } from '../../src/batch/pages/page-name.ts';
import { stagedName } from '../../src/batch/pages/pages.ts';
import type { CenterRow } from '../../src/model/result/summary.ts';
import { sha256 } from '../../src/read/files/files.ts';
import { toYaml } from '../bench/profiles.ts';
import { sampleRows } from '../support/batches.ts';
import {
  filesIn,
  givenBy,
  makeVillages,
  newFolder,
  put,
  submissionsFolder,
  timingOf,
  yamlName,
} from '../support/folders.ts';
import { anyText } from '../support/hunt.ts';
import { batch, DAY, run, start } from '../support/tool.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const PAGES = '各份报告';

const pagesIn = (folder: string): readonly string[] =>
  existsSync(join(folder, PAGES)) ? filesIn(join(folder, PAGES)) : [];

describe('the name of a page', () => {
  const [sample] = sampleRows(1).rows as [CenterRow];
  const named = (center: CenterRow['center'], over: Partial<CenterRow> = {}): CenterRow => ({
    ...sample,
    center,
    ...over,
  });

  it.each([
    [{ county: '罗山县', name: '青石坳镇便民服务中心', township: '青石坳镇' }, '罗山县/青石坳镇便民服务中心-X.html'],
    [{ county: '罗山县', name: '柳林村便民服务站', township: '青石坳镇' }, '罗山县/青石坳镇 柳林村便民服务站-X.html'],
    [{ county: '罗山县', township: '青石坳镇' }, '罗山县/青石坳镇-X.html'],
    [{ name: '青石坳镇便民服务中心' }, '未写县区/青石坳镇便民服务中心-X.html'],
    [{ county: '../罗山', name: 'a/b\\c:d*e?"<f>|g' }, '／罗山/a／b＼c：d＊e？＂＜f＞｜g-X.html'],
    [{ county: 'con', name: 'NUL.txt' }, '_con/_NUL.txt-X.html'],
    [{ county: ' . ', name: '站\u202e\n一 ..' }, '未写县区/站 一-X.html'],
    [{ county: '长'.repeat(90), name: '𠮷'.repeat(90) }, `${'长'.repeat(60)}/${'𠮷'.repeat(30)}-X.html`],
  ])('of %j', (center, expected) => {
    const path = pagePath(named(center), 'zh', '.html');
    expect(path.replace(/-[0-9a-f]{8}\./u, '-X.')).toBe(`${PAGES}/${expected}`);
  });

  it('of a centre that does not say who it is comes from its place', () => {
    const location = { file: '报送/0007.jsonl', line: 12, column: 1 };
    expect(pagePath(named({}, { location }), 'en', '.md')).toMatch(/^reports\/no county\/0007 12：1-[0-9a-f]{8}\.md$/u);
  });

  const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

  const part = fc.option(
    fc.oneof(
      anyText(),
      fc.string({
        unit: fc.constantFrom('.', ' ', '/', '\\', 'A', 'a', '村', '\u0301', '\ud83d\ude00'),
        maxLength: 200,
      }),
      fc.constantFrom('CON', 'nul.x', 'COM1 ', '..', '~$a', 'Aux', 'LPT9.txt'),
    ),
    { nil: undefined },
  );

  const center = fc.record({ county: part, township: part, name: part }).map(parts => {
    const said = Object.entries(parts).filter(([, text]) => text !== undefined);
    return Object.fromEntries(said) as CenterRow['center'];
  });

  it('is one that every system takes', () => {
    fc.assert(
      fc.property(center, found => {
        const parts = pagePath(named(found), 'zh', '.xlsx').split('/');
        expect(parts).toHaveLength(3);
        for (const name of parts) {
          expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[\s.]|[\s.]$|^$/u);
          expect(name).not.toMatch(DEVICE);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
          expect(name).toBe(name.normalize('NFC'));
        }
      }),
    );
  });

  it('is another one for another centre, township, county or standard, however alike they look', () => {
    const standards = fc.constantFrom('luoshan-2021/township', 'luoshan-2021/village', 'luan-2022/township');
    const plain = fc.constantFrom(
      '中心村',
      '中心村便民服务站',
      'A站',
      '青石坳镇',
      '站/1',
      '站／1.',
      `${'长'.repeat(70)}一`,
    );
    const alike = fc.record({ county: plain, township: plain, name: plain });
    fc.assert(
      fc.property(alike, alike, standards, standards, (a, b, frame, other) => {
        const same = JSON.stringify([a, frame]) === JSON.stringify([b, other]);
        const paths = [named(a, { frame }), named(b, { frame: other })].map(row => pagePath(row, 'zh', '.html'));
        expect(paths[0]?.toLowerCase() === paths[1]?.toLowerCase()).toBe(same || (isOne(a, b) && frame === other));
      }),
    );
  });
});

/** What folds to one spelling is one centre to a batch. */
const isOne = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  ['county', 'township', 'name'].every(key => a[key]?.normalize('NFKC') === b[key]?.normalize('NFKC'));

/** A run that is to be killed keeps the first of them after some twenty. */
const COUNT = 44;

/** Of a workbook that is to be left in its midst. */
const ROWS = 48;

let folder = '';

beforeAll(async () => {
  folder = await submissionsFolder(COUNT);
  await batch(folder, '报送', '-o', '一次', '--each', 'md');
});

describe('reports for each centre', () => {
  it('are what audit gives, one for each that counts, linked from the summary and told in the record', async () => {
    const shared = newFolder();
    for (const number of [0, 1]) cpSync(join(folder, yamlName(number)), join(shared, yamlName(number)));
    await batch(shared, '报送', '-o', '出', '--each', 'json, xlsx', '--each', 'html,md');
    const [report, ...others] = ['html', 'xlsx', 'json', 'md'].map(ending => `单.${ending}`);
    const outputs = [report, ...others].flatMap(name => ['-o', String(name)]);
    await run(['audit', yamlName(1), ...outputs, ...DAY, '-q'], { cwd: shared });
    const pages = pagesIn(join(shared, '出'));
    expect(pages).toHaveLength(8);
    for (const name of [report, ...others]) {
      const audited = readFileSync(join(shared, String(name)));
      const same = pages.filter(page => readFileSync(join(shared, '出', PAGES, page)).equals(audited));
      expect(same).toHaveLength(1);
    }
    const summary = readFileSync(join(shared, '出', 'summary.html'), 'utf8');
    const links = [...summary.matchAll(/href="\.\/([^"]+)"/gu)].map(([, path = '']) => decodeURIComponent(path));
    const html = pages.filter(page => page.endsWith('.html')).map(page => `${PAGES}/${page}`);
    expect([...new Set(links)].sort()).toEqual(html);
    expect(JSON.parse(readFileSync(join(shared, '出', 'run.json'), 'utf8'))).toMatchObject({
      each: { formats: ['html', 'xlsx', 'markdown', 'json'], reports: 8 },
    });
  });

  it('are made of what was rejected too, with the workbook itself to send back', async () => {
    const shared = newFolder();
    cpSync(join(folder, yamlName(0)), join(shared, yamlName(0)));
    put(shared, '报送/坏.yaml', '名称: 附岭镇便民服务中心\n县区: 罗山县\n级别: 乡镇\n办事大厅使用面积: 很大\n');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('申报表');
    sheet.addRows([
      ['项目', '填报内容'],
      ['县区', '罗山县'],
      ['名称', '石桥镇便民服务中心'],
      ['级别', '乡镇'],
    ]);
    sheet.addRow(['办事大厅使用面积', '约184平方米']);
    await book.xlsx.writeFile(join(shared, '报送', '石桥.xlsx'));
    put(shared, '报送/签湾乡.pdf', '%PDF-1.4 /Font');
    const { code } = await batch(shared, '报送', '-o', '出', '--each', 'html');
    expect(code).toBe(3);
    const returned = pagesIn(join(shared, '出')).filter(page => page.startsWith('退回/'));
    expect(returned.map(page => page.replace(/-[0-9a-f]{8}\./u, '.')).sort()).toEqual([
      '退回/石桥镇便民服务中心.html',
      '退回/石桥镇便民服务中心.批注.xlsx',
      '退回/签湾乡.html',
      '退回/附岭镇便民服务中心.html',
    ]);
    const [page = ''] = returned.filter(name => name.includes('石桥') && name.endsWith('.html'));
    expect(readFileSync(join(shared, '出', PAGES, page), 'utf8')).toContain('是约数，请写确切的数');
    const [annotated = ''] = returned.filter(name => name.endsWith('.批注.xlsx'));
    const back = new ExcelJS.Workbook();
    await back.xlsx.readFile(join(shared, '出', PAGES, annotated));
    expect(JSON.stringify(back.getWorksheet('申报表')?.getCell('B5').note)).toContain('是约数');
    const before = givenBy(join(shared, '出'));
    await batch(shared, '报送', '-o', '出', '--each', 'html');
    expect(timingOf(join(shared, '出')).unchanged).toBe(4);
    expect(givenBy(join(shared, '出'))).toEqual(before);
  });

  it('stand for the submission that counts, and go with the centre', async () => {
    const shared = newFolder();
    const [first, second] = await makeVillages(2);
    const submit = (name: string, over: object): void =>
      put(shared, `报送/${name}.json`, JSON.stringify({ ...first, ...over }));
    const told = (): readonly string[] =>
      pagesIn(join(shared, '出')).map(page => {
        const { profile } = JSON.parse(readFileSync(join(shared, '出', PAGES, page), 'utf8')) as {
          profile: { path: string };
        };
        return profile.path;
      });
    const again = () => batch(shared, '报送', '-o', '出', '--each', 'json');
    submit('a', { 申报日期: '2026-10-20' });
    submit('b', { 申报日期: '2026-10-12' });
    put(shared, '报送/c.json', JSON.stringify(second));
    await again();
    expect([...told()].sort()).toEqual(['报送/a.json', '报送/c.json']);
    submit('b', { 申报日期: '2026-10-25' });
    await again();
    expect([...told()].sort()).toEqual(['报送/b.json', '报送/c.json']);
    submit('b', { 申报日期: '2026-10-20', [Object.keys(first ?? {}).at(-1) ?? '']: undefined });
    await again();
    expect(told()).toEqual(['报送/c.json']);
    rmSync(join(shared, '报送/b.json'));
    await again();
    expect([...told()].sort()).toEqual(['报送/a.json', '报送/c.json']);
    const [own = ''] = readdirSync(join(shared, '出', PAGES));
    put(shared, `出/${PAGES}/${own}/我的笔记.txt`, '不动');
    rmSync(join(shared, '报送/a.json'));
    rmSync(join(shared, '报送/c.json'));
    put(shared, '报送/坏.yaml', '名称: [');
    await again();
    expect(pagesIn(join(shared, '出'))).toEqual([join(own, '我的笔记.txt')]);
  });

  it('are made again only where they are missing, cut short, or asked for in another form', async () => {
    const shared = newFolder();
    for (const number of [0, 1, 2]) cpSync(join(folder, yamlName(number)), join(shared, yamlName(number)));
    const out = join(shared, '出');
    const audited = async (...words: readonly string[]): Promise<number> => {
      await batch(shared, '报送', '-o', '出', ...words);
      return timingOf(out).audited;
    };
    expect(await audited('--each', 'md')).toBe(3);
    const before = givenBy(out);
    const [first = '', second = ''] = pagesIn(out);
    rmSync(join(out, PAGES, first));
    writeFileSync(join(out, PAGES, second), '断');
    // Long ago: what is newer than the batch may be somebody's.
    utimesSync(join(out, PAGES, second), 1, 1);
    expect(await audited('--each', 'md')).toBe(2);
    expect(givenBy(out)).toEqual(before);
    expect(await audited('--each', 'csv,md')).toBe(3);
    expect(pagesIn(out)).toHaveLength(6);
    expect(await audited('--each', 'md')).toBe(0);
    expect(givenBy(out)).toEqual(before);
    expect(await audited()).toBe(0);
    expect(existsSync(join(out, PAGES))).toBe(false);
    expect(await audited('--each', 'md', '--lang', 'en')).toBe(3);
    expect(readdirSync(out)).toContain('reports');
    expect(await audited('--each', 'md', '--fresh')).toBe(3);
    expect(readdirSync(out)).not.toContain('reports');
    expect(givenBy(out)).toEqual(before);
  });

  it('come with the parts of a batch, and are those of one run', async () => {
    const shared = newFolder();
    for (let number = 0; number < 5; number++) cpSync(join(folder, yamlName(number)), join(shared, yamlName(number)));
    const [profile] = await makeVillages(1);
    // Of one part, and of another: which of them counts is known only when all are together.
    for (const [name, date] of [
      ['0000b', '2026-10-12'],
      ['0001b', '2026-10-20'],
      ['0002b', '2026-10-25'],
    ] as const)
      put(shared, `报送/${name}.yaml`, toYaml({ ...profile, 申报日期: date }));
    rmSync(join(shared, yamlName(0)));
    const words = ['报送', '--each', 'json,md'];
    await Promise.all([
      batch(shared, ...words, '-o', '整'),
      ...[2, 1].map(index => batch(shared, ...words, '-o', `部${index}`, '--shard', `${index}/2`)),
    ]);
    expect(existsSync(join(shared, '部1', PAGES))).toBe(false);
    await batch(shared, ...words, '-o', '部1', '--shard', '1/2');
    expect(timingOf(join(shared, '部1')).audited).toBe(0);
    await run(['merge', '部1', '部2', '-o', '合'], { cwd: shared });
    expect(givenBy(join(shared, '合'))).toEqual(givenBy(join(shared, '整')));
    expect(pagesIn(join(shared, '合'))).toHaveLength(10);
    rmSync(join(shared, '部2', '.duibiao', 'pages'), { recursive: true });
    expect(await run(['merge', '部1', '部2', '-o', '合'], { cwd: shared })).toMatchObject({
      code: 3,
      err: expect.stringContaining('报告不见了'),
    });
    await batch(shared, '报送', '-o', '部2', '--shard', '2/2');
    expect((await run(['merge', '部1', '部2', '-o', '合'], { cwd: shared })).err).toContain('不同');
  });

  it.each([
    ['sarif', '不能是 sarif'],
    ['html,doc', '不能是 doc'],
    [',', '请写明格式'],
  ])('do not come as %s', async (formats, words) => {
    const { code, err } = await batch(folder, '报送', '-o', '错', '--each', formats);
    expect(code).toBe(64);
    expect(err).toContain(words);
    expect(existsSync(join(folder, '错'))).toBe(false);
  });

  it('need a folder, and are not made by merge', async () => {
    expect(await batch(folder, '-', '-o', '-', '--each', 'html')).toMatchObject({ code: 64, out: '' });
    expect(await run(['merge', '一次', '-o', '合', '--each', 'html'])).toMatchObject({ code: 64 });
    expect((await run(['merge', '一次', '-o', '-'])).err).toContain('文件夹');
  });
});

/** Starts a batch and does something to it once some of its pages are made. */
const disturb = async (cwd: string, signal: 'SIGKILL' | 'SIGINT', until: string, ...words: readonly string[]) => {
  const { child, ended } = start(['batch', ...words, ...DAY], { cwd });
  const isBegun = (): boolean => {
    const path = join(cwd, until);
    return (
      existsSync(path) && (until.endsWith('.jsonl') ? readFileSync(path).length > 0 : readdirSync(path).length > 3)
    );
  };
  while (!isBegun()) {
    if (child.exitCode !== null) throw new Error('too quick to be disturbed');
    await setTimeout(2);
  }
  child.kill(signal);
  return ended;
};

describe('a run with reports that does not come to its end', () => {
  it('goes on after a kill with several workers, and gives what an undisturbed one gives', async () => {
    const words = ['报送', '-o', '杀', '--each', 'md', '--workers', '2'];
    await disturb(folder, 'SIGKILL', '杀/.duibiao/journal.jsonl', ...words);
    expect(readdirSync(join(folder, '杀'))).toEqual(['.duibiao']);
    await run(['batch', '--resume', '-o', '杀', '--no-config'], { cwd: folder });
    expect(timingOf(join(folder, '杀')).unchanged).toBeGreaterThan(0);
    expect(givenBy(join(folder, '杀'))).toEqual(givenBy(join(folder, '一次')));
    expect(readdirSync(join(folder, '杀', '.duibiao'))).not.toContain('pages');
  });

  it('goes on where it ended while the reports were put in their place', async () => {
    const out = join(newFolder(), '出');
    cpSync(join(folder, '一次'), out, { recursive: true });
    const state = join(out, '.duibiao', 'state.json');
    writeFileSync(state, readFileSync(state, 'utf8').replace('"finished":true', '"finished":false'));
    const [moved = '', torn = ''] = pagesIn(out).map(page => join(out, PAGES, page));
    const staged = (page: string): string => {
      const file = /报送\/\d{4}\.yaml/u.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
      return stagedName({ file, sha256: sha256(readFileSync(join(folder, file))) }, 0, 'zh', '.md');
    };
    put(out, join('.duibiao', staged(moved)), readFileSync(moved));
    put(out, join('.duibiao', staged(torn)), '断');
    rmSync(moved);
    await run(['batch', '--resume', '-o', out, '--no-config'], { cwd: folder });
    expect(timingOf(out).unchanged).toBe(COUNT);
    expect(givenBy(out)).toEqual(givenBy(join(folder, '一次')));
  });

  it('leaves the reports of the run before as they were', async () => {
    const shared = newFolder();
    cpSync(join(folder, '报送'), join(shared, '报送'), { recursive: true });
    cpSync(join(folder, '一次'), join(shared, '出'), { recursive: true });
    const words = ['报送', '-o', '出', '--each', 'md', '--fail-on', 'none'];
    await disturb(shared, 'SIGKILL', '出/.duibiao/pages', ...words);
    expect(givenBy(join(shared, '出'))).toEqual(givenBy(join(folder, '一次')));
  });

  it('ends in the midst of a workbook when it is told to, and goes on', async () => {
    const shared = newFolder();
    const rows = Array.from({ length: ROWS }, (_, at) => [`第${at}便民服务站`, '衡阳市', `第${at}镇`, '村级']);
    put(shared, '报送/汇总.xlsx', plainWorkbook({ 汇总: [['名称', '县区', '乡镇', '级别'], ...rows] }));
    const { code, err } = await disturb(shared, 'SIGINT', '出/.duibiao/pages', '报送', '-o', '出', '--each', 'md');
    expect({ code, err }).toMatchObject({ code: 130, err: expect.stringContaining('已中断') });
    expect(existsSync(join(shared, '出', 'results.jsonl'))).toBe(false);
    await run(['batch', '--resume', '-o', '出', '--no-config'], { cwd: shared });
    expect(pagesIn(join(shared, '出'))).toHaveLength(ROWS);
  });
});
