import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markDifference } from '../../src/authoring/trace/difference.ts';

describe('the difference of two wordings', () => {
  it.each([
    ['a figure', '面积不低于200平方米', '面积不低于120平方米', '面积不低于【200】平方米', '面积不低于【120】平方米'],
    ['what was added', '设置窗口', '统一设置综合窗口', '设置窗口', '【统一】设置【综合】窗口'],
    ['what was left out', '有条件的应当设置', '应当设置', '【有条件的】应当设置', '应当设置'],
    ['nothing', '应当设置', '应当设置', '应当设置', '应当设置'],
    ['all of it', '甲乙', '丙', '【甲乙】', '【丙】'],
  ])('marks %s', (_, was, now, oldMarked, newMarked) => {
    expect(markDifference(was, now)).toEqual({ was: oldMarked, now: newMarked });
  });

  it('leaves each wording as it was but for the marks, and both the same outside them', () => {
    const text = fc.string({ unit: fc.constantFrom('应', '当', '设', '置', '2', '0', '米'), maxLength: 30 });
    const bare = (marked: string): string => marked.replaceAll(/[【】]/gu, '');
    const common = (marked: string): string => marked.replaceAll(/【[^】]*】/gu, '');
    fc.assert(
      fc.property(text, text, (was, now) => {
        const marked = markDifference(was, now);
        expect([bare(marked.was), bare(marked.now)]).toEqual([was, now]);
        expect(common(marked.was)).toBe(common(marked.now));
      }),
    );
  });
});
