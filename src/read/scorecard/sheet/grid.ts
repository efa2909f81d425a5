import type { Location } from '../../../model/base/location.ts';
import { type Problem, problem } from '../../../model/base/problem.ts';
import { append } from '../../../model/base/text.ts';
import { ALSO, CARD_COLUMNS, type CardKey, GIVEN_AND_TAKEN, PART_COLUMNS } from '../../../model/scoring/card-sheet.ts';
import { cellName, type Range } from '../../../sheets/address.ts';
import { openWorkbook } from '../../../sheets/read/open.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { hiddenRows, tellHidden } from '../../layouts/hidden.ts';

export interface HeldSheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly at: (row: number, column: number) => Location;
}

/** The sheets of a workbook that are shown. Throws a `Refusal` of one that cannot be read. */
export const sheetsOf = (file: string, bytes: Uint8Array): Promise<readonly HeldSheet[]> =>
  Promise.all(
    openWorkbook(bytes)
      .sheets.filter(({ hidden }) => !hidden)
      .map(async sheet => {
        const rows: Row[] = [];
        for await (const part of sheet.rows()) append(rows, part);
        return {
          name: sheet.name,
          rows,
          merges: await sheet.merges(),
          at: (row, column) => ({ file, sheet: sheet.name, cell: cellName(row, column) }),
        };
      }),
  );

/** A cell of a row: what stands in it, `own` unless it is part of a merged one above; what is merged over columns stands in the first. */
export interface CardCell {
  readonly text: string;
  readonly location: Location;
  readonly own: boolean;
  /** How many rows it is merged over. */
  readonly rows: number;
}

export interface CardLine {
  readonly row: number;
  readonly cells: Readonly<Record<CardKey, CardCell>>;
  /** All that the row says, in any column. */
  readonly texts: readonly string[];
  readonly location: Location;
  /** What its part is called, where a column says so. */
  readonly part?: CardCell;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s()（）:：]/gu, '')
    .replace(/(?:\/分|分)$/u, '');

/** The columns of a scorecard by every name that they go by; of two columns with one name the first has it. */
const COLUMN_OF = new Map(
  CARD_COLUMNS.flatMap(({ key, title, aliases }) =>
    [title, ...aliases].map(name => [folded(name), key] as const),
  ).reverse(),
);

const columnNamed = (text: string): CardKey | undefined => {
  const name = folded(text);
  return name === '' ? undefined : COLUMN_OF.get(name);
};

export interface CardHeader {
  readonly row: number;
  /** The last row of the header, where cells of it are merged over several. */
  readonly last: number;
  readonly columns: ReadonlyMap<CardKey, number>;
  readonly part?: number;
  /** The columns that say how a row is scored: one for what is given, another for what is taken. */
  readonly wordings: readonly number[];
}

/** The columns that a row names; of two that could be the name of an item, the second says what is asked of it. */
const columnsIn = ({ cells }: Row): ReadonlyMap<CardKey, number> => {
  const columns = new Map<CardKey, number>();
  const spare: number[] = [];
  for (const { text, column } of cells) {
    const key = columnNamed(text);
    if (key === undefined) continue;
    if (!columns.has(key)) columns.set(key, column);
    else if (key === 'title' && column !== columns.get(key)) spare.push(column);
  }
  const [second] = spare;
  return second === undefined || columns.has('requirement') ? columns : columns.set('requirement', second);
};

/** Where the points of an item stand that has no column for them: `大厅面积（10分）`, `场所设施【共15分，加分另计】`. */
export const POINTS_IN_NAME =
  /[（([【]\s*(?:共计|共|满分|总分|合计|分值|计)?\s*[:：为]?\s*(\d+(?:\.\d+)?)\s*分\s*(?:[,，;；。][^）)\]】]*)?[）)\]】]/u;

const oneOf = (names: readonly string[]): ((text: string) => boolean) => {
  const all = new Set(names.map(folded));
  return text => all.has(folded(text));
};

const isGivenOrTaken = oneOf(GIVEN_AND_TAKEN);
const isPartColumn = oneOf(PART_COLUMNS);

const wordingsIn = (rows: readonly Row[]): readonly number[] => {
  const cells = rows.flatMap(row => row.cells);
  const named = cells.filter(({ text }) => columnNamed(text) === 'wording');
  const found = named.length > 0 ? named : cells.filter(({ text }) => isGivenOrTaken(text));
  return [...new Set(found.map(({ column }) => column))];
};

/** The row that names the columns: what an item is called, and what it is worth, be it in brackets behind its name. */
export const headerOf = ({ rows, merges }: HeldSheet): CardHeader | undefined => {
  for (const row of rows) {
    const columns = columnsIn(row);
    if (!columns.has('title') || !(columns.has('points') || columns.has('kind'))) continue;
    const last = Math.max(row.row, ...merges.filter(({ top }) => top === row.row).map(({ bottom }) => bottom));
    const below = rows.filter(other => row.row < other.row && other.row <= last);
    const all = new Map([columns, ...below.map(columnsIn)].flatMap(own => [...own]));
    const part = [row, ...below].flatMap(({ cells }) => cells).find(({ text }) => isPartColumn(text))?.column;
    const isApart = part !== undefined && ![...all.values()].includes(part);
    return { row: row.row, last, columns: all, wordings: wordingsIn([row, ...below]), ...(isApart && { part }) };
  }
  return undefined;
};

/** The row most like a header, and what it lacks of one; nothing where no row is like one. */
export const nearHeader = ({ rows }: HeldSheet): { readonly row: number; readonly lacks: CardKey } | undefined => {
  for (const row of rows) {
    const columns = columnsIn(row);
    if (columns.size > 2 || (columns.has('title') && wordingsIn([row]).length > 0))
      return { row: row.row, lacks: columns.has('title') ? 'points' : 'title' };
  }
  return undefined;
};

/** What of a workbook was not taken for a row, a part or a column. */
export interface PassedLine {
  readonly location: Location;
  readonly text: string;
}

/** The heads of columns that a scorecard does not know, where something stands below them. */
export const passedColumns = (sheet: HeldSheet, header: CardHeader): readonly PassedLine[] => {
  const known = new Set([...header.columns.values(), ...header.wordings, header.part]);
  const cellsOf = (rows: readonly Row[]) => rows.flatMap(({ row, cells }) => cells.map(cell => ({ ...cell, row })));
  const below = cellsOf(sheet.rows.filter(({ row }) => row > header.last));
  const filled = new Set(below.filter(({ text }) => text.trim() !== '').map(({ column }) => column));
  return cellsOf(sheet.rows.filter(({ row }) => row >= header.row && row <= header.last))
    .filter(({ column, text }) => text.trim() !== '' && filled.has(column) && !known.has(column))
    .map(({ row, column, text }) => ({ location: sheet.at(row, column), text: text.trim() }));
};

/** Cells that do not say what they show, which are refused, and hidden ones, of which is told, among those that are read. */
export const cellProblems = (
  { rows, at }: HeldSheet,
  isRead: (row: number, column: number) => boolean,
): readonly Problem[] => {
  const problems: Problem[] = [];
  const [hidden, columns] = [hiddenRows(), new Set<number>()];
  for (const { row, cells, hidden: isHidden } of rows)
    for (const { column, text, fault, hidden: inHidden } of cells.filter(cell => isRead(row, cell.column))) {
      if (fault !== undefined) problems.push(problem(fault, at(row, column), { found: text }));
      if (isHidden) hidden.add(row);
      if (inHidden) columns.add(column);
    }
  tellHidden({ problems }, { locate: at }, hidden, [...columns]);
  return problems;
};

/** Whether a cell is one of the scorecard's own: in its header, or below it in a column that is known. */
export const ofCard = ({ row: top, columns, wordings, part }: CardHeader) => {
  const known = new Set([...columns.values(), ...wordings, part]);
  return (row: number, column: number): boolean => row >= top && known.has(column);
};

const textAt = (row: Row | undefined, column: number): string =>
  row?.cells.find(cell => cell.column === column)?.text.trim() ?? '';

export const linesOf = (sheet: HeldSheet, { last: head, columns, part, wordings }: CardHeader): readonly CardLine[] => {
  const byRow = new Map(sheet.rows.map(row => [row.row, row]));
  const named = [...columns.values(), ...wordings, ...(part === undefined ? [] : [part])];
  const cellAt = (row: number, key: CardKey): CardCell => {
    const column = columns.get(key);
    const [first, ...more] = key === 'wording' ? wordings.map(one => textIn(row, one)) : [];
    if (first !== undefined) {
      const said = [first, ...more].filter(({ text }) => text !== '');
      return { ...(said[0] ?? first), text: [...new Set(said.map(({ text }) => text))].join('；') };
    }
    if (column === undefined && key === 'points') {
      const name = cellAt(row, 'title');
      return { ...name, text: POINTS_IN_NAME.exec(name.text)?.[1] ?? '' };
    }
    if (column === undefined) return { text: '', location: sheet.at(row, Math.max(...named) + 1), own: true, rows: 1 };
    const cell = textIn(row, column);
    return { ...cell, text: ALSO[key]?.[cell.text] ?? cell.text };
  };
  const textIn = (row: number, column: number): CardCell => {
    const range = sheet.merges.find(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    const place = range === undefined ? { row, column } : { row: range.top, column: range.left };
    const isBeside = range !== undefined && range.left < column && named.includes(range.left);
    return {
      text: isBeside ? '' : textAt(byRow.get(place.row), place.column),
      location: sheet.at(row, column),
      own: place.row === row,
      rows: range === undefined ? 1 : range.bottom - range.top + 1,
    };
  };
  return sheet.rows
    .filter(({ row, cells }) => row > head && cells.some(({ text }) => text.trim() !== ''))
    .map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(CARD_COLUMNS.map(({ key }) => [key, cellAt(row, key)])) as CardLine['cells'],
      texts: cells.map(({ text }) => text.trim()).filter(text => text !== ''),
      location: sheet.at(row, cells[0]?.column ?? 1),
      ...(part !== undefined && { part: textIn(row, part) }),
    }));
};

/** What stands in a cell of a line, unless it is said of several lines. */
export const ownText = ({ cells }: CardLine, key: CardKey): string => (cells[key].own ? cells[key].text : '');
