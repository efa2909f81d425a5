import { describe, expect, it } from 'vitest';
import type { FrameSummary, Summary } from '../../src/model/result/summary.ts';
import type { RejectedProblem } from '../../src/tell/summary/absent.ts';
import { sampleRows, sampleSummary, summaryPage } from '../support/batches.ts';
import { all, type Element, parsed, rowsOf, select, skeleton, textOf, trimmed } from '../support/markup.ts';
import {
  expectHeadingsInOrder,
  expectLandmarks,
  expectReferencesToHold,
  expectSelfContained,
  HOSTILE,
  HOSTILE_SHOWN,
} from '../support/pages.ts';

const only = ({ frames: [frame, ...others] }: Summary): FrameSummary => {
  if (frame === undefined || others.length > 0) throw new Error('not one frame');
  return frame;
};

const tableOf = (page: Element, name: string): Element => select(page, `.${name}`)[0] as Element;

const rejection = (number: number): RejectedProblem => ({
  kind: 'rejected',
  file: `坏${number}.yaml`,
  code: 'empty-file',
  message: { zh: '文件是空的', en: 'the file is empty' },
  location: { file: `坏${number}.yaml`, line: 1, column: 1 },
});

const ROSTER: NonNullable<Summary['roster']> = {
  expected: 62,
  missing: [
    { center: { township: '迟到乡' }, location: { file: 'roster.txt', line: 1, column: 1 }, state: 'not-submitted' },
    {
      center: { township: '破损乡' },
      location: { file: 'roster.txt', line: 2, column: 1 },
      state: 'rejected',
      arrived: { file: '破损.xlsx', line: 1, column: 1 },
    },
  ],
  unlisted: [{ center: { name: '外来站' }, location: { file: 'x.yaml', line: 1, column: 1 } }],
  unclaimed: [{ file: '无名.xlsx', line: 1, column: 1 }],
};

/** The same rows under a second standard. */
const twoFrames = (summary: Summary): Summary => {
  const frame = only(summary);
  const other = { ...frame.frame, id: 'other/village', level: 'village' as const };
  return { ...summary, frames: [frame, { ...frame, frame: other }] };
};

describe('the summary page', () => {
  it.each(['zh', 'en'] as const)('is well built (%s)', lang => {
    const summary = sampleSummary(30);
    const rejected = { problems: [rejection(1)], total: 1 };
    for (const each of [summary, twoFrames(summary), { ...summary, roster: ROSTER }, { ...summary, frames: [] }]) {
      const text = summaryPage(each, { lang, rejected, pageOf: ({ center }) => `centers/${center.name}.html` });
      const page = parsed(text);
      expectLandmarks(page);
      expectHeadingsInOrder(page);
      expectReferencesToHold(page);
      expectSelfContained(page, text);
    }
  });

  it('is the same to the byte each time', () => {
    expect(summaryPage(sampleSummary(40))).toBe(summaryPage(sampleSummary(40)));
  });

  it('ranks with ties, best first', () => {
    const summary = sampleSummary(30);
    const rows = rowsOf(tableOf(parsed(summaryPage(summary)), 'ranking'));
    expect(rows).toHaveLength(30);
    const scores = rows.map(row => Number(row[2]));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { row, rank, tied, counts, mustFailures } of only(summary).centers) {
      const found = rows.find(([, name]) => name === row.center.name) ?? [];
      expect(found[0]).toBe(tied ? `${rank} 并列` : String(rank));
      expect(found.slice(2, 4).map(Number)).toEqual([Number(row.score?.low), Number(row.score?.high)]);
      expect(found.slice(7).map(Number)).toEqual([
        counts.pass,
        counts.fail,
        counts.unknown,
        counts['not-applicable'],
        mustFailures.length,
      ]);
    }
  });

  it('draws every centre in the distribution, once', () => {
    const page = parsed(summaryPage(sampleSummary(57)));
    const counts = all(tableOf(page, 'histogram')).filter(({ attributes }) => attributes.class === 'count');
    expect(counts.reduce((sum, count) => sum + Number(trimmed(count)), 0)).toBe(57);
    const label = tableOf(page, 'histogram').attributes['aria-label'] ?? '';
    const said = [...label.matchAll(/分 (\d+) 个/gu)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(said).toBe(57);
  });

  it('draws each outcome in its own shape, and says them', () => {
    const { rows, frame } = sampleRows(24);
    const page = parsed(summaryPage(sampleSummary(24)));
    const lines = select(tableOf(page, 'heat-map'), 'tr').filter(row => 'data-item' in row.attributes);
    expect(lines).toHaveLength(24);
    const count = (row: Element, kind: string): number =>
      select(row, `.heat-${kind}`).reduce((sum, { attributes }) => sum + (attributes.d?.match(/M/gu)?.length ?? 0), 0);
    for (const line of lines) {
      const letters = [...(line.attributes['data-o'] ?? '')];
      const of = (letter: string): number => letters.filter(each => each === letter).length;
      expect(letters).toHaveLength(frame.rules.length);
      expect([count(line, 'fail'), count(line, 'unknown'), count(line, 'not-applicable'), count(line, 'pass')]).toEqual(
        ['f', 'u', 'n', 'p'].map(of),
      );
      expect(select(line, '.strip')[0]?.attributes['aria-label']).toContain(`不符合 ${of('f')}`);
    }
    expect(lines.map(line => line.attributes['data-o']).sort()).toEqual(rows.map(({ outcomes }) => outcomes).sort());
  });

  it('lists the most failed clauses first', () => {
    const summary = sampleSummary(24);
    const failed = only(summary).rules.filter(({ counts }) => counts.fail > 0);
    const rows = rowsOf(tableOf(parsed(summaryPage(summary)), 'rules'));
    expect(rows.map(row => Number(row[5]))).toEqual(failed.map(({ counts }) => counts.fail));
    expect(rows[0]?.[1]).toBe(only(summary).frame.rules[failed[0]?.rule ?? 0]?.title.zh);
  });

  it('names what was missed by little, the closest first', () => {
    const summary = sampleSummary(24);
    const [grades, limits] = select(parsed(summaryPage(summary)), '.near');
    const near = only(summary).centers.filter(({ nextGrade }) => nextGrade !== undefined);
    const gaps = rowsOf(grades as Element).map(row => Number(row[4]));
    expect(gaps).toEqual(near.map(({ nextGrade }) => Number(nextGrade?.gap)).toSorted((a, b) => a - b));
    const missed = rowsOf(limits as Element).map(row => row.slice(1));
    expect(missed).toContainEqual(['第二条(一)', '办事大厅使用面积', '200 ㎡', '195 ㎡', '5 ㎡']);
    const sorted = missed.map(([, , limit = '', , gap = '']) => Number.parseFloat(gap) / Number.parseFloat(limit));
    expect(sorted).toEqual(sorted.toSorted((x, y) => x - y));
  });

  it('links each centre that has a page, and no other', () => {
    const pageOf = ({ center: { name = '' } }: { center: { name?: string } }) =>
      name.includes('1') ? `centers/${name} #?.html` : undefined;
    const page = parsed(summaryPage(sampleSummary(12), { pageOf }));
    const links = select(tableOf(page, 'ranking'), 'a').map(({ attributes }) => attributes.href);
    expect(links).toHaveLength(3);
    expect(links).toContain(`./centers/${encodeURIComponent('样例10乡便民服务中心 #?.html')}`);
  });

  it('says who did not submit and what was refused', () => {
    const summary = { ...sampleSummary(5), roster: ROSTER };
    const page = parsed(summaryPage(summary, { rejected: { problems: [rejection(1), rejection(2)], total: 2 } }));
    const text = trimmed(select(page, '.chapter-roster')[0] as Element);
    expect(text).toBe(
      '报送情况（应报 62 个） 未报送（1 个）迟到乡 已报送，被拒收（1 个）破损乡 破损.xlsx 读不出，认不出是谁的（1 个）无名.xlsx 不在名册上（1 个）外来站',
    );
    expect(rowsOf(tableOf(page, 'rejections'))[0]).toEqual(['坏1.yaml', '', '拒收', '1:1', '文件是空的']);
  });

  it('does not grow with thousands of centres, and says what it leaves out', () => {
    const sizes = [700, 5000].map(count => summaryPage(sampleSummary(count)).length);
    const [small = 0, large = 0] = sizes;
    expect(large).toBeLessThan(small * 1.05);
    const problems = Array.from({ length: 500 }, (_, number) => rejection(number));
    const page = parsed(summaryPage(sampleSummary(3000), { rejected: { problems, total: 9000 } }));
    expect(textOf(page)).toContain('中间 2400 个中心从略');
    expect(textOf(page)).toContain('中间 2700 个从略');
    expect(textOf(page)).toContain('另有 8800 项');
    expect(rowsOf(tableOf(page, 'ranking'))).toHaveLength(601);
  });

  it('does without the centres where there are too many to hold', () => {
    const summary = sampleSummary(24);
    const counted: Summary = { ...summary, frames: [{ ...only(summary), count: 60_000, centers: [] }] };
    const page = parsed(summaryPage(counted));
    expectReferencesToHold(page);
    expect(select(page, '.heat-map')).toEqual([]);
    expect(select(page, 'form')).toEqual([]);
    expect(textOf(page)).toContain('60000 个中心，不逐个绘制');
    expect(rowsOf(tableOf(page, 'spreads'))).toHaveLength(2);
  });

  it('keeps hostile names as text', () => {
    const plain = parsed(summaryPage(sampleSummary(6)));
    const text = summaryPage(
      sampleSummary(6, number => `${number}${HOSTILE}`),
      { pageOf: ({ center }) => center.name, rejected: { problems: [{ ...rejection(1), file: HOSTILE }], total: 1 } },
    );
    const page = parsed(text);
    const kinds = (tree: Element): readonly string[] => [...new Set(skeleton(tree).split('\n'))];
    const expected = [
      ...kinds(plain),
      'a[href]',
      'table[class]',
      'small[]',
      'div[class tabindex role aria-labelledby]',
    ];
    expect(kinds(page).filter(kind => !expected.includes(kind))).toEqual([]);
    expectSelfContained(page, text.replaceAll('javascript:', ''));
    expect(textOf(page)).toContain(`0${HOSTILE_SHOWN}`);
    expect(text).not.toContain('\u202e');
  });
});
