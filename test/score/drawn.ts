import fc from 'fast-check';
import type { Filling } from '../support/scorecard.ts';
import { ROWS } from './rows.ts';

const HIDDEN = Symbol('hidden');

type Cell = string | typeof HIDDEN;

/** A value, or one of the two states; also hidden, where it is not declared at all. */
const cell = (...values: readonly string[]): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constantFrom('不适用', '未发生') },
    { weight: 1, arbitrary: fc.constant(HIDDEN) },
  );

const DATES = ['2024-03-29', '2024-04-01', '2024-04-03', '2024-04-15', '2024-06-30', '2025-02-01'];

const record = fc.record({
  问题名称: cell('甲', '乙', '丙'),
  事由: cell('拖延', '收费', '脱岗'),
  查出级别: cell('县级', '市级', '省级'),
  情节严重: cell('是', '否'),
  缺岗天数: cell('0.5天', '1天', '3.3天', '0'),
  应办结日: cell(...DATES),
  实际办结日: cell(...DATES),
});

const facts = fc.record({
  大厅面积: cell('5', '60', '133.3', '199.99', '200', '300'),
  满意率: cell('0%', '79.9%', '80%', '94.99%', '95%', '100%'),
  工作人员数: cell('0', '2', '7', '8', '12'),
  窗口数: cell('0', '1', '3', '9'),
  办件数: cell('0', '7', '100', '131', '900'),
  公示内容: cell('无', '办理事项', '办理事项、办理流程、办理时限', '办理事项、办理流程、办理时限、收费标准'),
  山区乡镇: cell('是', '否'),
  有电梯: cell('是', '否'),
  环境整洁: cell('是', '否'),
  消防设施完好: cell('是', '否'),
  情况说明: cell('已说明', '已报县局'),
  报送日期: cell(...DATES),
});

const problems = fc.oneof(
  { weight: 8, arbitrary: fc.array(record, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('不适用', '未发生') },
  { weight: 1, arbitrary: fc.constant(HIDDEN) },
);

const entries = fc.record(
  {
    rude: fc.nat(7).map(String),
    rising: fc.nat(7).map(String),
    judged: fc.nat(10).map(halves => String(halves / 2)),
    chosen: fc.constantFrom('1', '5'),
  },
  { requiredKeys: [] },
);

export interface Declared {
  readonly facts: Readonly<Record<string, Cell>>;
  readonly problems: string | typeof HIDDEN | readonly Readonly<Record<string, Cell>>[];
  readonly entries: Readonly<Record<string, string>>;
}

export const declared: fc.Arbitrary<Declared> = fc.record({ facts, problems, entries });

/** The same with more of it hidden. */
export const hide = (full: Declared, hidden: (key: string) => boolean): Declared => {
  const keep = <T>(cells: Readonly<Record<string, T>>, path: string): Record<string, T> =>
    Object.fromEntries(Object.entries(cells).filter(([key]) => !hidden(`${path}.${key}`)));
  const { problems: list } = full;
  return {
    facts: keep(full.facts, 'facts'),
    problems: hidden('problems')
      ? HIDDEN
      : Array.isArray(list)
        ? list.map((one, index) => keep(one, String(index)))
        : list,
    entries: keep(full.entries, 'entries'),
  };
};

const shown = (cells: Readonly<Record<string, Cell>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter((pair): pair is [string, string] => pair[1] !== HIDDEN));

export const filling = ({ facts: cells, problems: list, entries: filled }: Declared): Filling => ({
  profile: JSON.stringify({
    ...shown(cells),
    ...(list === HIDDEN ? {} : { 问题清单: typeof list === 'string' ? list : list.map(shown) }),
    大厅名称: '样例大厅',
  }),
  entries: filled,
});

const treatment = fc.constantFrom('open', 'zero', 'full', 'no_effect', 'not_checked', 'peers');

const evidence = fc.record({
  undeclared: fc.constantFrom('open', 'zero'),
  did_not_occur: treatment,
  not_applicable: treatment.filter(one => one !== 'open'),
  nothing_to_measure: treatment,
});

export const table = fc
  .record({
    rows: fc.oneof(
      { weight: 4, arbitrary: fc.subarray(Object.keys(ROWS), { minLength: 1, maxLength: 6 }) },
      {
        weight: 1,
        arbitrary: fc.subarray(['levels', 'levels-again', 'late-each', 'by-matter', 'by-matter-again'], {
          minLength: 2,
        }),
      },
    ),
    evidence: fc.array(evidence, { minLength: 6, maxLength: 6 }),
    scale: fc.boolean(),
    rounding: fc.constantFrom('down', 'half_up'),
    places: fc.constantFrom(1, 2),
    classes: fc.boolean(),
    veto: fc.constantFrom('zero', '{ grade: D }', '{ grade_at_most: C }', undefined),
    once: fc.boolean(),
    cap: fc.constantFrom('none', '30'),
    outside: fc.boolean(),
  })
  .map(({ rows, evidence: rules, scale, rounding, places, classes, veto, once, cap, outside }) => {
    const named = (wanted: boolean): readonly string[] => rows.filter(id => (id === 'bonus' && outside) === wanted);
    const lines = (ids: readonly string[]): string =>
      ids
        .map((id, index) => {
          const only =
            classes && index % 3 === 1 ? 'for: [mountain], ' : classes && index % 3 === 2 ? 'for: [plain], ' : '';
          const required = index < 2 ? 'required_for: [A], ' : '';
          return `      - { id: ${id}, clause: 一, title: { zh: ${id}, en: ${id} }, ${only}${required}evidence: ${JSON.stringify(rules[rows.indexOf(id)])}, ${ROWS[id]} }`;
        })
        .join('\n');
    const groups = [
      ['levels', 'levels-again', 'late-each'],
      ['by-matter', 'by-matter-again'],
    ].map(group => group.filter(id => rows.includes(id)));
    const priced = groups.filter(({ length }) => once && length > 1);
    const shared =
      priced.length === 0
        ? ''
        : `counted_once: [${priced.map(ids => `{ list: problems, in: [${ids.join(', ')}] }`).join(', ')}]`;
    return `
kind: scorecard
id: drawn
title: { zh: 抽样表, en: Drawn }
total: 30
places: ${places}
rounding: ${rounding}
floor: none
cap: ${cap}
item_floor: 0
not_checked: ${scale ? 'scale' : 'leave_out'}
evidence: { undeclared: open }
calendar: { covers: 2024-01-01..2024-12-31, holidays: [2024-04-04..2024-04-06], workdays: [2024-04-07] }
${classes ? 'classes: [{ id: mountain, label: { zh: 山区, en: Mountain }, if: { hall.mountain: yes } }, { id: plain, label: { zh: 平原, en: Plain }, otherwise: true }]' : ''}
${shared}
sections:
  - id: main
    title: { zh: 正表, en: Main }
    points: 30
    items:
${lines(named(false)) || '      - { id: filler, clause: 一, title: { zh: 填充, en: Filler }, points: 1, award: { base: 1 } }'}
${named(true).length > 0 ? `  - id: extra\n    title: { zh: 加分, en: Bonus }\n    points: 5\n    outside_total: yes\n    items:\n${lines(named(true))}` : ''}
${veto === undefined ? '' : `vetoes: [{ id: fire, title: { zh: 消防, en: Fire }, if: { hall.alarm: no }, effect: ${veto} }]`}
grades:
  - { id: A, label: { zh: 优, en: A }, at_least: 20, requires: [{ hall.tidy: yes }] }
  - { id: B, label: { zh: 良, en: B }, at_least: 12 }
  - { id: C, label: { zh: 中, en: C }, at_least: 5 }
  - { id: D, label: { zh: 差, en: D } }
`;
  });
