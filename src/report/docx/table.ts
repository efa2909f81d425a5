import type * as Docx from 'docx';
import { distinct } from '../../model/base/group.ts';
import { formatLocation, type Location } from '../../model/base/location.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import {
  type Cell,
  type Column,
  isDrawing,
  type Row,
  type Span,
  type Table,
  type Text,
  undrawn,
} from '../../tell/block.ts';
import { OUTCOME_MARKS } from '../../words/names.ts';
import { placeText } from '../../words/reader.ts';
import { clean } from '../text/layout.ts';
import { DIGEST_FACE, INK, type Kit, STYLES, TEXT_WIDTH } from './style.ts';

/** What a document says of all its parts, and the library that they are made with. */
export interface Context {
  readonly kit: Kit;
  readonly lang: Lang;
  /** The file that a place is in unless it says otherwise. */
  readonly file?: string | undefined;
  /** Whose chapters they are: each document counts its own. */
  readonly instance: number;
}

/** Words as runs, without characters that steer; a line break stays one. */
export const runsOf = ({ kit }: Context, text: Text, look: Docx.IRunOptions = {}): readonly Docx.TextRun[] => {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.flatMap(part => {
    const { text: said, strong, soft } = typeof part === 'string' ? ({ text: part } as Span) : part;
    return said.split('\n').map(
      (line, index) =>
        new kit.TextRun({
          ...look,
          text: clean(line),
          ...(strong && { bold: true }),
          ...(soft && { color: INK.soft }),
          ...(index > 0 && { break: 1 }),
        }),
    );
  });
};

export const OUTCOME_FILLS: Readonly<Record<Outcome, string | undefined>> = {
  pass: undefined,
  fail: 'FBEAEA',
  unknown: 'FFF7DF',
  'not-applicable': undefined,
};

export interface Box {
  readonly paragraphs: readonly Docx.Paragraph[];
  readonly width: number;
  readonly span?: number;
  readonly fill?: string | undefined;
}

export const boxOf = ({ kit }: Context, { paragraphs, width, span = 1, fill }: Box): Docx.TableCell =>
  new kit.TableCell({
    children: [...paragraphs],
    width: { size: width, type: kit.WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    verticalAlign: kit.VerticalAlignTable.CENTER,
    ...(span > 1 && { columnSpan: span }),
    ...(fill && { shading: { type: kit.ShadingType.CLEAR, color: 'auto', fill } }),
  });

/** Rows that hold together, under a head that stands on every page. */
export const framed = (
  { kit }: Context,
  widths: readonly number[],
  rows: readonly { readonly cells: readonly Docx.TableCell[]; readonly isHead?: boolean }[],
): Docx.Table => {
  const line = { style: kit.BorderStyle.SINGLE, size: 4, color: INK.line };
  return new kit.Table({
    width: { size: TEXT_WIDTH, type: kit.WidthType.DXA },
    columnWidths: [...widths],
    layout: kit.TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      ({ cells, isHead = false }) => new kit.TableRow({ children: [...cells], cantSplit: true, tableHeader: isHead }),
    ),
  });
};

export const widthsOf = (shares: readonly number[]): readonly number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map(share => Math.floor((TEXT_WIDTH * share) / whole));
};

const PLACES = 8;

export const placesOf = (locations: readonly Location[], { lang, file }: Context): string => {
  const all = distinct(locations, formatLocation);
  const shown = all.slice(0, PLACES).map(place => placeText(place, file, lang));
  return [...shown, ...(all.length > PLACES ? ['……'] : [])].join(lang === 'zh' ? '；' : '; ');
};

const cellText = (cell: Cell, context: Context): Text => {
  if (isDrawing(cell)) return '';
  if (typeof cell === 'object' && 'places' in cell) return placesOf(cell.places, context);
  return typeof cell === 'object' && 'outcome' in cell ? `${OUTCOME_MARKS[cell.outcome]} ${cell.text}` : cell;
};

const CENTRED: ReadonlySet<Column['kind']> = new Set(['outcome', 'clause']);

/** A paragraph of a cell, set as its column wants it. */
export const cellParagraph = (
  context: Context,
  text: Text,
  kind: Column['kind'] = 'text',
  strong = false,
): Docx.Paragraph => {
  const { kit } = context;
  const look = { ...(strong && { bold: true }), ...(kind === 'digest' && { font: DIGEST_FACE, size: 13 }) };
  const alignment =
    kind === 'figure' ? kit.AlignmentType.RIGHT : CENTRED.has(kind) ? kit.AlignmentType.CENTER : undefined;
  return new kit.Paragraph({
    style: STYLES.cell,
    children: [...runsOf(context, text, look)],
    ...(alignment && { alignment }),
  });
};

/** `keepNext` holds its row to the one below. */
export const headParagraph = (context: Context, text: string, keepNext = true): Docx.Paragraph =>
  new context.kit.Paragraph({ style: STYLES.head, keepNext, children: [...runsOf(context, text)] });

/** The head of a table, on every page. */
export const headRow = (titles: readonly string[], widths: readonly number[], context: Context) => ({
  cells: titles.map((title, index) =>
    boxOf(context, { paragraphs: [headParagraph(context, title)], width: widths[index] ?? 0, fill: INK.head }),
  ),
  isHead: true,
});

const rowOf = (row: Row, columns: readonly Column[], widths: readonly number[], context: Context) => {
  const spanned = columns.length - row.cells.length + 1;
  const strong = row.kind !== undefined;
  const fill = row.kind === undefined ? undefined : INK.label;
  const cells = row.cells.map((cell, index) => {
    const at = index === 0 ? 0 : index + spanned - 1;
    const span = index === 0 ? spanned : 1;
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0);
    const kind = span > 1 ? 'text' : columns[at]?.kind;
    return boxOf(context, {
      paragraphs: [cellParagraph(context, cellText(cell, context), kind, strong)],
      width,
      span,
      fill,
    });
  });
  return { cells };
};

export const tableOf = (table: Table, context: Context): Docx.Table => {
  const { columns, rows } = undrawn(table);
  const widths = widthsOf(columns.map(({ width }) => width));
  const heads = columns.map(({ title }) => title);
  return framed(context, widths, [
    headRow(heads, widths, context),
    ...rows.map(row => rowOf(row, columns, widths, context)),
  ]);
};
