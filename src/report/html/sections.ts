import { compareExact, exact } from '../../model/exact.ts';
import type { SectionScore } from '../../model/score.ts';
import { sectionTitle } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import { stretch } from './bar.ts';
import type { Chapter, Leaf } from './leaf.ts';
import { html, type Markup, spoken } from './markup.ts';

const row = (section: SectionScore, scale: string, leaf: Leaf): Markup => {
  const { low, high, max } = section;
  const figures =
    low === high
      ? pick(leaf, `${low} 分，共 ${max} 分`, `${low} of ${max}`)
      : pick(leaf, `${low} 分，可达 ${high} 分，共 ${max} 分`, `${low}, up to ${high}, of ${max}`);
  return html`<li><span class="name">${spoken(sectionTitle(leaf.audit.pack, section.section, leaf.lang), leaf.lang)}</span> <span class="amount">${figures}</span>
<svg class="bar" width="100%" height="16" aria-hidden="true" focusable="false">${stretch(section, scale, 0, 16)}</svg></li>`;
};

/** A drawing of the points by section, each bar as long as the section weighs. */
export const sectionsDrawing = (leaf: Leaf): Chapter | undefined => {
  const counted = leaf.audit.sections.filter(({ max }) => max !== '0');
  if (counted.length === 0) return undefined;
  const scale = counted.reduce((most, { max }) => (compareExact(exact(max), exact(most)) > 0 ? max : most), '0');
  return {
    name: 'sections',
    title: pick(leaf, '各章节得分', 'Points by section'),
    content: html`<ul class="sections-list">${counted.map(section => row(section, scale, leaf))}</ul>
<p class="remark">${pick(leaf, '条的全长为该章节的分值；实色为已得，斜线为未定，空白为已失。', 'A bar is as long as the section weighs: solid is earned, hatched is open, empty is lost.')}</p>`,
  };
};
