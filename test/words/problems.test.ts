import { expect, it } from 'vitest';
import { problem } from '../../src/model/base/problem.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { withBoxes } from '../../src/read/profile/answers.ts';
import { problemLine, problemText } from '../../src/words/problems/problems.ts';

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
  [
    problem('unread-sheet', at, { sheet: '', planned: '2027年建设计划' }),
    '从“2027年建设计划”看，这张表写的是计划，不是现状，没有读取；如是现状，请改这个标题',
    'by "2027年建设计划" this table tells what is planned and not what there is; it was not read',
  ],
  [
    problem('own-book', at, { kind: 'report', center: '' }),
    '这是审核报告，不是申报表，没有读取；请报送申报表本身',
    'a report, not a form; it was not read: hand in',
  ],
  [
    problem('own-book', at, { kind: 'record', center: '青桐镇' }),
    '这是“青桐镇”的检查人的记录，不是申报表，没有读取；检查的结果请用 --inspection 给出',
    'a record for inspectors on "青桐镇", not a form; it was not read: give what was found',
  ],
  [
    problem('unmatched-record', at, { list: '窗口', center: '' }),
    '“窗口”没有写明属于哪个中心',
    '"窗口" does not say to which centre it belongs',
  ],
  [
    problem('unmatched-record', at, { list: '窗口', center: '青桐镇' }),
    '写的中心“青桐镇”在汇总表里找不到',
    'names the centre "青桐镇", which is not in the table',
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
  [0, '这一格的“备注”不对应任何填报项，没有读取', '"备注" belongs to no known heading; not read'],
  [
    2,
    '这一格的“备注”不对应任何填报项，没有读取（本表另有 2 格）',
    '"备注" belongs to no known heading; not read (and 2 more cells of the sheet)',
  ],
])('a cell that was not read is told with the %i more of its sheet', (more, zh, en) => {
  const found = problem('unread-cell', at, { found: '备注', more });
  expect([problemText(found, 'zh'), problemText(found, 'en')]).toEqual([zh, en]);
});

it.each([
  [200, ''],
  [201, '…'],
])('%i characters that were found are told with %j behind them', (length, mark) => {
  const text = problemText(problem('floating-text', at, { found: '长'.repeat(length) }), 'zh');
  expect(text).toContain(`写着“${'长'.repeat(200)}${mark}”`);
});

it.each([
  [{ line: 1, column: 1 }, 'a.csv: '],
  [{ line: 1, column: 2 }, 'a.csv:1:2: '],
  [{ line: 2, column: 1 }, 'a.csv:2:1: '],
])('at %j a problem of a whole file stands %j', (place, start) => {
  const line = (code: 'own-book' | 'unread-sheet'): string =>
    problemLine(problem(code, { ...at, ...place }, { kind: 'site', center: '', sheet: '' } as never), 'zh');
  expect(line('own-book').startsWith(`${start}这是`)).toBe(true);
  expect(line('unread-sheet').startsWith(`a.csv:${place.line}:${place.column}: `)).toBe(true);
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
