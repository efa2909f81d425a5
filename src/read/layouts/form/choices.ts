import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { choiceIn, yesNoIn } from '../../profile/answers.ts';
import { cellAt, type Grid, makeGrid } from '../grid.ts';

/** A question of yes or no whose choices have a cell each: the one cell they come to, and the columns that it takes. */
interface Joined {
  readonly cell: Cell;
  readonly columns: readonly number[];
}

const isOpposite = (one?: boolean, other?: boolean): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** □是 | ☑否, each with its box; two that are ticked are left to the reader of values to refuse. */
const boxed = (cell: Cell, next: Cell | undefined): Joined | undefined => {
  const [one, other] = [choiceIn(cell.text), choiceIn(next?.text ?? '')];
  if (next === undefined || !isOpposite(one, other)) return undefined;
  const text = `${cell.text.trim()} ${next.text.trim()}`;
  return { cell: { ...cell, text, value: text }, columns: [cell.column, next.column] };
};

/** Yes or no in words; a tick or a cross alone is no choice that is printed. */
const wordIn = ({ text }: Cell): boolean | undefined => (/\p{L}/u.test(text) ? yesNoIn(text, true) : undefined);

/** 是 | √ | 否 | , a tick behind one of the two words and nothing behind the other; behind neither both are said. */
const behind = (places: readonly (Cell | undefined)[]): Joined | undefined => {
  const [word, tick, other, last] = places;
  const ticks = [tick, last].flatMap(cell => cell?.text.trim() ?? []);
  if (word === undefined || other === undefined || ticks.length > 1 || ticks.some(text => text !== '√'))
    return undefined;
  if (!isOpposite(wordIn(word), wordIn(other))) return undefined;
  const chosen = tick ? word : other;
  const text = ticks.length === 0 ? `${word.text} ${other.text}` : chosen.text;
  return { cell: { ...word, text, value: text }, columns: places.flatMap(cell => cell?.column ?? []) };
};

/** The cell and the places of the three that follow it. */
const placesFrom = (grid: Grid, row: Row, cell: Cell): readonly (Cell | undefined)[] => {
  const places: (Cell | undefined)[] = [cell];
  for (let { column } = cell; places.length < 4; ) {
    column = grid.range(row.row, column).right + 1;
    places.push(cellAt(row, column));
  }
  return places;
};

/** 否（ √ ）; no more is looked at. */
const LONGEST_CHOICE = 8;

const joinedIn = (grid: Grid, row: Row): readonly Joined[] => {
  const joined: Joined[] = [];
  for (const cell of row.cells.slice(1)) {
    if (cell.text.length > LONGEST_CHOICE || joined.at(-1)?.columns.includes(cell.column)) continue;
    const places = placesFrom(grid, row, cell);
    const one = boxed(cell, places[1]) ?? behind(places);
    if (one !== undefined) joined.push(one);
  }
  return joined;
};

/** A grid in which the choices of a question of yes or no stand in one cell. */
export const withChoices = (grid: Grid): Grid => {
  const rows = grid.rows.map(row => {
    const joined = joinedIn(grid, row);
    const taken = new Set(joined.flatMap(({ columns }) => columns));
    const others = row.cells.filter(({ column }) => !taken.has(column));
    const cells = [...others, ...joined.map(({ cell }) => cell)];
    return joined.length === 0 ? row : { ...row, cells: cells.toSorted((a, b) => a.column - b.column) };
  });
  return rows.every((row, at) => row === grid.rows[at]) ? grid : makeGrid(grid, rows, grid.merges);
};
