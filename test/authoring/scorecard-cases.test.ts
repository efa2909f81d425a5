import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type Card, casesIn, expectedIn } from '../../src/authoring/scorecard/case-file.ts';
import { runCase } from '../../src/authoring/scorecard/cases.ts';
import { type Extremes, extremesOf } from '../../src/authoring/scorecard/extremes.ts';
import { NOBODY, reachOf, weighed } from '../../src/authoring/scorecard/reach.ts';
import { keptFor } from '../../src/model/base/memo.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readCaseSheet } from '../../src/read/scorecard/sheet/cases.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { rowNamed, tellCard } from '../../src/tell/card-guide.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { rowText } from '../../src/words/scoring/row-words.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { succeed } from '../support/inline.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const library = shippedLibrary();
const common = succeed(await library.vocabulary());

const cardOf = async (file: string) => {
  const scheme = succeed(await library.scheme(file));
  const { scorecard } = scheme;
  if (scorecard === undefined) throw new Error('a card');
  return { scheme: { ...scheme, scorecard }, vocabulary: withWords(common, scheme) };
};

const caseFile = (text: string, scheme: Card) => succeed(casesIn(succeed(readYaml('cases.yaml', text)), scheme));

describe.each(['hall', 'monthly', 'star'])('the cases of the worked card %s', name => {
  // In Excel it is the same card: that is held where sheets of cards are.
  it('come to what was reckoned by hand', async () => {
    const { scheme, vocabulary } = await cardOf(`fixtures/schemes/${name}/table.yaml`);
    const cases = caseFile(readFileSync(`fixtures/schemes/${name}/cases.yaml`, 'utf8'), scheme);
    expect(cases.length).toBeGreaterThan(10);
    const ran = cases.map(one => runCase(one, scheme, vocabulary, '2025-01-01'));
    expect(ran.flatMap(({ differences }) => differences)).toEqual([]);
    expect(ran.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
  });
});

it.each([
  ['100', ['100', '100']],
  ['30 + 25 = 55', ['55', '55']],
  ['59 - 5 = 54 .. 67', ['54', '67']],
  ['62～81 分', ['62', '81']],
  ['2 × 2 ÷ 3 ≈ 1.3333 → 1.33', ['1.33', '1.33']],
  ['不清楚', undefined],
  ['-5', ['-5', '-5']],
  ['得3分', ['3', '3']],
  ['1e3', undefined],
  ['1,000', undefined],
  ['5-3', undefined],
])('reads %s as what is expected', (text, expected) => {
  expect(expectedIn(text)).toEqual(expected);
});

const CARD = 'fixtures/scorecards/qingshi.yaml';

it('says where a case comes to something else, and on the sheet of cases at its cell', async () => {
  const { scheme, vocabulary } = await cardOf(CARD);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('算例');
  sheet.addRow(['例子', '办事大厅使用面积', '发生重大安全事故', '服务态度', '应得']);
  sheet.addRow(['面积差一点', '184㎡', '否', 4, '15 - 1 + 4 = 18']);
  sheet.addRow(['没有评', '184㎡', '否', null, '14～19']);
  sheet.addRow(['算错了', '184㎡', '否', 4, 19]);
  const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  const root = await readCaseSheet('c.xlsx', bytes, name => name === '服务态度');
  if (root === undefined) throw new Error('a sheet of cases');
  const cases = succeed(casesIn(succeed(root), scheme));
  const ran = cases.map(one => runCase(one, scheme, vocabulary, '2025-06-01').differences);
  expect(ran.map(found => found.length)).toEqual([0, 0, 1]);
  expect(ran[2]?.[0]).toMatchObject({ expected: '19', actual: '18', location: { sheet: '算例', cell: 'A4' } });
});

it('says at its row on the sheet of cases that nothing is expected, and passes over what only has a name', async () => {
  const { scheme } = await cardOf(CARD);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('算例');
  sheet.addRow(['例子', '办事大厅使用面积', '应得', '等次']);
  sheet.addRow(['忘了写', '184㎡']);
  sheet.addRow(['以上由评审组手算']);
  sheet.addRow(['写成字', '184㎡', '十八']);
  const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  const root = await readCaseSheet('c.xlsx', bytes, () => false);
  const read = root && casesIn(succeed(root), scheme);
  const said = read?.ok === false ? read.problems.map(found => problemLine(found, 'zh')) : [];
  expect(said).toEqual([
    expect.stringMatching(/^c\.xlsx.*算例!C4: .*十八/u),
    expect.stringMatching(/^c\.xlsx.*算例!A2: .*应得/u),
  ]);
});

it('tells a row in a plain line beside the words of the bureau', async () => {
  const { scheme, vocabulary } = await cardOf('fixtures/schemes/hall/table.yaml');
  const line = (name: string): string => {
    const row = rowNamed(scheme.scorecard, name);
    return row === undefined ? '' : rowText(row, { vocabulary, lang: 'zh' });
  };
  expect(line('hall-area')).toBe(
    '从 5 分起；办事大厅使用面积比 200㎡ 少的部分，每 10 ㎡扣 0.5 分（不足一档按一档）；扣到 0 分为止',
  );
  expect(line('三（5）')).toContain('取最高');
  expect(line('在岗情况')).toBe('从 5 分起；脱岗空岗，每 1 人次扣 0.5 分，超过 3 的部分每次按 1 分；扣到 0 分为止');
  const told = tellCard(scheme, vocabulary, { reach: reachOf(scheme.scorecard), passed: [], file: '' }, 'zh');
  expect(told.chapters.map(({ title }) => title)).toContain('场所设施（30 分）');
  for (const form of scheme.scorecard.forms)
    for (const { items } of form.sections)
      for (const item of items)
        for (const lang of ['zh', 'en'] as const)
          expect(rowText(item, { vocabulary, lang })).not.toMatch(/undefined|\[object/u);
});

const MONTHLY = 'fixtures/schemes/monthly/table.yaml';

/** Of the monthly card a row on each list, without end, and beyond the total: each answer to each question is weighed. */
const SHORT = [
  'truancy',
  'private-leave',
  'off-post',
  'dress',
  'overdue',
  'returned',
  'refused',
  'found',
  'emergency',
  'breaches',
  'innovation',
];

const shortCard = async () => {
  const { scheme, vocabulary } = await cardOf(MONTHLY);
  const { scorecard } = scheme;
  const [form] = scorecard.forms;
  const sections = form.sections.flatMap(section => {
    const [first, ...more] = section.items.filter(({ id }) => SHORT.includes(id));
    return first === undefined ? [] : [{ ...section, items: [first, ...more] as const }];
  });
  const [first, ...more] = sections;
  if (first === undefined) throw new Error('no section');
  const entries = scorecard.entries.filter(({ item }) => SHORT.includes(item));
  const forms = [{ ...form, sections: [first, ...more] as const }] as const;
  return { scheme: { ...scheme, scorecard: { ...scorecard, forms, entries } }, vocabulary };
};

/** What a search found of a card is looked at by several. */
const extremes = keptFor(
  ({ scheme, vocabulary }: Awaited<ReturnType<typeof cardOf>>): Extremes =>
    extremesOf(scheme.scorecard, vocabulary, '2024-06-01'),
);

const short = await shortCard();

it.each([
  ['the monthly card in short', short, ['-290', '-270'], ['280', '300']],
  ['the star card', await cardOf('fixtures/schemes/star/table.yaml'), ['0', '8'], ['50', '65']],
  ['the card of Qingshi', await cardOf(CARD), ['0', '0'], ['20', '20']],
])('proposes what it takes for the most and for the least of %s, as it reckons it', (_, card, worst, best) => {
  const { scheme } = card;
  const { low, high } = extremes(card);
  const [least, most] = reachOf(scheme.scorecard).map(Number);
  expect(Number(low.low)).toBeGreaterThanOrEqual(least ?? 0);
  expect(Number(high.high)).toBeLessThanOrEqual(most ?? 0);
  expect([low.low, low.high, high.low, high.high]).toEqual([...worst, ...best]);
  for (const { facts, entered, low: from, high: to } of [low, high]) {
    const found = weighed(scheme.scorecard, { ...NOBODY, facts }, entered, '2024-06-01');
    expect([found.low.points, found.high.points]).toEqual([from, to]);
  }
});

const TALLIED = scorecardOf(
  `${scorecardHead(30)}sections:
  - { id: s, title: 分项, points: 30, items: [
      { id: late, clause: 一, title: 超期, points: 30, deduct: { each: { tally: 超期天数, counter: { zh: 天, en: days } }, points: 2 } } ] }
grades: [{ id: best, label: 优秀, at_least: 20 }, { id: poor, label: 一般 }]
vetoes: [{ id: tidy, title: 脏乱, if: { 环境整洁: no }, effect: bar_award }]
`,
  ROW_VOCABULARY,
);

it('counts as far as a row can fall, and has no veto in the best case', () => {
  const { low, high } = extremesOf(TALLIED, ROW_VOCABULARY, '2024-06-01');
  expect([low.low, low.high, low.entered.map(({ value }) => value)]).toEqual(['0', '0', ['16']]);
  expect(
    [high.high, ...high.facts.values()].map(one =>
      typeof one === 'string' ? one : one.state === 'declared' && one.value,
    ),
  ).toEqual(['30', { type: 'yes_no', value: true }]);
});

it('tries an answer at the figures of the rows that ask for it', () => {
  const card = scorecardOf(
    `${scorecardHead(10)}sections:
  - { id: s, title: 分项, points: 10, items: [
      { id: rate, clause: 一, title: 满意率, points: 5, award: { tiers: hall.rate, bands: [{ more_than: 61%, points: 0 }, { between: [37%, 61%], points: 5 }, { less_than: 37%, points: 1 }] } },
      { id: windows, clause: 二, title: 窗口, points: 5, award: { tiers: hall.windows, bands: [{ more_than: 7, points: 0 }, { between: [3, 7], points: 5 }, { less_than: 3, points: 1 }] } } ] }
grades: [{ id: best, label: 优秀, at_least: 8 }, { id: poor, label: 一般 }]
`,
    ROW_VOCABULARY,
  );
  const { low, high } = extremesOf(card, ROW_VOCABULARY, '2024-06-01');
  expect([low.low, low.high, high.low, high.high]).toEqual(['0', '0', '10', '10']);
});

it('proposes the worst records of a list, and leaves next to nothing open', () => {
  const { low } = extremes(short);
  expect(Number(low.high) - Number(low.low)).toBeLessThan(50);
  const kinds = ['problems', 'leaves'].map(id => {
    const fact = low.facts.get(id);
    const items = fact?.state === 'declared' && fact.value.type === 'records' ? fact.value.items : [];
    return [items.length > 0, new Set(items.map(({ key }) => key)).size === items.length, items[0]?.facts.size];
  });
  expect(kinds).toEqual([
    [true, true, 3],
    [true, true, 3],
  ]);
});

it('proposes the full marks and the nought of a card of plain facts, and the least without a veto', async () => {
  const { scheme, vocabulary } = await cardOf(CARD);
  const { low, high, plain } = extremesOf(scheme.scorecard, vocabulary, '2024-06-01');
  expect([high.low, high.high, low.low, low.high]).toEqual(['20', '20', '0', '0']);
  expect([plain?.low, plain?.high]).toEqual(['5', '5']);
});

it('refuses a sheet of cases that does not say what it shows, and a file that is no workbook', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('算例');
  sheet.addRow(['例子', '办事大厅使用面积', '应得']);
  sheet.addRow(['划掉的', '184㎡', 18]);
  sheet.getCell('B2').font = { strike: true };
  sheet.getCell('C2').value = { formula: '15+3' };
  const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  const codes = async (given: Uint8Array): Promise<readonly string[]> => {
    const root = await readCaseSheet('c.xlsx', given, () => false);
    return root?.ok === false ? root.problems.map(({ code }) => code) : [];
  };
  expect(await codes(bytes)).toEqual(['cell-struck', 'formula-uncached']);
  expect(await codes(new Uint8Array([1, 2, 3]))).toEqual(['workbook-refused']);
});
