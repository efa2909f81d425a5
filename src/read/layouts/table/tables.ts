import { groupBy } from '../../../model/base/group.ts';
import type { MapEntry } from '../../../model/base/source.ts';
import { NOTHING_BESIDE } from '../../../sheets/read/beside.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { groupOver } from '../above.ts';
import { cellAt, type Grid, type GridReading, makeGrid } from '../grid.ts';
import { type Column, type Header, headerAt } from '../header.ts';
import { namesPlace } from '../headings.ts';
import { type OpenSheet, type TableSheet, tableOf } from '../open.ts';
import { isPlaceName } from '../place-names.ts';
import { roleOf } from '../roles.ts';
import { nodeOf } from '../value.ts';
import { headsIn } from './about.ts';

const meaningOf = ({ columns }: Header): string =>
  columns
    .flatMap(({ column, text, heading }) => (heading ? [`${column} ${heading.definition.id} ${text.trim()}`] : []))
    .join('\n');

/** Whether rows below one another may head a table: one has several heads, and one of them asks for a place. */
const mayBegin = (rows: readonly ReturnType<typeof headsIn>[]): boolean =>
  rows.some(({ length }) => length > 1) && rows.flat().some(({ heading }) => namesPlace(heading));

/** Whether what a row has of heads are answers to the heads above: 乡镇 under 级别. */
const isAnswer = ({ columns }: Header, heads: ReturnType<typeof headsIn>): boolean =>
  heads.length > 0 &&
  heads.every(({ cell }) => columns.find(({ column }) => column === cell.column)?.heading?.answers(cell.text));

/** The one row that a table above a row has, but for titles between them. */
const onlyRow = (rows: readonly Row[], { bottom }: Header, index: number): Row | undefined => {
  const [only, ...others] = rows.slice(0, index - titlesAbove(rows, index)).filter(({ row }) => row > bottom);
  const titles = rows.slice(index - titlesAbove(rows, index), index);
  return others.length > 0 || titles.some(({ cells }) => isPlaceName(cells[0]?.text ?? '')) ? undefined : only;
};

/**
 * The rows at which tables of other columns begin: each has heads side by side, of which one tells whose its rows are. Heads below
 * the one row of a table go on with what that says.
 */
const beginnings = (reading: GridReading, { head }: OpenSheet) => {
  const starts: { readonly index: number; readonly goesOn: Row | undefined }[] = [];
  const asked = head.rows.map(row => headsIn(reading, row));
  let last: Header | undefined;
  for (const [index, { row }] of head.rows.entries()) {
    if (last !== undefined && (row <= last.bottom || isAnswer(last, asked[index] ?? []))) continue;
    const before = last && onlyRow(head.rows, last, index);
    if (before === undefined && !mayBegin(asked.slice(index, index + 3))) continue;
    const header = headerAt(head, index, reading.headings.fact);
    if (header === undefined || header.hits < 2) continue;
    const isNamed = header.columns.some(({ heading }) => namesPlace(heading));
    if (before === undefined && !isNamed) continue;
    if (last === undefined || meaningOf(last) !== meaningOf(header))
      starts.push({ index, goesOn: isNamed ? undefined : before });
    last = header;
  }
  return starts;
};

/** Whose a row is: what it says under the heads that ask for a name or a place. */
const placesIn = ({ columns }: Header, { row, cells }: Row, locate: Grid['locate']): readonly MapEntry[] =>
  columns.flatMap(({ column, row: top, heading, text }) => {
    const cell = namesPlace(heading) ? cells.find(one => one.column === column) : undefined;
    if (heading === undefined || cell === undefined) return [];
    const value = nodeOf(cell, locate(row, column));
    return [{ key: heading.definition.id, keyLocation: locate(top, column), heading: text, value }];
  });

/** How many rows right above one hold a single cell each: titles of what begins there. */
const titlesAbove = (rows: readonly Row[], index: number): number => {
  const above = rows.slice(0, index).reverse();
  const body = above.findIndex(({ cells }) => cells.length > 1);
  return body < 0 ? above.length : body;
};

async function* nothing(): AsyncGenerator<readonly Row[]> {}

/** The tables below one another on a sheet, each under heads of its own; undefined where it has but one. */
export const tablesOn = (reading: GridReading, open: OpenSheet): readonly TableSheet[] | undefined => {
  const { rows, merges } = open.head;
  const begun = beginnings(reading, open);
  const starts = begun.map(({ index }, at) => (at === 0 ? 0 : index - titlesAbove(rows, index)));
  const parts: TableSheet[] = [];
  let whose: readonly MapEntry[] = [];
  for (const [at, { goesOn }] of begun.entries()) {
    const isLast = at === begun.length - 1;
    const sheet = isLast ? open.sheet : { ...open.sheet, beside: () => NOTHING_BESIDE };
    const part = {
      sheet,
      head: makeGrid(sheet, rows.slice(starts[at], starts[at + 1]), merges),
      rest: isLast ? open.rest : nothing(),
    };
    const table = tableOf(reading, part);
    if (table === undefined) return undefined;
    const above = parts.at(-1)?.table;
    const said = above === undefined || goesOn === undefined ? [] : placesIn(above, goesOn, sheet.locate);
    whose = goesOn === undefined ? [] : said.length > 0 ? said : whose;
    parts.push({ ...part, table, whose });
  }
  return parts.length > 1 ? parts : undefined;
};

/** Whether one fact has two columns; a blank in one of them then says nothing. */
export const hasDoubledColumn = ({ columns }: Header): boolean => {
  const facts = columns.flatMap(({ heading }) => (heading?.kind === 'fact' ? [heading.definition.id] : []));
  return new Set(facts).size < facts.length;
};

/** The year that a head tells: 2025年, 窗口数量（2025年）. */
const YEAR = /20\d{2}年/u;

const isOfYear = ({ rows }: Grid, { top }: Header, { column, row, text }: Column): boolean =>
  YEAR.test(text) || rows.some(one => top <= one.row && one.row < row && YEAR.test(groupOver(one, column)?.text ?? ''));

/** Two columns of one fact, of years or under one head, of which just one is filled in though it need not be what holds: 2025年 | 2026年. */
const rivalParts = (header: Header, grid: Grid): readonly Column[] | undefined => {
  const { columns, bottom } = header;
  const { range, rows } = grid;
  const parts = groupBy(
    columns.filter(one => (one.part || isOfYear(grid, header, one)) && one.heading?.kind === 'fact'),
    ({ heading }) => heading?.definition.id,
  );
  const isHalf = (columns: readonly Column[]): boolean =>
    rows.some(row => {
      const filled = columns.filter(({ column }) => cellAt(row, range(row.row, column).left) !== undefined).length;
      return row.row > bottom && filled > 0 && filled < columns.length;
    });
  return [...parts.values()].find(
    one => one.some(part => roleOf(part.text) !== 'answer' || isOfYear(grid, header, part)) && isHalf(one),
  );
};

/** Two columns of which nobody knows which holds. */
export const rivalColumns = (header: Header, grid: Grid): readonly Column[] =>
  rivalParts(header, grid) ?? sideBySide(header, grid) ?? [];

/** Two tables side by side under one heading: both tell whose their rows are, not of the same place, with an empty column between. */
const sideBySide = ({ columns, bottom }: Header, { range, rows }: Grid): readonly [Column, Column] | undefined => {
  const gap = columns.findIndex((column, at) => {
    const before = columns[at - 1];
    return before !== undefined && range(before.row, before.column).right + 1 < column.column;
  });
  const [one, other] =
    gap < 0
      ? []
      : [columns.slice(0, gap), columns.slice(gap)].map(side => side.find(({ heading }) => namesPlace(heading)));
  const areAlike = rows.every(row => {
    const [said = '', again = ''] = [one, other].map(at => at && cellAt(row, at.column)?.text.trim());
    return row.row <= bottom || said.includes(again) || again.includes(said);
  });
  return one && other && !areAlike ? [one, other] : undefined;
};
