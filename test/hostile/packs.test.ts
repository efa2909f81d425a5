import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;

/** The sample pack with one text in one of its files put in place of another. */
const packWith = (file: string, from: string | RegExp, to: string): string => {
  const folder = join(newFolder(), 'qingyuan-2024');
  cpSync('fixtures/packs/qingyuan-2024', folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = text.replace(from, () => to);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
  return folder;
};

const NAME = `青源县${'甲'.repeat(150)}乡便民服务中心x`;

const profile = (): string => {
  const folder = newFolder();
  put(
    folder,
    'p.json',
    JSON.stringify({ 便民服务中心名称: NAME, 所属县区: '青源县', 级别: '乡镇级', 大厅使用面积: 12 }),
  );
  return join(folder, 'p.json');
};

const RULE = (require: string): string => `rules:
  - id: odd
    clause: 第二条(一)
    section: premises
    obligation: must
    title: { zh: 名称, en: Name }
    require: ${require}
    remedy: { zh: 改名。, en: Change it. }
`;

describe('a pattern of somebody else’s', () => {
  it.each([
    ['forty stars', '*'.repeat(40)],
    ['stars between letters', '*甲'.repeat(40)],
    ['alternatives that begin alike', `青源县${'(甲|甲甲|甲甲甲)'.repeat(60)}`],
    ['numbers in a row', '#'.repeat(60)],
    ['what would be nested repetition', '(甲+)+$'],
    ['what would look back', String.raw`\(甲\)\1`],
  ])('takes no time to speak of: %s', async (_, pattern) => {
    const folder = packWith(
      'township.yaml',
      /^rules:\n/mu,
      RULE(`{ center.name: { matches: ${JSON.stringify(pattern)} } }`),
    );
    const { code, err } = await inside('audit', profile(), '-p', folder, ...DAY);
    expect([1, 2, 3]).toContain(code);
    expect(err).not.toContain('内部错误');
  });
});

describe('a pack of somebody else’s', () => {
  it.each([
    ['an id that climbs out of its folder', 'pack.yaml', /^id: .*$/mu, 'id: ../../outside'],
    ['an id that is a path', 'pack.yaml', /^id: .*$/mu, 'id: /etc/passwd'],
    ['an alias', 'township.yaml', /^rules:\n/mu, 'x: &x [1]\ny: *x\nrules:\n'],
    ['a tag', 'township.yaml', /^rules:\n/mu, 'x: !!js/function "x"\nrules:\n'],
    ['a merge', 'township.yaml', /^rules:\n/mu, '<<: { a: 1 }\nrules:\n'],
    ['the key of all objects', 'pack.yaml', /^id:/mu, '__proto__: { polluted: 1 }\nid:'],
    ['the maker of all objects', 'pack.yaml', /^id:/mu, 'constructor: { prototype: { polluted: 1 } }\nid:'],
    ['a fact by the key of all objects', 'township.yaml', /^rules:\n/mu, RULE('{ __proto__: { at_least: 1 } }')],
    [
      'an operator by the key of all objects',
      'township.yaml',
      /^rules:\n/mu,
      RULE('{ center.name: { __proto__: 1 } }'),
    ],
    [
      'an operator that objects have',
      'township.yaml',
      /^rules:\n/mu,
      RULE('{ center.name: { constructor: 1, toString: 2 } }'),
    ],
  ])('is refused with a place for %s', async (_, file, from, to) => {
    const { code, err } = await inside('audit', profile(), '-p', packWith(file, from, to), ...DAY);
    expect(code).toBe(3);
    expect(err).toMatch(/\.yaml:\d+:\d+: /u);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('of thousands of rules is read and judged', async () => {
    const rules = Array.from({ length: 1_500 }, (_, index) =>
      RULE('{ center.name: { matches: "*中心" } }')
        .replace('rules:\n', '')
        .replace('id: odd', () => `id: odd-${index}`),
    );
    const folder = packWith('township.yaml', /^rules:\n/mu, `rules:\n${rules.join('')}`);
    const { code, out } = await inside('audit', profile(), '-p', folder, '-o', 'json', ...DAY);
    expect([1, 2]).toContain(code);
    expect(JSON.parse(out).counts.total).toBeGreaterThan(1_500);
  });

  it('writes results nowhere but where it is told, whatever its centres are called', async () => {
    const folder = newFolder();
    put(
      folder,
      '报送/p.json',
      readFileSync(profile(), 'utf8').replaceAll(NAME, '../../../逃出').replaceAll('青源县', '../../县'),
    );
    symlinkSync(join(process.cwd(), 'fixtures/packs/qingyuan-2024'), join(folder, 'q'));
    await inside(
      'batch',
      join(folder, '报送'),
      '-o',
      join(folder, '深/深/出'),
      '-p',
      join(folder, 'q'),
      '--each',
      'html',
      ...DAY,
    );
    expect(existsSync(join(folder, '深/深/出/各份报告'))).toBe(true);
    for (const up of ['', '深', '深/深']) expect(existsSync(join(folder, up, '逃出'))).toBe(false);
  });
});
