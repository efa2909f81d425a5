import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toYaml } from '../bench/profiles.ts';
import { listIn, openBook, sheetOf } from '../support/books.ts';
import {
  givenBy,
  linesOf,
  makeVillages,
  newFolder,
  pathsIn,
  put,
  submissionsFolder,
  timingOf,
  yamlName,
} from '../support/folders.ts';
import { batch, DAY, run } from '../support/tool.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const COUNT = 8;

interface SavedResult {
  readonly profile: { readonly path: string; readonly center: { readonly name: string } };
  readonly score: { readonly low: number; readonly high: number };
  readonly counts: { readonly pass: number; readonly fail: number; readonly unknown: number };
  readonly findings: readonly {
    readonly obligation: string;
    readonly outcome: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  }[];
}

let folder = '';

beforeAll(async () => {
  folder = await submissionsFolder(COUNT);
  const { code, err } = await batch(folder, '报送', '-o', '一次');
  expect(err).toContain('不通过');
  expect(code).toBe(1);
});

const recordOf = (out: string): unknown => JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));

describe('a batch', () => {
  it('has a result a line in the order of the inputs, a table of what was rejected, and a record of the run', () => {
    const given = givenBy(join(folder, '一次'));
    expect(Object.keys(given)).toEqual(
      expect.arrayContaining(['rejected.csv', 'results.jsonl', 'run.json', 'summary.html', 'summary.xlsx']),
    );
    expect(pathsIn(join(folder, '一次', 'results.jsonl'))).toEqual(
      Array.from({ length: COUNT }, (_, number) => yamlName(number)),
    );
    expect(readFileSync(join(folder, '一次', 'rejected.csv'), 'utf8')).toBe('\ufeff文件,位置,名称,处理,问题,代码\r\n');
    expect(recordOf(join(folder, '一次'))).toMatchObject({
      asOf: '2026-11-20',
      counts: { documents: COUNT, audited: COUNT, rejected: 0 },
    });
  });

  it('has a workbook that says what the results say', async () => {
    const out = join(folder, '一次');
    const results = linesOf(join(out, 'results.jsonl')).map(line => JSON.parse(line) as SavedResult);
    const workbook = await openBook(readFileSync(join(out, 'summary.xlsx')));
    const ranking = listIn(sheetOf(workbook, '排名'), '名次');
    expect(ranking).toHaveLength(results.length);
    for (const { profile, score, counts, findings } of results) {
      const row = ranking.find(each => each.中心 === profile.center.name) ?? {};
      expect(row).toMatchObject({
        名次: 1 + results.filter(other => other.score.low > score.low).length,
        得分: score.low,
        可达: score.high,
        符合: counts.pass,
        不符合: counts.fail,
        未定: counts.unknown,
        '“应当”不符合': findings.filter(each => each.obligation === 'must' && each.outcome === 'fail').length,
        申报文件: profile.path,
      });
    }
    const matrix = sheetOf(workbook, '逐条矩阵');
    const row = Array.from({ length: COUNT }, (_, index) => matrix.getRow(9 + index)).find(
      each => each.getCell(2).value === results[0]?.profile.center.name,
    );
    const signs = { pass: '√', fail: '×', unknown: '?', 'not-applicable': '-' };
    expect(((row?.values ?? []) as readonly unknown[]).slice(5).toSorted()).toEqual(
      results[0]?.findings.map(({ outcome }) => signs[outcome]).toSorted(),
    );
  });

  it('gives the same bytes with several workers, of tables too with rows that are refused among them', async () => {
    const columns = '便民服务中心名称,所属县区,中心级别,办事大厅使用面积,办事大厅功能区域';
    const areas = ['200平方米', '约两百', '184', '', '-3', '不适用'];
    const row = (number: number): string =>
      `样例${number % 30}镇便民服务中心,${number % 11 === 0 ? '无此县' : '罗山县'},${number % 7 === 0 ? '' : '乡镇'},${areas[number % 6]},"等候区、${['咨询区', '书报区', '无此区'][number % 3]}"`;
    const tables = newFolder();
    const rows = Array.from({ length: 34 }, (_, number) => row(number));
    put(tables, '表/一.csv', [columns, ...rows].join('\n'));
    put(tables, '表/二.csv', [columns, ...rows.slice(0, 8), '"没有写完'].join('\n'));
    put(tables, '表/三.csv', [`${columns},没有这一栏`, ...rows.slice(0, 9)].join('\n'));
    for (const workers of ['1', '2']) await batch(tables, '表', '-o', workers, '--workers', workers);
    expect(timingOf(join(tables, '2')).workers).toBe(2);
    expect(linesOf(join(tables, '1', 'results.jsonl')).length).toBeGreaterThan(4);
    expect(linesOf(join(tables, '1', 'rejected.csv')).length).toBeGreaterThan(20);
    expect(givenBy(join(tables, '2'))).toEqual(givenBy(join(tables, '1')));
  });

  it('in parts that are merged gives the same bytes as in one run', async () => {
    const shared = newFolder();
    cpSync(join(folder, '报送'), join(shared, '报送'), { recursive: true });
    put(shared, '报送/0007b.yaml', readFileSync(join(folder, yamlName(7))));
    put(shared, '报送/坏.yaml', '名称: [');
    put(
      shared,
      '报送/村.jsonl',
      `${(await makeVillages(COUNT + 4))
        .slice(COUNT)
        .map(profile => JSON.stringify(profile))
        .join('\n')}\n`,
    );
    put(shared, '报送/说明.txt', '不读');
    put(shared, '名册.txt', '没有这个中心\n');
    const words = ['报送', '--roster', '名册.txt'];
    await batch(shared, ...words, '-o', '整');
    for (const index of [3, 1, 2]) await batch(shared, ...words, '-o', `部${index}`, '--shard', `${index}/3`);
    const merged = await run(['merge', '部2', '部3', '部1', '-o', '合'], { cwd: shared });
    expect(merged.code).toBe(3);
    const { seconds, parts } = timingOf(join(shared, '合'));
    expect([seconds < 600, parts]).toEqual([true, 3]);
    expect(givenBy(join(shared, '合'))).toEqual(givenBy(join(shared, '整')));
    expect(recordOf(join(shared, '整'))).toMatchObject({
      counts: { superseded: 1 },
      roster: { missing: 1 },
    });
  });

  it('refuses to merge what is not all of one batch', async () => {
    const shared = newFolder();
    for (const number of [0, 1]) cpSync(join(folder, yamlName(number)), join(shared, yamlName(number)));
    await batch(shared, '报送', '-o', '部1', '--shard', '1/2');
    await batch(shared, '报送', '-o', '部2', '--shard', '2/2', '--fail-on', 'none');
    await batch(shared, join('报送', '*.yaml'), '-o', '部3', '--shard', '2/2');
    await run(['batch', '报送', '-o', '部4', '--shard', '2/2', '--as-of', '2026-11-19', '--no-config'], {
      cwd: shared,
    });
    const merge = (...folders: readonly string[]) => run(['merge', ...folders, '-o', '合'], { cwd: shared });
    expect(await merge('部1')).toMatchObject({ code: 3, err: '缺第 2/2 份\n' });
    expect((await merge('部1', '部1')).err).toContain('给了两次');
    for (const other of ['部2', '部3', '部4']) expect((await merge('部1', other)).err).toContain('不同');
    expect((await merge('报送')).err).toContain('不是 duibiao batch 的结果');
    expect((await run(['merge', '部1', '-o', '部1'], { cwd: shared })).code).toBe(64);
  });
});

describe('inputs that have not changed', () => {
  it('are not audited again, and the results are those of a run from scratch', async () => {
    const again = newFolder();
    cpSync(join(folder, '报送'), join(again, '报送'), { recursive: true });
    await batch(again, '报送', '-o', '出');
    await batch(again, '报送', '-o', '出');
    expect(timingOf(join(again, '出'))).toMatchObject({ audited: 0, unchanged: COUNT });
    expect(givenBy(join(again, '出'))).toEqual(givenBy(join(folder, '一次')));

    const [changed] = await makeVillages(1);
    writeFileSync(join(again, yamlName(3)), toYaml({ ...changed, 便民服务中心名称: '另一个村便民服务站' }));
    rmSync(join(again, yamlName(5)));
    put(again, '报送/0010b.yaml', 'x: [');
    await batch(again, '报送', '-o', '出');
    expect(timingOf(join(again, '出'))).toMatchObject({ audited: 2, unchanged: COUNT - 2 });
    await batch(again, '报送', '-o', '从头');
    expect(givenBy(join(again, '出'))).toEqual(givenBy(join(again, '从头')));

    await batch(again, '报送', '-o', '出', '--fresh');
    expect(timingOf(join(again, '出'))).toMatchObject({ audited: COUNT, unchanged: 0 });
    expect(givenBy(join(again, '出'))).toEqual(givenBy(join(again, '从头')));
  });

  it('are audited again on another day, by other rules or for another gate', async () => {
    const again = newFolder();
    for (const number of [0, 1]) cpSync(join(folder, yamlName(number)), join(again, yamlName(number)));
    await batch(again, '报送', '-o', '出');
    await run(['batch', '报送', '-o', '出', '--as-of', '2026-11-21', '--no-config'], { cwd: again });
    expect(timingOf(join(again, '出'))).toMatchObject({ audited: 2 });
    await batch(again, '报送', '-o', '出', '--fail-on', 'none');
    expect(timingOf(join(again, '出'))).toMatchObject({ audited: 2 });
  });
});

describe('inputs of every kind', () => {
  it('are read from folders, patterns, tables, lines and standard input', async () => {
    const mixed = newFolder();
    const [first, second, third] = await makeVillages(3);
    const station = { 名称: '柳林村便民服务站', 县区: '罗山县', 乡镇: '青石坳镇', 级别: '村级' };
    put(mixed, '表/一家.xlsx', plainWorkbook({ 申报表: Object.entries(station) }));
    cpSync('fixtures/excel/county-table-gb18030.csv', join(mixed, '表', '汇总.csv'));
    put(mixed, '村/一.json', JSON.stringify(first));
    put(mixed, '村/二.jsonl', `${JSON.stringify(second)}\n\n{"坏": \n${JSON.stringify(third)}\n`);
    const input = toYaml({ ...first, 便民服务中心名称: '第四个村便民服务站' });
    const ended = await run(['batch', '村', '-', '表/*.csv', '表/*.xlsx', '-o', '出', ...DAY], { cwd: mixed, input });
    expect(ended.code).toBe(3);
    const given = pathsIn(join(mixed, '出', 'results.jsonl'));
    expect([...new Set(given)]).toEqual(['-.yaml', '村/一.json', '村/二.jsonl', '表/一家.xlsx', '表/汇总.csv']);
    const rejected = readFileSync(join(mixed, '出', 'rejected.csv'), 'utf8');
    expect(rejected).toContain('村/二.jsonl,3:');
  });

  it('that are none are bad input', async () => {
    const empty = newFolder();
    put(empty, '空/说明.txt', 'x');
    expect(await batch(empty, '空', '-o', '出')).toMatchObject({ code: 3, err: '没有找到可审核的文件\n' });
    expect(await batch(empty, '-o', '出')).toMatchObject({ code: 64 });
    expect(await batch(empty, '没有.yaml', '-o', '出')).toMatchObject({ code: 3 });
  });
});
