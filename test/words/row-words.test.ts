import { expect, it } from 'vitest';
import { rowText } from '../../src/words/scoring/row-words.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { firstOf } from '../support/first.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const item = (row: string) => {
  const card = scorecardOf(
    `${scorecardHead(20).replace('open }', 'open, not_applicable: full }')}not_checked: leave_out
calendar: { covers: 2024-01-01..2024-12-31, holidays: [], workdays: [] }
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 20, items: [
      { id: row, clause: 一, title: { zh: 项目, en: Row }, ${ROWS[row]} } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 5 }, { id: B, label: { zh: 差, en: Poor } }]
`,
    ROW_VOCABULARY,
  );
  return firstOf(firstOf(firstOf(card.forms).sections).items);
};

/** How every kind of row is reckoned, in Chinese and in English. */
const SAID: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  area: [
    '从 5 分起；大厅面积比 200㎡ 少的部分，每 10 ㎡扣 0.5 分（不足一档按一档）；扣到 0 分为止',
    'from 5; what Area of the hall lacks of 200 m²: take 0.5 for each 10 m² (a part of a step counts whole); not below 0',
  ],
  'area-share': [
    '从 4 分起；大厅面积比 200㎡ 少的部分，每 7 ㎡扣 0.3 分（按比例）（最多 3 分）；扣到 0 分为止',
    'from 4; what Area of the hall lacks of 200 m²: take 0.3 for each 7 m² (pro rata) (at most 3); not below 0',
  ],
  notices: [
    '从 3 分起；公示内容中缺少的（办理事项、办理流程、办理时限、收费标准），每 1 项扣 0.7 分；扣到 0 分为止',
    'from 3; what is missing of Notices (Items, Steps, Time limits, Fees): take 0.7 for each; not below 0',
  ],
  'notices-held': [
    '从 0 分起；公示内容中有的（办理事项、收费标准），每 1 项得 2 分',
    'from 0; what is there of Notices (Items, Fees): give 2 for each',
  ],
  'levels-seen': [
    '从 4 分起；查出级别中缺少的（县级、市级、省级），每 1 项扣 1.2 分；扣到 0 分为止',
    'from 4; what is missing of Found by (County, City, Province): take 1.2 for each; not below 0',
  ],
  rate: [
    '从 0 分起；满意率：不低于 95% 得 10 分；不低于 80%、不满 95% 得 6 分；不满 80% 得 1 分',
    'from 0; Satisfaction: at least 95% give 10; at least 80%, less than 95% give 6; less than 80% give 1',
  ],
  'rate-steps': [
    '从 6 分起；满意率比 95% 少的部分，每 1 个百分点扣 0.5 分（不足一档不计）；扣到 0 分为止',
    'from 6; what Satisfaction lacks of 95%: take 0.5 for each 1 percentage points (a part of a step counts nothing); not below 0',
  ],
  'rate-share': ['从 0 分起；7 分 × 满意率', 'from 0; 7 × Satisfaction'],
  served: ['从 0 分起；5 分 × 工作人员数 ÷ 窗口数', 'from 0; 5 × Staff ÷ Windows'],
  ratio: [
    '从 5 分起；办件数 ÷ 工作人员数超过 10 的部分，每 3 扣 1 分（不足一档按一档）；扣到 0 分为止',
    'from 5; Cases handled ÷ Staff beyond 10: take 1 for each 3 (a part of a step counts whole); not below 0',
  ],
  staffing: [
    '从 5 分起；工作人员数比 窗口数 × 2 少的部分，每 1 人扣 1 分；扣到 0 分为止',
    'from 5; what Staff lacks of Windows × 2: take 1 for each; not below 0',
  ],
  tidy: ['从 2 分起；“环境整洁”为“否”的，扣 2 分；扣到 0 分为止', 'from 2; if "Tidy" is no: take 2; not below 0'],
  'any-of': [
    '从 3 分起；“环境整洁”为“否”，或者“有电梯”为“否”的，扣 1.5 分；扣到 0 分为止',
    'from 3; if "Tidy" is no, or "Has a lift" is no: take 1.5; not below 0',
  ],
  'all-or-nothing': [
    '从 0 分起；环境整洁，且有电梯的，得 4 分',
    'from 0; if "Tidy" is yes and "Has a lift" is yes: give 4',
  ],
  'zero-out': [
    '从 6 分起；“环境整洁”为“否”的，扣 1 分；“消防设施完好”为“否”的整项不得分；扣到 0 分为止',
    'from 6; if "Tidy" is no: take 1; nothing if "Fire equipment sound" is no; not below 0',
  ],
  conditional: [
    '只限有电梯的；从 3 分起；“消防设施完好”为“否”的，扣 2 分；扣到 0 分为止',
    'only if "Has a lift" is yes; from 3; if "Fire equipment sound" is no: take 2; not below 0',
  ],
  'conditional-step': [
    '从 3 分起；“环境整洁”为“否”的，扣 1 分（只限有电梯的）；“消防设施完好”为“否”的，扣 1 分；扣到 0 分为止',
    'from 3; if "Tidy" is no: take 1 (only if "Has a lift" is yes); if "Fire equipment sound" is no: take 1; not below 0',
  ],
  excused: [
    '从 5 分起；“环境整洁”为“否”的，扣 5 分（填了“情况说明”的不扣）；扣到 0 分为止',
    'from 5; if "Tidy" is no: take 5 (not if "Explanation filed" is given); not below 0',
  ],
  options: [
    '从 0 分起；工作人员数至少 8 人的 得 5 分；有电梯的 得 3 分；其余 得 1 分',
    'from 0; if "Staff" is at least 8 give 5; if "Has a lift" is yes give 3; otherwise give 1',
  ],
  'best-of': [
    '从 0 分起；取最高：有电梯的，得 4 分；工作人员数，每 1 人得 0.5 分（最多 5 分）；6 分 × 满意率',
    'from 0; the best of: if "Has a lift" is yes: give 4; Staff: give 0.5 for each (at most 5); 6 × Satisfaction',
  ],
  group: [
    '从 6 分起；“环境整洁”为“否”的，扣 1 分；公示内容中缺少的（办理事项、办理流程、办理时限、收费标准），每 1 项扣 1 分（最多 3 分）；扣到 0 分为止',
    'from 6; if "Tidy" is no: take 1; what is missing of Notices (Items, Steps, Time limits, Fees): take 1 for each (at most 3); not below 0',
  ],
  checks: [
    '从 4 分起；没有做到的（环境整洁；消防设施完好；工作人员数至少 3 人），每 1 项扣 1 分；扣到 0 分为止',
    'from 4; what fails of: "Tidy" is yes; "Fire equipment sound" is yes; "Staff" is at least 3: take 1 for each; not below 0',
  ],
  problems: [
    '从 6 分起；问题清单（情节严重），每 1 个问题扣 2 分；扣到 0 分为止',
    'from 6; Problems found ("Serious" is yes): take 2 for each; not below 0',
  ],
  sample: [
    '从 6 分起；问题清单（情节严重）（抽查 5 个，不足的按比例折算），每 1 个问题扣 1 分（按比例）；扣到 0 分为止',
    'from 6; Problems found ("Serious" is yes) (in a sample of 5, scaled where there are fewer): take 1 for each 1 problem (pro rata); not below 0',
  ],
  'sample-open': [
    '从 6 分起；问题清单（情节严重）（抽查 3 个，不足的待定），每 1 个问题扣 1 分；扣到 0 分为止',
    'from 6; Problems found ("Serious" is yes) (in a sample of 3, open where there are fewer): take 1 for each; not below 0',
  ],
  levels: [
    '从 8 分起；问题清单逐条：省级 扣 3 分；市级 扣 2 分；县级 扣 1 分；其余 扣 0.5 分；扣到 0 分为止',
    'from 8; for each of Problems found: Province take 3; City take 2; County take 1; otherwise take 0.5; not below 0',
  ],
  'levels-again': [
    '从 8 分起；问题清单（情节严重）逐条：省级 扣 2 分；市级 扣 2 分；县级 扣 2 分；其余 扣 1 分，每条最多 1.5 分；扣到 0 分为止',
    'from 8; for each of Problems found ("Serious" is yes): Province take 2; City take 2; County take 2; otherwise take 1, each at most 1.5; not below 0',
  ],
  'by-matter': [
    '从 8 分起；问题清单逐条：省级 扣 3 分；市级 扣 2 分；县级 扣 1 分；其余 扣 0.5 分，同一事由只计最高的一条；扣到 0 分为止',
    'from 8; for each of Problems found: Province take 3; City take 2; County take 1; otherwise take 0.5, one Matter counts once, at its highest; not below 0',
  ],
  'by-matter-again': [
    '从 8 分起；问题清单（情节严重）逐条：扣 2 分，同一事由只计最高的一条；扣到 0 分为止',
    'from 8; for each of Problems found ("Serious" is yes): take 2, one Matter counts once, at its highest; not below 0',
  ],
  matters: [
    '从 0 分起；问题清单逐条：省级 得 3 分；市级 得 2 分；其余 得 1 分，同一事由只计最高的一条',
    'from 0; for each of Problems found: Province give 3; City give 2; otherwise give 1, one Matter counts once, at its highest',
  ],
  again: [
    '从 9 分起；问题清单逐条：省级 扣 3 分；市级 扣 2 分；县级 扣 1 分；其余 扣 0.5 分，同一问题名称超过 1 条的按 2 倍；扣到 0 分为止',
    'from 9; for each of Problems found: Province take 3; City take 2; County take 1; otherwise take 0.5, those beyond 1 of one Name of the problem count 2 times; not below 0',
  ],
  'again-all': [
    '从 9 分起；问题清单（情节严重）逐条：扣 1 分，超过 1 条的按 2 倍，超过 2 条的按 3 倍，每条最多 2.5 分；扣到 0 分为止',
    'from 9; for each of Problems found ("Serious" is yes): take 1, those beyond 1 count 2 times, those beyond 2 count 3 times, each at most 2.5; not below 0',
  ],
  'cap-per': [
    '从 9 分起；问题清单逐条：缺岗天数，每 1 天扣 1 分（按比例），同一问题名称最多 1.5 分；扣到 0 分为止',
    'from 9; for each of Problems found: Days away: take 1 for each 1 days (pro rata), one Name of the problem at most 1.5; not below 0',
  ],
  'late-each': [
    '从 8 分起；问题清单（“情节严重”为“否”）逐条：实际办结日迟于期限的天数：不高于 0个工作日 扣 0 分；不低于 1个工作日、不高于 3个工作日 扣 0.5 分；超过 3个工作日 扣 1 分；扣到 0 分为止',
    'from 8; for each of Problems found ("Serious" is no): days by which Done is late: at most 0 working days take 0; at least 1 working days, at most 3 working days take 0.5; more than 3 working days take 1; not below 0',
  ],
  'late-report': [
    '从 3 分起；报送日期迟于期限的天数：不高于 0天 扣 0 分；不低于 1天、不高于 10天 扣 1 分；超过 10天 扣 3 分；扣到 0 分为止',
    'from 3; days by which Reported on is late: at most 0 days take 0; at least 1 days, at most 10 days take 1; more than 10 days take 3; not below 0',
  ],
  absence: [
    '从 5 分起；问题清单的缺岗天数之和，每 0.5 天扣 0.2 分（不足一档不计）；扣到 0 分为止',
    'from 5; Problems found: sum of Days away: take 0.2 for each 0.5 days (a part of a step counts nothing); not below 0',
  ],
  'late-sum': [
    '从 5 分起；问题清单的实际办结日迟于期限的天数之和，每 1 个工作日扣 0.5 分；扣到 0 分为止',
    'from 5; Problems found: sum of days by which Done is late: take 0.5 for each; not below 0',
  ],
  'problem-rate': [
    '从 5 分起；问题清单（情节严重） ÷ 问题清单，每 5 %扣 0.5 分（不足一档不计）；扣到 0 分为止',
    'from 5; Problems found ("Serious" is yes) ÷ Problems found: take 0.5 for each 5% (a part of a step counts nothing); not below 0',
  ],
  rude: [
    '从 4 分起；态度生硬，每 1 人次扣 0.5 分，超过 2 的部分每次按 1 分，超过 4 的部分每次按 2 分；扣到 0 分为止',
    'from 4; Rude: take 0.5 for each, beyond 2: 1 for each further one, beyond 4: 2 for each further one; not below 0',
  ],
  rising: [
    '从 9 分起；脱岗，每 1 人次扣 0.5 分，超过 2 的全部按 1 分；扣到 0 分为止',
    'from 9; Off post: take 0.5 for each, beyond 2: 1 for all of them; not below 0',
  ],
  judged: ['从 0 分起；检查人评定：项目，得 0～5 分', 'from 0; judged on site: Row, give 0–5'],
  chosen: ['从 0 分起；检查人评定：项目，得分：好 5分、差 1分', 'from 0; judged on site: Row, give: Good 5, Poor 1'],
  both: [
    '从 6 分起；公示内容中有的（办理事项、办理流程、办理时限、收费标准），每 1 项得 2 分；“消防设施完好”为“否”的，扣 3 分；扣到 0 分为止',
    'from 6; what is there of Notices (Items, Steps, Time limits, Fees): give 2 for each; if "Fire equipment sound" is no: take 3; not below 0',
  ],
  bonus: [
    '从 0 分起；办件数超过 100件 的部分，每 10 件得 0.5 分（不足一档不计）',
    'from 0; Cases handled beyond 100 cases: give 0.5 for each 10 cases (a part of a step counts nothing)',
  ],
  'no-floor': [
    '从 2 分起；问题清单，每 1 个问题扣 1.5 分；可以是负分',
    'from 2; Problems found: take 1.5 for each; may be negative',
  ],
  'only-loss': [
    '从 0 分起；问题清单（查出级别为省级），每 1 个问题扣 2 分；扣到 −6 分为止',
    'from 0; Problems found ("Found by" is Province): take 2 for each; not below -6',
  ],
  form: ['从 0 分起；另一张 30 分的表，折成 6 分', 'from 0; a form of 30, for 6'],
  compared: [
    '从 0 分起；与其他中心比较：办件数，最多 5 分',
    'from 0; compared with the other centres: Cases handled, at most 5',
  ],
};

it.each(Object.entries(SAID))('%s is put in one plain line', (row, said) => {
  const one = item(row);
  expect((['zh', 'en'] as const).map(lang => rowText(one, { vocabulary: ROW_VOCABULARY, lang }))).toEqual(said);
});

it('every kind of row has its line', () => {
  expect(Object.keys(SAID)).toEqual(Object.keys(ROWS));
});
