import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookBytes } from '../../src/sheets/write/book.ts';
import { onDiskFailing } from '../support/failing-disk.ts';
import { newFolder, put } from '../support/folders.ts';
import { inside, type Said } from '../support/inside.ts';
import { run } from '../support/tool.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const CODES = ['ENOSPC', 'EIO', 'EMFILE', 'EACCES'];

/** A standard of six rules: what a report says is not looked at here. */
const HELD = ['--standards', 'fixtures/packs', '-p', 'qingyuan-2024', ...DAY] as const;

/** What is made in a folder, and the words that make it. */
const commands: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  audit: folder => [
    ...['audit', join(folder, 'p.yaml'), ...HELD],
    ...['json', 'html', 'csv'].flatMap(format => ['-o', join(folder, `报告.${format}`)]),
  ],
  'audit, annotated': folder => [
    ...['audit', join(folder, 'p.xlsx'), ...HELD],
    ...['-o', `annotated=${join(folder, '批注.xlsx')}`],
  ],
  template: folder => ['template', '-p', 'fixtures/packs/qingyuan-2024', '-o', join(folder, '表.yaml')],
  compare: folder => [
    'compare',
    join(folder, '春'),
    'fixtures/compare/autumn',
    '-o',
    join(folder, '变化.json'),
    '-o',
    join(folder, '变化.csv'),
  ],
  batch: folder => ['batch', join(folder, '报送'), '-o', join(folder, '出'), '--workers', '1', ...HELD],
  'batch --each': folder => [
    'batch',
    join(folder, '报送'),
    '-o',
    join(folder, '出'),
    '--each',
    'html',
    '--workers',
    '1',
    ...HELD,
  ],
  render: folder => [
    ...['render', join(folder, '存')],
    ...['html', 'xlsx', 'md'].flatMap(ending => ['-o', join(folder, `报告.${ending}`)]),
  ],
  merge: folder => ['merge', join(folder, '一'), join(folder, '二'), '-o', join(folder, '出')],
};

const FILLED_IN = [
  ['中心名称', '青石坳镇便民服务中心'],
  ['县区', '罗山县'],
  ['级别', '乡镇'],
  ['办事大厅使用面积', '184平方米'],
  ['敞开式办公', '否'],
];

/** Inputs of every command, and the parts of a batch. */
const folder = newFolder();
cpSync('fixtures/centers/luoshan-qingshiao.yaml', join(folder, 'p.yaml'));
writeFileSync(join(folder, 'p.xlsx'), plainWorkbook({ 申报表: FILLED_IN }));
cpSync('fixtures/compare/spring', join(folder, '春'), { recursive: true });
for (const name of ['甲', '乙'])
  put(folder, `报送/${name}.yaml`, `名称: ${name}镇便民服务中心\n县区: 青源县\n级别: 乡镇\n大厅使用面积: 150\n`);
for (const [part, name] of [
  ['1/2', '一'],
  ['2/2', '二'],
] as const)
  await inside('batch', join(folder, '报送'), '-o', join(folder, name), '--shard', part, '--workers', '1', ...HELD);

await inside('batch', join(folder, '报送'), '-o', join(folder, '存'), '--workers', '1', ...HELD);

const MADE = /^(?:报告|批注|表|变化|出)/u;

/** Every file that a run is to give, by what is in it; what a batch keeps for itself is left out. */
const made = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => MADE.test(name) && !name.includes('.duibiao') && statSync(join(folder, name)).isFile())
      .filter(name => !name.endsWith('run.json'))
      .toSorted()
      .map(name => [name, readFileSync(join(folder, name), 'latin1')]),
  );

const clear = (): void => {
  for (const name of readdirSync(folder).filter(found => MADE.test(found)))
    rmSync(join(folder, name), { recursive: true });
};

const oldBook = Buffer.from(
  bookBytes({ creator: 'duibiao', subject: '', footer: '' }, book =>
    book.sheet({ name: '旧', widths: [], orientation: 'portrait' }).end(),
  ),
).toString('latin1');

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

/** An older report in text, by the digest at its end. */
const OLD_TEXT = 'an older report\n';
const oldText = `${OLD_TEXT}duibiao:${createHash('sha256').update(OLD_TEXT).digest('hex').slice(0, 16)}\n`;

/** Older reports of the tool's own: it takes the place of no others. */
const OLD: Readonly<Record<string, string>> = {
  '.json': '{ "schemaVersion": "0", "tool": { "name": "duibiao" } }',
  '.csv': bytesOf('\uFEFF名称,县区,乡镇,级别,指纹\r\n'),
  '.xlsx': oldBook,
  '.docx': oldBook,
};

const oldOf = (name: string): string => OLD[extname(name)] ?? oldText;

/** What an older report may stand for: a form takes the place of no other file. */
const oldAmong = (names: readonly string[]): readonly string[] => names.filter(name => !name.startsWith('表'));

const putOld = (names: readonly string[]): void => {
  for (const name of oldAmong(names)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), oldOf(name), 'latin1');
  }
  if (names.some(name => name.startsWith('出'))) mkdirSync(join(folder, '出', '.duibiao'), { recursive: true });
};

/** So many of the calls are made to fail, others for each command and each by all that can be wrong with a disk; `EVERY_CALL=1` takes each. */
const TRIED = process.env.EVERY_CALL ? Number.POSITIVE_INFINITY : 4;

describe('on a disk that fails at any of its calls', () => {
  it.each(Object.entries(commands).map((one, at, all) => [...one, at / all.length] as const))(
    '%s says so, and leaves each file old or whole',
    async (_, words, from) => {
      clear();
      let undisturbed: Said = { code: 4, out: '', err: '' };
      const { calls } = await onDiskFailing({ folder, n: Number.POSITIVE_INFINITY, code: '' }, async () => {
        undisturbed = await inside(...words(folder));
      });
      expect([0, 1, 2]).toContain(undisturbed.code);
      expect(calls).toBeGreaterThan(3);
      const whole = made();
      for (let turn = 0; turn < Math.min(TRIED, calls); turn++) {
        const n = 1 + Math.floor(((turn + from) * calls) / Math.min(TRIED, calls));
        const code = CODES[turn % CODES.length] ?? 'EIO';
        clear();
        putOld(Object.keys(whole));
        let said: Said = undisturbed;
        const failed = await onDiskFailing({ folder, n, code }, async () => {
          said = await inside(...words(folder));
        });
        const what = `${n} of ${calls}: ${code} ${failed.call} ${failed.path?.replace(folder, '')}`;
        expect([what, said.code]).toEqual([what, expect.toSatisfy(found => [undisturbed.code, 3, 4].includes(found))]);
        expect([what, said.err]).toEqual([what, expect.not.stringMatching(/程序内部错误|^\s+at /mu)]);
        if (said.code === 4)
          expect([what, said.err]).toEqual([what, expect.stringMatching(/读写出错|读写文件出错|写不进/u)]);
        const there = made();
        expect([what, oldAmong(Object.keys(whole)).filter(name => !Object.hasOwn(there, name))]).toEqual([what, []]);
        const left = Object.entries(there).filter(
          ([name, content]) => content !== oldOf(name) && content !== whole[name],
        );
        if (failed.call !== 'rmSync')
          expect([what, said.code === 3 ? [] : left.map(([name]) => name)]).toEqual([what, []]);
        if (said.code !== 4) continue;
        const again = await inside(...words(folder));
        expect([what, again.code]).toEqual([what, undisturbed.code]);
        expect([
          what,
          Object.entries(made())
            .filter(([name, content]) => content !== whole[name])
            .map(([name]) => name),
        ]).toEqual([what, []]);
      }
    },
  );
});

it('blames no form where the machine opens no more files', async () => {
  const form = join(folder, 'p.yaml');
  let told: number | undefined;
  for (let n = 1; told === undefined; n++) {
    clear();
    let said: Said | undefined;
    const failed = await onDiskFailing({ folder, n, code: 'EMFILE' }, async () => {
      said = await inside('audit', form, ...HELD);
    });
    if (failed.path === form && failed.call === 'openSync') told = said?.code;
    expect(failed.call).toBeDefined();
  }
  expect(told).toBe(4);
});

describe.skipIf(process.platform === 'win32')('where there is no room for what is said', () => {
  const tool = (shell: string) =>
    execFileSync('bash', ['-c', `${shell}; echo "code $?"`], {
      encoding: 'utf8',
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const duibiao = `"${process.execPath}" "${join(process.cwd(), 'bin', 'duibiao.js')}"`;
  const day = DAY.join(' ');

  it.each([
    [
      'a full disk behind standard output',
      `${duibiao} audit p.yaml -o html ${day} --lang zh > /dev/full`,
      /磁盘已满.*\ncode 4\n$/su,
    ],
    [
      'a full disk behind the answers of a filter',
      `echo '{}' | ${duibiao} batch - -o - ${day} > /dev/full`,
      /磁盘已满.*\ncode 4\n$/su,
    ],
    ['a full disk behind both', `${duibiao} audit p.yaml ${day} > /dev/full 2> /dev/full`, /^code [14]\n$/u],
    [
      'a limit on the size of files',
      `ulimit -f 8; ${duibiao} audit p.yaml -o html=限.html ${day}; c=$?; ls -A | grep -c 限 >&2; (exit $c)`,
      /文件超过系统允许的大小.*\n0\ncode 4\n$/su,
    ],
  ])('%s is told in a sentence, where anything is heard', (_, shell, said) => {
    expect(tool(`(LANG=zh_CN.UTF-8 LC_ALL= ; export LANG; ${shell}) 2>&1`)).toMatch(said);
  });

  it.each([
    ['a folder where none can be made', ['packs', 'new', '/proc/nowhere'], 4, /“\/proc\/nowhere”读写出错：/u],
    [
      'a file as a folder',
      ['audit', 'p.yaml', '-o', 'json=p.xlsx/a.json', ...DAY],
      4,
      /读写出错：这个位置已有同名的文件或文件夹/u,
    ],
    ['a folder as a file', ['audit', 'p.yaml', '-o', 'json=报送', ...DAY], 64, /“报送”是文件夹；请写明文件的名字\n$/u],
    ['a full device as a file', ['audit', 'p.yaml', '-o', 'json=/dev/full', ...DAY], 4, /磁盘已满/u],
  ])('%s is told in a sentence', async (_, words, code, said) => {
    expect(await run(words, { cwd: folder })).toMatchObject({ code, err: expect.stringMatching(said) });
  });

  it('makes no file where there is no result at all', async () => {
    writeFileSync(join(folder, '坏.json'), '{\n');
    const outputs = ['空.json', '空.jsonl'];
    const words = ['audit', '坏.json', ...outputs.flatMap(name => ['-o', name]), ...DAY];
    const { code, err } = await run(words, { cwd: folder });
    expect([code, err]).toEqual([
      3,
      expect.stringContaining(outputs.map(name => `没有结果可写，没有生成 ${name}\n`).join('')),
    ]);
    expect(readdirSync(folder)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^空/u)]));
  });
});
