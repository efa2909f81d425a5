import { compareExact, decimalOf, exact, minus } from '../../model/base/exact.ts';
import { placeInFile } from '../../model/base/location.ts';
import { share } from '../../model/base/share.ts';
import { both, type Lang } from '../../model/base/text.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import type { Frame, RankedCenter } from '../../model/result/summary.ts';
import { clauseText, LABELS, OUTCOME_NAMES } from '../../words/names.ts';
import { listed, pick, voiced } from '../../words/reader.ts';
import { vetoReason } from '../../words/scoring/gates.ts';
import { gradeName } from '../../words/scoring/score.ts';
import { GATE_NAMES, LEVEL_SHORT } from '../../words/summary.ts';
import { GATE_OUTCOMES } from '../audit/subject.ts';
import type { Cell, Chapter, Row } from '../block.ts';
import { chapter, remark } from '../blocks.ts';
import {
  column,
  drawn,
  headed,
  IN_BOOK,
  type List,
  type ListColumn,
  NO_FIGURE,
  ofPage,
  rowOf,
  tableOf,
} from '../list.ts';
import {
  countyColumn,
  filterOf,
  nameColumn,
  nameSpan,
  type Part,
  rankColumn,
  select,
  townshipColumn,
  whereOf,
} from './part.ts';

/** So many clauses are named of each centre; the matrix has them all. */
const CLAUSES = 5;

type Ranked = ListColumn<RankedCenter>;

/** A settled grade with its name, or those still possible. */
export const gradesText = (grades: readonly string[], { grades: all }: Pick<Frame, 'grades'>, lang: Lang): string => {
  const [only, ...more] = grades;
  const grade = all.find(({ id }) => id === only);
  return more.length > 0 || grade === undefined ? grades.join('/') : gradeName(grade, lang);
};

/** The next grade up, and what lacks to it. */
const nextGrade = ({ row: { score } }: RankedCenter, { grades }: Frame) => {
  const low = exact(score?.low ?? '0');
  const next = score && grades.findLast(({ atLeast }) => compareExact(exact(atLeast), low) > 0);
  return next && { grade: next.id, gap: decimalOf(minus(exact(next.atLeast), low)) };
};

const TIED = both('并列', 'tied');

const rankColumns = (lang: Lang): readonly Ranked[] => [
  {
    ...rankColumn<RankedCenter>(center => center),
    cell: ({ rank, tied }) => (rank === undefined ? NO_FIGURE : `${rank}${tied ? ` ${TIED[lang]}` : ''}`),
    formula: ({ of, all }, { rank }) => (rank === undefined ? undefined : `RANK(${of('low')},${all('low')})`),
  },
  column.short('tied', both('并列', 'Tied'), 5.5, ({ tied }) => (tied ? TIED[lang] : ''), {
    ...IN_BOOK,
    formula: ({ of, all }, { rank }) =>
      rank === undefined ? undefined : `IF(COUNTIF(${all('low')},${of('low')})>1,"${TIED[lang]}","")`,
  }),
];

const nameCell =
  (part: Part) =>
  (center: RankedCenter): Cell => {
    const where = whereOf(center.row.center, part.counties);
    return [nameSpan(center, part), ...(where === '' ? [] : [' ', { text: where, soft: true as const }])];
  };

/** The score from nothing to the total: solid is earned, hatched is still open. */
const scoreBar = ({ row: { score } }: RankedCenter, { total }: Frame): Cell => {
  if (score === undefined) return '';
  const [low, high] = [share(score.low, total), share(score.high, total)];
  return {
    bar: [
      { part: 'lost', from: '0', to: '100' },
      { part: 'open', from: low, to: high },
      { part: 'earned', from: '0', to: low },
    ],
  };
};

export const HIGH = both('可达', 'Up to');

const scoreColumn = ({ summary: { score }, places }: Part, end: 'low' | 'high'): Ranked =>
  column.figure(end, end === 'low' ? LABELS.score : HIGH, 8, ({ row }) => row.score?.[end], {
    places,
    ...(score && { total: { kind: 'mean', result: Number(score[end].mean) } }),
  });

const standingColumns = ({ summary: { frame }, places, lang }: Part): readonly Ranked[] => [
  column.short('grade', LABELS.grade, 9.5, ({ row }) =>
    row.score ? gradesText(row.score.grades, frame, lang) : NO_FIGURE,
  ),
  column.short(
    'next',
    both('上一等次', 'Next grade'),
    6.5,
    center => nextGrade(center, frame)?.grade ?? NO_FIGURE,
    IN_BOOK,
  ),
  column.figure('gap', both('还差', 'Short by'), 7, center => nextGrade(center, frame)?.gap, { ...IN_BOOK, places }),
  column.outcome('gate', LABELS.gate, 8, ({ row }) => GATE_NAMES[row.gate][lang], {
    cell: ({ row: { gate } }) => ({ outcome: GATE_OUTCOMES[gate], text: GATE_NAMES[gate][lang] }),
  }),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

const countColumns = ({ summary: { count, frame, rules }, lang, centers }: Part): readonly Ranked[] => {
  const digits = String(count * frame.rules.length).length;
  const width = Math.max(lang === 'zh' ? 7 : 9.5, digits + 2.5);
  const counted = OUTCOMES.map(
    (outcome): Ranked =>
      column.figure(outcome, OUTCOME_NAMES[outcome], width, ({ counts }) => counts[outcome], {
        outcome,
        total: { kind: 'sum', result: sum(rules.map(({ counts }) => counts[outcome])) },
      }),
  );
  const musts = sum(centers.map(({ mustFailures }) => mustFailures.length));
  return [
    ...counted,
    column.figure(
      'must',
      both('“应当”不符合', '"must" failed'),
      Math.max(8, digits + 2.5),
      ({ mustFailures }) => mustFailures.length,
      centers.length > 0 ? { total: { kind: 'sum', result: musts } } : {},
    ),
  ];
};

const clausesText = ({ mustFailures }: RankedCenter, { summary: { frame }, lang }: Part): string =>
  listed([...new Set(mustFailures.flatMap(rule => frame.rules[rule] ?? []).map(clauseText))], { lang, most: CLAUSES });

const clausesColumn = (part: Part): Ranked =>
  column.text(
    'clauses',
    both('“应当”不符合涉及的条款', 'Clauses of failed "must"'),
    45,
    center => clausesText(center, part),
    IN_BOOK,
  );

const vetoesText = ({ row }: RankedCenter, { summary: { frame }, lang }: Part): string =>
  (row.card?.vetoes ?? []).map(veto => vetoReason(veto, frame.grades, lang)).join(both('；', '; ')[lang]);

const vetoColumns = (part: Part): readonly Ranked[] =>
  part.summary.vetoed ? [column.text('veto', both('否决情形', 'Vetoes'), 30, center => vetoesText(center, part))] : [];

/** A centre a row, by rank. */
const rankingColumns = (part: Part): readonly Ranked[] => {
  const { frame } = part.summary;
  return [
    ...rankColumns(part.lang),
    countyColumn(center => center),
    townshipColumn(center => center),
    nameColumn(center => center, nameCell(part)),
    column.short('level', both('级别', 'Level'), 7, () => LEVEL_SHORT[frame.level][part.lang], IN_BOOK),
    { ...scoreColumn(part, 'low'), bars: Number(frame.total) },
    scoreColumn(part, 'high'),
    drawn(20, center => scoreBar(center, frame)),
    ...standingColumns(part),
    ...vetoColumns(part),
    ...(frame.rules.length === 0 ? [] : countColumns(part)),
    ...(frame.rules.length === 0 ? [] : [clausesColumn(part)]),
    column.text('file', both('申报文件', 'File'), 30, ({ row }) => row.location.file, IN_BOOK),
    column.place('place', LABELS.place, 14, ({ row }) => placeInFile(row.location), IN_BOOK),
  ];
};

/** Every centre of a standard by rank. */
export const rankingList = (part: Part): List<RankedCenter> => ({
  title: pick(part, '排名', 'Ranking'),
  note: voiced(part, {
    zh: '按得分排名，得分相同的名次并列，下一名次顺延；未定的条目不计分，“可达”为全部补报且符合时的得分。',
    en: 'By score; equal scores share a rank and the next is skipped. What is undecided earns nothing; "up to" is the score if all of it were met.',
  }),
  columns: headed(rankingColumns(part), part.of),
  frozen: 'name',
  unprinted: 'file',
  items: part.centers,
});

const gapRow = (left: number, part: Part): Row => ({
  kind: 'gap',
  cells: [
    voiced(part, {
      zh: `……中间 ${left} 个中心从略，全部见 summary.xlsx 和 results.jsonl`,
      en: `… ${left} centres in between are left out; summary.xlsx and results.jsonl have them all`,
    }),
  ],
});

/** Every centre by rank; the best and the worst of them where there are very many. */
export const ranking = (part: Part, most: number): Chapter => {
  const { count } = part.summary;
  const { top, bottom, left } = select(part, most);
  const { columns: all, ...list } = rankingList(part);
  const title = list.title + pick(part, `（${count} 个）`, ` (${count})`);
  const unlisted = voiced(part, {
    zh: `${count} 个中心，不在本页逐个列出，见 results.jsonl。`,
    en: `${count} centres are not listed here one by one; see results.jsonl.`,
  });
  if (top.length === 0) return chapter('ranking', title, remark(unlisted));
  const columns = ofPage(all);
  const toRow = (center: RankedCenter): Row => ({ ...rowOf(columns)(center), filter: filterOf(center, part) });
  const rows = [...top.map(toRow), ...(left > 0 ? [gapRow(left, part)] : []), ...bottom.map(toRow)];
  const bars = voiced(part, {
    zh: '条中实色为得分，斜线为可达。',
    en: ' A bar is solid for the score and hatched for what may still come.',
  });
  return chapter(
    'ranking',
    title,
    { ...tableOf({ name: 'ranking' }, columns, [], part.lang), rows },
    remark(list.note + bars),
  );
};
