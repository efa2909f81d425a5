import { distinct } from '../../model/base/group.ts';
import { formatLocation, type Location } from '../../model/base/location.ts';
import { both, type Lang } from '../../model/base/text.ts';
import { type Finding, type Ground, missingIn, type Shortfall } from '../../model/finding/finding.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import type { Rule } from '../../model/standard/pack.ts';
import { expectedFor } from '../../words/checks/expressions.ts';
import { wantedAnswer } from '../../words/checks/tests.ts';
import { gapsFor, knownFor, reasonFor, shortfallFor, verifyText } from '../../words/findings/findings.ts';
import { readingText } from '../../words/findings/readings.ts';
import { waivedText } from '../../words/findings/waivers.ts';
import { CHANGE_NAMES, clauseText, label, OBLIGATION_NAMES, sectionTitle } from '../../words/names.ts';
import { weightText } from '../../words/scoring/points.ts';
import type { Detail, DetailKind, FindingWords } from '../block.ts';
import { anchorOf, type Subject } from './subject.ts';

/** What a finding turns on: what falls short, what is missing, or what decided it. */
export const causesOf = (finding: Finding): readonly { readonly fact: string; readonly location: Location }[] => {
  if (finding.outcome === 'not-applicable') {
    const { reason } = finding;
    return 'gaps' in reason ? reason.gaps : 'grounds' in reason ? reason.grounds : [];
  }
  if (finding.outcome === 'fail' && finding.shortfalls.length > 0) return finding.shortfalls;
  return finding.outcome === 'unknown' ? missingIn(finding) : finding.grounds;
};

/** Where to look, the place that matters most first, each once; the start of the profile where nothing decided. */
export const placesOf = (finding: Finding, root: Location): readonly [Location, ...Location[]] => {
  const places = causesOf(finding).map(({ location }) => location);
  const [first = root, ...more] = distinct(places, formatLocation);
  return [first, ...more];
};

interface Extra {
  readonly spare?: boolean;
  readonly places?: readonly Location[];
}

/** Nothing where there is nothing to say. */
const detail = (
  kind: DetailKind,
  { lang }: Subject,
  text: string | undefined,
  { spare = false, places = [] }: Extra = {},
): readonly Detail[] =>
  (text === undefined || text === '') && places.length === 0
    ? []
    : [
        {
          kind,
          name: label(kind, lang),
          text: text ?? '',
          ...(places.length > 0 && { places }),
          ...(spare && { spare }),
        },
      ];

/** A bare yes is asked for by its own name. */
const asksPlainly = ({ when, require }: Rule): boolean =>
  when === undefined && require.kind === 'test' && wantedAnswer([require.test])?.value === true;

/** A yes that should be a no is told by what was declared. */
const saysMore = (shortfall: Shortfall): boolean =>
  shortfall.kind !== 'differs' || shortfall.accepted.some(value => value.type !== 'yes_no');

/** What was found, in the words that fit the outcome. */
const found = (finding: Finding, subject: Subject): readonly Detail[] => {
  const { reader } = subject;
  switch (finding.outcome) {
    case 'pass':
      return detail('found', subject, knownFor(finding, reader));
    case 'fail':
      return [
        ...detail('found', subject, knownFor(finding, reader)),
        ...detail('gap', subject, shortfallFor(finding, reader), { spare: !finding.shortfalls.some(saysMore) }),
      ];
    case 'unknown':
      return [
        ...detail('found', subject, knownFor(finding, reader), { spare: true }),
        ...detail('ask', subject, gapsFor(missingIn(finding), reader)),
      ];
    case 'not-applicable':
      return detail('why', subject, reasonFor(finding.reason, finding.rule, reader));
  }
};

/** An absent fact has no place but the start of the profile, which says nothing. */
const spots = (finding: Finding, { audit }: Subject): readonly Location[] => {
  const root = formatLocation(audit.profile.root);
  return causesOf(finding)
    .map(({ location }) => location)
    .filter(location => formatLocation(location) !== root);
};

const groundsOf = (finding: Finding): readonly Pick<Ground, 'fact'>[] => {
  if (finding.outcome === 'unknown') return missingIn(finding);
  return finding.outcome === 'not-applicable' ? [] : finding.grounds;
};

const detailsOf = ({ finding, waived }: ScoredFinding, subject: Subject): readonly Detail[] => {
  const { lang, reader, audit, quotes } = subject;
  const { rule, outcome } = finding;
  const isOpen = outcome === 'fail' || outcome === 'unknown';
  const quoted = quotes(rule, audit.pack).map(({ clause, text }) => `${clause} “${text}”`);
  return [
    ...detail('quote', subject, quoted.join(' ')),
    ...detail('asked', subject, expectedFor(rule, reader), { spare: outcome === 'unknown' && asksPlainly(rule) }),
    ...found(finding, subject),
    ...detail('place', subject, undefined, { places: spots(finding, subject) }),
    ...detail('waived', subject, waived && waivedText(waived, lang)),
    ...detail('reading', subject, readingText(finding, audit, lang)),
    ...detail('remedy', subject, outcome === 'fail' ? rule.remedy[lang] : undefined),
    ...detail('verify', subject, verifyText(rule, groundsOf(finding), reader), { spare: outcome !== 'unknown' }),
    ...detail('note', subject, isOpen ? rule.note?.[lang] : undefined, { spare: outcome === 'unknown' }),
  ];
};

/** What came of a rule, shortly: what falls short, what is to be asked for, or why it does not apply. */
const gistOf = (finding: Finding, { reader }: Subject): string => {
  switch (finding.outcome) {
    case 'pass':
      return knownFor(finding, reader);
    case 'fail':
      return shortfallFor(finding, reader) || knownFor(finding, reader);
    case 'unknown':
      return gapsFor(missingIn(finding), reader);
    case 'not-applicable':
      return reasonFor(finding.reason, finding.rule, reader);
  }
};

/** A finding in words: everything that any format says of it. */
export const tellFinding = (scored: ScoredFinding, subject: Subject): FindingWords => {
  const { finding, change, waived } = scored;
  const { rule, outcome } = finding;
  const { audit, lang } = subject;
  return {
    rule: rule.id,
    anchor: anchorOf(rule.id),
    section: { key: `${audit.pack.id}/${rule.section}`, title: sectionTitle(audit.pack, rule.section, lang) },
    outcome,
    obligation: rule.obligation,
    binds: OBLIGATION_NAMES[rule.obligation][lang],
    clause: clauseText(rule),
    title: rule.title[lang],
    weight: weightText(scored, audit, lang),
    ...(change && { change: CHANGE_NAMES[change][lang] }),
    waived: waived !== undefined,
    gist: gistOf(finding, subject),
    details: detailsOf(scored, subject),
    place: placesOf(finding, audit.profile.root)[0],
  };
};

/** `三(一)2 办事大厅使用面积`. */
export const headingText = ({ clause, title }: Pick<FindingWords, 'clause' | 'title'>): string => `${clause} ${title}`;

/** What a finding says under the first of several names that it has something under; empty where it has none. */
export const detailText = ({ details }: FindingWords, ...kinds: readonly DetailKind[]): string =>
  kinds.map(kind => details.find(detail => detail.kind === kind)?.text ?? '').find(text => text !== '') ?? '';

/** What the profile says and what it leaves out. */
export const foundText = (words: FindingWords, lang: Lang): string =>
  (['found', 'ask', 'why'] as const)
    .map(kind => detailText(words, kind))
    .filter(text => text !== '')
    .join(both('；', '; ')[lang]);

/** What came of a rule as a sentence by itself. */
export const gistText = ({ outcome, gist }: FindingWords, lang: Lang): string =>
  outcome === 'unknown' ? both(`无法判定：${gist}`, `undecided: ${gist}`)[lang] : gist;

/** The whole of a finding on one line. */
export const sentenceText = (words: FindingWords, lang: Lang): string =>
  `${headingText(words)}${both('：', ': ')[lang]}${gistText(words, lang)}`;
