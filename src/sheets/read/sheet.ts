import type { TextDecoder } from 'node:util';
import { columnOf, parseRange, type Range } from '../address.ts';
import { attributeIn } from '../xml.ts';
import { type Cell, type CellContext, readCell } from './cell.ts';
import { refuse } from './refusal.ts';
import { richText } from './strings.ts';
import { type Attributes, decodePiece, xmlDecoder, xmlReader } from './xml.ts';
import { type Budget, inflateInPieces, newBudget, type ZipEntry } from './zip.ts';

/** A row that holds something; `cells` from left to right. */
export interface Row {
  /** From 1, as the program shows it. */
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

const MAX_ROW = 1_048_576;
const MAX_MERGES = 20_000;
const MAX_TAIL = 16_000_000;

interface RowReader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** The rows completed since the last call. */
  readonly take: () => readonly Row[];
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Tells of a column whether it is hidden, from what stands before the rows. */
const columnReader = () => {
  const hidden: (readonly [first: number, last: number])[] = [];
  return {
    open: ({ min, max, hidden: isHidden, width }: Attributes): void => {
      if (isTrue(isHidden) || Number(width ?? 1) === 0) hidden.push([Number(min), Number(max)]);
    },
    isHidden: (column: number): boolean => hidden.some(([first, last]) => first <= column && column <= last),
  };
};

/** Gathers the cells of a row, one after the other. */
const cellReader = (context: CellContext) => {
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let formula = false;
  let struck = false;
  let inValue = false;
  let inline: ReturnType<typeof richText> | undefined;
  const openCell = ({ r: reference, t, s }: Attributes): void => {
    const next = reference === undefined ? column + 1 : columnOf(reference);
    if (next <= column) refuse('damaged');
    column = next;
    type = t ?? '';
    style = s === undefined ? 0 : Number(s);
    value = '';
    formula = false;
    struck = false;
  };
  return {
    /** Before the first cell of a row. */
    begin: (): void => {
      column = 0;
    },
    open: (name: string, attributes: Attributes): void => {
      if (inline !== undefined) inline.open(name, attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'v') inValue = true;
      else if (name === 'f') formula = true;
      else if (name === 'is') inline = richText();
    },
    /** The cell that ends here, where it holds something. */
    close: (name: string): Cell | undefined => {
      if (name === 'is' && inline !== undefined) {
        value = inline.take();
        struck = inline.isStruck();
        inline = undefined;
      } else if (inline !== undefined) inline.close(name);
      else if (name === 'v') inValue = false;
      else if (name === 'c') return readCell({ column, type, style, value, formula, struck }, context);
      return undefined;
    },
    text: (text: string): void => {
      if (inValue) value += text;
      else inline?.text(text);
    },
  };
};

const rowReader = (context: CellContext): RowReader => {
  const reader = cellReader(context);
  const columns = columnReader();
  let rows: Row[] = [];
  let cells: Cell[] = [];
  let row = 0;
  let hidden = false;
  const openRow = (attributes: Attributes): void => {
    const given = attributeIn(attributes, 'r');
    const number = given === undefined ? row + 1 : Number(given);
    if (!(number > row && number <= MAX_ROW)) refuse('damaged');
    row = number;
    hidden = isTrue(attributes.hidden) || Number(attributes.ht ?? 1) === 0;
    cells = [];
    reader.begin();
  };
  return {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'col') columns.open(attributes);
      else reader.open(name, attributes);
    },
    close: name => {
      const cell = reader.close(name);
      if (cell !== undefined) cells.push(columns.isHidden(cell.column) ? { ...cell, hidden: true } : cell);
      if (name === 'row' && cells.length > 0) rows.push({ row, hidden, cells });
    },
    text: reader.text,
    take: () => {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
};

/** What a character in a cell weighs beside one that is unpacked: a string is unpacked once, however many cells name it. */
const WEIGHT = 2;

const weigh = (rows: readonly Row[], budget: Budget): void => {
  for (const { cells } of rows) for (const { text } of cells) budget.left -= WEIGHT * text.length;
  if (budget.left < 0) refuse('too-large');
};

/** The rows of a sheet that hold something, in batches as they are unpacked. */
export async function* readRows(entry: ZipEntry, context: CellContext, budget: Budget): AsyncGenerator<readonly Row[]> {
  const reader = rowReader(context);
  const xml = xmlReader(reader);
  let decoder: TextDecoder | undefined;
  for await (const piece of inflateInPieces(entry, budget)) {
    decoder ??= xmlDecoder(piece);
    xml.write(decodePiece(decoder, piece, true));
    const rows = reader.take();
    weigh(rows, budget);
    if (rows.length > 0) yield rows;
  }
  xml.end();
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Za-z0-9:$]+)["']/gu;
const END_OF_ROWS = Buffer.from('sheetData>');
const LONGEST_PREFIX = 20;

/** Where the rows end, or -1: `</sheetData>`, with whatever prefix. */
const endOfRows = (bytes: Buffer): number => {
  for (let at = bytes.indexOf(END_OF_ROWS); at >= 0; at = bytes.indexOf(END_OF_ROWS, at + 1))
    if (/<\/(?:\w{1,16}:)?$/u.test(bytes.toString('latin1', Math.max(0, at - LONGEST_PREFIX), at))) return at;
  return -1;
};

/** What follows the rows in the part, where the merged cells are told. */
const readTail = async (entry: ZipEntry): Promise<string> => {
  let carried: Buffer = Buffer.alloc(0);
  const tail: Buffer[] = [];
  let length = 0;
  for await (const piece of inflateInPieces(entry, newBudget())) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const joined = tail.length > 0 ? bytes : Buffer.concat([carried, bytes]);
    const end = tail.length > 0 ? 0 : endOfRows(joined);
    if (end >= 0) tail.push(joined.subarray(end));
    else carried = Buffer.from(joined.subarray(-(END_OF_ROWS.length + LONGEST_PREFIX)));
    length += end < 0 ? 0 : bytes.length;
    if (length > MAX_TAIL) refuse('too-large');
  }
  return Buffer.concat(tail).toString('latin1');
};

export const readMerges = async (entry: ZipEntry): Promise<readonly Range[]> => {
  const merges: Range[] = [];
  for (const [, reference] of (await readTail(entry)).matchAll(MERGE)) {
    const range = parseRange(reference ?? '');
    if (range !== undefined) merges.push(range);
    if (merges.length > MAX_MERGES) refuse('too-large');
  }
  return merges.sort((a, b) => a.top - b.top || a.left - b.left);
};
