import { vocabularyOf } from '../support/inline.ts';

/** A small vocabulary with a fact of every type that scorecards ask about. */
export const ROW_VOCABULARY = vocabularyOf(
  `
theme: hall
label: { zh: 办事大厅, en: Service hall }
facts:
  hall.name: { label: { zh: 大厅名称, en: Name of the hall }, type: text }
  hall.area: { label: { zh: 大厅面积, en: Area of the hall }, type: quantity, unit: m², plausible: [5, 300] }
  hall.rate: { label: { zh: 满意率, en: Satisfaction }, type: percent }
  hall.staff: { label: { zh: 工作人员数, en: Staff }, type: count, counter: { zh: 人, en: people }, plausible: [0, 12] }
  hall.windows: { label: { zh: 窗口数, en: Windows }, type: count, counter: { zh: 个, en: windows }, plausible: [0, 9] }
  hall.handled: { label: { zh: 办件数, en: Cases handled }, type: count, counter: { zh: 件, en: cases } }
  hall.notices: { label: { zh: 公示内容, en: Notices }, type: terms, list: notices }
  hall.mountain: { label: { zh: 山区乡镇, en: In the mountains }, type: yes_no }
  hall.lift: { label: { zh: 有电梯, en: Has a lift }, type: yes_no }
  hall.tidy: { label: { zh: 环境整洁, en: Tidy }, type: yes_no }
  hall.alarm: { label: { zh: 消防设施完好, en: Fire equipment sound }, type: yes_no }
  hall.explained: { label: { zh: 情况说明, en: Explanation filed }, type: text }
  hall.reported: { label: { zh: 报送日期, en: Reported on }, type: date }
`,
  `
theme: matters
label: { zh: 问题, en: Problems }
facts:
  problems:
    label: { zh: 问题清单, en: Problems found }
    type: records
    item: { zh: 问题, en: problem }
    key: name
    fields:
      name: { label: { zh: 问题名称, en: Name of the problem }, type: text }
      matter: { label: { zh: 事由, en: Matter }, type: text }
      level: { label: { zh: 查出级别, en: Found by }, type: term, list: levels }
      serious: { label: { zh: 情节严重, en: Serious }, type: yes_no }
      days: { label: { zh: 缺岗天数, en: Days away }, type: quantity, unit: day, plausible: [0, 30] }
      due: { label: { zh: 应办结日, en: Due }, type: date }
      done: { label: { zh: 实际办结日, en: Done }, type: date }
`,
  `
list: notices
label: { zh: 公示内容, en: Notices }
terms:
  items: { zh: 办理事项, en: Items }
  steps: { zh: 办理流程, en: Steps }
  limits: { zh: 办理时限, en: Time limits }
  fees: { zh: 收费标准, en: Fees }
`,
  `
list: levels
label: { zh: 查出级别, en: Levels }
terms:
  county: { zh: 县级, en: County }
  city: { zh: 市级, en: City }
  province: { zh: 省级, en: Province }
`,
);

/** Rows of every kind, each on one line; the key is its id. */
export const ROWS: Readonly<Record<string, string>> = {
  area: 'points: 5, deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 10 m², steps: started, points: 0.5 }',
  'area-share':
    'points: 4, deduct: { each: { fact: hall.area, short_of: 200 m² }, per: 7 m², steps: pro_rata, points: 0.3, cap: 3 }',
  notices: 'points: 3, deduct: { each: { missing: hall.notices, of: all }, points: 0.7 }',
  'notices-held': 'points: 4, award: { each: { present: hall.notices, of: [办理事项, 收费标准] }, points: 2 }',
  'levels-seen': 'points: 4, deduct: { each: { missing: problems.level, of: [县级, 市级, 省级] }, points: 1.2 }',
  rate: 'points: 10, award: { tiers: hall.rate, bands: [{ at_least: 95%, points: 10 }, { at_least: 80%, less_than: 95%, points: 6 }, { less_than: 80%, points: 1 }] }',
  'rate-steps': 'points: 6, deduct: { each: { fact: hall.rate, short_of: 95% }, per: 1%, steps: full, points: 0.5 }',
  'rate-share': 'points: 7, award: { share_of: hall.rate, points: 7 }',
  served: 'points: 5, award: { share_of: { rate: hall.staff, of: hall.windows }, points: 5 }',
  ratio:
    'points: 5, deduct: { each: { ratio: hall.handled, to: hall.staff, beyond: 10 }, per: 3, steps: started, points: 1 }',
  staffing: 'points: 5, deduct: { each: { fact: hall.staff, short_of: { fact: hall.windows, times: 2 } }, points: 1 }',
  tidy: 'points: 2, deduct: { points: 2, unless: { hall.tidy: yes } }',
  'any-of': 'points: 3, deduct: { points: 1.5, if_any: [{ hall.tidy: no }, { hall.lift: no }] }',
  'all-or-nothing': 'points: 4, award: { points: all, if_all: [{ hall.tidy: yes }, { hall.lift: yes }] }',
  'zero-out': 'points: 6, zero_if: { hall.alarm: no }, deduct: { points: 1, unless: { hall.tidy: yes } }',
  conditional: 'points: 3, when: { hall.lift: yes }, deduct: { points: 2, unless: { hall.alarm: yes } }',
  'conditional-step':
    'points: 3, deduct: [{ points: 1, unless: { hall.tidy: yes }, only_if: { hall.lift: yes } }, { points: 1, unless: { hall.alarm: yes } }]',
  excused:
    'points: 5, deduct: { points: all, unless: { hall.tidy: yes }, excused_if: { hall.explained: { stated: yes } } }',
  options:
    'points: 5, award: { options: [{ if: { hall.staff: { at_least: 8 } }, points: 5 }, { if: { hall.lift: yes }, points: 3 }], otherwise: 1 }',
  'best-of':
    'points: 6, award: { best_of: [{ points: 4, if: { hall.lift: yes } }, { each: hall.staff, points: 0.5, cap: 5 }, { share_of: hall.rate, points: 6 }] }',
  group:
    'points: 6, deduct: { group: [{ points: 1, unless: { hall.tidy: yes } }, { each: { missing: hall.notices, of: all }, points: 1 }], cap: 3 }',
  checks:
    'points: 4, deduct: { each: { failed: [{ hall.tidy: yes }, { hall.alarm: yes }, { hall.staff: { at_least: 3 } }] }, points: 1 }',
  problems: 'points: 6, deduct: { each: { count: problems, where: { serious: yes } }, points: 2 }',
  sample:
    'points: 6, deduct: { each: { count: problems, where: { serious: yes }, sample: { size: 5, when_short: scale } }, per: 1, steps: pro_rata, points: 1 }',
  'sample-open':
    'points: 6, deduct: { each: { count: problems, where: { serious: yes }, sample: { size: 3, when_short: open } }, points: 1 }',
  levels:
    'points: 8, deduct: { for_each: problems, points_by: level, prices: { 省级: 3, 市级: 2, 县级: 1 }, otherwise: 0.5 }',
  'levels-again':
    'points: 8, deduct: { for_each: problems, where: { serious: yes }, points_by: level, prices: { 省级: 2, 市级: 2, 县级: 2 }, otherwise: 1, cap_each: 1.5 }',
  'by-matter':
    'points: 8, deduct: { for_each: problems, once_per: matter, points_by: level, prices: { 省级: 3, 市级: 2, 县级: 1 }, otherwise: 0.5 }',
  'by-matter-again': 'points: 8, deduct: { for_each: problems, once_per: matter, where: { serious: yes }, points: 2 }',
  matters:
    'points: 8, award: { for_each: problems, once_per: matter, points_by: level, prices: { 省级: 3, 市级: 2 }, otherwise: 1 }',
  again:
    'points: 9, deduct: { for_each: problems, points_by: level, prices: { 省级: 3, 市级: 2, 县级: 1 }, otherwise: 0.5, again: { after: 1, times: 2, same: name } }',
  'again-all':
    'points: 9, deduct: { for_each: problems, where: { serious: yes }, points: 1, cap_each: 2.5, again: [{ after: 1, times: 2 }, { after: 2, times: 3 }] }',
  'cap-per':
    'points: 9, deduct: { for_each: problems, each: days, per: 1 天, steps: pro_rata, points: 1, cap_per: { field: name, points: 1.5 } }',
  'late-each':
    'points: 8, deduct: { for_each: problems, where: { serious: no }, tiers: { late: done, due: due, in: workdays }, bands: [{ at_most: 0, points: 0 }, { between: [1, 3], points: 0.5 }, { more_than: 3, points: 1 }] }',
  'late-report':
    'points: 3, deduct: { tiers: { late: hall.reported, due: 2024-03-31, in: days }, bands: [{ at_most: 0, points: 0 }, { between: [1, 10], points: 1 }, { more_than: 10, points: 3 }] }',
  absence: 'points: 5, deduct: { each: { sum: problems, of: days }, per: 0.5 day, steps: full, points: 0.2 }',
  'late-sum':
    'points: 5, deduct: { each: { sum: problems, of: { late: done, due: { fact: due, plus: 2 workdays }, in: workdays } }, points: 0.5 }',
  'problem-rate':
    'points: 5, deduct: { each: { rate: { count: problems, where: { serious: yes } }, of: { count: problems } }, per: 5%, steps: full, points: 0.5 }',
  rude: 'points: 4, deduct: { each: { tally: { zh: 态度生硬, en: Rude }, counter: { zh: 人次, en: times } }, points: 0.5, then: [{ after: 2, points: 1, applies: further }, { after: 4, points: 2, applies: further }] }',
  rising:
    'points: 9, deduct: { each: { tally: { zh: 脱岗, en: Off post }, counter: { zh: 人次, en: times } }, points: 0.5, then: { after: 2, points: 1, applies: all } }',
  judged: 'points: 5, award: { entered: { range: [0, 5], step: 0.5 } }',
  chosen:
    'points: 5, award: { entered: { options: [{ id: good, label: { zh: 好, en: Good }, points: 5 }, { id: poor, label: { zh: 差, en: Poor }, points: 1 }] } }',
  both: 'points: 10, start: 6, award: { each: { present: hall.notices, of: all }, points: 2 }, deduct: { points: 3, if: { hall.alarm: no } }',
  bonus: 'points: 5, award: { each: { fact: hall.handled, beyond: 100 }, per: 10, steps: full, points: 0.5 }',
  'no-floor': 'points: 2, floor: none, deduct: { each: { count: problems, plausible: 6 }, points: 1.5 }',
  'only-loss': 'points: 0, floor: -6, deduct: { each: { count: problems, where: { level: 省级 } }, points: 2 }',
  form: 'points: 6, award: { points: 6, form: { total: 30, sections: [{ id: inner, title: { zh: 分表, en: Form }, points: 30, items: [{ id: inner-a, clause: 一, title: { zh: 甲, en: A }, points: 20, deduct: { each: { missing: hall.notices, of: all }, points: 3 } }, { id: inner-b, clause: 二, title: { zh: 乙, en: B }, points: 10, when: { hall.lift: yes }, evidence: { not_applicable: not_checked }, award: { share_of: hall.rate, points: 10 } }] }] } }',
  compared: 'points: 5, award: { relative: hall.handled, points: 5, to: best, wanted: highest }',
};
