import { describe, expect, it } from 'vitest';
import { lintScorecard } from '../../src/authoring/scorecard/lint.ts';
import { isCell } from '../../src/model/base/location.ts';
import type { Problem } from '../../src/model/base/problem.ts';
import { SCORECARD_DOUBTS } from '../../src/model/scoring/scorecard-defect.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemText } from '../../src/words/problems/problems.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { succeed } from '../support/inline.ts';

const table = (
  rows: string,
  points = '10',
  head = '',
  grades = '{ id: A, label: { zh: 好, en: Good }, at_least: 8 }',
): string => `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: 10
places: 2
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
${head}
grades: [${grades}, { id: Z, label: { zh: 差, en: Poor } }]
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: ${points}, items: [
      ${rows}
    ] }
`;

const row = (body: string, id = 'row', title = '项目'): string =>
  `{ id: ${id}, clause: 一, title: { zh: ${title}, en: Row }, ${body} }`;

const lint = (text: string): readonly Problem[] => lintScorecard(succeed(readYaml('table.yaml', text)), ROW_VOCABULARY);

const SOUND = 'points: 10, deduct: { points: 10, if: { hall.tidy: no } }';

const DOUBTS: readonly (readonly [doubt: string, text: string, said: string])[] = [
  [
    'out-of-reach',
    table(
      row(
        'points: 10, deduct: [{ points: 2, if: { hall.tidy: no } }, { each: { missing: hall.notices, of: all }, points: 1 }]',
      ),
    ),
    '4 分扣不到',
  ],
  [
    'parts-short',
    table(row('points: 10, award: [{ points: 4, if: { hall.tidy: yes } }, { points: 3, if: { hall.lift: yes } }]')),
    '7 分',
  ],
  [
    'parts-over',
    table(row('points: 10, award: [{ points: 6, if: { hall.tidy: yes } }, { points: 5, if: { hall.lift: yes } }]')),
    '11 分',
  ],
  ['header-differs', table(row(SOUND), '12'), '表头 12 分'],
  ['total-differs', table(row(SOUND.replaceAll('10', '9')), '9'), '总分 10'],
  [
    'unit-unnamed',
    table(row('points: 10, deduct: { each: { tally: { zh: 脱岗, en: Off post } }, points: 1 }')),
    '人次',
  ],
  [
    'note-elsewhere',
    table(
      `${row(`${SOUND.replaceAll('10', '5')}, note: { zh: 环境卫生不整洁的扣5分, en: x }`)}, ${row(SOUND.replaceAll('10', '5'), 'other', '环境卫生')}`,
    ),
    '环境卫生',
  ],
  ['amount-in-note', table(row(`${SOUND}, note: { zh: 每次扣0.5分, en: x }`)), '0.5 分'],
  [
    'edge-in-title',
    table(
      row(
        'points: 10, award: { tiers: hall.rate, bands: [{ more_than: 90%, points: 10, title: { zh: 90%以上, en: x } }, { at_most: 90%, points: 0 }] }',
      ),
    ),
    '90以上',
  ],
  [
    'grade-out-of-reach',
    table(row(SOUND), '10', '', '{ id: A, label: { zh: 好, en: Good }, at_least: 11 }'),
    '最多 10 分',
  ],
  [
    'empty-loses',
    table(row('points: 10, deduct: { for_each: 问题清单, points: 1 }')).replace(
      'undeclared: open',
      'undeclared: open, nothing_to_measure: zero',
    ),
    '清单为空',
  ],
  [
    'quiet-loses',
    table(row('points: 10, award: { share_of: { rate: hall.windows, of: hall.staff }, points: 10 }')).replace(
      'undeclared: open',
      'undeclared: open, nothing_to_measure: no_effect',
    ),
    '一件也没有发生',
  ],
  [
    'no-room',
    table(
      `${row(SOUND)}, ${row('points: 0, deduct: { points: 2, if: { hall.lift: no } }', 'lift', '电梯').replace('一', '二')}`,
    ),
    '扣多少都不算数',
  ],
  [
    'tiers-order',
    table(
      row(
        'points: 10, award: { tiers: hall.rate, bands: [{ at_least: 90%, points: 10 }, { at_least: 80%, less_than: 90%, points: 2 }, { less_than: 80%, points: 4 }] }',
      ),
    ),
    '时高时低',
  ],
  ['parts-over', table(row('points: 10, award: { entered: { range: [0, 12], step: 1 } }')), '12 分'],
  [
    'note-twice',
    table(
      `${row(`${SOUND.replaceAll('10', '5')}, note: { zh: 不整洁的扣5分, en: x }`)}, ${row(`points: 5, award: { points: 5, if: { hall.tidy: yes } }, note: { zh: 不整洁的扣5分, en: x }`, 'other', '环境')}`,
    ),
    '一字不差',
  ],
  ['clause-twice', table(`${row(SOUND)}, ${row(SOUND, 'other', '环境')}`, '20'), '序号都是 一'],
  [
    'fact-unused',
    table(
      row(SOUND),
      '10',
      'vocabulary: [{ theme: own, label: 自带, facts: { own.lamp: { label: 路灯, type: yes_no } } }]',
    ),
    '路灯',
  ],
  ['zero-without-day', table(row(SOUND)).replace('undeclared: open', 'undeclared: zero'), '材料截止日'],
  ['discouraged', table(row('points: 10, award: { each: hall.handled, points: 1 }', 'row', '获得领导批示')), '减负'],
  [
    'priceless',
    table(`${row(SOUND)}, ${row('points: 0, award: { points: 0, if: { hall.tidy: yes } }', 'idle', '空项')}`),
    '没有任何分值',
  ],
];

/** What §2.3 of the research calls defects and the table's reader refuses outright. */
const ERRORS: readonly (readonly [defect: string, text: string])[] = [
  ['no-amount', table(row('points: 10, deduct: { points: , if: { hall.tidy: no } }'))],
  [
    'bands-overlap',
    table(
      row(
        'points: 10, award: { tiers: hall.rate, bands: [{ at_least: 90%, points: 10 }, { at_most: 90%, points: 0 }] }',
      ),
    ),
  ],
  [
    'bands-gap',
    table(
      row(
        'points: 10, award: { tiers: hall.rate, bands: [{ more_than: 90%, points: 10 }, { less_than: 90%, points: 0 }] }',
      ),
    ),
  ],
  [
    'grades-gap',
    table(
      row(SOUND),
      '10',
      '',
      '{ id: A, label: { zh: 好, en: G }, between: [9, 10] }, { id: B, label: { zh: 中, en: M }, between: [6, 8] }',
    ),
  ],
  ['floor-unsaid', table(row(SOUND)).replace('item_floor: 0\n', '')],
];

const lineOf = ({ location }: Problem): number => (isCell(location) ? 0 : location.line);

describe('the lint of a scorecard', () => {
  it.each(DOUBTS)('asks about %s', (doubt, text, said) => {
    const found = lint(text);
    const own = found.find(problem => problem.code === 'scorecard-doubt' && problem.doubt === doubt);
    expect(found.map(problem => (problem.code === 'scorecard-doubt' ? problem.doubt : problem.code))).toContain(doubt);
    expect(own && problemText(own, 'zh')).toContain(said);
    expect(own && lineOf(own)).toBeGreaterThan(0);
    expect(own?.severity).toBe('warning');
  });

  it.each(ERRORS)('refuses %s', (defect, text) => {
    expect(lint(text).map(problem => (problem.code === 'bad-scorecard' ? problem.defect : problem.code))).toContain(
      defect,
    );
  });

  it('has an example of every doubt here', () => {
    const shown = new Set<string>(DOUBTS.map(([doubt]) => doubt));
    expect(SCORECARD_DOUBTS.filter(doubt => !shown.has(doubt))).toEqual([]);
  });

  it('asks about nothing in a sound table', () => {
    expect(lint(table(row(SOUND)))).toEqual([]);
    const noted = `${SOUND}, note: { zh: 项目不整洁扣10分，扣完为止，30分钟内改好不扣, en: x }`;
    expect(lint(table(row(noted)))).toEqual([]);
  });

  it('asks nothing that the head or the row says', () => {
    const steps = 'deduct: [{ points: 6, if: { hall.tidy: no } }, { points: 5, if: { hall.lift: no } }]';
    expect(lint(table(row(`points: 10, ${steps}`)))).toEqual([]);
    expect(lint(table(row(`points: 10, floor: 0, ${steps}`)))).toEqual([]);
    const closed = table(row(SOUND)).replace('undeclared: open }', 'undeclared: zero }\nevidence_until: 2024-12-01');
    expect(lint(closed)).toEqual([]);
  });

  it('speaks both languages', () => {
    for (const problem of DOUBTS.flatMap(([, text]) => lint(text)))
      for (const lang of ['zh', 'en'] as const) expect(problemText(problem, lang)).not.toMatch(/undefined|\{\w+\}|^$/u);
  });
});
