import type { Problem } from '../../../model/base/problem.ts';
import type { Tool } from '../../../model/base/tool.ts';
import { dateText } from '../../../words/facts/values.ts';
import { packText, statusText } from '../../../words/names.ts';
import { problemLine } from '../../../words/problems/problems.ts';
import { pick } from '../../../words/reader.ts';
import { schemeText } from '../../../words/scoring/score.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { type Content, html, type Markup, spoken } from '../markup.ts';

/** What should be said of the profile although it could be read. */
export const warnings = (problems: readonly Problem[], leaf: Leaf): Chapter | undefined =>
  problems.length === 0
    ? undefined
    : {
        name: 'warnings',
        title: pick(leaf, `申报表中的疑点（${problems.length} 处）`, `Doubts about the profile (${problems.length})`),
        content: html`<ul>${problems.map(problem => html`<li>${problemLine(problem, leaf.lang)}</li>`)}</ul>`,
      };

const row = (leaf: Leaf, zh: string, en: string, name: Content, sha256?: string): Markup =>
  html`<tr><th scope="row">${pick(leaf, zh, en)}</th><td>${name}</td><td class="digest">${sha256}</td></tr>`;

/** What the result rests on, to the byte, and what the pack's authors say of their reading. */
export const basis = (leaf: Leaf, tool: Tool): Chapter => {
  const { audit, lang } = leaf;
  const { profile, pack, scheme, asOf } = audit;
  const status = statusText(pack.status, lang);
  return {
    name: 'basis',
    title: pick(leaf, '依据与校验', 'Basis and digests'),
    content: [
      html`<p>${spoken(packText(pack, lang), lang)}${status && html`<strong class="status">${pick(leaf, `（${status}）`, ` (${status})`)}</strong>`}</p>
<p class="remark">${pick(leaf, `按 ${dateText(asOf, 'zh')}有效的要求审核。同样的申报、标准、计分方案和日期，得到的结果逐字节相同。`, `The requirements in force on ${asOf}. The same profile, pack, scheme and date give the same result to the byte.`)}</p>
<div class="wide" tabindex="0" role="group" aria-label="SHA-256"><table class="digests">
<thead><tr><th scope="col">${pick(leaf, '对象', 'Of')}</th><th scope="col">${pick(leaf, '名称', 'Name')}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${row(leaf, '申报', 'Profile', profile.path, profile.sha256)}
${row(leaf, '标准', 'Pack', `${pack.id} ${pack.version}`, pack.sha256)}
${row(leaf, '计分', 'Scheme', `${scheme.id} ${schemeText(scheme, lang)}`, scheme.sha256)}
${row(leaf, '工具', 'Tool', `${tool.name} ${tool.version}`)}
</tbody></table></div>`,
      pack.notes.length > 0 && html`<ul class="notes">${pack.notes.map(note => html`<li>${note[lang]}</li>`)}</ul>`,
    ],
  };
};
