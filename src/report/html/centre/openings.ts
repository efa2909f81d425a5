import { compareExact, type Exact, exact, greater, minus, plus, ZERO } from '../../../model/base/exact.ts';
import { isNonEmpty, type NonEmpty } from '../../../model/base/text.ts';
import { factIdOf, type Gap } from '../../../model/finding/finding.ts';
import { askedLabel, isEntry } from '../../../words/facts/asked.ts';
import { verifyText } from '../../../words/facts/verify.ts';
import { gapsFor } from '../../../words/findings/findings.ts';
import { clauseText, OBLIGATION_NAMES } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import type { Leaf } from '../leaf.ts';

/** A requirement, or a row of a scorecard, that cannot be decided yet. */
export interface Opening {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly gaps: readonly Gap[];
  /** The points that hang on it. */
  readonly stake: Exact;
  readonly way: string;
}

/** A fact that could still decide something, with all that hangs on it. */
export interface Ask {
  readonly fact: string;
  readonly label: string;
  /** The same with the records it is wanting of, and why it does not decide yet. */
  readonly text: string;
  readonly gaps: NonEmpty<Gap>;
  readonly openings: NonEmpty<Opening>;
  readonly stake: Exact;
}

const range = ({ low, high }: { readonly low: string; readonly high: string }): Exact =>
  greater(minus(exact(high), exact(low)), ZERO);

const findingOpenings = (leaf: Leaf): readonly Opening[] =>
  leaf.audit.findings.flatMap(({ finding, points }) => {
    if (finding.outcome !== 'unknown') return [];
    const { rule, gaps } = finding;
    const obligation = OBLIGATION_NAMES[rule.obligation][leaf.lang];
    return {
      id: leaf.id(`rule-${rule.id}`),
      clause: clauseText(rule),
      title: pick(leaf, `${rule.title.zh}（${obligation}）`, `${rule.title.en} (${obligation})`),
      gaps,
      stake: range(points),
      way: verifyText(rule, gaps, leaf.reader),
    };
  });

export const itemId = (leaf: Leaf, item: string): string => leaf.id(`item-${item}`);

const itemOpenings = (leaf: Leaf): readonly Opening[] =>
  (leaf.audit.scorecard?.result.items ?? [])
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ item, clause, title, gaps, low, high }) => ({
      id: itemId(leaf, item),
      clause: clauseText({ clause }),
      title: title[leaf.lang],
      gaps,
      stake: range({ low: low.points, high: high.points }),
      way: '',
    }));

export const askLabel = (fact: string, { audit, reader, lang }: Leaf): string =>
  askedLabel(fact, reader.vocabulary, audit.scheme, lang);

const distinct = (gaps: readonly Gap[]): readonly Gap[] => [
  ...new Map(gaps.map(gap => [`${gap.fact} ${gap.reason}`, gap])).values(),
];

const askOf = (fact: string, openings: readonly Opening[], leaf: Leaf): readonly Ask[] => {
  const gaps = distinct(openings.flatMap(opening => opening.gaps).filter(gap => factIdOf(gap.fact) === fact));
  if (!isNonEmpty(gaps) || !isNonEmpty(openings)) return [];
  const label = askLabel(fact, leaf);
  const text = isEntry(fact) ? label : gapsFor(gaps, leaf.reader);
  return [{ fact, label, text, gaps, openings, stake: openings.reduce((sum, { stake }) => plus(sum, stake), ZERO) }];
};

/** What to ask for, the most points at stake first. */
export const asksOf = (leaf: Leaf): readonly Ask[] => {
  const openings = [...findingOpenings(leaf), ...itemOpenings(leaf)];
  const byFact = new Map<string, Opening[]>();
  for (const opening of openings)
    for (const fact of new Set(opening.gaps.map(gap => factIdOf(gap.fact))))
      byFact.set(fact, [...(byFact.get(fact) ?? []), opening]);
  return [...byFact].flatMap(([fact, own]) => askOf(fact, own, leaf)).sort((a, b) => compareExact(b.stake, a.stake));
};
