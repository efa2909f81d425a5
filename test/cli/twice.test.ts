import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const DAY = ['--as-of', '2026-05-20', '--no-config'] as const;
const FORM = 'fixtures/ci/submissions/hetan.yaml';

const folder = newFolder();
const at = (name: string): string => join(folder, name);

const CARD = `kind: scorecard
id: qingshi
title: 青石县考评表（样例）
standard: { counties: [青石县], levels: [township], in_force: { from: 2025-01-01 } }
total: 10
places: 0
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
sections:
  - id: place
    title: 场所服务
    points: 10
    items: [{ id: away, clause: "1", title: 在岗, points: 10, deduct: { each: { tally: 脱岗, counter: 人次 }, points: 1 } }]
`;
const RECORD = (count: number): string =>
  `阶段: 核查\n日期: 2026-03-01\n检查人: 李检查员\n级别: 县级\n中心: 青石镇便民服务中心\n核查情况: [{ 理由: 现场, 评分栏: 脱岗, 数值: ${count} }]\n`;

put(folder, '评分表.yaml', CARD);
put(folder, '申报.yaml', '基本信息: { 名称: 青石镇便民服务中心, 县区: 青石县, 级别: 乡镇 }\n');
put(folder, '核查/一.yaml', RECORD(3));
put(folder, '核查/三月/二.yaml', RECORD(3));
put(folder, '另册/三月/一.yaml', RECORD(4));
cpSync(FORM, at('表.yaml'));
symlinkSync('表.yaml', at('又名.yaml'));
await inside('audit', FORM, '-p', 'luan-2022', ...DAY, '-o', `json=${at('一.json')}`, '-o', `jsonl=${at('一.jsonl')}`);
mkdirSync(at('副本'));
cpSync(at('一.json'), at('副本/一.json'));
symlinkSync('一.json', at('链接.json'));

const linesIn = (text: string): number => text.split('\n').length;

const scored = (...records: readonly string[]) => {
  const given = records.flatMap(name => ['--inspection', at(name)]);
  return inside('audit', at('申报.yaml'), '--scheme', at('评分表.yaml'), ...DAY, '-o', 'csv', ...given);
};

const changesIn = (csv: string): readonly string[] => csv.match(/脱岗：\S+ → \d+/gu) ?? [];

describe('what is given twice', () => {
  it.each(['一.json', '一.jsonl', '副本/一.json', '链接.json'])('counts once among results: %s', async again => {
    const once = await inside('render', at('一.json'), '-o', 'csv');
    const { code, out, err } = await inside('render', at('一.json'), at(again), '-o', 'csv');
    expect({ code, lines: linesIn(out) }).toEqual({ code: 0, lines: linesIn(once.out) });
    expect(err).toContain(`与 ${at('一.json')}:1:1 内容完全相同，只计一份`);
  });

  it('is one round, in which nothing is lost again', async () => {
    const { code, out, err } = await inside('rounds', at('一.json'), at('一.jsonl'));
    expect({ code, isRepeated: out.includes('连续') }).toEqual({ code: 0, isRepeated: false });
    expect(err).toContain('内容完全相同，只计一份');
  });

  it('is audited once by whatever name', async () => {
    const { out } = await inside('audit', at('表.yaml'), at('又名.yaml'), '-p', 'luan-2022', ...DAY, '-o', 'jsonl');
    expect(linesIn(out)).toBe(2);
  });

  it('is one record, wherever in the folder it lies', async () => {
    const { out, err } = await scored('核查', '核查/一.yaml');
    expect(changesIn(out)).toEqual(['脱岗：未填 → 3']);
    expect(err).toContain(`与 ${at('核查/一.yaml')}:1:1 内容完全相同，只计一份`);
  });

  it('lets nothing go that is another', async () => {
    expect(changesIn((await scored('核查/一.yaml', '另册')).out)).toEqual(['脱岗：未填 → 3', '脱岗：3 → 4']);
  });
});
