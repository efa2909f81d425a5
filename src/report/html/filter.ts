import { both, type Lang } from '../../model/base/text.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import type { Document } from '../../tell/block.ts';
import { OBLIGATION_NAMES } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { outcomeMark } from './marks.ts';
import { type Content, html, type Markup } from './markup.ts';

export type Choice = readonly [value: string, name: string];

/** One choice among several, or all of them. */
export const choice = (name: string, label: string, all: string, options: readonly Choice[]): Content =>
  options.length > 1 &&
  html`<label class="choice"><span>${label}</span> <select name="${name}"><option value="">${all}</option>${options.map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select></label>`;

/** `said` is what the count says, with `{n}` and `{all}` in place of the numbers. */
export interface FilterWords {
  readonly title: string;
  readonly search: string;
  readonly hint: string;
  readonly said: string;
}

/** A form that hides what is not asked for. Without script there is nothing to hide, and no form. */
export const filterForm = (words: FilterWords, fields: Content, lang: Lang): Markup => html`
<form class="filter" role="search" aria-label="${words.title}" data-filter="" data-said="${words.said}" hidden="">
<label class="search"><span>${words.search}</span> <input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="${words.hint}"/></label>
${fields}
<button type="reset">${both('全部显示', 'Show all')[lang]}</button>
<output role="status" aria-live="polite"></output>
</form>`;

const outcomeBoxes = (lang: Lang): Markup => {
  const label = both('结果', 'Outcome')[lang];
  return html`<div class="boxes" role="group" aria-label="${label}"><span aria-hidden="true">${label}</span>${OUTCOMES.map(
    outcome =>
      html`<label class="box"><input type="checkbox" name="outcome" value="${outcome}" checked=""/>${outcomeMark(outcome, lang)}</label>`,
  )}</div>`;
};

/** The sections of which findings are told, each once. */
const sectionsOf = (documents: readonly Document[]): readonly Choice[] => {
  const blocks = documents.flatMap(({ chapters }) => chapters.flatMap(chapter => chapter.blocks));
  const items = blocks.flatMap(block => (block.kind === 'findings' ? block.items : []));
  return [...new Map(items.map(({ section: { key, title } }) => [key, title] as const))];
};

/** Findings by outcome, obligation, section and any word in them. */
export const findingsFilter = (documents: readonly Document[], lang: Lang): Markup => {
  const reader = { lang };
  const obligations = OBLIGATIONS.map(obligation => [obligation, OBLIGATION_NAMES[obligation][lang]] as const);
  const words = {
    title: pick(reader, '筛选审核条目', 'Filter the findings'),
    search: pick(reader, '查找', 'Search'),
    hint: pick(reader, '条款、名称、窗口、位置……', 'clause, title, window, place …'),
    said: pick(reader, '显示 {n} 条，共 {all} 条；打印时不受筛选影响', '{n} of {all} shown; printing is not affected'),
  };
  return filterForm(
    words,
    [
      outcomeBoxes(lang),
      choice('obligation', pick(reader, '约束', 'Obligation'), pick(reader, '全部', 'All'), obligations),
      choice('section', pick(reader, '章节', 'Section'), pick(reader, '全部', 'All'), sectionsOf(documents)),
    ],
    lang,
  );
};
