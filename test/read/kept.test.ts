import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainAbsence } from '../../src/cli/compare/each.ts';
import type { Kept } from '../../src/model/result/kept.ts';
import type { KeptOptions } from '../../src/read/results/file.ts';
import { openKept } from '../../src/read/results/open.ts';
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

  it('tell of a line that is cut off when it is read', async () => {
    expect((await open('cut.jsonl', `${first}\n${first.slice(0, -40)}`)).names).toEqual(['甲镇中心', 'syntax']);
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
