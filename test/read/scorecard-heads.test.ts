import { describe, expect, it } from 'vitest';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { vocabularyOf } from '../support/inline.ts';
import { problemsOf, scorecardHead, scorecardOf } from '../support/scorecard.ts';

const HEAD = scorecardHead(30);

const told = (text: string): string =>
  problemsOf(text, ROW_VOCABULARY)
    .map(found => (found.code === 'bad-scorecard' ? found.defect : found.code))
    .join(' ');

const ROW = 'points: 30, deduct: { points: 30, if: { hall.tidy: no } }';

const rowOf = (id: string, row: string): string => `{ id: ${id}, clause: 一, title: 项目, ${row} }`;

const sectionOf = (id: string, rows: readonly string[], more = ''): string =>
  `{ id: ${id}, title: 分项, points: 30${more}, items: [${rows.join(', ')}] }`;

const tableOf = (rows: readonly string[], more = '', sections: readonly string[] = [sectionOf('s', rows)]): string =>
  `${HEAD}${more}sections: [${sections.join(', ')}]\n`;

const GRADES = 'grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 20 }, { id: B, label: 差 }]\n';
const RANKED =
  'grades: [{ id: A, label: 好, at_least: 20, requires: [{ rank: { first: 3 } }] }, { id: B, label: 差 }]\n';

const RELATIVE = 'points: 30, award: { relative: hall.rate, to: best, wanted: highest, points: 30 }';
const PEERS = `${ROW}, evidence: { did_not_occur: peers }`;

describe('all centres are gone through', () => {
  it.each([
    ['not at all for rows by themselves', [ROW], GRADES, 0],
    ['once for a row that is compared', [RELATIVE], GRADES, 1],
    ['once for a row that takes the average', [PEERS], GRADES, 1],
    ['once for two such rows', [RELATIVE.replaceAll('30', '15'), PEERS.replaceAll('30', '15')], GRADES, 1],
    ['twice for one that does both', [`${RELATIVE}, evidence: { did_not_occur: peers }`], GRADES, 2],
    ['once for a place', [ROW], RANKED, 1],
    ['once more for a place', [RELATIVE], RANKED, 2],
    [
      'once for one of the best of',
      ['points: 30, award: { best_of: [{ base: 3 }, { relative: hall.rate, to: best, wanted: highest, points: 30 }] }'],
      GRADES,
      1,
    ],
    [
      'once for a row within another form',
      [
        `points: 30, award: { form: { total: 30, sections: [${sectionOf('t', [rowOf('inner', RELATIVE)])}] }, points: 30 }`,
      ],
      GRADES,
      1,
    ],
  ] as const)('%s', (_, rows, grades, passes) => {
    const text = tableOf(
      rows.map((row, index) => rowOf(`r${index + 1}`, row)),
      `${grades}not_checked: leave_out\n`,
    );
    expect(told(text)).toBe('');
    expect(scorecardOf(text, ROW_VOCABULARY).passes).toBe(passes);
  });
});

const CLASSES =
  'classes: [{ id: a, label: 山区, if: { hall.mountain: yes } }, { id: b, label: 其余, otherwise: true }]\n';

/** The rows of each class with their points. */
const formsOf = (text: string): string =>
  scorecardOf(text, ROW_VOCABULARY)
    .forms.map(({ class: own, sections }) => {
      const rows = sections.flatMap(({ items }) => items.map(({ id, points }) => `${id} ${points}`));
      return `${own?.id ?? 'all'}: ${rows.join(', ')}`;
    })
    .join('; ');

describe('classes of place', () => {
  it.each([
    ['[{ id: a, label: 一, if: { hall.mountain: yes } }, { id: b, label: 二, otherwise: true }]', ''],
    ['[{ id: b, label: 二, otherwise: true }]', ''],
    ['[{ id: a, label: 一, if: { hall.mountain: yes } }, { id: b, label: 二 }]', 'class-without-rest'],
    [
      '[{ id: a, label: 一, if: { hall.mountain: yes } }, { id: b, label: 二, if: { hall.lift: yes } }]',
      'class-without-rest',
    ],
    ['[{ id: a, label: 一, otherwise: true }, { id: b, label: 二, otherwise: true }]', 'class-without-rest'],
    [
      '[{ id: a, label: 一, if: { hall.mountain: yes } }, { id: b, label: 二, if: { hall.lift: yes }, otherwise: true }]',
      'class-without-rest',
    ],
    ['[{ id: a, label: 一, if: { hall.mountain: yes } }, { id: a, label: 二, otherwise: true }]', 'duplicate-id'],
  ])('%s', (classes, expected) => {
    expect(told(tableOf([rowOf('r', ROW)], `classes: ${classes}\n`))).toBe(expected);
  });

  it.each([
    ['for all', [rowOf('r', ROW)], 'a: r 30; b: r 30'],
    ['for one', [rowOf('r', `${ROW}, for: a`), rowOf('q', ROW)], 'a: r 30, q 30; b: q 30'],
    ['for both', [rowOf('r', `${ROW}, for: [a, b]`)], 'a: r 30; b: r 30'],
    [
      'of other points',
      [rowOf('r', 'points: { a: 10, b: 20 }, deduct: { points: 1, if: { hall.tidy: no } }')],
      'a: r 10; b: r 20',
    ],
    [
      'of other points for one',
      [rowOf('r', 'points: { a: 10, otherwise: 20 }, deduct: { points: all, if: { hall.tidy: no } }')],
      'a: r 10; b: r 20',
    ],
  ])('have rows %s', (_, rows, expected) => {
    expect(formsOf(tableOf(rows, CLASSES))).toBe(expected);
  });

  it.each([
    [`${ROW}, for: c`, 'unknown-name'],
    [`${ROW}, for: [a, c]`, 'unknown-name'],
    ['points: { a: 10 }, deduct: { points: 1, if: { hall.tidy: no } }', 'class-points-missing'],
  ])('%s', (row, expected) => {
    expect(told(tableOf([rowOf('r', row), rowOf('q', ROW)], CLASSES))).toBe(expected);
  });
});

it('is told to whoever reads it that the total is not what its parts come to', () => {
  expect(told(tableOf([], GRADES, [sectionOf('s', [rowOf('r', ROW)]).replace('points: 30,', 'points: 20,')]))).toBe(
    'scorecard-doubt',
  );
});

describe('what is to be reached', () => {
  it.each([
    ['20', { kind: 'score', atLeast: '20' }],
    ['20.5', { kind: 'score', atLeast: '20.5' }],
    ['A', { kind: 'grade', grade: 'A' }],
    ['好', { kind: 'grade', grade: 'A' }],
    ['差', { kind: 'grade', grade: 'B' }],
  ])('pass: %s', (pass, bar) => {
    expect(scorecardOf(tableOf([rowOf('r', ROW)], `${GRADES}pass: ${pass}\n`), ROW_VOCABULARY).bar).toEqual(bar);
  });

  it('is nothing where nothing is said', () => {
    expect(scorecardOf(tableOf([rowOf('r', ROW)], GRADES), ROW_VOCABULARY)).not.toHaveProperty('bar');
    expect(told(tableOf([rowOf('r', ROW)], `${GRADES}pass: 优\n`))).toBe('not-a-figure');
    expect(told(tableOf([rowOf('r', ROW)], `${GRADES.replace('20', '20以下')}`))).toBe('not-a-figure');
  });
});

const by = (bureau: string, points: number) =>
  `points: ${points}, by: ${bureau}, deduct: { points: 1, if: { hall.tidy: no } }`;

describe('the points of a bureau', () => {
  const rows = [rowOf('r', by('甲局', 10)), rowOf('q', by('甲局', 5)), rowOf('p', by('乙局', 15))];

  it.each([
    ['{ 甲局: 15, 乙局: 15 }', ''],
    ['{ 甲局: 15 }', ''],
    ['{ 甲局: 14 }', 'bureau-sum'],
    ['{ 甲局: 15.5 }', 'bureau-sum'],
    ['{ 丙局: 15 }', 'unknown-name'],
    ['{ 甲局: 很多 }', 'not-a-figure'],
  ])('%s', (bureaus, expected) => {
    expect(told(tableOf(rows, `bureaus: ${bureaus}\n`))).toBe(expected);
  });

  it('are those within the total', () => {
    const outside = sectionOf('t', [rowOf('o', by('甲局', 3))], ', outside_total: yes');
    const sections = [sectionOf('s', rows), outside];
    expect(told(tableOf([], 'cap: 40\nbureaus: { 甲局: 15 }\n', sections))).toBe('');
    expect(told(tableOf([], 'cap: 40\nbureaus: { 甲局: 18 }\n', sections))).toBe('bureau-sum');
    expect(told(tableOf([], '', sections))).toBe('cap-unsaid');
  });
});

const EACH = 'points: 10, deduct: { for_each: problems, points: 1 }';

describe('a list that counts once', () => {
  it.each([
    ['in two rows of it', ['{ list: problems, in: [r, q] }'], [EACH, EACH], ''],
    ['in a row of it and one that is not', ['{ list: problems, in: [r, q] }'], [EACH, ROW], 'unknown-name'],
    ['in a row nobody knows', ['{ list: problems, in: [r, x] }'], [EACH, EACH], 'unknown-name'],
    [
      'told apart alike',
      ['{ list: problems, in: [r, q] }'],
      [`${EACH.slice(0, -2)}, once_per: matter }`, `${EACH.slice(0, -2)}, once_per: matter }`],
      '',
    ],
    [
      'told apart in two ways',
      ['{ list: problems, in: [r, q] }'],
      [EACH, `${EACH.slice(0, -2)}, once_per: matter }`],
      'once-per-differs',
    ],
    [
      'in steps of a group',
      ['{ list: problems, in: [r, q] }'],
      [EACH, 'points: 10, deduct: { group: [{ for_each: problems, points: 1 }], cap: 3 }'],
      '',
    ],
  ])('%s', (_, once, [r = '', q = ''], expected) => {
    const rows = [rowOf('r', r), rowOf('q', q)];
    expect(told(tableOf(rows, `counted_once: [${once}]\n`))).toBe(expected);
  });
});

/** What becomes of a row where there is no figure: what it says itself, else what holds for all. */
const EVIDENCE: readonly (readonly [all: string, own: string, treated: string])[] = [
  ['{ undeclared: open }', '', 'open open open open'],
  ['{ undeclared: zero }', '', 'zero open open open'],
  ['{ undeclared: open, did_not_occur: full }', '', 'open full open open'],
  ['{ undeclared: open, not_applicable: leave_out }', '', 'open open leave_out open'],
  ['{ undeclared: open, nothing_to_measure: zero }', '', 'open open open zero'],
  ['{ undeclared: open }', '{ undeclared: zero }', 'zero open open open'],
  ['{ undeclared: zero, did_not_occur: full }', '{ not_applicable: zero }', 'zero full zero open'],
  ['{ undeclared: zero, did_not_occur: full }', '{ did_not_occur: open }', 'zero open open open'],
];

describe('where there is no figure', () => {
  it.each(EVIDENCE.filter(([all, own]) => !`${all}${own}`.includes('leave_out')))(
    'of all %s, of the row %s',
    (all, own, treated) => {
      const row = own === '' ? ROW : `${ROW}, evidence: ${own}`;
      const text = tableOf([rowOf('r', row)]).replace('evidence: { undeclared: open }', `evidence: ${all}`);
      const [item] = scorecardOf(text, ROW_VOCABULARY).forms[0].sections[0].items;
      const { undeclared, states } = item.evidence;
      expect([undeclared, states.did_not_occur, states.not_applicable, states.nothing_to_measure].join(' ')).toBe(
        treated,
      );
    },
  );
});

const WORDS = vocabularyOf(
  `
theme: center
label: { zh: 中心, en: Centre }
facts:
  center.level: { label: { zh: 级别, en: Level }, type: term, list: center_levels }
  hall.tidy: { label: { zh: 环境整洁, en: Tidy }, type: yes_no }
`,
  'list: center_levels\nlabel: { zh: 级别, en: Levels }\nterms: { township: { zh: 乡镇中心, en: Township }, village: { zh: 村级站, en: Village } }\n',
);

describe('a scorecard that is a standard by itself', () => {
  it.each([
    ['{ counties: [某县], levels: [township] }', ''],
    ['{ counties: [], levels: [township] }', 'shape'],
    ['{ counties: [某县], levels: [] }', 'shape'],
    ['{ counties: [某县], levels: [moon] }', 'shape'],
    ['{ counties: [某县], levels: [township], version: 1.0 }', 'shape'],
    ['{ counties: [某县], levels: [township], version: 1.2.3, number: 某政〔2026〕1号, issued: 2026-01-01 }', ''],
    ['{ counties: [某县], levels: [township], in_force: { from: 2026-01-01 } }', ''],
    ['{ counties: [某县], levels: [township], in_force: { from: 2026-13-01 } }', 'shape'],
  ])('%s', (standard, expected) => {
    const said = problemsOf(tableOf([rowOf('r', ROW)], `standard: ${standard}\n`), WORDS).map(({ code }) => code);
    expect(said.join(' ')).toBe(expected);
  });
});
