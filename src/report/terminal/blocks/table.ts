import { distinct } from '../../../model/base/group.ts';
import { formatLocation, type Location, placeInFile } from '../../../model/base/location.ts';
import { type Cell, type Column, isDrawing, plainOf, type Row, type Table, undrawn } from '../../../tell/block.ts';
import { pick } from '../../../words/reader.ts';
import { displayWidth, padEnd, wrap } from '../../text/layout.ts';
import type { Page } from '../page.ts';

/** So many places are named, then how many there are. */
const PLACES = 6;

/** Places, each once; the file is named where it changes. */
export const placesOf = (locations: readonly Location[], page: Page): readonly string[] => {
  const all = distinct(locations, formatLocation);
  const shown = all.slice(0, PLACES).map((location, index) => {
    const before = all[index - 1];
    return before?.file === location.file ? placeInFile(location) : formatLocation(location);
  });
  return all.length === shown.length
    ? shown
    : [...shown, pick(page, `……（共 ${all.length} 处）`, `… (${all.length} in all)`)];
};

const INDENT = 2;
const GAP = 2;

/** A column of words narrower than this is none. */
const NARROWEST = 14;

type Line = Pick<Row, 'kind'> & { readonly texts: readonly string[] };

const cellText = (cell: Cell, page: Page): string => {
  if (isDrawing(cell)) return '';
  if (typeof cell === 'object' && 'places' in cell) return placesOf(cell.places, page).join('  ');
  return typeof cell === 'object' && 'outcome' in cell ? cell.text : plainOf(cell);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** What each column takes in `room`: the narrow ones what they want, the others an equal share of what is left. */
const shared = (wanted: readonly number[], room: number): readonly number[] => {
  const widths = [...wanted];
  const narrowFirst = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  let left = room;
  narrowFirst.forEach((index, before) => {
    const share = Math.max(NARROWEST, Math.floor(left / (wanted.length - before)));
    widths[index] = Math.min(wanted[index] ?? 0, share);
    left -= widths[index] ?? 0;
  });
  return widths;
};

const wantedBy = (columns: readonly Column[], lines: readonly Line[]): readonly number[] =>
  columns.map((_, index) =>
    Math.max(
      ...lines
        .filter(({ texts }) => texts.length === columns.length)
        .map(({ texts }) => Math.max(...(texts[index] ?? '').split('\n').map(displayWidth))),
    ),
  );

interface Fitted {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly widths: readonly number[];
}

/** Where the columns find no room, those that can be spared give way. */
const fitted = (columns: readonly Column[], lines: readonly Line[], room: number): Fitted => {
  const widths = shared(wantedBy(columns, lines), room - GAP * (columns.length - 1));
  const isTight = sum(widths) + GAP * (columns.length - 1) > room;
  if (!isTight || !columns.some(({ spare }) => spare)) return { columns, lines, widths };
  const kept = (line: Line): Line =>
    line.texts.length === columns.length ? { ...line, texts: line.texts.filter((_, at) => !columns[at]?.spare) } : line;
  return fitted(
    columns.filter(({ spare }) => !spare),
    lines.map(kept),
    room,
  );
};

const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

const lineOf = ({ texts, kind }: Line, { columns, widths }: Fitted, page: Page): readonly string[] => {
  const spanned = columns.length - texts.length + 1;
  const own = [sum(widths.slice(0, spanned)) + GAP * (spanned - 1), ...widths.slice(spanned)];
  const cells = texts.map((text, at) => text.split('\n').flatMap(line => wrap(line, own[at] ?? 0)));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => {
    const parts = cells.map((lines, at) => {
      const isFigure = columns[at + spanned - 1]?.kind === 'figure' && (at > 0 || spanned === 1);
      return (isFigure ? padStart : padEnd)(lines[row] ?? '', own[at] ?? 0);
    });
    const line = parts.join(' '.repeat(GAP)).trimEnd();
    return ' '.repeat(INDENT) + (kind === 'part' ? page.paint.strong(line) : line);
  });
};

/** A table as lines: words wrap in their columns, figures stand under one another. */
export const tableLines = (drawn: Table, page: Page): readonly string[] => {
  const { columns, rows, spaced } = undrawn(drawn);
  const heads: Line = { texts: columns.map(({ title }) => title) };
  const lines = rows.map(
    ({ cells, kind }): Line => ({ texts: cells.map(cell => cellText(cell, page)), ...(kind && { kind }) }),
  );
  const table = fitted(columns, [heads, ...lines], page.columns - INDENT);
  return table.lines.flatMap((line, index) => [...(spaced && index > 0 ? [''] : []), ...lineOf(line, table, page)]);
};
