import { formatLocation, type Location } from '../../../model/base/location.ts';
import type { Finding, Ground } from '../../../model/finding/finding.ts';
import type { ScoredFinding } from '../../../model/scoring/score.ts';
import { CHANGE_NAMES } from '../../../words/change/changes.ts';
import { expectedFor } from '../../../words/checks/expressions.ts';
import { verifyText } from '../../../words/facts/verify.ts';
import { actualFor, gapsFor, reasonFor, shortfallFor } from '../../../words/findings/findings.ts';
import { waivedText } from '../../../words/findings/waivers.ts';
import { clauseText, OBLIGATION_NAMES } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { placesOf } from '../../places.ts';
import { difference } from '../bar.ts';
import type { Leaf } from '../leaf.ts';
import { outcomeMark } from '../marks.ts';
import { below, type Content, heading, html, type Markup, spoken } from '../markup.ts';
import { placesMarkup } from '../places.ts';

const pointsText = (amount: string, { lang }: Leaf, zh: string, en: string): string =>
  pick({ lang }, `${zh} ${amount} 分`, `${amount} ${amount === '1' ? 'point' : 'points'} ${en}`);

/** What the finding does to the score. */
const weight = ({ finding, points, waived }: ScoredFinding, leaf: Leaf): string => {
  if (waived?.pointsStay) return pick(leaf, '已豁免，失的分照失', 'waived; points stay lost');
  if (waived !== undefined) return pick(leaf, '已豁免，不计分', 'waived, not counted');
  if (leaf.audit.scheme.scorecard !== undefined) return '';
  if (points.max === '0') return finding.outcome === 'not-applicable' ? '' : pick(leaf, '不计分', 'no points');
  if (finding.outcome === 'fail') return pointsText(difference(points.max, points.low), leaf, '失', 'lost');
  if (finding.outcome === 'unknown') return pointsText(difference(points.high, points.low), leaf, '未定', 'at stake');
  return pointsText(points.low, leaf, '得', 'earned');
};

const groundsOf = (finding: Finding): readonly Pick<Ground, 'fact'>[] => {
  if (finding.outcome === 'unknown') return finding.gaps;
  return finding.outcome === 'not-applicable' ? [] : finding.grounds;
};

type Row = readonly [kind: string, zh: string, en: string, content: Content];

/** What was found, in the words that fit the outcome. */
const foundRows = (finding: Finding, { reader }: Leaf): readonly Row[] => {
  switch (finding.outcome) {
    case 'not-applicable':
      return [['actual', '原因', 'Why', reasonFor(finding.reason, finding.rule, reader)]];
    case 'unknown':
      return [
        ['actual', '申报', 'Found', finding.grounds.length > 0 && actualFor(finding, reader)],
        ['gap', '补报', 'Ask for', gapsFor(finding.gaps, reader)],
      ];
    case 'fail':
      return [
        ['actual', '申报', 'Found', actualFor(finding, reader)],
        ['gap', '差距', 'Gap', shortfallFor(finding, reader)],
      ];
    case 'pass':
      return [['actual', '申报', 'Found', actualFor(finding, reader)]];
  }
};

/** An absent fact has no place but the start of the profile, which says nothing. */
const spots = (finding: Finding, root: Location): readonly Location[] =>
  placesOf(finding, root).filter(place => formatLocation(place) !== formatLocation(root));

const rowsOf = ({ finding, waived }: ScoredFinding, leaf: Leaf): readonly Row[] => {
  const { audit, lang, reader } = leaf;
  const { rule, outcome } = finding;
  const open = outcome === 'fail' || outcome === 'unknown';
  return [
    ['expected', '要求', 'Asked', expectedFor(rule, reader)],
    ...foundRows(finding, leaf),
    ['place', '位置', 'Place', placesMarkup(spots(finding, audit.profile.root), leaf)],
    ['remedy', '整改', 'To do', outcome === 'fail' && rule.remedy[lang]],
    ['verify', '核实', 'Check', verifyText(rule, groundsOf(finding), reader)],
    ['note', '说明', 'Note', open && rule.note?.[lang]],
    ['waived', '豁免', 'Waived', waived && waivedText(waived, lang)],
  ];
};

const line = ([kind, zh, en, content]: Row, leaf: Leaf): Content =>
  content !== undefined &&
  content !== false &&
  content !== '' &&
  html`<div class="${kind}"><dt>${pick(leaf, zh, en)}</dt><dd>${content}</dd></div>`;

/** One requirement and what came of it. */
export const findingItem = (scored: ScoredFinding, section: string, leaf: Leaf): Markup => {
  const { finding, waived, change } = scored;
  const { rule, outcome } = finding;
  const id = leaf.id(`rule-${rule.id}`);
  const amount = weight(scored, leaf);
  const level = below(below(below(leaf.level)));
  return html`
<li class="finding ${outcome}${waived && ' waived'}" id="${id}" data-item="" data-outcome="${outcome}" data-obligation="${rule.obligation}" data-section="${section}">
<div class="finding-head">${outcomeMark(outcome, leaf.lang)}
${heading(level, `${id}-title`, html`<span class="clause">${spoken(clauseText(rule), leaf.lang)}</span> ${rule.title[leaf.lang]}`)}
<p class="remarks"><span class="obligation ${rule.obligation}">${OBLIGATION_NAMES[rule.obligation][leaf.lang]}</span>${amount && html` <span>${amount}</span>`}${change && html` <span>${CHANGE_NAMES[change][leaf.lang]}</span>`} <span class="rule-id">${rule.id}</span></p></div>
<dl>${rowsOf(scored, leaf).map(row => line(row, leaf))}</dl>
</li>`;
};
