import { compareExact, decimalOf, exact, minus, ZERO } from '../../model/base/exact.ts';
import { aligned, placesIn } from '../../model/base/figures.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import type { Center } from '../../model/profile/profile.ts';
import {
  type FootingChange,
  GROUPS,
  type Group,
  MATCHED_BY,
  type Matched,
  type MatchedBy,
  type ScoreBar,
  type Sides,
  type Standing,
} from '../../model/result/compared.ts';
import type { Digested, KeptScore } from '../../model/result/kept.ts';
import { OUTCOME_NAMES } from '../names.ts';
import { alternatives } from '../reader.ts';
import { gradeName } from '../scoring/score.ts';

export const STANDING_NAMES: Readonly<Record<Standing, Bilingual>> = {
  worse: both('变差', 'worse'),
  mixed: both('有好有差', 'mixed'),
  better: both('变好', 'better'),
  changed: both('有变化', 'changed'),
  same: both('无变化', 'same'),
  new: both('新增', 'new'),
  accepted: both('上次被拒收', 'rejected before'),
  gone: both('消失', 'gone'),
  incomparable: both('不可比', 'not comparable'),
};

/** Of what only one of two results has. */
export const ABSENT_FROM: Readonly<Partial<Record<Standing, Bilingual>>> = {
  new: both('旧结果里没有', 'not in the older result'),
  gone: both('新结果里没有', 'not in the newer result'),
};

/** `青石坳镇便民服务中心（罗山县）`. */
export const placedName = (name: string, { county, township }: Center, lang: Lang): string => {
  const place = [county, township].filter(part => part !== undefined && part !== name).join(' ');
  return place === '' ? name : both(`${name}（${place}）`, `${name} (${place})`)[lang];
};

const MATCHED_BY_NAMES: Readonly<Record<MatchedBy, Bilingual>> = {
  name: both('去掉县区、乡镇后名称相同', 'the same name without county and township'),
  place: both('这个乡镇两边都只有这一个', 'the only one of its township on either side'),
};

export const matchedText = ({ by, name, ...center }: Matched, lang: Lang): string => {
  const [was, why] = [placedName(name, center, lang), MATCHED_BY_NAMES[by][lang]];
  return both(`旧结果里是“${was}”：${why}，按同一个比较`, `"${was}" in the older result: ${why}; taken for one`)[lang];
};

/** The same beside the line of a centre. */
export const MATCHED_MARKS: Readonly<Record<MatchedBy, Bilingual>> = {
  name: both('按名称对应', 'matched by name'),
  place: both('按乡镇对应', 'matched by township'),
};

/** How many are matched though the two results do not call them the same. */
export const matchedCounts = (matched: Readonly<Record<MatchedBy, number>>, lang: Lang): readonly string[] =>
  MATCHED_BY.filter(by => matched[by] > 0).map(by => {
    const [mark, why] = [MATCHED_MARKS[by][lang], MATCHED_BY_NAMES[by][lang]];
    return both(`${matched[by]} 个${mark}（${why}）`, `${matched[by]} ${mark} (${why})`)[lang];
  });

export const NONE_MATCHED = both(
  '两份结果里没有一个对得上，旧的都算消失，新的都算新增；县区、乡镇、级别、名称一致才对得上',
  'the two results have none in common: the older ones count as gone, the newer as new; county, township, level and name have to be the same',
);

export const GROUP_NAMES: Readonly<Record<Group, Bilingual>> = {
  worse: both('变差', 'worse'),
  further: both('差距扩大', 'further off'),
  better: both('已解决', 'resolved'),
  closer: both('差距缩小', 'closer'),
  shifted: both('差距有增有减', 'gap shifted'),
  otherwise: both('其他变化', 'other changes'),
  appeared: both('新出现的条目', 'appeared'),
  vanished: both('不再有的条目', 'vanished'),
};

const ABSENT = both('没有', 'none');

const outcomeName = (outcome: Outcome | undefined, lang: Lang): string =>
  (outcome === undefined ? ABSENT : OUTCOME_NAMES[outcome])[lang];

/** Resolved is only what passes now; what merely stops being asked or declared is said not to be. */
const remarkOf = ({ from, to }: Sides<Outcome>): Bilingual => {
  const wasOpen = from === 'fail' || from === 'unknown';
  if (wasOpen && to === 'not-applicable') return both('不算解决', 'not resolved');
  if (from === 'fail' && to === 'unknown') return both('不算解决', 'not resolved');
  if (from === 'not-applicable' && to !== undefined && to !== from) return both('开始适用', 'applies now');
  return from === 'pass' && to === 'not-applicable' ? both('不再适用', 'no longer applies') : both('', '');
};

/** `不符合 → 未定（不算解决）`. */
export const turnText = (outcome: Sides<Outcome>, lang: Lang): string => {
  const { from, to } = outcome;
  if (from === to) return outcomeName(to, lang);
  const remark = remarkOf(outcome)[lang];
  const turn = `${outcomeName(from, lang)} → ${outcomeName(to, lang)}`;
  return remark === '' ? turn : both(`${turn}（${remark}）`, `${turn} (${remark})`)[lang];
};

export const BAR_NAMES: Readonly<Record<ScoreBar, Bilingual>> = {
  pack: both('两次用的标准不同，得分不可比', 'different packs: the scores cannot be compared'),
  edition: both('标准的版本不同，得分只供参考', 'different editions of the pack: the scores are not of one standard'),
  scheme: both('计分方案不同，得分不可比', 'different schemes: the scores cannot be compared'),
  'no-score': both('有一次没有得分', 'one of the two has no score'),
  unreadable: both('有一次的结果读不出', 'one of the two cannot be read'),
};

/** The same beside the line of a centre. */
export const BAR_MARKS: Readonly<Record<ScoreBar, Bilingual>> = {
  pack: both('标准不同', 'another pack'),
  edition: both('标准版本不同', 'another edition'),
  scheme: both('计分方案不同', 'another scheme'),
  'no-score': both('没有得分', 'no score'),
  unreadable: both('结果读不出', 'cannot be read'),
};

const FOOTING_NAMES: Readonly<Record<FootingChange['kind'], Bilingual>> = {
  pack: both('标准', 'Pack'),
  scheme: both('计分方案', 'Scheme'),
  'as-of': both('审核日期', 'As of'),
  tool: both('工具', 'Tool'),
};

const SHORT = 8;

const digestText = ({ id, version, sha256 }: Digested): string =>
  [id, version, `(${sha256.slice(0, SHORT)})`].filter(part => part !== undefined).join(' ');

/** `审核日期：2026-01-31 → 2026-11-20`. */
export const footingText = (change: FootingChange, lang: Lang): string => {
  const name = FOOTING_NAMES[change.kind][lang];
  const turn =
    change.kind === 'pack' || change.kind === 'scheme'
      ? `${digestText(change.from)} → ${digestText(change.to)}`
      : `${change.from} → ${change.to}`;
  return `${name}${both('：', ': ')[lang]}${turn}`;
};

const NO_SCORE = both('无分', 'no score');

/** Scores side by side have the same number of places. */
export const scorePlaces = ({ from, to }: Sides<KeptScore>): number =>
  Math.max(0, ...[from, to].flatMap(score => (score === undefined ? [] : [placesIn(score.low), placesIn(score.high)])));

/** `57.7（可达 81.8）`. */
export const scoreText = (score: KeptScore | undefined, places: number, lang: Lang): string => {
  if (score === undefined) return NO_SCORE[lang];
  const [low = '', high = ''] = aligned([score.low, score.high], places);
  return low === high ? low : both(`${low}（可达 ${high}）`, `${low} (up to ${high})`)[lang];
};

export const gradeText = (score: KeptScore | undefined, lang: Lang): string =>
  score === undefined
    ? NO_SCORE[lang]
    : alternatives(score.grades, { lang }, ({ id, label }) =>
        label === undefined ? id : gradeName({ id, label }, lang),
      );

const signed = (amount: Decimal): string => {
  const sign = compareExact(exact(amount), ZERO);
  return sign === 0 ? '±0' : sign < 0 ? `−${amount.slice(1)}` : `+${amount}`;
};

export const differenceOf = ({ from, to }: Sides<Decimal>): Decimal =>
  decimalOf(minus(exact(to ?? '0'), exact(from ?? '0')));

/** `+2`, `−0.5`, `±0`. */
export const differenceText = (amounts: Sides<Decimal>): string => signed(differenceOf(amounts));

/** `变差 1，已解决 3`; empty where there is nothing. */
export const countsText = (counts: Readonly<Record<Group, number>>, lang: Lang): string =>
  GROUPS.filter(group => counts[group] > 0)
    .map(group => `${GROUP_NAMES[group][lang]} ${counts[group]}`)
    .join(both('，', ', ')[lang]);
