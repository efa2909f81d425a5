import { describe, expect, it } from 'vitest';
import type { Center } from '../../src/model/profile/profile.ts';
import type { FrameSummary, NearMiss } from '../../src/model/result/summary.ts';
import { subjectOf } from '../../src/tell/audit/subject.ts';
import { verdict } from '../../src/tell/audit/verdict.ts';
import { lackingList, missingFacts, missingList } from '../../src/tell/summary/missing.ts';
import { nearList } from '../../src/tell/summary/near.ts';
import { type Part, partsOf, select, standardColumn, unheld, whereOf } from '../../src/tell/summary/part.ts';
import { rankingList } from '../../src/tell/summary/ranking.ts';
import { sampleSummary } from '../support/batches.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';

const partOf = (centres: number, change: Partial<FrameSummary> = {}): Part => {
  const summary = sampleSummary(centres);
  const [part] = partsOf({ ...summary, frames: summary.frames.map(frame => ({ ...frame, ...change })) }, 'zh');
  if (part === undefined) throw new Error('a summary without a part');
  return part;
};

const unranked = ({ rank: _, ...center }: Part['centers'][number]): Part['centers'][number] => center;

const ranks = (centres: Part['centers']): readonly (number | undefined)[] => centres.map(({ rank }) => rank);

describe('centres of a part', () => {
  it.each<[centres: number, most: number, top: number, bottom: number, left: number]>([
    [1, 20, 1, 0, 0],
    [5, 5, 5, 0, 0],
    [6, 5, 3, 2, 1],
    [9, 4, 2, 2, 5],
    [9, 1, 1, 0, 8],
  ])('of %i with room for %i are the best %i and the worst %i, and %i are left', (centres, most, top, bottom, left) => {
    const part = partOf(centres);
    const found = select(part, most);
    expect(found.top).toEqual(part.centers.slice(0, top));
    expect(found.bottom).toEqual(bottom === 0 ? [] : part.centers.slice(-bottom));
    expect(found.left).toBe(left);
  });

  it('stand by rank, those without one last', () => {
    const frames = sampleSummary(6).frames.map(frame => ({
      ...frame,
      centers: frame.centers.toReversed().map((center, at) => (at === 0 ? unranked(center) : center)),
    }));
    const [part] = partsOf({ ...sampleSummary(6), frames }, 'zh');
    const found = ranks(part?.centers ?? []);
    expect(found.at(-1)).toBeUndefined();
    expect(found.slice(0, -1)).toEqual(found.slice(0, -1).toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });

  it('are counted by their counties, and all that are not held are left', () => {
    expect([partOf(4).counties, partOf(4, { centers: [] }).counties]).toEqual([1, 0]);
    expect(select(partOf(4, { centers: [] }), 3)).toEqual({ top: [], bottom: [], left: 4 });
  });

  it.each<[centers: FrameSummary['centers'] | undefined, said: string]>([
    [undefined, ''],
    [[], '中心太多的标准不在这里逐个列出，见 results.jsonl。'],
  ])('held or not, it is said', (centers, said) => {
    expect(unheld([partOf(3, centers && { centers })], 'zh')).toBe(said);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('of several standards (%s) have a column for it', (several, columns) => {
    expect(standardColumn(several)).toHaveLength(columns);
  });

  it.each<[Center, counties: number, where: string]>([
    [{ name: '甲镇中心', county: '青县', township: '甲镇' }, 1, ''],
    [{ name: '甲镇中心', county: '青县', township: '甲镇' }, 2, '青县'],
    [{ name: '便民中心', county: '青县', township: '甲镇' }, 1, '甲镇'],
    [{ name: '便民中心', county: '青县', township: '甲镇' }, 2, '青县 甲镇'],
    [{ township: '甲镇', county: '青县' }, 2, '青县'],
    [{}, 2, ''],
  ])('%j among %i counties: %j', (center, counties, where) => {
    expect(whereOf({ level: 'township', ...center } as Center, counties)).toBe(where);
  });
});

const alone = (part: Part): Part => ({
  ...part,
  summary: { ...part.summary, frame: { ...part.summary.frame, rules: [] } },
});

const texts = (part: Part) => missingList([part], 'zh').items;

describe('what centres left out', () => {
  it('is numbered from one, with the first five of its centres', () => {
    const part = partOf(24);
    const items = texts(part);
    expect(items.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1));
    for (const { label, count, names } of items) {
      const fact = part.summary.frame.facts.findIndex(known => known.label.zh === label);
      const lacking = part.centers.filter(({ row }) => row.missing.includes(fact));
      expect(count).toBe(lacking.length);
      expect(names).toEqual(lacking.slice(0, 5).map(({ row }) => row.center.name));
    }
    expect(Math.max(...items.map(({ count }) => count))).toBeGreaterThan(5);
  });

  it('is nothing where no centre left out anything', () => {
    const whole = partOf(3, { missing: [] });
    expect([missingFacts(whole), texts(whole)]).toEqual([undefined, []]);
  });

  it('is a chapter as soon as one did', () => {
    const part = partOf(1);
    expect(part.summary.missing.length).toBeGreaterThan(0);
    expect(missingFacts(part)?.name).toBe('missing');
  });

  it.each<[string, Part, RegExp, RegExp]>([
    ['clauses where rules ask', partOf(2), /条款/u, /评分项/u],
    ['rows of a scorecard alone', alone(partOf(2)), /评分项/u, /条款/u],
  ])('speaks of %s', (_, part, said, unsaid) => {
    for (const { note } of [missingList([part], 'zh'), lackingList([part], 'zh')]) {
      expect(note).toMatch(said);
      expect(note).not.toMatch(unsaid);
    }
    const english = [missingList([part], 'en'), lackingList([part], 'en')].map(({ note }) => note);
    expect(english.map(note => /clause/u.test(note))).toEqual(english.map(() => said.source === '条款'));
  });

  it('is told centre by centre of those that did, however little', () => {
    const part = partOf(4);
    const frames = part.centers.map((center, at) => ({
      ...center,
      row: { ...center.row, missing: center.row.missing.slice(0, at) },
    }));
    const counted = lackingList([{ ...part, centers: frames }], 'zh').items.map(
      ({ center }) => center.row.missing.length,
    );
    expect(counted).toEqual(frames.map(({ row }) => row.missing.length).filter(count => count > 0));
    expect(counted).toContain(1);
  });
});

describe('a verdict', () => {
  const kinds = (change: object): readonly string[] =>
    verdict(subjectOf({ ...sampleAudit(), ...change }, PLAIN)).blocks.map(({ kind }) => kind);

  it.each<[string, object, readonly string[]]>([
    ['of findings has their counts', {}, ['ruling', 'figures', 'score-bar', 'paragraph', 'table', 'paragraph']],
    ['of none has no table', { findings: [] }, ['ruling', 'figures', 'score-bar', 'paragraph', 'paragraph']],
    ['without a score says so', { findings: [], score: undefined }, ['ruling', 'paragraph', 'paragraph']],
  ])('%s', (_, change, expected) => expect(kinds(change)).toEqual(expected));
});

it.each<[centres: number, totals: number]>([
  [0, 0],
  [3, 1],
])('requirements that %i centres fail are summed only where there are centres to read', (centres, totals) => {
  const part = partOf(3);
  const { columns } = rankingList({ ...part, centers: part.centers.slice(0, centres) });
  const musts = columns.filter(({ key }) => key === 'must');
  expect(musts).toHaveLength(1);
  expect(musts.filter(({ total }) => total !== undefined)).toHaveLength(totals);
});

describe('what is missed by little', () => {
  const height: FrameSummary['frame']['facts'] = [
    { id: 'counters.height', label: { zh: '柜台高度', en: 'Counter height' } },
  ] as unknown as FrameSummary['frame']['facts'];

  const cm = (amount: string) => ({ type: 'quantity', amount, unit: 'cm' }) as const;

  it.each<[miss: Partial<NearMiss>, zh: readonly string[], en: readonly string[]]>([
    [
      { item: '2号台', side: 'below', by: cm('2'), limit: cm('80') },
      ['柜台高度（2号台）', '80 厘米', '78 厘米', '2 厘米'],
      ['Counter height (2号台)', '80 cm', '78 cm', '2 cm'],
    ],
    [
      { side: 'above', by: cm('1.5'), limit: cm('80') },
      ['柜台高度（第 2 项）', '80 厘米', '81.5 厘米', '1.5 厘米'],
      ['Counter height (no. 2)', '80 cm', '81.5 cm', '1.5 cm'],
    ],
    [
      { item: '2', side: 'below', by: cm('2'), limit: cm('80') },
      ['柜台高度（第 2 项）', '80 厘米', '78 厘米', '2 厘米'],
      ['Counter height (no. 2)', '80 cm', '78 cm', '2 cm'],
    ],
  ])('names the record, the limit and how far off it is: %j', (miss, ...said) => {
    const part = partOf(1);
    const [center] = part.centers;
    if (center === undefined) throw new Error('a centre');
    const near = [{ rule: 0, fact: 'counters[2].height', ...miss } as NearMiss];
    const frame = { ...part.summary.frame, facts: height };
    for (const [at, lang] of (['zh', 'en'] as const).entries()) {
      const told = nearList(
        [
          {
            ...part,
            lang,
            centers: [{ ...center, row: { ...center.row, near } }],
            summary: { ...part.summary, frame },
          },
        ],
        lang,
      );
      const found = told.items.filter(({ kind }) => kind === 'requirement');
      expect(found.map(({ fact, limit, actual, gap }) => [fact, limit, actual, gap])).toEqual([said[at]]);
    }
  });

  it('has the closest first', () => {
    const part = partOf(1);
    const [center] = part.centers;
    if (center === undefined) throw new Error('a centre');
    const near = (['7', '1', '3'] as const).map(
      by => ({ rule: 0, fact: 'hall', side: 'below', by: cm(by), limit: cm('80') }) as NearMiss,
    );
    const { items } = nearList([{ ...part, centers: [{ ...center, row: { ...center.row, near } }] }], 'zh');
    expect(items.filter(({ kind }) => kind === 'requirement').map(({ gap }) => gap)).toEqual([
      '1 厘米',
      '3 厘米',
      '7 厘米',
    ]);
  });
});
