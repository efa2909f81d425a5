import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { roundsCommand } from '../../src/cli/compare/rounds.ts';
import { newFolder, put } from '../support/folders.ts';
import { run } from '../support/tool.ts';

const HEAD = '名称,县区,乡镇';

const TABLE = `
kind: table
id: yearly
title: { zh: 年度考核表, en: Yearly table }
total: 20
places: 1
rounding: half_up
floor: 0
cap: 22
item_floor: 0
evidence: { undeclared: open }
vocabulary:
  - theme: yearly
    label: { zh: 考核数据, en: Figures }
    facts:
      yearly.late: { label: { zh: 迟到人次, en: Late }, type: count, counter: { zh: 人次, en: times }, plausible: [0, 99] }
      yearly.tidy: { label: { zh: 场院整洁, en: Tidy }, type: yes_no }
      yearly.praised: { label: { zh: 获得表彰, en: Praised }, type: yes_no }
sections:
  - id: main
    title: { zh: 考核, en: Main }
    points: 20
    items:
      - { id: late, clause: "1", title: { zh: 迟到, en: Late }, points: 10, deduct: { each: 迟到人次, points: 1.5 } }
      - { id: tidy, clause: "2", title: { zh: 整洁, en: Tidy }, points: 10, deduct: { points: 4, if: { 场院整洁: no } } }
  - id: bonus
    title: { zh: 加分, en: Bonus }
    points: 2
    outside_total: yes
    items: [{ id: praised, clause: "3", title: { zh: 表彰, en: Praised }, points: 2, award: { points: 2, if: { 获得表彰: yes } } }]
grades:
  - { id: good, label: { zh: 合格, en: Good }, at_least: 12 }
  - { id: poor, label: { zh: 不合格, en: Poor } }
history:
  repeat: { factor: 2 }
  bad_running: { grades: [poor], rounds: 2, consequence: { zh: 约谈, en: Summoned } }
  together: average
`;

const village = (name: string, facts: object): string =>
  JSON.stringify({ 便民服务中心名称: name, 县区: '衡阳市', 级别: '村', ...facts });

const YEARS = {
  '2024': [
    village('甲村', { 迟到人次: 2, 场院整洁: '否', 获得表彰: '否' }), // 20 − 3 − 4 = 13
    village('乙村', { 迟到人次: 6, 场院整洁: '是', 获得表彰: '否' }), // 20 − 9 = 11
    village('丙村', { 迟到人次: 0, 场院整洁: '是', 获得表彰: '是' }),
  ],
  '2025': [
    village('乙村', { 迟到人次: 5, 场院整洁: '否', 获得表彰: '否' }), // 20 − 7.5 − 4 = 8.5
    village('甲村', { 迟到人次: 1, 场院整洁: '否', 获得表彰: '是' }), // 20 − 1.5 − 4 + 2 = 16.5
    village('丁村', { 场院整洁: '是', 获得表彰: '否' }), // 10 .. 20
  ],
} as const;

let folder = '';

const rounds = async (...words: readonly string[]) => run(['rounds', ...words], { cwd: folder });

beforeAll(async () => {
  folder = newFolder();
  put(folder, '评分表.yaml', TABLE);
  for (const [year, lines] of Object.entries(YEARS)) {
    put(folder, `${year}.jsonl`, `${lines.join('\n')}\n`);
    await run(
      [
        ...['batch', `${year}.jsonl`, '-o', year, '--pack', 'hengyang', '--scheme', '评分表.yaml'],
        ...['--as-of', `${year}-12-01`, '--no-config'],
      ],
      { cwd: folder },
    );
  }
});

describe('several rounds', () => {
  it('are added up, with what is lost again, as by hand', async () => {
    const { out, code } = await rounds('2025', '2024', '--scheme', '评分表.yaml', '-o', 'csv');
    expect(code).toBe(0);
    const rule = '连续 2 轮不合格：约谈';
    expect(out.split('\r\n')).toEqual([
      `\uFEFF${HEAD},2024 得分,2024 等次,2025 得分,2025 等次,各轮平均,重复失分项数,重复失分项,重复加扣,加扣后得分,${rule}`,
      // 迟到再扣 1.5，整洁再扣 4：16.5 − 5.5 = 11；平均 (13 + 16.5) ÷ 2 = 14.75，四舍五入 14.8
      '甲村,衡阳市,,13,合格,16.5,合格,14.8,2,迟到（连续 2 轮）、整洁（连续 2 轮）,5.5,11,否',
      // 迟到已扣 7.5，10 分里只剩 2.5 可扣；整洁上一轮没扣：8.5 − 2.5 = 6；平均 9.75 → 9.8
      '乙村,衡阳市,,11,不合格,8.5,不合格,9.8,1,迟到（连续 2 轮）,2.5,6,是',
      '丙村,衡阳市,,22,合格,,,22,0,,,,否',
      '丁村,衡阳市,,,,10—20,合格或不合格,10—20,0,,0,10—20,否',
      '',
    ]);
  });

  it('come as a workbook, as JSON and on the terminal', async () => {
    const { out } = await rounds(
      '2024',
      '2025',
      '--scheme',
      '评分表.yaml',
      '-o',
      '各轮.xlsx',
      '-o',
      'json',
      '-o',
      'terminal',
    );
    expect(readFileSync(join(folder, '各轮.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(out).toContain('"badRunning": "met"');
    expect(out).toContain('加扣  2.5 分，加扣后 6 分');
    expect(out).toContain('后果  连续 2 轮不合格：约谈');
    const { out: one } = await rounds('2024', '2025', '--scheme', '评分表.yaml', '--center', '甲村');
    expect(one).not.toContain('乙村');
  });

  it('know the scheme from the texts of the latest, and say what is no result', async () => {
    expect(await rounds('2024', '2025')).toMatchObject({ code: 0, err: '' });
    put(folder, '另表.yaml', TABLE.replace('id: yearly', 'id: other'));
    const other = await Promise.all(
      ['zh', 'en'].map(lang => rounds('2024', '2025', '--scheme', '另表.yaml', '--lang', lang)),
    );
    expect(other.map(({ err }) => err.split('\n')[0])).toEqual([
      '“2024”是用计分方案“yearly”评的，不是“other”：项目只按编号对应，合计仅供参考',
      '"2024" was scored by yearly, not other: rows are matched by their ids only, sums are for orientation',
    ]);
    expect((await rounds('2024.jsonl', '2025', '--scheme', '评分表.yaml')).code).toBe(3);
    expect((await rounds('2024', '-o', 'pdf')).code).toBe(64);
  });

  it('of points by obligation tell which rules fail again', async () => {
    const words: string[] = [];
    const terminal = {
      out: (text: string | Uint8Array) => words.push(String(text)),
      err: () => undefined,
      columns: 100,
      color: false,
      isTTY: false,
    };
    put(folder, '简.jsonl', `${[village('甲村', {}), village('乙村', {})].join('\n')}\n`);
    for (const year of ['2024', '2025'])
      await run(
        ['batch', '简.jsonl', '-o', `简${year}`, '--pack', 'hengyang', '--as-of', `${year}-12-01`, '--no-config'],
        { cwd: folder },
      );
    const code = await roundsCommand(
      [join(folder, '简2024'), join(folder, '简2025')],
      { lang: 'en', output: ['json'] },
      terminal,
    );
    expect(code).toBe(0);
    expect(JSON.parse(words.join(''))).toMatchObject({
      scheme: { id: 'default' },
      centres: [{ rounds: [{}, {}] }, {}],
    });
  });
});
