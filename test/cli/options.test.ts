import { copyFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const folder = newFolder();
const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const CENTRES = 'fixtures/ci/submissions';
const [SPRING, AUTUMN] = ['fixtures/compare/spring', 'fixtures/compare/autumn'];
const OWN = 'qingyuan-2024';

const at = (name: string): string => join(folder, name);

const AUDIT = ['audit', `${CENTRES}/hetan.yaml`, ...DAY];
const PASSES = `${CENTRES}/yunling.yaml`;
const RENDER = ['render', at('results')];
const CARD = 'fixtures/schemes/hall/table.yaml';
const INSPECTORS = ['--pack', 'luan-2022', '--inspection', '-o', '{new}.xlsx', '--scheme'];
const VERIFY = ['verify', at('results')];

beforeAll(async () => {
  const gated = ['--waivers', 'fixtures/ci/waivers.yaml', '-o', at('results')];
  await inside('batch', CENTRES, ...DAY, ...gated, '--quiet');
  await inside('batch', PASSES, ...DAY, '--shard', '1/1', '-o', at('part'), '--quiet');
  put(folder, '无级别.yaml', '名称: 河滩口镇便民服务中心\n县区: 霍邱县\n');
  put(folder, 'none.yaml', 'waivers: []\n');
  put(folder, 'no-cases.yaml', 'cases: []\n');
  put(folder, 'settings.yaml', `standards: ${resolve('fixtures/packs')}\n`);
  put(folder, 'waived.yaml', `waivers: ${resolve('fixtures/ci/waivers.yaml')}\n`);
  put(folder, '读不懂.yaml', '名称: 河滩口镇便民服务中心\n县区: 霍邱县\n办事大厅使用面积: 很大\n');
  cpSync('fixtures/packs/qingyuan-2024', at('pack'), { recursive: true });
});

type Words = readonly string[];

/** A command, an option with its value, and what is said with it and not without. */
const SAYS: readonly (readonly [command: Words, option: Words, said: RegExp])[] = [
  [AUDIT, ['--rule', 'center-name'], /范围 .*规则 center-name/u],
  [AUDIT, ['--clause', '二(一)1'], /范围 .*条款 二\(一\)1/u],
  [AUDIT, ['--section', '二(一)'], /范围 .*章节 /u],
  [AUDIT, ['--outcome', 'unknown', 'pass'], /范围 .*结果 (?:符合、未定|未定、符合)/u],
  [['audit', PASSES, ...DAY], ['--min-score', '101'], /→ 1$/mu],
  [['audit', at('无级别.yaml'), ...DAY], ['--level', 'township'], /对象 .*乡镇/u],
  [['batch', at('无级别.yaml'), ...DAY, '-o', '{new}'], ['--level', 'township'], /审核 1/u],
  [['batch', PASSES, ...DAY, '-o', '{new}'], ['--min-score', '101'], /→ 1$/mu],
  [RENDER, ['--rule', 'center-name'], /范围 .*规则 center-name/u],
  [RENDER, ['--clause', '二(一)1'], /范围 .*条款 二\(一\)1/u],
  [RENDER, ['--section', '二(一)'], /范围 .*章节 /u],
  [RENDER, ['--all'], /■ 符合（/u],
  [[...RENDER, '-o', 'tap'], ['--min-score', '101'], /101/u],
  [VERIFY, ['--center', '没有这个'], /共核对 0 份/u],
  [VERIFY, ['--waivers', at('none.yaml')], /不同 1/u],
  [['rounds', SPRING, AUTUMN], ['--center', '没有这个'], /没有名称含“没有这个”/u],
  [['rounds', SPRING, AUTUMN], ['--scheme', CARD], /不是“|只按编号对应/u],
  [
    ['template', '--pack', 'luan-2022', '--level', 'township', ...DAY.slice(2)],
    ['--order', 'document'],
    /^# ── 二\(一\)/mu,
  ],
  [['packs', 'list'], ['--standards', 'fixtures/packs'], /qingyuan-2024/u],
  [['packs', 'show', OWN], ['--standards', 'fixtures/packs'], /乡镇便民服务中心 · 6 条/u],
  [['packs', 'readings', OWN], ['--standards', 'fixtures/packs'], /条文的其他读法/u],
  [
    ['explain', 'hall-area', '--pack', OWN, '--standards', 'fixtures/packs'],
    ['--source', 'fixtures/packs/document.txt'],
    /原文 .*不低于120平方米/u,
  ],
  [['scorecards', 'test', CARD], ['--cases', at('no-cases.yaml')], /没有算例/u],
  [['scorecards', 'test', 'fixtures/scorecards/qingshi.yaml'], ['--propose'], /title: 最高/u],
  [['template', ...INSPECTORS, CARD], ['--by', '行政审批局'], /没有写明哪一项由哪个部门/u],
  [['template', ...INSPECTORS, 'fixtures/schemes/monthly/table.yaml'], ['--by', '没有这个局'], /有：政务服务中心/u],
  [['config'], ['--scheme', 'default'], /scheme: "default" +# --scheme/u],
  [['config'], ['--min-score', '60'], /min_score: 60 +# --min-score/u],
  [['config'], ['--waivers', 'w.yaml'], /waivers: \["w\.yaml"\] +# --waivers/u],
  [['config'], ['--standards', 'fixtures/packs'], /standards: "fixtures\/packs" +# --standards/u],
];

/** The rest: with the settings named, a standard of one's own is at hand. */
const FOLLOWS_SETTINGS: readonly Words[] = [
  ['template', '--pack', OWN, '--level', 'township'],
  ['explain', 'hall-area', '--pack', OWN],
  ['packs', 'exemplar', OWN, '--level', 'township', '-o', '{new}.yaml'],
];

/** What is dropped, how, and what the page beside it or the tool then says, that it does not say otherwise. */
const DROPS: readonly (readonly [form: string, option: Words, said: RegExp])[] = [
  [PASSES, ['--standards', 'fixtures/packs', '--pack', OWN, '--as-of', '2025-01-02'], /qingyuan-2024.+2025年1月2日/su],
  [PASSES, ['--min-score', '101'], /→ 1$/mu],
  [`${CENTRES}/hetan.yaml`, ['--config', at('waived.yaml')], /已列入整体迁建/u],
  [at('读不懂.yaml'), ['--level', 'township', '--provisional'], /暂定/u],
];

/** What is told in several formats, each to a file of its own. */
const TOLD: readonly Words[] = [
  ['packs', 'guide', OWN, '--standards', 'fixtures/packs'],
  ['packs', 'readings', OWN, '--standards', 'fixtures/packs'],
  ['packs', 'diff', OWN, OWN, '--standards', 'fixtures/packs'],
  ['explain', 'hall-area', '--pack', OWN, '--standards', 'fixtures/packs'],
  ['scorecards', 'guide', CARD],
];

let number = 0;

/** What a command says; each run has an output of its own. */
const heard = async (words: Words): Promise<string> => {
  const { code, out, err } = await inside(...words.map(word => word.replace('{new}', at(`new-${number++}`))));
  return `${out}${err}→ ${code}\n`;
};

const known = new Map<string, string>();

/** The same, from memory where it was said before. */
const heardBefore = async (words: Words): Promise<string> => {
  const said = known.get(words.join(' ')) ?? (await heard(words));
  known.set(words.join(' '), said);
  return said;
};

const untold = new Map<string, string>();

/** What is said of a form dropped on the tool, and the page that is put beside it. */
const dropped = async (form: string, option: Words): Promise<string> => {
  const copy = join(newFolder(), basename(form));
  copyFileSync(form, copy);
  const { code, out, err } = await inside('drop', copy, '--no-open', ...option);
  const page = err
    .split('\n')
    .find(line => line.endsWith('.html'))
    ?.replace(/^[^：]*：/u, '');
  return `${out}${err}${page === undefined ? '' : readFileSync(page, 'utf8')}→ ${code}\n`;
};

describe('an option', () => {
  it.each(SAYS)('%j %j: %s', async (command, option, said) => {
    expect(await heardBefore(command)).not.toMatch(said);
    expect(await heard([...command, ...option])).toMatch(said);
  });

  it.each(DROPS)('dropped %s %j: %s', async (form, option, said) => {
    const plain = untold.get(form) ?? (await dropped(form, []));
    untold.set(form, plain);
    expect(plain).not.toMatch(said);
    expect(await dropped(form, option)).toMatch(said);
  });

  it.each(FOLLOWS_SETTINGS)('--config: %s %s', async (...words) => {
    expect(await heard(words)).toMatch(/→ 3$/mu);
    expect(await heard([...words, '--config', at('settings.yaml')])).toMatch(/→ 0$/mu);
    expect(await heard([...words, '--config', at('settings.yaml'), '--no-config'])).toMatch(/→ 3$/mu);
  });

  it('--source of an audit is refused where the ledger of the pack cannot be read', async () => {
    cpSync('fixtures/packs/qingyuan-2024', at('broken/qingyuan-2024'), { recursive: true });
    put(folder, 'broken/qingyuan-2024/clauses.yaml', 'clauses: 3\n');
    const audit = ['audit', PASSES, '--standards', at('broken'), '--pack', OWN, '--as-of', '2025-01-02'];
    const said = await heard([...audit, '--source', 'fixtures/packs/document.txt']);
    expect(said).toMatch(/clauses\.yaml:1:1: 不认识的关键字“clauses”/u);
    expect(said).toMatch(/→ 3$/mu);
  });

  it('--level stands in for a level that is not said, and never for one that is', async () => {
    const said = await heardBefore(AUDIT);
    expect(await heard([...AUDIT, '--level', 'village'])).toBe(said);
  });

  it.each([
    ['packs test', 'cases.yaml', ['packs', 'test', at('pack'), '--write'], /写入 \d+ 个示例/u],
    [
      'packs trace',
      'clauses.yaml',
      ['packs', 'trace', at('pack'), '--source', 'fixtures/packs/document.txt', '--write'],
      /：13 句/u,
    ],
  ])('--write of %s puts back what %s has lost', async (_, name, words, said) => {
    const file = join(at('pack'), name);
    const before = readFileSync(file, 'utf8').split(/\n(?=waiting-zone:| {2}- clause: 第一章)/u)[0] ?? '';
    put(folder, join('pack', name), `${before}\n`);
    expect(await heard(words)).toMatch(said);
    expect(readFileSync(file, 'utf8').length).toBeGreaterThan(before.length + 100);
  });

  it('--center of rounds is of whoever is in one of them', async () => {
    const { code, out } = await inside('rounds', SPRING, AUTUMN, '--center', '槐树乡', '-o', 'csv');
    expect(code).toBe(0);
    expect(out.trim().split('\r\n')).toHaveLength(2);
  });

  it.each([
    ['merge', at('part'), '-o', '{new}'],
    ['compare', SPRING, AUTUMN],
    ['verify', at('results')],
  ])('--quiet leaves only the code: %s', async (...words) => {
    const loud = await heardBefore(words);
    const quiet = await heard([...words, '--quiet']);
    expect(quiet).toBe(loud.slice(loud.lastIndexOf('→')));
    expect(loud.length).toBeGreaterThan(quiet.length);
  });
});

it.each(TOLD.map(words => [words.slice(0, 2).join(' '), words] as const))(
  '%s is written in every format that is asked for',
  async (_, words) => {
    const files = ['html', 'md'].map(ending => at(`told-${number++}.${ending}`));
    expect((await inside(...words, ...files.flatMap(file => ['-o', file]))).code).toBe(0);
    expect(files.filter(file => !existsSync(file))).toEqual([]);
  },
);
