import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { run } from '../support/tool.ts';

const DAY = ['--as-of', '2026-11-20'];

const centre = (name: string): string =>
  `中心名称: ${name}镇便民服务中心\n县区: 罗山县\n级别: 乡镇\n提供免费邮寄服务: 否\n提供邮寄服务: 是\n`;

const SETTLED = 'readings:\n  luoshan-2021/free-mailing: { reading: copying-only, by: 样例局, on: 2026-03-01 }\n';

const folderOf = (settings: string): string => {
  const folder = newFolder();
  mkdirSync(join(folder, '报送'));
  for (const name of ['甲', '乙']) writeFileSync(join(folder, '报送', `${name}.yaml`), centre(name));
  writeFileSync(join(folder, 'duibiao.yaml'), settings);
  return folder;
};

const results = (folder: string) =>
  readFileSync(join(folder, 'results.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

it('a settled reading is in force in every result of a batch and in parts that are merged', async () => {
  const folder = folderOf(SETTLED);
  for (const part of ['1/2', '2/2'])
    await run(['batch', '报送', '-o', `部${part[0]}`, '--shard', part, ...DAY], { cwd: folder });
  expect((await run(['merge', '部1', '部2', '-o', '合'], { cwd: folder })).code).toBe(2);
  await run(['batch', '报送', '-o', '全', ...DAY], { cwd: folder });
  expect(readFileSync(join(folder, '合', 'results.jsonl'), 'utf8')).toBe(
    readFileSync(join(folder, '全', 'results.jsonl'), 'utf8'),
  );
  for (const result of results(join(folder, '全'))) {
    expect(result.readings).toEqual({ 'free-mailing': { reading: 'copying-only', by: '样例局', on: '2026-03-01' } });
    expect(result.findings.find((found: { rule: string }) => found.rule === 'free-mailing').outcome).toBe('pass');
    expect(result.otherwise).toContainEqual(
      expect.objectContaining({ rule: 'free-mailing', reading: 'as-stated', outcome: 'fail' }),
    );
  }
});

it('parts that were read otherwise are not of one batch', async () => {
  const folder = folderOf(SETTLED);
  await run(['batch', '报送', '-o', '部1', '--shard', '1/2', ...DAY], { cwd: folder });
  writeFileSync(join(folder, 'duibiao.yaml'), 'packs: [luoshan-2021]\n');
  await run(['batch', '报送', '-o', '部2', '--shard', '2/2', ...DAY], { cwd: folder });
  expect((await run(['merge', '部1', '部2', '-o', '合'], { cwd: folder })).err).toContain('不同');
});

it('a reading that does not exist is refused at its place before anything is judged', async () => {
  const folder = folderOf('readings:\n  free-mailing: { reading: copying, by: 样例局, on: 2026-03-01 }\n');
  const { code, err } = await run(['batch', '报送', '-o', '全', ...DAY], { cwd: folder });
  expect(code).toBe(3);
  expect(err).toContain('duibiao.yaml:2');
  expect(err).toContain('copying-only');
});

it('the language may be settled too, and stand before the command', async () => {
  const folder = folderOf('lang: en\n');
  expect((await run(['audit', '报送/甲.yaml', ...DAY], { cwd: folder })).out).toContain('Free mailing');
  expect((await run(['audit', '报送/甲.yaml', '--lang', 'zh', ...DAY], { cwd: folder })).out).toContain('免费邮寄');
  expect((await run(['--lang', 'en', 'packs', 'list'])).out).toContain('Rule packs');
});

it('what the county has to settle is listed in every format', async () => {
  const list = JSON.parse((await run(['packs', 'readings', '-o', 'json'])).out);
  expect(new Set(list.map(({ pack }: { pack: string }) => pack)).size).toBe(6);
  for (const format of ['terminal', 'markdown', 'html', 'csv']) {
    const { out } = await run(['packs', 'readings', 'luoshan-2021', '-o', format]);
    expect(out, format).toContain('copying-only');
    expect(out, format).toContain('11月15日前');
  }
});

it('forms and explanations follow the readings that the county settled', async () => {
  const settings =
    'readings:\n  luoshan-2021/online-functions: { reading: an-aim, by: 样例局, on: 2026-03-01 }\n  appointment-channels: { reading: both-open, by: 样例局, on: 2026-03-01 }\n';
  const folder = folderOf(settings);
  const form = ['template', '--pack', 'luoshan-2021', '--level', 'township'];
  const [stated, settled] = [await run([...form, '--no-config'], { cwd: folder }), await run(form, { cwd: folder })];
  expect(stated.out).toContain('网上办事功能');
  expect(settled.out).not.toContain('网上办事功能');
  const { out } = await run(['explain', 'luoshan-2021/appointment-channels'], { cwd: folder });
  expect(out).toContain('预约方式包括电话、信函');
  expect(out).toContain('标准包原来的读法');
  const taken = folderOf(
    'readings:\n  luoshan-2021/budget: { reading: asked-of-the-centre, by: 样例局, on: 2026-03-01 }\n',
  );
  expect(stated.out).not.toContain('纳入财政预算的经费');
  expect((await run(form, { cwd: taken })).out).toContain('纳入财政预算的经费');
  const told = (await run(['explain', 'luoshan-2021/budget'], { cwd: taken })).out;
  expect(told).toContain('应当');
  expect(told).toContain('不对中心提要求');
  expect((await run(['explain', 'luoshan-2021/budget'], { cwd: folder })).out).toContain('不作要求');
  const wrong = folderOf('readings:\n  budget: { reading: nobody, by: 样例局, on: 2026-03-01 }\n');
  expect((await run(form, { cwd: wrong })).code).toBe(3);
});
