import {
  compareExact,
  decimalOf,
  exact,
  greater,
  minus,
  over,
  rounded,
  sumExact,
  ZERO,
} from '../../model/base/exact.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { CardColumn } from '../../model/result/summary.ts';
import { pick } from '../../words/reader.ts';
import type { Chapter } from '../block.ts';
import { column, headed, type List, type ListColumn, listChapter } from '../list.ts';
import type { Part } from './part.ts';

/** A row of a scorecard with what is lost on it in the mean, by those for whom it counts. */
export interface Lost {
  readonly row: CardColumn;
  readonly count: number;
  readonly mean: Decimal;
  /** The mean if all that is open were met. */
  readonly best: Decimal;
  readonly lost: Decimal;
}

const meanOf = (figures: readonly Decimal[]): Decimal =>
  rounded(over(sumExact(figures.map(exact)), exact(figures.length)), 2, 'down');

const lostOf = (row: CardColumn, index: number, { centers }: Part): readonly Lost[] => {
  const cells = centers.flatMap(({ row: { card } }) => {
    const cell = card?.cells[index];
    return cell ? [cell] : [];
  });
  const [points, bests] = [cells.map(([low]) => low), cells.map(([, high]) => high)];
  if (points.length === 0) return [];
  const full = row.outside === undefined ? exact(row.max) : ZERO;
  const lacks = points.map(low => decimalOf(greater(ZERO, minus(full, exact(low)))));
  return [{ row, count: points.length, mean: meanOf(points), best: meanOf(bests), lost: meanOf(lacks) }];
};

/** Rows on which something is lost, the most first; who has no bonus has lost nothing. */
export const lostIn = (part: Part): readonly Lost[] =>
  (part.summary.frame.card ?? [])
    .flatMap((row, index) => lostOf(row, index, part))
    .filter(({ lost }) => compareExact(exact(lost), ZERO) > 0)
    .toSorted((a, b) => compareExact(exact(b.lost), exact(a.lost)));

export const lostColumns = (lang: Lang): readonly ListColumn<Lost>[] => [
  column.name('title', both('评分项', 'Row'), 26, ({ row }) => row.title[lang]),
  column.clause('clause', both('序号', 'No.'), 9, ({ row }) => row.clause),
  column.figure('count', both('中心数', 'Centres'), 8, ({ count }) => count),
  column.figure('max', both('分值', 'Points'), 8, ({ row }) => row.max),
  column.figure('mean', both('平均得分', 'Mean'), 9, ({ mean }) => mean, { places: 2 }),
  column.figure('best', both('平均可达', 'Mean, up to'), 9, ({ best }) => best, { places: 2 }),
  column.figure('lost', both('平均失分', 'Mean lost'), 9, ({ lost }) => lost, { places: 2 }),
  column.text('by', both('责任部门', 'Bureau'), 14, ({ row }) => row.bureau ?? '', {}),
];

const MOST = 20;

/** Where most is lost, of a scorecard that stands alone. */
export const lostRows = (part: Part): Chapter | undefined => {
  const items = part.summary.frame.rules.length > 0 ? [] : lostIn(part);
  const list: List<Lost> = {
    title: pick(part, '失分最多的评分项', 'Rows that lose most'),
    note: pick(
      part,
      '未定的条目按没有得分计入“平均得分”和“平均失分”；“平均可达”为全部补报且符合时。',
      'Rows that are open earn nothing in the mean and count as lost; "up to" is if all that is open were met.',
    ),
    columns: headed(lostColumns(part.lang), part.of),
    items,
  };
  return items.length === 0 ? undefined : listChapter('lost', list, MOST, part.lang);
};
