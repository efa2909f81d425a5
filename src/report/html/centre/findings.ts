import { OUTCOMES, type Outcome } from '../../../model/finding/finding.ts';
import type { ScoredFinding } from '../../../model/scoring/score.ts';
import type { Section } from '../../../model/standard/pack.ts';
import { OUTCOME_NAMES, sectionTitle } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { type Chapter, type Leaf, landmark } from '../leaf.ts';
import { below, type Content, heading, html, type Markup, spoken } from '../markup.ts';
import { countOf } from './counts.ts';
import { findingItem } from './finding.ts';

/** A section as the filter knows it: sections of different packs are different. */
export const sectionKey = ({ audit }: Leaf, section: string): string => `${audit.pack.id}/${section}`;

/** What wants attention stands first; otherwise the pack's order holds. */
const ORDER: Readonly<Record<Outcome, number>> = { fail: 0, unknown: 1, pass: 2, 'not-applicable': 3 };

const countsText = (findings: readonly ScoredFinding[], { lang }: Leaf): string =>
  OUTCOMES.map(outcome => [outcome, countOf(findings, outcome)] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${OUTCOME_NAMES[outcome][lang]} ${count}`)
    .join(pick({ lang }, '，', ', '));

const sectionBlock = ({ id }: Section, leaf: Leaf): Markup | undefined => {
  const own = leaf.audit.findings.filter(({ finding }) => finding.rule.section === id);
  if (own.length === 0) return undefined;
  const sorted = [...own].sort((a, b) => ORDER[a.finding.outcome] - ORDER[b.finding.outcome]);
  const name = leaf.id(`section-${id}`);
  return html`
<section class="section" data-group=""${landmark(leaf, `section-${id}`)}>
${heading(below(below(leaf.level)), name, spoken(sectionTitle(leaf.audit.pack, id, leaf.lang), leaf.lang))}
<p class="section-counts">${countsText(own, leaf)}</p>
<ol class="findings" role="list">${sorted.map(scored => findingItem(scored, sectionKey(leaf, id), leaf))}</ol>
</section>`;
};

/** Every requirement once, by section. */
export const findings = (leaf: Leaf, filter: Content): Chapter => {
  const { audit } = leaf;
  const { length } = audit.findings;
  return {
    name: 'findings',
    title: pick(leaf, `审核条目（${length} 条）`, `Findings (${length})`),
    content: [filter, audit.pack.sections.map(section => sectionBlock(section, leaf))],
  };
};
