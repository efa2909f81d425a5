import { sumOfDecimals } from '../../../model/base/exact.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { CardColumn, RankedCenter } from '../../../model/result/summary.ts';
import { cellName, columnName } from '../../../sheets/address.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import type { Cell } from '../../../sheets/write/cell.ts';
import type { Look } from '../../../sheets/write/look.ts';
import type { SheetWriter } from '../../../sheets/write/sheet.ts';
import { NO_FIGURE } from '../../../tell/list.ts';
import { called, pick } from '../../../words/reader.ts';
import { SUMMARY_SHEETS } from '../../../words/sheets.ts';
import { LOOK } from './looks.ts';
import { hasSheet, type Part, partTitle } from './part.ts';

const OWN = [6, 26, 9, 9, 9, 12, 13];
const ROW_WIDTH = 7;
const ROWS_A_PAGE = 24;
/** Title, key, parts, bureaus, clauses, points, mean, names. */
const HEADS = 8;

const OPEN: Look = { ...LOOK.centre, fill: 'FFFFE9A8' };

/** What stands over the centres' own columns: nothing, but a name for what the others give. */
const beside = (look: Look, name?: string): readonly Cell[] =>
  OWN.map((_, index): Cell => [index === 1 ? name : undefined, look]);

const putParts = (sheet: SheetWriter, columns: readonly CardColumn[], part: Part): void => {
  const titles = columns.map(({ section }) => section[part.lang]);
  const starts = titles.flatMap((title, index) => (titles[index - 1] === title ? [] : [index]));
  const cells = titles.map((title, index): Cell => [starts.includes(index) ? title : undefined, LOOK.band]);
  const row = sheet.row([...beside(LOOK.band), ...cells], 24);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? columns.length;
    sheet.merge({ top: row, left: OWN.length + start + 1, bottom: row, right: OWN.length + end });
  }
};

/** What the centres have in a row on the whole, of those that a filter leaves. */
const meanOf = (index: number, { centers }: Part): Cell => {
  const column = columnName(OWN.length + index + 1);
  const lows = centers.flatMap(({ row }) => row.card?.cells[index]?.[0] ?? []);
  const result = lows.length === 0 ? 0 : Number(sumOfDecimals(lows)) / lows.length;
  const range = `${column}${HEADS + 1}:${column}${HEADS + centers.length}`;
  return [{ formula: `IFERROR(SUBTOTAL(101,${range}),0)`, result }, LOOK.mean];
};

const ownHeads = (part: Part): readonly string[] => [
  pick(part, '名次', 'Rank'),
  pick(part, '中心', 'Centre'),
  pick(part, '各项合计', 'Sum of rows'),
  pick(part, '得分', 'Score'),
  pick(part, '可达', 'Up to'),
  pick(part, '等次', 'Grade'),
  pick(part, '申报时', 'As declared'),
];

const putHeads = (sheet: SheetWriter, columns: readonly CardColumn[], part: Part): void => {
  const heads = (own: readonly Cell[], say: (column: CardColumn, index: number) => Cell, height: number) =>
    sheet.row([...own, ...columns.map(say)], height);
  heads(beside(LOOK.head), ({ bureau = '' }) => [bureau, LOOK.upright], 78);
  heads(beside(LOOK.head), ({ clause }) => [clause, LOOK.upright], 56);
  heads(beside(LOOK.small, pick(part, '分值', 'Points')), ({ max }) => [Number(max), LOOK.small], 16);
  heads(beside(LOOK.small, pick(part, '平均', 'Mean')), (_, index) => meanOf(index, part), 16);
  const own = ownHeads(part).map((name): Cell => [name, LOOK.head]);
  heads(own, ({ title }) => [title[part.lang], LOOK.upright], 130);
};

const cellOf = (cell: readonly [string, string] | null | undefined): Cell => {
  if (cell === null || cell === undefined) return [NO_FIGURE, LOOK.centre];
  return [Number(cell[0]), cell[0] === cell[1] ? LOOK.centre : OPEN];
};

const rangeText = (range: readonly [string, string] | undefined): string =>
  range === undefined ? '' : range[0] === range[1] ? range[0] : `${range[0]}～${range[1]}`;

const gradesOf = ({ row }: RankedCenter, part: Part): string =>
  (row.score?.grades ?? [])
    .map(id => part.summary.frame.grades.find(grade => grade.id === id)?.label[part.lang] ?? id)
    .join('/');

const putCenter = (sheet: SheetWriter, center: RankedCenter, columns: readonly CardColumn[], part: Part): void => {
  const { row, rank } = center;
  const number = sheet.next();
  const cells = columns.map((_, index) => row.card?.cells[index]);
  const sum = Number(sumOfDecimals(cells.flatMap(cell => cell?.[0] ?? [])));
  const [from, to] = [cellName(number, OWN.length + 1), cellName(number, OWN.length + columns.length)];
  sheet.row([
    [rank ?? NO_FIGURE, LOOK.centre],
    [nameOf(row.center, row.location.file), LOOK.oneLine],
    [{ formula: `SUM(${from}:${to})`, result: sum }, LOOK.centre],
    [row.score === undefined ? NO_FIGURE : Number(row.score.low), LOOK.centre],
    [row.score === undefined ? NO_FIGURE : Number(row.score.high), LOOK.centre],
    [gradesOf(center, part), LOOK.centre],
    [rangeText(row.card?.declared), LOOK.centre],
    ...cells.map(cellOf),
  ]);
};

/** Centres × rows of the scorecard, by rank, with live sums; nothing where there is no scorecard. */
export const addCard = (book: BookWriter, part: Part): void => {
  const columns = part.summary.frame.card;
  if (columns === undefined || !hasSheet(part, 'card')) return;
  const sheet = book.sheet({
    name: part.tab('card'),
    widths: [...OWN, ...columns.map(() => ROW_WIDTH)],
    orientation: 'landscape',
    pagesWide: Math.max(1, Math.ceil(columns.length / ROWS_A_PAGE)),
    frozen: { rows: HEADS, columns: 2 },
    titles: { rows: [3, HEADS], columns: 2 },
  });
  sheet.row([[partTitle(part, SUMMARY_SHEETS.card.name[part.lang]), LOOK.wideTitle]], 30);
  sheet.row([[called(part.of, SUMMARY_SHEETS.card.about)[part.lang], LOOK.wideNote]], 18);
  putParts(sheet, columns, part);
  putHeads(sheet, columns, part);
  for (const center of part.centers) putCenter(sheet, center, columns, part);
  sheet.filter({ top: HEADS, left: 1, bottom: HEADS + part.centers.length, right: OWN.length + columns.length });
  sheet.end();
};
