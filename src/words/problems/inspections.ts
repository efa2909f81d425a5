import type { InspectionDefect } from '../../model/scoring/scorecard-defect.ts';
import { type Sentence, type Sentences, say } from './phrases.ts';

export const INSPECTION: Readonly<Record<InspectionDefect, Sentence>> = {
  'not-in-scorecard': say('评分表里没有“{name}”这一填报栏{hint}', 'the scorecard has no entry {name}{hint}'),
  'no-name': say(
    '这一行填了“{found}”，没有写是哪一项：请补上填报项或评分栏的名称',
    'this line gives "{found}" and does not say of what: name the fact or the entry',
  ),
  'no-center': say(
    '没有写是谁的核查记录：请在表头写“核查对象”，或用一行一个核查对象的表',
    'whose record is this? Name who it is about (核查对象) in its head, or use a sheet with one a row',
  ),
  'no-records': say('这里没有核查记录（.yaml、.json、.xlsx）', 'no inspection record here (.yaml, .json, .xlsx)'),
  'stray-record': say(
    '“{found}”的核查记录，在这次审核里没有对应的申报：请核对名称，或看是不是放错了文件夹',
    'a record of "{found}", of whom nothing is audited in this run: check the name, or whether it is in the wrong folder',
  ),
  'stray-meant': say(
    '“{found}”的核查记录，在这次审核里没有对应的申报：是不是“{guess}”？名称要和申报表一样；不是的，看是不是放错了文件夹',
    'a record of "{found}", of whom nothing is audited in this run: is it "{guess}"? Write the name as the profile does, or see whether it is in the wrong folder',
  ),
  'wrong-bureau': say('“{name}”由{bureau}评分，不由{found}评', '{name} is scored by {bureau}, not by {found}'),
  'out-of-range': say(
    '“{name}”应在 {least} 到 {most} 之间，填了 {found}',
    '{name} should be between {least} and {most}, found {found}',
  ),
  'below-least': say('“{name}”不能小于 {least}，填了 {found}', '{name} cannot be less than {least}, found {found}'),
  'not-a-tally': say(
    '“{name}”应填一个数（如 {example}），填了“{found}”',
    '{name} should be a number (such as {example}), found {found}',
  ),
  'not-a-step': say('“{name}”须是 {step} 的整数倍，填了 {found}', '{name} goes in steps of {step}, found {found}'),
  'no-such-option': say(
    '“{name}”没有“{found}”这一选项；可选：{accepted}',
    '{name} has no option {found}; possible: {accepted}',
  ),
  'no-reason': say('“{name}”改了没有写理由', '{name} needs a reason'),
  'no-person': say(
    '“{name}”没有写检查人；请在“核查人”里填上',
    '{name} needs the person who says so: fill in 核查人 (person)',
  ),
  'no-level': say(
    '“{name}”没有写是哪一级查的；请在“检查级别”里填上，如 县级',
    '{name} needs the level from which it was inspected: fill in 检查级别 (level), such as 县级',
  ),
  'other-center': say('这份核查记录是“{found}”的，不是“{expected}”的', 'this record is about {found}, not {expected}'),
  'other-scheme': say(
    '这份核查记录用的评分表是“{found}”，不是“{expected}”',
    'this record belongs to scheme {found}, not {expected}',
  ),
  twice: say('“{name}”写了两次，前面已在 {first}', '{name} stands twice, first at {first}'),
  'nothing-changed': say('核查记录里没有任何内容', 'the record changes and enters nothing'),
  'no-such-record': say('“{name}”里没有“{key}”这一条', '{name} has no entry {key}'),
  'not-a-record': say(
    '这不是核查记录。核查记录写明核查对象、阶段、核查人、检查级别，再逐条写填报项、核查结果、理由；空白记录用 duibiao template --inspection 生成',
    'not a record of an inspection. A record names who it is about, the stage, who inspected and from what level, and line by line the fact, what was found and why; duibiao template --inspection makes a blank one',
  ),
  'rule-not-fact': say(
    '“{name}”是一条规则，核查记录改的是填报项；这条规则看的是：{facts}',
    '{name} is a rule, and a record changes facts; this rule reads: {facts}',
  ),
  'no-such-day': say('核查日期“{found}”读不懂，请写成 2026-11-20', 'the date {found} cannot be read: write 2026-11-20'),
  'day-to-come': say('核查日期 {found} 还没有到', 'the date {found} is still to come'),
};

/** What is to be asked of an inspection all the same. */
export const INSPECTION_SENTENCES = {
  'idle-entry': ({ name, value, row }) => ({
    zh: `“${name}”填了 ${value}，可是“${row}”这一项对它不计分（不适用，或不在它那一类的表里）：没有算进得分，请核对`,
    en: `${name} was given as ${value}, yet ${row} does not count here (not applicable, or not for its class): it is not in the score`,
  }),
  'older-inspection': ({ found, declared }) => ({
    zh: `这份核查记录是 ${found} 的，申报是在那之后（${declared}）填的：核查结果仍盖过申报，后来改过的地方请核对`,
    en: `this record is of ${found}, and the profile was declared after it (${declared}): what was found still counts, check what has changed since`,
  }),
  'entry-differs': ({ name, first, last }) => ({
    zh: `“${name}”由几个部门一起评，填的不一样：${first}、${last}；按后一个计，请核对一致`,
    en: `${name} is scored by several bureaus, which differ: ${first}, ${last}; the later one stands, agree on one`,
  }),
} satisfies Sentences;
