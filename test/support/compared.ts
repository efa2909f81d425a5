/** A scorecard in which every kind of comparison between centres stands, beside a row that is its centre's alone. */
export const COMPARED_SCORECARD = `
kind: scorecard
id: compared
title: { zh: 比较样表, en: Compared }
total: 30
places: 2
rounding: half_up
floor: 0
item_floor: 0
evidence: { undeclared: open }
classes:
  - { id: mountain, label: { zh: 山区, en: Mountains }, if: { 山区村: yes } }
  - { id: plain, label: { zh: 平原, en: Lowland }, otherwise: true }
vocabulary:
  - theme: compared
    label: { zh: 比较数据, en: Figures compared }
    facts:
      compared.mountain: { label: { zh: 山区村, en: In the mountains }, type: yes_no }
      compared.volume: { label: { zh: 办件量, en: Cases }, type: count, counter: { zh: 件, en: cases }, plausible: [0, 1000] }
      compared.days: { label: { zh: 办理天数, en: Days }, type: quantity, unit: day, plausible: [0, 60] }
      compared.rate: { label: { zh: 网办率, en: Online }, type: percent }
      compared.complaints: { label: { zh: 投诉数, en: Complaints }, type: count, counter: { zh: 件, en: complaints }, plausible: [0, 50] }
      compared.answered: { label: { zh: 回复数, en: Answered }, type: count, counter: { zh: 件, en: complaints }, plausible: [0, 50] }
sections:
  - id: main
    title: { zh: 比较, en: Compared }
    points: 30
    items:
      - { id: own, clause: "1", title: { zh: 自己的, en: Own }, points: 4, award: { share_of: 网办率, points: 4 } }
      - { id: volume, clause: "2", title: { zh: 办件量, en: Volume }, points: 6, award: { relative: 办件量, points: 6, to: best, wanted: highest, among: class } }
      - { id: quick, clause: "3", title: { zh: 最快, en: Quick }, points: 4, award: { relative: 办理天数, points: 4, to: best, wanted: lowest } }
      - id: speed
        clause: "4"
        title: { zh: 速度名次, en: Speed }
        points: 5
        award: { relative: 办理天数, points: 5, to: rank, wanted: lowest, bands: [{ through: 1, points: 5 }, { through: 3, points: 3 }], otherwise: 1 }
      - id: online
        clause: "5"
        title: { zh: 网办名次, en: Online }
        points: 4
        award: { relative: 网办率, points: 4, to: quantile, wanted: highest, bands: [{ through: 30%, points: 4 }, { through: 60%, points: 2 }], otherwise: 0 }
      - id: answered
        clause: "6"
        title: { zh: 投诉回复, en: Answered }
        points: 3
        evidence: { nothing_to_measure: peers }
        award: { share_of: { rate: 回复数, of: 投诉数 }, points: 3 }
      - id: answered-most
        clause: "7"
        title: { zh: 回复率比较, en: Answered by comparison }
        points: 4
        evidence: { nothing_to_measure: peers }
        award: { relative: { rate: 回复数, of: 投诉数 }, points: 4, to: best, wanted: highest }
grades:
  - { id: good, label: { zh: 好, en: Good }, at_least: 18 }
  - { id: poor, label: { zh: 差, en: Poor } }
`;
