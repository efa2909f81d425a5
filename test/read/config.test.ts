import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLibrary } from '../../src/read/pack/library.ts';
import { loadConfig } from '../../src/read/settings/config.ts';
import { findConfig } from '../../src/read/settings/find-config.ts';
import { succeed } from '../support/inline.ts';

const repository = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'duibiao-')));

it('is found in the folder at hand or the nearest one above', () => {
  const root = repository();
  const inner = join(root, 'a', 'b');
  mkdirSync(inner, { recursive: true });
  expect(findConfig(inner)).toBeUndefined();
  writeFileSync(join(root, 'duibiao.yaml'), '');
  expect(findConfig(inner)).toBe(join(root, 'duibiao.yaml'));
  writeFileSync(join(root, 'a', 'duibiao.yaml'), '');
  expect(findConfig(inner)).toBe(join(root, 'a', 'duibiao.yaml'));
});

it('takes paths from its own folder and leaves names alone', async () => {
  const root = repository();
  const file = join(root, 'duibiao.yaml');
  writeFileSync(
    file,
    `packs: [luan-2022, ./own, other/pack]
scheme: schemes/a.yaml
standards: packs
gate: { fail_on: should, min_score: 80 }
outputs: [terminal, sarif=out/a.sarif, out/b.xml, 'json=c=d.json']
waivers: waivers.yaml
`,
  );
  const config = succeed(await loadConfig(file));
  const within = (path: string) => expect.stringMatching(new RegExp(`${path}$`, 'u'));
  expect(config.packs?.value).toEqual(['luan-2022', within('own'), within('other/pack')]);
  expect(config.outputs?.value.map(({ value }) => value)).toEqual([
    'terminal',
    within('out/a.sarif'),
    within('out/b.xml'),
    within('c=d.json'),
  ]);
  expect(config).toMatchObject({
    scheme: { value: within('schemes/a.yaml'), location: { line: 2, column: 9 } },
    standards: { value: within('packs') },
    failOn: { value: 'should', location: { line: 4, column: 18 } },
    minScore: { value: 80 },
    waivers: { value: [within('waivers.yaml')] },
  });
});

it('tells of the first of very many keys that nobody knows', async () => {
  const file = join(repository(), 'duibiao.yaml');
  writeFileSync(file, Array.from({ length: 1000 }, (_, at) => `k${at}: 1\n`).join(''));
  const read = await loadConfig(file);
  const places = read.ok ? [] : read.problems.map(({ location }) => location);
  expect([places.length, places.at(-1)]).toEqual([
    200,
    { file: expect.stringMatching(/duibiao\.yaml$/u), line: 200, column: 1 },
  ]);
});

const PACK = `id: qingshi-2026
version: 1.0.0
title: { zh: 青石县标准（虚构）, en: A made-up county }
document: { title: 青石县便民服务管理办法（虚构）, issuer: { zh: 青石县, en: Qingshi } }
status: in-force
counties: [青石县]
levels: { township: { zh: 乡镇便民服务中心, en: Township centre } }
sections: [{ id: all, clause: 一, title: { zh: 总则, en: General } }]
`;

const RULES = `levels: [township]
rules:
  - id: area
    clause: 一
    section: all
    obligation: must
    title: { zh: 面积, en: Area }
    require: { hall.usable_area: { at_least: 100 m² } }
    remedy: { zh: 扩建, en: Extend }
`;

const withPack = (rules: string): string => {
  const root = repository();
  mkdirSync(join(root, 'qingshi'), { recursive: true });
  writeFileSync(join(root, 'qingshi', 'pack.yaml'), PACK);
  writeFileSync(join(root, 'qingshi', 'township.yaml'), rules);
  return root;
};

it('packs of one’s own are found by id, by folder and by county', async () => {
  const library = succeed(await openLibrary(withPack(RULES)));
  expect(succeed(await library.pack('qingshi-2026')).id).toBe('qingshi-2026');
  expect(succeed(await library.pack('qingshi')).id).toBe('qingshi-2026');
  expect((await library.summaries()).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['qingshi-2026', 'luan-2022']),
  );
});

it('one pack with a mistake stops everything', async () => {
  expect((await openLibrary(withPack(RULES.replace('must', 'shall')))).ok).toBe(false);
});

it('a folder without a pack is a mistake', async () => {
  expect((await openLibrary(repository())).ok).toBe(false);
});

/** What a setting names, and what it is taken for: a path from the folder of the file, or a name. */
const NAMED: readonly (readonly [setting: string, value: string, taken: string])[] = [
  ['scheme', 'equal-weights', 'equal-weights'],
  ['scheme', './own', '@/own'],
  ['scheme', 'own/', '@/own/'],
  ['scheme', 'a.yaml', '@/a.yaml'],
  ['scheme', 'a.yml', '@/a.yml'],
  ['scheme', 'a.xyz', 'a.xyz'],
  ['scheme', '/b/a.yaml', '/b/a.yaml'],
  ['scheme', '../a.yaml', '^/a.yaml'],
  ['packs', '[luan-2022]', 'luan-2022'],
  ['packs', '[own/pack]', '@/own/pack'],
  ['standards', 'packs', '@/packs'],
  ['source', 'docs', '@/docs'],
  ['waivers', 'a.yaml', '@/a.yaml'],
  ['waivers', '[a.yaml, /b.yaml]', '@/a.yaml /b.yaml'],
  ['outputs', '[terminal]', 'terminal'],
  ['outputs', '[report.html]', '@/report.html'],
  ['outputs', '[html=out]', 'html=@/out'],
  ['outputs', '["json=a=b.json"]', 'json=@/a=b.json'],
  ['outputs', '[/b/report.html]', '/b/report.html'],
];

it.each(NAMED)('%s: %s is %s', async (setting, value, taken) => {
  const root = repository();
  const file = join(root, 'inner', 'duibiao.yaml');
  mkdirSync(join(root, 'inner'));
  writeFileSync(file, `${setting}: ${value}\n`);
  const config = succeed(await loadConfig(file));
  const found = config[setting as 'packs' | 'outputs' | 'scheme']?.value ?? [];
  const names = [found].flat().map(one => (typeof one === 'string' ? one : one.value));
  const shown = names.map(name => {
    const [format, path] = name.includes('=')
      ? [name.slice(0, name.indexOf('=') + 1), name.slice(name.indexOf('=') + 1)]
      : ['', name];
    const whole = path.startsWith('..') ? join(process.cwd(), path) : path;
    return format + whole.replace(join(root, 'inner'), '@').replace(root, '^');
  });
  expect(shown.join(' ')).toBe(taken);
});

it('says nothing of what it does not set', async () => {
  const file = join(repository(), 'duibiao.yaml');
  writeFileSync(file, 'gate: { min_score: 0 }\n');
  const { file: _, ...config } = succeed(await loadConfig(file));
  expect(Object.keys(config)).toEqual(['minScore']);
  expect(config.minScore?.value).toBe(0);
});
