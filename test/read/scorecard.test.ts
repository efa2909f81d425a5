import { describe, expect, it } from 'vitest';
import { isCell } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { SCORECARD_ERRORS } from '../../src/model/scoring/scorecard-defect.ts';
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

const ROW_LINE = `${HEAD}${GRADES}`.split('\n').length + 2;

const lineOf = ({ location }: Problem): number => (isCell(location) ? 0 : location.line);

const codeOf = (found: Problem): string => (found.code === 'bad-scorecard' ? found.defect : found.code);

const ROW_MISTAKES: readonly (readonly [defect: string, row: string, said?: string])[] = [
  ['no-amount', 'points: 5, deduct: { if: { hall.tidy: no } }', '没有写分值'],
  ['no-amount', 'points: 5, deduct: { points: , if: { hall.tidy: no } }'],
  ['no-amount', 'deduct: { points: 1, if: { hall.tidy: no } }'],
  ['no-amount', 'points: 5, award: { options: [{ if: { hall.tidy: yes }, points: 3 }] }'],
  ['too-fine', 'points: 5, deduct: { points: 0.25, if: { hall.tidy: no } }', '1 位'],
  ['not-a-figure', 'points: 5, deduct: { points: 半分, if: { hall.tidy: no } }', '半分'],
  [
    'not-in-unit',
    'points: 5, deduct: { each: { fact: hall.area, short_of: 200 cm }, per: 1 m², steps: full, points: 1 }',
  ],
  [
    'not-a-figure',
    'points: 5, deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 0, steps: full, points: 1 }',
  ],
  ['per-unsaid', 'points: 5, deduct: { each: { fact: hall.area, short_of: 200 m² }, points: 1 }'],
  [
    'steps-unsaid',
    'points: 5, deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 10 m², points: 1 }',
    'started',
  ],
  ['steps-unsaid', 'points: 5, deduct: { each: hall.staff, per: 2, points: 1 }'],
  [
    'start-unsaid',
    'points: 5, award: { points: 1, if: { hall.lift: yes } }, deduct: { points: 1, if: { hall.tidy: no } }',
  ],
  ['no-method', 'points: 5'],
  ['unbounded', 'points: 5, floor: none, deduct: { each: { count: problems }, points: 1 }', 'plausible'],
  ['unbounded', 'points: 5, cap: none, award: { each: hall.handled, points: 1 }'],
  [
    'bands-gap',
    'points: 5, award: { tiers: hall.rate, bands: [{ at_least: 90%, points: 5 }, { less_than: 80%, points: 0 }] }',
    '80',
  ],
  [
    'bands-gap',
    'points: 5, award: { tiers: hall.rate, bands: [{ more_than: 90%, points: 5 }, { less_than: 90%, points: 0 }] }',
  ],
  [
    'bands-gap',
    'points: 5, award: { tiers: hall.staff, bands: [{ at_least: 3, points: 5 }, { at_most: 1, points: 0 }] }',
  ],
  [
    'bands-gap',
    'points: 5, award: { tiers: hall.rate, bands: [{ at_least: 90%, less_than: 100%, points: 5 }, { less_than: 90%, points: 0 }] }',
  ],
  [
    'bands-overlap',
    'points: 5, award: { tiers: hall.rate, bands: [{ at_least: 90%, points: 5 }, { at_most: 90%, points: 0 }] }',
    '90',
  ],
  [
    'bands-overlap',
    'points: 5, award: { tiers: hall.rate, bands: [{ at_least: 80%, points: 5 }, { at_least: 90%, points: 6 }, { less_than: 80%, points: 0 }] }',
  ],
  [
    'bands-empty',
    'points: 5, award: { tiers: hall.rate, bands: [{ at_least: 90%, less_than: 80%, points: 5 }, { at_least: 0%, points: 0 }] }',
  ],
  [
    'treatment-unsaid',
    'points: 5, when: { hall.lift: yes }, deduct: { points: 1, if: { hall.tidy: no } }',
    'not_applicable',
  ],
  [
    'escalation-order',
    'points: 5, deduct: { each: { count: problems }, points: 1, then: { after: 2, points: 0.5, applies: all } }',
  ],
  [
    'calendar-missing',
    'points: 5, deduct: { each: { late: hall.reported, due: 2024-03-01, in: workdays }, points: 1 }',
    'holidays',
  ],
  ['entry-twice', 'points: 5, award: [{ entered: { range: [0, 2] } }, { entered: { range: [0, 3] } }]'],
  ['declared-in-scorecard', 'points: 5, deduct: { points: 1, unless: { hall.tidy: { declared: yes } } }'],
  ['not-per-record', 'points: 5, deduct: { for_each: problems, group: [{ points: 1, if: { serious: yes } }] }'],
  ['share-of-figure', 'points: 5, award: { share_of: hall.staff, points: 5 }'],
  ['number-type', 'points: 5, deduct: { each: hall.tidy, points: 1 }', '环境整洁'],
  ['measure-unknown', 'points: 5, deduct: { each: { counting: problems }, points: 1 }', 'count missing'],
  ['measure-unknown', 'points: 5, award: { share_of: { rate: hall.staff }, points: 5 }'],
  ['step-unknown', 'points: 5, deduct: { points: 1 }', 'for_each'],
  [
    'unknown-name',
    'points: 5, deduct: { each: { fact: 大厅面机, short_of: 200 m² }, per: 10 m², steps: full, points: 1 }',
    '大厅面积',
  ],
  ['unknown-name', 'points: 5, deduct: { each: { missing: hall.notices, of: [办理事顶] }, points: 1 }', '办理事项'],
  ['unknown-name', 'points: 5, required_for: [AA], deduct: { points: 1, if: { hall.tidy: no } }', 'A'],
  ['unknown-name', 'points: 5, for: [mountain], deduct: { points: 1, if: { hall.tidy: no } }'],
  [
    'unknown-name',
    'points: 5, deduct: { for_each: problems, points_by: level, prices: { 省极: 3 }, otherwise: 0 }',
    '省级',
  ],
  ['unknown-key', 'points: 5, deduct: { each: { count: problems }, points: 1, caps: 3 }', 'cap'],
  ['unknown-key', 'points: 5, deducts: { points: 1, if: { hall.tidy: no } }', 'deduct'],
  ['empty-range', 'points: 5, award: { entered: { range: [3, 1] } }'],
  ['shape', 'points: 5, award: { entered: { range: [3] } }'],
  ['shape', 'points: 5, deduct: { each: { late: hall.reported, due: 2024-03-01 }, points: 1 }'],
  ['shape', 'points: 5, evidence: { undeclared: 零分 }, deduct: { points: 1, if: { hall.tidy: no } }', 'open | zero'],
  ['each-missing', 'points: 5, deduct: { tally: { zh: 脱岗, en: Off }, points: 1 }', 'each: { tally: … }'],
  [
    'not-in-unit',
    'points: 5, deduct: { each: { fact: hall.rate, short_of: 95 }, per: 1%, steps: full, points: 1 }',
    '95%',
  ],
  ['again-unsaid', 'points: 5, deduct: { for_each: problems, points: 1, again: { after: 1 } }', '第 2 条起'],
  ['escalation-order', 'points: 5, deduct: { for_each: problems, points: 1, again: { after: 1, times: 1 } }'],
  [
    'again-with-once',
    'points: 5, deduct: { for_each: problems, points: 1, once_per: matter, again: { after: 1, times: 2 } }',
  ],
  ['no-amount', 'points: 5, deduct: { for_each: problems, points: 1, cap_per: { points: 2 } }', 'field'],
  ['unknown-name', 'points: 5, deduct: { for_each: problems, points: 1, cap_per: { field: nobody, points: 2 } }'],
  [
    'peers-in-form',
    'points: 5, award: { points: 5, form: { total: 5, sections: [{ id: f, title: { zh: 分, en: F }, points: 5, items: [{ id: in, clause: 一, title: { zh: 内, en: In }, points: 5, evidence: { nothing_to_measure: peers }, award: { share_of: hall.rate, points: 5 } }] }] } }',
    '平均分',
  ],
];

const ROW_OK = 'points: 30, deduct: { points: 30, if: { hall.tidy: no } }';

const HEAD_MISTAKES: readonly (readonly [defect: string, text: string])[] = [
  ['floor-unsaid', withRow(ROW_OK, HEAD.replace('item_floor: 0\n', ''))],
  ['not-checked-unsaid', withRow(`evidence: { not_applicable: not_checked }, ${ROW_OK}`)],
  [
    'scale-with-bounds',
    withRow(`evidence: { not_applicable: not_checked }, ${ROW_OK}`, `${HEAD}not_checked: scale\n`).replace(
      'points: 30, items',
      'points: 30, cap: 20, items',
    ),
  ],
  ['cap-unsaid', withRow(ROW_OK).replace('points: 30, items', 'points: 30, outside_total: yes, items')],
  [
    'class-without-rest',
    withRow(ROW_OK, `${HEAD}classes: [{ id: m, label: { zh: 山区, en: M }, if: { hall.mountain: yes } }]\n`),
  ],
  [
    'class-points-missing',
    withRow(
      ROW_OK.replace('points: 30', 'points: { m: 30 }'),
      `${HEAD}classes: [{ id: m, label: { zh: 山区, en: M }, if: { hall.mountain: yes } }, { id: p, label: { zh: 平原, en: P }, otherwise: true }]\n`,
    ),
  ],
  [
    'grades-gap',
    withRow(
      ROW_OK,
      HEAD,
      'grades: [{ id: A, label: { zh: 好, en: G }, between: [21, 30] }, { id: B, label: { zh: 差, en: P }, between: [0, 20] }]\n',
    ),
  ],
  [
    'grades-gap',
    withRow(
      ROW_OK,
      HEAD,
      'grades: [{ id: A, label: { zh: 好, en: G }, at_least: 21 }, { id: B, label: { zh: 差, en: P }, at_least: 10 }]\n',
    ),
  ],
  [
    'grades-overlap',
    withRow(
      ROW_OK,
      HEAD,
      'grades: [{ id: A, label: { zh: 好, en: G }, at_least: 20 }, { id: B, label: { zh: 差, en: P }, at_most: 20 }]\n',
    ),
  ],
  [
    'grades-order',
    withRow(
      ROW_OK,
      HEAD,
      'grades: [{ id: A, label: { zh: 好, en: G }, at_least: 10 }, { id: B, label: { zh: 差, en: P }, at_least: 20 }, { id: C, label: { zh: 差, en: P } }]\n',
    ),
  ],
  [
    'unknown-name',
    withRow(
      ROW_OK,
      `${HEAD}vetoes: [{ id: v, title: { zh: 否, en: V }, if: { hall.tidy: no }, effect: { grade: Z } }]\n`,
    ),
  ],
  ['unknown-name', withRow(ROW_OK, `${HEAD}counted_once: [{ list: problems, in: [row, other] }]\n`)],
  [
    'once-per-differs',
    withRow(
      `points: 30, deduct: { for_each: problems, points: 1 } }, { id: other, clause: 二, title: { zh: 又, en: Other }, points: 30, deduct: { for_each: problems, once_per: matter, points: 1 }`,
      `${HEAD}counted_once: [{ list: problems, in: [row, other] }]\n`,
    ),
  ],
  ['duplicate-id', withRow(`${ROW_OK} }, { id: row, clause: 二, title: { zh: 又, en: Again }, ${ROW_OK}`)],
  ['unknown-key', withRow(ROW_OK, `${HEAD}totals: 3\n`)],
  ['shape', withRow(ROW_OK, HEAD.replace('rounding: down\n', ''))],
  ['shape', withRow(ROW_OK, HEAD.replace('floor: 0\n', '').replace('item_floor: 0\n', ''))],
];

describe('a scorecard with a mistake', () => {
  it.each(ROW_MISTAKES.map(([defect, row, said]) => ({ defect, row, said })))(
    'is refused at its row: $defect in $row',
    ({ defect, row, said }) => {
      const problems = problemsOf(withRow(row), ROW_VOCABULARY);
      const found = problems.find(one => codeOf(one) === defect);
      expect(problems.map(codeOf)).toContain(defect);
      if (found?.code !== 'unknown-name' || found.kind !== 'grade') expect(found && lineOf(found)).toBe(ROW_LINE);
      if (said !== undefined) expect(found && problemText(found, 'zh')).toContain(said);
    },
  );

  it.each(HEAD_MISTAKES)('is refused: %s', (defect, text) => {
    expect(problemsOf(text, ROW_VOCABULARY).map(codeOf)).toContain(defect);
  });

  it('has an example of every mistake here', () => {
    const shown = new Set<string>([
      ...ROW_MISTAKES.map(([defect]) => defect),
      ...HEAD_MISTAKES.map(([defect]) => defect),
    ]);
    expect(SCORECARD_ERRORS.filter(defect => !shown.has(defect))).toEqual([]);
  });

  it('says every problem in both languages, without a hole', () => {
    const texts = [...ROW_MISTAKES.map(([, row]) => withRow(row)), ...HEAD_MISTAKES.map(([, text]) => text)];
    for (const problem of texts.flatMap(text => problemsOf(text, ROW_VOCABULARY)))
      for (const lang of ['zh', 'en'] as const)
        expect(problemText(problem, lang)).not.toMatch(/undefined|\{\w+\}|\[object|^$/u);
  });
});

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
