import type { Location } from '../../../model/base/location.ts';
import type { SourceNode } from '../../../model/base/source.ts';
import { inDigits } from '../../profile/numerals.ts';
import { map, words } from './nodes.ts';

const RANK =
  /^(?:(?:总分|得分|考核)?(?:排名|名次|排位)(?:在|为|居|列|位于)?)?(前|后|末|末尾|倒数前?|最后)(?:(\d{1,4}|[一二两三四五六七八九十])(?:名|位|个)?|(\d{1,2}(?:\.\d{1,2})?%))(?:的|以内|之内)?$/u;

export const PLACES_READ = '前3名、后3名、前20%、后10%';

/** Words that speak of a place, whether or not they can be read as one. */
export const speaksOfPlace = (text: string): boolean => /排名|名次|排位|倒数/u.test(text);

/** `前20%`, `排名后三位`: a place by the whole score; undefined where a text names none. */
export const rankIn = (text: string, at: Location): SourceNode | undefined => {
  const [, end, place, share] = RANK.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  if (end === undefined) return undefined;
  const number = place === undefined ? (share ?? '') : inDigits(place);
  return map({ [end === '前' ? 'first' : 'last']: words(number, at) }, at);
};
