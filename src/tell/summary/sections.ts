import { makePercent } from '../../model/base/share.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { RankedCenter } from '../../model/result/summary.ts';
import { sectionTitle } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { column, headed, type List, type ListColumn, type Value } from '../list.ts';
import { countyColumn, nameColumn, nameSpan, type Part, rankColumn } from './part.ts';
import { SECTIONS_TITLE } from './spreads.ts';

type Percent = ReturnType<typeof makePercent>;

/** Points of what the section is worth. */
const shareOf = ({ row: { sections } }: RankedCenter, section: number, end: 0 | 1, percent: Percent): Value => {
  const figures = sections[section];
  return figures === undefined || figures[2] === '0' ? undefined : percent(figures[end], figures[2]);
};

const shareColumns = (
  { summary }: Part,
  end: 0 | 1,
  name: Bilingual,
  percent: Percent,
): readonly ListColumn<RankedCenter>[] =>
  summary.sections.map(({ section, low, high }, index) => {
    const say = (lang: 'zh' | 'en'): string => `${name[lang]}\n${sectionTitle(summary.frame, section, lang)}`;
    return column.figure(
      `${section}-${end}`,
      both(say('zh'), say('en')),
      11,
      center => shareOf(center, index, end, percent),
      { places: 1, bars: 100, spread: end === 0 ? low : high },
    );
  });

const sectionColumns = (part: Part): readonly ListColumn<RankedCenter>[] => {
  const percent = makePercent();
  return [
    rankColumn(center => center),
    countyColumn(center => center),
    nameColumn(
      center => center,
      center => [nameSpan(center, part)],
    ),
    ...shareColumns(part, 0, both('得分率', 'Earned'), percent),
    ...shareColumns(part, 1, both('可达率', 'Up to'), percent),
  ];
};

/** A centre a row, with its share of the points of each section. */
export const sectionsList = (part: Part): List<RankedCenter> => ({
  title: SECTIONS_TITLE[part.lang],
  note: sectionsNote(part),
  columns: headed(sectionColumns(part), part.of),
  frozen: 'name',
  items: part.centers,
});

const sectionsNote = (part: Part): string => {
  const { centers, summary } = part;
  return (
    pick(
      part,
      '单位为 %：得分占该章节适用条目分值的百分比，舍到一位小数；“可达”为全部补报且符合时。平均数和四分位数（算法同 Excel 的 QUARTILE）舍到两位小数。',
      'In percent: points of what the applicable requirements of the section are worth, cut to one place; "up to" is if all that is open were met. Means and quartiles (as QUARTILE in Excel) are cut to two places.',
    ) +
    (centers.length > 0
      ? ''
      : pick(
          part,
          `共 ${summary.count} 个中心，不逐个列出，见 results.jsonl。`,
          ` ${summary.count} centres are not listed one by one; see results.jsonl.`,
        ))
  );
};
