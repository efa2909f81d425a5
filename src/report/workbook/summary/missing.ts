import { both, type Lang } from '../../../model/base/text.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { RankedCenter } from '../../../model/result/summary.ts';
import { cellName } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import { pick } from '../../../words/reader.ts';
import { frameTitle } from '../../../words/summary.ts';
import { type Column, putListing } from './listing.ts';
import { LOOK } from './looks.ts';
import type { Part } from './part.ts';
import { namesText, shareOf } from './rules.ts';
import { NO_FIGURE, SHEETS } from './words.ts';

/** So many centres are named behind a fact. */
const NAMED = 5;

const frameColumn = <T extends { readonly part: Part }>(lang: Lang): Column<T> => ({
  head: both('标准', 'Standard'),
  width: 24,
  look: LOOK.text,
  fits: true,
  value: ({ part }) => frameTitle(part.summary.frame, lang),
});

interface MissingFact {
  readonly part: Part;
  readonly number: number;
  readonly label: string;
  readonly count: number;
  readonly names: readonly string[];
}

const factsIn = (part: Part): readonly MissingFact[] => {
  const { frame, missing } = part.summary;
  const names: string[][] = frame.facts.map(() => []);
  for (const { row } of part.centers)
    for (const fact of row.missing) {
      const known = names[fact];
      if (known !== undefined && known.length < NAMED) known.push(nameOf(row.center, row.location.file));
    }
  return missing.map(({ fact, count }, index) => ({
    part,
    number: index + 1,
    label: frame.facts[fact]?.label[part.lang] ?? '',
    count,
    names: names[fact] ?? [],
  }));
};

const factColumns = (lang: Lang, several: boolean): readonly Column<MissingFact>[] => {
  const count = several ? 4 : 3;
  return [
    { head: both('序号', 'No.'), width: 6, look: LOOK.centre, value: ({ number }) => number },
    ...(several ? [frameColumn<MissingFact>(lang)] : []),
    { head: both('填报项', 'Fact'), width: 36, look: LOOK.text, fits: true, value: ({ label }) => label },
    { head: both('未申报的中心', 'Centres'), width: 9, look: LOOK.number, value: item => item.count },
    { head: both('中心总数', 'Of'), width: 9, look: LOOK.number, value: ({ part }) => part.summary.count },
    {
      head: both('比例', 'Share'),
      width: 10,
      look: LOOK.share,
      bars: 1,
      value: (item, row) => ({
        formula: `ROUNDDOWN(ROUND(${cellName(row, count)}/${cellName(row, count + 1)},9),2)`,
        result: shareOf(item.count, item.part.summary.count),
      }),
    },
    {
      head: both('哪些中心', 'Which centres'),
      width: 64,
      look: LOOK.text,
      fits: true,
      value: item => namesText(item.names, item.count, lang),
    },
  ];
};

/** What centres most often leave out and something hangs on. */
export const addMissing = (book: BookWriter, parts: readonly Part[], lang: Lang): void => {
  const items = parts.flatMap(factsIn);
  const several = parts.length > 1;
  putListing(book, {
    sheet: { name: SHEETS.missing.name[lang] },
    lang,
    title: pick({ lang }, '最常漏报的内容', 'Most often left out'),
    note: pick(
      { lang },
      '只列影响判定的填报项：没有申报，就有条款未定。每个中心缺什么见“各中心缺项”。',
      'Only facts on which something hangs: while undeclared, a clause is undecided. "Missing by centre" has what each centre lacks.',
    ),
    columns: factColumns(lang, several),
    frozen: several ? 3 : 2,
    count: items.length,
    items,
  });
};

interface Lacking {
  readonly part: Part;
  readonly center: RankedCenter;
}

const lackColumns = (lang: Lang, several: boolean): readonly Column<Lacking>[] => [
  ...(several ? [frameColumn<Lacking>(lang)] : []),
  {
    head: both('名次', 'Rank'),
    width: 6,
    look: LOOK.centre,
    value: ({ center }) => center.rank ?? NO_FIGURE,
  },
  { head: both('县区', 'County'), width: 9, look: LOOK.centre, value: ({ center }) => center.row.center.county },
  {
    head: both('乡镇（街道）', 'Township'),
    width: 12,
    look: LOOK.text,
    fits: true,
    value: ({ center }) => center.row.center.township,
  },
  {
    head: both('中心', 'Centre'),
    width: 26,
    look: LOOK.text,
    fits: true,
    value: ({ center: { row } }) => nameOf(row.center, row.location.file),
  },
  {
    head: both('缺项数', 'Missing'),
    width: 8,
    look: LOOK.number,
    value: ({ center }) => center.row.missing.length,
  },
  {
    head: both('尚未申报的内容', 'Still to be declared'),
    width: 90,
    look: LOOK.text,
    fits: true,
    value: ({ center, part: { summary } }) =>
      center.row.missing.map(fact => summary.frame.facts[fact]?.label[lang] ?? '').join(pick({ lang }, '、', ', ')),
  },
];

/** What each centre did not declare. */
export const addGaps = (book: BookWriter, parts: readonly Part[], lang: Lang): void => {
  const several = parts.length > 1;
  const items = parts.flatMap(part =>
    part.centers.filter(({ row }) => row.missing.length > 0).map((center): Lacking => ({ part, center })),
  );
  const unlisted = parts.some(({ centers, summary }) => centers.length < summary.count);
  putListing(book, {
    sheet: { name: SHEETS.gaps.name[lang] },
    lang,
    title: pick({ lang }, '各中心尚未申报的内容', 'What each centre has still to declare'),
    note:
      pick(
        { lang },
        '补报以后，未定的条款才能判定，得分才可能提高。没有缺项的中心不列。',
        'Once declared, open clauses can be decided and may earn points. Centres that lack nothing are not listed.',
      ) +
      (unlisted
        ? pick(
            { lang },
            '中心太多的标准不在这里逐个列出，见 results.jsonl。',
            ' Standards with too many centres are left to results.jsonl.',
          )
        : ''),
    columns: lackColumns(lang, several),
    frozen: several ? 5 : 4,
    count: items.length,
    items,
  });
};
