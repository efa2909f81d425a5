import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReportName, OF_PROFILES, REPORTS } from '../../src/report/index.ts';
import { newFolder } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { onPaper } from '../support/papers.ts';
import { scorecardHead } from '../support/scorecard.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const DAY = ['--as-of', '2026-11-20', '--no-config'];
const CENTER = 'fixtures/centers/luoshan-qingshiao.yaml';
const TABLE = 'fixtures/excel/county-table-utf8.csv';
const CI = 'fixtures/ci/submissions/hetan.yaml';
const WAIVERS = ['-p', 'luan-2022', '--waivers', 'fixtures/ci/waivers.yaml'];
const LUOSHAN = ['-p', 'luoshan-2021'];
const PACKS = ['--standards', 'fixtures/packs'];
/** A standard of six rules, for what is not in how many there are. */
const LITTLE = [...PACKS, '-p', 'qingyuan-2024'];

const bytesOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const known = new Map<string, Promise<string>>();

/** What an audit keeps; the same words would keep the same again. */
const kept = async (words: readonly string[], name: string): Promise<string> => {
  const file = join(newFolder(), name);
  await inside('audit', ...words, ...DAY, '-q', '-o', file);
  return readFileSync(file, 'utf8');
};

/** Profiles audited, and the results that were kept of them, in a file of its own. */
const keep = async (words: readonly string[], name = 'kept.json'): Promise<string> => {
  const key = [...words, name].join(' ');
  const text = known.get(key) ?? kept(words, name);
  known.set(key, text);
  const file = join(newFolder(), name);
  writeFileSync(file, await text);
  return file;
};

const unread = (): string => {
  const file = join(newFolder(), 'in.xlsx');
  const rows = [
    ['中心名称', '青石坳镇便民服务中心'],
    ['县区', '罗山县'],
    ['级别', '乡镇'],
    ['办事大厅使用面积', '约200平方米'],
    ['敞开式办公', '否'],
  ];
  writeFileSync(file, plainWorkbook({ 表: rows }));
  return file;
};

/** All but what is written into the submitter's own workbook. */
const FORMATS = Object.keys(REPORTS)
  .filter(isReportName)
  .filter(format => !OF_PROFILES.includes(format));

/** Each language and each way of keeping with either of two kinds, each format with one; what a result makes of each format stands in test/report/again. */
const CASES: readonly (readonly [string, readonly string[], 'zh' | 'en', 'json' | 'jsonl'])[] = [
  ['one centre', [CENTER, ...LUOSHAN], 'zh', 'jsonl'],
  ['several centres of a table', [TABLE, ...LITTLE], 'en', 'json'],
  ['waivers', [CI, ...WAIVERS], 'en', 'json'],
  ['what could not be read', [unread(), ...LITTLE, '--provisional'], 'zh', 'jsonl'],
];

describe('render', () => {
  it.each(CASES.map((one, at) => [...one, at] as const))(
    'gives what audit gave: %s',
    async (_, words, lang, kept, at) => {
      const folder = newFolder();
      const formats = FORMATS.filter((_, number) => number % CASES.length === at);
      const file = (name: string, format: string): string => join(folder, `${name}.${format}`);
      const to = (name: string) => formats.flatMap(format => ['-o', `${format}=${file(name, format)}`]);
      await onPaper(async () => {
        await inside('audit', ...words, ...DAY, '-q', '--lang', lang, ...to('was'), '-o', file('kept', kept));
        const { code, err } = await inside('render', file('kept', kept), '--lang', lang, ...to('is'));
        expect([code, err]).toEqual([0, '']);
      });
      const digests = (name: string) => formats.map(format => [format, bytesOf(file(name, format))]);
      expect(digests('is')).toEqual(digests('was'));
    },
  );

  it('gives what audit narrowed and judged likewise', async () => {
    const kept = await keep([CENTER, ...LITTLE]);
    const told = [
      '--outcome',
      'fail',
      '--section',
      'premises',
      '--fail-on',
      'should',
      '--min-score',
      '95',
      '-o',
      'markdown',
    ];
    const was = await inside('audit', CENTER, ...LITTLE, ...DAY, ...told);
    expect((await inside('render', kept, ...told)).out).toBe(was.out);
    expect(was.out).toContain('只列出一部分');
  });

  it('makes the reports of a batch again, from its folder', async () => {
    const [made, again] = [newFolder(), newFolder()];
    await inside('batch', CENTER, CI, '-o', made, ...LITTLE, ...DAY, '--each', 'md,json', '-q');
    const { code } = await inside('render', made, '--each', 'md,json', '-o', again);
    expect(code).toBe(0);
    const pages = (folder: string): readonly string[] =>
      readdirSync(join(folder, '各份报告'), { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/u.test(name));
    expect(pages(again).length).toBe(4);
    expect(pages(again)).toEqual(pages(made));
    for (const page of pages(again))
      expect(bytesOf(join(again, '各份报告', page))).toBe(bytesOf(join(made, '各份报告', page)));
  });

  it('picks one centre by a part of its name', async () => {
    const kept = await keep([TABLE, ...LITTLE]);
    const { out } = await inside('render', kept, '--center', '柳河', '-o', 'json');
    expect(JSON.parse(out).profile.center.name).toBe('柳河湾乡便民服务中心');
    expect((await inside('render', kept, '--center', '便民服务中心')).code).toBe(64);
  });

  it.each<readonly [string, readonly string[], number, RegExp]>([
    ['a workbook of the submitter', ['-o', 'annotated=a.xlsx'], 64, /annotated/u],
    ['a folder that is not named', ['--each', 'md'], 64, /-o 文件夹/u],
    ['a format that nobody knows', ['-o', 'a.ods'], 64, /看不出报告格式/u],
    ['a rule that there is not', ['--rule', 'no-such-rule'], 64, /no-such-rule/u],
  ])('refuses %s', async (_, words, code, message) => {
    const said = await inside('render', await keep([CENTER, ...LITTLE]), ...words);
    expect(said.code).toBe(code);
    expect(said.err).toMatch(message);
  });

  it.each([
    '"code": "shape", "details": {}',
    '"code": "unknown-key", "details": {}',
    '"code": "unknown-key", "details": { "key": {} }',
  ])('refuses a remark without its particulars, of which no sentence can be made: %s', async said => {
    const kept = await keep([CENTER, ...LITTLE]);
    const remark = `"problems": [{ ${said}, "location": { "line": 1, "column": 1 } }]`;
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(/"problems": \[[^\]]*\]/u, remark));
    for (const format of ['terminal', 'html'])
      expect(await inside('render', kept, '-o', format)).toEqual({
        code: 3,
        out: '',
        err: `错误 ${kept}:1:1: 缺少“details”，必须写\n`,
      });
  });

  it('refuses what is no result, and results of two versions of the tool in one report', async () => {
    expect((await inside('render', CENTER)).code).toBe(3);
    const kept = await keep([CENTER, ...LITTLE]);
    const other = join(newFolder(), 'other.json');
    writeFileSync(other, readFileSync(kept, 'utf8').replace(/("name": "duibiao",\s+"version": ")[^"]+/u, '$10.0.9'));
    const both = await inside('render', kept, other);
    expect([both.code, both.out]).toEqual([3, '']);
    expect(both.err).toContain('0.0.9');
    expect((await inside('render', other, '-o', 'html')).out).toContain('0.0.9');
  });
});

type Json = Record<string, unknown>;

interface Written {
  readonly findings: Json[];
  readonly counts: Json;
  readonly score: Json;
  readonly profile: Json & { readonly center: Json };
  readonly pack: Json;
  readonly scheme: Json;
  texts: Json & { readonly pack: { readonly rules: Json[] } };
}

const findingOf = ({ findings }: Written, rule: string): Json => {
  const found = findings.find(one => one.rule === rule);
  if (found === undefined) throw new Error(rule);
  return found;
};

/** Texts as if they had been written so. */
const resign = (result: Written): void => {
  const { schemaVersion, digest: _, ...texts } = result.texts;
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  result.texts = { schemaVersion, digest, ...texts } as Written['texts'];
};

const BROKEN: readonly (readonly [string, (result: Written) => void, readonly string[]])[] = [
  [
    'an outcome',
    result => Object.assign(findingOf(result, 'hall-area'), { outcome: 'fail' }),
    ['办事大厅使用面积（hall-area）的 outcome', '"fail"', '"pass"'],
  ],
  [
    'a word of a finding',
    result => Object.assign(findingOf(result, 'hall-area'), { actual: { zh: '284 ㎡', en: '284 m²' } }),
    ['（hall-area）的 actual.zh', '284 ㎡', '184 ㎡'],
  ],
  [
    'a place',
    result => Object.assign(findingOf(result, 'hall-area').location as Json, { line: 21 }),
    ['（hall-area）的 location.line', '21', '20'],
  ],
  ['a finding that is gone', result => void result.findings.splice(3, 1), ['结果里是 没有']],
  ['findings in another order', result => void result.findings.reverse(), ['findings：']],
  ['a count', result => Object.assign(result.counts, { fail: 1 }), ['counts.fail：结果里是 1，重算是 4']],
  ['a score', result => Object.assign(result.score, { low: 90 }), ['score.low：结果里是 90']],
  [
    'a digest of the profile',
    result => Object.assign(result.profile, { sha256: '0'.repeat(64) }),
    ['不是当时的文件', '000000000000'],
  ],
  ['the township', result => Object.assign(result.profile.center, { township: '别处乡' }), ['没有结果所说的这个中心']],
  [
    'the words of the texts',
    result => {
      const [rule] = result.texts.pack.rules;
      Object.assign(rule ?? {}, { title: { zh: '别的标题', en: 'Another' } });
      resign(result);
    },
    ['texts.pack.rules', '别的标题'],
  ],
];

const CARD = 'fixtures/scorecards/qingshi.yaml';

describe('a kept result', () => {
  it('names the checks of a row as the scorecard does', async () => {
    const card = join(newFolder(), '评分表.yaml');
    writeFileSync(
      card,
      `${scorecardHead(5)}sections: [{ id: s, title: { zh: 分项, en: Section }, points: 5, items: [
  { id: r, clause: 一, title: { zh: 行, en: Row }, points: 5, deduct: { each: { failed: [
    { hall.open_plan: yes }, { hall.usable_area: { at_least: 500 m² } } ] }, points: 1 } } ] }]
`,
    );
    const words = [CENTER, '--scheme', card, ...DAY];
    const kept = await keep([CENTER, '--scheme', card]);
    const [direct, again] = [await inside('audit', ...words, '-o', 'md'), await inside('render', kept, '-o', 'md')];
    expect(again.out).toBe(direct.out);
    expect(again.out).toContain('（办事大厅使用面积 ≥ 500 ㎡）');
  });

  it('of a rule that its texts do not have is refused', async () => {
    const kept = await keep([CENTER, ...LITTLE]);
    const result = JSON.parse(readFileSync(kept, 'utf8'));
    Object.assign(result.findings[3], { rule: 'nobodys' });
    writeFileSync(kept, JSON.stringify(result));
    expect(await inside('render', kept, '-o', 'csv')).toMatchObject({ code: 3, out: '' });
    expect((await inside('render', kept, '-o', 'csv')).err).toContain('“nobodys”');
  });
});

describe('verify', () => {
  it('takes a scorecard, an earlier result and a record from where they are said to be', async () => {
    const card = await keep([CENTER, '--scheme', CARD]);
    expect((await inside('verify', card)).code).toBe(3);
    expect((await inside('verify', card, '--scheme', CARD)).code).toBe(0);
    const record = join(newFolder(), '核查.yaml');
    const found = '  - { 填报项: 办事大厅使用面积, 核查结果: 175㎡, 理由: 现场测量 }';
    writeFileSync(record, `阶段: 核查\n检查人: 李检查员\n级别: 县级\n日期: 2026-11-18\n核查情况:\n${found}\n`);
    const inspected = await keep([CENTER, ...LITTLE, '--inspection', record]);
    expect(await inside('verify', inspected, ...PACKS)).toMatchObject({ code: 0, err: '' });
    writeFileSync(record, readFileSync(record, 'utf8').replace('175', '176'));
    expect((await inside('verify', inspected, ...PACKS)).out).toContain('175');
    const earlier = await keep([CENTER, ...LITTLE]);
    const later = await keep([CENTER, ...LITTLE, '--only-new', earlier]);
    expect((await inside('verify', later, ...PACKS)).out).toContain('用 --only-new 给出上次的结果');
    const said = await inside('verify', later, ...PACKS, '--only-new', earlier);
    expect(said.code).toBe(0);
    expect(said.out).not.toContain('--only-new');
  });

  it('of a centre that the earlier result does not have, which is told wherever all of it counts as new', async () => {
    const SAID = /上次的结果里没有这个中心按标准 qingyuan-2024 的结果/u;
    const earlier = await keep([CENTER, ...LITTLE]);
    const words = [CI, ...LITTLE, '--only-new', earlier];
    expect((await inside('audit', ...words, ...DAY)).err).toMatch(SAID);
    for (const format of ['md', 'html'])
      expect((await inside('audit', ...words, ...DAY, '-q', '-o', format)).out).toMatch(SAID);
    const later = await keep(words);
    const { problems } = JSON.parse(readFileSync(later, 'utf8'));
    expect(problems.map(({ code }: { code: string }) => code)).toContain('earlier-absent');
    expect((await inside('verify', later, ...PACKS)).code).toBe(0);
    expect((await inside('verify', later, ...PACKS, '--only-new', earlier)).code).toBe(0);
    const itself = await keep([CI, ...LITTLE]);
    expect((await inside('audit', CI, ...LITTLE, '--only-new', itself, ...DAY)).err).not.toMatch(SAID);
  });

  it.each<readonly [string, readonly string[], string]>([
    ['a centre', [CENTER, ...LUOSHAN], 'kept.json'],
    ['the same in a line', [CENTER, ...LITTLE], 'kept.jsonl'],
    ['a table', [TABLE, ...LITTLE], 'kept.json'],
    ['waivers', [CI, ...WAIVERS], 'kept.json'],
    ['what could not be read', [unread(), ...LITTLE, '--provisional'], 'kept.json'],
    ['a scheme by name', [CENTER, ...LITTLE, '--scheme', 'default'], 'kept.json'],
  ])('finds the same: %s', async (_, words, name) => {
    const said = await inside('verify', await keep(words, name), ...(words.includes('--standards') ? PACKS : []));
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/不同 0，不能核对 0/u);
  });

  it('finds the same: a batch', async () => {
    const made = newFolder();
    await inside('batch', CENTER, TABLE, '-o', made, ...LITTLE, ...DAY, '-q');
    expect(await inside('verify', made, ...PACKS, '-q')).toEqual({ code: 0, out: '', err: '' });
  });

  it.each(BROKEN)('shows %s', async (_, breakIt, words) => {
    const file = await keep([CENTER, ...LITTLE]);
    const result = JSON.parse(readFileSync(file, 'utf8')) as Written;
    breakIt(result);
    writeFileSync(file, JSON.stringify(result));
    const said = await inside('verify', file, ...PACKS);
    for (const word of words) expect(said.out + said.err).toContain(word);
    expect(said.code).not.toBe(0);
  });

  it('shows which profile changed, and what comes of it', async () => {
    const folder = newFolder();
    const file = join(folder, 'luoshan-qingshiao.yaml');
    writeFileSync(file, readFileSync(CENTER, 'utf8').replace('184', '110'));
    const kept = await keep([CENTER, ...LITTLE]);
    for (const given of [file, folder]) {
      const { code, out } = await inside('verify', kept, ...PACKS, '--profile', given);
      expect(code).toBe(1);
      expect(out).toMatch(/不是当时的文件：sha256 .*\n.*（hall-area）的 outcome：结果里是 "pass"，重算是 "fail"/u);
    }
  });

  it('shows which version of the pack it is now', async () => {
    const folder = join(newFolder(), 'qingyuan-2024');
    cpSync('fixtures/packs/qingyuan-2024', folder, { recursive: true });
    const profile = join(newFolder(), 'a.yaml');
    writeFileSync(profile, '中心名称: 松岭乡便民服务中心\n级别: 乡镇\n办事大厅使用面积: 150\n');
    const kept = await keep([profile, '-p', folder]);
    expect((await inside('verify', kept, '-p', folder)).code).toBe(0);
    const amended = join(newFolder(), 'qingyuan-2024');
    cpSync(folder, amended, { recursive: true });
    const pack = join(amended, 'pack.yaml');
    writeFileSync(pack, readFileSync(pack, 'utf8').replace(/^version: .*$/mu, 'version: 9.9.9'));
    const { code, out } = await inside('verify', kept, '-p', amended);
    expect(code).toBe(1);
    expect(out).toMatch(/标准：qingyuan-2024 \S+ \(\w+\) → qingyuan-2024 9\.9\.9 \(\w+\)/u);
  });

  it('cannot do without the profile, and says what to do', async () => {
    const file = await keep([CENTER, ...LITTLE]);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(CENTER, 'gone/gone.yaml'));
    const said = await inside('verify', file, ...PACKS);
    expect(said.code).toBe(3);
    expect(said.err).toMatch(/gone\.yaml: 找不到这个文件.*\n.*--profile/u);
  });
});
