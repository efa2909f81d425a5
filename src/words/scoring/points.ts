import { decimalOf, exact, minus } from '../../model/base/exact.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import { OBLIGATION_NAMES } from '../names.ts';
import { scoreFigure } from './score.ts';

/** How the sums of points become the score; empty without one. */
export const sumText = ({ score, scheme }: Pick<Audit, 'score' | 'scheme'>, lang: Lang): string => {
  if (score === undefined) return '';
  const share = (earned: string, result: string): string =>
    `${earned} ÷ ${score.points.max} × ${scheme.total} = ${scoreFigure(result, scheme)}`;
  const low = share(score.points.low, score.low);
  const high = share(score.points.high, score.high);
  return both(
    `得分 ${low}，可达 ${high}（保留 ${scheme.places} 位小数，其余舍去，不进位）`,
    `Score ${low}, up to ${high} (cut after ${scheme.places} decimal ${scheme.places === 1 ? 'place' : 'places'}, never rounded up)`,
  )[lang];
};

export const priceText = ({ scheme }: Pick<Audit, 'scheme'>, lang: Lang): string => {
  const prices = OBLIGATIONS.map(
    obligation => `${OBLIGATION_NAMES[obligation][lang]} ${scheme.points[obligation]}${both(' 分', '')[lang]}`,
  ).join(both('，', ', ')[lang]);
  const own =
    Object.keys(scheme.rules).length > 0
      ? both('，另有单列分值的条目', '; some rules have points of their own')[lang]
      : '';
  return both(
    `每条分值：${prices}${own}；符合得满分，未定的只计入可达，不适用的不计入满分`,
    `Points a rule: ${prices}${own}; met earns them, undecided counts for "High" alone, not applicable leaves "Max"`,
  )[lang];
};

const amountText = (zh: string, en: string, from: Decimal, to: Decimal, lang: Lang): string => {
  const amount = decimalOf(minus(exact(to), exact(from)));
  return both(`${zh} ${amount} 分`, `${amount} ${amount === '1' ? 'point' : 'points'} ${en}`)[lang];
};

/** What a finding does to the score: `失 2 分`; empty where it does nothing, or a scorecard gives the points. */
export const weightText = (
  { finding, points: { low, high, max }, waived }: ScoredFinding,
  { scheme }: Pick<Audit, 'scheme'>,
  lang: Lang,
): string => {
  if (waived?.pointsStay) return both('已豁免，失的分照失', 'waived; points stay lost')[lang];
  if (waived !== undefined) return both('已豁免，不计分', 'waived, not counted')[lang];
  if (scheme.scorecard !== undefined) return '';
  if (max === '0') return finding.outcome === 'not-applicable' ? '' : both('不计分', 'no points')[lang];
  if (finding.outcome === 'fail') return amountText('失', 'lost', low, max, lang);
  return finding.outcome === 'unknown'
    ? amountText('待定', 'at stake', low, high, lang)
    : amountText('得', 'earned', '0', low, lang);
};
