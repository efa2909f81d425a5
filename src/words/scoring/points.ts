import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import { OBLIGATION_NAMES } from '../names.ts';
import { pick } from '../reader.ts';
import { scoreFigure } from './score.ts';

/** How the sums of points become the score; empty without one. */
export const sumText = ({ score, scheme }: Pick<Audit, 'score' | 'scheme'>, lang: Lang): string => {
  if (score === undefined) return '';
  const share = (earned: string, result: string): string =>
    `${earned} ÷ ${score.points.max} × ${scheme.total} = ${scoreFigure(result, scheme)}`;
  const low = share(score.points.low, score.low);
  const high = share(score.points.high, score.high);
  return pick(
    { lang },
    `得分 ${low}，可达 ${high}（保留 ${scheme.places} 位小数，其余舍去，不进位）`,
    `Score ${low}, up to ${high} (cut after ${scheme.places} decimal ${scheme.places === 1 ? 'place' : 'places'}, never rounded up)`,
  );
};

/** What each rule is worth. */
export const priceText = ({ scheme }: Pick<Audit, 'scheme'>, lang: Lang): string => {
  const prices = OBLIGATIONS.map(
    obligation => `${OBLIGATION_NAMES[obligation][lang]} ${scheme.points[obligation]}${pick({ lang }, ' 分', '')}`,
  ).join(pick({ lang }, '，', ', '));
  const own =
    Object.keys(scheme.rules).length > 0
      ? pick({ lang }, '，另有单列分值的条目', '; some rules have points of their own')
      : '';
  return pick(
    { lang },
    `每条分值：${prices}${own}；符合得满分，未定的只计入可达，不适用的不计入满分`,
    `Points a rule: ${prices}${own}; met earns them, undecided counts for "High" alone, not applicable leaves "Max"`,
  );
};
