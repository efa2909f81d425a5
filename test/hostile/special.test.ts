import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { some } from '../support/hunt.ts';
import { inside } from '../support/inside.ts';

const IS_ROOT = process.getuid?.() === 0;
const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const GOOD = 'fixtures/centers/luoshan-qingshiao.yaml';

const PIPE = '这是管道，不是文件，不予打开；请先存成文件，或用“-”从标准输入读';
const DEVICE = '这是设备，不是文件，不予打开';
const SOCKET = '这是套接字，不是文件，不予打开';
const FOLDER = '这是文件夹，不是文件';
const CIRCLE = '链接绕成了圈，后面没有文件；请换成文件本身';
const MISSING = '找不到这个文件';
const EMPTY = '文件是空的';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** By its name, what is made so, and why it is not read. */
const KINDS: Readonly<Record<string, readonly [make: (path: string) => unknown, sentence: string]>> = {
  管道: [path => execFileSync('mkfifo', [path]), PIPE],
  没有尽头的设备: [path => symlinkSync('/dev/zero', path), DEVICE],
  终端: [path => symlinkSync('/dev/tty', path), DEVICE],
  系统所造: [path => symlinkSync('/proc/self/environ', path), EMPTY],
  会等人的: [path => symlinkSync('/proc/kmsg', path), EMPTY],
  绕圈的链接: [path => symlinkSync(path, path), CIRCLE],
  落空的链接: [path => symlinkSync('没有.yaml', path), MISSING],
  文件夹: [path => mkdirSync(path), FOLDER],
  指向文件夹的链接: [path => symlinkSync('.', path), FOLDER],
};

const inputs: readonly (readonly [string, (file: string, folder: string) => readonly string[]])[] = [
  ['a profile', file => ['audit', file, ...DAY]],
  ['a profile to validate', file => ['validate', file]],
  ['waivers', file => ['audit', GOOD, '--waivers', file, ...DAY]],
  ['a scheme', file => ['audit', GOOD, '--scheme', file, ...DAY]],
  ['an inspection', file => ['audit', GOOD, '--inspection', file, ...DAY]],
  ['an earlier result', file => ['audit', GOOD, '--only-new', file, ...DAY]],
  ['a document', file => ['audit', GOOD, '--source', file, ...DAY]],
  ['a roster', (file, folder) => ['batch', GOOD, '--roster', file, '-o', join(folder, '出'), ...DAY]],
  ['settings', file => ['audit', GOOD, '--config', file]],
  ['an earlier form', file => ['template', '-p', 'luoshan-2021', '--from', file]],
  ['a result to compare', file => ['compare', 'fixtures/compare/spring', file]],
  ['a round', file => ['rounds', file]],
];

const isOfFolders = /an inspection|an earlier result|a document|a result to compare|a round/u;

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is read as a folder of records, and refused where it holds none', async () => {
    const { code, err } = await inside('audit', GOOD, '--inspection', newFolder(), ...DAY);
    expect(err).toContain('这里没有核查记录');
    expect(code).toBe(3);
  });

  it.each(
    some(
      26,
      Object.entries(KINDS).flatMap(([kind, [make, sentence]]) =>
        inputs
          .filter(([name]) => !(sentence === FOLDER && isOfFolders.test(name)))
          .map(([name, words]) => [`${kind} as ${name}`, make, words, sentence] as const),
      ),
    ),
  )('is refused by its kind: %s', async (_, make, words, sentence) => {
    const folder = newFolder();
    const file = join(folder, 'x.yaml');
    make(file);
    const { code, err } = await inside(...words(file, folder));
    expect(err).toContain(sentence);
    expect(code).toBe(3);
  });

  it('is refused as a file of a pack too', async () => {
    const folder = newFolder();
    cpSync('fixtures/packs/qingyuan-2024', join(folder, 'p'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'p', 'more.yaml')]);
    const { code, err } = await inside('packs', 'lint', join(folder, 'p'));
    expect(err).toContain(PIPE);
    expect(code).toBe(3);
  });

  it('never stops the rest of a batch, and each is refused in words', async () => {
    const folder = newFolder();
    const sent = join(folder, '报送');
    mkdirSync(sent);
    cpSync(GOOD, join(sent, '好.yaml'));
    await inside('batch', sent, '-o', join(folder, '只有好的'), ...DAY);
    for (const [kind, [make]] of Object.entries(KINDS)) make(join(sent, `${kind}.yaml`));
    const server = createServer().listen(join(sent, '套接字.yaml'));
    servers.push(server);
    await new Promise(resolve => server.once('listening', resolve));
    execFileSync('mkfifo', [join(sent, '成行的.jsonl')]);
    symlinkSync('/dev/zero', join(sent, '表.xlsx'));
    const { code, err } = await inside('batch', sent, '-o', join(folder, '全部'), ...DAY);
    expect(code).toBe(3);
    const read = (out: string, name: string): string => readFileSync(join(folder, out, name), 'utf8');
    expect(read('全部', 'results.jsonl')).toBe(read('只有好的', 'results.jsonl'));
    const rejected = read('全部', 'rejected.csv');
    const refused = Object.entries(KINDS).filter(([, [, sentence]]) => sentence !== FOLDER);
    for (const [kind, [, sentence]] of refused)
      expect([kind, rejected.split('\r\n').find(row => row.includes(`${kind}.yaml`))]).toEqual([
        kind,
        expect.stringContaining(sentence),
      ]);
    for (const sentence of [SOCKET, PIPE]) expect(rejected).toContain(sentence);
    expect(rejected).toMatch(/表\.xlsx,[^\n]*这是设备/u);
    expect(err).toMatch(/指向文件夹的链接\.yaml: 这是指向文件夹“.*”的链接，没有读里面的文件/u);
  });

  it('links that lead out of the folder of submissions are told, and those within are not', async () => {
    const folder = newFolder();
    put(folder, '别处/q.yaml', readFileSync('fixtures/centers/taojiang-zhuxiping.yaml'));
    put(folder, '报送/东/p.yaml', readFileSync(GOOD));
    symlinkSync('../别处/q.yaml', join(folder, '报送', '外.yaml'));
    symlinkSync('东/p.yaml', join(folder, '报送', '内.yaml'));
    symlinkSync('../别处', join(folder, '报送', '夹'));
    const { err } = await inside('batch', join(folder, '报送'), '-o', join(folder, '出'), ...DAY, '--fail-on', 'none');
    const told = err.split('\n').filter(line => line.includes('链接'));
    expect(told.map(line => line.replaceAll(folder, ''))).toEqual([
      '提示 /报送/外.yaml: 这是链接，指到申报文件夹以外的“/别处/q.yaml”，读的是那里的内容；请确认不是误放',
      '提示 /报送/夹: 这是指向文件夹“/别处”的链接，没有读里面的文件；要审请直接写那个文件夹',
    ]);
  });

  it.skipIf(IS_ROOT)('nor does what nobody may read', async () => {
    const folder = newFolder();
    put(folder, '报送/好.yaml', readFileSync(GOOD));
    put(folder, '报送/锁.yaml', 'x');
    put(folder, '报送/锁着的/x.yaml', 'x');
    chmodSync(join(folder, '报送', '锁.yaml'), 0);
    chmodSync(join(folder, '报送', '锁着的'), 0);
    const { code } = await inside('batch', join(folder, '报送'), '-o', join(folder, '出'), ...DAY);
    chmodSync(join(folder, '报送', '锁着的'), 0o700);
    expect(code).toBe(3);
    expect(readFileSync(join(folder, '出', 'rejected.csv'), 'utf8').match(/没有读取这个文件的权限/gu)).toHaveLength(2);
  });
});

const SECRET = 'SECRET-3f9a-and-so-on-for-a-while-that-nobody-is-to-see-in-a-log';

/** Files that were never meant as profiles. */
const private_ = {
  'a text': `${SECRET} line\n${SECRET} more\n`,
  'a list of users': `root:x:0:0:${SECRET}:/root:/bin/bash\n${`daemon:x:1:1:${SECRET}:/:/bin/sh\n`.repeat(5)}`,
  'a key': `-----BEGIN PRIVATE KEY-----\n${SECRET.repeat(3)}\n-----END PRIVATE KEY-----\n`,
  'settings of a program': `[core]\n\tpassword = ${SECRET}\n`,
  'a script': `#!/bin/sh\nexport TOKEN="${SECRET}"\n`,
  'half of JSON': `{"a": {"token": "${SECRET}"`,
  'a string in JSON': `"${SECRET}"`,
  'YAML of another kind': `apiVersion: v1\nkind: Secret\ndata: { password: ${SECRET} }\n- x\n`,
} as const;

describe('of a file that is no profile', () => {
  it('a value of a megabyte is quoted as far as it takes to find it', async () => {
    const folder = newFolder();
    put(folder, 'x.yaml', `大厅使用面积: ${'约很大'.repeat(300_000)}\n${'甲'.repeat(400)}: 1\n`);
    const { err, code } = await inside('audit', join(folder, 'x.yaml'), ...DAY);
    expect(code).toBe(3);
    expect(err.length).toBeLessThan(3_000);
    expect(err).toContain('约很大约很大');
  });

  it.each(
    Object.entries(private_).flatMap(([name, content]) =>
      ['x.yaml', 'x.json', 'x.csv', 'x.jsonl', 'x.xlsx'].map(file => [`${name} as ${file}`, file, content] as const),
    ),
  )('no content is quoted beyond what is at fault: %s', async (_, name, content) => {
    const folder = newFolder();
    put(folder, name, content);
    const { err, out, code } = await inside(
      name.endsWith('l') ? 'batch' : 'audit',
      join(folder, name),
      '-o',
      name.endsWith('l') ? join(folder, '出') : 'terminal',
      ...DAY,
    );
    const rejected = name.endsWith('l') ? readFileSync(join(folder, '出', 'rejected.csv'), 'utf8') : '';
    expect(code).toBe(3);
    expect((err + out + rejected).split(SECRET).length - 1).toBe(0);
  });
});
