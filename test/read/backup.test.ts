import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { DAY, run } from '../support/tool.ts';

const QUIET = ['--fail-on', 'none', '-o', 'jsonl'] as const;

const INSPECTOR = { person: '周检', level: '县级', date: '2026-11-18' };

const at = (name: string, area: string, declared: Readonly<Record<string, unknown>> = {}) => ({
  id: name,
  declared: { 'center.name': name, 'center.county': '罗山县', 'center.level': '乡镇', ...declared },
  found: {
    'hall.usable_area': { value: area, remark: '测距仪实测', photo: 'a1.jpg' },
    counters: { value: [{ 'counters.name': '1号台', 'counters.height': '82', 'counters.depth': '' }] },
    'hall.open_plan': { agrees: true },
  },
});

const UNSEEN = { id: 'c', declared: { 'center.name': '青冈镇便民服务中心' }, found: {} };

const backup = (centres: readonly unknown[], inspector: object = INSPECTOR): string =>
  JSON.stringify({ kept: 1, lang: 'zh', inspector, centres, current: 'a' });

const BOTH = [at('青石坳镇便民服务中心', '212.5'), at('枫林镇便民服务中心', '150'), UNSEEN];

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

const written = (text: string): string => {
  const folder = newFolder();
  put(folder, 'backup.json', text);
  return join(folder, 'backup.json');
};

const profiles = (...names: readonly string[]): readonly string[] => {
  const folder = newFolder();
  for (const name of names)
    put(folder, `${name}.yaml`, `名称: ${name}便民服务中心\n县区: 罗山县\n级别: 乡镇\n大厅使用面积: 180\n`);
  return names.map(name => join(folder, `${name}.yaml`));
};

describe('what the page for the site keeps', () => {
  it('is a record for each centre that was looked at, with the reason and the photograph', async () => {
    const { out } = await run([
      'audit',
      ...profiles('青石坳镇', '枫林镇'),
      '--inspection',
      written(backup(BOTH)),
      ...DAY,
      ...QUIET,
    ]);
    const told = lines(out).map(({ inspection }) => [
      inspection.records[0].person,
      inspection.records[0].date,
      inspection.changes.find(({ fact }: { fact: string }) => fact === 'hall.usable_area').text.zh.split(' (')[0],
      inspection.changes[0].reason,
    ]);
    expect(told).toEqual([
      ['周检', '2026-11-18', '办事大厅使用面积：180 ㎡ → 212.5 ㎡', '测距仪实测；照片 a1.jpg'],
      ['周检', '2026-11-18', '办事大厅使用面积：180 ㎡ → 150 ㎡', '测距仪实测；照片 a1.jpg'],
    ]);
  });

  it('is a profile for each centre, as it was found', async () => {
    const { out } = await run(['audit', written(backup(BOTH.slice(0, 2))), ...DAY, ...QUIET]);
    expect(lines(out).map(({ profile }) => profile.center.name)).toEqual([
      '青石坳镇便民服务中心',
      '枫林镇便民服务中心',
    ]);
    const area = ({ findings }: { findings: readonly { rule: string; outcome: string }[] }) =>
      findings.find(({ rule }) => rule === 'hall-usable-area')?.outcome;
    expect(lines(out).map(area)).toEqual(['pass', 'fail']);
  });

  it('may stand in a list with profiles', async () => {
    const text = `[${backup(BOTH.slice(0, 1))}, { "名称": "石桥镇便民服务中心", "县区": "罗山县", "级别": "乡镇", "大厅使用面积": "200" }]`;
    const { out } = await run(['audit', written(text), ...DAY, ...QUIET]);
    expect(lines(out).map(({ profile }) => profile.center.name)).toEqual([
      '青石坳镇便民服务中心',
      '石桥镇便民服务中心',
    ]);
  });

  it.each([
    ['a value that cannot be read, with its place', backup([at('青石坳镇便民服务中心', '很大')]), /很大/u],
    ['no inspector', backup([at('青石坳镇便民服务中心', '212')], {}), /没有写检查人/u],
    ['nothing found anywhere', backup([UNSEEN]), /没有任何内容/u],
    ['a centre that was not audited', backup(BOTH), /枫林镇/u],
  ])('is refused for %s', async (_, text, said) => {
    const { err, code } = await run(['audit', ...profiles('青石坳镇'), '--inspection', written(text), ...DAY]);
    expect(code).toBe(3);
    expect(err).toMatch(said);
    expect(err).toContain('backup.json');
  });

  it('is checked as the records that it is', async () => {
    const { err, out, code } = await run(['validate', written(backup([at('青石坳镇便民服务中心', '很大')]))]);
    expect(code).toBe(3);
    expect(out + err).toContain('很大');
  });
});
