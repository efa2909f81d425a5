import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainAbsence } from '../../src/cli/compare/each.ts';
import type { Kept } from '../../src/model/result/kept.ts';
import type { KeptOptions } from '../../src/read/results/file.ts';
import { openKept } from '../../src/read/results/open.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { newFolder, put } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { result } from '../support/kept.ts';
import { reported } from '../support/reports.ts';
import { sampleAudit } from '../support/sample.ts';

const folder = newFolder();

const CENTERS = ['甲镇', '乙镇', '丙乡'];

const lines = (
  await reported(
    'jsonl',
    CENTERS.map(name => {
      const audit = sampleAudit();
      return {
        ...audit,
        profile: { ...audit.profile, center: { name: `${name}中心`, township: name, county: '样例县' } },
      };
    }),
  )
)
  .trimEnd()
  .split('\n');

const [first = ''] = lines;

const open = async (name: string, text: string, options?: KeptOptions) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const kept = succeed(await openKept(file, options));
  const read = kept.entries.map(entry => kept.read(entry));
  kept.close();
  return {
    names: read.map(one => (one.ok ? one.value.audit.profile.center.name : one.problems[0].code)),
    problems: kept.problems.map(({ code, location }) => `${code}@${'line' in location ? location.line : ''}`),
    rejections: kept.rejections,
  };
};

const NAMES = CENTERS.map(name => `${name}中心`);

const reordered = (line: string): string => {
  const { counts, ...rest } = JSON.parse(line);
  return JSON.stringify({ counts, ...rest });
};

/** As much of a result as somebody might change by hand. */
interface Odd {
  readonly counts: Record<string, number> & { pass: number };
  readonly findings: { outcome: string }[];
  readonly score: object;
}

describe('kept results', () => {
  it.each([
    ['one result', 'one.json', JSON.stringify(JSON.parse(first), null, 2), NAMES.slice(0, 1)],
    ['an array', 'many.json', `[${lines.join(',\n')}]`, NAMES],
    ['a result a line', 'many.jsonl', `${lines.join('\n')}\n`, NAMES],
    ['the same by another name', 'lines.json', lines.join('\n'), NAMES],
    ['with blank lines and breaks of Windows', 'crlf.jsonl', lines.join('\r\n\r\n'), NAMES],
    ['with members in another order', 'order.jsonl', lines.map(reordered).join('\n'), NAMES],
    ['with members that nobody knows', 'more.jsonl', first.replace('{', '{"later":[1],'), NAMES.slice(0, 1)],
  ])('are read from %s', async (_, name, text, names) => {
    expect(await open(name, text)).toEqual({ names, problems: [], rejections: [] });
  });

  it.each([
    ['no JSON', 'hello', 'syntax@2'],
    ['another JSON', '{"a":1}', 'not-a-result@2'],
    ['a result of an earlier kind', first.replace('"schemaVersion":"2.', '"schemaVersion":"1.'), 'result-version@2'],
    ['a level that there is not', first.replace('"level":"township"', '"level":"moon"'), 'shape@2'],
  ])('beside a line that is %s', async (_, line, problem) => {
    const read = await open('bad.jsonl', [lines[0], line, lines[2]].join('\n'));
    expect([read.names, read.problems]).toEqual([['甲镇中心', '丙乡中心'], [problem]]);
  });

  it.each<[string, string, said: string]>([
    [
      'another level',
      first.replace('"level":"township"', '"level":"moon"'),
      '“profile.center.level”不合要求，应为：township | village | sub_center',
    ],
    ['a part of a centre', first.replace(/"pass":\d+/u, '"pass":1.5'), '“counts.pass”不合要求，应为：一个整数'],
    [
      'a day that there is not',
      first.replace(/"asOf":"[^"]+"/u, '"asOf":"2026-02-30"'),
      '“asOf”不合要求，应为：日历上有的一天，写成 YYYY-MM-DD',
    ],
    ['a figure that is none', first.replace(/"low":[\d.]+/u, '"low":"NaN"'), '“score.low”不合要求，应为：一个数'],
    [
      'an outcome of its own',
      first.replace('"outcome":"pass"', '"outcome":"好"'),
      '“outcome”不合要求，应为：pass | fail | unknown | not-applicable',
    ],
    ['no findings', first.replace('"findings":', '"finding":'), '缺少“findings”，必须写'],
    [
      'a later version',
      first.replace('"schemaVersion":"2.0', '"schemaVersion":"2.9'),
      '“schemaVersion”不合要求，应为：2.0.0',
    ],
  ])('with %s are refused in words that a reader knows', async (_, line, said) => {
    const file = join(folder, 'misfit.json');
    writeFileSync(file, line);
    const kept = succeed(await openKept(file));
    const problems = kept.entries.flatMap(entry => kept.read(entry)).flatMap(read => (read.ok ? [] : read.problems));
    expect([...kept.problems, ...problems].map(one => problemText(one, 'zh'))).toEqual([said]);
  });

  it('tell of a line that is cut off when it is read', async () => {
    expect((await open('cut.jsonl', `${first}\n${first.slice(0, -40)}`)).names).toEqual(['甲镇中心', 'syntax']);
  });

  it.each<[string, (result: Odd) => void, said: string]>([
    ['a count that its findings do not come to', ({ counts }) => counts.pass++, '“counts.pass”写的是“2”，应为：1'],
    ['a rule twice', ({ findings }) => findings.push(...findings.slice(0, 1)), '“findings”写的是“6 + 1”，应为：6 项'],
    ['a rule that is gone', ({ findings }) => findings.pop(), '“findings”写的是“5”，应为：6 项'],
    ['no finding at all', result => Object.assign(result, { findings: [] }), '“findings”写的是“0”，应为：6 项'],
    [
      'an outcome that is another',
      ({ findings }) => Object.assign(findings.find(({ outcome }) => outcome === 'fail') ?? {}, { outcome: 'pass' }),
      '“counts.pass”写的是“1”，应为：2',
    ],
    [
      'a score that ends below its beginning',
      ({ score }) => Object.assign(score, { low: 99, high: 12.5 }),
      '“score.high”写的是“12.5”，应为：≥ 99',
    ],
  ])('speak against themselves with %s, and no report is made of them', async (_, change, said) => {
    const odd: Odd = JSON.parse(first);
    change(odd);
    const file = join(folder, 'odd.json');
    writeFileSync(file, JSON.stringify(odd));
    const kept = succeed(await openKept(file));
    const [read] = kept.entries.map(entry => kept.read(entry));
    expect(read?.ok === false && problemText(read.problems[0], 'zh')).toBe(said);
  });

  it('take the answers of a filter for what they are', async () => {
    const answer = '{"rejected":true,"file":"x.yaml","problems":[{"message":{"zh":"读不懂","en":"unreadable"}}]}';
    expect(await open('filter.jsonl', `${answer}\n${first}`)).toEqual({
      names: ['甲镇中心'],
      problems: [],
      rejections: [{ file: 'x.yaml', center: '', message: { zh: '读不懂', en: 'unreadable' } }],
    });
  });

  it.each(['乙镇', '乙镇中心', ' 乙镇 中心'])('of one centre, asked for as %s', async center => {
    expect((await open('some.jsonl', lines.join('\n'), { center })).names).toEqual(['乙镇中心']);
  });

  it('need a batch that is finished', async () => {
    const read = await openKept(newFolder());
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['no-results']);
  });

  it('of a batch come with what it refused, not with what it replaced or remarked', async () => {
    const batch = newFolder();
    put(batch, 'results.jsonl', first);
    put(
      batch,
      'rejected.csv',
      '\ufeff文件,位置,名称,处理,问题,代码\r\na.yaml,1:1,甲中心,拒收,"坏,了",syntax\r\nb.yaml,1:1,,提示,注意,own-term\r\n',
    );
    put(batch, 'run.json', '{"counts":{"documents":2,"audited":1,"rejected":1},"timing":{}}');
    const { rejections, run } = succeed(await openKept(batch, { refused: new Set(['拒收']) }));
    expect(rejections).toEqual([{ file: 'a.yaml', center: '甲中心', message: { zh: '坏,了', en: '坏,了' } }]);
    expect(run?.counts).toEqual({ documents: 2, audited: 1, rejected: 1 });
  });

  it('of a batch are read where its list of what it refused breaks off within quotes', async () => {
    const batch = newFolder();
    put(batch, 'results.jsonl', first);
    put(batch, 'rejected.csv', '文件,位置,名称,处理,问题,代码\r\na.yaml,1:1,甲中心,拒收,"坏');
    const { entries, problems } = succeed(await openKept(batch));
    expect([entries.length, problems.map(({ code }) => code)]).toEqual([1, ['syntax']]);
  });
});

describe('why a centre is gone', () => {
  const said = (file: string, center: string) => ({ file, center, message: { zh: file, en: file } });
  const gone = (name: string, path: string): Kept => {
    const { audit, ...kept } = result([]);
    return { ...kept, audit: { ...audit, profile: { ...audit.profile, path, center: { name, level: 'township' } } } };
  };

  it.each([
    ['its name was refused', [said('new/x.yaml', '甲中心')], gone('甲中心', 'old/a.yaml'), 'new/x.yaml'],
    ['its file was refused', [said('new/a.yaml', '')], gone('甲中心', 'old/a.yaml'), 'new/a.yaml'],
    ['another was refused', [said('new/b.yaml', '乙中心')], gone('甲中心', 'old/a.yaml'), undefined],
    [
      'two of its name were refused',
      [said('x.yaml', '甲中心'), said('y.yaml', '甲中心')],
      gone('甲中心', 'a.yaml'),
      undefined,
    ],
    ['two files of that name', [said('x/a.yaml', ''), said('y/a.yaml', '')], gone('甲中心', 'a.yaml'), undefined],
  ])('%s', (_, rejections, centre, file) => {
    expect(explainAbsence(rejections)(centre)?.file).toBe(file);
  });

  it('a refusal under a name explains one centre only', () => {
    const explain = explainAbsence([said('x.yaml', '甲中心')]);
    expect([explain(gone('甲中心', 'a.yaml')), explain(gone('甲中心', 'b.yaml'))].map(found => found?.file)).toEqual([
      'x.yaml',
      undefined,
    ]);
  });
});
