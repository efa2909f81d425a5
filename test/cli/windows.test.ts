import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { ROOT } from '../support/tarball.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const namesOf = (platform: string): readonly string[] =>
  execFileSync(process.execPath, [join('bin', 'release.mjs'), '--list', platform], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n');

describe('a release', () => {
  it.each([
    ['win-x64', ['node/node.exe', '对标.cmd', 'duibiao.cmd']],
    ['linux-x64', ['node/node', 'duibiao']],
  ])('for %s holds the tool, Node, what starts it and every licence', (platform, own) => {
    const names = namesOf(platform);
    const wanted = ['bin/duibiao.js', 'dist/main.cjs', 'dist/rules/index.json', 'LICENSE', 'dist/THIRD-PARTY.txt'];
    expect(names).toEqual(expect.arrayContaining([...own, ...wanted, 'node/LICENSE', '使用说明.txt']));
    expect(names.filter(name => /\.code$|dist\/types|prepare\.cjs|\.map$/u.test(name))).toEqual([]);
  });

  it('starts by scripts that no code page can spoil', () => {
    for (const name of ['drop.cmd', 'duibiao.cmd'])
      expect(readFileSync(join(ROOT, 'bin', 'release', name), 'utf8')).toMatch(/^[\n\x20-\x7e]*$/u);
  });
});

const ZIP = join(ROOT, 'out', 'release', `duibiao-${version}-win-x64.zip`);
const hasWine = spawnSync('wine', ['--version']).status === 0 && spawnSync('xvfb-run', ['--help']).status === 0;
const ready = hasWine && existsSync(ZIP);
const WHY = ready ? '' : hasWine ? '（先运行 npm run release，跳过）' : '（没有 wine，跳过）';

/** The release, unpacked as it is on a PC. */
const unpack = (): string => {
  const folder = newFolder();
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(ZIP)))) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return join(folder, `duibiao-${version}-win-x64`);
};

describe.skipIf(!ready)(`under wine${WHY}`, () => {
  const prefix = newFolder();
  const env = { ...process.env, WINEPREFIX: prefix, WINEDEBUG: '-all', LC_ALL: 'C.UTF-8' };
  let home = '';

  beforeAll(() => {
    home = unpack();
    // The first start makes the machine, and Node wants to see a Windows of its age.
    const version10 = ['wine', 'reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f'];
    execFileSync('xvfb-run', ['-a', ...version10], { env, stdio: 'ignore' });
  });

  /** What the script says; its output goes to files, since pipes do not work there. */
  const drop = (path: string): string => {
    const said = join(newFolder(), 'said.txt');
    const to = openSync(said, 'w');
    const words = ['cmd', '/c', '对标.cmd', `Z:${path.replaceAll('/', '\\')}`];
    spawnSync('wine', words, { cwd: home, env, stdio: ['ignore', to, to] });
    return readFileSync(said, 'utf8');
  };

  it('its script is kept in lines of Windows', () => {
    expect(strFromU8(readFileSync(join(home, '对标.cmd')))).toMatch(/^(?:[^\r\n]*\r\n)+$/u);
  });

  it('a form dropped on it has its page and its workbook beside it', () => {
    const folder = join(newFolder(), '甲&乙 (镇)');
    mkdirSync(folder);
    const form = join(folder, '青石坳 镇.yaml');
    cpSync(join(ROOT, 'fixtures', 'centers', 'luoshan-qingshiao.yaml'), form);
    expect(drop(form)).toContain('已生成');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('a folder dropped on it has a folder of results beside it', () => {
    const folder = newFolder();
    cpSync(join(ROOT, 'fixtures', 'centers'), join(folder, '申报表'), { recursive: true });
    drop(join(folder, '申报表'));
    expect(readdirSync(join(folder, '申报表-对标结果'))).toEqual(expect.arrayContaining(['summary.html', 'run.json']));
  });
});
