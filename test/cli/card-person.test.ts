import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { readBytes } from '../../src/read/files/files.ts';
import { cellsIn, listIn, openBook, sheetOf } from '../support/books.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const CARD = 'fixtures/people/card.yaml';
const PEOPLE = ['王小一', '李小二', '张小三'];
const COMMON = ['--scheme', CARD, '--as-of', '2025-03-01', '--no-config'];

const run = async (...words: readonly string[]) => {
  const [out, err]: readonly [string[], string[]] = [[], []];
  const code = await main([...words], {
    out: text => void out.push(String(text)),
    err: text => void err.push(String(text)),
    color: false,
    columns: 100,
    isTTY: false,
  });
  return { code, said: out.join('') + err.join('') };
};

const bytesOf = (name: string) => openBook(succeed(readBytes(at(name))));

const wordsIn = async (name: string): Promise<string> => {
  const book = await bytesOf(name);
  return [...book.worksheets.map(sheet => sheet.name), ...cellsIn(book).map(({ value }) => JSON.stringify(value))].join(
    '\n',
  );
};

/** What a person reads of a page. */
const readOf = (text: string): string =>
  text.replaceAll(/<(style|script)[\s\S]*?<\/\1>/gu, '').replaceAll(/<[^>]*>/gu, '\n');

const CENTRE = /中心|centre/iu;

beforeAll(() => {
  mkdirSync(at('in'));
  for (const [index, name] of PEOPLE.entries())
    writeFileSync(
      at(`in/${index}.yaml`),
      `人员名称: ${name}\n所属县区: 清溪县\n所在级别: 乡镇\n帮办件数: ${10 + index}\n`,
    );
});

describe.each(['zh', 'en'] as const)('a card of a person, in %s', lang => {
  const FORMATS = ['terminal', 'markdown', 'html', 'csv', 'sarif', 'junit', 'tap', 'github', 'gitlab', 'xlsx'];
  const reportIn = (format: string): string => `report-${lang}.${format}`;

  it('is told without a word of centres in every format', async () => {
    const files = [at('in/0.yaml'), at('in/1.yaml')];
    const outputs = FORMATS.flatMap(format => ['-o', `${format}=${at(reportIn(format))}`]);
    expect((await run('audit', ...files, ...COMMON, '--lang', lang, ...outputs)).code).toBe(0);
    for (const format of FORMATS) {
      const name = reportIn(format);
      const text = format === 'xlsx' ? await wordsIn(name) : readOf(readFileSync(at(name), 'utf8'));
      if (['terminal', 'markdown', 'html'].includes(format))
        expect(text).toMatch(lang === 'zh' ? /要和其他人员比较/u : /to be compared with other staff/u);
      expect([format, text]).toEqual([format, expect.not.stringMatching(CENTRE)]);
    }
  });

  it('has its batch, the page and the workbook so', async () => {
    const { code, said } = await run('batch', at('in'), ...COMMON, '--lang', lang, '-o', at(`out-${lang}`));
    expect(code).toBe(0);
    expect(said).toContain(lang === 'zh' ? '已审核 3 个人员' : '3 staff audited');
    expect(readOf(said)).not.toMatch(CENTRE);
    const page = readOf(readFileSync(at(`out-${lang}/summary.html`), 'utf8'));
    const book = await wordsIn(`out-${lang}/summary.xlsx`);
    expect(page + book).toContain(lang === 'zh' ? '人员' : 'Officer');
    expect(page).not.toMatch(CENTRE);
    expect(book).not.toMatch(CENTRE);
    const compared = await run('compare', at(`out-${lang}`), at(`out-${lang}`), '--lang', lang);
    expect(compared.said).toContain(lang === 'zh' ? '人员' : 'Staff');
    expect(compared.said).not.toMatch(CENTRE);
  });
});

it('takes nobody for somebody else, though each is the only one of a township', async () => {
  for (const [folder, name] of [
    ['spring', '王小一'],
    ['autumn', '李小二'],
  ] as const) {
    mkdirSync(at(folder));
    writeFileSync(
      at(`${folder}/0.yaml`),
      `人员名称: ${name}\n所属县区: 清溪县\n所属乡镇: 石桥镇\n所在级别: 乡镇\n帮办件数: 10\n`,
    );
    await run('batch', at(folder), ...COMMON, '--lang', 'zh', '-o', at(`${folder}-out`));
  }
  const { said } = await run('compare', at('spring-out'), at('autumn-out'), '--lang', 'zh');
  expect(said).toContain('共 2 个：新增 1，消失 1');
});

/** What somebody wrote stays as it is, though it speaks of centres. */
const THEIRS = [
  ['帮办代办员季度考核表（样例）', '青石中心镇帮办员考核表'],
  ['帮办件数', '代中心办件数'],
  ['业务', '中心业务'],
  ['态度', '对中心态度'],
  ['件', '个分中心'],
  ['优秀', '中心级优秀'],
  ['王小一', '政务中心王小一'],
] as const;

describe('words of others about centres', () => {
  const renamed = (text: string): string =>
    THEIRS.reduce((all, [from, to]) => all.replaceAll(`zh: ${from},`, `zh: ${to},`), text);
  const corrupt = THEIRS.map(([, to]) => to.replaceAll('中心', '人员'));

  it('stay in every report and summary', async () => {
    writeFileSync(
      at('centres.yaml'),
      renamed(
        readFileSync(CARD, 'utf8')
          .replace('to: rank', 'to: best')
          .replace(/ bands: .*, otherwise: 2/u, ''),
      ),
    );
    mkdirSync(at('theirs'));
    for (const [index, name] of ['政务中心王小一', '李小二'].entries())
      writeFileSync(
        at(`theirs/${index}.yaml`),
        `人员名称: ${name}\n所属县区: 清溪县\n所在级别: 乡镇\n代中心办件数: ${10 + index}\n`,
      );
    const common = ['--scheme', at('centres.yaml'), '--as-of', '2025-03-01', '--no-config'];
    const { said } = await run('batch', at('theirs'), ...common, '-o', at('theirs-out'), '--each', 'markdown');
    await run(
      'audit',
      at('theirs/0.yaml'),
      ...common,
      '-o',
      `html=${at('theirs.html')}`,
      '-o',
      `csv=${at('theirs.csv')}`,
    );
    const guide = await run('scorecards', 'guide', at('centres.yaml'));
    const texts = [
      said,
      guide.said,
      ...['theirs-out/summary.html', 'theirs.html', 'theirs.csv'].map(name => readFileSync(at(name), 'utf8')),
      readFileSync(at('theirs-out/results.jsonl'), 'utf8'),
      await wordsIn('theirs-out/summary.xlsx'),
      ...readdirSync(at('theirs-out/各份报告'), { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.md'))
        .map(name => readFileSync(at(`theirs-out/各份报告/${name}`), 'utf8')),
    ];
    const all = texts.join('\n');
    expect(THEIRS.filter(([, to]) => !all.includes(to))).toEqual([]);
    expect(all).toContain('个分中心 ÷ 2 个人员中最高的');
    for (const word of corrupt) expect(all).not.toContain(word);
  });
});

it('finds no fact in a card of a person that nobody asked for', async () => {
  const { code, said } = await run('scorecards', 'lint', CARD);
  expect([code, said]).toEqual([0, expect.not.stringContaining('人员名称')]);
});

describe('the forms of a card of a person', () => {
  it('ask for the name of the person, and are read back', async () => {
    await run('template', '--scheme', CARD, '-o', at('form.yaml'));
    const blank = readFileSync(at('form.yaml'), 'utf8');
    expect(blank).toContain('# 帮办代办员季度考核表（样例）　申报表');
    expect(blank).toContain('人员名称:');
    expect(blank).not.toContain('中心级别');
  });

  it('give inspectors a sheet with a person a row, which is laid over who it names', async () => {
    writeFileSync(at('names.txt'), PEOPLE.join('\n'));
    await run('template', ...['--scheme', CARD, '--inspection', '--roster', at('names.txt'), '-o', at('blank.xlsx')]);
    const book = await bytesOf('blank.xlsx');
    const [sheet] = book.worksheets;
    expect([sheet?.getCell('B9').value, sheet?.getCell('B10').value]).toEqual(['考核对象（人员）', PEOPLE[0]]);
    for (const index of PEOPLE.keys()) {
      if (sheet) sheet.getCell(10 + index, 3).value = 5 - index;
    }
    for (const [cell, text] of [
      ['B5', '李检查员'],
      ['B8', '现场检查'],
    ] as const)
      if (sheet) sheet.getCell(cell).value = text;
    writeFileSync(at('filled.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
    const { code, said } = await run('batch', at('in'), ...COMMON, '--inspection', at('filled.xlsx'), '-o', at('done'));
    expect([code, said]).toEqual([0, expect.stringContaining('3 个人员')]);
    const rows = listIn(sheetOf(await bytesOf('done/summary.xlsx'), '排名'), '名次');
    expect(rows.map(row => [row.人员, row.得分])).toEqual([
      ['张小三', 8],
      ['王小一', 7],
      ['李小二', 6],
    ]);
  });
});
