import { OUTCOMES, type Outcome } from '../../../model/finding/finding.ts';
import type { ScoredFinding } from '../../../model/scoring/score.ts';
import { OBLIGATIONS } from '../../../model/standard/pack.ts';
import { OBLIGATION_NAMES } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import type { Leaf } from '../leaf.ts';
import { outcomeMark } from '../marks.ts';
import { html, type Markup } from '../markup.ts';

export const countOf = (findings: readonly ScoredFinding[], outcome: Outcome): number =>
  findings.filter(({ finding }) => finding.outcome === outcome).length;

const row = (name: string, findings: readonly ScoredFinding[], kind = ''): Markup => html`
<tr${kind && html` class="${kind}"`}><th scope="row">${name}</th>${OUTCOMES.map(outcome => html`<td>${countOf(findings, outcome)}</td>`)}<td class="total">${findings.length}</td></tr>`;

/** How many requirements came out how; rows and columns add up. */
export const countsTable = (leaf: Leaf): Markup => {
  const { audit, lang } = leaf;
  const rows = OBLIGATIONS.map(obligation => ({
    name: OBLIGATION_NAMES[obligation][lang],
    findings: audit.findings.filter(({ finding }) => finding.rule.obligation === obligation),
  })).filter(({ findings }) => findings.length > 0);
  return html`
<div class="wide"><table class="counts">
<caption>${pick(leaf, '条目数', 'Requirements')}</caption>
<thead><tr><td></td>${OUTCOMES.map(outcome => html`<th scope="col">${outcomeMark(outcome, lang)}</th>`)}<th scope="col">${pick(leaf, '合计', 'Total')}</th></tr></thead>
<tbody>${rows.map(({ name, findings }) => row(name, findings))}${row(pick(leaf, '合计', 'Total'), audit.findings, 'sum')}</tbody>
</table></div>`;
};
