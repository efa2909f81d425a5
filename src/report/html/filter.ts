import type { Lang } from '../../model/base/text.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import { OBLIGATION_NAMES, sectionTitle } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { sectionKey } from './centre/findings.ts';
import type { Leaf } from './leaf.ts';
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
<button type="reset">${pick({ lang }, '全部显示', 'Show all')}</button>
<output role="status" aria-live="polite"></output>
</form>`;

const outcomeBoxes = (lang: Lang): Markup => {
  const label = pick({ lang }, '结果', 'Outcome');
  return html`<div class="boxes" role="group" aria-label="${label}"><span aria-hidden="true">${label}</span>${OUTCOMES.map(
    outcome =>
      html`<label class="box"><input type="checkbox" name="outcome" value="${outcome}" checked=""/>${outcomeMark(outcome, lang)}</label>`,
  )}</div>`;
};

const sectionsOf = (leaves: readonly Leaf[]): readonly Choice[] => [
  ...new Map(
    leaves.flatMap(leaf =>
      leaf.audit.pack.sections.map(
        ({ id }) => [sectionKey(leaf, id), sectionTitle(leaf.audit.pack, id, leaf.lang)] as const,
      ),
    ),
  ),
];

/** Findings by outcome, obligation, section and any word in them. */
export const findingsFilter = (leaves: readonly Leaf[], lang: Lang): Markup => {
  const reader = { lang };
  const obligations = OBLIGATIONS.map(obligation => [obligation, OBLIGATION_NAMES[obligation][lang]] as const);
  return filterForm(
    {
      title: pick(reader, '筛选审核条目', 'Filter the findings'),
      search: pick(reader, '查找', 'Search'),
      hint: pick(reader, '条款、名称、窗口、位置……', 'clause, title, window, place …'),
      said: pick(
        reader,
        '显示 {n} 条，共 {all} 条；打印时不受筛选影响',
        '{n} of {all} shown; printing is not affected',
      ),
    },
    [
      outcomeBoxes(lang),
      choice('obligation', pick(reader, '约束', 'Obligation'), pick(reader, '全部', 'All'), obligations),
      choice('section', pick(reader, '章节', 'Section'), pick(reader, '全部', 'All'), sectionsOf(leaves)),
    ],
    lang,
  );
};
