import { decimalOf } from '../../../model/base/exact.ts';
import { formatLocation, type Location } from '../../../model/base/location.ts';
import type { Gap } from '../../../model/finding/finding.ts';
import { pick } from '../../../words/reader.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { html, joined, type Markup, spoken } from '../markup.ts';
import { placesMarkup } from '../places.ts';
import { type Ask, asksOf, type Opening } from './openings.ts';

export const factId = (leaf: Leaf, fact: string): string => leaf.id(`fact-${fact}`);

const opening = ({ id, clause, title }: Opening, { lang }: Leaf): Markup =>
  html`<a href="#${id}">${spoken(clause, lang)}</a> ${title}`;

/** Where the profile speaks of the matter already. */
const places = (gaps: readonly Gap[], root: Location): readonly Location[] =>
  gaps.map(({ location }) => location).filter(location => formatLocation(location) !== formatLocation(root));

const row = ({ fact, text, gaps, openings, stake }: Ask, number: number, leaf: Leaf): Markup => {
  const decides = joined(
    openings.map(each => opening(each, leaf)),
    html`<br/>`,
  );
  const ways = [...new Set(openings.map(({ way }) => way).filter(way => way !== ''))];
  return html`
<tr id="${factId(leaf, fact)}"><td class="number">${number}</td><th scope="row">${text}</th><td class="amount">${decimalOf(stake)}</td><td class="decides">${decides}</td><td class="how">${ways.join(pick(leaf, '；', '; '))}</td><td class="place">${placesMarkup(places(gaps, leaf.audit.profile.root), leaf)}</td></tr>`;
};

const HEAD = {
  zh: [
    ['序号', 'number'],
    ['需补报的内容', 'what'],
    ['关系分值', 'amount'],
    ['决定的条目', 'decides'],
    ['怎样核实', 'how'],
    ['申报表位置', 'place'],
  ],
  en: [
    ['No.', 'number'],
    ['Ask for', 'what'],
    ['At stake', 'amount'],
    ['Decides', 'decides'],
    ['How to check', 'how'],
    ['In the profile', 'place'],
  ],
} as const;

/** The list to ask from: what is not known, what hangs on it, and how it is established. */
export const asksTable = (leaf: Leaf): Chapter | undefined => {
  const asks = asksOf(leaf);
  if (asks.length === 0) return undefined;
  return {
    name: 'asks',
    title: pick(leaf, `待补报（${asks.length} 项）`, `To ask (${asks.length})`),
    content: html`<p class="remark">${pick(leaf, '下列内容补报后即可判定，关系分值多的在前。一条要求缺几项的，分值在每项各列一次，不能相加；没有注明位置的，申报表里还没有这一项。', 'These facts would decide, the most points at stake first. Where a requirement lacks several facts its points stand with each, so the column does not add up; a fact without a place is not in the profile yet.')}</p>
<div class="wide" tabindex="0" role="group" aria-labelledby="${leaf.id('asks')}"><table class="asks">
<thead><tr>${HEAD[leaf.lang].map(([name, kind]) => html`<th scope="col" class="${kind}">${name}</th>`)}</tr></thead>
<tbody>${asks.map((ask, index) => row(ask, index + 1, leaf))}</tbody>
</table></div>`,
  };
};
