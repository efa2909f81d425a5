import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/words/problems/problems.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { problemsOf, scorecardHead } from '../support/scorecard.ts';

const HEAD = scorecardHead(30);

const GRADES = `grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 20 }, { id: B, label: { zh: 差, en: Poor } }]
`;

/** A table of one row, on the line after its section's head. */
const withRow = (row: string, head = HEAD, grades = GRADES): string =>
  `${head}${grades}sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 30, items: [
      { id: row, clause: 一, title: { zh: 项目, en: Row }, ${row} },
    ] }
`;

const ROW_OK = 'points: 30, deduct: { points: 30, if: { hall.tidy: no } }';

describe('a scorecard without a mistake', () => {
  const calendar = `${HEAD}not_checked: leave_out\ncalendar: { covers: 2024-01-01..2024-12-31, holidays: [], workdays: [] }\n`;

  it.each(Object.entries(ROWS))('%s', (_, row) => {
    const places = calendar
      .replace('places: 1', 'places: 2')
      .replace('undeclared: open', 'undeclared: open, not_applicable: full');
    expect(problemsOf(withRow(row, places), ROW_VOCABULARY)).toEqual([]);
  });

  it('takes grades as the document has them, without a gap between 20 and 20.1', () => {
    const grades =
      'grades: [{ id: A, label: { zh: 好, en: G }, between: [20.1, 30] }, { id: B, label: { zh: 差, en: P }, between: [0, 20] }]\n';
    expect(problemsOf(withRow(ROW_OK, HEAD, grades), ROW_VOCABULARY)).toEqual([]);
  });
});

it.each([
  ['a text', 'title'],
  ['a number', 'places'],
  ['one word of several', 'rounding'],
  ['a thing of several shapes', 'evidence'],
])('says that %s is missing, not what it should be (%s)', (_, key) => {
  const head = HEAD.split('\n').filter(line => !line.startsWith(`${key}:`));
  const said = problemsOf(head.join('\n'), ROW_VOCABULARY).map(found => problemText(found, 'zh'));
  expect(said).toContain(`缺少“${key}”，必须写`);
});
