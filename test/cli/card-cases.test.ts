import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';
import { inside } from '../support/inside.ts';
import { scorecardHead } from '../support/scorecard.ts';

const CARD = `${scorecardHead(10)}sections: [{ id: s, title: 分项, points: 10, items: [{ id: row, clause: 一, title: 敞开, points: 10, deduct: { points: 4, if: { hall.open_plan: no } } }] }]
grades: [{ id: best, label: 优秀, at_least: 8 }, { id: poor, label: 一般 }]
`;

const folder = newFolder();
const card = join(folder, 'card.yaml');
writeFileSync(card, CARD);

/** Cases beside a scorecard, what running them ends with, and what it says last. */
it.each<[name: string, cases: string, code: number, said: RegExp]>([
  [
    'one that agrees',
    'cases: [{ title: 甲, facts: { 敞开式办公: 否 }, total: 6 }]',
    0,
    /1 个算例，1 个相符，0 个不符\n$/u,
  ],
  [
    'two, of which one differs',
    'cases: [{ title: 甲, facts: { 敞开式办公: 否 }, total: 6 }, { title: 乙, facts: { 敞开式办公: 是 }, total: 6 }]',
    1,
    /× 乙：手算 6，工具 10（.*cases\.yaml 第 1 行第 54 列）\n2 个算例，1 个相符，1 个不符\n$/u,
  ],
  [
    'one that differs on a row',
    'cases: [{ title: 甲, facts: { 敞开式办公: 否 }, total: 6, rows: { row: 7 } }]',
    1,
    /× 甲 · (?:敞开|row).*：手算 7，工具 6/u,
  ],
  ['one that leaves a fact open', 'cases: [{ title: 甲, facts: { 县区: 罗山县 }, total: 6～10 }]', 0, /1 个相符/u],
  ['none', 'cases: []', 0, /没有算例/u],
  ['a fact nobody knows', 'cases: [{ title: 甲, facts: { 天马行空: 否 }, total: 6 }]', 3, /天马行空/u],
  ['a list where cases should be', '[{ title: 甲 }]', 3, /cases\.yaml:1:1: .*应为：几个内容/u],
  ['one of whom nothing is known', 'cases: [{ title: 甲, facts: {}, total: 6～10 }]', 0, /1 个相符/u],
  [
    'what all expect of a row',
    'base: { rows: { row: 7 } }\ncases: [{ facts: { 敞开式办公: 否 } }]',
    1,
    /× 1 · row.*：手算 7，工具 6/u,
  ],
  [
    'what all expect of a row, but for one',
    'base: { rows: { row: 7 } }\ncases: [{ facts: { 敞开式办公: 否 }, rows: { row: null }, total: 6 }]',
    0,
    /1 个相符/u,
  ],
  ['a row that is to be left out and counts', 'cases: [{ rows: { 敞开: 不计入 } }]', 1, /手算 不计入，工具 6～10/u],
  ['an award that is open', 'cases: [{ award: barred }]', 1, /手算 barred，工具 eligible/u],
  ['somebody who is charged nothing', 'cases: [{ charges: { 民政科: 1 } }]', 1, /× 1 · 民政科：手算 1，工具 0/u],
  ['a grade that there is not', 'cases: [{ grade: 头等 }]', 3, /cases\.yaml:1:9: .*头等/u],
  ['a grade that is another', 'cases: [{ facts: { 敞开式办公: 是 }, grade: 一般 }]', 1, /手算 一般，工具 优秀/u],
  ['a row that there is not', 'cases: [{ rows: { rwo: 3 } }]', 3, /cases\.yaml:1:24: .*rwo.*row/u],
  ['a key that is written wrongly', 'cases: [{ totals: 3 }]', 3, /cases\.yaml:1:11: .*totals.*total/u],
  ['nothing that is expected', 'cases: [{ title: 甲, facts: { 敞开式办公: 否 } }]', 3, /cases\.yaml:1:9: .*total/u],
  ['a figure in words', 'cases: [{ total: 五十 }]', 3, /cases\.yaml:1:18: .*五十.*30 \+ 25 = 55/u],
  ['a word where a case should be', 'cases: [三]', 3, /cases\.yaml:1:9: .*三/u],
  ['a day that is none', 'cases: [{ total: 6～10, as_of: 六月 }]', 3, /cases\.yaml:1:31: .*六月/u],
  ['what is no YAML', 'cases: [', 3, /cases\.yaml:\d+:\d+: /u],
])('cases with %s', async (_, cases, code, said) => {
  writeFileSync(join(folder, 'cases.yaml'), `${cases}\n`);
  const found = await inside('scorecards', 'test', card);
  expect([found.code, found.out + found.err]).toEqual([code, expect.stringMatching(said)]);
});

it('tells what can be reached', async () => {
  writeFileSync(join(folder, 'cases.yaml'), 'cases: []\n');
  expect((await inside('scorecards', 'test', card)).out).toContain('可得 6 至 10，满分 10');
});
