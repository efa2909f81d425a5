import { compareExact, decimalOf, exact, minus } from '../../../model/base/exact.ts';
import { placeInFile } from '../../../model/base/location.ts';
import { both } from '../../../model/base/text.ts';
import { OUTCOMES, type Outcome } from '../../../model/finding/finding.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { Frame, RankedCenter } from '../../../model/result/summary.ts';
import { cellName, onSheet } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import type { Cell, Formula } from '../../../sheets/write/cell.ts';
import { listed } from '../../../words/lists.ts';
import { clauseText, OUTCOME_NAMES } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { GATE_NAMES, LEVEL_SHORT } from '../../../words/summary.ts';
import { type Column, headRowOf, putListing, type RangeOf, rangeIn } from './listing.ts';
import { LOOK, withPlaces } from './looks.ts';
import { MOST_LIVE, type Part, partTitle } from './part.ts';
import { NO_FIGURE } from './words.ts';

/** So many clauses are named of each centre; the matrix has them all. */
const CLAUSES = 5;

type Key =
  | 'rank'
  | 'tied'
  | 'county'
  | 'township'
  | 'name'
  | 'level'
  | 'low'
  | 'high'
  | 'grade'
  | 'next'
  | 'gap'
  | 'gate'
  | Outcome
  | 'must'
  | 'clauses'
  | 'file'
  | 'place';

type Ranked = Column<RankedCenter> & { readonly key: Key };

/** A settled grade with its name, or those still possible. */
export const gradesText = (grades: readonly string[], { summary: { frame }, lang }: Part): string => {
  const [only, ...more] = grades;
  const label = frame.grades.find(({ id }) => id === only)?.label[lang] ?? '';
  return more.length === 0 ? `${only ?? ''} ${label}`.trim() : grades.join('/');
};

/** The next grade up, and what lacks to it. */
const nextGrade = ({ row: { score } }: RankedCenter, { grades }: Frame) => {
  const low = exact(score?.low ?? '0');
  const next = score && grades.findLast(({ atLeast }) => compareExact(exact(atLeast), low) > 0);
  return next && { grade: next.id, gap: decimalOf(minus(exact(next.atLeast), low)) };
};

const figure = (amount: string | undefined): number | string => (amount === undefined ? NO_FIGURE : Number(amount));

const isLive = ({ rows }: Part): boolean => rows > 0 && rows <= MOST_LIVE;

/** One row above the heads: means and totals. */
const FIRST_ROW = headRowOf(1) + 1;

const columnsOf = (part: Part): readonly Ranked[] => {
  const { summary, lang, places, rows } = part;
  const { frame } = summary;
  const score = withPlaces(LOOK.number, places);
  const low = 6;
  const digits = String(summary.count * frame.rules.length).length;
  const scores = rangeIn(low, FIRST_ROW, rows);
  /** The same answer as the program's, and live as long as there are not too many. */
  const live = (formula: string, result: string | number): Formula | string | number =>
    isLive(part) ? { formula, result } : result;
  const count = (outcome: Outcome): Ranked => ({
    key: outcome,
    head: OUTCOME_NAMES[outcome],
    width: Math.max(lang === 'zh' ? 7 : 9.5, digits + 2.5),
    look: LOOK.number,
    value: ({ counts }) => counts[outcome],
  });
  const text = (key: Key, zh: string, en: string, width: number, value: (center: RankedCenter) => string): Ranked => ({
    key,
    head: both(zh, en),
    width,
    look: width < 10 ? LOOK.centre : LOOK.text,
    fits: true,
    value,
  });
  return [
    {
      key: 'rank',
      head: both('名次', 'Rank'),
      width: 6,
      look: LOOK.centre,
      value: ({ rank }, row) =>
        rank === undefined ? NO_FIGURE : live(`RANK(${cellName(row, low + 1)},${scores})`, rank),
    },
    {
      key: 'tied',
      head: both('并列', 'Tied'),
      width: 5.5,
      look: LOOK.centre,
      value: ({ tied, rank }, row) => {
        const word = pick({ lang }, '并列', 'tied');
        if (rank === undefined) return '';
        return live(`IF(COUNTIF(${scores},${cellName(row, low + 1)})>1,"${word}","")`, tied ? word : '');
      },
    },
    text('county', '县区', 'County', 9, ({ row }) => row.center.county ?? ''),
    text('township', '乡镇（街道）', 'Township', 10, ({ row }) => row.center.township ?? ''),
    text('name', '中心', 'Centre', 26, ({ row }) => nameOf(row.center, row.location.file)),
    text('level', '级别', 'Level', 7, () => LEVEL_SHORT[frame.level][lang]),
    {
      key: 'low',
      head: both('得分', 'Score'),
      width: 8,
      look: score,
      bars: Number(frame.total),
      value: ({ row }) => figure(row.score?.low),
    },
    { key: 'high', head: both('可达', 'Up to'), width: 8, look: score, value: ({ row }) => figure(row.score?.high) },
    text('grade', '等次', 'Grade', 9.5, ({ row }) => (row.score ? gradesText(row.score.grades, part) : NO_FIGURE)),
    text('next', '上一等次', 'Next grade', 6.5, center => nextGrade(center, frame)?.grade ?? NO_FIGURE),
    {
      key: 'gap',
      head: both('还差', 'Short by'),
      width: 7,
      look: score,
      value: center => figure(nextGrade(center, frame)?.gap),
    },
    text('gate', '门槛', 'Gate', 8, ({ row }) => GATE_NAMES[row.gate][lang]),
    ...OUTCOMES.map(count),
    {
      key: 'must',
      head: both('“应当”不符合', '"must" failed'),
      width: Math.max(8, digits + 2.5),
      look: LOOK.number,
      value: ({ mustFailures }) => mustFailures.length,
    },
    text('clauses', '“应当”不符合涉及的条款', 'Clauses of failed "must"', 45, ({ mustFailures }) =>
      listed([...new Set(mustFailures.flatMap(rule => frame.rules[rule] ?? []).map(clauseText))], {
        lang,
        most: CLAUSES,
      }),
    ),
    text('file', '申报文件', 'File', 30, ({ row }) => row.location.file),
    text('place', '位置', 'Place', 14, ({ row }) => placeInFile(row.location)),
  ];
};

const indexOf = (columns: readonly Ranked[], key: Key): number => columns.findIndex(column => column.key === key);

/** Column of the ranking from the first centre to the last, for formulas on other sheets. */
export const rankingRange = (part: Part, key: Key): string =>
  onSheet(part.tab('ranking'), rangeIn(indexOf(columnsOf(part), key), FIRST_ROW, part.rows));

/** A mean or quartile as the program cuts it: the inner rounding takes away what binary arithmetic adds. */
export const cutTo2 = (figure: string): string => `ROUNDDOWN(ROUND(${figure},9),2)`;

const SUMMED: readonly Key[] = [...OUTCOMES, 'must'];

/** Known where the centres are held. */
const sumOf = ({ centers, summary: { rules } }: Part, key: Key): number | undefined => {
  if (key === 'must')
    return centers.length === 0 ? undefined : centers.reduce((sum, { mustFailures }) => sum + mustFailures.length, 0);
  return rules.reduce((sum, { counts }) => sum + counts[key as Outcome], 0);
};

/** Means and totals of the rows that a filter leaves. */
const totals = (part: Part, columns: readonly Ranked[], rangeOf: RangeOf): readonly Cell[] => {
  const { score } = part.summary;
  return columns.map(({ key }, column): Cell => {
    const range = rangeOf(column);
    if (key === 'name')
      return [pick(part, '平均、合计（随筛选变化）', 'Mean, totals (of the filtered)'), LOOK.totalText];
    if ((key === 'low' || key === 'high') && score !== undefined)
      return [{ formula: cutTo2(`SUBTOTAL(101,${range})`), result: Number(score[key].mean) }, LOOK.totalMean];
    const result = SUMMED.includes(key) ? sumOf(part, key) : undefined;
    return [result === undefined ? undefined : { formula: `SUBTOTAL(109,${range})`, result }, LOOK.total];
  });
};

const noteOf = (part: Part): string => {
  const { summary, rows, centers } = part;
  const order = centers.length < rows;
  const left = summary.count - rows;
  return [
    pick(
      part,
      '按得分排名，得分相同的名次并列，下一名次顺延；未定的条目不计分，“可达”为全部补报且符合时的得分。',
      'By score; equal scores share a rank and the next is skipped. What is undecided earns nothing; "up to" is the score if all of it were met.',
    ),
    order
      ? pick(part, '中心太多，按报送顺序列出，可按“名次”排序。', 'Too many centres to sort: in the order of the input.')
      : '',
    left > 0
      ? pick(part, `另有 ${left} 个中心列不下，见 results.jsonl。`, ` ${left} more centres: see results.jsonl.`)
      : '',
  ].join('');
};

/** Every centre by rank. */
export const addRanking = (book: BookWriter, part: Part): void => {
  const columns = columnsOf(part);
  putListing(book, {
    sheet: { name: part.tab('ranking'), printed: indexOf(columns, 'file') },
    lang: part.lang,
    title: partTitle(part, '排名', 'Ranking'),
    note: noteOf(part),
    columns,
    frozen: indexOf(columns, 'name') + 1,
    above: rangeOf => (part.rows === 0 ? [] : [totals(part, columns, rangeOf)]),
    count: part.rows,
    items: part.listed(),
  });
};
