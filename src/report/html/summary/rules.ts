import type { RuleTally } from '../../../model/result/summary.ts';
import { clauseText, OBLIGATION_NAMES } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { share } from '../bar.ts';
import { html, type Markup, spoken } from '../markup.ts';
import { type Chapter, columnHead, type Part } from './part.ts';

/** So many rules are listed; the drawing of centres and clauses has them all. */
const MOST = 30;

/** Failed as a solid length, unknown hatched behind it, of all centres to which the rule applies. */
const bar = ({ counts }: RuleTally): Markup => {
  const all = String(counts.pass + counts.fail + counts.unknown);
  const [failed, open] = [share(String(counts.fail), all), share(String(counts.unknown), all)];
  return html`<svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false"><rect class="lost" width="100%" height="12"/><rect class="failed" width="${failed}%" height="12"/><rect class="open" x="${failed}%" width="${open}%" height="12"/></svg>`;
};

const percent = ({ counts }: RuleTally): string => {
  const all = counts.pass + counts.fail + counts.unknown;
  return all === 0 ? '—' : `${Math.floor((100 * counts.fail) / all)}%`;
};

const row = (tally: RuleTally, part: Part): Markup | undefined => {
  const { summary, lang } = part;
  const rule = summary.frame.rules[tally.rule];
  if (rule === undefined) return undefined;
  const { counts, waived } = tally;
  return html`
<tr><td class="clause">${spoken(clauseText(rule), lang)}</td><th scope="row">${rule.title[lang]}</th><td>${OBLIGATION_NAMES[rule.obligation][lang]}</td><td class="plot">${bar(tally)}</td><td class="amount">${counts.fail}</td><td class="amount">${percent(tally)}</td><td class="amount">${counts.unknown}</td><td class="amount">${counts['not-applicable']}</td><td class="amount">${waived}</td></tr>`;
};

const HEAD = {
  zh: ['条款', '要求', '约束', '', '不符合', '比例', '未定', '不适用', '豁免'],
  en: ['Clause', 'Requirement', 'Obligation', '', 'Failed', 'Share', 'Unknown', 'N/A', 'Waived'],
} as const;

const CLASSES = ['clause', '', '', 'plot', 'amount', 'amount', 'amount', 'amount', 'amount'];

/** What most centres fail. */
export const mostFailed = (part: Part): Chapter | undefined => {
  const failed = part.summary.rules.filter(({ counts }) => counts.fail > 0);
  if (failed.length === 0) return undefined;
  const rest = failed.length - MOST;
  return {
    name: 'rules',
    title: pick(part, '不符合最多的条款', 'Most failed clauses'),
    content: html`
<div class="wide" tabindex="0" role="group" aria-labelledby="${part.id('rules')}"><table class="rules">
<thead><tr>${HEAD[part.lang].map((name, index) => columnHead(name, CLASSES[index]))}</tr></thead>
<tbody>${failed.slice(0, MOST).map(tally => row(tally, part))}</tbody>
</table></div>
<p class="remark">${pick(part, '比例为不符合的中心占适用中心的比例，舍去小数；条中实色为不符合，斜线为未定。', 'The share is of the centres to which the clause applies, cut to whole percent; solid is failed, hatched unknown.')}${rest > 0 && pick(part, `另有 ${rest} 条有中心不符合，见对照图和 summary.xlsx。`, ` ${rest} more clauses are failed by some centre: see the map and summary.xlsx.`)}</p>`,
  };
};
