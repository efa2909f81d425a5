import type { Range } from '../../sheets/address.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { readWord, type WordReader } from './word.ts';

/** Where a comment hangs on a cell, and by what its text is found. */
interface Placed {
  readonly row: number;
  readonly column: number;
  readonly id: string;
}

/**
 * A table of a Word document with the paragraphs around it, or the paragraphs alone. Rows of the table are numbered
 * from 1; paragraphs over it count up to 0, those below go on after its last row.
 */
export interface WordTable {
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly last: number;
  /** Paragraphs of the document up to the row 0, those that are empty not counted. */
  readonly before: number;
  readonly comments: readonly Placed[];
}

interface OpenCell {
  paragraphs: string[];
  struck: boolean;
  picture: boolean;
  span: number;
  merged: 'no' | 'begins' | 'goes-on';
}

const newCell = (): OpenCell => ({ paragraphs: [], struck: false, picture: false, span: 1, merged: 'no' });

const cellOf = ({ paragraphs, struck, picture }: OpenCell, column: number): Cell | undefined => {
  const text = paragraphs.join('\n').trim();
  if (text === '') return picture ? { column, text: '', value: '', fault: 'cell-picture' } : undefined;
  return { column, text, value: text, ...(struck && { fault: 'cell-struck' as const }) };
};

const paragraphRow = (cell: OpenCell, row: number): readonly Row[] => {
  const said = cellOf(cell, 1);
  return said === undefined || said.text === '' ? [] : [{ row, hidden: false, cells: [said] }];
};

type Merged = { -readonly [Side in keyof Range]: Range[Side] };

interface OpenTable {
  readonly rows: Row[];
  readonly merges: Merged[];
  /** What is merged downwards and may go on, by its first column. */
  readonly down: Map<number, Merged>;
  readonly comments: Placed[];
  last: number;
  cells: Cell[];
  column: number;
}

const newTable = (): OpenTable => ({
  rows: [],
  merges: [],
  down: new Map(),
  comments: [],
  last: 0,
  cells: [],
  column: 1,
});

/** The cell that ends takes its place in the row, with what it is merged with. */
const placeCell = (table: OpenTable, cell: OpenCell): void => {
  const { column: left, last: row } = table;
  const right = left + cell.span - 1;
  table.column = right + 1;
  const above = cell.merged === 'goes-on' ? table.down.get(left) : undefined;
  if (above !== undefined) {
    above.bottom = row;
    return;
  }
  const own: Merged = { top: row, bottom: row, left, right };
  if (cell.merged === 'begins') table.down.set(left, own);
  else table.down.delete(left);
  if (cell.merged === 'begins' || right > left) table.merges.push(own);
  const said = cellOf(cell, left);
  if (said !== undefined) table.cells.push(said);
};

/** A table that has ended, below what was written over it. */
const closed = (table: OpenTable, over: readonly Row[], before: number): WordTable => ({
  rows: [...over.map((row, at) => ({ ...row, row: at + 1 - over.length })), ...table.rows],
  merges: table.merges.toSorted((a, b) => a.top - b.top || a.left - b.left),
  last: table.last,
  before: before + over.length,
  comments: table.comments,
});

/** No table of a form is wider. */
const WIDEST = 500;

const countOf = (value: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), WIDEST);

/** Tables as they are gone through, one after another; a table within a cell is text of that cell. */
interface Page {
  readonly tables: WordTable[];
  /** Paragraphs that are open in one another. */
  readonly open: string[];
  /** What has been written since the last table. */
  over: Row[];
  before: number;
  table: OpenTable;
  cell: OpenCell;
  depth: number;
}

const endParagraph = (page: Page): void => {
  page.cell.paragraphs.push(page.open.pop() ?? '');
  if (page.open.length > 0 || page.depth > 0) return;
  page.over.push(...paragraphRow(page.cell, 0));
  page.cell = newCell();
};

const endTable = (page: Page): void => {
  if (--page.depth > 0) return;
  page.tables.push(closed(page.table, page.over, page.before));
  page.before += page.over.length;
  page.over = [];
};

const endRow = ({ depth, table }: Page): void => {
  if (depth === 1 && table.cells.length > 0) table.rows.push({ row: table.last, hidden: false, cells: table.cells });
};

const describe = ({ depth, table, cell }: Page, name: string, value: string | undefined): void => {
  if (depth !== 1) return;
  if (name === 'gridBefore') table.column += countOf(value);
  else if (name === 'gridSpan') cell.span = countOf(value);
  else if (name === 'vMerge') cell.merged = value === 'restart' ? 'begins' : 'goes-on';
};

const readerOf = (page: Page): WordReader => ({
  beginParagraph: () => page.open.push(''),
  endParagraph: () => endParagraph(page),
  beginTable: () => {
    if (++page.depth === 1) page.table = newTable();
  },
  endTable: () => endTable(page),
  beginRow: () => {
    if (page.depth !== 1) return;
    page.table.last++;
    [page.table.cells, page.table.column] = [[], 1];
  },
  endRow: () => endRow(page),
  beginCell: () => {
    if (page.depth === 1) page.cell = newCell();
  },
  endCell: () => {
    if (page.depth !== 1) return;
    placeCell(page.table, page.cell);
    page.cell = newCell();
  },
  say: (text, isStruck) => {
    if (page.open.length > 0) page.open.push(page.open.pop() + text);
    page.cell.struck ||= isStruck && text.trim() !== '';
  },
  describe: (name, value) => describe(page, name, value),
  picture: () => {
    page.cell.picture = true;
  },
  comment: id => {
    if (page.depth === 1) page.table.comments.push({ row: page.table.last, column: page.table.column, id });
  },
});

/** The tables of the main part of a Word document, with the paragraphs between them. */
export const wordTables = (part: Uint8Array): readonly WordTable[] => {
  const page: Page = { tables: [], open: [], over: [], before: 0, table: newTable(), cell: newCell(), depth: 0 };
  readWord(part, readerOf(page));
  const { tables, over, before } = page;
  const last = tables.at(-1);
  if (last === undefined) return over.length === 0 ? [] : [closed(newTable(), over, before)];
  const below = over.map((row, at) => ({ ...row, row: last.last + 1 + at }));
  return [...tables.slice(0, -1), { ...last, rows: [...last.rows, ...below] }];
};
