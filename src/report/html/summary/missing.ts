import { pick } from '../../../words/reader.ts';
import { share } from '../bar.ts';
import { html } from '../markup.ts';
import type { Chapter, Part } from './part.ts';

const MOST = 20;

/** What centres most often leave out and something hangs on. */
export const missingFacts = (part: Part): Chapter | undefined => {
  const { missing, frame, count: all } = part.summary;
  if (missing.length === 0) return undefined;
  const left = missing.length - MOST;
  const head = pick(part, '填报项 未申报的中心', 'Fact Centres').split(' ');
  return {
    name: 'missing',
    title: pick(part, '最常漏报的内容', 'Most often left out'),
    content: html`
<div class="wide"><table class="missing">
<thead><tr><th scope="col">${head[0]}</th><td class="plot"></td><th scope="col" class="amount">${head[1]}</th></tr></thead>
<tbody>${missing
      .slice(0, MOST)
      .map(
        ({ fact, count }) =>
          html`<tr><th scope="row">${frame.facts[fact]?.label[part.lang]}</th><td class="plot"><svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false"><rect class="open" width="${share(String(count), String(all))}%" height="12"/></svg></td><td class="amount">${count} / ${all}</td></tr>`,
      )}</tbody>
</table></div>
${left > 0 && html`<p class="remark">${pick(part, `另有 ${left} 项，见 summary.xlsx。`, `${left} more: see summary.xlsx.`)}</p>`}`,
  };
};
