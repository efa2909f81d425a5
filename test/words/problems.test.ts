import { expect, it } from 'vitest';
import { problem } from '../../src/model/base/problem.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { withBoxes } from '../../src/read/profile/answers.ts';
import { problemLine } from '../../src/words/problems/problems.ts';

const at = { file: 'a.csv', line: 2, column: 1 };

const WAIVER: Waiver = {
  rule: 'hall-area',
  center: '青桐镇',
  items: [],
  reason: '改造',
  requestedBy: '甲',
  approvedBy: '乙',
  validFrom: '2025-01-01',
  validThrough: '2025-06-30',
  evidence: ['批复'],
  location: at,
};

const ending = (days: number) => problem('waiver-ending', at, { waiver: WAIVER, days });

it.each([
  [
    problem('unread-sheet', at, { sheet: '' }),
    '表里没有认得的表头，没有读取',
    'the table has no heading that is known; it was not read',
  ],
  [
    problem('unread-sheet', at, { sheet: '旧' }),
    '工作表“旧”里没有认得的表头，没有读取',
    'sheet "旧" has no heading that is known; it was not read',
  ],
  [ending(0), '今天到期；请抓紧整改或报批', 'ends today'],
  [ending(1), '将于 2025-06-30 到期（还有 1 天）；请抓紧整改或报批', 'ends on 2025-06-30, in 1 day'],
  [ending(9), '将于 2025-06-30 到期（还有 9 天）；请抓紧整改或报批', 'ends on 2025-06-30, in 9 days'],
  [
    problem('waiver-expired', at, { waiver: WAIVER, days: 1 }),
    '已于 2025-06-30 到期（过期 1 天），不再生效；请整改或重新报批',
    'ended on 2025-06-30, 1 day ago, and no longer holds: mend the matter or have it granted anew',
  ],
  [
    problem('theme-value', at, { theme: { id: 'a', label: { zh: '大厅', en: 'Hall' }, aliases: [] }, found: '很大' }),
    '很大',
    '很大',
  ],
])('$code is told with its figures', (found, zh, en) => {
  expect(problemLine(found, 'zh')).toContain(zh);
  expect(problemLine(found, 'en')).toContain(en);
});

it.each([
  ['[x] 是 [ ] 否', '☑ 是 ☐ 否'],
  ['（√）是（ ）否', '☑是☐否'],
  ['【×】', '×'],
  ['✅', '☑'],
  ['❌ 否', '× 否'],
  ['🗹 有 ❎ 无', '☑ 有 × 无'],
  ['大厅（西侧）', '大厅（西侧）'],
])('a box drawn as %s is %s', (text, boxes) => {
  expect(withBoxes(text)).toBe(boxes);
});
