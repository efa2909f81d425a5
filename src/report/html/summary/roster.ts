import type { Lang } from '../../../model/base/text.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { RosterSummary } from '../../../model/result/summary.ts';
import { pick } from '../../../words/reader.ts';
import { ROSTER_STATES } from '../../../words/summary.ts';
import { type Content, html, spoken } from '../markup.ts';
import { type Chapter, whereOf } from './part.ts';

/** So many names are listed of each kind. */
const MOST = 300;

type Entry = RosterSummary['unlisted'][number];

const names = (title: string, entries: readonly Entry[], lang: Lang): Content => {
  const left = entries.length - MOST;
  return (
    entries.length > 0 &&
    html`
<h3 class="minor">${title}${pick({ lang }, `（${entries.length} 个）`, ` (${entries.length})`)}</h3>
<ul class="names">${entries
      .slice(0, MOST)
      .map(
        ({ center, location }) =>
          html`<li>${spoken(nameOf(center, location.file), lang)}${whereOf(center) && html` <small>${spoken(whereOf(center), lang)}</small>`}</li>`,
      )}</ul>
${left > 0 && html`<p class="remark">${pick({ lang }, `另有 ${left} 个，见 summary.xlsx。`, `${left} more: see summary.xlsx.`)}</p>`}`
  );
};

/** Who was expected and has no result, and who has one and was not expected. */
export const rosterChapter = ({ expected, missing, unlisted }: RosterSummary, lang: Lang): Chapter => ({
  name: 'roster',
  title: pick({ lang }, `报送情况（应报 ${expected} 个）`, `Who submitted (${expected} expected)`),
  content: [
    missing.length === 0 &&
      html`<p>${pick({ lang }, '名册上的中心都已报送并有结果。', 'Every centre on the roster has a result.')}</p>`,
    (['not-submitted', 'rejected', 'set-aside'] as const).map(state =>
      names(
        ROSTER_STATES[state][lang],
        missing.filter(entry => entry.state === state),
        lang,
      ),
    ),
    names(pick({ lang }, '不在名册上', 'Not on the roster'), unlisted, lang),
  ],
});
