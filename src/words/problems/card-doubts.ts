import type { ScorecardDoubt } from '../../model/scoring/scorecard-defect.ts';
import { type Sentence, say } from './phrases.ts';

export const DOUBTS: Readonly<Record<ScorecardDoubt, Sentence>> = {
  'out-of-reach': say(
    '“{row}”{points} 分，怎样扣最多只扣 {most} 分，有 {rest} 分扣不到',
    '{row}: of {points} points at most {most} can be lost, {rest} are out of reach',
  ),
  'parts-short': say(
    '“{row}”{points} 分，各部分相加最多只有 {most} 分',
    '{row}: its parts add up to {most} of {points} points',
  ),
  'empty-loses': say(
    '“{row}”是扣分项，清单为空（一条也没有发生）却按表头的 nothing_to_measure: zero 计 0 分；没有可扣的不扣分，请写 no_effect',
    '{row} takes points for what a list holds, yet scores 0 where it holds nothing (nothing_to_measure: zero at the head): write no_effect, or say zero in the row',
  ),
  'quiet-loses': say(
    '“{row}”按比率得分，一年里一件也没有发生的反而得 0 分；请写明没有可计算的怎样算（nothing_to_measure，如 full）',
    '{row} earns by a rate, so where nothing happened all year it gives 0: say what nothing to measure scores (nothing_to_measure, such as full)',
  ),
  'no-room': say(
    '“{row}”只扣分，从 0 分起、最低 0 分：扣多少都不算数；请写本项分值，或写 floor（如 -5）',
    '{row} only takes, from 0 down to 0, so that nothing it takes ever counts: give its points, or a floor such as -5',
  ),
  'tiers-order': say(
    '“{row}”各档的分时高时低：{at} 这一档与两边的次序不合',
    '{row}: the points of its bands rise and fall: {at} is out of their order',
  ),
  'note-twice': say(
    '“{row}”的说明和“{other}”一字不差，算法却不一样，是不是抄错了行',
    'the note of {row} is that of {other}, word for word, yet they are scored differently: is it on the wrong row?',
  ),
  'clause-twice': say('“{row}”和“{other}”的序号都是 {clause}', '{row} and {other} both stand under {clause}'),
  'fact-unused': say(
    '“{name}”是本表自带的事项，却没有一项用到它',
    '{name} is a fact of the scorecard, and no row looks at it',
  ),
  'fact-taken': say(
    '“{found}”是通用词汇表里“{name}”的别名，按“{name}”取数；要作为本表自己的一项，请换一个名称（如“本表{found}”）',
    '"{found}" is another name of {name}, and is taken for it; for a fact of the card\'s own, call it otherwise (as 本表{found})',
  ),
  'zero-without-day': say(
    '没有材料的计 0 分，却没有写材料到哪一天为止（evidence_until，材料截止日）：没有截止日，就一直可以补，报告总是给区间，不会定成 0 分',
    'no material scores 0, but no day says until when it can be handed in (evidence_until): without it the score stays a range and is never settled at 0',
  ),
  'parts-over': say(
    '“{row}”{points} 分，各部分相加有 {most} 分',
    '{row}: its parts add up to {most}, more than its {points} points',
  ),
  'header-differs': say(
    '“{section}”表头 {header} 分，各项相加 {rows} 分',
    '{section}: {header} points in its header, {rows} in its rows',
  ),
  'total-differs': say(
    '总分 {total}，各部分相加 {sections}{class}',
    'total {total}, but the sections add up to {sections}{class}',
  ),
  'unit-unnamed': say('“{row}”按次数扣分，没有写数的是什么（人次、件、处）', '{row}: what is counted has no unit'),
  'note-elsewhere': say(
    '“{row}”的说明讲的是“{other}”，是不是写错了行',
    'the note of {row} is about {other}: is it on the wrong row?',
  ),
  'amount-in-note': say(
    '“{row}”的说明里写着 {amount} 分，与本项的分值都对不上',
    'the note of {row} speaks of {amount} points, which is none of its amounts',
  ),
  'edge-in-title': say(
    '“{title}”写的是“{word}”，与这一档的边界不符',
    '"{title}" says {word}, which is not the edge of the band',
  ),
  'grade-out-of-reach': say(
    '“{grade}”要 {edge} 分，这张表最多 {most} 分',
    '{grade} asks for {edge} points, the scorecard gives at most {most}',
  ),
  discouraged: say(
    '“{row}”按{word}计分；2024年基层减负规定不提倡以此计分',
    '{row} gives points for {word}, which the 2024 rules on easing burdens discourage',
  ),
  priceless: say('“{row}”没有任何分值', '{row} is worth nothing'),
};
