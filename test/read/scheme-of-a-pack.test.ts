import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditInputs } from '../../src/audit/inputs.ts';
import { openSettings, type SettingOptions } from '../../src/cli/audit/settings.ts';
import { passesOf } from '../../src/cli/batch/rounds.ts';
import { folderLibrary } from '../../src/read/pack/library.ts';
import { prepareLibrary } from '../../src/read/pack/prepare.ts';
import { preparedLibrary } from '../../src/read/pack/prepared-library.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { newFolder, put } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { run } from '../support/tool.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const TABLE = `
kind: scorecard
id: qingyuan-table
title: { zh: 青源县考核表, en: Qingyuan table }
total: 10
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
vocabulary:
  - theme: qingyuan
    label: { zh: 考核数据, en: Figures }
    facts:
      qingyuan.handled: { label: { zh: 年度办件数, en: Cases }, type: count, counter: { zh: 件, en: cases } }
sections:
  - id: all
    title: { zh: 全部, en: All }
    points: 10
    items:
      - { id: area, clause: "1", title: { zh: 面积, en: Area }, points: 4, deduct: { points: 4, if: { hall.usable_area: { less_than: 120 m² } } } }
      - { id: rules, clause: "2", title: { zh: 不达标条目, en: Rules failed }, points: 2, deduct: { each: { failed_rules: [waiting-zone, counters-tidy] }, points: 1 } }
      - { id: volume, clause: "3", title: { zh: 办件量, en: Volume }, points: 4, award: { relative: 年度办件数, points: 4, to: best, wanted: highest } }
grades: [{ id: good, label: { zh: 好, en: Good }, at_least: 6 }, { id: poor, label: { zh: 差, en: Poor } }]
`;

const PROFILE = `
基本信息: { 名称: 清水镇便民服务中心, 县区: 青源县, 级别: 乡镇 }
办事大厅: { 使用面积: 100平方米 }
考核数据: { 年度办件数: 900 }
`;

let folder = '';
const pack = (): string => join(folder, 'standards', 'qingyuan-2024');

beforeAll(() => {
  folder = newFolder();
  cpSync(join(ROOT, 'fixtures', 'packs', 'qingyuan-2024'), pack(), { recursive: true });
  put(folder, 'standards/qingyuan-2024/scheme.yaml', TABLE);
  put(folder, '清水.yaml', PROFILE);
});

const scored = async (options: SettingOptions) => {
  const settings = succeed(await openSettings({ asOf: '2024-05-01', ...options }));
  const { library, vocabulary, stream } = settings;
  for await (const event of auditInputs([{ file: join(folder, '清水.yaml') }], library, vocabulary, stream)) {
    if (event.kind !== 'audit') throw new Error(event.problems.map(found => problemLine(found, 'zh')).join('\n'));
    const { scheme, score } = event.audit;
    return { scheme: scheme.id, low: score?.low, high: score?.high, passes: await passesOf(settings) };
  }
  return undefined;
};

describe('a scheme in the folder of a pack', () => {
  it('scores the centres of that pack where no other is asked for', async () => {
    const own = { scheme: 'qingyuan-table', low: '0', high: '6', passes: 1 };
    expect(await scored({ pack: [pack()] })).toEqual(own);
    expect(await scored({ standards: join(folder, 'standards') })).toEqual(own);
    expect(await scored({ pack: [pack()], scheme: 'default' })).toMatchObject({ scheme: 'default', passes: 0 });
  });

  it('is named in the report, and shown and linted with its pack', async () => {
    const words = ['--pack', pack(), '--as-of', '2024-05-01', '--no-config'];
    expect((await run(['audit', '清水.yaml', ...words], { cwd: folder })).out).toContain('计分  青源县考核表');
    expect((await run(['packs', 'show', pack()])).out).toContain('计分 青源县考核表 (qingyuan-table)');
    const doubtful = newFolder();
    cpSync(pack(), doubtful, { recursive: true });
    writeFileSync(
      join(doubtful, 'scheme.yaml'),
      TABLE.replace('points: 4, deduct: { points: 4', 'points: 4, deduct: { points: 3'),
    );
    expect((await run(['packs', 'lint', doubtful])).out).toMatch(/scheme\.yaml:\d+:\d+: .*扣不到/u);
    expect((await run(['packs', 'lint', pack()])).out).not.toContain('scheme.yaml');
  });

  it('has its facts asked for by the form of its pack', async () => {
    const form = (await run(['template', '--pack', pack()])).out;
    expect(form).toMatch(/^办事大厅使用面积:$/mu);
    expect(form).toMatch(/^年度办件数:$/mu);
  });

  it('may be one for a level', async () => {
    const both = newFolder();
    cpSync(pack(), both, { recursive: true });
    const village = TABLE.replace('id: qingyuan-table', 'id: village-table').replace(
      'relative: 年度办件数, points: 4, to: best, wanted: highest',
      'share_of: { rate: 年度办件数, of: 年度办件数 }, points: 4',
    );
    writeFileSync(join(both, 'scheme-village.yaml'), village);
    expect((await scored({ pack: [both] }))?.scheme).toBe('qingyuan-table');
    writeFileSync(join(both, 'scheme-township.yaml'), village.replace('village-table', 'town-table'));
    const again = newFolder();
    cpSync(both, again, { recursive: true });
    expect((await scored({ pack: [again] }))?.scheme).toBe('town-table');
    expect((await run(['packs', 'show', again])).out).toContain('village-table');
    expect((await run(['validate', join(again, 'scheme-township.yaml')])).out).toContain('没有问题');
  });

  it('is refused with its pack, at its own line', async () => {
    const broken = newFolder();
    cpSync(pack(), broken, { recursive: true });
    writeFileSync(join(broken, 'scheme.yaml'), TABLE.replace('waiting-zone', 'waiting-room'));
    const read = await openSettings({ pack: [broken], asOf: '2024-05-01', scheme: 'default' });
    expect(read.ok).toBe(true);
    const { library } = succeed(read);
    const found = await library.pack(broken);
    expect(found.ok ? [] : found.problems.map(problem => problemLine(problem, 'zh'))).toEqual([
      expect.stringMatching(/scheme\.yaml:22.*waiting-room/u),
    ]);
  });

  it('is prepared with its pack', async () => {
    const rules = newFolder();
    for (const part of ['vocabulary', 'schemes'])
      cpSync(join(ROOT, 'rules', part), join(rules, part), { recursive: true });
    cpSync(pack(), join(rules, 'qingyuan-2024'), { recursive: true });
    const { files, problems } = await prepareLibrary(rules);
    expect(problems).toEqual([]);
    const prepared = newFolder();
    mkdirSync(prepared, { recursive: true });
    for (const [name, content] of Object.entries(files)) put(prepared, name, JSON.stringify(content));
    const [made, source] = [preparedLibrary(prepared), folderLibrary(rules)];
    const [read, wanted] = [await made.pack('qingyuan-2024'), await source.pack('qingyuan-2024')];
    expect(succeed(read).scheme).toEqual(succeed(wanted).scheme);
    expect(succeed(read).vocabulary.fact.has('qingyuan.handled')).toBe(true);
    expect(await made.summaries()).toEqual(await source.summaries());
    expect((await made.summaries())[0]?.passes).toBe(1);
  });
});
