import type { Lang } from '../../../model/base/text.ts';
import type { FrameSummary, Summary } from '../../../model/result/summary.ts';
import { pick } from '../../../words/reader.ts';
import { frameTitle, received } from '../../../words/summary.ts';
import { aligned } from '../figures.ts';
import { mark } from '../marks.ts';
import { html, type Markup } from '../markup.ts';
import type { Chapter } from './part.ts';

const figure = (name: string, amount: number | string, remark = ''): Markup =>
  html`<div><dt>${name}</dt><dd><span class="figure">${amount}</span>${remark && html` <span class="of">${remark}</span>`}</dd></div>`;

const GATES = [
  ['passed', 'pass', { zh: '通过', en: 'Passed' }],
  ['failed', 'fail', { zh: '不通过', en: 'Failed' }],
  ['undecided', 'unknown', { zh: '待定', en: 'Undecided' }],
] as const;

const totals = ({ counts, roster }: Summary, lang: Lang): Markup => {
  const reader = { lang };
  const expected =
    roster &&
    pick(
      reader,
      `应报 ${roster.expected}，没有结果 ${roster.missing.length}`,
      `${roster.expected} expected, ${roster.missing.length} without a result`,
    );
  const others = pick(
    reader,
    `收到 ${received(counts)} 份；拒收 ${counts.rejected}，被替代 ${counts.superseded}`,
    `${received(counts)} submissions; ${counts.rejected} rejected, ${counts.superseded} superseded`,
  );
  return html`<dl class="headline">${figure(pick(reader, '已审核的中心', 'Centres audited'), counts.audited, expected)}</dl><p class="remark">${others}</p>`;
};

const frameRow = (summary: FrameSummary, lang: Lang): Markup => {
  const { frame, count, gate, score } = summary;
  return html`
<tr><th scope="row">${frameTitle(frame, lang)}</th><td class="amount">${count}</td>${GATES.map(([key]) => html`<td class="amount">${gate[key]}</td>`)}<td class="amount">${score && aligned([score.low.mean], 2)}</td><td class="amount">${score && aligned([score.low.middle], 2)}</td><td class="amount">${score && aligned([score.high.mean], 2)}</td></tr>`;
};

/** How many centres there are, how many pass, and where they stand on the whole. */
export const overview = (summary: Summary, lang: Lang): Chapter => {
  const reader = { lang };
  const number = (content: Markup | string): Markup => html`<th scope="col" class="amount">${content}</th>`;
  return {
    name: 'overview',
    title: pick(reader, '总体情况', 'Overview'),
    content: html`
${totals(summary, lang)}
<div class="wide" tabindex="0" role="group" aria-labelledby="overview"><table class="frames">
<thead><tr><th scope="col">${pick(reader, '标准', 'Standard')}</th>${number(pick(reader, '中心数', 'Centres'))}${GATES.map(([, outcome, name]) => number(html`<span class="outcome ${outcome}">${mark(outcome)}${name[lang]}</span>`))}${number(pick(reader, '平均得分', 'Mean score'))}${number(pick(reader, '中位得分', 'Median'))}${number(pick(reader, '平均可达', 'Mean, up to'))}</tr></thead>
<tbody>${summary.frames.map(frame => frameRow(frame, lang))}</tbody>
</table></div>
<p class="remark">${pick(reader, '通过、不通过和待定按本次运行设定的门槛判断；得分中未定的条目不计分，可达为全部补报且符合时的得分。', 'Passed, failed and undecided are by the gate of this run. What is undecided earns nothing in the score; "up to" is the score if all of it were met.')}</p>`,
  };
};
