import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, onTestFailed } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { run } from '../support/tool.ts';
import { plainWorkbook } from '../support/workbooks.ts';

const READ = '是这次要读的（申报表、标准、豁免、结果等），写进去就没有了；请用 -o 另写一个文件';
const AMONG = '里放着这次要读的申报或结果，不能又放新的结果；请用 -o 另写一个文件夹';
const FILLED = '里面也许有人填过、改过；请用 -o 另写一个文件，或先把它移走';
const FILLED_IN = '里面也许有人填过、改过；请用 -o 另写一个文件夹，或先把它移走';
const STRANGE = '不是这个工具放的；请用 -o 另写一个文件夹，或先把它移走';
const NO_FOLDER = '不是文件夹；请另写一个文件夹';
const FOLDER = '是文件夹；请写明文件的名字';
const NAMELESS = '-o 后面是空的；请写明文件或文件夹的名字';
const OF_PACK = '那里的 .yaml 都会当作标准来读；请用 -o 另写一个文件';
const TWICE = '两个 -o 写的是同一个文件';

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;

/** A document of the tool's that somebody saved in another program. */
const DOCUMENT_OF_ANOTHER = zipSync({
  'docProps/core.xml': strToU8(
    '<cp:coreProperties><dc:creator>duibiao</dc:creator><cp:lastModifiedBy>张三</cp:lastModifiedBy></cp:coreProperties>',
  ),
  'word/document.xml': strToU8('<w:document/>'),
});

/** A station of which its standard asks little: what a report says is not looked at here. */
const STATION = [
  ['名称', '青石坳镇便民服务中心'],
  ['县区', '罗山县'],
  ['乡镇', '青石坳镇'],
  ['级别', '村级'],
] as const;

/** A folder with one of everything that is read, and other names for some of it. */
const office = (): string => {
  const folder = newFolder();
  put(folder, '报送/p.yaml', STATION.map(([name, value]) => `${name}: ${value}\n`).join(''));
  put(folder, '站.xlsx', plainWorkbook({ 申报表: STATION }));
  cpSync('fixtures/centers/luoshan-qingshiao.xlsx', join(folder, '报送', 'p.xlsx'));
  cpSync('fixtures/packs/qingyuan-2024', join(folder, '标准', 'qingyuan-2024'), { recursive: true });
  cpSync('fixtures/packs/document.txt', join(folder, '标准', 'document.txt'));
  cpSync('fixtures/compare/spring', join(folder, '春'), { recursive: true });
  cpSync('fixtures/compare/autumn', join(folder, '秋'), { recursive: true });
  cpSync('rules/schemes/default.yaml', join(folder, 'scheme.yaml'));
  put(folder, 'waivers.yaml', 'waivers: []\n');
  put(folder, 'duibiao.yaml', 'gate: { fail_on: none }\n');
  cpSync('fixtures/centers/taojiang-zhuxiping.xlsx', join(folder, '报送', '另.xlsx'));
  cpSync('fixtures/centers/taojiang-zhuxiping.xlsx', join(folder, '别处', 'summary.xlsx'));
  symlinkSync(join(folder, '报送', '另.xlsx'), join(folder, '链接.docx'));
  put(folder, '甲.xls', '\u00d0\u00cf');
  put(folder, '甲.csv', '\uFEFF中心名称,县区\n甲镇便民服务中心,青县\n');
  put(folder, '甲.json', '{ "中心名称": "甲镇便民服务中心" }\n');
  put(folder, '甲.jsonl', '{"中心名称":"甲镇便民服务中心"}\n');
  put(folder, '笔记.txt', '2026年11月 走访记录\n');
  put(folder, '笔记.md', '# 整改\n\n* **责任人** 张三\n');
  put(folder, '网页.html', '<!DOCTYPE html>\n<html lang="zh-CN"><p>通知</p></html>\n');
  put(folder, '电话.csv', '\uFEFF中心,电话\n甲镇便民服务中心,0000\n');
  // A list of ours to which somebody has added a column.
  put(folder, '加过.csv', '\uFEFF名称,县区,乡镇,规则,指纹,责任人\r\n甲镇便民服务中心,青县,甲镇,r,f,某人\r\n');
  put(folder, '结果', '手写的\n');
  writeFileSync(join(folder, '通知.docx'), DOCUMENT_OF_ANOTHER);
  put(folder, '名册.txt', '甲镇便民服务中心\n');
  symlinkSync(join(folder, '报送', 'p.yaml'), join(folder, '软链接.yaml'));
  symlinkSync(join(folder, '报送'), join(folder, '也是报送'));
  linkSync(join(folder, '报送', 'p.yaml'), join(folder, '硬链接.yaml'));
  symlinkSync(join(folder, '报送'), join(folder, '秋', '各份报告'));
  mkdirSync(join(folder, '报送', '东片'));
  cpSync('fixtures/centers/taojiang-zhuxiping.yaml', join(folder, '报送', '东片', 'q.yaml'));
  return folder;
};

/** Every file of a folder, with what is in it. */
const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(file => [file, readFileSync(file, 'latin1')]),
  );

/** Words of a command line; `@` stands for the folder. */
type Refusal = readonly [string, readonly string[], string];

const refusals: readonly Refusal[] = [
  ['a profile as its own report', ['audit', '@/报送/p.yaml', '-o', 'json=@/报送/p.yaml'], READ],
  ['a profile by way of a detour', ['audit', '@/报送/p.yaml', '-o', 'json=@/报送/./东片/../p.yaml'], READ],
  ['a profile by a symbolic link', ['audit', '@/报送/p.yaml', '-o', 'json=@/软链接.yaml'], READ],
  ['a symbolic link to a profile', ['audit', '@/软链接.yaml', '-o', 'json=@/报送/p.yaml'], READ],
  ['a profile by a link to its folder', ['audit', '@/报送/p.yaml', '-o', 'csv=@/也是报送/p.yaml'], READ],
  ['a profile by a hard link', ['audit', '@/报送/p.yaml', '-o', 'json=@/硬链接.yaml'], READ],
  ['a profile in capitals', ['audit', '@/报送/p.yaml', '-o', 'json=@/报送/P.YAML'], READ],
  ['a workbook as its annotated copy', ['audit', '@/报送/p.xlsx', '-o', 'annotated=@/报送/p.xlsx'], READ],
  ['the second of two profiles', ['audit', '@/报送/p.yaml', '@/报送/p.xlsx', '-o', '@/报送/p.xlsx'], READ],
  ['waivers as a report', ['audit', '@/报送/p.yaml', '--waivers', '@/waivers.yaml', '-o', 'json=@/waivers.yaml'], READ],
  ['a scheme as a report', ['audit', '@/报送/p.yaml', '--scheme', '@/scheme.yaml', '-o', 'json=@/scheme.yaml'], READ],
  [
    'an inspection as a report',
    ['audit', '@/报送/p.yaml', '--inspection', '@/报送/东片/q.yaml', '-o', 'json=@/报送/东片/q.yaml'],
    READ,
  ],
  [
    'a file of a pack as a report',
    ['audit', '@/报送/p.yaml', '-p', '@/标准/qingyuan-2024', '-o', 'json=@/标准/qingyuan-2024/pack.yaml'],
    READ,
  ],
  [
    'a file of the folder of packs as a report',
    ['audit', '@/报送/p.yaml', '--standards', '@/标准', '-o', 'json=@/标准/qingyuan-2024/pack.yaml'],
    READ,
  ],
  [
    'the earlier result as the new one',
    ['audit', '@/报送/p.yaml', '--only-new', '@/春', '-o', 'jsonl=@/春/results.jsonl'],
    READ,
  ],
  [
    'the settings as a report',
    ['audit', '@/报送/p.yaml', '--config', '@/duibiao.yaml', '-o', 'json=@/duibiao.yaml'],
    READ,
  ],
  ['one file for two reports', ['audit', '@/报送/p.yaml', '-o', 'json=@/a.json', '-o', 'csv=@/新/../A.json'], TWICE],
  ['a report over a folder', ['audit', '@/报送/p.yaml', '-o', 'html=@/别处'], FOLDER],
  ['a report by the name of a folder that is not there', ['audit', '@/报送/p.yaml', '-o', 'json=@/新/'], FOLDER],
  ['a report without a name', ['audit', '@/报送/p.yaml', '-o', ''], NAMELESS],
  ['a batch without a name for its folder', ['batch', '@/报送', '-o', ''], NAMELESS],
  ['a batch into the folder that was submitted', ['batch', '@/报送', '-o', '@/报送'], AMONG],
  ['a batch into it by a link', ['batch', '@/报送', '-o', '@/也是报送'], AMONG],
  ['a batch into a folder of submissions in it', ['batch', '@/报送', '-o', '@/报送/东片', '--each', 'html'], AMONG],
  ['a batch into the folder of its pattern', ['batch', '@/报送/*.yaml', '-o', '@/报送'], AMONG],
  ['pages into the submissions by a link', ['batch', '@/报送', '-o', '@/秋', '--each', 'html'], READ],
  ['a batch onto the results that it is held against', ['batch', '@/报送', '--only-new', '@/春', '-o', '@/春'], AMONG],
  [
    'a batch onto the results file that it is held against',
    ['batch', '@/报送', '--only-new', '@/春/results.jsonl', '-o', '@/春'],
    READ,
  ],
  ['a batch onto a results file that it audits', ['batch', '@/春/results.jsonl', '-o', '@/春'], READ],
  ['a roster that a batch would write', ['batch', '@/报送', '--roster', '@/春/rejected.csv', '-o', '@/春'], READ],
  ['reports of each into the results that they are of', ['render', '@/春', '-o', '@/春', '--each', 'html'], AMONG],
  ['parts into one of the parts', ['merge', '@/春', '@/秋', '-o', '@/秋'], AMONG],
  ['a comparison over a result', ['compare', '@/春', '@/秋', '-o', 'json=@/秋/results.jsonl'], READ],
  ['a comparison over a result file', ['compare', '@/春/results.jsonl', '@/秋', '-o', 'csv=@/春/results.jsonl'], READ],
  ['rounds over a result', ['rounds', '@/春', '@/秋', '-o', 'csv=@/秋/rejected.csv'], READ],
  [
    'a form over the profile that fills it',
    ['template', '-p', 'luoshan-2021', '--from', '@/报送/p.yaml', '-o', '@/报送/p.yaml'],
    READ,
  ],
  [
    'a guide over the document',
    ['packs', 'guide', '@/标准/qingyuan-2024', '--source', '@/标准/document.txt', '-o', '@/标准/document.txt'],
    READ,
  ],
  [
    'an exemplar over the pack',
    ['packs', 'exemplar', '@/标准/qingyuan-2024', '-o', '@/标准/qingyuan-2024/pack.yaml'],
    READ,
  ],
  [
    'an exemplar among the rules of its pack',
    ['packs', 'exemplar', '@/标准/qingyuan-2024', '-o', '@/标准/qingyuan-2024/样例.yaml'],
    OF_PACK,
  ],
  [
    'a form among the rules of a pack',
    ['template', '-p', 'luoshan-2021', '-o', '@/标准/qingyuan-2024/表.yml'],
    OF_PACK,
  ],
  ['a report among them', ['audit', '@/报送/p.yaml', '-o', 'json=@/标准/qingyuan-2024/新.yaml'], OF_PACK],
  ['a blank form over one that is filled in', ['template', '-p', 'luoshan-2021', '-o', '@/报送/p.xlsx'], FILLED],
  [
    'a record of an inspection over another',
    ['template', '--inspection', '-p', 'luoshan-2021', '-o', '@/软链接.yaml'],
    FILLED,
  ],
  ['an exemplar over a profile', ['packs', 'exemplar', 'luoshan-2021', '-o', '@/报送/p.yaml'], FILLED],
  ['a pack as a workbook over another workbook', ['packs', 'sheet', 'luoshan-2021', '-o', '@/报送/p.xlsx'], FILLED],
  ['a blank scorecard over a workbook', ['scorecards', 'form', '-o', '@/报送/p.xlsx'], FILLED],
  [
    'a difference over a pack',
    ['packs', 'diff', '@/标准/qingyuan-2024', 'luoshan-2021', '-o', '@/标准/qingyuan-2024/pack.yaml'],
    READ,
  ],
];

const OTHERS = ['audit', '@/报送/p.yaml'];

/** What another clerk handed in, in every ending that reports have too. */
const within = (name: string): string => name.replace(/[^=]+$/u, file => `@/${file}`);

const others: readonly Refusal[] = [
  ['a report over another form', [...OTHERS, '-o', 'xlsx=@/报送/p.xlsx'], FILLED],
  ['a document by a link to another form', [...OTHERS, '-o', 'docx=@/链接.docx'], FILLED],
  ['a report over a form in the old format', [...OTHERS, '-o', 'xlsx=@/甲.xls'], FILLED],
  ['a batch into a folder with a form called as its summary is', ['batch', '@/报送', '-o', '@/别处'], STRANGE],
  ['parts into it', ['merge', '@/春', '@/秋', '-o', '@/别处'], STRANGE],
  ['a batch into a file', ['batch', '@/报送', '-o', '@/scheme.yaml'], NO_FOLDER],
  ['a batch into a device', ['batch', '@/报送', '-o', '/dev/null'], NO_FOLDER],
  ['a report for each centre into a file', ['render', '@/春', '--each', 'html', '-o', '@/站.xlsx'], NO_FOLDER],
  ['a list over another form', [...OTHERS, '-o', '@/甲.csv'], FILLED],
  ['a result over another form', [...OTHERS, '-o', '@/甲.json'], FILLED],
  ['results over a file of forms', [...OTHERS, '-o', '@/甲.jsonl'], FILLED],
  ['a page over another form', [...OTHERS, '-o', 'html=@/报送/东片/q.yaml'], FILLED],
  ['a copy with notes over another form', ['audit', '@/报送/p.xlsx', '-o', 'annotated=@/报送/另.xlsx'], FILLED],
  ...['笔记.txt', '笔记.md', '网页.html', '通知.docx', '电话.csv', '加过.csv', 'markdown=结果'].map(
    (name): Refusal => [`a report over what somebody wrote: ${name}`, [...OTHERS, '-o', within(name)], FILLED],
  ),
  ...['笔记.md', '通知.docx'].map(
    (name): Refusal => [`a comparison over it: ${name}`, ['compare', '@/春', '@/秋', '-o', within(name)], FILLED],
  ),
  ['a guide over it', ['packs', 'guide', 'luoshan-2021', '-o', '@/笔记.md'], FILLED],
  ['an explanation over it', ['explain', 'hall-usable-area', '-o', '@/笔记.txt'], FILLED],
  ['a comparison over a form', ['compare', '@/春', '@/秋', '-o', 'csv=@/甲.csv'], FILLED],
  [
    'what changed in a pack over a form',
    ['packs', 'diff', '@/标准/qingyuan-2024', 'luoshan-2021', '-o', '@/报送/p.xlsx'],
    FILLED,
  ],
];

const KINDS = [
  'xlsx',
  'docx',
  'site.docx',
  'site.xlsx',
  'csv',
  'json',
  'jsonl',
  'html',
  'md',
  'txt',
  'xml',
  'tap',
  'sarif',
].map(ending => `@/新.${ending}`);
const NAMED = [
  'gitlab=@/gitlab.json',
  'sarif=@/sarif.json',
  'site-xlsx=@/x.xlsx',
  'csv=@/x.tsv',
  'github=@/x.log',
  'terminal=@/x',
];
const intoEach = (outputs: readonly string[]): readonly string[] => outputs.flatMap(output => ['-o', output]);
const TOLD = intoEach(['csv', 'xlsx', 'json', 'html', 'md', 'txt', 'docx'].map(ending => `@/变化.${ending}`));
const EXPLAINED = intoEach(['html', 'md', 'txt', 'docx'].map(ending => `@/说明.${ending}`));

const dated = ['audit', 'batch'];

const isolated = (words: readonly string[]): readonly string[] =>
  words.includes('--config') || !dated.includes(words[0] ?? '') ? words : [...words, ...DAY];

describe('what a command reads is never what it writes', () => {
  const later = (file: string): void => utimesSync(file, Date.now() / 1_000 + 60, Date.now() / 1_000 + 60);

  const untouched = () => {
    const folder = office();
    return { folder, before: contents(folder) };
  };
  /** One for all that is refused, and another after what was not. */
  let standing = untouched();
  /** Another for all that is written, with few submissions and small. */
  const written = office();
  put(written, '旧.html', '');
  for (const name of ['p.xlsx', '另.xlsx', '东片']) rmSync(join(written, '报送', name), { recursive: true });
  cpSync(join(written, '标准'), join(written, '旧标准'), { recursive: true });
  const rules = join(written, '旧标准', 'qingyuan-2024', 'township.yaml');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace('120', '110'));

  it.each([...refusals, ...others])(
    'refuses %s, in words, with 64, and has written nothing',
    async (_, words, sentence) => {
      const { folder, before } = standing;
      onTestFailed(() => {
        standing = untouched();
      });
      const { code, err, out } = await inside(...isolated(words.map(word => word.replaceAll('@', folder))));
      expect({ code, out, err: err.split('\n').length }).toEqual({ code: 64, out: '', err: 2 });
      expect(err).toContain(sentence);
      expect(contents(folder)).toEqual(before);
    },
  );

  it('says so in English too', async () => {
    const file = join(standing.folder, '报送', 'p.yaml');
    const { err } = await inside('audit', file, '-o', `json=${file}`, '--lang', 'en', ...DAY);
    expect(err).toMatch(/is read by this very command .* and would be lost; name another file with -o\n$/u);
  });

  it.each<readonly [string, readonly string[]]>([
    ['a report beside its profile', ['audit', '@/报送/p.yaml', '-o', '@/报送/p.json', '-o', '@/报送/p.html']],
    ['a report over an older one', ['audit', '@/报送/p.yaml', '-o', 'html=@/旧.html', '-o', 'json=@/旧.json']],
    ['reports of every kind over themselves', ['audit', '@/报送/p.yaml', ...intoEach([...KINDS, ...NAMED])]],
    ['a copy with notes over itself', ['audit', '@/站.xlsx', '-o', 'annotated=@/批注.xlsx']],
    ['lists in English', ['audit', '@/报送/p.yaml', '-o', '@/list.csv', '--lang', 'en']],
    ['what changed', ['compare', '@/春', '@/秋', ...TOLD]],
    ['rounds', ['rounds', '@/春', '@/秋', ...TOLD.slice(0, 6)]],
    ['a guide', ['packs', 'guide', '@/标准/qingyuan-2024', ...EXPLAINED]],
    ['an explanation', ['explain', 'hall-usable-area', ...EXPLAINED]],
    ['two packs', ['packs', 'diff', '@/标准/qingyuan-2024', '@/旧标准/qingyuan-2024', ...TOLD.slice(2)]],
    ['readings', ['packs', 'readings', 'luoshan-2021', ...EXPLAINED.slice(0, 4)]],
    ['a new folder below the submissions', ['batch', '@/报送', '-o', '@/报送/结果']],
    ['the folder above them', ['batch', '@/报送', '-o', '@']],
    ['a device for two reports', ['audit', '@/报送/p.yaml', '-o', 'json=/dev/null', '-o', 'csv=/dev/null']],
    ['a comparison beside the results', ['compare', '@/春', '@/秋', '-o', '@/秋/变化.md', '--fail-on', 'none']],
    [
      'a guide in the folder of its pack',
      ['packs', 'guide', '@/标准/qingyuan-2024', '-o', '@/标准/qingyuan-2024/稿.html'],
    ],
  ])('lets %s be, once and again', async (_, words) => {
    const folder = written;
    const asked = isolated(words.map(word => word.replaceAll('@', folder)));
    const codes = [await inside(...asked), await inside(...asked)].map(({ code }) => code);
    expect(codes.filter(code => code === 64 || code === 4)).toEqual([]);
  });

  it.each(['html', 'md', 'txt', 'xml', 'tap'])('leaves a report that somebody wrote into: %s', async ending => {
    const file = join(written, `报告.${ending}`);
    const words = isolated(['audit', join(written, '报送', 'p.yaml'), '-o', file]);
    await inside(...words);
    const first = readFileSync(file, 'utf8');
    const noted = first.replace('青石坳镇', '青石坳镇（已复核）');
    expect(noted).not.toBe(first);
    for (const text of [noted, `${first}已复核\n`]) {
      writeFileSync(file, text);
      const { code, err } = await inside(...words);
      expect([code, err]).toEqual([64, expect.stringContaining(FILLED)]);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
    writeFileSync(file, first);
    expect((await inside(...words)).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it.each([
    ['another standard', 'id: other-2020\n', 64, '里是另一个标准，写进去就没有了；请另写一个文件夹\n'],
    ['what no standard says of itself', '# 手写的\ntitle: 甲\n', 64, '里是另一个标准'],
    ['what cannot be read', 'id: [\n', 3, 'pack.yaml'],
  ])('writes no pack over %s', async (_, text, code, said) => {
    const folder = newFolder();
    const [sheet, there] = [join(folder, '本.xlsx'), join(folder, 'there')];
    await inside('packs', 'sheet', 'fixtures/packs/qingyuan-2024', '-o', sheet);
    put(there, 'pack.yaml', text);
    const ended = await inside('packs', 'from-sheet', sheet, there);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(said);
    expect(contents(there)).toEqual({ [join(there, 'pack.yaml')]: Buffer.from(text).toString('latin1') });
  });

  it.each([
    ['card.补充.yaml', ['form', '--from', 'fixtures/schemes/hall/table.yaml', '-o', '@/card.xlsx'], FILLED],
    ['hall-2025.yaml', ['new', 'fixtures/schemes/hall/table.xlsx', '-o', '@'], FILLED_IN],
  ])('writes %s of a scorecard anew, but not where somebody has gone on with it', async (name, words, refusal) => {
    const folder = newFolder();
    const file = join(folder, name);
    const make = async () => {
      rmSync(join(folder, 'card.xlsx'), { force: true });
      return inside('scorecards', ...words.map(word => word.replace('@', folder)));
    };
    expect([(await make()).code, (await make()).code]).toEqual([0, 0]);
    const noted = `${readFileSync(file, 'utf8')}# 与民政局核过\n`;
    writeFileSync(file, noted);
    const { code, err } = await make();
    expect([code, err]).toEqual([64, expect.stringContaining(refusal)]);
    expect(readFileSync(file, 'utf8')).toBe(noted);
  });

  it('keeps what a sheet has no room for, and touches no file of a pack that is as it was', async () => {
    const there = join(newFolder(), 'pack');
    const [sheet, rules] = [`${there}.xlsx`, join(there, 'township.yaml')];
    cpSync('fixtures/packs/qingyuan-2024', there, { recursive: true });
    writeFileSync(rules, `# 2026年3月核对\n${readFileSync(rules, 'utf8')}`);
    await inside('packs', 'sheet', there, '-o', sheet);
    const before = contents(there);
    expect((await inside('packs', 'from-sheet', sheet, there)).out).toMatch(/^(?: {2}.*（没有变，未动）\n){4}$/u);
    expect(contents(there)).toEqual(before);
    for (const kept of ['township.yaml.bak', 'township.yaml.bak2']) {
      const noted = `# 面积改过\n${readFileSync(rules, 'utf8')}`.replace('120', '130');
      writeFileSync(rules, noted);
      const { out } = await inside('packs', 'from-sheet', sheet, there);
      expect(out).toContain(`township.yaml（表格里没有地方写注释：原文件另存为 ${join(there, kept)}）\n`);
      expect(readFileSync(join(there, kept), 'utf8')).toBe(noted);
      expect(readFileSync(rules, 'utf8')).not.toContain('130');
    }
    const head = join(there, 'pack.yaml');
    const noted = `${readFileSync(head, 'utf8')}# 等批复\n`;
    writeFileSync(head, noted);
    expect((await inside('packs', 'from-sheet', sheet, there)).out).toContain(join(there, 'pack.yaml.bak'));
    expect(readFileSync(`${head}.bak`, 'utf8')).toBe(noted);
  });

  it('leaves what somebody has saved in the folder of a batch, its summary or the report of a centre', async () => {
    const folder = newFolder();
    put(folder, '站.xlsx', plainWorkbook({ 申报表: STATION }));
    const [form, into, other] = ['站.xlsx', '批', '另'].map(name => join(folder, name)) as [string, string, string];
    const each = ['--each', 'xlsx'];
    const tried: readonly (readonly [readonly string[], string, string])[] = [
      [['batch', form, '-o', into, ...each], into, '青石坳镇便民服务中心'],
      [['render', into, '-o', other, ...each], other, '青石坳'],
      [['batch', form, '-o', into], into, 'summary.xlsx'],
    ];
    for (const [words, where, name] of tried) {
      const asked = isolated(words);
      expect([0, 2]).toContain((await inside(...asked)).code);
      const file = Object.keys(contents(where)).find(made => made.endsWith('.xlsx') && made.includes(name)) ?? '';
      const was = readFileSync(file);
      cpSync('fixtures/centers/taojiang-zhuxiping.xlsx', file);
      later(file);
      const before = contents(folder);
      const { code, err } = await inside(...asked);
      expect([code, err]).toEqual([64, expect.stringContaining(FILLED_IN)]);
      expect(contents(folder)).toEqual(before);
      writeFileSync(file, was);
    }
  });

  /** A submission that is read, one that is not, and the batch of them. */
  const station = async (...each: readonly string[]) => {
    const folder = newFolder();
    put(folder, '报送/p.yaml', STATION.map(([name, value]) => `${name}: ${value}\n`).join(''));
    put(folder, '报送/q.yaml', '名称: 甲镇便民服务中心\n');
    const words = ['batch', join(folder, '报送'), '-o', join(folder, '批'), ...each, ...DAY];
    expect((await inside(...words)).code).toBe(3);
    return { folder, words };
  };

  const pageIn = (folder: string): string =>
    Object.keys(contents(folder)).find(file => file.includes(join('罗山县', '青石坳镇便民服务中心'))) ?? '';

  it('leaves a page that somebody wrote into in a folder that is one word, of the batch itself or another', async () => {
    const { folder } = await station('--each', 'html');
    for (const into of ['另', '批']) {
      const words = ['render', '批/results.jsonl', '-o', into, '--each', 'html'];
      expect((await run(words, { cwd: folder })).code).toBe(0);
      const file = pageIn(join(folder, into));
      writeFileSync(file, readFileSync(file, 'utf8').replace('青石坳镇', '青石坳镇（已复核）'));
      later(file);
      const before = contents(folder);
      const { code, err } = await run(words, { cwd: folder });
      expect([code, err]).toEqual([64, expect.stringContaining(FILLED_IN)]);
      expect(contents(folder)).toEqual(before);
    }
  });

  it('leaves what somebody has written into a file of a batch, and replaces what nobody has', async () => {
    const { folder, words } = await station('--each', 'md');
    const page = pageIn(join(folder, '批'));
    for (const file of [
      ...['results.jsonl', 'rejected.csv', 'summary.html'].map(name => join(folder, '批', name)),
      page,
    ]) {
      const first = readFileSync(file, 'utf8');
      const noted = first.replace(/未定|"unknown"|表|级别/u, '已核实');
      expect(noted).not.toBe(first);
      writeFileSync(file, noted);
      later(file);
      const before = contents(folder);
      const { code, err } = await inside(...words);
      expect([code, err]).toEqual([64, expect.stringContaining(FILLED_IN)]);
      expect(contents(folder)).toEqual(before);
      writeFileSync(file, first);
      later(file);
      expect((await inside(...words)).code).toBe(3);
      expect(readFileSync(file, 'utf8')).toBe(first);
    }
  });

  it('leaves what somebody has written into a copy of the folder, whose times tell nothing, and minds no other file there', async () => {
    const { folder, words } = await station('--each', 'md');
    const page = pageIn(join(folder, '批'));
    const first = readFileSync(page, 'utf8');
    writeFileSync(page, `${first}已电话核实\n`);
    utimesSync(page, 1, 1);
    later(join(folder, '批', 'run.json'));
    const { code, err } = await inside(...words);
    expect([code, err]).toEqual([64, expect.stringContaining(FILLED_IN)]);
    writeFileSync(page, first);
    put(dirname(page), '通报.md', '自己写的\n');
    expect((await inside(...words)).code).toBe(3);
    expect(readFileSync(join(dirname(page), '通报.md'), 'utf8')).toBe('自己写的\n');
  });

  it('leaves what somebody has put among the texts of a batch', async () => {
    const { folder, words } = await station();
    const [texts = ''] = readdirSync(join(folder, '批', 'texts'));
    put(folder, '批/texts/说明.json', '我的\n');
    put(folder, '批/texts/原文/一.txt', '我的\n');
    put(folder, `批/texts/${texts.replace(/@.{4}/u, '@0000')}`, '{}\n');
    put(folder, `批/texts/.${texts}.00000000.part`, '{');
    expect((await inside(...words)).code).toBe(3);
    expect(readdirSync(join(folder, '批', 'texts')).sort()).toEqual([texts, '原文', '说明.json'].sort());
  });

  it.each([
    ['blank for long', `${'\n'.repeat(9_000)}走访记录\n`],
    ['data of another program', '{"runs": [{"tool": {"driver": {"name": "其他"}}}]}\n'],
    ['a form with the version of its schema', '{"schemaVersion": "1", "中心名称": "甲镇便民服务中心"}\n'],
  ])('takes what is %s for no report of its own', async (_, text) => {
    const file = join(newFolder(), 'a.json');
    writeFileSync(file, text);
    const { code, err } = await inside('audit', 'fixtures/centers/luoshan-qingshiao.yaml', '-o', file, ...DAY);
    expect([code, err]).toEqual([64, expect.stringContaining(FILLED)]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('makes anew what somebody has cut off from the results of a batch', async () => {
    const { folder, words } = await station();
    const results = join(folder, '批', 'results.jsonl');
    const whole = readFileSync(results, 'utf8');
    writeFileSync(results, whole.slice(0, 900));
    utimesSync(results, 1, 1);
    expect((await inside(...words)).code).toBe(3);
    expect(readFileSync(results, 'utf8')).toBe(whole);
  });

  it('begins no pack in the place of a file', async () => {
    const file = join(newFolder(), 'xin-2026');
    writeFileSync(file, '已有的');
    const { code, err } = await inside('packs', 'new', file);
    expect({ code, err }).toEqual({ code: 64, err: `${file} 不是文件夹；请另写一个文件夹\n` });
  });

  it('begins no pack where a file of one stands', async () => {
    const folder = join(newFolder(), 'xin-2026');
    put(folder, 'clauses.yaml', '# 已登记的\n');
    put(folder, '原文.txt', '第一条 中心应当有大厅。\n');
    const { code, err } = await inside('packs', 'new', folder, '--source', join(folder, '原文.txt'));
    expect({ code, err }).toEqual({ code: 64, err: `${folder} 里已经有 clauses.yaml\n` });
    expect(readdirSync(folder)).toEqual(['clauses.yaml', '原文.txt']);
  });
});
