import { compareExact, exact } from '../../../model/base/exact.ts';
import type { Points } from '../../../model/scoring/score.ts';
import { scorecardSections } from '../../../model/scoring/sections-of-rows.ts';
import { sectionTitle } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { stretch } from '../bar.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { html, type Markup, spoken } from '../markup.ts';

interface Bar extends Points {
  readonly title: string;
}

/** The sections of the pack, or those of the scorecard where there is one. */
const barsOf = ({ audit, lang }: Leaf): readonly Bar[] => {
  if (audit.scorecard === undefined)
    return audit.sections.map(points => ({ ...points, title: sectionTitle(audit.pack, points.section, lang) }));
  return scorecardSections(audit.scorecard).map(({ title, ...points }) => ({ ...points, title: title[lang] }));
};

const row = (bar: Bar, scale: string, leaf: Leaf): Markup => {
  const { title, low, high, max } = bar;
  const figures =
    low === high
      ? pick(leaf, `${low} 分，共 ${max} 分`, `${low} of ${max}`)
      : pick(leaf, `${low} 分，可达 ${high} 分，共 ${max} 分`, `${low}, up to ${high}, of ${max}`);
  return html`<li><span class="name">${spoken(title, leaf.lang)}</span> <span class="amount">${figures}</span>
<svg class="bar" width="100%" height="16" aria-hidden="true" focusable="false">${stretch(bar, scale, 0, 16)}</svg></li>`;
};

/** A drawing of the points by section, each bar as long as the section weighs. */
export const sectionsDrawing = (leaf: Leaf): Chapter | undefined => {
  const counted = barsOf(leaf).filter(({ max }) => max !== '0');
  if (counted.length === 0) return undefined;
  const scale = counted.reduce((most, { max }) => (compareExact(exact(max), exact(most)) > 0 ? max : most), '0');
  return {
    name: 'sections',
    title: pick(leaf, '各章节得分', 'Points by section'),
    content: html`<ul class="sections-list">${counted.map(bar => row(bar, scale, leaf))}</ul>
<p class="remark">${pick(leaf, '条的全长为该章节的分值；实色为已得，斜线为未定，空白为已失。', 'A bar is as long as the section weighs: solid is earned, hatched is open, empty is lost.')}</p>`,
  };
};
