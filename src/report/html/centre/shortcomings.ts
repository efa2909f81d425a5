import type { ScoredFinding } from '../../../model/scoring/score.ts';
import type { Rule } from '../../../model/standard/pack.ts';
import { gistOf } from '../../../words/findings/notes.ts';
import { clauseText } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { html, type Markup, spoken } from '../markup.ts';

const link = (rule: Rule, leaf: Leaf): Markup =>
  html`<a href="#${leaf.id(`rule-${rule.id}`)}">${rule.title[leaf.lang]}</a>`;

const row = (scored: ScoredFinding, leaf: Leaf): Markup => {
  const { rule } = scored.finding;
  return html`
<tr><td class="clause">${spoken(clauseText(rule), leaf.lang)}</td><th scope="row">${link(rule, leaf)}</th><td>${gistOf(scored, leaf.audit, leaf.lang)}${scored.waived && pick(leaf, '（已豁免）', ' (waived)')}</td></tr>`;
};

const HEAD = { zh: ['条款', '要求', '差距'], en: ['Clause', 'Requirement', 'Gap'] } as const;

/** What the verdict rests on where it is not met: every failed `must` in one line. */
export const shortcomings = (leaf: Leaf): Chapter | undefined => {
  const failed = leaf.audit.findings.filter(
    ({ finding }) => finding.outcome === 'fail' && finding.rule.obligation === 'must',
  );
  if (failed.length === 0) return undefined;
  const { length } = failed;
  return {
    name: 'shortcomings',
    title: pick(leaf, `不符合的“应当”要求（${length} 条）`, `"Must" requirements not met (${length})`),
    content: html`
<div class="wide" tabindex="0" role="group" aria-labelledby="${leaf.id('shortcomings')}"><table class="shortcomings">
<thead><tr>${HEAD[leaf.lang].map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${failed.map(scored => row(scored, leaf))}</tbody>
</table></div>`,
  };
};
