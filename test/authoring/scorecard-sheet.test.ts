import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetOfCard } from '../../src/authoring/scorecard/sheet/card.ts';
import { type PlainMap, yamlOf } from '../../src/authoring/scorecard/sheet/plain.ts';
import { type CardBookLine, cardBytes, type HeadBookLine } from '../../src/forms/scorecard/book.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { toPlain } from '../../src/model/base/source.ts';
import type { Scheme } from '../../src/model/scoring/score.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { withWords } from '../../src/read/scorecard/words.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { succeed } from '../support/inline.ts';

const library = shippedLibrary();
const common = succeed(await library.vocabulary());
const FOLDER = 'fixtures/schemes';
const CARDS = ['hall', 'monthly', 'star'];

/** A scheme without the places it was read from, which differ, and without digests. */
const bare = (scheme: Scheme): unknown =>
  JSON.parse(JSON.stringify(scheme, (key, value) => (key === 'location' || key === 'sha256' ? undefined : value)));

const known = new Map<string, ReturnType<typeof openSheet>>();

const sheetOf = (name: string): ReturnType<typeof openSheet> => {
  const sheet = known.get(name) ?? openSheet(name);
  known.set(name, sheet);
  return sheet;
};

const openSheet = async (name: string) => {
  const file = `${FOLDER}/${name}/table.yaml`;
  const scheme = succeed(await library.scheme(file));
  const root = toPlain(succeed(readYaml(file, readFileSync(file, 'utf8')))) as PlainMap;
  return { scheme, root, sheet: sheetOfCard(root, withWords(common, scheme), 'table-rest.yaml') };
};

describe.each(CARDS)('the worked card %s', name => {
  it('is the same card in Excel, which stands beside its YAML as the tool writes it', async () => {
    const { scheme, sheet } = await sheetOf(name);
    expect(bare(succeed(await library.scheme(`${FOLDER}/${name}/table.xlsx`)))).toEqual(bare(scheme));
    expect(readFileSync(`${FOLDER}/${name}/table.xlsx`).equals(cardBytes(sheet.book))).toBe(true);
    expect(readFileSync(`${FOLDER}/${name}/table-rest.yaml`, 'utf8')).toBe(yamlOf(sheet.rest ?? {}));
  });

  it('says most of its rows in the sheet', async () => {
    const { sheet } = await sheetOf(name);
    const rows = sheet.book.lines.filter(({ kind }) => kind === 'item').length;
    const beside = Object.values((sheet.rest?.rows ?? {}) as PlainMap).filter(
      row => typeof row === 'object' && row !== null && ('deduct' in row || 'award' in row),
    ).length;
    expect(beside / rows).toBeLessThan(0.6);
  });
});

it('says in Excel where each band begins and ends, and what each bureau gives', async () => {
  const root = toPlain(
    succeed(
      readYaml(
        'card.yaml',
        `bureaus: { 民政局: 5, 人社局: 7 }
sections: [{ id: s, title: 分项, items: [{ id: r, clause: 一, title: 行, points: 5, award: { tiers: 满意度, bands: [
  { more_than: 95, points: 5 }, { at_least: 90, points: 4 }, { between: [80, 90], points: 3 }, { at_most: 60, points: 1 }, { less_than: 50, points: 0 }, { points: 2 } ] } }] }]
`,
      ),
    ),
  ) as PlainMap;
  const { book } = sheetOfCard(root, common, 'rest.yaml');
  expect(book.lines.flatMap(({ cells }) => cells.amount ?? [])).toEqual([
    '超过95 5；90以上 4；80至90 3；60以下 1；不满50 0；其余 2',
  ]);
  expect(book.head.slice(-3)).toEqual([
    ['部门总分', '民政局', '5'],
    ['部门总分', '人社局', '7'],
    ['补充文件', 'rest.yaml'],
  ]);
});

it('says in Excel of what a card is', async () => {
  const file = 'fixtures/people/card.yaml';
  const scheme = succeed(await library.scheme(file));
  const root = toPlain(succeed(readYaml(file, readFileSync(file, 'utf8')))) as PlainMap;
  const { book, rest } = sheetOfCard(root, withWords(common, scheme), 'rest.yaml');
  expect(book.head).toContainEqual(['考核对象', '人员']);
  const folder = mkdtempSync(join(tmpdir(), 'card-'));
  writeFileSync(join(folder, 'card.xlsx'), cardBytes(book));
  writeFileSync(join(folder, 'rest.yaml'), yamlOf(rest ?? {}));
  expect(bare(succeed(await library.scheme(join(folder, 'card.xlsx'))))).toEqual(bare(scheme));
});

const CARD_LINES: readonly CardBookLine[] = [
  { kind: 'section', cells: { clause: '一', title: '评价', points: '100' } },
  {
    kind: 'item',
    cells: {
      clause: '1',
      title: '评价率',
      points: '70',
      by: '县政务局',
      kind: '得',
      what: '办件评价率',
      unit: '%',
      amount: '按比例',
      who: '自报',
    },
  },
  {
    kind: 'item',
    cells: {
      clause: '2',
      title: '差评',
      points: '30',
      by: '县信访局',
      kind: '扣',
      what: '逾期未整改',
      unit: '件',
      amount: '2',
      who: '检查人数',
    },
  },
];

const headed = async (...lines: readonly HeadBookLine[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'card-'));
  const plain = [
    ['县区', '青石县'],
    ['级别', '乡镇'],
    ['满分', '100'],
    ['小数位', '1'],
    ['尾数', '舍去'],
    ['总分下限', '0'],
    ['每项扣到', '0'],
    ['没有申报的', '待定'],
  ] as const;
  writeFileSync(
    join(folder, 'card.xlsx'),
    cardBytes({ title: '季度考核表', head: [['名称', '季度考核表'], ...plain, ...lines], lines: CARD_LINES, blank: 0 }),
  );
  return library.scheme(join(folder, 'card.xlsx'));
};

describe('the head of a sheet', () => {
  it('grades and vetoes by place, and holds the totals of bureaus', async () => {
    const { scorecard } = succeed(
      await headed(
        ['部门总分', '县政务局', '70'],
        ['部门总分', '县信访局', '30分'],
        ['等次', '优秀', '90，前20%'],
        ['等次', '良好', '90分以上'],
        ['等次', '一般'],
        ['否决', '排名后两位', '直接定为一般'],
      ),
    );
    expect(scorecard?.grades.map(({ id, low, requires }) => [id, low?.at, requires])).toEqual([
      ['优秀', '90', [expect.objectContaining({ if: { end: 'first', through: '20', by: 'percent', among: 'all' } })]],
      ['良好', '90', []],
      ['一般', undefined, []],
    ]);
    expect(scorecard?.vetoes.map(veto => veto.if)).toEqual([{ end: 'last', through: '2', by: 'place', among: 'all' }]);
    expect(scorecard?.bureaus).toEqual([
      { bureau: '县政务局', points: '70' },
      { bureau: '县信访局', points: '30' },
    ]);
  });

  it('refuses totals that its rows do not come to, and a place that it cannot read', async () => {
    const told = await headed(['部门总分', '县政务局', '60'], ['等次', '一般'], ['否决', '排名靠后', '取消评优']);
    expect(
      told.ok ? [] : told.problems.map(({ code, location }) => [code, 'cell' in location && location.cell]),
    ).toEqual([['bad-scorecard', 'B13']]);
    const sums = await headed(['部门总分', '县政务局', '60']);
    expect(sums.ok ? '' : problemLine(sums.problems[0] as Problem, 'zh')).toContain('加起来是 70 分');
  });
});
