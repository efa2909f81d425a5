import type { ScorecardError } from '../../model/scoring/scorecard-defect.ts';
import { type Sentence, say } from './phrases.ts';

type SheetError = Extract<ScorecardError, `sheet-${string}`>;

/** What is wrong with a scorecard in Excel, in the words of its columns. */
export const SHEET_ERRORS: Readonly<Record<SheetError, Sentence>> = {
  'sheet-no-column': say(
    '这一行像是表头，可是没有“{column}”一栏（也可以叫 {also}）：原表没有的，请加上这一栏再填',
    'this row looks like a header, yet has no column {column} (or {also}): add it where the sheet has none',
  ),
  'sheet-no-rows': say(
    '工作簿里没有评分表：要有一行表头，至少有“项目”和“分值”两栏。可用 duibiao scorecards form 做一张空白表',
    'no scorecard in this workbook: a header with at least 项目 and 分值 is wanted; duibiao scorecards form makes a blank one',
  ),
  'sheet-no-head': say(
    '缺少“总则”表（满分、小数位、扣到哪里为止）：用 duibiao scorecards form 做一张空白表，把“总则”复制过来填好',
    'the sheet 总则 is missing (total, decimals, how far down): copy it from a blank one by duibiao scorecards form',
  ),
  'sheet-lacks': values =>
    say(
      `评分表没有“{columns}”一栏：请加在表头右边再填（duibiao scorecards form 的空白表里有这些栏和填法）${values.points === '' ? '' : '；“分值”是每行满分多少，只扣分、本身不占分的写 0'}`,
      `the sheet has no column {columns}: add it beside the header (the blank sheet of duibiao scorecards form has it, and how it is filled in)${values.points === '' ? '' : '; 分值 is what a row is worth, 0 where it only takes'}`,
    )(values),
  'sheet-blank': say('“{row}”的“{column}”没有填：{hint}', '"{row}": {column} is blank: {hint}'),
  'sheet-unreadable': say(
    '“{column}”写的是“{found}”，读不懂；可以写：{accepted}',
    '{column} says "{found}", which cannot be read; accepted: {accepted}',
  ),
  'sheet-contradicts': say(
    '“{row}”的“{column}”填的是“{found}”，评分标准的文字却说“{said}”：两边改成一样',
    '"{row}": {column} says "{found}" where the wording says "{said}": make them agree',
  ),
  'sheet-sum': say(
    '“{what}”写的是 {stated} 分，各行加起来是 {actual} 分',
    '{what} says {stated}, its rows come to {actual}',
  ),
  'sheet-fact-twice': say(
    '“{name}”在一处当作{one}，在另一处当作{other}：同一样东西要数得一样，不同的东西要用不同的名称',
    '"{name}" is taken as {one} here and as {other} elsewhere: count one thing one way, or name two things apart',
  ),
  'sheet-rest-missing': say(
    '补充文件“{file}”不在工作簿旁边，或者读不了',
    'the file "{file}" that says the rest is not beside the workbook, or cannot be read',
  ),
};
