import type { Tool } from '../../../model/base/tool.ts';
import { dateText } from '../../../words/facts/values.ts';
import { centerName, levelName, statusText } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { type Content, heading, html, type Markup, spoken } from '../markup.ts';
import { asksTable } from './asks.ts';
import { basis, warnings } from './basis.ts';
import { findings } from './findings.ts';
import { pointsTables } from './points.ts';
import { sectionsDrawing } from './sections.ts';
import { shortcomings } from './shortcomings.ts';
import { signatures } from './signatures.ts';
import { stagesTable } from './stages.ts';
import { verdict } from './verdict.ts';

const whereText = ({ audit, lang }: Leaf): string => {
  const { profile, level, pack } = audit;
  const { county, township, name } = profile.center;
  return [county, township === name ? undefined : township, levelName(level, lang, pack)]
    .filter(part => part !== undefined)
    .join(' · ');
};

const standardText = ({ audit: { pack }, lang }: Leaf): string => {
  const { document, title } = pack;
  const status = statusText(pack.status, lang);
  const name = lang === 'zh' ? `《${document.title}》` : title.en;
  const particulars = [document.number, document.issuer[lang], status === '' ? undefined : status];
  const said = particulars.filter(part => part !== undefined).join(pick({ lang }, '，', ', '));
  return pick({ lang }, `${name}（${said}）`, `${name} (${said})`);
};

/** Who was held against what, and when. */
export const masthead = (leaf: Leaf): Markup => {
  const { audit, lang, level } = leaf;
  return html`
<p class="kind">${pick(leaf, '对标审核报告', 'Audit against the county standard')}</p>
${heading(level, leaf.id('centre'), spoken(centerName(audit), lang))}
<dl class="particulars">
<div><dt>${pick(leaf, '对象', 'Centre')}</dt><dd>${spoken(whereText(leaf), lang)}</dd></div>
<div><dt>${pick(leaf, '标准', 'Standard')}</dt><dd>${spoken(standardText(leaf), lang)}</dd></div>
<div><dt>${pick(leaf, '审核日期', 'As of')}</dt><dd>${dateText(audit.asOf, lang)}</dd></div>
</dl>`;
};

/** One centre's report from verdict to signatures. */
export const chaptersOf = (leaf: Leaf, filter: Content, tool: Tool): readonly Chapter[] =>
  [
    verdict(leaf),
    shortcomings(leaf),
    sectionsDrawing(leaf),
    findings(leaf, filter),
    asksTable(leaf),
    pointsTables(leaf),
    stagesTable(leaf),
    warnings(leaf.audit.warnings, leaf),
    basis(leaf, tool),
    signatures(leaf),
  ].filter(chapter => chapter !== undefined);

export const contents = (leaf: Leaf, chapters: readonly Chapter[]): Markup => html`
<nav class="contents" aria-label="${pick(leaf, '目录', 'Contents')}"><ul>${chapters.map(
  ({ name, title }) => html`<li><a href="#${leaf.id(name)}">${title}</a></li>`,
)}</ul></nav>`;
