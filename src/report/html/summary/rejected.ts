import { placeInFile } from '../../../model/base/location.ts';
import type { Lang } from '../../../model/base/text.ts';
import { pick } from '../../../words/reader.ts';
import type { RejectedProblem } from '../../batch/rejected.ts';
import { KIND_NAMES } from '../../batch/rejected.ts';
import { html, type Markup } from '../markup.ts';
import type { Chapter } from './part.ts';

/** Problems of inputs without a result: the first of them, and how many there are in all. */
export interface Rejected {
  readonly problems: readonly RejectedProblem[];
  readonly total: number;
}

/** So many problems are shown; a caller need not keep more. */
export const REJECTED_SHOWN = 200;

const row = ({ kind, file, center, message, location }: RejectedProblem, lang: Lang): Markup =>
  html`<tr><th scope="row">${file}${center?.name !== undefined && html` <small>${center.name}</small>`}</th><td class="treatment">${KIND_NAMES[kind][lang]}</td><td class="place">${placeInFile(location)}</td><td>${message[lang]}</td></tr>`;

/** What could not be audited, with every reason and its place. */
export const rejectedChapter = ({ problems, total }: Rejected, lang: Lang): Chapter | undefined => {
  if (problems.length === 0) return undefined;
  const shown = problems.slice(0, REJECTED_SHOWN);
  const left = total - shown.length;
  const head = pick({ lang }, '文件 处理 位置 问题', 'File Treatment Place Problem').split(' ');
  return {
    name: 'rejected',
    title: pick({ lang }, `拒收和提示（${total} 条）`, `Rejections and notes (${total})`),
    content: html`
<div class="wide" tabindex="0" role="group" aria-labelledby="rejected"><table class="rejections">
<thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${shown.map(problem => row(problem, lang))}</tbody>
</table></div>
${left > 0 && html`<p class="remark">${pick({ lang }, `另有 ${left} 条，见 rejected.csv。`, `${left} more: see rejected.csv.`)}</p>`}`,
  };
};
