import type { ScorecardError } from '../../model/scoring/scorecard-defect.ts';
import { SHEET_ERRORS } from './card-sheets.ts';
import { type Sentence, say } from './phrases.ts';

export const ERRORS: Readonly<Record<ScorecardError, Sentence>> = {
  'no-amount': say('没有写分值：请补上 {key}（{row}）', 'the amount is missing: give {key} ({row})'),
  'too-fine': say(
    '分值 {amount} 的小数超过本表规定的 {places} 位；请改分值，或把 places 调大',
    '{amount} has more decimals than the {places} that the scorecard keeps: change it, or raise places',
  ),
  'not-a-figure': say('“{key}”应为一个数，实际是“{found}”', '{key} should be a number, found "{found}"'),
  'too-small': say('“{key}”须 {least}，实际是“{found}”', '{key} must be {least}, found "{found}"'),
  'not-in-unit': say(
    '“{key}”应是带单位的数，如 {example}，实际是“{found}”',
    '{key} should be a number with its unit, such as {example}, found "{found}"',
  ),
  'per-unsaid': say(
    '没有写按多少计一次：请补上 per（如 per: 1%、per: 0.5 天）',
    'per what is it counted? Give per (per: 1%, per: 0.5 day)',
  ),
  'steps-unsaid': say(
    '不足一档的怎样算没有写：请补上 steps: full（不足不计）| started（不足按一档）| pro_rata（按比例）',
    'say what a part of a step counts, steps: full (nothing) | started (a whole step) | pro_rata (its share)',
  ),
  'floor-unsaid': say(
    '扣到哪里为止没有写：请补上 floor: 0（扣完为止）| floor: none（不设下限，可为负分）| floor: 数',
    'how far down can it go? Give floor: 0 | floor: none (negative points) | floor: a number',
  ),
  'cap-unsaid': say(
    '总分之外另有加分，最多加到多少没有写：请在表头补上 cap: 数 | cap: none',
    'there is a bonus outside the total: say the most that the whole can reach, cap: a number | cap: none',
  ),
  'start-unsaid': say(
    '又扣分又加分的一项，要写明从多少分算起：start: full | start: 数',
    'a row that both takes and gives must say where it begins, start: full | start: a number',
  ),
  'no-method': say(
    '这一项没有写怎样扣分或得分：请补上 deduct 或 award',
    'how is this row scored? Give deduct or award',
  ),
  'cap-below-start': say(
    '这一项只扣分，从 {start} 分起，却写了 cap: {cap}：一分不扣的也只有 {cap} 分。要限制最多扣几分，请把 cap 写在 deduct 里',
    'the row only takes, from {start}, yet has cap: {cap}: whoever has no fault would lose points. To bound what is taken, put cap into deduct',
  ),
  'standard-unsaid': say(
    '这个评分表单独作标准，要在表头写明管哪里：standard: {{ counties: [县名], levels: [township] }}',
    'for a scorecard to be the standard by itself its head must say of what: standard: {{ counties: [NAME], levels: [township] }}',
  ),
  ...SHEET_ERRORS,
  unbounded: say(
    '不设下限（或上限），又数不清最多会有多少，得分区间就没有尽头；请补上 plausible: 数（超过即视为笔误）',
    'without floor or cap nothing bounds the score: give plausible, a number beyond which the figure must be a slip',
  ),
  'bands-gap': values =>
    values.from === values.to
      ? say('档次之间有空档：正好 {from} 的落在哪一档没有写', 'no band holds {from} itself')(values)
      : say(
          '档次之间有空档：{from} 到 {to} 之间落在哪一档没有写',
          'no band holds what lies between {from} and {to}',
        )(values),
  'bands-overlap': say(
    '档次重叠：{at} 同时落在两档里；“以上”“以下”含本数，“超过”“不满”不含',
    'two bands both hold {at}: at_least and at_most include the number, more_than and less_than do not',
  ),
  'bands-empty': say(
    '这一档里没有任何数：下限高过了上限，请核对',
    'no figure lies in this band, it begins above its end: check both',
  ),
  'grades-gap': say(
    '等次之间有空档：{from} 与 {to} 之间的得分没有等次',
    'a score between {from} and {to} has no grade',
  ),
  'grades-overlap': say('等次重叠：{at} 分同时属于两个等次', 'a score of {at} has two grades'),
  'grades-order': say('等次须从高到低排列', 'grades must fall from the highest'),
  'treatment-unsaid': say(
    '写了适用条件，却没有写不适用时怎样计分：请在 evidence 里补上 not_applicable: not_checked | full | zero | peers',
    'the row has a condition but not what it scores when it does not apply: give evidence.not_applicable',
  ),
  'not-checked-unsaid': say(
    '有“不查”的项目，其余分值折算还是照计没有写：请在表头补上 not_checked: scale（按比例折算）| leave_out（照计，不折算）',
    'rows can leave the scorecard: say what becomes of the rest, not_checked: scale | leave_out',
  ),
  'scale-with-bounds': say(
    '按比例折算（not_checked: scale）的表，“{section}”有会退出的项目，不能再设下限或封顶',
    'with not_checked: scale, section {section} has rows that may leave, so it can have neither floor nor cap',
  ),
  'class-without-rest': say(
    '最后一类须是 otherwise: yes，前面各类须有 if',
    'the last class must be otherwise: yes, the others need if',
  ),
  'class-points-missing': say(
    'points 里没有类别“{class}”的分值，也没有 otherwise；请补上一个',
    'no points for class {class}, nor for otherwise: give one',
  ),
  'bureau-sum': say(
    '写明“{bureau}”共 {stated} 分，由它评的各项加起来是 {sum} 分；请核对分值和责任部门',
    '"{bureau}" is said to give {stated}, but its rows come to {sum}: check their points and bureaus',
  ),
  'year-asks': say(
    '几轮合起来，等次和否决可以问名次 rank: { first: 20% }，或 rounds: 2, graded: 等次 · vetoed: 否决（几轮里有几轮是）',
    'over several rounds, grades and vetoes ask for a place, rank: { first: 20% }, or for rounds: 2, graded: GRADE · vetoed: VETO',
  ),
  'year-class': say(
    '几轮合起来不能只在同类中排名（among: class）：一个中心各轮的类别可以不同；请去掉 among，和全体比，或每类各写一张表',
    'a place over several rounds cannot be among its class (among: class), which may change from round to round: leave among out, or write a scorecard for each class',
  ),
  'rank-alone': say(
    '按名次否决的，不能再写 if，后果也不能是总分为 0：名次就是按总分排的',
    'a veto by place has no if beside it, and cannot take the total: the place goes by the total',
  ),
  'escalation-order': say(
    '加重扣分须按次数从少到多、分值从低到高写',
    'what comes after more times must come later and cost more',
  ),
  'calendar-missing': say(
    '按工作日计，须在表头写明 calendar: { covers: 起止日期, holidays: 节假日, workdays: 调休上班日 }',
    'working days need a calendar at the head of the scorecard: covers, holidays, workdays',
  ),
  'entry-twice': say(
    '填报栏“{id}”重复；一项里有几处要填的，请各写 id',
    'two entries are called {id}: give each an id of its own',
  ),
  'declared-in-scorecard': say(
    '评分表里不能问“是否申报”，得分会随填报先后变化；请改用 stated',
    'a scorecard cannot ask what is declared, its number would change with what is filled in; use stated',
  ),
  'not-per-record': say(
    '“{key}”不能用在逐条计分里；请写在 for_each 以外的一步',
    '{key} cannot be priced for each record: give it a step of its own beside for_each',
  ),
  'share-of-figure': say(
    'share_of 须是百分数，或比率 { rate: …, of: … }',
    'share_of needs a percentage, or a rate: { rate: …, of: … }',
  ),
  'number-type': say(
    '“{name}”（{type}）不是数，不能计数；请换一项数、百分数或清单',
    '{name} ({type}) is not a number: take a count, a quantity, a percentage or a list',
  ),
  'size-type': say(
    '“{name}”是尺寸，有长有宽，不成一个数，不能按数扣分、分档；请改用 if 或 options，条件写 at_least: 50 × 70 cm',
    '{name} is a size, length by width, and no number to count or to band: use if or options, with at_least: 50 × 70 cm',
  ),
  'date-type': say(
    '“{name}”（{type}）不是申报里单独一项的日期，算不出晚了几天；请换一项日期',
    '{name} ({type}) is not a date by itself in the profile, so nothing can be late: take a date',
  ),
  'once-per-differs': say(
    '“{rows}”的同一事项只计一次，它们的 once_per 须相同',
    'what {rows} count once must be told apart by the same once_per',
  ),
  'measure-unknown': say(
    '看不出数的是什么；可用：{accepted}（写法见 rules/schemes/README.zh-CN.md 第五节）',
    'what is counted here? Possible: {accepted} (see rules/schemes/README.md, section 5)',
  ),
  'step-unknown': say(
    '看不出怎样计分；可用：{accepted}（写法见 rules/schemes/README.zh-CN.md 第四节）',
    'how is it priced? Possible: {accepted} (see rules/schemes/README.md, section 4)',
  ),
  'each-missing': say(
    '数的是什么要写在 each 里：each: {{ {key}: … }}, points: …',
    'what is counted goes into each: each: {{ {key}: … }}, points: …',
  ),
  'again-unsaid': say(
    '第几条起按几倍没有写全：again: { after: 1, times: 2 }（第 2 条起每条按 2 倍）',
    'from which record on, and how many times? again: { after: 1, times: 2 } (from the second on, twice)',
  ),
  'again-with-once': say(
    '同一事项只计一次（once_per）的清单，不能再写 again 或 cap_per',
    'a list that counts each matter once (once_per) has neither again nor cap_per',
  ),
  'peers-in-form': say(
    '“{row}”在分表里，不能按其他中心的平均分计（peers）；请在这一项的 evidence 里另写一种',
    '{row} stands in a form and cannot take the average of the other centres (peers): give another treatment in its evidence',
  ),
};
