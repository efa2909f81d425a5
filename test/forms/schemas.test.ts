import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { memoized } from '../../src/model/base/memo.ts';
import { toPlain } from '../../src/model/base/source.ts';
import { AMOUNTS } from '../../src/read/scorecard/amount/amount.ts';
import { FOR_EACH_KEYS } from '../../src/read/scorecard/amount/records.ts';
import { STEP_KEYS } from '../../src/read/scorecard/amount/step.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { some } from '../support/hunt.ts';
import { succeed } from '../support/inline.ts';
import { heard } from '../support/inside.ts';
import { readerBy } from '../support/schemas.ts';

const printed = async (...words: readonly string[]): Promise<string> => {
  const { code, out } = await heard({}, words);
  if (code !== 0) throw new Error(`${words.join(' ')} → ${code}`);
  return out;
};

type Reader = ReturnType<typeof readerBy>;

const opened = new Map<string, Promise<Reader>>();

const schemaOf = (...words: readonly string[]): Promise<Reader> => {
  const known = opened.get(words.join(' ')) ?? printed('schema', ...words).then(text => readerBy(JSON.parse(text)));
  opened.set(words.join(' '), known);
  return known;
};

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => join(folder, name));

const read = (file: string): unknown => toPlain(succeed(readYaml(file, readFileSync(file, 'utf8'))));

const PACKS = readdirSync('rules').filter(name => existsSync(join('rules', name, 'pack.yaml')));

const guideExample = (file: string): unknown => {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/```yaml\n(.*?)```/gsu)].map(([, block = '']) => block);
  return parse(blocks.find(block => block.startsWith('kind: scorecard\nid: example')) ?? '');
};

describe('the schema of schemes', async () => {
  const scheme = await schemaOf('scheme');

  it('accepts points by obligation', () => {
    expect(scheme(read('rules/schemes/default.yaml'))).toEqual([]);
    expect(scheme({ id: 'x', title: { zh: '甲', en: 'A' }, total: 100 })).not.toEqual([]);
  });

  it.each(readdirSync('fixtures/schemes'))('accepts the scorecard %s', name => {
    expect(scheme(read(`fixtures/schemes/${name}/table.yaml`))).toEqual([]);
  });

  it('knows every key of a step', async () => {
    const { $defs } = JSON.parse(await printed('schema', 'scheme'));
    const keys = [...Object.values(AMOUNTS).flatMap(({ keys: own }) => own), ...STEP_KEYS, ...FOR_EACH_KEYS];
    expect(Object.keys($defs.step.properties)).toEqual(expect.arrayContaining(keys));
  });

  it.each(['README.md', 'README.zh-CN.md'])('accepts the table in the guide, %s', file => {
    expect(scheme(guideExample(`rules/schemes/${file}`))).toEqual([]);
  });

  const slips: readonly (readonly [string, { readonly row?: object; readonly head?: object }])[] = [
    ['a key of a row', { row: { roundings: 1 } }],
    ['a key of a step', { row: { award: { eahc: 'x', points: 1 } } }],
    ['a word that is none of those known', { row: { deduct: { each: 'x', points: 1, steps: 'begun' } } }],
    ['a key of the head', { head: { rounded: 'down' } }],
  ];

  it.each(slips)('refuses a slip in %s', (_, { row = {}, head = {} }) => {
    const table = read('fixtures/schemes/hall/table.yaml') as { readonly sections: { readonly items: object[] }[] };
    const [first] = table.sections[0]?.items ?? [];
    if (first) Object.assign(first, row);
    expect(scheme({ ...table, ...head })).not.toEqual([]);
  });
});

describe('the schema of profiles', async () => {
  const profile = await schemaOf('profile');

  it.each([
    ...yamlIn('fixtures/centers'),
    ...yamlIn('fixtures/ci/submissions'),
    ...yamlIn('fixtures/profiles').filter(name => /\/pass-/u.test(name)),
  ])('accepts %s', file => {
    expect(profile(read(file))).toEqual([]);
  });

  const exemplarOf = memoized(pack => printed('packs', 'exemplar', pack).then(parse));

  it.each(PACKS)('accepts what fills in every fact that %s asks', async pack => {
    expect(profile(await exemplarOf(pack))).toEqual([]);
  });

  it.each(some(2, PACKS))('narrowed to %s accepts what fills in every fact that it asks', async pack => {
    expect((await schemaOf('profile', '--pack', pack))(await exemplarOf(pack))).toEqual([]);
  });

  it('narrowed to a pack accepts a profile that was made for another', async () => {
    expect((await schemaOf('profile', '--pack', 'luan-2022'))(read('fixtures/centers/luoshan-qingshiao.yaml'))).toEqual(
      [],
    );
  });

  it.each([
    ['a misspelt fact', { 办事大厅使用面机: '200平方米' }],
    ['a misspelt fact under its theme', { 办事大厅: { 使用面机: '200平方米' } }],
    ['a misspelt theme', { 办事大斤: { 使用面积: '200平方米' } }],
    ['a misspelt field of a record', { 工作台: [{ 名称: '1号台', 高渡: '80cm' }] }],
    ['a term that a closed list does not have', { 基本信息: { 级别: '镇里' } }],
    ['a yes that is neither yes nor no', { 办事大厅: { 敞开式办公: '差不多' } }],
    ['a word for how well of what should not be', { 存在擅自离岗: '符合' }],
    ['a rate without its sign', { 承诺件按期办结率: 98.5 }],
    ['an approximate area', { 办事大厅使用面积: '约200平方米' }],
    ['a number in words', { 分领域综合窗口类数: '三类' }],
    ['a day without its year', { 基本信息: { 申报日期: '11月15日' } }],
  ])('refuses %s', (_, data) => {
    expect(profile(data)).not.toEqual([]);
  });

  it.each([
    [
      'labels, ids and short names',
      { 'hall.usable_area': 200, 办事大厅: { 敞开式办公: '√' }, center: { level: 'township' } },
    ],
    [
      'what is not known, did not occur or does not apply',
      { 办事大厅使用面积: '不详', 有银行进驻: '不适用（没有银行）', 工作台: '' },
    ],
    ['a word for how well of what should be', { 办事大厅: { 敞开式办公: '符合' } }],
    [
      'figures as people type them',
      { 办事大厅使用面积: '１８４．５ ㎡', 分领域综合窗口类数: '3类', 承诺件按期办结率: '98.5％' },
    ],
  ])('accepts %s', (_, data) => {
    expect(profile(data)).toEqual([]);
  });

  it.each([
    ['zh', /^二\(四\)11 办公设备$/u],
    ['en', /^二\(四\)11 Office equipment$/u],
  ])('says of each fact what it is and which clauses ask it: %s', async (lang, asked) => {
    const schema = JSON.parse(await printed('schema', 'profile', '--pack', 'luan-2022', '--lang', lang));
    expect(schema.$defs['equipment.present'].description.split('\n')).toEqual(
      expect.arrayContaining([expect.stringContaining(' · '), expect.stringMatching(asked)]),
    );
  });
});

describe('the other schemas', () => {
  const files = (...names: readonly string[]) =>
    PACKS.flatMap(pack => names.map(name => join('rules', pack, name))).filter(file => existsSync(file));
  const LEVELS = ['township.yaml', 'village.yaml', 'sub_center.yaml', 'shared.yaml'];

  it.each([
    ['pack', files('pack.yaml')],
    ['rules', some(3, files(...LEVELS))],
    ['ledger', some(3, files('clauses.yaml'))],
    ['cases', some(3, files('cases.yaml'))],
    ['vocabulary', yamlIn('rules/vocabulary')],
    ['scheme', yamlIn('rules/schemes')],
    ['waivers', ['fixtures/ci/waivers.yaml']],
    ['config', ['fixtures/ci/duibiao.yaml']],
  ])('%s accepts what is shipped and refuses a key that it does not know', async (name, shipped) => {
    const schema = await schemaOf(name);
    for (const file of shipped) expect([file, ...schema(read(file))]).toEqual([file]);
    expect(schema({ ...(read(shipped[0] ?? '') as object), packz: 1 })).not.toEqual([]);
  });

  it('result accepts a result with waivers and a comparison', async () => {
    const schema = await schemaOf('result');
    const words = [
      'audit',
      'fixtures/ci/submissions/hetan.yaml',
      '--config',
      'fixtures/ci/duibiao.yaml',
      '--as-of',
      '2026-11-20',
      '--fail-on',
      'none',
    ];
    expect(schema(JSON.parse(await printed(...words, '-o', 'json')))).toEqual([]);
  });
});

/** What Chinese is left of an English text without names and quotations. */
const chineseIn = (text: string): string =>
  text
    .replaceAll(/ · .*$|^[一二三四五六七八九十第条章()\d./ 、]+(?= )|《[^》]*》|[“"'(][^”"')]*[”"')]/gmu, '')
    .replaceAll(/[^\p{Script=Han}]/gu, '');

it.each(['profile', 'rules', 'config', 'waivers', 'result', 'scheme'])(
  'the schema of %s speaks English where it is asked to',
  async name => {
    const told: string[] = [];
    JSON.parse(await printed('schema', name, '--lang', 'en'), (key, value: unknown) => {
      if ((key === 'title' || key === 'description') && typeof value === 'string') told.push(value);
      return value;
    });
    expect(told.filter(text => chineseIn(text) !== '')).toEqual([]);
  },
);
