import { makePercent } from '../../../model/base/share.ts';
import { type Bilingual, both } from '../../../model/base/text.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { RankedCenter, Spread } from '../../../model/result/summary.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import type { Cell, CellValue } from '../../../sheets/write/cell.ts';
import { sectionTitle } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { SPREAD_NAMES } from '../../../words/summary.ts';
import { type Column, putListing, type RangeOf } from './listing.ts';
import { LOOK, withPlaces } from './looks.ts';
import { type Part, partTitle } from './part.ts';
import { cutTo2 } from './ranking.ts';
import { NO_FIGURE } from './words.ts';

const SHARE = withPlaces(LOOK.number, 1);
const QUARTILES = ['least', 'quarter', 'middle', 'threeQuarters', 'most'] as const;

/** In the order of their names. */
export const KEYS = ['mean', ...QUARTILES] as const;

type SpreadKey = (typeof KEYS)[number];

/** A mean or a quartile of a column of figures. */
export const spreadFormula = (key: SpreadKey, range: string): string =>
  cutTo2(key === 'mean' ? `AVERAGE(${range})` : `QUARTILE(${range},${QUARTILES.indexOf(key)})`);

/** Values that occur, and not ones between them. */
export const isValue = (key: SpreadKey): boolean => key === 'least' || key === 'most';

type Percent = ReturnType<typeof makePercent>;

/** Points of what the section is worth. */
const shareOf = (
  { row: { sections } }: RankedCenter,
  section: number,
  end: 0 | 1,
  percent: Percent,
): number | string => {
  const figures = sections[section];
  return figures === undefined || figures[2] === '0' ? NO_FIGURE : Number(percent(figures[end], figures[2]));
};

interface SectionColumn extends Column<RankedCenter> {
  readonly spread?: Spread | undefined;
}

const columnsOf = (part: Part): readonly SectionColumn[] => {
  const { summary } = part;
  const percent = makePercent();
  const text = (head: Bilingual, width: number, value: (center: RankedCenter) => CellValue): SectionColumn => ({
    head,
    width,
    look: width < 10 ? LOOK.centre : LOOK.text,
    fits: true,
    value,
  });
  const shares = (end: 0 | 1, word: Bilingual): readonly SectionColumn[] =>
    summary.sections.map(({ section, low, high }, index) => {
      const say = (to: 'zh' | 'en'): string => `${word[to]}\n${sectionTitle(summary.frame, section, to)}`;
      return {
        head: both(say('zh'), say('en')),
        width: 11,
        look: SHARE,
        bars: 100,
        value: center => shareOf(center, index, end, percent),
        spread: end === 0 ? low : high,
      };
    });
  return [
    text(both('名次', 'Rank'), 6, ({ rank }) => rank ?? NO_FIGURE),
    text(both('县区', 'County'), 9, ({ row }) => row.center.county ?? ''),
    text(both('中心', 'Centre'), 26, ({ row }) => nameOf(row.center, row.location.file)),
    ...shares(0, both('得分率', 'Earned')),
    ...shares(1, both('可达率', 'Up to')),
  ];
};

const NAME = 2;

/** Means and quartiles above the centres, live where the centres are listed. */
const spreads = (columns: readonly SectionColumn[], part: Part, rangeOf: RangeOf): readonly (readonly Cell[])[] =>
  KEYS.map((key, index) =>
    columns.map(({ spread }, column): Cell => {
      if (column === NAME) return [SPREAD_NAMES[part.lang][index], LOOK.totalText];
      const look = withPlaces(LOOK.total, isValue(key) ? 1 : 2);
      if (spread === undefined) return [column > NAME ? NO_FIGURE : undefined, look];
      const result = Number(spread[key]);
      return [part.centers.length === 0 ? result : { formula: spreadFormula(key, rangeOf(column)), result }, look];
    }),
  );

/** Each centre's share of the points of each section. */
export const addSections = (book: BookWriter, part: Part): void => {
  const columns = columnsOf(part);
  const held = part.centers.length > 0;
  putListing(book, {
    sheet: { name: part.tab('sections') },
    lang: part.lang,
    title: partTitle(part, '各章节得分率', 'Sections'),
    note: [
      pick(
        part,
        '单位为 %：得分占该章节适用条目分值的百分比，舍到一位小数；“可达”为全部补报且符合时。平均数和四分位数（算法同 Excel 的 QUARTILE）舍到两位小数。',
        'In percent: points of what the applicable requirements of the section are worth, cut to one place; "up to" is if all that is open were met. Means and quartiles (as QUARTILE in Excel) are cut to two places.',
      ),
      held
        ? ''
        : pick(
            part,
            `共 ${part.summary.count} 个中心，不逐个列出，见 results.jsonl。`,
            ` ${part.summary.count} centres are not listed one by one; see results.jsonl.`,
          ),
    ].join(''),
    columns,
    frozen: NAME + 1,
    above: rangeOf => spreads(columns, part, rangeOf),
    count: part.centers.length,
    items: part.centers,
  });
};
