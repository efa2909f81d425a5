import { describe, expect, it } from 'vitest';
import { asks, asksOf, asksTitle } from '../../src/tell/audit/asks.ts';
import { subjectOf } from '../../src/tell/audit/subject.ts';
import type { LedgerLine } from '../../src/tell/block.ts';
import { hasScorecard, ledgerLines, scorecardTexts, tellScorecard, workText } from '../../src/tell/scorecard.ts';
import { firstOf } from '../support/first.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { workedAudits } from '../support/worked.ts';

const line = (low: readonly string[], high: readonly string[], open = ''): LedgerLine => ({
  ...{ kind: 'row', id: 'a', anchor: '', clause: '一', section: '', title: '甲', low: '1', high: '2', max: '3' },
  ...{ work: { low, high }, open },
});

describe('how a row comes about', () => {
  it.each([
    [line(['a', 'b'], ['a', 'b']), 'a；b', 'a; b'],
    [line(['a'], ['b', 'c']), '最差：a；最好：b；c', 'at worst: a; at best: b; c'],
    [line(['a'], ['a'], 'x、y'), 'a；待查：x、y', 'a; open: x、y'],
    [line([], [], 'x'), '待查：x', 'open: x'],
    [line([], []), '', ''],
  ])('%# is told at both ends', (one, zh, en) => {
    expect([workText(one, 'zh'), workText(one, 'en')]).toEqual([zh, en]);
  });

  const worked = workedAudits('hall').map(([, audit]) => audit);

  it('is the working of its row, and every sum is told', () => {
    for (const audit of worked) {
      if (!hasScorecard(audit)) throw new Error('no scorecard');
      const told = tellScorecard(audit, 'zh');
      const lines = ledgerLines(told);
      expect(lines.filter(({ kind }) => kind === 'subtotal')).toHaveLength(told.sections.length);
      expect(lines.at(-1)).toBe(told.total);
      const texts = scorecardTexts(audit, 'zh');
      expect(texts).toHaveLength(lines.length + told.remarks.length);
      for (const [index, { kind, clause, title, low, high, max }] of lines.entries()) {
        const name = kind === 'row' ? `${clause} ${title} ` : `${title} ${kind === 'total' ? '总分' : '小计'} `;
        const reach = low === high ? '' : `（可达 ${high || '—'}）`;
        expect(texts[index]?.startsWith(`${name}${low || '—'}${reach} / ${max}`)).toBe(true);
        expect(texts[index]?.endsWith('：')).toBe(false);
      }
    }
    expect(scorecardTexts(sampleAudit(), 'zh')).toEqual([]);
  });
});

describe('what is asked for', () => {
  const { root } = sampleAudit().profile;
  const gap = (fact: string, reason = 'undeclared', location = root) => ({ fact, reason, location });
  const beside = { file: 'profile.yaml', line: 40, column: 1 };
  const row = (item: string, low: string, high: string, ...gaps: readonly object[]) => ({
    ...{ item, section: 's', clause: [item], title: { zh: `${item}项`, en: item }, gaps },
    ...{ low: { points: low }, high: { points: high } },
  });
  const carded = (...items: readonly object[]) => {
    const audit = { ...sampleAudit(), findings: [] };
    return subjectOf({ ...audit, scorecard: { asked: { forms: [] }, result: { items } } } as never, PLAIN);
  };
  const told = (...items: readonly object[]) =>
    asksOf(carded(...items)).map(({ fact, stake, openings }) => [fact, stake.n, openings.length]);

  it('stands with all that hangs on it, the most first', () => {
    const found = asksOf(subjectOf(sampleAudit(), PLAIN));
    expect(found.map(({ fact }) => fact)).toEqual(['hall.notices', 'counters.height', 'hall.screen']);
    expect(asksTitle(found, 'zh')).toBe('待补报（3 项，其中 2 项关系得分）');
    expect(asksTitle(found.slice(0, 2), 'zh')).toBe('待补报（2 项）');
    expect(asks(subjectOf({ ...sampleAudit(), findings: [] }, PLAIN))).toBeUndefined();
  });

  it('adds up the points of its rows, and a row that is settled has none', () => {
    expect(told(row('a', '0', '2', gap('x')), row('b', '1', '4', gap('x'), gap('y')), row('c', '1', '2'))).toEqual([
      ['x', 5n, 2],
      ['y', 3n, 1],
    ]);
    expect(told(row('a', '3', '2', gap('x')))).toEqual([['x', 0n, 1]]);
  });

  it('has each reason once, and a place where the profile speaks of it', () => {
    const twice = asksOf(carded(row('a', '0', '2', gap('x'), gap('x'), gap('x', 'unreadable', beside))));
    expect(firstOf(twice).gaps.map(({ reason }) => reason)).toEqual(['undeclared', 'unreadable']);
    const [, table] =
      asks(carded(row('a', '0', '2', gap('x'), gap('x', 'unreadable', beside)), row('b', '0', '0', gap('x'))))
        ?.blocks ?? [];
    if (table?.kind !== 'table') throw new Error('no table');
    const { cells } = firstOf(table.rows);
    expect([cells[0], cells[2], cells[4]]).toEqual(['1', '2', '']);
    expect(cells[3]).toEqual([{ text: 'a', to: 'item-a' }, ' a项', '\n', { text: 'b', to: 'item-b' }, ' b项']);
    expect(cells[5]).toEqual({ places: [beside] });
  });

  it('is checked in each way that the rules say, once', () => {
    const [, table] = asks(subjectOf(sampleAudit(), PLAIN))?.blocks ?? [];
    const cells = table?.kind === 'table' ? table.rows.map(row => row.cells[4]) : [];
    expect(cells).toEqual(['抽三项比对', '从地面量到台面', '']);
  });
});
