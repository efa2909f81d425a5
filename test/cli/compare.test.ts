import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { main } from '../../src/cli/main.ts';
import { comparison } from '../../src/report/compare/schema.ts';
import { newFolder, put } from '../support/folders.ts';

const SPRING = 'fixtures/compare/spring';
const AUTUMN = 'fixtures/compare/autumn';

const run = (...words: readonly string[]) => runAny('compare', ...words);

const runAny = async (...words: readonly string[]) => {
  const [out, err]: readonly [string[], string[]] = [[], []];
  const code = await main(words, {
    out: text => void out.push(String(text)),
    err: text => void err.push(text),
    color: false,
    columns: 100,
    isTTY: false,
  });
  return { out: out.join(''), err: err.join(''), code };
};

const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  return 'properties' in members && 'required' in members ? { ...members, additionalProperties: false } : members;
};

const NAMES = ['a.json', 'a.csv', 'a.md', 'a.xlsx', 'a.txt', 'a.html', 'a.docx'];

describe('compare', () => {
  it('writes every report side by side, each the same twice', async () => {
    const [once, twice] = [newFolder(), newFolder()];
    for (const folder of [once, twice]) {
      const files = NAMES.flatMap(name => ['-o', join(folder, name)]);
      const { code, out } = await run(SPRING, AUTUMN, '--all', ...files);
      expect([code, out]).toEqual([1, '']);
    }
    for (const name of NAMES)
      expect(readFileSync(join(once, name)).equals(readFileSync(join(twice, name))), name).toBe(true);
    const json = JSON.parse(readFileSync(join(once, 'a.json'), 'utf8'));
    const schema = z.toJSONSchema(comparison, { io: 'input' });
    const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(closed(schema) as object);
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.totals.centers).toMatchObject({ worse: 2, better: 2, changed: 1, new: 1, gone: 2, same: 0 });
  });

  it('tells of a centre of which one result cannot be read, on either side', async () => {
    const broken = newFolder();
    cpSync(SPRING, broken, { recursive: true });
    const file = join(broken, 'results.jsonl');
    const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [JSON.stringify({ ...JSON.parse(first), findings: 'none' }), ...rest].join('\n'));
    for (const [sides, side] of [
      [[broken, SPRING], 'to'],
      [[SPRING, broken], 'from'],
    ] as const) {
      const { out, err, code } = await run(...sides, '-o', 'json');
      const { profile } = JSON.parse(first);
      expect([code, err]).toEqual([3, expect.stringContaining('results.jsonl:1:1: “findings”不合要求')]);
      expect(JSON.parse(out).centers[0]).toMatchObject({
        ...{ standing: 'incomparable', bars: ['unreadable'], profile: { [side]: profile.path } },
        score: { [side]: { low: 25 } },
      });
    }
  });

  it('takes for one whom it takes for one among all, whoever is asked for', async () => {
    const [older, newer] = [newFolder(), newFolder()];
    const [result = ''] = readFileSync(join(SPRING, 'results.jsonl'), 'utf8').split('\n');
    const { profile, ...rest } = JSON.parse(result);
    const write = (folder: string, centers: readonly object[]): void => {
      cpSync(SPRING, folder, { recursive: true });
      const lines = centers.map(center =>
        JSON.stringify({ ...rest, profile: { ...profile, center: { level: 'township', ...center } } }),
      );
      writeFileSync(join(folder, 'results.jsonl'), `${lines.join('\n')}\n`);
    };
    write(older, [{ name: '便民服务中心' }]);
    write(newer, [
      { township: '甲镇', name: '便民服务中心' },
      { township: '乙镇', name: '乙镇便民服务中心' },
    ]);
    const standings = async (...words: readonly string[]) => {
      const { centers } = JSON.parse((await run(older, newer, ...words, '-o', 'json')).out);
      return centers.map(({ standing }: { standing: string }) => standing);
    };
    expect(await standings()).toEqual(['new', 'new', 'gone']);
    expect(await standings('--center', '便民服务中心')).toEqual(['new', 'gone']);
    const none = '两份结果里没有一个对得上';
    expect((await run(older, newer)).out).toContain(none);
    expect((await run(older, newer, '--center', '便民服务中心')).out).not.toContain(none);
  });

  it('tells which centres it takes for one though the two call them otherwise, and fails where one got worse', async () => {
    const folder = newFolder();
    cpSync(SPRING, folder, { recursive: true });
    const lines = readFileSync(join(SPRING, 'results.jsonl'), 'utf8').trimEnd().split('\n');
    const renamed = lines.map(line => {
      const { profile, ...result } = JSON.parse(line);
      const { township, ...center } = profile.center;
      const other =
        township === '柏溪镇'
          ? { ...profile.center, name: '柏溪镇政务大厅' }
          : { ...center, name: center.county + center.name };
      return JSON.stringify({ ...result, profile: { ...profile, center: other } });
    });
    writeFileSync(join(folder, 'results.jsonl'), `${renamed.join('\n')}\n`);
    const { code, out } = await run(folder, AUTUMN);
    expect(code).toBe(1);
    expect(out).toContain('对应  4 个按名称对应（去掉县区、乡镇后名称相同）\n      1 个按乡镇对应');
    expect(out).toMatch(/100 → 60—80 +柏溪镇便民服务中心 +变差 3，其他变化 1；按乡镇对应/u);
    for (const [center, said] of [
      ['松岭', '旧结果里是“青源县松岭乡便民服务中心（青源县）”：去掉县区、乡镇后名称相同，按同一个比较'],
      ['柏溪镇便民服务中心', '旧结果里是“柏溪镇政务大厅（青源县 柏溪镇）”：这个乡镇两边都只有这一个，按同一个比较'],
    ] as const)
      expect((await run(folder, AUTUMN, '--center', center)).out).toContain(said);
    const { centers } = JSON.parse((await run(folder, AUTUMN, '-o', 'json')).out);
    const [songling] = centers.filter(({ matched }: { matched?: object }) => matched !== undefined);
    expect(songling.matched).toEqual({
      ...{ by: 'name', name: '青源县松岭乡便民服务中心', level: 'township', county: '青源县' },
    });
    expect((await run(folder, AUTUMN, '-o', 'csv')).out).toContain('旧结果里是“青源县枫桥镇便民服务中心（青源县）”');
  });

  it('says in a sentence where two results have no centre in common', async () => {
    const folder = newFolder();
    const lines = readFileSync(join(SPRING, 'results.jsonl'), 'utf8').trimEnd().split('\n');
    cpSync(SPRING, folder, { recursive: true });
    writeFileSync(join(folder, 'results.jsonl'), `${lines.slice(0, 1).join('\n')}\n`);
    const other = newFolder();
    cpSync(SPRING, other, { recursive: true });
    writeFileSync(join(other, 'results.jsonl'), `${lines.slice(1).join('\n')}\n`);
    const { code, out } = await run(folder, other);
    expect(code).toBe(0);
    expect(out.replaceAll(/\n +/gu, '')).toContain('对应  两份结果里没有一个对得上，旧的都算消失，新的都算新增；');
  });

  it('finds each centre whatever the order of the lines, and says what it cannot read', async () => {
    const folder = newFolder();
    const lines = readFileSync(join(SPRING, 'results.jsonl'), 'utf8').trimEnd().split('\n');
    put(folder, 'results.jsonl', [...lines].reverse().join('\n'));
    expect(await run(SPRING, folder, '-o', 'csv')).toMatchObject({ code: 0, err: '' });
    writeFileSync(join(folder, 'results.jsonl'), [lines[0], 'oops', lines[1], lines[1]].join('\n'));
    const { code, err, out } = await run(SPRING, folder);
    expect(code).toBe(3);
    expect(err.split('\n').map(line => /:(\d+):1: /u.exec(line)?.[1])).toEqual(['2', '4', undefined]);
    expect(out).toContain('无变化 2，消失 5');
  });

  it.each([0, 1])('says of a list of nothing that no result is there: %i', async at => {
    const empty = join(newFolder(), 'empty.json');
    writeFileSync(empty, '[]');
    const { code, out, err } = await run(...[SPRING, SPRING].with(at, empty));
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^错误 \S+empty\.json: 没有读到结果；[^\n]*\n$/u);
  });

  it('and so do rounds, of which an unread centre would seem to have stayed away', async () => {
    const folder = newFolder();
    cpSync(SPRING, folder, { recursive: true });
    const lines = readFileSync(join(SPRING, 'results.jsonl'), 'utf8').trimEnd().split('\n');
    writeFileSync(join(folder, 'results.jsonl'), [lines[0], lines[1]?.slice(0, -40), lines[2]].join('\n'));
    const { code, err, out } = await runAny('rounds', AUTUMN, SPRING, folder);
    expect([code, err.split('\n').map(line => /:(\d+):\d+: /u.exec(line)?.[1])]).toEqual([3, ['2', undefined]]);
    expect(out).toContain('没有结果');
    writeFileSync(join(folder, 'results.jsonl'), '');
    expect(await runAny('rounds', SPRING, folder)).toEqual({
      code: 3,
      out: '',
      err: `错误 ${folder}: 没有读到结果；应是 duibiao batch 做完后的结果文件夹（里面有 results.jsonl），或 -o json、-o jsonl 存下的结果\n`,
    });
  });

  it('counts a worse centre as a failure unless told otherwise', async () => {
    expect((await run(SPRING, AUTUMN, '-q')).code).toBe(1);
    expect((await run(SPRING, AUTUMN, '-q', '--fail-on', 'none')).code).toBe(0);
    expect((await run(SPRING, AUTUMN, '-q', '--center', '榆林乡')).code).toBe(0);
  });
});
