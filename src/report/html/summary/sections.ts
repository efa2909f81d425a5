import type { FrameSummary } from '../../../model/result/summary.ts';
import { sectionTitle } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { SPREAD_NAMES } from '../../../words/summary.ts';
import { aligned } from '../figures.ts';
import { html, type Markup, spoken } from '../markup.ts';
import { boxPlot, placesIn, spreadCells } from './distribution.ts';
import type { Chapter, Part } from './part.ts';

const row = (
  { section, low, high }: FrameSummary['sections'][number],
  part: Part,
  places: number,
): Markup | undefined =>
  low &&
  html`
<tr><th scope="row">${spoken(sectionTitle(part.summary.frame, section, part.lang), part.lang)}</th><td class="plot">${boxPlot(low, '100')}</td>${spreadCells(low, places)}<td class="amount">${high && aligned([high.mean], 2)}</td></tr>`;

/** Where centres stand section by section, in percent of each section's points. */
export const sections = (part: Part): Chapter | undefined => {
  const places = placesIn(part.summary.sections.flatMap(({ low }) => low ?? []));
  const rows = part.summary.sections.map(section => row(section, part, places)).filter(each => each !== undefined);
  if (rows.length === 0) return undefined;
  const head = [...SPREAD_NAMES[part.lang], pick(part, '平均可达', 'Mean, up to')];
  return {
    name: 'sections',
    title: pick(part, '各章节得分率', 'Sections'),
    content: html`
<div class="wide" tabindex="0" role="group" aria-labelledby="${part.id('sections')}"><table class="spreads">
<thead><tr><th scope="col">${pick(part, '章节', 'Section')}</th><th scope="col" class="plot">0 – 100%</th>${head.map(name => html`<th scope="col" class="amount">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>
<p class="remark">${pick(part, '为得分占该章节适用条目分值的百分比。', 'Points as percent of what the applicable requirements of the section are worth.')}</p>`,
  };
};
