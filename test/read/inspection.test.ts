import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/model/base/location.ts';
import type { Loaded } from '../../src/model/base/problem.ts';
import type { Inspection } from '../../src/model/profile/inspection.ts';
import { rootsOf } from '../../src/read/inspection/file.ts';
import { readInspection } from '../../src/read/inspection/inspection.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { profileOf, succeed } from '../support/inline.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const SCORECARD = scorecardOf(
  `${scorecardHead(30)}sections:
  - id: s
    title: { zh: 分项, en: Section }
    points: 30
    items:
      - { id: rude, clause: 一, title: { zh: 态度, en: Manner }, by: 行政审批局, ${ROWS.rude} }
      - { id: away, clause: 一, title: { zh: 旷工, en: Away }, points: 4, deduct: { each: { tally: 旷工日数, counter: 天, step: 0.5 }, per: 0.5, steps: started, points: 1 } }
      - { id: judged, clause: 二, title: { zh: 评定, en: Judged }, ${ROWS.judged} }
      - { id: chosen, clause: 三, title: { zh: 选项, en: Chosen }, ${ROWS.chosen} }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 20 }, { id: B, label: { zh: 差, en: Poor } }]
`,
  ROW_VOCABULARY,
);

const PROFILE = profileOf(
  `大厅面积: 210
问题清单: [{ 问题名称: 一号, 情节严重: 否 }, { 问题名称: 二号, 情节严重: 否 }]`,
  ROW_VOCABULARY,
);

const CONTEXT = { vocabulary: ROW_VOCABULARY, profile: PROFILE, scheme: { id: 'sample', scorecard: SCORECARD } };

/** The first record of a file. */
const load = async (path: string): Promise<Loaded<Inspection>> => {
  const roots = await rootsOf(path);
  const [first] = roots.ok ? roots.value : [];
  return first === undefined ? (roots as Loaded<never>) : readInspection(first, first.root, CONTEXT);
};

const read = (text: string): Loaded<Inspection> =>
  readInspection({ path: 'check.yaml', sha256: '' }, succeed(readYaml('check.yaml', text)), CONTEXT);

const problemsOf = (text: string): string => {
  const result = read(text);
  return (result.ok ? result.warnings : result.problems).map(problem => problemLine(problem, 'zh')).join('\n');
};

const HEAD = '阶段: 核查\n检查人: 李检查员\n级别: 县级\n';

describe('an inspection record', () => {
  it('names facts, fields of records and entries as the inspector does', () => {
    const record = succeed(
      read(`${HEAD}日期: 2024-11-20
评分表: sample
核查情况:
  - { 填报项: 大厅面积, 申报值: 210, 核查结果: 184平方米, 理由: 激光测距 }
  - { 填报项: 问题清单, 条目: 二号, 栏目: 情节严重, 核查结果: 是, 理由: 群众反映属实, 检查人: 王检查员, 级别: 市级 }
评分情况:
  - { 评分项: rude, 次数: 3人次, 理由: 现场三次 }
  - { 评分栏: 旷工日数, 次数: 1.5天, 理由: 打卡记录 }
  - { 评分栏: judged, 得分: 4.5分, 理由: 整洁 }
  - { 评分栏: chosen, 填写: 差, 理由: 抽查 }
`),
    );
    expect(record).toMatchObject({ stage: 'inspection', date: '2024-11-20', scheme: 'sample' });
    expect(record.changes.map(({ fact, record: item, person, level }) => [fact, item?.key, person, level])).toEqual([
      ['hall.area', undefined, '李检查员', '县级'],
      ['problems.serious', '二号', '王检查员', '市级'],
    ]);
    expect(record.entries.map(({ entry, value, option }) => [entry, value, option])).toEqual([
      ['rude', '3', undefined],
      ['away', '1.5', undefined],
      ['judged', '4.5', undefined],
      ['chosen', '1', 'poor'],
    ]);
  });

  it.each([
    ['a reason', `${HEAD}found: [{ fact: hall.area, value: 184 }]`, '没有写理由'],
    ['of what it is', `${HEAD}entered: [{ 得分: 2, 理由: 看到 }]`, '没有写是哪一项'],
    ['a person', '阶段: 核查\n级别: 县级\nfound: [{ fact: hall.area, value: 184, reason: 测 }]', '没有写检查人'],
    ['a level', '阶段: 核查\n检查人: 李\nfound: [{ fact: hall.area, value: 184, reason: 测 }]', '哪一级'],
    ['a stage', '检查人: 李\n级别: 县级\nfound: [{ fact: hall.area, value: 184, reason: 测 }]', '终审'],
    ['something', HEAD, '没有任何内容'],
  ])('must have %s', (_, text, said) => {
    expect(problemsOf(text)).toContain(said);
  });

  it.each([
    ['a fact that is none', '{ fact: 大厅面机, value: 1, reason: 测 }', '大厅面积'],
    ['a value that is none', '{ fact: hall.area, value: 很大, reason: 测 }', '很大'],
    [
      'a record that is not there',
      '{ fact: 问题清单, record: 九号, field: 情节严重, value: 是, reason: 测 }',
      '没有“九号”',
    ],
    ['a field that is none', '{ fact: 问题清单, record: 一号, field: 情节, value: 是, reason: 测 }', '情节严重'],
    ['an entry that is none', '{ item: rudeness, value: 1, reason: 测 }', 'rude'],
    ['more than there is', '{ item: judged, value: 5.5, reason: 测 }', '0 到 5'],
    ['less than there is', '{ item: judged, value: -1, reason: 测 }', '0 到 5'],
    ['what lies between the steps', '{ item: judged, value: 4.2, reason: 测 }', '0.5 的整数倍'],
    ['half a person', '{ item: rude, value: 1.5, reason: 测 }', '整数倍'],
    ['an option that is none', '{ item: chosen, value: 中, reason: 测 }', '好、差'],
    ['another bureau', '{ item: rude, value: 1, by: 民政局, reason: 测 }', '行政审批局'],
    ['words for a number', '{ item: judged, value: 五分, reason: 测 }', '0–5'],
    ['what another thing is counted in', '{ item: rude, value: 3起, reason: 测 }', '3人次'],
    ['a key that is none', '{ item: judged, value: 5, reason: 测, 备住: x }', '备住'],
  ])('refuses %s, at its line', (_, line, said) => {
    const text = problemsOf(`${HEAD}found:\n  - ${line}`);
    expect(text).toContain(said);
    expect(text).toMatch(/check\.yaml:5:/u);
  });

  it('refuses the same thing twice, and a record of another table', () => {
    const twice = '{ fact: hall.area, value: 184, reason: 测 }';
    expect(problemsOf(`${HEAD}found: [${twice}, ${twice}]`)).toContain('写了两次');
    expect(problemsOf(`${HEAD}评分表: other\nfound: [${twice}]`)).toContain('评分表是“other”');
  });

  it('is told from other things that people hand in', () => {
    expect(problemsOf('大厅面积: 210')).toContain('这不是核查记录');
    expect(problemsOf(`${HEAD}核查日期: 昨天\nfound: [{ fact: hall.area, value: 184, reason: 测 }]`)).toContain(
      '“昨天”',
    );
  });

  it.each([
    ['2026-05-31', '2026-05-31', '2026-06-01'],
    ['2026-06-01', undefined, undefined],
    ['2026-06-02', undefined, undefined],
  ])('of %s is told where the centre declared after it', (day, found, declared) => {
    const on = { type: 'date', value: '2026-06-01' } as const;
    const since = { state: 'declared', value: on, location: PROFILE.root } as const;
    const profile = { ...PROFILE, facts: new Map([...PROFILE.facts, ['center.declared_on', since]]) };
    const text = `${HEAD}核查日期: ${day}\nfound: [{ fact: hall.area, value: 184, reason: 测 }]`;
    const root = succeed(readYaml('r.yaml', text));
    const record = readInspection({ path: 'r.yaml', sha256: '' }, root, { ...CONTEXT, profile });
    const told = record.ok ? record.warnings : [];
    expect(told.map(({ code, ...rest }) => ({ code, ...rest }))).toMatchObject(
      found === undefined ? [] : [{ code: 'older-inspection', found, declared, location: { line: 4 } }],
    );
  });

  it('of a day that is still to come is told', () => {
    const text = (day: string): string =>
      `${HEAD}核查日期: ${day}\nfound: [{ fact: hall.area, value: 184, reason: 测 }]`;
    const on = (day: string) =>
      readInspection({ path: 'r.yaml', sha256: '' }, succeed(readYaml('r.yaml', text(day))), {
        ...CONTEXT,
        today: '2026-11-20',
      });
    expect(on('2026-11-20').ok).toBe(true);
    const late = on('2026-11-21');
    expect(late.ok ? '' : problemLine(late.problems[0], 'zh')).toContain('还没有到');
  });

  it('leaves lines alone that nobody filled in', () => {
    const blank = '{ fact: hall.lift, 申报值: 是, value: , reason: }';
    const record = succeed(read(`${HEAD}found:\n  - ${blank}\n  - { fact: hall.area, value: 184, reason: 测 }`));
    expect(record.changes.map(({ fact }) => fact)).toEqual(['hall.area']);
    expect(problemsOf(`${HEAD}found: [${blank}]`)).toContain('没有任何内容');
  });

  const folder = mkdtempSync(join(tmpdir(), 'inspection-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may be a workbook, with the same cells at fault', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('核查记录');
    sheet.addRow(['便民服务中心现场核查记录']);
    sheet.addRow(['阶段', '核查', '级别', '县级']);
    sheet.addRow(['检查人', '李检查员', '日期', '2024-11-20']);
    sheet.addRow(['序号', '填报项', '条目', '栏目', '申报值', '评分栏', '核查结果', '理由']);
    sheet.addRow([1, '大厅面积', '', '', '210平方米', '', '184平方米', '激光测距']);
    sheet.addRow([2, '', '', '', '', 'rude', 3, '现场三次']);
    sheet.addRow([3, '', '', '', '', 'judged', '', '']);
    const path = join(folder, '核查.xlsx');
    await book.xlsx.writeFile(path);
    const record = succeed(await load(path));
    expect(record.changes.map(({ fact, found }) => [fact, formatLocation(found.location).split(':').at(-1)])).toEqual([
      ['hall.area', '核查记录!G5'],
    ]);
    expect(record.entries.map(({ entry, value, person }) => [entry, value, person])).toEqual([
      ['rude', '3', '李检查员'],
    ]);
    sheet.getCell('G6').value = '三次半';
    await book.xlsx.writeFile(path);
    const bad = await load(path);
    expect(bad.ok ? '' : problemLine(bad.problems[0], 'zh')).toContain('核查记录!');
  });

  const found = async (...rows: readonly (readonly (string | number)[])[]) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('核查记录').addRows(rows.map(row => [...row]));
    const path = join(folder, '样.xlsx');
    await book.xlsx.writeFile(path);
    const read = await load(path);
    const told = (read.ok ? read.warnings : read.problems).map(one => problemLine(one, 'zh').split('核查记录!').at(-1));
    return [read.ok ? read.value.changes.map(({ fact, person }) => [fact, person]) : [], told];
  };

  const WHO = ['检查人员：李检查员', '级别：县级', '核查阶段：核查', '检查时间：2024-11-20'];

  it('goes by the words of others, each beside its name or behind it', async () => {
    const head = ['检查内容', '申报情况', '现场实测', '问题说明', '备注'];
    const rows = [
      ['大厅面积', 210, '184平方米', '激光测距', ''],
      ['有电梯', '是', '属实', '', ''],
    ];
    expect(await found(WHO, head, ...rows)).toEqual([[['hall.area', '李检查员']], []]);
  });

  it('is asked for what it lacks, where it lacks it', async () => {
    const row = ['大厅面积', 210, 184, '测'];
    expect(await found(['核查对象', '甲镇', '检查人', '李某'], ['填报项', '申报值', '看到的', '理由'], row)).toEqual([
      [],
      ['A2: 这里不合要求，应为：填报项 | 评分栏 · 核查结果 · 理由'],
    ]);
    expect(await found(WHO.slice(0, 2), ['填报项', '申报值', '核查结果', '理由'], row)).toEqual([
      [],
      ['A2: “阶段”没有写内容，应为：自评 | 核查 | 终审'],
    ]);
  });

  it.each([
    ['a reason without what was found', '理由', ['', '光线昏暗'], '核查记录!A5: 缺少“核查结果”，必须写'],
    ['a reason without what was counted', '理由', ['rude', '群众反映'], '核查记录!'],
    ['a clause printed beside what nobody looked at', '依据', ['', '二(一)2'], ''],
    ['nothing', '理由', ['', ''], ''],
  ])('asks of a row of a workbook with %s', async (_, why, [entry = '', reason = ''], expected) => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('核查记录');
    sheet.addRow(['阶段', '核查', '级别', '县级']);
    sheet.addRow(['检查人', '李检查员', '日期', '2024-11-20']);
    sheet.addRow(['序号', '填报项', '评分栏', '核查结果', why]);
    sheet.addRow([1, '大厅面积', '', '184平方米', '激光测距']);
    sheet.addRow([2, entry === '' ? '环境整洁' : '', entry, '', reason]);
    const path = join(folder, '核查.xlsx');
    await book.xlsx.writeFile(path);
    const read = await load(path);
    const said = read.ok ? [] : read.problems.map(found => problemLine(found, 'zh'));
    expect(said).toEqual(expected === '' ? [] : [expect.stringContaining(expected)]);
  });

  it('may be a YAML file; other files are refused with what is accepted', async () => {
    const path = join(folder, 'check.yaml');
    writeFileSync(path, `${HEAD}found:\n  - { fact: hall.area, value: 184, reason: 测 }\n`);
    expect(succeed(await load(path)).changes).toHaveLength(1);
    const other = await load(join(folder, 'check.docx'));
    expect(other.ok).toBe(false);
    writeFileSync(join(folder, 'check.docx'), 'x');
    const refused = await load(join(folder, 'check.docx'));
    expect(refused.ok ? '' : problemLine(refused.problems[0], 'zh')).toContain('.xlsx');
  });
});
