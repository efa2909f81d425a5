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
import { placeText } from '../../words/places.ts';
import { clean } from '../text/layout.ts';
import { boxOf, type Look, type Markup, paragraph, row, run, tableOfRows } from './markup.ts';
import { DIGEST_FACE, INK, STYLES, TEXT_WIDTH } from './style.ts';

/** What a document says of all its parts. */
export interface Context {
  readonly lang: Lang;
  /** The file that a place is in unless it says otherwise. */
  readonly file?: string | undefined;
  /** The list that its chapters are counted in. */
  readonly chapters?: string | undefined;
}

/** What stands back behind what it remarks on. */
const SOFT = '5F6B76';

/** Words as runs, without characters that steer; a line break stays one. */
export const runsOf = (text: Text, look: Look = {}): Markup => {
  const parts = typeof text === 'string' ? [text] : text;
  return parts
    .flatMap(part => {
      const { text: said, strong, soft } = typeof part === 'string' ? ({ text: part } as Span) : part;
      const own = { ...look, ...(strong && { bold: true }), ...(soft && { color: SOFT }) };
      return said.split('\n').map((line, index) => run(clean(line), own, index > 0));
    })
    .join('');
};

export const OUTCOME_FILLS: Readonly<Record<Outcome, string | undefined>> = {
  pass: undefined,
  fail: 'FBEAEA',
  unknown: 'FFF7DF',
  'not-applicable': undefined,
};

/** Rows that hold together, under a head that stands on every page. */
export const framed = (
  widths: readonly number[],
  rows: readonly { readonly cells: readonly Markup[]; readonly isHead?: boolean }[],
): Markup =>
  tableOfRows(
    widths,
    rows.map(({ cells, isHead = false }) => row(cells, isHead)),
  );

export const widthsOf = (shares: readonly number[]): readonly number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map(share => Math.floor((TEXT_WIDTH * share) / whole));
};

const PLACES = 8;

export const placesOf = (locations: readonly Location[], { lang, file }: Context): string => {
  const distinct = [...new Map(locations.map(place => [formatLocation(place), place])).values()];
  const shown = distinct.slice(0, PLACES).map(place => placeText(place, file, lang));
  return [...shown, ...(distinct.length > PLACES ? ['……'] : [])].join(lang === 'zh' ? '；' : '; ');
};

const cellText = (cell: Cell, context: Context): Text => {
  if (isDrawing(cell)) return '';
  if (typeof cell === 'object' && 'places' in cell) return placesOf(cell.places, context);
  return typeof cell === 'object' && 'outcome' in cell ? `${OUTCOME_MARKS[cell.outcome]} ${cell.text}` : cell;
};

const CENTRED: ReadonlySet<Column['kind']> = new Set(['outcome', 'clause']);

/** A paragraph of a cell, set as its column wants it. */
export const cellParagraph = (text: Text, kind: Column['kind'] = 'text', strong = false): Markup => {
  const look = { ...(strong && { bold: true }), ...(kind === 'digest' && { face: DIGEST_FACE, size: 13 }) };
  const alignment = kind === 'figure' ? 'right' : CENTRED.has(kind) ? 'center' : undefined;
  return paragraph(runsOf(text, look), { style: STYLES.cell, alignment });
};

/** `keepNext` holds its row to the one below. */
export const headParagraph = (text: string, keepNext = true): Markup =>
  paragraph(runsOf(text), { style: STYLES.head, keepNext });

const cellsOf = (line: Row, columns: readonly Column[], widths: readonly number[], context: Context) => {
  const spanned = columns.length - line.cells.length + 1;
  const strong = line.kind !== undefined;
  const fill = line.kind === undefined ? undefined : INK.label;
  const cells = line.cells.map((cell, index) => {
    const at = index === 0 ? 0 : index + spanned - 1;
    const span = index === 0 ? spanned : 1;
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0);
    const kind = span > 1 ? 'text' : columns[at]?.kind;
    return boxOf({ paragraphs: [cellParagraph(cellText(cell, context), kind, strong)], width, span, fill });
  });
  return { cells };
};

/** A table with its head on every page. */
export const tableOf = (table: Table, context: Context): Markup => {
  const { columns, rows } = undrawn(table);
  const widths = widthsOf(columns.map(({ width }) => width));
  const heads = columns.map(({ title }, index) =>
    boxOf({ paragraphs: [headParagraph(title)], width: widths[index] ?? 0, fill: INK.head }),
  );
  return framed(widths, [{ cells: heads, isHead: true }, ...rows.map(line => cellsOf(line, columns, widths, context))]);
};
