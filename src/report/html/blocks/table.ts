import { type Cell, type Column, isDrawing, type Ledger, type Row, type Table } from '../../../tell/block.ts';
import type { Filter } from '../../../tell/drawing.ts';
import { ledgerTable } from '../../../tell/ledger.ts';
import type { Context } from '../context.ts';
import { mark, marked } from '../marks.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { boxMarkup, stretchesMarkup } from './drawings.ts';
import { inline, places } from './inline.ts';

const CLASSES: Readonly<Record<Column['kind'], string>> = {
  name: '',
  text: '',
  clause: 'clause',
  figure: 'amount',
  outcome: 'outcome-cell',
  place: 'place',
  digest: 'digest',
  short: 'short',
  drawing: 'plot',
};

const classOf = (kind: Column['kind']): Content => CLASSES[kind] !== '' && html` class="${CLASSES[kind]}"`;

const content = (cell: Cell, context: Context): Content => {
  if (isDrawing(cell)) return 'bar' in cell ? stretchesMarkup(cell.bar) : boxMarkup(cell.box);
  if (typeof cell === 'object' && 'places' in cell) return places(cell.places, context);
  return typeof cell === 'object' && 'outcome' in cell ? [mark(cell.outcome), cell.text] : inline(cell, context);
};

const cellMarkup = (cell: Cell, { kind }: Column, context: Context): Markup =>
  kind === 'name'
    ? html`<th scope="row">${content(cell, context)}</th>`
    : html`<td${classOf(kind)}>${content(cell, context)}</td>`;

const SCOPES = { part: 'rowgroup', sum: 'row' } as const;

const spanning = (cell: Cell, kind: 'part' | 'sum', columns: number, context: Context): Markup =>
  html`<th scope="${SCOPES[kind]}"${columns > 1 && html` colspan="${columns}"`}>${content(cell, context)}</th>`;

/** What a filter holds its choices against. */
export const dataOf = (filter: Filter): readonly Markup[] => [
  html` data-item=""`,
  ...Object.entries(filter).map(([name, value]) => html` data-${name}="${value}"`),
];

const rowMarkup = (row: Row, columns: readonly Column[], context: Context): Markup => {
  const { cells, kind, anchor, filter } = row;
  const spanned = columns.length - cells.length + 1;
  const [first = '', ...others] = cells;
  if (kind === 'gap')
    return html`
<tr class="gap"><td colspan="${columns.length}">${content(first, context)}</td></tr>`;
  const head =
    kind === undefined ? columns[0] && cellMarkup(first, columns[0], context) : spanning(first, kind, spanned, context);
  const rest = others.map((cell, index) => {
    const column = columns[index + spanned];
    return column && cellMarkup(cell, column, context);
  });
  return html`
<tr${anchor !== undefined && html` id="${context.id(anchor)}"`}${kind && html` class="${kind}"`}${filter && dataOf(filter)}>${head}${rest}</tr>`;
};

/** The rows of a table by its parts; a part begins with its head, and a sum at the end stands by itself. */
const bodiesOf = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const bodies: Row[][] = [];
  rows.forEach((row, index) => {
    const after = rows[index - 1];
    if (index === 0 || row.kind === 'part' || after?.kind === 'sum') bodies.push([]);
    bodies.at(-1)?.push(row);
  });
  return bodies;
};

const head = ({ title, kind, outcome }: Column): Markup =>
  title === ''
    ? html`<td${classOf(kind)}></td>`
    : html`<th scope="col"${classOf(kind)}>${outcome ? marked(outcome, title) : title}</th>`;

/** A table that scrolls by itself where the page is narrow; `labelledBy` is the id of the heading over it. */
export const tableMarkup = ({ name, caption, columns, rows }: Table, context: Context, labelledBy: string): Markup => {
  const label = caption === undefined ? html` aria-labelledby="${labelledBy}"` : html` aria-label="${caption}"`;
  return html`
<div class="wide" tabindex="0" role="group"${label}><table class="${name}"${rows.some(({ filter }) => filter) && html` data-group=""`}>
${caption !== undefined && html`<caption>${caption}</caption>`}
<thead><tr>${columns.map(head)}</tr></thead>
${bodiesOf(rows).map(body => html`<tbody>${body.map(row => rowMarkup(row, columns, context))}</tbody>`)}
</table></div>`;
};

/** A scorecard as a table, under what bears on its score beside the rows. */
export const ledgerMarkup = (ledger: Ledger, context: Context, labelledBy: string): Content => [
  ledger.remarks.length > 0 &&
    html`<dl class="bearing">${ledger.remarks.map(
      ({ name, text, outcome }) =>
        html`<div><dt>${name}</dt><dd>${outcome && mark(outcome)}${inline(text, context)}</dd></div>`,
    )}</dl>`,
  tableMarkup(ledgerTable(ledger, context.lang), context, labelledBy),
];
