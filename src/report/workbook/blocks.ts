import { isCell, type Location } from '../../model/base/location.ts';
import { both, type Lang } from '../../model/base/text.ts';
import { onSheet } from '../../sheets/address.ts';
import type { Grid } from '../../sheets/write/grid.ts';
import type { Look } from '../../sheets/write/look.ts';
import type { Link } from '../../sheets/write/sheet.ts';
import { detailText } from '../../tell/audit/finding.ts';
import {
  type Block,
  type Cell,
  type Chapter,
  type Column,
  type Document,
  type Field,
  type Findings,
  isDrawing,
  isSaid,
  plainOf,
  type Row,
  type Said,
  type Table,
  undrawn,
} from '../../tell/block.ts';
import { figureFields, remarkFields } from '../../tell/blocks.ts';
import { ledgerTable } from '../../tell/ledger.ts';
import { label, OUTCOME_MARKS } from '../../words/names.ts';
import { type EachKind, placeText, told } from '../../words/reader.ts';
import { LOOKS, OUTCOME_LOOKS } from './style.ts';

/** A printed page is so many narrow columns, of which whatever stands on it takes as many as it needs. */
const UNITS = 24;
const UNIT = 4;

export const PAGE_WIDTHS = Array.from({ length: UNITS }, () => UNIT);

/** Columns of a sheet from one to another, both counted in. */
type Span = readonly [from: number, to: number];

const widthOf = ([from, to]: Span): number => (to - from + 1) * UNIT;

/** Columns of a table as columns of the sheet, each by its share and none without one. */
const spansOf = (shares: readonly number[]): readonly Span[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let [taken, shared] = [0, 0];
  return shares.map((share, index) => {
    const from = taken + 1;
    shared += share;
    const left = shares.length - index - 1;
    taken = Math.min(UNITS - left, Math.max(from, Math.round((UNITS * shared) / whole)));
    return [from, taken];
  });
};

/** What a document says of all its parts. */
type Frame = Pick<Document, 'lang' | 'file'>;

interface Placed {
  readonly text: string;
  readonly span: Span;
  readonly look: Look;
  readonly link?: Link | undefined;
}

const put = (grid: Grid, row: number, cells: readonly Placed[], least?: number): number => {
  for (const { text, span, look, link } of cells) {
    const figure = look === LOOKS.number && /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
    if (span[0] === span[1]) grid.put(row, span[0], figure, look);
    else grid.across(row, ...span, figure, look);
    if (link !== undefined) grid.link(row, span[0], link);
  }
  const texts = cells.map(({ text, span }) => [text, widthOf(span)] as const);
  grid.fit(row, texts, least);
  return row + 1;
};

const ALL: Span = [1, UNITS];

const line = (grid: Grid, row: number, text: string, look: Look, least?: number): number =>
  put(grid, row, [{ text, span: ALL, look }], least);

/** A cell of a workbook that was handed in, by the name that its file has beside the report. */
export const linkTo = (location: Location): Link | undefined =>
  isCell(location)
    ? { file: encodeURI(location.file.replaceAll('\\', '/')), location: onSheet(location.sheet, location.cell) }
    : undefined;

const textOf = (cell: Cell, { lang, file }: Frame): string => {
  if (isDrawing(cell)) return '';
  if (typeof cell === 'object' && 'places' in cell)
    return cell.places.map(place => placeText(place, file, lang)).join('\n');
  return typeof cell === 'object' && 'outcome' in cell ? cell.text : plainOf(cell);
};

const lookOf = (cell: Cell, kind: Column['kind'] | undefined): Look => {
  if (typeof cell === 'object' && 'outcome' in cell) return OUTCOME_LOOKS[cell.outcome];
  if (kind === 'figure') return LOOKS.number;
  return kind === 'clause' || kind === 'outcome' || kind === 'short' ? LOOKS.centre : LOOKS.text;
};

const putRow = (grid: Grid, at: number, row: Row, table: Table, spans: readonly Span[], frame: Frame): number => {
  const spanned = table.columns.length - row.cells.length;
  const cells = row.cells.map((cell, index): Placed => {
    const [from, to] = [spans[index === 0 ? 0 : index + spanned]?.[0] ?? 1, spans[index + spanned]?.[1] ?? UNITS];
    const kind = table.columns[index + spanned]?.kind;
    const look = row.kind === undefined ? lookOf(cell, kind) : index === 0 ? LOOKS.label : LOOKS.total;
    return { text: textOf(cell, frame), span: [from, to], look };
  });
  return put(grid, at, cells);
};

const putTable = (grid: Grid, row: number, told: Table, frame: Frame): number => {
  const table = undrawn(told);
  const spans = spansOf(table.columns.map(({ width }) => width));
  const heads = table.columns.map(
    ({ title }, index): Placed => ({ text: title, span: spans[index] ?? ALL, look: LOOKS.head }),
  );
  let next = table.caption === undefined ? row : line(grid, row, table.caption, LOOKS.heading);
  next = put(grid, next, heads, 22);
  for (const each of table.rows) next = putRow(grid, next, each, table, spans, frame);
  return next;
};

/** Findings a row each: what is amiss, and what is to be done or how it is established. */
const findingsTable = ({ items }: Findings, lang: Lang): Table => ({
  kind: 'table',
  name: 'findings',
  columns: [
    { title: label('clause', lang), kind: 'clause', width: 14 },
    { title: label('title', lang), kind: 'text', width: 22 },
    { title: both('情况', 'Found')[lang], kind: 'text', width: 30 },
    { title: label('remedy', lang), kind: 'text', width: 34 },
  ],
  rows: items.map(words => ({
    cells: [words.clause, words.title, words.gist, detailText(words, 'waived', 'remedy', 'verify')],
  })),
});

const LABEL: Span = [1, 4];
const BODY: Span = [5, UNITS];

const putField = (grid: Grid, row: number, field: Field, { lang, file }: Frame): number => {
  const { name, texts, words = [], places = [], outcome, strong } = field;
  const said = [...texts.map(plainOf), ...words, ...places.map(place => placeText(place, file, lang))];
  const mark = outcome === undefined ? '' : `${OUTCOME_MARKS[outcome]} `;
  return put(grid, row, [
    { text: name, span: LABEL, look: LOOKS.label },
    { text: mark + said.join('\n'), span: BODY, look: strong ? LOOKS.verdict : LOOKS.text },
  ]);
};

const putFields = (grid: Grid, row: number, rows: readonly Field[], frame: Frame): number =>
  rows.reduce((next, field) => putField(grid, next, field, frame), row);

const SIGNED: Look = { ...LOOKS.note, down: 'middle' };

/** A block from a row on; the row after it. */
const PUT: EachKind<Said, [grid: Grid, row: number, frame: Frame], number> = {
  heading: ({ text }, grid, row) => line(grid, row, text, LOOKS.heading, 24),
  paragraph: ({ text }, grid, row) => line(grid, row, plainOf(text), LOOKS.note),
  list: ({ items }, grid, row) =>
    items.reduce<number>((next, item) => line(grid, next, `· ${plainOf(item)}`, LOOKS.note), row),
  fields: ({ rows }, grid, row, frame) => putFields(grid, row, rows, frame),
  ruling: ({ text }, grid, row) => line(grid, row, text, LOOKS.verdict, 26),
  figures: ({ figures }, grid, row, frame) => putFields(grid, row, figureFields(figures), frame),
  table: (table, grid, row, frame) => putTable(grid, row, table, frame),
  findings: (findings, grid, row, frame) => putTable(grid, row, findingsTable(findings, frame.lang), frame),
  ledger: (ledger, grid, row, frame) =>
    putFields(grid, putTable(grid, row, ledgerTable(ledger, frame.lang), frame), remarkFields(ledger.remarks), frame),
  signatures: ({ signers }, grid, row) =>
    signers.reduce<number>(
      (next, { who, when }) => line(grid, next, `${who}　　　　　　　　　　　　　　${when}`, SIGNED, 40),
      row,
    ),
};

/** Blocks one below the other, tables and particulars with a blank row before them. */
const putBlocks = (grid: Grid, row: number, blocks: readonly Block[], frame: Frame): number =>
  blocks.reduce((next, block, index) => {
    const isApart = index > 0 && block.kind === 'fields';
    if (!isSaid(block)) return next;
    return told(PUT, 'kind', block, grid, isApart ? next + 1 : next, frame);
  }, row);

export const putChapter = (grid: Grid, row: number, { title, blocks }: Chapter, frame: Frame): number =>
  putBlocks(grid, title === '' ? row : line(grid, row, title, LOOKS.heading, 24), blocks, frame);

/** A document from its title to its last chapter; the first row that is free again. */
export const putDocument = (grid: Grid, first: number, document: Document): number => {
  const { title, kind, head, chapters } = document;
  let row = line(grid, first, title, LOOKS.title, 34);
  if (kind !== undefined) row = line(grid, row, kind, LOOKS.subtitle);
  row = putBlocks(grid, row, head, document);
  for (const chapter of chapters) row = putChapter(grid, row + 1, chapter, document);
  return row;
};
