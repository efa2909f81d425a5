import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { cellAt, type Grid, makeGrid } from '../grid.ts';
import { stripped } from '../heading-text.ts';
import type { Headings } from '../headings.ts';
import { isHowMany, roleOf } from '../roles.ts';

/** A list with a table of its own: its label, over a column of its terms. */
interface Listed {
  readonly label: Cell;
  /** Its rows, from that of the label on. */
  readonly rows: readonly Row[];
}

/** A term below the label of its list, as the name of both: 功能区域（等候区）; one that is not known is other than those. */
const named = ({ fact }: Headings, label: Cell, { text }: Cell): string => {
  const [list, term] = [stripped(label.text), stripped(text)];
  return fact(`${list}（${term}）`)?.kind === 'option' ? `${list}（${term}）` : `${list}（其他：${term}）`;
};

/** The list that a row begins: its label, what is said of each term beside it (单位 | 数量, 是否设置), and terms below. */
const listedAt = (headings: Headings, { rows }: Grid, index: number): Listed | undefined => {
  const cells = rows[index]?.cells ?? [];
  const { fact } = headings;
  const label = cells.find(({ text, column }) => {
    const heading = fact(text);
    const beside = heading?.definition.type === 'terms' ? cells.filter(other => other.column > column) : [];
    return beside.some(said => roleOf(said.text) === 'answer') && !beside.some(said => heading?.answers(said.text));
  });
  if (label === undefined) return undefined;
  const names = rows.slice(index + 1).map(row => cellAt(row, label.column));
  const end = names.indexOf(undefined);
  const last = names
    .slice(0, end < 0 ? undefined : end)
    .findLastIndex(cell => cell !== undefined && !named(headings, label, cell).includes('（其他：'));
  return last < 0 ? undefined : { label, rows: rows.slice(index, index + last + 2) };
};

/** The heads over a list: its label is that of its terms, and what is asked of each is the first of several answers, and how many there are. */
const headOf = ({ label, rows: [head] }: Listed): readonly Row[] => {
  const answers = head?.cells.filter(({ text }) => roleOf(text) === 'answer') ?? [];
  const [only = answers[0]] = answers.filter(({ text }) => !isHowMany(text));
  const cells = head?.cells.filter(cell => cell === only || !answers.includes(cell) || isHowMany(cell.text)) ?? [];
  return head ? [{ ...head, cells: cells.map(cell => (cell === label ? asText(cell, '项目') : cell)) }] : [];
};

const asText = (cell: Cell, text: string): Cell => ({ ...cell, text, value: text });

/** A grid without the lists that have a table of their own, and each of those, with its terms as labels under heads: 功能区域（等候区） | 是. */
export const withLists = (headings: Headings, grid: Grid): readonly Grid[] => {
  const found = grid.rows.flatMap((_, index) => listedAt(headings, grid, index) ?? []);
  const listed = new Set(found.flatMap(({ rows }) => rows));
  const lists = found.map(list => {
    const { label, rows } = list;
    const asTerm = (cell: Cell): Cell =>
      cell.column === label.column ? asText(cell, named(headings, label, cell)) : cell;
    return [...headOf(list), ...rows.slice(1).map(row => ({ ...row, cells: row.cells.map(asTerm) }))];
  });
  return found.length === 0
    ? [grid]
    : [grid.rows.filter(row => !listed.has(row)), ...lists].map(rows => makeGrid(grid, rows, grid.merges));
};
