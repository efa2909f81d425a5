import { OUTCOMES } from '../../../model/finding/finding.ts';
import type { Points, ScoredFinding } from '../../../model/scoring/score.ts';
import type { Section } from '../../../model/standard/pack.ts';
import { clauseText, OBLIGATION_NAMES, sectionTitle } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { priceText, sumText } from '../../../words/scoring/points.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { mark, outcomeName } from '../marks.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';
import { countOf } from './counts.ts';
import { scorecardChapter } from './scorecard.ts';

const HEAD = {
  zh: ['得分', '可达', '满分'],
  en: ['Low', 'High', 'Max'],
} as const;

const figures = ({ low, high, max }: Points): Content =>
  [low, high, max].map(amount => html`<td class="amount">${amount}</td>`);

const headings = (names: readonly string[], kind = ''): Content =>
  names.map(name => html`<th scope="col"${kind && html` class="${kind}"`}>${name}</th>`);

const countsRow = (name: Content, findings: readonly ScoredFinding[], points: Points, kind = ''): Markup => html`
<tr${kind && html` class="${kind}"`}><th scope="row">${name}</th>${OUTCOMES.map(outcome => html`<td class="amount">${countOf(findings, outcome)}</td>`)}${figures(points)}</tr>`;

const ownOf = ({ audit }: Leaf, section: Section): readonly ScoredFinding[] =>
  audit.findings.filter(({ finding }) => finding.rule.section === section.id);

const bySection = (leaf: Leaf, total: Points): Markup => {
  const { audit, lang } = leaf;
  const rows = audit.sections.flatMap(points => {
    const section = audit.pack.sections.find(({ id }) => id === points.section);
    const own = section === undefined ? [] : ownOf(leaf, section);
    return own.length === 0
      ? []
      : [countsRow(spoken(sectionTitle(audit.pack, points.section, lang), lang), own, points)];
  });
  return html`
<div class="wide" tabindex="0" role="group" aria-label="${pick(leaf, '各章节合计', 'Sums by section')}"><table class="sums">
<caption>${pick(leaf, '各章节合计', 'Sums by section')}</caption>
<thead><tr>${headings([pick(leaf, '章节', 'Section')])}${headings([...OUTCOMES.map(outcome => outcomeName(outcome, lang)), ...HEAD[lang]], 'amount')}</tr></thead>
<tbody>${rows}${countsRow(pick(leaf, '合计', 'Total'), audit.findings, total, 'sum')}</tbody>
</table></div>`;
};

const entry = ({ finding, points, waived }: ScoredFinding, leaf: Leaf): Markup => {
  const { rule, outcome } = finding;
  const { lang } = leaf;
  const remark = waived === undefined ? '' : pick(leaf, '，豁免', ', waived');
  return html`
<tr><td class="clause">${spoken(clauseText(rule), lang)}</td><th scope="row"><a href="#${leaf.id(`rule-${rule.id}`)}">${rule.title[lang]}</a></th><td>${OBLIGATION_NAMES[rule.obligation][lang]}</td><td class="outcome-cell">${mark(outcome)}${outcomeName(outcome, lang)}${remark}</td>${figures(points)}</tr>`;
};

const ledgerPart = (section: Section, leaf: Leaf): Content => {
  const own = ownOf(leaf, section);
  const sum = leaf.audit.sections.find(points => points.section === section.id);
  if (own.length === 0 || sum === undefined) return undefined;
  const title = sectionTitle(leaf.audit.pack, section.id, leaf.lang);
  return html`
<tbody><tr class="part"><th scope="rowgroup" colspan="7">${spoken(title, leaf.lang)}</th></tr>${own.map(scored => entry(scored, leaf))}
<tr class="sum"><th scope="row" colspan="4">${pick(leaf, '小计', 'Subtotal')}</th>${figures(sum)}</tr></tbody>`;
};

const ledger = (leaf: Leaf, total: Points): Markup => {
  const { lang } = leaf;
  const head = pick(leaf, '条款 名称 约束 结果', 'Clause Requirement Obligation Outcome').split(' ');
  return html`
<div class="wide" tabindex="0" role="group" aria-label="${pick(leaf, '逐条得分', 'Points by requirement')}"><table class="ledger">
<caption>${pick(leaf, '逐条得分', 'Points by requirement')}</caption>
<thead><tr>${headings(head)}${headings(HEAD[lang], 'amount')}</tr></thead>
${leaf.audit.pack.sections.map(section => ledgerPart(section, leaf))}
<tbody><tr class="sum"><th scope="row" colspan="4">${pick(leaf, '合计', 'Total')}</th>${figures(total)}</tr></tbody>
</table></div>`;
};

/** The points, requirement by requirement, so that anyone can add them up again. */
export const pointsTables = (leaf: Leaf): Chapter | undefined => {
  const { audit, lang } = leaf;
  const total = audit.score?.points;
  if (audit.scorecard !== undefined) return scorecardChapter(leaf, audit.scorecard.result);
  if (total === undefined) return undefined;
  return {
    name: 'points',
    title: pick(leaf, '得分计算', 'Points'),
    content: [
      html`<p class="sum-text">${sumText(audit, lang)}</p><p class="remark">${priceText(audit, lang)}</p>`,
      bySection(leaf, total),
      ledger(leaf, total),
    ],
  };
};
