import type { Detail, Findings, FindingWords } from '../../../tell/block.ts';
import type { Context } from '../context.ts';
import { outcomeMark } from '../marks.ts';
import { below, heading, html, type Markup, spoken } from '../markup.ts';
import { inline, places } from './inline.ts';

const detail = ({ kind, name, text, places: spots = [] }: Detail, context: Context): Markup =>
  html`<div class="${kind}"><dt>${name}</dt><dd>${inline(text, context)}${spots.length > 0 && [text !== '' && ' ', places(spots, context)]}</dd></div>`;

/** What a filter holds its choices against. */
const data = ({ outcome, obligation, section }: FindingWords): Markup =>
  html`data-item="" data-outcome="${outcome}" data-obligation="${obligation}" data-section="${section.key}"`;

const item = (words: FindingWords, context: Context): Markup => {
  const { outcome, obligation, binds, weight, change, rule, clause, title, waived } = words;
  const id = context.id(words.anchor);
  return html`
<li class="finding ${outcome}${waived && ' waived'}" id="${id}" ${data(words)}>
<div class="finding-head">${outcomeMark(outcome, context.lang)}
${heading(below(context.level, 3), `${id}-title`, html`<span class="clause">${spoken(clause, context.lang)}</span> ${spoken(title, context.lang)}`)}
<p class="remarks"><span class="obligation ${obligation}">${binds}</span>${weight && html` <span>${weight}</span>`}${change && html` <span>${change}</span>`} <span class="rule-id">${rule}</span></p></div>
<dl>${words.details.map(each => detail(each, context))}</dl>
</li>`;
};

/** Findings in boxes that tell outcomes by shape, word and colour. */
export const findingsMarkup = ({ items }: Findings, context: Context): Markup =>
  html`<ol class="findings" role="list">${items.map(words => item(words, context))}</ol>`;
