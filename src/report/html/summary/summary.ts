import { both } from '../../../model/base/text.ts';
import type { Chapter } from '../../../tell/block.ts';
import { type SummarySubject, tellSummary } from '../../../tell/summary/document.ts';
import { chaptersMarkup, contents, masthead } from '../blocks/blocks.ts';
import { contextOf, type Placed, placed } from '../context.ts';
import { type Content, html } from '../markup.ts';
import { pageOf } from '../page.ts';
import { FILTER_SCRIPT, SCROLL_SCRIPT } from '../script.ts';
import { BASE_STYLE } from '../style.ts';
import { PRINT_STYLE } from '../style-print.ts';
import { centresFilter } from './filter.ts';
import { HEAT_SCRIPT } from './script.ts';
import { SUMMARY_STYLE } from './style.ts';

const several = ({ document, context }: Placed): Content => html`
<section class="frame-part" aria-labelledby="${context.id('part')}">
<h2 id="${context.id('part')}">${document.title}</h2>
${chaptersMarkup(document.chapters, context)}
</section>`;

const linksOf = (parts: readonly Placed[]): readonly Pick<Chapter, 'name' | 'title'>[] =>
  parts.length > 1
    ? parts.map(({ document, context }) => ({ name: context.id('part'), title: document.title }))
    : parts.flatMap(({ document }) => document.chapters);

const footer = ({ lang, tool }: SummarySubject): Content => html`
<footer><p>${both(`由 ${tool.name} ${tool.version} 生成。本页是一个独立的文件，不联网，也不对外发送任何内容。`, `Made by ${tool.name} ${tool.version}. This page is one file: it loads nothing and sends nothing.`)[lang]}</p></footer>`;

/** A batch on one page that needs nothing but itself; it does not grow with the number of centres. */
export const summaryHtml = (subject: SummarySubject): string => {
  const { lang, summary } = subject;
  const { whole, parts } = tellSummary(subject);
  const context = contextOf(whole, 1);
  const documents = placed(parts, 'f');
  const [first, ...last] = whole.chapters;
  const before = first ? [first] : [];
  return pageOf({
    lang,
    title: whole.title,
    styles: [BASE_STYLE, PRINT_STYLE, SUMMARY_STYLE],
    scripts: [FILTER_SCRIPT, SCROLL_SCRIPT, HEAT_SCRIPT],
    body: html`
<header>${masthead(whole, context, 'summary')}</header>
${contents([...before, ...linksOf(documents), ...last], context)}
<main id="content">
${chaptersMarkup(before, context)}
${summary.frames.some(({ centers }) => centers.length > 0) && centresFilter(parts, lang)}
${parts.length > 1 ? documents.map(several) : documents.map(({ document, context: own }) => chaptersMarkup(document.chapters, own))}
${chaptersMarkup(last, context)}
</main>
${footer(subject)}`,
  });
};
