import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { cellAt, type Grid, makeGrid } from '../grid.ts';
import { stripped } from '../heading-text.ts';
import type { Headings } from '../headings.ts';
import { roleOf } from '../roles.ts';

/** A list with a table of its own: its label, over a column of its terms. */
interface Listed {
  readonly label: Cell;
  /** Its rows, from that of the label on. */
  readonly rows: readonly Row[];
}

/** A term below the label of its list, as the name of both: 功能区域（等候区）. */
const named = (label: Cell, { text }: Cell): string => `${stripped(label.text)}（${stripped(text)}）`;

/** The list that a row begins: its label, what is said of each term beside it (是否设置, 数量), and terms below. */
const listedAt = ({ fact }: Headings, { rows }: Grid, index: number): Listed | undefined => {
  const cells = rows[index]?.cells ?? [];
  const label = cells.find(({ text }, at) => {
    const said = cells[at + 1]?.text ?? '';
    return roleOf(said) === 'answer' && fact(text)?.definition.type === 'terms' && !fact(text)?.answers(said);
  });
  if (label === undefined) return undefined;
  const isTerm = (row: Row): boolean => {
    const cell = cellAt(row, label.column);
    return cell !== undefined && fact(named(label, cell))?.kind === 'option';
  };
  const below = rows.slice(index + 1);
  const end = below.findIndex(row => !isTerm(row));
  return end === 0 || below.length === 0
    ? undefined
    : { label, rows: rows.slice(index, end < 0 ? undefined : index + 1 + end) };
};

const asTerm = (label: Cell, row: Row): Row => ({
  ...row,
  cells: row.cells.map(cell =>
    cell.column === label.column ? { ...cell, text: named(label, cell), value: named(label, cell) } : cell,
  ),
});

/** A grid in which the terms of a list that has a table of its own are each a label: 功能区域（等候区） | 是. */
export const withLists = (headings: Headings, grid: Grid): Grid => {
  const found = grid.rows.flatMap((_, index) => listedAt(headings, grid, index) ?? []);
  const heads = new Set(found.flatMap(({ rows }) => rows.slice(0, 1)));
  const terms = new Map(
    found.flatMap(({ label, rows }) => rows.slice(1).map(row => [row, asTerm(label, row)] as const)),
  );
  const rows = grid.rows.filter(row => !heads.has(row)).map(row => terms.get(row) ?? row);
  return found.length === 0 ? grid : makeGrid(grid, rows, grid.merges);
};
