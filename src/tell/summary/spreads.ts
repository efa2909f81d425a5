import { placesOf } from '../../model/base/figures.ts';
import { makePercent, share } from '../../model/base/share.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { FrameSummary, RankedCenter, Spread } from '../../model/result/summary.ts';
import { LABELS, sectionTitle } from '../../words/names.ts';
import { voiced } from '../../words/reader.ts';
import { SPREAD_NAMES } from '../../words/summary.ts';
import type { Cell, Chapter } from '../block.ts';
import { chapter, remark } from '../blocks.ts';
import { column, drawn, headed, type List, type ListColumn, ofPage, tableOf, type Value } from '../list.ts';
import { countyColumn, nameColumn, type Part, rankColumn } from './part.ts';
import { HIGH } from './ranking.ts';

/** A distribution by name, with what the whole of a drawing of it stands for. */
export interface NamedSpread {
  readonly name: string;
  readonly spread: Spread;
  readonly whole: Decimal;
  /** Decimals of its values; a mean has two. */
  readonly places: number;
  readonly best?: Spread | undefined;
}

export type SpreadKey = keyof Omit<Spread, 'count'>;

const QUARTILES = ['least', 'quarter', 'middle', 'threeQuarters', 'most'] as const;

/** In the order of their names. */
export const SPREAD_KEYS = ['mean', ...QUARTILES] as const satisfies readonly SpreadKey[];

export const isSpreadKey = (key: string): key is SpreadKey => SPREAD_KEYS.some(known => known === key);

/** A mean or a quartile as the program cuts it: the inner rounding takes away what binary arithmetic adds. */
export const spreadFormula = (key: SpreadKey, range: string): string =>
  cutTo2(key === 'mean' ? `AVERAGE(${range})` : `QUARTILE(${range},${QUARTILES.indexOf(key)})`);

export const cutTo2 = (figure: string): string => `ROUNDDOWN(ROUND(${figure},9),2)`;

/** The most decimals of any value, means aside. */
const placesIn = (spreads: readonly Spread[]): number =>
  placesOf(spreads.flatMap(spread => QUARTILES.map(key => spread[key])));

const boxOf = ({ spread, whole }: NamedSpread): Cell => {
  const at = (key: SpreadKey): Decimal => share(spread[key], whole);
  return {
    box: {
      least: at('least'),
      quarter: at('quarter'),
      middle: at('middle'),
      threeQuarters: at('threeQuarters'),
      most: at('most'),
      mean: at('mean'),
    },
  };
};

/** A distribution a row: drawn, and in figures. */
export const spreadColumns = (name: Bilingual, whole: string, places: number): readonly ListColumn<NamedSpread>[] => [
  column.name('name', name, 24, spread => spread.name),
  drawn(30, boxOf, both(whole, whole)),
  ...SPREAD_KEYS.map((key, index) => {
    const head = both(SPREAD_NAMES.zh[index] ?? '', SPREAD_NAMES.en[index] ?? '');
    return column.figure<NamedSpread>(key, head, 9.5, ({ spread }) => spread[key], {
      places: key === 'mean' ? 2 : places,
    });
  }),
];

/** The scores as they stand and as they may come to be; nothing where there are none. */
export const scoreSpreads = ({ summary: { score, frame }, lang }: Part): readonly NamedSpread[] => {
  if (score === undefined) return [];
  const places = placesIn([score.low, score.high]);
  return [
    { name: LABELS.score[lang], spread: score.low, whole: frame.total, places },
    { name: HIGH[lang], spread: score.high, whole: frame.total, places },
  ];
};

export const spreadsTable = (part: Part) =>
  tableOf(
    { name: 'spreads' },
    ofPage(spreadColumns(both('', ''), `0 – ${part.summary.frame.total}`, scoreSpreads(part)[0]?.places ?? 0)),
    scoreSpreads(part),
    part.lang,
  );

const ofSection =
  ({ summary: { frame }, lang }: Part, places: number) =>
  ({ section, low, high }: FrameSummary['sections'][number]): readonly NamedSpread[] =>
    low === undefined
      ? []
      : [{ name: sectionTitle(frame, section, lang), spread: low, whole: '100', places, best: high }];

const BEST = column.figure<NamedSpread>('best', both('平均可达', 'Mean, up to'), 9.5, ({ best }) => best?.mean, {
  places: 2,
});

const SECTIONS_TITLE = both('各章节得分率', 'Sections');

/** Where centres stand section by section, in percent of each section's points. */
export const sections = (part: Part): Chapter | undefined => {
  const { lang, summary } = part;
  const places = placesIn(summary.sections.flatMap(({ low }) => low ?? []));
  const spreads = summary.sections.flatMap(ofSection(part, places));
  if (spreads.length === 0) return undefined;
  return chapter(
    'sections',
    SECTIONS_TITLE[lang],
    tableOf({ name: 'spreads' }, ofPage([...spreadColumns(LABELS.section, '0 – 100%', places), BEST]), spreads, lang),
    remark(
      voiced(part, {
        zh: '为得分占该章节适用条目分值的百分比。',
        en: 'Points as percent of what the applicable requirements of the section are worth.',
      }),
    ),
  );
};

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
    nameColumn(center => center),
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
    voiced(part, {
      zh: '单位为 %：得分占该章节适用条目分值的百分比，舍到一位小数；“可达”为全部补报且符合时。平均数和四分位数（算法同 Excel 的 QUARTILE）舍到两位小数。',
      en: 'In percent: points of what the applicable requirements of the section are worth, cut to one place; "up to" is if all that is open were met. Means and quartiles (as QUARTILE in Excel) are cut to two places.',
    }) +
    (centers.length > 0
      ? ''
      : voiced(part, {
          zh: `共 ${summary.count} 个中心，不逐个列出，见 results.jsonl。`,
          en: ` ${summary.count} centres are not listed one by one; see results.jsonl.`,
        }))
  );
};
