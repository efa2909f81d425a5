import { pick } from '../../../words/reader.ts';
import { stageLines } from '../../../words/scoring/stages.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { html } from '../markup.ts';

/** The score as declared, as inspected and as settled, and what was changed between, where there are records of it. */
export const stagesTable = (leaf: Leaf): Chapter | undefined => {
  const lines = stageLines(leaf.audit, leaf.lang);
  if (lines.length === 0) return undefined;
  return {
    name: 'stages',
    title: pick(leaf, '自评、核查与终审', 'Declared, inspected, settled'),
    content: html`<div class="wide" tabindex="0" role="group" aria-labelledby="${leaf.id('stages')}"><table>
<thead><tr><th scope="col">${pick(leaf, '阶段', 'Stage')}</th><th scope="col">${pick(leaf, '得分或变动', 'Score or change')}</th></tr></thead>
<tbody>${lines.map(([label, text]) => html`<tr><th scope="row">${label}</th><td>${text}</td></tr>`)}</tbody>
</table></div>`,
  };
};
