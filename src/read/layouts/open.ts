import type { MapEntry } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { RecordsDefinition } from '../../model/standard/vocabulary.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { withoutKind } from '../profile/names.ts';
import { isGroupRow } from './above.ts';
import { formHeads } from './form/head.ts';
import { isSignature, isTotal } from './furniture.ts';
import { type Grid, type GridReading, type GridSheet, HEAD, makeGrid, textsIn } from './grid.ts';
import { type Column, type Header, headerAt, tableHeader, widthAt } from './header.ts';
import { stripped, titleOnly } from './heading-text.ts';
import { type Heading, type Headings, namesPlace, tellsPlace } from './headings.ts';
import { areNamesFor, namedBy } from './place-names.ts';
import { recordsHeaderAt } from './records.ts';

const MAX_HELD_ROWS = 30_000;
const MAX_HELD_CELLS = 600_000;
const MAX_HELD_MERGES = 4_000;

/** A sheet of which the first rows have been seen, and the rest can still be asked for. */
export interface OpenSheet {
  readonly sheet: GridSheet;
  readonly head: Grid;
  readonly rest: AsyncIterator<readonly Row[]>;
}

/** A sheet with a row for each centre, and the heading that says so. */
export interface TableSheet extends OpenSheet {
  readonly table: Header;
  /** Facts that stand over a turned sheet, and hold for all its centres. */
  readonly shared?: readonly MapEntry[];
  /** The centre of the one row of a table above, which this table goes on with. */
  readonly whose?: readonly MapEntry[];
  /** Whether its rows are columns in the file. */
  readonly turned?: true;
}

/**
 * How many headings stand below one another, counted as far as they are `enough`; not the answers in a column whose heading
 * asks for them (级别 over 乡镇).
 */
export const columnHits = ({ rows, range }: Grid, { headings }: GridReading, enough: number): number => {
  let most = 0;
  const columns = new Map<number, { readonly first: Heading; hits: number }>();
  for (const row of rows)
    for (const cell of row.cells) {
      const heading = headings.fact(cell.text);
      if (heading === undefined) continue;
      const beside = row.cells.find(other => other.column === range(row.row, cell.column).right + 1);
      const column = columns.get(cell.column) ?? { first: heading, hits: 0 };
      columns.set(cell.column, column);
      const heads = beside && !heading.answers(beside.text) && headings.fact(beside.text) !== undefined;
      if (!heads && !column.first.answers(cell.text)) most = Math.max(most, ++column.hits);
      if (most >= enough) return most;
    }
  return most;
};

/** How many fields of records the rows of a heading are, were it one of a list. */
const fieldsIn = (reading: GridReading, grid: Grid, { top, bottom }: Header): number => {
  const counts = [top, bottom].map(row => {
    const index = grid.rows.findIndex(candidate => candidate.row === row);
    const records = recordsHeaderAt(grid, index, reading.headings, titleOf(reading, grid, index));
    if (records?.isNamed) return Number.POSITIVE_INFINITY;
    return records?.columns.filter(({ heading }) => heading?.kind === 'field').length ?? 0;
  });
  return Math.max(...counts);
};

/** 名称 over names of centres and nothing else, whatever heads stand beside: no label with an answer. */
const namesBelow = ({ headings }: GridReading, grid: Grid): Header | undefined => {
  const first = grid.rows.findIndex(({ cells }) => cells.length > 1);
  const header = headerAt(grid, first, headings.fact);
  const known = header?.columns.filter(({ heading }) => heading !== undefined) ?? [];
  const below = grid.rows.filter(({ row, cells }) => row > (header?.bottom ?? 0) && cells.length > 1);
  const isOver = ({ column, heading }: Column): boolean => {
    const names = textsIn(below, column).filter(text => !isTotal(text));
    const mayBe = heading?.definition.id === 'center.name' || (known.length > 1 && namesPlace(heading));
    return mayBe && names.length > 0 && areNamesFor(heading?.definition.id ?? '', names);
  };
  const isAnswered = header?.columns.some(({ text }) => namedBy([text.trim()]) === '名称');
  return header && known.some(isOver) && !isAnswered ? { ...header, hits: known.length } : undefined;
};

/** Whether the rows below a heading name a centre each. */
const namesEachOnce = ({ rows }: Grid, { columns, bottom }: Header): boolean => {
  const naming = columns.find(({ heading }) => heading?.definition.id === 'center.name');
  const below = rows.filter(({ row }) => row > bottom);
  const names = naming === undefined ? [] : textsIn(below, naming.column).filter(name => name !== '');
  return names.length > 0 && new Set(names).size === names.length;
};

/** The heading of a table of centres, if that is what the sheet is, and neither a form nor a list of records. */
const tableIn = (reading: GridReading, grid: Grid): Header | undefined => {
  const widest = Math.max(...grid.rows.map((_, index) => widthAt(grid, index)));
  const header =
    tableHeader(grid, reading.headings, Math.max(2, columnHits(grid, reading, widest + 1))) ??
    namesBelow(reading, grid);
  if (header === undefined) return undefined;
  const above = grid.row(header.top - 1);
  const groups = above !== undefined && isGroupRow(grid, above) ? above.row : undefined;
  const isForm = formHeads(grid, reading.headings).some(
    ({ bottom, sources }) => bottom < header.top && bottom !== groups && sources.length > 0,
  );
  if (isForm) return undefined;
  const known = header.columns.filter(({ heading }) => heading !== undefined);
  const fields = fieldsIn(reading, grid, header);
  const isTitled = grid.row(header.top)?.cells.length === 1 && !namesEachOnce(grid, header);
  const isOfList = ({ heading }: Column): boolean => tellsPlace(heading) || (isTitled && heading?.kind === 'field');
  const isListed = fields >= header.hits || (fields > 0 && known.every(isOfList));
  return known.every(({ heading }) => heading?.kind === 'field') || isListed ? undefined : header;
};

export const openSheet = async (sheet: GridSheet): Promise<OpenSheet> => {
  const merges = await sheet.merges();
  const rest = sheet.rows()[Symbol.asyncIterator]();
  const rows: Row[] = [];
  while (rows.length < HEAD) {
    const { value, done } = await rest.next();
    if (done) break;
    append(rows, value);
  }
  return { sheet, head: makeGrid(sheet, rows, merges), rest };
};

/** The heading of the centres that a sheet has a row for each of, if that is what it has. */
export const tableOf = (reading: GridReading, { sheet, head }: OpenSheet): Header | undefined =>
  tableIn(reading, head.rows.length <= HEAD ? head : makeGrid(sheet, head.rows.slice(0, HEAD), head.merges));

export const wholeGrid = async ({ sheet, head, rest }: OpenSheet): Promise<Grid> => {
  const rows = [...head.rows];
  let cells = 0;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    for (const row of next.value) {
      rows.push(row);
      cells += row.cells.length;
    }
    if (rows.length > MAX_HELD_ROWS || cells > MAX_HELD_CELLS) throw new Refusal('too-many-cells');
  }
  if (head.merges.length > MAX_HELD_MERGES) throw new Refusal('too-many-cells');
  return makeGrid(sheet, rows, head.merges);
};

/** Rows in which a title is looked for; the further ones where each row between is one remark and follows the last. */
const [NEAR, FAR] = [3, 12];

/** The list that a title names, of whatever centre and in whatever kind of table: 青石坳镇便民服务中心窗口设置一览表, 人员花名册. */
const listTitled = ({ records }: Headings, title: string): RecordsDefinition | undefined => {
  const thing = withoutKind(titleOnly(stripped(title))).replace(/^.*服务(?:中心|站|大厅)的?/u, '');
  return records(title) ?? records(thing.replace(/^(?:窗口)?(?=人员$)/u, '工作'));
};

/** The list that a title over the heading, or else the sheet's name, announces. */
export const titleOf = ({ headings }: GridReading, grid: Grid, index: number): RecordsDefinition | undefined => {
  const above = grid.rows.slice(Math.max(0, index - FAR), index).reverse();
  const remarks = above.findIndex(
    ({ row, cells }, at) => cells.length > 1 || (above[at - 1]?.row ?? row + 1) > row + 1,
  );
  for (const { cells } of above.slice(0, Math.max(NEAR, remarks < 0 ? FAR : remarks))) {
    const named = listTitled(headings, cells[0]?.text ?? '');
    if (named !== undefined && cells.filter(({ text }) => !isSignature(text)).length <= 2) return named;
  }
  return listTitled(headings, grid.name);
};
