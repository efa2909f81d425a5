import { share } from '../../model/base/share.ts';
import { both, type Lang } from '../../model/base/text.ts';
import { nameOf } from '../../model/profile/profile.ts';
import type { RankedCenter } from '../../model/result/summary.ts';
import { pick, voiced } from '../../words/reader.ts';
import type { Cell, Chapter } from '../block.ts';
import { column, drawn, headed, IN_BOOK, type List, type ListColumn, listChapter } from '../list.ts';
import {
  countyColumn,
  isRuled,
  nameColumn,
  type Part,
  rankColumn,
  standardColumn,
  townshipColumn,
  unheld,
  voiceOf,
} from './part.ts';
import { NAMED, namesText, numberColumn, shareFormula, shareOf } from './rules.ts';

/** A fact that centres did not declare. */
interface MissingFact {
  readonly part: Part;
  readonly number: number;
  readonly label: string;
  readonly count: number;
  readonly names: readonly string[];
}

/** Facts on which something hangs, by how many centres lack them, the most first. */
const missingIn = (part: Part): readonly MissingFact[] => {
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

const missingBar = ({ count, part }: MissingFact): Cell => ({
  bar: [{ part: 'open', from: '0', to: share(String(count), String(part.summary.count)) }],
});

/** A fact a row. */
const missingColumns = (lang: Lang, several: boolean): readonly ListColumn<MissingFact>[] => [
  numberColumn(),
  ...standardColumn<MissingFact>(several),
  column.name('fact', both('填报项', 'Fact'), 36, ({ label }) => label),
  drawn(20, missingBar),
  column.figure('count', both('未申报的中心', 'Centres'), 9, ({ count }) => count),
  column.figure('of', both('中心总数', 'Of'), 9, ({ part }) => part.summary.count),
  column.figure('share', both('比例', 'Share'), 10, ({ count, part }) => shareOf(count, part.summary.count), {
    share: true,
    bars: 1,
    formula: ({ of }) => shareFormula(of('count'), of('of')),
  }),
  column.text(
    'names',
    both('哪些中心', 'Which centres'),
    64,
    ({ names, count }) => namesText(names, count, lang),
    IN_BOOK,
  ),
];

/** What centres most often leave out. */
export const missingList = (parts: readonly Part[], lang: Lang, voice = voiceOf(parts, lang)): List<MissingFact> => ({
  title: pick(voice, '最常漏报的内容', 'Most often left out'),
  note:
    (isRuled(parts)
      ? voiced(voice, {
          zh: '只列影响判定的填报项：没有申报，就有条款未定。',
          en: 'Only facts on which something hangs: while undeclared, a clause is undecided. ',
        })
      : voiced(voice, {
          zh: '只列影响得分的内容：没有申报或还没有评，就有评分项未定。',
          en: 'Only what points hang on: while undeclared or not yet judged, a row is undecided. ',
        })) +
    voiced(voice, {
      zh: '每个中心缺什么见 summary.xlsx 的“各中心缺项”。',
      en: '"Missing by centre" in summary.xlsx has what each centre lacks.',
    }),
  columns: headed(missingColumns(lang, parts.length > 1), voice.of),
  frozen: 'fact',
  items: parts.flatMap(missingIn),
});

/** So many facts are listed on a page. */
const MOST = 20;

export const missingFacts = (part: Part): Chapter | undefined => {
  const list = missingList([part], part.lang);
  return list.items.length === 0 ? undefined : listChapter('missing', list, MOST, part.lang);
};

/** A centre that has something still to declare. */
interface Lacking {
  readonly part: Part;
  readonly center: RankedCenter;
}

const lackingIn = (part: Part): readonly Lacking[] =>
  part.centers.filter(({ row }) => row.missing.length > 0).map(center => ({ part, center }));

const lackingColumns = (lang: Lang, several: boolean): readonly ListColumn<Lacking>[] => [
  ...standardColumn<Lacking>(several),
  rankColumn(({ center }) => center),
  countyColumn(({ center }) => center),
  townshipColumn(({ center }) => center),
  nameColumn(({ center }) => center),
  column.figure('count', both('缺项数', 'Missing'), 8, ({ center }) => center.row.missing.length),
  column.text('facts', both('尚未申报的内容', 'Still to be declared'), 90, ({ center, part: { summary } }) =>
    center.row.missing.map(fact => summary.frame.facts[fact]?.label[lang] ?? '').join(both('、', ', ')[lang]),
  ),
];

/** What each centre has still to declare, a centre a row. */
export const lackingList = (parts: readonly Part[], lang: Lang, voice = voiceOf(parts, lang)): List<Lacking> => ({
  title: pick(voice, '各中心尚未申报的内容', 'What each centre has still to declare'),
  note:
    (isRuled(parts)
      ? voiced(voice, {
          zh: '补报以后，未定的条款才能判定，得分才可能提高。',
          en: 'Once declared, open clauses can be decided and may earn points. ',
        })
      : voiced(voice, {
          zh: '补报、评分以后，未定的评分项才有分，得分才可能提高。',
          en: 'Once declared or judged, open rows can be scored and may earn points. ',
        })) +
    pick(voice, '没有缺项的中心不列。', 'Centres that lack nothing are not listed.') +
    unheld(parts, lang),
  columns: headed(lackingColumns(lang, parts.length > 1), voice.of),
  frozen: 'name',
  items: parts.flatMap(lackingIn),
});
