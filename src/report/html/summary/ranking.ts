import { OUTCOMES } from '../../../model/finding/finding.ts';
import type { RankedCenter } from '../../../model/result/summary.ts';
import { pick } from '../../../words/reader.ts';
import { GATE_NAMES } from '../../../words/summary.ts';
import { stretch } from '../bar.ts';
import { aligned, placesOf } from '../figures.ts';
import { mark, outcomeMark } from '../marks.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';
import { type Chapter, centreName, columnHead, filterData, type Part, select, whereOf } from './part.ts';

const GATE_MARKS = { passed: 'pass', failed: 'fail', undecided: 'unknown' } as const;

const rankText = ({ rank, tied }: RankedCenter, { lang }: Part): string => {
  if (rank === undefined) return '—';
  return tied ? pick({ lang }, `${rank} 并列`, `${rank} tied`) : String(rank);
};

const row = (center: RankedCenter, part: Part, places: number): Markup => {
  const { summary, lang } = part;
  const { score, gate } = center.row;
  const { total } = summary.frame;
  const where = whereOf(center.row.center, part.counties);
  return html`
<tr ${filterData(center, part)}><td class="rank">${rankText(center, part)}</td><th scope="row">${centreName(center, part)}${where && html` <small>${spoken(where, lang)}</small>`}</th><td class="amount">${score ? aligned([score.low], places) : '—'}</td><td class="amount">${score ? aligned([score.high], places) : '—'}</td><td class="plot"><svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false">${score && stretch({ ...score, max: total }, total, 0, 12)}</svg></td><td>${score?.grades.join('/') ?? '—'}</td><td class="outcome-cell">${mark(GATE_MARKS[gate])}${GATE_NAMES[gate][lang]}</td>${OUTCOMES.map(outcome => html`<td class="amount">${center.counts[outcome]}</td>`)}<td class="amount">${center.mustFailures.length}</td></tr>`;
};

const gap = (left: number, { lang }: Part): Markup =>
  html`<tr class="left-out"><td colspan="12">${pick({ lang }, `……中间 ${left} 个中心从略，全部见 summary.xlsx 和 results.jsonl`, `… ${left} centres in between are left out; summary.xlsx and results.jsonl have them all`)}</td></tr>`;

const HEAD = {
  zh: ['名次', '中心', '得分', '可达', '', '等次', '门槛'],
  en: ['Rank', 'Centre', 'Score', 'Up to', '', 'Grade', 'Gate'],
} as const;

const CLASSES = ['rank', 'name', 'amount', 'amount', 'plot', '', ''];

const head = ({ lang }: Part): Content => [
  HEAD[lang].map((name, index) => columnHead(name, CLASSES[index])),
  OUTCOMES.map(outcome => html`<th scope="col" class="amount">${outcomeMark(outcome, lang)}</th>`),
  html`<th scope="col" class="amount">${pick({ lang }, '“应当”不符合', '"must" failed')}</th>`,
];

/** Every centre by rank; the best and the worst of them where there are very many. */
export const ranking = (part: Part): Chapter => {
  const { summary, id } = part;
  const { top, bottom, left } = select(part, part.most.listed);
  const shown = top.length + bottom.length;
  const places = placesOf([...top, ...bottom].flatMap(({ row: { score } }) => (score ? [score.low, score.high] : [])));
  return {
    name: 'ranking',
    title: pick(part, `排名（${summary.count} 个）`, `Ranking (${summary.count})`),
    content:
      shown === 0
        ? html`<p class="remark">${pick(part, `${summary.count} 个中心，不在本页逐个列出，见 results.jsonl。`, `${summary.count} centres are not listed here one by one; see results.jsonl.`)}</p>`
        : html`
<div class="wide" tabindex="0" role="group" aria-labelledby="${id('ranking')}"><table class="ranking" data-group="">
<thead><tr>${head(part)}</tr></thead>
<tbody>${top.map(center => row(center, part, places))}${left > 0 && gap(left, part)}${bottom.map(center => row(center, part, places))}</tbody>
</table></div>
<p class="remark">${pick(part, '按得分排名，得分相同的名次并列，下一名次顺延；未定的条目不计分，条中斜线部分为可达。', 'By score; equal scores share a rank and the next is skipped. What is undecided earns nothing; the hatched part of a bar is what may still be reached.')}</p>`,
  };
};
