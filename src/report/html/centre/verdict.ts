import { share } from '../../../model/base/share.ts';
import type { Audit } from '../../../model/finding/audit.ts';
import type { Outcome } from '../../../model/finding/finding.ts';
import type { Grade } from '../../../model/scoring/score.ts';
import { waiversText } from '../../../words/findings/waivers.ts';
import { alternatives } from '../../../words/lists.ts';
import { pick } from '../../../words/reader.ts';
import {
  gradeText,
  openText,
  type Standing,
  schemeText,
  scoreFigure,
  standingOf,
  verdictText,
} from '../../../words/scoring/score.ts';
import { difference, stretch } from '../bar.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { mark } from '../marks.ts';
import { type Content, html, joined, type Markup } from '../markup.ts';
import { factId } from './asks.ts';
import { countsTable } from './counts.ts';
import { asksOf } from './openings.ts';

const OUTCOME_OF: Readonly<Record<Standing, Outcome>> = { met: 'pass', 'not-met': 'fail', open: 'unknown' };

type Scored = Audit & Required<Pick<Audit, 'score'>>;

const isScored = (audit: Audit): audit is Scored => audit.score !== undefined;

/** The lowest score of a grade, as a line across the bar with its name above. */
const limit = ({ score }: Scored, { id, atLeast }: Grade): Markup => {
  const x = share(atLeast, score.max);
  return html`<text class="limit" x="${x}%" y="12" text-anchor="middle">${id} ${atLeast}</text><line class="limit" x1="${x}%" x2="${x}%" y1="17" y2="48"/>`;
};

const barLabel = (audit: Scored, { lang }: Leaf): string => {
  const { score, scheme } = audit;
  const [low, high] = [scoreFigure(score.low, scheme), scoreFigure(score.high, scheme)];
  return pick({ lang }, `得分 ${low}，可达 ${high}，满分 ${score.max}`, `score ${low}, up to ${high}, of ${score.max}`);
};

const isNegative = (amount: string): boolean => amount.startsWith('-');

const bar = (audit: Scored, leaf: Leaf): Markup => html`
<svg class="score-bar" width="100%" height="50" role="img" aria-label="${barLabel(audit, leaf)}">
<g>${stretch(audit.score, audit.score.max, 20, 26)}<rect class="frame" x="0" y="20" width="100%" height="26"/></g>
${audit.scheme.grades.filter(({ atLeast }) => atLeast !== '0').map(grade => limit(audit, grade))}
</svg>`;

const legend = (audit: Scored, leaf: Leaf): Markup => {
  const { score, scheme } = audit;
  const entry = (kind: string, zh: string, en: string, amount: string, remark = ''): Markup =>
    html`<li><svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false"><rect class="${kind}" width="14" height="14"/><rect class="frame" width="14" height="14"/></svg>${pick(leaf, zh, en)} <b>${scoreFigure(amount, scheme)}</b>${remark}</li>`;
  const open = difference(score.high, score.low);
  const lost = difference(score.max, score.high);
  return html`<ul class="legend">
${entry('earned', '已得', 'earned', score.low)}
${entry('open', '未定', 'open', open, open === '0' ? '' : pick(leaf, `（${openText(audit, 'zh')}）`, ` (${openText(audit, 'en')})`))}
${entry('lost', '已失', 'lost', isNegative(lost) ? '0' : lost)}
</ul>`;
};

/** So many of the facts that decide are named at once; the list of what to ask has them all. */
const DECIDING = 6;

const decidedBy = ({ score }: Scored, leaf: Leaf): Content => {
  if (score.grade.decidedBy.length === 0) return undefined;
  const asks = asksOf(leaf).filter(({ fact }) => score.grade.decidedBy.includes(fact));
  const links = asks.slice(0, DECIDING).map(({ fact, label }) => html`<a href="#${factId(leaf, fact)}">${label}</a>`);
  const rest = html`<a href="#${leaf.id('asks')}">${pick(leaf, `共 ${asks.length} 项，按分值列在“待补报”`, `all ${asks.length} by points at stake`)}</a>`;
  return html`<p class="deciding">${pick(leaf, '取决于：', 'Decided by: ')}${joined(links, pick(leaf, '、', ', '))}${asks.length > DECIDING && [pick(leaf, '等（', ' … ('), rest, pick(leaf, '）', ')')]}</p>`;
};

const gradeLine = (audit: Scored, leaf: Leaf): string => {
  const { candidates } = audit.score.grade;
  const labels = candidates.map(({ id, label }) => `${id} ${label[leaf.lang]}`);
  return alternatives(labels, leaf);
};

const scored = (audit: Scored, leaf: Leaf): Markup => {
  const { score, scheme } = audit;
  const range =
    score.low === score.high
      ? undefined
      : pick(leaf, `可达 ${scoreFigure(score.high, scheme)}`, `up to ${scoreFigure(score.high, scheme)}`);
  const settled = score.grade.candidates.length === 1;
  return html`
<dl class="headline">
<div><dt>${pick(leaf, '得分', 'Score')}</dt><dd><span class="figure">${scoreFigure(score.low, scheme)}</span>${range && html` <span class="range">${range}</span>`} <span class="of">${pick(leaf, `满分 ${score.max}`, `of ${score.max}`)}</span></dd></div>
<div><dt>${settled ? pick(leaf, '等次', 'Grade') : pick(leaf, '等次（未定）', 'Grade (not settled)')}</dt><dd><span class="grade">${gradeLine(audit, leaf)}</span></dd></div>
</dl>
${bar(audit, leaf)}
${legend(audit, leaf)}
${decidedBy(audit, leaf)}`;
};

const unscored = ({ score, pack }: Audit, leaf: Leaf): Markup =>
  html`<p>${pick(leaf, '得分：无（没有可计分的条目）；等次：', 'No score (nothing counted); grade: ')}${gradeText({ score, pack }, leaf.lang)}</p>`;

/** What to know first: whether the standard is met, the score and how far it is certain, and what adds up to it. */
export const verdict = (leaf: Leaf): Chapter => {
  const { audit, lang } = leaf;
  const outcome = OUTCOME_OF[standingOf(audit)];
  const waived = waiversText(audit, lang);
  return {
    name: 'verdict',
    title: pick(leaf, '结论', 'Verdict'),
    content: html`
<p class="ruling ${outcome}">${mark(outcome)}${verdictText(audit, lang)}</p>
${isScored(audit) ? scored(audit, leaf) : unscored(audit, leaf)}
${countsTable(leaf)}
<p class="remark">${pick(leaf, '计分方案：', 'Points: ')}${schemeText(audit.scheme, lang)}${waived && pick(leaf, `。${waived}`, `. ${waived}`)}</p>`,
  };
};
