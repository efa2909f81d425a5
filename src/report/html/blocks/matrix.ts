import { both } from '../../../model/base/text.ts';
import { OUTCOMES, type Outcome } from '../../../model/finding/finding.ts';
import { OUTCOME_LETTERS } from '../../../model/result/summary.ts';
import type { Band, Matrix, MatrixRow } from '../../../tell/drawing.ts';
import { OUTCOME_NAMES } from '../../../words/names.ts';
import type { Context } from '../context.ts';
import { outcomeMark } from '../marks.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';
import { inline } from './inline.ts';
import { dataOf } from './table.ts';

const PITCH = 10;

const HEIGHT = 14;

/** A band narrower than this shows its short name. */
const WIDE = 120;

/** Each outcome has a shape of its own: a full block, half a block, a stroke, and a dot for what passed. */
const SHAPES: Readonly<Record<Outcome, (x: number) => string>> = {
  fail: x => `M${x + 1} 1h8v12h-8z`,
  unknown: x => `M${x + 1} 8h8v5h-8z`,
  'not-applicable': x => `M${x + 2} 6.5h6v1h-6z`,
  pass: x => `M${x + 4} 6h2v2h-2z`,
};

const drawn = (marks: MatrixRow['marks'], outcome: Outcome, waived: boolean): Content => {
  const path = marks.map((mark, column) =>
    mark?.outcome === outcome && mark.waived === waived ? SHAPES[outcome](column * PITCH) : '',
  );
  return (
    path.some(part => part !== '') && html`<path class="heat-${outcome}${waived && ' waived'}" d="${path.join('')}"/>`
  );
};

/** Lines between the bands. */
const edgesOf = (bands: readonly Band[]): string => {
  let at = 0;
  return bands
    .slice(0, -1)
    .map(({ length }) => {
      at += length;
      return `M${at * PITCH} 0v${HEIGHT}`;
    })
    .join('');
};

const strip = ({ label, marks }: MatrixRow, edges: string): Markup =>
  html`<svg class="strip" width="100%" height="${HEIGHT}" viewBox="0 0 ${marks.length * PITCH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${edges && html`<path class="heat-edge" d="${edges}"/>`}${OUTCOMES.map(outcome => [drawn(marks, outcome, false), drawn(marks, outcome, true)])}</svg>`;

const row = (line: MatrixRow, edges: string, context: Context): Markup => html`
<tr${dataOf(line.filter)} data-twin=""><td class="rank">${line.rank}</td><th scope="row">${inline(line.name, context)}</th><td class="cells" colspan="${line.marks.length}">${strip(line, edges)}</td></tr>`;

const header = ({ bands, clauses }: Matrix, context: Context): Markup => {
  const { lang } = context;
  const corner = (kind: string, name: string): Markup => html`<th scope="col" rowspan="2" class="${kind}">${name}</th>`;
  const band = ({ title, short, length }: Band): Markup =>
    html`<th scope="colgroup" class="band" colspan="${length}">${spoken(length * PITCH > WIDE ? title : short, lang)}</th>`;
  const clause = ({ title, length }: Band): Markup =>
    html`<th scope="colgroup" class="clause-label" colspan="${length}"><span>${spoken(title, lang)}</span></th>`;
  return html`
<tr>${corner('rank', both('名次', 'Rank')[lang])}${corner('name', both('名称', 'Name')[lang])}${bands.map(band)}</tr>
<tr>${clauses.map(clause)}</tr>`;
};

const LEGEND = ['fail', 'unknown', 'not-applicable', 'pass'] as const;

const legend = ({ rows }: Matrix, { lang }: Context): Markup => {
  const waived = rows.some(({ marks }) => marks.some(mark => mark?.waived));
  const swatch = (outcome: Outcome): Markup =>
    html`<li><svg class="swatch" width="10" height="14" aria-hidden="true" focusable="false"><path class="heat-${outcome}" d="${SHAPES[outcome](0)}"/></svg>${outcomeMark(outcome, lang)}</li>`;
  return html`<ul class="legend">${LEGEND.map(swatch)}${waived && html`<li>${both('空心为已豁免', 'hollow: waived')[lang]}</li>`}</ul>`;
};

/** The rules by column, for the line that tells what a cell is. */
const ruleKey = ({ key, columns }: Matrix, { lang }: Context): Markup =>
  html`<ol class="heat-key" hidden="" data-key="${key}">${columns.map(({ rule, title }) => html`<li data-rule="${rule}">${spoken(title, lang)}</li>`)}</ol>`;

const HOW = {
  zh: '把光标移到格子上，或选中图后用方向键逐格查看；回车打开它的报告。',
  en: 'Point at a cell, or focus the map and use the arrow keys; Enter opens its report.',
} as const;

/** Marks in rows and columns, small enough for a page, each told in words when it is pointed at. */
export const matrixMarkup = (matrix: Matrix, context: Context, labelledBy: string): Markup => {
  const { lang } = context;
  const edges = edgesOf(matrix.bands);
  const names = OUTCOMES.map(outcome => html` data-${OUTCOME_LETTERS[outcome]}="${OUTCOME_NAMES[outcome][lang]}"`);
  return html`
${legend(matrix, context)}
<p class="readout" role="status" aria-live="polite" data-readout=""${names} data-waived="${both('，已豁免', ', waived')[lang]}" hidden="">${HOW[lang]}</p>
<div class="heat" tabindex="0" role="group" aria-labelledby="${labelledBy}" data-heat="${matrix.key}"><table class="heat-map" data-group="">
<colgroup><col class="rank"/><col class="name"/><col class="cell" span="${matrix.columns.length}"/></colgroup>
<thead>${header(matrix, context)}</thead>
<tbody>${matrix.rows.map(line => row(line, edges, context))}</tbody>
</table></div>
${ruleKey(matrix, context)}`;
};
