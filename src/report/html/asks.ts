import { compareExact, decimalOf, type Exact, exact, minus, plus, ZERO } from '../../model/exact.ts';
import { factIdOf, type Gap } from '../../model/finding.ts';
import { formatLocation, type Location } from '../../model/location.ts';
import type { Rule } from '../../model/pack.ts';
import type { ScoredFinding } from '../../model/score.ts';
import { isNonEmpty, type NonEmpty } from '../../model/text.ts';
import { gapsFor } from '../words/findings.ts';
import { clauseText, OBLIGATION_NAMES } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import { factLabel } from '../words/values.ts';
import { verifyText } from '../words/verify.ts';
import type { Chapter, Leaf } from './leaf.ts';
import { html, joined, type Markup, spoken } from './markup.ts';
import { placesMarkup } from './places.ts';

/** A fact that could still decide something, with all that hangs on it. */
export interface Ask {
  readonly fact: string;
  readonly label: string;
  readonly gaps: NonEmpty<Gap>;
  readonly rules: NonEmpty<Rule>;
  /** Points of all the findings that it may decide. */
  readonly stake: Exact;
}

export const factId = (leaf: Leaf, fact: string): string => leaf.id(`fact-${fact}`);

const open = ({ findings }: Leaf['audit']): readonly ScoredFinding[] =>
  findings.filter(({ finding }) => finding.outcome === 'unknown');

const gapsIn = ({ finding }: ScoredFinding): readonly Gap[] => (finding.outcome === 'unknown' ? finding.gaps : []);

const distinct = (gaps: readonly Gap[]): readonly Gap[] => [
  ...new Map(gaps.map(gap => [`${gap.fact} ${gap.reason}`, gap])).values(),
];

const askOf = (fact: string, found: readonly ScoredFinding[], leaf: Leaf): readonly Ask[] => {
  const gaps = distinct(found.flatMap(gapsIn).filter(gap => factIdOf(gap.fact) === fact));
  const rules = found.map(({ finding }) => finding.rule);
  if (!isNonEmpty(gaps) || !isNonEmpty(rules)) return [];
  const stake = found.reduce((sum, { points }) => plus(sum, minus(exact(points.high), exact(points.low))), ZERO);
  return [{ fact, label: factLabel(leaf.reader.vocabulary, fact, leaf.lang), gaps, rules, stake }];
};

/** What to ask for, the most points at stake first. */
export const asksOf = (leaf: Leaf): readonly Ask[] => {
  const found = open(leaf.audit);
  const facts = [...new Set(found.flatMap(gapsIn).map(gap => factIdOf(gap.fact)))];
  return facts
    .flatMap(fact =>
      askOf(
        fact,
        found.filter(scored => gapsIn(scored).some(gap => factIdOf(gap.fact) === fact)),
        leaf,
      ),
    )
    .sort((a, b) => compareExact(b.stake, a.stake));
};

const ruleLink = (rule: Rule, leaf: Leaf): Markup =>
  html`<a href="#${leaf.id(`rule-${rule.id}`)}">${spoken(clauseText(rule), leaf.lang)}</a> ${rule.title[leaf.lang]}${pick(leaf, `（${OBLIGATION_NAMES[rule.obligation].zh}）`, ` (${OBLIGATION_NAMES[rule.obligation].en})`)}`;

/** Where the profile speaks of the matter already. */
const places = (gaps: readonly Gap[], root: Location): readonly Location[] =>
  gaps.map(({ location }) => location).filter(location => formatLocation(location) !== formatLocation(root));

const row = (ask: Ask, number: number, leaf: Leaf): Markup => {
  const { fact, gaps, rules, stake } = ask;
  const ways = [...new Set(rules.map(rule => verifyText(rule, gaps, leaf.reader)).filter(way => way !== ''))];
  return html`
<tr id="${factId(leaf, fact)}"><td class="number">${number}</td><th scope="row">${gapsFor(gaps, leaf.reader)}</th><td class="amount">${decimalOf(stake)}</td><td class="decides">${joined(
    rules.map(each => ruleLink(each, leaf)),
    html`<br/>`,
  )}</td><td class="how">${ways.join(pick(leaf, '；', '; '))}</td><td class="place">${placesMarkup(places(gaps, leaf.audit.profile.root), leaf)}</td></tr>`;
};

const HEAD = {
  zh: [
    ['序号', 'number'],
    ['需补报的内容', 'what'],
    ['关系分值', 'amount'],
    ['决定的条目', 'decides'],
    ['怎样核实', 'how'],
    ['申报表位置', 'place'],
  ],
  en: [
    ['No.', 'number'],
    ['Ask for', 'what'],
    ['At stake', 'amount'],
    ['Decides', 'decides'],
    ['How to check', 'how'],
    ['In the profile', 'place'],
  ],
} as const;

/** The list to ask from: what is not known, what hangs on it, and how it is established. */
export const asksTable = (leaf: Leaf): Chapter | undefined => {
  const asks = asksOf(leaf);
  if (asks.length === 0) return undefined;
  return {
    name: 'asks',
    title: pick(leaf, `待问清单（${asks.length} 项）`, `To ask (${asks.length})`),
    content: html`<p class="remark">${pick(leaf, '下列内容补报后即可判定，关系分值多的在前。一条要求缺几项的，分值在每项各列一次，不能相加；没有注明位置的，申报表里还没有这一项。', 'These facts would decide, the most points at stake first. Where a requirement lacks several facts its points stand with each, so the column does not add up; a fact without a place is not in the profile yet.')}</p>
<div class="wide" tabindex="0" role="group" aria-labelledby="${leaf.id('asks')}"><table class="asks">
<thead><tr>${HEAD[leaf.lang].map(([name, kind]) => html`<th scope="col" class="${kind}">${name}</th>`)}</tr></thead>
<tbody>${asks.map((ask, index) => row(ask, index + 1, leaf))}</tbody>
</table></div>`,
  };
};
