import type { Location } from '../model/base/location.ts';
import { both, type Lang } from '../model/base/text.ts';
import { rowsOf } from '../model/scoring/rows.ts';
import type { Scheme } from '../model/scoring/score.ts';
import type { Item, Scorecard, ScorecardSection } from '../model/scoring/scorecard.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';
import { label } from '../words/names.ts';
import { pick, placeText, type Reader } from '../words/reader.ts';
import { standingTexts } from '../words/scoring/gates.ts';
import { rowText } from '../words/scoring/row-words.ts';
import { minus } from '../words/scoring/work.ts';
import type { Block, Chapter, Document } from './block.ts';
import { chapter, paragraph, signedTable, table } from './blocks.ts';

const wording = ({ requirement, note }: Item, lang: Lang): string =>
  [requirement?.[lang], note?.[lang]].filter(text => text !== undefined).join(both('　', ' — ')[lang]);

const rowsTable = (items: readonly Item[], reader: Reader): Block => {
  const rows = items.map(item => ({
    cells: [
      item.clause.join(' / '),
      item.title[reader.lang],
      item.points,
      item.bureau ?? '',
      wording(item, reader.lang),
      rowText(item, reader),
    ],
  }));
  return table('rows', rows, [
    { title: label('clause', reader.lang), kind: 'clause', width: 10 },
    { title: pick(reader, '评分项', 'Row'), kind: 'name', width: 18 },
    { title: pick(reader, '分值', 'Points'), kind: 'figure', width: 7 },
    { title: pick(reader, '由谁评', 'By'), kind: 'text', width: 14 },
    { title: pick(reader, '原表文字', 'As the scorecard words it'), kind: 'text', width: 40 },
    { title: pick(reader, '工具这样算', 'How the tool reckons it'), kind: 'text', width: 50 },
  ]);
};

/** One row by its id, its number or its name; undefined where there is none. */
export const rowNamed = (scorecard: Scorecard, name: string): Item | undefined =>
  rowsOf(scorecard).find(({ id, clause, title }) => [id, ...clause, title.zh, title.en].includes(name));

export const tellRow = (item: Item, vocabulary: Vocabulary, lang: Lang): Document => ({
  lang,
  title: `${item.clause.join(' / ')} ${item.title[lang]}`,
  head: [],
  chapters: [chapter('row', item.title[lang], rowsTable([item], { vocabulary, lang }))],
});

const marks = ({ scorecard }: { readonly scorecard: Scorecard }, lang: Lang): string => {
  const bound = (at: string | null): string => at ?? both('不设', 'none')[lang];
  return both(
    `满分 ${scorecard.total}；保留 ${scorecard.places} 位小数；总分下限 ${bound(scorecard.floor)}，上限 ${bound(scorecard.cap)}`,
    `of ${scorecard.total}; ${scorecard.places} ${scorecard.places === 1 ? 'decimal' : 'decimals'}; between ${bound(scorecard.floor)} and ${bound(scorecard.cap)}`,
  )[lang];
};

/** Grades and vetoes, a line each. */
const standingChapter = ({ scorecard }: { readonly scorecard: Scorecard }, lang: Lang): readonly Chapter[] => {
  const texts = standingTexts(scorecard, lang);
  const title = both('等次、否决和部门总分', 'Grades, vetoes and totals of bureaus')[lang];
  return texts.length === 0 ? [] : [chapter('standing', title, ...texts.map(paragraph))];
};

/** `（10 分，总分之外，最多 5 分）`. */
const worthText = ({ points, outside, cap, floor }: ScorecardSection, lang: Lang): string => {
  const parts = [
    pick({ lang }, `${points} 分`, points),
    ...(outside ? [pick({ lang }, '总分之外', 'outside the total')] : []),
    ...(cap === null || cap === points ? [] : [pick({ lang }, `最多 ${cap} 分`, `at most ${cap}`)]),
    ...(floor === null || floor === '0' ? [] : [pick({ lang }, `最低 ${minus(floor)} 分`, `at least ${minus(floor)}`)]),
  ];
  return pick({ lang }, `（${parts.join('，')}）`, ` (${parts.join(', ')})`);
};

export const NOT_TAKEN = both('没有当作评分项', 'not taken for a row');

/** What is known of a scorecard beside what it says: what it can come to, and what of its workbook was passed over. */
export interface CardReading {
  readonly reach: readonly [low: string, high: string];
  readonly passed: readonly { readonly location: Location; readonly text: string }[];
  readonly file: string;
}

const passedChapter = ({ passed, file }: CardReading, lang: Lang): readonly Chapter[] => {
  const columns = [
    { title: label('place', lang), kind: 'text', width: 20 },
    { title: both('原表文字', 'As the scorecard words it')[lang], kind: 'text', width: 80 },
  ] as const;
  const rows = passed.map(({ location, text }) => ({ cells: [placeText(location, file, lang), text] }));
  return rows.length === 0 ? [] : [chapter('passed', NOT_TAKEN[lang], table('passed', rows, columns))];
};

/** A scorecard as a document to be signed: each row in the bureau's words, and beside them how the tool reckons it. */
export const tellCard = (
  scheme: Scheme & { readonly scorecard: Scorecard },
  vocabulary: Vocabulary,
  reading: CardReading,
  lang: Lang,
): Document => {
  const reader: Reader = { vocabulary, lang };
  const { reach } = reading;
  return {
    lang,
    kind: both('评分表核对稿', 'A scorecard, to be checked and signed')[lang],
    title: scheme.title[lang],
    head: [
      paragraph(marks(scheme, lang)),
      paragraph(
        both(
          `什么都没有申报时，可得 ${reach[0]} 至 ${reach[1]}`,
          `with nothing declared, ${reach[0]} to ${reach[1]} is possible`,
        )[lang],
      ),
    ],
    chapters: [
      ...scheme.scorecard.forms.flatMap(({ class: own, sections }) =>
        sections.map((section, index) =>
          chapter(
            `section-${own?.id ?? 'all'}-${index + 1}`,
            `${section.title[lang]}${own === undefined ? '' : ` · ${own.label[lang]}`}${worthText(section, lang)}`,
            rowsTable(section.items, reader),
          ),
        ),
      ),
      ...standingChapter(scheme, lang),
      ...passedChapter(reading, lang),
      chapter('signatures', both('核对签字', 'Checked and signed')[lang], signedTable(lang, 20, 20)),
    ],
  };
};
