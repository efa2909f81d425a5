import { expect, it } from 'vitest';
import { vocabularyOf } from '/work/main/test/support/inline.ts';
import { problemsOf, range, resultOf, tableOf } from '/work/main/test/support/table.ts';
import { problemLine } from '/work/main/src/report/words/problems.ts';
const V = vocabularyOf(`
theme: hall
label: { zh: 办事大厅, en: Service hall }
facts:
  hall.area: { label: { zh: 大厅面积, en: Area }, type: quantity, unit: m², plausible: [5, 5000] }
  hall.notices: { label: { zh: 公示, en: Notices }, type: terms, list: notices }
  hall.rate: { label: { zh: 按时办结率, en: On time }, type: percent }
  cases:
    label: { zh: 办件, en: Cases }
    type: records
    item: { zh: 办件, en: case }
    key: name
    fields:
      name: { label: { zh: 名称, en: Name }, type: text }
      level: { label: { zh: 查出级别, en: Found by }, type: term, list: levels }
      due: { label: { zh: 应办结日, en: Due }, type: date }
      done: { label: { zh: 办结日, en: Done }, type: date }
`, `
list: notices
label: { zh: 公示内容, en: Notices }
terms:
  a: { zh: 事项, en: Items }
  b: { zh: 流程, en: Process }
  c: { zh: 时限, en: Limits }
`, `
list: levels
label: { zh: 级别, en: Levels }
terms:
  county: { zh: 县级, en: County }
  city: { zh: 市级, en: City }
`);
const T = `
kind: table
id: smoke
title: { zh: 表, en: Table }
total: 20
places: 2
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open, did_not_occur: no_effect }
calendar: { covers: 2024-01-01..2024-12-31, holidays: [2024-05-01..2024-05-05], workdays: [2024-04-28] }
sections:
  - id: s
    title: { zh: 场所, en: Place }
    points: 20
    items:
      - id: area
        clause: 一
        title: { zh: 面积, en: Area }
        points: 5
        deduct: { each: { fact: 大厅面积, short_of: 200 m² }, per: 10 m², steps: started, points: 1 }
      - id: notices
        clause: 二
        title: { zh: 公示, en: Notices }
        points: 5
        deduct: { each: { missing: 公示, of: all }, points: 0.5 }
      - id: late
        clause: 三
        title: { zh: 超期, en: Late }
        points: 5
        deduct:
          - { for_each: cases, tiers: { late: done, due: due, in: workdays }, bands: [{ at_most: 0, points: 0 }, { between: [1, 5], points: 0.5 }, { more_than: 5, points: 1 }] }
          - { for_each: cases, points_by: level, prices: { 市级: 2, 县级: 1 }, otherwise: 0 }
      - id: attitude
        clause: 四
        title: { zh: 态度, en: Manner }
        points: 5
        deduct: { each: { tally: { zh: 态度生硬, en: Rude }, counter: { zh: 人次, en: times } }, points: 0.5, then: { after: 2, points: 1, applies: further } }
grades:
  - { id: A, label: { zh: 好, en: Good }, at_least: 15 }
  - { id: B, label: { zh: 差, en: Poor } }
`;
it('works', () => {
  for (const p of problemsOf(T, V)) console.log(problemLine(p, 'zh'));
  const t = tableOf(T, V);
  const r = resultOf(t, V, { profile: `
大厅面积: 184
公示: [事项]
cases:
  - { name: x, level: 县级, due: 2024-04-26, done: 2024-05-08 }
  - { name: y, level: 市级, due: 2024-04-26, done: 2024-04-26 }
`, entries: { attitude: 4 } });
  for (const i of r.items) console.log(i.item, range(i));
  console.log(range(r), r.grade.candidates.map(g => g.id));
  const r2 = resultOf(t, V, { profile: `
公示: 未发生
cases:
  - { name: x, level: 县级, due: 2024-04-26 }
` });
  for (const i of r2.items) console.log(i.item, range(i), i.gaps.map(g => g.fact));
  console.log(range(r2), r2.grade);
});
