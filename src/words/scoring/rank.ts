import { type Bilingual, both } from '../../model/base/text.ts';
import type { Place, RankRule } from '../../model/scoring/rank.ts';
import { type Called, called } from '../reader.ts';
import { betweenText } from './comparisons.ts';

/** `排名前 20%`, `同类中排名后 3 名`. */
export const rankText = ({ end, through, by, among }: RankRule): Bilingual => {
  const zh = `排名${end === 'first' ? '前' : '后'} ${through}${by === 'percent' ? '%' : ' 名'}`;
  const en = `among the ${end} ${through}${by === 'percent' ? '%' : ''}`;
  return among === 'class' ? both(`同类中${zh}`, `${en} of its class`) : both(zh, en);
};

/** `在 15 个中心中第 3 名`, `倒数第 2 名`. */
export const placeText = (place: Place | undefined, { end }: RankRule, of: Called): Bilingual =>
  called(of, placed(place, end));

const placed = (place: Place | undefined, end: RankRule['end']): Bilingual => {
  if (place === undefined) return both('要和其他中心比较', 'to be compared with other centres');
  const [at, all] = [betweenText(place.places), betweenText(place.centres)];
  return end === 'first'
    ? both(`在 ${all} 个中心中第 ${at} 名`, `place ${at} of ${all} centres`)
    : both(`在 ${all} 个中心中倒数第 ${at} 名`, `place ${at} from the last of ${all} centres`);
};
