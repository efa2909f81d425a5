import type { Outcome } from '../../../model/finding/finding.ts';
import { OUTCOMES } from '../../../model/finding/finding.ts';
import { OUTCOME_LETTERS, type RankedCenter } from '../../../model/result/summary.ts';
import { clauseText, OUTCOME_NAMES } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { outcomeMark } from '../marks.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';
import { type Chapter, centreName, filterData, type Part, type Selection, select } from './part.ts';

const PITCH = 10;

const HEIGHT = 14;

/** Each outcome has a shape of its own: a full block, half a block, a stroke, and a dot for what passed. */
const SHAPES: Readonly<Record<Outcome, (x: number) => string>> = {
  fail: x => `M${x + 1} 1h8v12h-8z`,
  unknown: x => `M${x + 1} 8h8v5h-8z`,
  'not-applicable': x => `M${x + 2} 6.5h6v1h-6z`,
  pass: x => `M${x + 4} 6h2v2h-2z`,
};

const isWaived = (letter: string): boolean => letter !== letter.toLowerCase();

const drawn = (letters: readonly string[], outcome: Outcome, waived: boolean): Content => {
  const letter = waived ? OUTCOME_LETTERS[outcome].toUpperCase() : OUTCOME_LETTERS[outcome];
  const path = letters.map((each, column) => (each === letter ? SHAPES[outcome](column * PITCH) : '')).join('');
  return path !== '' && html`<path class="heat-${outcome}${waived && ' waived'}" d="${path}"/>`;
};

/** The rules in the order of the sections, by their numbers in the frame: one column each. */
const columnsOf = ({ summary: { frame } }: Part): readonly number[] => {
  const order = new Map(frame.sections.map(({ id }, index) => [id, index]));
  const place = (rule: number): number => order.get(frame.rules[rule]?.section ?? '') ?? order.size;
  return frame.rules.map((_, rule) => rule).sort((a, b) => place(a) - place(b) || a - b);
};

interface Run {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** Neighbours with the same text, together. */
const runs = (texts: readonly string[]): readonly Run[] => {
  const found: Run[] = [];
  texts.forEach((text, from) => {
    const last = found.at(-1);
    if (last?.text === text) found[found.length - 1] = { ...last, length: last.length + 1 };
    else found.push({ text, from, length: 1 });
  });
  return found;
};

type Rule = Part['summary']['frame']['rules'][number];

const runsBy = (part: Part, columns: readonly number[], say: (rule: Rule) => string): readonly Run[] =>
  runs(columns.flatMap(rule => part.summary.frame.rules[rule] ?? []).map(say));

const edgesOf = (sections: readonly Run[]): string =>
  sections
    .slice(1)
    .map(({ from }) => `M${from * PITCH} 0v${HEIGHT}`)
    .join('');

/** What the drawing of a centre shows, in words. */
const rowLabel = ({ row, counts }: RankedCenter, part: Part): string => {
  const { frame } = part.summary;
  const clauses = [
    ...new Set(frame.rules.flatMap((rule, index) => (row.outcomes[index] === 'f' ? clauseText(rule) : []))),
  ];
  const failed = clauses.join(pick(part, '、', ', '));
  return pick(
    part,
    `不符合 ${counts.fail}${failed && `：${failed}`}；未定 ${counts.unknown}，符合 ${counts.pass}，不适用 ${counts['not-applicable']}`,
    `${counts.fail} failed${failed && `: ${failed}`}; ${counts.unknown} unknown, ${counts.pass} passed, ${counts['not-applicable']} not applicable`,
  );
};

interface Drawing {
  readonly columns: readonly number[];
  readonly edges: string;
}

const strip = (center: RankedCenter, part: Part, { columns, edges }: Drawing): Markup => {
  const letters = columns.map(rule => center.row.outcomes[rule] ?? '');
  return html`<svg class="strip" width="100%" height="${HEIGHT}" viewBox="0 0 ${columns.length * PITCH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${rowLabel(center, part)}">${edges && html`<path class="heat-edge" d="${edges}"/>`}${OUTCOMES.map(outcome => [drawn(letters, outcome, false), drawn(letters, outcome, true)])}</svg>`;
};

const row = (center: RankedCenter, part: Part, drawing: Drawing): Markup => html`
<tr ${filterData(center, part)} data-twin=""><td class="rank">${center.rank ?? '—'}</td><th scope="row">${centreName(center, part)}</th><td class="cells" colspan="${drawing.columns.length}">${strip(center, part, drawing)}</td></tr>`;

const sectionName = ({ text, length }: Run, { summary: { frame }, lang }: Part): string => {
  const section = frame.sections.find(({ id }) => id === text);
  if (section === undefined) return text;
  return length * PITCH > 120 ? `${section.clause} ${section.title[lang]}` : section.clause;
};

const header = (part: Part, sections: readonly Run[], clauses: readonly Run[]): Markup => {
  const corner = (kind: string, name: string): Markup => html`<th scope="col" rowspan="2" class="${kind}">${name}</th>`;
  return html`
<tr>${corner('rank', pick(part, '名次', 'Rank'))}${corner('name', pick(part, '中心', 'Centre'))}${sections.map(
    run =>
      html`<th scope="colgroup" class="band" colspan="${run.length}">${spoken(sectionName(run, part), part.lang)}</th>`,
  )}</tr>
<tr>${clauses.map(({ text, length }) => html`<th scope="colgroup" class="clause-label" colspan="${length}"><span>${spoken(text, part.lang)}</span></th>`)}</tr>`;
};

const legend = (part: Part, centers: readonly RankedCenter[]): Markup => {
  const waived = centers.some(({ row: { outcomes } }) => [...outcomes].some(isWaived));
  const swatch = (outcome: Outcome): Markup =>
    html`<li><svg class="swatch" width="10" height="14" aria-hidden="true" focusable="false"><path class="heat-${outcome}" d="${SHAPES[outcome](0)}"/></svg>${outcomeMark(outcome, part.lang)}</li>`;
  return html`<ul class="legend">${(['fail', 'unknown', 'not-applicable', 'pass'] as const).map(swatch)}${waived && html`<li>${pick(part, '空心为已豁免', 'hollow: waived')}</li>`}</ul>`;
};

const leftOut = ({ left }: Selection, part: Part): Content =>
  left > 0 &&
  html`<p class="remark">${pick(part, `图中为名次最前和最后的中心，中间 ${left} 个从略，见 summary.xlsx 的矩阵。`, `The best and the worst are drawn; ${left} in between are left out, see the matrix in summary.xlsx.`)}</p>`;

/** The rules by column, for the line that tells what a cell is. */
const key = ({ summary: { frame }, lang, id }: Part, columns: readonly number[]): Markup => {
  const names = columns.map(rule => {
    const found = frame.rules[rule];
    return found === undefined ? '' : `${clauseText(found)} ${found.title[lang]}`;
  });
  return html`<ol class="heat-key" hidden="" data-key="${id('')}">${names.map((name, column) => html`<li data-rule="${columns[column]}">${spoken(name, lang)}</li>`)}</ol>`;
};

/** Centres × clauses, best centre on top, clauses in the standard's own order. */
export const heatMap = (part: Part): Chapter | undefined => {
  const selection = select(part, part.most.drawn);
  const centers = [...selection.top, ...selection.bottom];
  if (centers.length === 0) return undefined;
  const columns = columnsOf(part);
  const sections = runsBy(part, columns, ({ section }) => section);
  const drawing = { columns, edges: edgesOf(sections) };
  const names = OUTCOMES.map(outcome => html` data-${OUTCOME_LETTERS[outcome]}="${OUTCOME_NAMES[outcome][part.lang]}"`);
  return {
    name: 'heat',
    title: pick(part, '中心与条款对照图', 'Centres and clauses'),
    content: html`
${legend(part, centers)}
<p class="readout" role="status" aria-live="polite" data-readout=""${names} data-waived="${pick(part, '，已豁免', ', waived')}" hidden="">${pick(part, '把光标移到格子上，或选中图后用方向键逐格查看；回车打开该中心的报告。', 'Point at a cell, or focus the map and use the arrow keys; Enter opens the report of the centre.')}</p>
<div class="heat" tabindex="0" role="group" aria-labelledby="${part.id('heat')}" data-heat="${part.id('')}"><table class="heat-map" data-group="">
<colgroup><col class="rank"/><col class="name"/><col class="cell" span="${columns.length}"/></colgroup>
<thead>${header(part, sections, runsBy(part, columns, clauseText))}</thead>
<tbody>${centers.map(center => row(center, part, drawing))}</tbody>
</table></div>
${leftOut(selection, part)}
${key(part, columns)}`,
  };
};
