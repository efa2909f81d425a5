import { both } from '../../model/base/text.ts';
import type { CenterChange, CenterLine, Compared } from '../../model/result/compared.ts';
import { BAR_MARKS, countsText, differenceText, STANDING_NAMES } from '../../words/change/compared.ts';
import { LABELS } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import type { Chapter, Document } from '../block.ts';
import { chapter, fields, heading } from '../blocks.ts';
import { column, fieldsList, flat, type ListColumn, leftOut, type SheetList, tableOf } from '../list.ts';
import { centerFields, centerHeading, groupsOf } from './center.ts';
import { type Changed, centerColumns, changeColumns } from './lists.ts';
import { biggestFirst, movedBy } from './order.ts';
import { namesField, overviewFields } from './overview.ts';
import type { Comparison } from './subject.ts';

const scoreTurn = (line: CenterLine): string => {
  const moved = movedBy(line);
  return moved === undefined
    ? [line.score.from?.low, line.score.to?.low].map(low => low ?? '—').join(' → ')
    : `${moved.from} → ${moved.to} (${differenceText(moved)})`;
};

/** So many letters of a reason stand in a line. */
const SHORT = 40;

const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}……` : text);

/** What became of a centre, in a few words. */
const turnsText = ({ standing, counts, bars, rejection }: CenterLine, { lang }: Comparison): string =>
  [
    countsText(counts, lang),
    ...(standing === 'gone' && rejection === undefined ? [both('新结果里没有', 'not in the newer result')[lang]] : []),
    ...(rejection ? [`${both('拒收：', 'rejected: ')[lang]}${shortened(rejection.message[lang])}`] : []),
    ...bars.map(bar => BAR_MARKS[bar][lang]),
  ]
    .filter(text => text !== '')
    .join(both('；', '; ')[lang]);

/** A centre a row, in short. */
const lineColumns = (subject: Comparison): readonly ListColumn<CenterLine>[] => [
  column.short('standing', both('情况', 'Standing'), 8, ({ standing }) => STANDING_NAMES[standing][subject.lang]),
  column.short('score', LABELS.score, 18, scoreTurn),
  column.name('name', both('名称', 'Name'), 30, line => line.name),
  column.text('changes', both('变化', 'Changes'), 50, line => turnsText(line, subject)),
];

/** So many centres have a line of their own. */
const MOST = 60;

const mostChanged = (compared: Compared, subject: Comparison): readonly Chapter[] => {
  const lines = biggestFirst(compared.lines);
  const file = pick(subject, '-o xlsx=文件 或 -o csv=文件', '-o xlsx=FILE or -o csv=FILE');
  const table = tableOf({ name: 'centres' }, lineColumns(subject), lines.slice(0, MOST), subject.lang);
  return lines.length === 0
    ? []
    : [
        chapter(
          'centres',
          pick(subject, '变化最大的中心', 'Centres that changed most'),
          table,
          ...leftOut(lines.length - MOST, file, subject.lang),
        ),
      ];
};

const centerChapter =
  (subject: Comparison) =>
  (change: CenterChange, index: number): Chapter =>
    chapter(
      `centre-${index + 1}`,
      centerHeading(change, subject.lang),
      fields(centerFields(change, subject.lang)),
      ...groupsOf(change, subject).flatMap(({ title, block }) => [heading(1, title), block]),
    );

const KIND = both('两次结果比较', 'Two results compared');

const tellOne = (change: CenterChange, subject: Comparison): Document => ({
  lang: subject.lang,
  kind: KIND[subject.lang],
  title: centerHeading(change, subject.lang),
  head: [fields([...namesField(subject), ...centerFields(change, subject.lang)])],
  chapters: groupsOf(change, subject).map(({ group, title, block }) => chapter(group, title, block)),
});

/** Two results held against each other: one centre in full, or what many come to and then those that are to be told. */
export const tellComparison = (compared: Compared, told: readonly CenterChange[], subject: Comparison): Document => {
  const [first] = told;
  if (subject.single && first !== undefined) return tellOne(first, subject);
  return {
    lang: subject.lang,
    title: KIND[subject.lang],
    head: [fields(overviewFields(compared, subject))],
    chapters: [...mostChanged(compared, subject), ...told.map(centerChapter(subject))],
  };
};

/** The same as lists: what it comes to, the centres, and the changes of rules, of which some are left out. */
export const comparisonLists = (
  compared: Compared,
  {
    centers,
    rules,
    left,
  }: { readonly centers: readonly Changed[]; readonly rules: readonly Changed[]; readonly left: number },
  subject: Comparison,
): readonly SheetList[] => {
  const note = pick(
    subject,
    `另有 ${left} 行条目变化没有列出，见 -o csv=文件`,
    `${left} more changes of rules are not listed: see -o csv=FILE`,
  );
  const title = KIND[subject.lang];
  return [
    { ...flat(fieldsList(title, overviewFields(compared, subject))), name: pick(subject, '汇总', 'Overview') },
    {
      ...flat({ title, note: '', columns: centerColumns(subject), frozen: 'name', unprinted: 'level', items: centers }),
      name: pick(subject, '中心', 'Centres'),
    },
    {
      ...flat({
        title,
        note: left > 0 ? note : '',
        columns: changeColumns(subject),
        frozen: 'name',
        unprinted: 'standing',
        items: rules,
      }),
      name: pick(subject, '条目', 'Rules'),
    },
  ];
};
