import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/batch/run/document.ts';
import { frameOf } from '../../src/batch/summary/row.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { packOf } from '../support/inline.ts';
import { SAMPLE_SCHEME } from '../support/sample.ts';
import { scorecardOf } from '../support/scorecard.ts';

const PACK = packOf(
  `
levels: [township]
rules:
  - id: area
    clause: 一
    section: all
    obligation: must
    title: { zh: 面积, en: Area }
    when: { hall.lift: yes }
    require: { every: problems, have: { level: 县级 }, when_empty: met }
    remedy: { zh: 扩建, en: Enlarge }
`,
  ROW_VOCABULARY,
);

const CARD = scorecardOf(
  `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: 10
places: 1
rounding: down
floor: 0
item_floor: 0
cap: 12
evidence: { undeclared: open }
sections:
  - id: main
    title: { zh: 日常, en: Daily }
    points: 10
    items:
      - { id: tidy, clause: [一, 二], title: { zh: 整洁, en: Tidy }, points: 6, by: 政务局, deduct: { points: 6, if: { hall.tidy: no } } }
      - { id: looks, clause: 三, title: { zh: 观感, en: Looks }, points: 4, by: 文明办, award: { entered: { range: [0, 4] } } }
  - id: more
    title: { zh: 加分, en: Bonus }
    points: 2
    outside_total: yes
    items:
      - { id: prize, clause: 四, title: { zh: 表彰, en: Prize }, points: 2, award: { points: 2, if: { hall.mountain: yes } } }
`,
  ROW_VOCABULARY,
);

const known = (id: string) => ({ id, label: ROW_VOCABULARY.fact.get(id)?.label });

describe('what all results of a part have in common', () => {
  it('is what its rules ask, and their lists under names of their own', () => {
    const { facts, rules, card } = frameOf(PACK, 'township', SAMPLE_SCHEME);
    expect(facts).toEqual(['hall.lift', 'problems', 'problems.level'].map(known));
    expect(rules.map(({ id }) => id)).toEqual(['area']);
    expect(card).toBeUndefined();
  });

  it('is the rows of its scorecard, what they ask, and who fills in what', () => {
    const { facts, card } = frameOf(PACK, 'township', { ...SAMPLE_SCHEME, scorecard: CARD });
    const [daily, bonus] = [
      { zh: '日常', en: 'Daily' },
      { zh: '加分', en: 'Bonus' },
    ];
    expect(card).toEqual([
      { id: 'tidy', clause: '一 / 二', title: { zh: '整洁', en: 'Tidy' }, section: daily, max: '6', bureau: '政务局' },
      { id: 'looks', clause: '三', title: { zh: '观感', en: 'Looks' }, section: daily, max: '4', bureau: '文明办' },
      { id: 'prize', clause: '四', title: { zh: '表彰', en: 'Prize' }, section: bonus, max: '2', outside: true },
    ]);
    expect(facts.slice(0, -1)).toEqual(
      ['hall.lift', 'problems', 'problems.level', 'hall.tidy', 'hall.mountain'].map(known),
    );
    expect(facts.at(-1)?.label).toEqual({
      zh: '观感（由文明办填写）',
      en: 'Looks (for 文明办 to fill in)',
    });
  });
});

it.each([
  [{ file: 'a.yaml' }, { file: 'a.yaml', sha256: 'x' }],
  [
    { file: 'a.jsonl', line: 3 },
    { file: 'a.jsonl', line: 3, sha256: 'x' },
  ],
])('the document of %j', (job, document) => expect(documentOf(job, 'x')).toEqual(document));
