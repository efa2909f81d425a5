import type { Location } from '../../../model/base/location.ts';
import { ALSO, CARD_COLUMNS, type CardKey } from '../../../model/scoring/card-sheet.ts';
import { cellName, type Range } from '../../../sheets/address.ts';
import { openWorkbook } from '../../../sheets/read/open.ts';
import type { Row } from '../../../sheets/read/sheet.ts';

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
        for await (const part of sheet.rows()) rows.push(...part);
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
}

export interface CardLine {
  readonly row: number;
  readonly cells: Readonly<Record<CardKey, CardCell>>;
  /** All that the row says, in any column. */
  readonly texts: readonly string[];
  readonly location: Location;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s()（）:：]/gu, '')
    .replace(/(?:\/分|分)$/u, '');

const columnNamed = (text: string): CardKey | undefined => {
  const name = folded(text);
  if (name === '') return undefined;
  return CARD_COLUMNS.find(({ title, aliases }) => [title, ...aliases].some(one => folded(one) === name))?.key;
};

export interface CardHeader {
  readonly row: number;
  readonly columns: ReadonlyMap<CardKey, number>;
}

/** The row that names the columns: at least what an item is called and what it is worth. */
export const headerOf = ({ rows }: HeldSheet): CardHeader | undefined => {
  for (const { row, cells } of rows) {
    const columns = new Map<CardKey, number>();
    for (const cell of cells) {
      const key = columnNamed(cell.text);
      if (key !== undefined && !columns.has(key)) columns.set(key, cell.column);
    }
    if (columns.has('title') && columns.has('points')) return { row, columns };
  }
  return undefined;
};

const textAt = (row: Row | undefined, column: number): string =>
  row?.cells.find(cell => cell.column === column)?.text.trim() ?? '';

const wordOf = (key: CardKey, text: string): string => ALSO[key]?.[text] ?? text;

export const linesOf = (sheet: HeldSheet, { row: head, columns }: CardHeader): readonly CardLine[] => {
  const byRow = new Map(sheet.rows.map(row => [row.row, row]));
  const cellAt = (row: number, key: CardKey): CardCell => {
    const column = columns.get(key);
    if (column === undefined)
      return { text: '', location: sheet.at(row, Math.max(...columns.values()) + 1), own: true };
    const range = sheet.merges.find(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    const place = range === undefined ? { row, column } : { row: range.top, column: range.left };
    const isBeside = range !== undefined && range.left < column && [...columns.values()].includes(range.left);
    return {
      text: isBeside ? '' : wordOf(key, textAt(byRow.get(place.row), place.column)),
      location: sheet.at(row, column),
      own: place.row === row,
    };
  };
  return sheet.rows
    .filter(({ row, cells }) => row > head && cells.some(({ text }) => text.trim() !== ''))
    .map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(CARD_COLUMNS.map(({ key }) => [key, cellAt(row, key)])) as CardLine['cells'],
      texts: cells.map(({ text }) => text.trim()).filter(text => text !== ''),
      location: sheet.at(row, cells[0]?.column ?? 1),
    }));
};

/** What stands in a cell of a line, unless it is said of several lines. */
export const ownText = ({ cells }: CardLine, key: CardKey): string => (cells[key].own ? cells[key].text : '');
