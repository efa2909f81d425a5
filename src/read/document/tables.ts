import { append } from '../../model/base/text.ts';
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

interface Frame {
  readonly table: OpenTable;
  cell: OpenCell;
}

/** Tables as they are gone through; one of several columns within a cell is a table of its own, and ends before that which holds it. */
interface Page {
  readonly tables: WordTable[];
  /** Paragraphs that are open in one another. */
  readonly open: string[];
  /** Tables that are open in one another. */
  readonly frames: Frame[];
  /** What has been written since the last table. */
  over: Row[];
  before: number;
  /** What is written outside of tables. */
  beside: OpenCell;
}

const cellIn = (page: Page): OpenCell => page.frames.at(-1)?.cell ?? page.beside;

const endParagraph = (page: Page): void => {
  cellIn(page).paragraphs.push(page.open.pop() ?? '');
  if (page.open.length > 0 || page.frames.length > 0) return;
  append(page.over, paragraphRow(page.beside, 0));
  page.beside = newCell();
};

/** Whether a table has said anything yet; one that has not is but the border of what stands in it. */
const hasSaid = ({ table, cell }: Frame): boolean =>
  table.rows.length > 0 || table.cells.length > 0 || cell.paragraphs.join('').trim() !== '';

/** A table of one column within a cell is what that cell says, line by line. */
const isSaidIn = (holder: Frame | undefined, { rows }: OpenTable): boolean => {
  if (holder === undefined || rows.some(({ cells }) => cells.length > 1)) return false;
  const cells = rows.flatMap(row => row.cells);
  append(
    holder.cell.paragraphs,
    cells.map(({ text }) => text),
  );
  holder.cell.struck ||= cells.some(({ fault }) => fault === 'cell-struck');
  return true;
};

const endTable = (page: Page): void => {
  const ended = page.frames.pop();
  if (ended === undefined || isSaidIn(page.frames.at(-1), ended.table)) return;
  const isWithin = page.frames.some(hasSaid);
  page.tables.push(closed(ended.table, isWithin ? [] : page.over, page.before));
  if (isWithin) return;
  page.before += page.over.length;
  page.over = [];
};

const endRow = ({ table }: Frame): void => {
  if (table.cells.length > 0) table.rows.push({ row: table.last, hidden: false, cells: table.cells });
};

const describe = ({ table, cell }: Frame, name: string, value: string | undefined): void => {
  if (name === 'gridBefore') table.column += countOf(value);
  else if (name === 'gridSpan') cell.span = countOf(value);
  else if (name === 'vMerge') cell.merged = value === 'restart' ? 'begins' : 'goes-on';
};

const readerOf = (page: Page): WordReader => {
  const inTable = (then: (frame: Frame) => void): void => {
    const frame = page.frames.at(-1);
    if (frame !== undefined) then(frame);
  };
  return {
    beginParagraph: () => page.open.push(''),
    endParagraph: () => endParagraph(page),
    beginTable: () => page.frames.push({ table: newTable(), cell: newCell() }),
    endTable: () => endTable(page),
    beginRow: () =>
      inTable(({ table }) => {
        table.last++;
        [table.cells, table.column] = [[], 1];
      }),
    endRow: () => inTable(endRow),
    beginCell: () =>
      inTable(frame => {
        frame.cell = newCell();
      }),
    endCell: () =>
      inTable(frame => {
        placeCell(frame.table, frame.cell);
        frame.cell = newCell();
      }),
    say: (text, isStruck) => {
      if (page.open.length > 0) page.open.push(page.open.pop() + text);
      cellIn(page).struck ||= isStruck && text.trim() !== '';
    },
    describe: (name, value) => inTable(frame => describe(frame, name, value)),
    picture: () => {
      cellIn(page).picture = true;
    },
    comment: id => inTable(({ table }) => table.comments.push({ row: table.last, column: table.column, id })),
  };
};

/** The tables of the main part of a Word document, with the paragraphs between them. */
export const wordTables = (part: Uint8Array): readonly WordTable[] => {
  const page: Page = { tables: [], open: [], frames: [], over: [], before: 0, beside: newCell() };
  readWord(part, readerOf(page));
  const { over, before } = page;
  const tables = page.tables.filter(({ rows }) => rows.length > 0);
  const last = tables.at(-1);
  if (last === undefined) return over.length === 0 ? [] : [closed(newTable(), over, before)];
  const below = over.map((row, at) => ({ ...row, row: last.last + 1 + at }));
  return [...tables.slice(0, -1), { ...last, rows: [...last.rows, ...below] }];
};
