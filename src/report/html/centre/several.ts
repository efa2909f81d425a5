import { formatLocation } from '../../../model/base/location.ts';
import type { Problem } from '../../../model/base/problem.ts';
import type { Lang } from '../../../model/base/text.ts';
import { centerName } from '../../../words/names.ts';
import { problemText } from '../../../words/problems/problems.ts';
import { pick } from '../../../words/reader.ts';
import { gradeText, scoreText, standingOf } from '../../../words/scoring/score.ts';
import type { Rejection } from '../../index.ts';
import type { Leaf } from '../leaf.ts';
import { mark } from '../marks.ts';
import { heading, html, type Markup, spoken } from '../markup.ts';

const STANDING_MARKS = { met: 'pass', 'not-met': 'fail', open: 'unknown' } as const;

const STANDING_NAMES = {
  met: { zh: '达标', en: 'up to standard' },
  'not-met': { zh: '不达标', en: 'not up to standard' },
  open: { zh: '未定', en: 'undecided' },
} as const;

const row = (leaf: Leaf): Markup => {
  const { audit, lang } = leaf;
  const standing = standingOf(audit);
  return html`<tr><th scope="row"><a href="#${leaf.id('centre')}">${spoken(centerName(audit), lang)}</a></th><td class="outcome-cell">${mark(STANDING_MARKS[standing])}${STANDING_NAMES[standing][lang]}</td><td>${scoreText(audit, lang)}</td><td>${gradeText(audit, lang, 3)}</td></tr>`;
};

/** The centres of a page that holds more than one. */
export const centresTable = (leaves: readonly Leaf[], lang: Lang): Markup => {
  const head = pick({ lang }, '中心 结论 得分 等次', 'Centre Verdict Score Grade').split(' ');
  return html`
<nav class="chapter" aria-labelledby="centres">
${heading(2, 'centres', pick({ lang }, `中心（${leaves.length} 个）`, `Centres (${leaves.length})`))}
<div class="wide"><table class="centres"><thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${leaves.map(row)}</tbody></table></div>
</nav>`;
};

const problemItem = (problem: Problem, lang: Lang): Markup =>
  html`<li><span class="spot">${formatLocation(problem.location)}</span> ${problemText(problem, lang)}</li>`;

/** Files that hold no profile that could be read, each with every reason. */
export const rejections = (rejected: readonly Rejection[], lang: Lang): Markup | undefined =>
  rejected.length === 0
    ? undefined
    : html`
<section class="chapter chapter-rejected" aria-labelledby="rejected">
${heading(2, 'rejected', pick({ lang }, `未能审核的文件（${rejected.length} 个）`, `Not audited (${rejected.length})`))}
<dl>${rejected.map(
        ({ file, problems }) =>
          html`<dt>${file}</dt><dd><ul>${problems.map(problem => problemItem(problem, lang))}</ul></dd>`,
      )}</dl>
</section>`;

/** What is to be said of the run and of no centre. */
export const remarks = (notes: readonly Problem[], lang: Lang): Markup | undefined =>
  notes.length === 0
    ? undefined
    : html`
<section class="chapter chapter-remarks" aria-labelledby="notes">
${heading(2, 'notes', pick({ lang }, '其他情况', 'Other remarks'))}
<ul>${notes.map(note => problemItem(note, lang))}</ul>
</section>`;
