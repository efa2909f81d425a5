import { both, type Lang } from '../../model/base/text.ts';
import {
  type CenterChange,
  type CenterLine,
  type Compared,
  type RuleTurn,
  STANDINGS,
} from '../../model/result/compared.ts';
import {
  ABSENT_FROM,
  BAR_MARKS,
  countsText,
  differenceText,
  footingText,
  MATCHED_MARKS,
  matchedCounts,
  NONE_MATCHED,
  STANDING_NAMES,
} from '../../words/change/compared.ts';
import { LABELS } from '../../words/names.ts';
import { called, pick, voiced } from '../../words/reader.ts';
import { rangeText } from '../../words/scoring/history.ts';
import type { Chapter, Document, Field } from '../block.ts';
import { chapter, fieldOf, fields, heading } from '../blocks.ts';
import { column, fieldsList, flat, type ListColumn, leftOut, type SheetList, tableOf } from '../list.ts';
import { centerFields, centerHeading, groupsOf, NOTHING } from './center.ts';
import { type Changed, centerColumns, changeColumns } from './lists.ts';
import { biggestFirst, type Comparison, mostOften, movedBy } from './subject.ts';

const standingsText = ({ standings, rejected }: Compared, lang: Lang): string => {
  const total = STANDINGS.reduce((sum, standing) => sum + standings[standing], 0);
  const counted = STANDINGS.filter(standing => standings[standing] > 0).map(standing => {
    const refused = standing === 'gone' && rejected > 0;
    const remark = refused ? both(`（${rejected} 个因拒收）`, ` (${rejected} rejected)`)[lang] : '';
    return `${STANDING_NAMES[standing][lang]} ${standings[standing]}${remark}`;
  });
  return both(`共 ${total} 个：${counted.join('，')}`, `${total}: ${counted.join(', ')}`)[lang];
};

/** What is to be known of which centres were held against which, where it is not plain. */
const matchesOf = ({ standings, matched }: Compared, { asked, lang }: Comparison): readonly string[] => {
  const total = STANDINGS.reduce((sum, standing) => sum + standings[standing], 0);
  const added = standings.new + standings.accepted;
  const isNone = !asked && added > 0 && standings.gone > 0 && added + standings.gone === total;
  return isNone ? [NONE_MATCHED[lang]] : matchedCounts(matched, lang);
};

const numbers = (from: number, to: number): string =>
  from === to ? `${to}` : `${from} → ${to} (${differenceText({ from: String(from), to: String(to) })})`;

/** How two batches differ as a whole: what was rejected, and who is still to hand in. */
const runText = ({ runs: { from, to } }: Compared, lang: Lang): string => {
  if (from === undefined || to === undefined) return '';
  const said = (zh: string, en: string, pair: readonly [number | undefined, number | undefined]): readonly string[] =>
    pair[0] === undefined || pair[1] === undefined ? [] : [`${both(zh, en)[lang]} ${numbers(pair[0], pair[1])}`];
  const counts = [
    said('拒收', 'rejected', [from.counts.rejected, to.counts.rejected]),
    said('应报', 'expected', [from.roster?.expected, to.roster?.expected]),
    said('未报送', 'not submitted', [from.roster?.absent, to.roster?.absent]),
    said('没有结果', 'without a result', [from.roster?.missing, to.roster?.missing]),
    said('不在名册上', 'not on the roster', [from.roster?.unlisted, to.roster?.unlisted]),
  ];
  return counts.flat().join(both('，', ', ')[lang]);
};

const centersText = (count: number, subject: Comparison): string =>
  pick(subject, `${count} 个中心`, `${count} ${count === 1 ? 'centre' : 'centres'}`);

const turnText = (turn: RuleTurn, group: 'better' | 'worse', subject: Comparison): string => {
  const { lang } = subject;
  return `${turn.clause.join(' / ')} ${turn.title[lang]}${both(`（${turn.rule}）`, ` (${turn.rule})`)[lang]}  ${centersText(turn.counts[group], subject)}`;
};

/** So many rules are named that changed most often. */
const MOST_TURNS = 5;

const namesField = (subject: Comparison): readonly Field[] =>
  fieldOf(both('比较', 'Compared')[subject.lang], `${subject.names.from} → ${subject.names.to}`);

/** What the comparison of many centres comes to. */
const overviewFields = (compared: Compared, subject: Comparison): readonly Field[] => {
  const { lang } = subject;
  const turns = (group: 'better' | 'worse'): readonly string[] =>
    mostOften(compared.rules, group, MOST_TURNS).map(turn => turnText(turn, group, subject));
  const footing = compared.footing.map(({ change, centers }) => {
    const [what, where] = [footingText(change, lang), centersText(centers, subject)];
    return both(`${what}（${where}）`, `${what} (${where})`)[lang];
  });
  return [
    ...namesField(subject),
    ...fieldOf(called(subject.of, both('中心', 'Centres'))[lang], standingsText(compared, lang)),
    ...fieldOf(both('对应', 'Matched')[lang], ...matchesOf(compared, subject)),
    ...fieldOf(both('条目', 'Rules')[lang], countsText(compared.groups, lang) || NOTHING[lang]),
    ...fieldOf(both('报送', 'Handed in')[lang], runText(compared, lang)),
    ...fieldOf(both('依据', 'Footing')[lang], ...footing),
    ...fieldOf(both('最常变差', 'Most often worse')[lang], ...turns('worse')),
    ...fieldOf(both('最常解决', 'Most often resolved')[lang], ...turns('better')),
  ];
};

const scoreTurn = (line: CenterLine): string => {
  const moved = movedBy(line);
  const turn = [line.score.from, line.score.to].map(score => (score ? rangeText(score) : '—')).join(' → ');
  return moved === undefined ? turn : `${turn} (${differenceText(moved)})`;
};

/** So many letters of a reason stand in a line. */
const SHORT = 40;

const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}……` : text);

/** What became of a centre, in a few words. */
const turnsText = ({ standing, matched, counts, bars, rejection }: CenterLine, { lang }: Comparison): string =>
  [
    countsText(counts, lang),
    ...(rejection === undefined ? [ABSENT_FROM[standing]].flatMap(absent => absent?.[lang] ?? []) : []),
    ...(matched ? [MATCHED_MARKS[matched.by][lang]] : []),
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
  const note = voiced(subject, {
    zh: `另有 ${left} 行条目变化没有列出，见 -o csv=文件`,
    en: `${left} more changes of rules are not listed: see -o csv=FILE`,
  });
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
