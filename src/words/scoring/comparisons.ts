import { compareExact, exact, over, rounded, times } from '../../model/base/exact.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { Comparison } from '../../model/scoring/points.ts';
import { type Called, called, type Judged, judged } from '../reader.ts';

/** `3`, or `3—5` while it is open. */
export const betweenText = ([least, most]: readonly [number, number]): string =>
  least === most ? String(least) : `${least}—${most}`;

const shareText = ([first, last]: Comparison['places'], [, most]: Comparison['centres']): Bilingual => {
  if (first !== last) return both('', '');
  const percent = over(times(exact(first), exact(100)), exact(most));
  const share = rounded(percent, 2, 'half_up');
  const equals = compareExact(exact(share), percent) === 0 ? '=' : '≈';
  return both(`，${first} ÷ ${most} ${equals} ${share}%`, `, ${first} ÷ ${most} ${equals} ${share}%`);
};

const placeText = ({ rule, places, centres }: Comparison, { zh, several }: Judged): Bilingual => {
  const [place, number] = [betweenText(places), betweenText(centres)];
  const share = rule.kind === 'quantile' && centres[0] === centres[1] ? shareText(places, centres) : both('', '');
  return both(`在 ${number} 个${zh}中第 ${place} 位${share.zh}`, `place ${place} of ${number} ${several}${share.en}`);
};

const UNKNOWN = '?';

const bestText = ({ rule, points, figure, best, unit, centres }: Comparison, of: Judged): Bilingual => {
  const number = betweenText(centres);
  const [zh, en] = [unit?.zh ?? '', unit === undefined || unit.en === '%' ? (unit?.en ?? '') : ` ${unit.en}`];
  const [own, top] = [figure ?? UNKNOWN, best ?? UNKNOWN];
  return rule.wanted === 'highest'
    ? both(
        `${own}${zh} ÷ ${number} 个${of.zh}中最高的 ${top}${zh} × ${points} 分`,
        `${own}${en} ÷ the highest of ${number} ${of.several}, ${top}${en}, × ${points}`,
      )
    : both(
        `${number} 个${of.zh}中最低的 ${top}${zh} ÷ ${own}${zh} × ${points} 分`,
        `the lowest of ${number} ${of.several}, ${top}${en}, ÷ ${own}${en} × ${points}`,
      );
};

/** Whose average stands where a row has no figure of its own. */
export const averageText = (centres: readonly [number, number]): Bilingual =>
  centres[1] === 0
    ? both('别的中心也都没有，平均分无从计算', 'no other centre has points to average')
    : both(`按其他 ${betweenText(centres)} 个中心的平均分计`, `the average of ${betweenText(centres)} other centres`);

/** What settles the rows that wait for the other centres. */
export const waitingText = (waiting: number, of: Called): Bilingual =>
  called(
    of,
    both(
      `有 ${waiting} 项要和其他中心比较：单独审一份只有得分区间，用 duibiao batch 把各中心一起审才能定`,
      `${waiting} ${waiting === 1 ? 'row is' : 'rows are'} compared with the other centres: alone they are ranges, duibiao batch over all centres settles them`,
    ),
  );

/** With whom a figure was compared and how it stands: 在 15 个中心中第 3 位. */
export const comparisonText = (compared: Comparison | undefined, of: Called): Bilingual => {
  if (compared === undefined) return called(of, both('待与其他中心比较后定', 'once compared with the other centres'));
  return compared.rule.kind === 'best' ? bestText(compared, judged(of)) : placeText(compared, judged(of));
};
