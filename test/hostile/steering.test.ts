import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../src/model/base/clean.ts';
import { REPORTS } from '../../src/report/index.ts';
import { insideOn } from '../support/inside.ts';
import { comeThrough, STEERING, STEERING_NAME } from '../support/steering.ts';
import { at, folder } from '../support/steering-folder.ts';
import { run } from '../support/tool.ts';

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;
const HELD = ['-p', at('标准/qingyuan-2024'), ...DAY] as const;
const NAMED = at(`名${STEERING_NAME}.json`);

const TEXTUAL = Object.keys(REPORTS).filter(name => !['xlsx', 'docx', 'annotated', 'site', 'site-xlsx'].includes(name));

const commands: readonly (readonly string[])[] = [
  ...TEXTUAL.map(format => ['audit', at('good.json'), NAMED, at('bad.json'), ...HELD, '-o', format, '--all']),
  ['audit', at('good.json'), ...HELD, '--plan', '--all', '--waivers', at('waivers.yaml')],
  ['audit', at('broken.yaml'), at('sheet.xlsx'), at('table.csv'), at('lines.jsonl'), ...HELD, '--provisional'],
  ['audit', at(`没有${STEERING_NAME}.yaml`), '-', '--stdin-name', STEERING, ...HELD].filter(word => word !== '-'),
  ['audit', at('good.json'), '-p', STEERING, ...DAY],
  ['audit', at('good.json'), '-o', STEERING, ...DAY],
  ['audit', at('good.json'), '--scheme', at('scheme.yaml'), ...DAY],
  ['audit', at('good.json'), '--config', at('settings.yaml')],
  ['audit', at('good.json'), '--fail-on', STEERING],
  ['audit', at('good.json'), `--${STEERING}`],
  [STEERING],
  ['config', '--config', at('settings.yaml')],
  ['validate', ...['good.json', 'bad.json', 'sheet.xlsx', 'table.csv', 'scheme.yaml', 'broken.yaml'].map(at), NAMED],
  [
    'validate',
    '--verbose',
    ...['good.json', 'bad.json', 'sheet.xlsx', 'table.csv'].map(at),
    '-p',
    at('标准/qingyuan-2024'),
  ],
  ...['标准', '坏标准', '键也坏'].flatMap(standards => [
    ['packs', 'lint', 'qingyuan-2024', '--standards', at(standards)],
    ['packs', 'test', 'qingyuan-2024', '--standards', at(standards)],
    ['packs', 'trace', 'qingyuan-2024', '--standards', at(standards), '--source', 'fixtures/packs/document.txt'],
    ['packs', 'guide', 'qingyuan-2024', '--standards', at(standards), '-o', 'markdown'],
    ['packs', 'guide', 'qingyuan-2024', '--standards', at(standards), '-o', 'html'],
    ['packs', 'exemplar', 'qingyuan-2024', '--standards', at(standards)],
    ['packs', 'diff', at(`${standards}/qingyuan-2024`), 'fixtures/packs/qingyuan-2024', '--all'],
    ['packs', 'diff', at(`${standards}/qingyuan-2024`), 'fixtures/packs/qingyuan-2024', '-o', 'json'],
    ['explain', 'hall-area', '--standards', at(standards)],
    ['template', '-p', at(`${standards}/qingyuan-2024`)],
    ['schema', 'profile', '-p', at(`${standards}/qingyuan-2024`)],
  ]),
  ['packs', 'new', at(STEERING_NAME)],
  ['packs', 'show', STEERING],
  ['explain', STEERING],
  ['schema', STEERING],
  ['template', '-p', STEERING],
  ['compare', at(STEERING_NAME), at('good.json')],
  ['rounds', at(STEERING_NAME)],
  ['merge', at(STEERING_NAME), '-o', at('合')],
];

/** Lines that end where their writer ends them. */
const ENDLESS = 10_000;

const inside = (...words: readonly string[]) => insideOn({ columns: ENDLESS }, ...words);

const shown = (words: readonly string[]): string => JSON.stringify(words).slice(0, 100).replaceAll(folder, '');

describe('what files say never steers a terminal, a log or a reader', () => {
  it.each(
    commands.map((words, at) => {
      const lang = words[0] === 'audit' && at % 2 === 1 ? 'en' : 'zh';
      return [`${lang} ${shown(words)}`, lang, words] as const;
    }),
  )('%s', async (_, lang, words) => {
    const { code, out, err } = await inside(...words, '--lang', lang);
    expect([...comeThrough(out), ...comeThrough(err)]).toEqual([]);
    expect(code).not.toBe(4);
    expect(out + err).not.toBe('');
  });

  it('on a terminal with colours shows no other colours than its own', async () => {
    const terminal = { color: true, isTTY: true, isWatched: true };
    const words = [at('good.json'), NAMED, at('bad.json'), ...HELD, '--all'];
    const audited = await insideOn({ ...terminal, columns: ENDLESS }, 'audit', ...words);
    const batched = await insideOn({ ...terminal, columns: 80 }, 'batch', folder, '-o', at('终端'), ...HELD);
    const text = [audited, batched].map(({ out, err }) => out + err).join('');
    expect(text.split('\u001b[31m').length).toBeGreaterThan(3);
    expect(comeThrough(text.replaceAll(/\p{Cc}\[(?:\d+m|K)|\r/gu, ''))).toEqual([]);
    expect(text).not.toContain('\u001b[31m\u001b\\');
  });

  it('in files of text either', async () => {
    const files = TEXTUAL.map(format => at(`报告.${format}`));
    await inside(
      'audit',
      at('good.json'),
      NAMED,
      at('bad.json'),
      ...HELD,
      ...files.flatMap((file, index) => ['-o', `${TEXTUAL[index]}=${file}`]),
    );
    for (const file of files) expect([file, ...comeThrough(readFileSync(file, 'utf8'))]).toEqual([file]);
  });

  it('in a batch, from the first line to the summary, its tables and its pages', async () => {
    const out = at('出');
    const { code, ...said } = await inside(
      'batch',
      folder,
      '-o',
      out,
      ...HELD,
      '--roster',
      at('名册.txt'),
      '--each',
      'html,md,csv',
      '--workers',
      '1',
    );
    expect(code).toBe(3);
    expect([...comeThrough(said.out), ...comeThrough(said.err)]).toEqual([]);
    const made = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
      name => /\.(?:csv|html|md)$/u.test(name) && !name.startsWith('.'),
    );
    expect(made.length).toBeGreaterThan(4);
    for (const name of made)
      expect([name, ...comeThrough(name), ...comeThrough(readFileSync(join(out, name), 'utf8'))]).toEqual([name]);
    cpSync(out, at('又'), { recursive: true });
    for (const format of ['terminal', 'json', 'csv', 'md']) {
      const { out: text, err } = await inside('compare', out, at('又'), '-o', format, '--all');
      expect([format, ...comeThrough(text), ...comeThrough(err)]).toEqual([format]);
    }
    for (const format of ['terminal', 'json', 'csv']) {
      const { out: text, err } = await inside('rounds', out, at('又'), '-o', format, '--all');
      expect([format, ...comeThrough(text), ...comeThrough(err)]).toEqual([format]);
    }
  });

  it('in the answers of a filter', async () => {
    const { out, err } = await run(['batch', '-', '-o', '-', ...HELD], {
      input: readFileSync(at('lines.jsonl'), 'utf8'),
    });
    expect([...comeThrough(out), ...comeThrough(err)]).toEqual([]);
    expect(out.split('\n').length).toBe(3);
  });
});

describe('lines', () => {
  it.each([
    ['a\u001b[31mb', false, 'a[31mb'],
    ['a\u001b[31mb', true, 'a\u001b[31mb'],
    ['\u001b]52;c;x\u0007', true, ']52;c;x'],
    ['\ufeffa\r\nb\rc\n', false, '\ufeffa\r\nbc\n'],
    ['a\ufeff\u2028\u202e\u0085\u009b31m', true, 'a31m'],
    ['甲\t乙\n', false, '甲\t乙\n'],
  ])('of %j with colour %j are shown as %j', (text, hasColour, expected) => {
    expect(cleanLines(text, hasColour)).toBe(expected);
  });
});
