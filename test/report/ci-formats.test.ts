import { parse } from 'csv-parse/sync';
import { marked, type Tokens } from 'marked';
import { Parser } from 'tap-parser';
import { describe, expect, it, test } from 'vitest';
import { isReportName, REPORTS, type ReportName } from '../../src/report/index.ts';
import { hasReaders, readerFile, UNLESS_INSTALLED } from '../support/readers.ts';
import { reported } from '../support/reports.ts';
import { BAD, GOOD, HOSTILE, hostileProfile, inCells, runOf, UNREADABLE } from '../support/submissions.ts';

const run = await runOf([BAD, GOOD, UNREADABLE, hostileProfile()]);
const [bad] = run.audits;
/** Without the one whose every word is hostile, and as long as others. */
const few = run.audits.slice(0, 2);
const cells = run.audits.slice(0, 1).map(inCells);

const made = (format: ReportName, audits = run.audits): Promise<string> => reported(format, audits, run.options);

const CHINESE = /不符合|未申报|整改[:：]/u;

const CI: readonly ReportName[] = ['sarif', 'code-scanning', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'tap'];

describe('every format for machines', () => {
  it.each(CI)('%s names each file that could not be read', async format => {
    expect((await made(format)).replaceAll('\\_', '_')).toContain(UNREADABLE);
  });

  it.each(CI)('%s is the same however often it is made, and in English complete', async format => {
    const [once, again] = [await reported(format, few, run.options), await reported(format, few, run.options)];
    expect(again).toBe(once);
    const english = await reported(format, few, { ...run.options, lang: 'en' });
    // The help of a rule in SARIF speaks both.
    expect(english.replaceAll(/"(?:help|fullDescription|shortDescription)": \{[^}]*\}/gu, '')).not.toMatch(CHINESE);
  });

  it('is found by the ending of a file where it has one', () => {
    const endings = Object.keys(REPORTS)
      .filter(isReportName)
      .flatMap(name => REPORTS[name].endings as readonly string[]);
    expect(new Set(endings).size).toBe(endings.length);
  });
});

describe('github', () => {
  interface Command {
    readonly level: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly text: string;
  }

  const unescaped = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');

  const commandsIn = (text: string): readonly Command[] =>
    text
      .trimEnd()
      .split('\n')
      .map(line => {
        const [, level = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/u.exec(line) ?? [];
        const pairs = properties
          .split(',')
          .map(pair => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]);
        return { level, properties: Object.fromEntries(pairs), text: unescaped(data) };
      });

  it('marks the line of what stands in the way, errors first', async () => {
    const commands = commandsIn(await made('github', run.audits.slice(0, 1)));
    const levels = commands.map(({ level }) => level);
    const order = ['error', 'warning', 'notice'];
    expect(levels).toEqual([...levels].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(commands.find(({ properties }) => properties.title === '二(四)11 办公设备')).toMatchObject({
      level: 'error',
      properties: { file: BAD, line: '65', col: '13' },
    });
    expect(commands.find(({ properties }) => properties.title === '二(四)12 无障碍改造')?.level).toBe('notice');
  });

  it('cannot be made to say another command', async () => {
    const lines = (await made('github')).trimEnd().split('\n');
    expect(lines.every(line => /^::(?:error|warning|notice) title=/u.test(line))).toBe(true);
    expect(commandsIn(await made('github')).some(({ text }) => text.includes(HOSTILE))).toBe(true);
  });

  it.skipIf(!hasReaders)(`escapes as the toolkit of GitHub does${UNLESS_INSTALLED}`, async () => {
    const core = (await import(readerFile('@actions', 'core', 'lib', 'core.js'))) as {
      error: (text: string, properties: object) => void;
    };
    const written: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
    try {
      for (const { level, properties, text } of commandsIn(await made('github')).filter(
        ({ level }) => level === 'error',
      ))
        core.error(text, {
          title: properties.title,
          file: properties.file,
          startLine: properties.line,
          startColumn: properties.col,
          level,
        });
    } finally {
      process.stdout.write = write;
    }
    const errors = (await made('github')).split('\n').filter(line => line.startsWith('::error'));
    expect(written.join('').trimEnd().split('\n')).toEqual(errors);
  });
});

describe('gitlab', () => {
  it('has what Code Quality asks, each issue with a fingerprint of its own', async () => {
    const issues: readonly Record<string, unknown>[] = JSON.parse(await made('gitlab', [...run.audits.slice(0, 2)]));
    for (const issue of issues)
      expect(issue).toEqual({
        description: expect.stringMatching(/./u),
        check_name: expect.stringMatching(/./u),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/u),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/u),
        location: { path: expect.stringMatching(/./u), lines: { begin: expect.any(Number) } },
      });
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(issues.map(({ check_name }) => check_name)).not.toContain('barrier-free-refit');
  });

  it('names the cell where there is no line', async () => {
    const [issue] = JSON.parse(await made('gitlab', cells));
    expect(issue).toMatchObject({ location: { path: '申报 表.xlsx', lines: { begin: 1 } } });
    expect(issue.description).toMatch(/^'基本 ''情况'!B\d+ /u);
  });
});

describe('csv', () => {
  it('is read by others with every row as long as its head', async () => {
    const rows: string[][] = parse(await made('csv'), { bom: true });
    expect(rows.length).toBe(run.audits.flatMap(({ findings }) => findings).length + 3 + 1);
    expect(rows[0]?.slice(0, 2)).toEqual(['名称', '县区']);
    const records = rows.slice(1).map(cellsOf => Object.fromEntries(cellsOf.map((cell, at) => [rows[0]?.[at], cell])));
    const equipment = records.find(record => record.规则 === 'office-equipment');
    expect(equipment).toMatchObject({ 结果: '不符合', 差距: '缺 物品柜、复印机', 位置: `${BAD}:65:13`, 满分: '2' });
    expect(records.filter(record => record.豁免 !== '').map(record => record.规则)).toEqual(['barrier-free-refit']);
  });

  it('is known as UTF-8 by Excel, and holds nothing that Excel would compute', async () => {
    const text = await made('csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const cellsRead: string[][] = parse(text, { bom: true });
    expect(cellsRead.flat().filter(cell => /^[=+\-@\t]/u.test(cell))).toEqual([]);
    expect(cellsRead.flat().filter(cell => cell.startsWith(`'${HOSTILE}`))).not.toEqual([]);
  });
});

describe('tap', () => {
  const parsed = async (options = run.options) => {
    const events = Parser.parse(await reported('tap', run.audits, options));
    const result = events.find(([name]) => name === 'complete')?.[1] as {
      ok: boolean;
      count: number;
      failures: object[];
    };
    return { events, result };
  };

  it('is read by others without a line left over', async () => {
    const { events, result } = await parsed();
    expect(events.filter(([name]) => name === 'extra' || name === 'bailout')).toEqual([]);
    expect(result).toMatchObject({ ok: false, count: 4, plan: { end: 4 } });
  });

  it('fails just the centres that do not pass', async () => {
    const { events } = await parsed();
    const points = events
      .filter(([name]) => name === 'assert')
      .map(([, point]) => point as { ok: boolean; name: string });
    expect(points.map(({ ok, name }) => [ok, name]).slice(0, 2)).toEqual([
      [false, '河滩口镇便民服务中心'],
      [true, '云岭渡乡便民服务中心'],
    ]);
    expect(points.map(({ name }) => name)).toContain(UNREADABLE);
  });
});

describe('markdown', () => {
  const tokens = async () => marked.lexer(await made('markdown'), { gfm: true });

  it('begins with a table of the centres', async () => {
    const table = (await tokens()).find((token): token is Tokens.Table => token.type === 'table');
    expect(table?.rows.map(([name, verdict, gate]) => [name?.text, verdict?.text, gate?.text.slice(0, 1)])).toEqual([
      ['河滩口镇便民服务中心', '不达标', '❌'],
      ['云岭渡乡便民服务中心', '达标', '✅'],
      [expect.stringContaining('1+1'), '不达标', '❌'],
    ]);
  });

  it('takes nothing of a profile for mark-up', async () => {
    const html = marked.parse(await made('markdown'), { gfm: true, async: false });
    expect(html).not.toContain('<script>');
    const names = /<strong>[\p{Script=Han}]+<\/strong>/gu;
    expect(html.replaceAll(names, '')).not.toMatch(/<(?:em|strong|a|img|code|del)\b/u);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;|::error::%0A*_@\u200Bme_*`$x`#7');
    expect(html.match(/<table>/gu)).toHaveLength(1 + 1 + 2 + 2 + 1);
  });

  it('says what to mend and where', async () => {
    const text = await made('markdown', bad ? [bad] : []);
    expect(text).toContain('| 二(四)11 办公设备 | 应当 | 缺 物品柜、复印机 | 65:13 |');
    expect(text).toContain('1 条已豁免');
  });
});

test('what is left of an earlier result is not marked again', async () => {
  const unchanged = run.audits.map(audit => ({
    ...audit,
    earlier: {},
    findings: audit.findings.map(scored => ({ ...scored, change: 'unchanged' as const })),
  }));
  const options = {
    ...run.options,
    gate: () => ({ verdict: 'passed' as const, reason: { zh: '', en: '' }, blocking: [] }),
    rejected: [],
  };
  expect(await reported('github', unchanged.slice(1, 2), options)).toBe('');
  expect(await reported('markdown', unchanged, options)).not.toContain('<details>');
});
