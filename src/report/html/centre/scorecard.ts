import type { Bilingual } from '../../../model/base/text.ts';
import { countedRows } from '../../../model/scoring/counted-rows.ts';
import type { ItemResult, ScorecardResult } from '../../../model/scoring/points.ts';
import type { ScorecardSection } from '../../../model/scoring/scorecard.ts';
import { waiversText } from '../../../words/findings/waivers.ts';
import { clauseText } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { waitingIn, waitingText } from '../../../words/scoring/comparisons.ts';
import { accountText, boundText, totalText } from '../../../words/scoring/points-of-rows.ts';
import { minus } from '../../../words/scoring/work.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { mark } from '../marks.ts';
import { type Content, html, joined, type Markup, spoken } from '../markup.ts';
import { itemId } from './openings.ts';

const work = (result: ItemResult, leaf: Leaf): Content => {
  const { vocabulary } = leaf.reader;
  const [low, high] = [
    accountText(result, 'low', leaf.lang, vocabulary),
    accountText(result, 'high', leaf.lang, vocabulary),
  ];
  const lines = (texts: readonly string[]): Content => joined(texts, html`<br/>`);
  if (low.join() === high.join()) return lines(low);
  return [
    html`<b>${pick(leaf, '得分：', 'Score: ')}</b>${lines(low)}<br/>`,
    html`<b>${pick(leaf, '可达：', 'Up to: ')}</b>${lines(high.length > 0 ? high : [result.high.points])}`,
  ];
};

const item = (result: ItemResult, leaf: Leaf): Markup => {
  const { clause, title, bureau, max, low, high } = result;
  const points = (account: typeof low): string => (account.excluded ? '—' : minus(account.points));
  return html`
<tr id="${itemId(leaf, result.item)}"><td class="clause">${spoken(clauseText({ clause }), leaf.lang)}</td><th scope="row">${title[leaf.lang]}${bureau !== undefined && pick(leaf, `（${bureau}）`, ` (${bureau})`)}</th><td>${work(result, leaf)}</td><td class="amount">${points(low)}</td><td class="amount">${points(high)}</td><td class="amount">${max}</td></tr>`;
};

const part = (section: ScorecardSection, result: ScorecardResult, leaf: Leaf): Content => {
  const items = countedRows(result).filter(each => each.section === section.id);
  const sums = [result.low, result.high].map(account => account.sections.find(each => each.section === section.id));
  const bound = sums[0]?.bound;
  return (
    items.length > 0 &&
    html`
<tbody><tr class="part"><th scope="rowgroup" colspan="6">${section.title[leaf.lang]}</th></tr>${items.map(each => item(each, leaf))}
<tr class="sum"><th scope="row" colspan="3">${pick(leaf, '小计', 'Subtotal')}${bound !== undefined && ` ${boundText(bound, leaf.lang)}`}</th>${sums.map(sum => html`<td class="amount">${minus(sum?.points ?? '0')}</td>`)}<td class="amount">${sums[1]?.max}</td></tr></tbody>`
  );
};

const STATES: Readonly<Record<'met' | 'unmet' | 'unknown', readonly ['fail' | 'pass' | 'unknown', Bilingual]>> = {
  met: ['fail', { zh: '有此情形', en: 'it is so' }],
  unmet: ['pass', { zh: '无此情形', en: 'it is not so' }],
  unknown: ['unknown', { zh: '未定', en: 'open' }],
};

const vetoes = ({ vetoes: all }: ScorecardResult, leaf: Leaf): Content =>
  all.length > 0 &&
  html`<p class="remark">${pick(leaf, '一票否决及限评：', 'Vetoes: ')}${joined(
    all.map(({ veto, truth }) => {
      const [outcome, state] = STATES[truth];
      return html`${mark(outcome)}${veto.title[leaf.lang]}${pick(leaf, `（${state.zh}）`, ` (${state.en})`)}`;
    }),
    pick(leaf, '；', '; '),
  )}</p>`;

const waiting = (result: ScorecardResult, leaf: Leaf): Content => {
  const rows = waitingIn(result);
  return rows > 0 && html`<p class="remark">${waitingText(rows)[leaf.lang]}</p>`;
};

const HEAD = {
  zh: [
    ['条款', ''],
    ['评分项', ''],
    ['计算', ''],
    ['得分', 'amount'],
    ['可达', 'amount'],
    ['满分', 'amount'],
  ],
  en: [
    ['Clause', ''],
    ['Row', ''],
    ['Working', ''],
    ['Low', 'amount'],
    ['High', 'amount'],
    ['Max', 'amount'],
  ],
} as const;

/** Sections of every class of place that the centre may belong to, each once. */
const sectionsOf = ({ audit }: Leaf): readonly ScorecardSection[] => [
  ...new Map(
    (audit.scheme.scorecard?.forms ?? []).flatMap(form => form.sections.map(section => [section.id, section] as const)),
  ).values(),
];

/** A scorecard filled in, row by row with its working, so that anyone can add it up again. */
export const scorecardChapter = (leaf: Leaf, result: ScorecardResult): Chapter => ({
  name: 'points',
  title: pick(leaf, '得分计算', 'Points'),
  content: html`<p class="sum-text">${pick(leaf, '得分：', 'Score: ')}${totalText(result.low, leaf.lang)}<br/>${pick(leaf, '可达：', 'Up to: ')}${totalText(result.high, leaf.lang)}</p>
${vetoes(result, leaf)}${leaf.audit.unwaived && html`<p class="remark">${waiversText(leaf.audit, leaf.lang)}</p>`}${waiting(result, leaf)}
<div class="wide" tabindex="0" role="group" aria-labelledby="${leaf.id('points')}"><table class="scoring">
<thead><tr>${HEAD[leaf.lang].map(([name, kind]) => html`<th scope="col"${kind && html` class="${kind}"`}>${name}</th>`)}</tr></thead>
${sectionsOf(leaf).map(section => part(section, result, leaf))}
</table></div>`,
});
