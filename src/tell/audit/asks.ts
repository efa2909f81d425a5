import { compareExact, decimalOf, type Exact, exact, greater, minus, plus, ZERO } from '../../model/base/exact.ts';
import { distinct, groupByEach } from '../../model/base/group.ts';
import { formatLocation, type Location } from '../../model/base/location.ts';
import { both, isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import { factIdOf, type Gap, missingIn } from '../../model/finding/finding.ts';
import { askedLabel, isEntry } from '../../words/facts/values.ts';
import { gapsFor, verifyText } from '../../words/findings/findings.ts';
import { clauseText, label as labelOf, OBLIGATION_NAMES } from '../../words/names.ts';
import type { Chapter, Row, Text } from '../block.ts';
import { chapter, remark, table } from '../blocks.ts';
import { rowAnchor } from '../scorecard.ts';
import { holdsRow, sectionNames } from './part.ts';
import { anchorOf, type Subject } from './subject.ts';

/** A requirement, or a row of a scorecard, that cannot be decided yet. */
interface Opening {
  readonly anchor: string;
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

const findingOpenings = ({ findings, lang, reader }: Subject): readonly Opening[] =>
  findings.flatMap(({ finding, points }) => {
    if (finding.outcome !== 'unknown') return [];
    const { rule } = finding;
    const gaps = missingIn(finding);
    const obligation = OBLIGATION_NAMES[rule.obligation][lang];
    return {
      anchor: anchorOf(rule.id),
      clause: clauseText(rule),
      title: both(`${rule.title.zh}（${obligation}）`, `${rule.title.en} (${obligation})`)[lang],
      gaps,
      stake: range(points),
      way: verifyText(rule, gaps, reader),
    };
  });

const rowOpenings = ({ audit, lang, part }: Subject): readonly Opening[] =>
  (audit.scorecard?.result.items ?? [])
    .filter(row => row.gaps.length > 0 && holdsRow(row, sectionNames(row.section, audit), part))
    .map(({ item, clause, title, gaps, low, high }) => ({
      anchor: rowAnchor(item),
      clause: clauseText({ clause }),
      title: title[lang],
      gaps,
      stake: range({ low: low.points, high: high.points }),
      way: '',
    }));

const askOf = (fact: string, openings: readonly Opening[], { audit, reader, lang }: Subject): readonly Ask[] => {
  const own = openings.flatMap(opening => opening.gaps).filter(gap => factIdOf(gap.fact) === fact);
  const gaps = distinct(own, gap => `${gap.fact} ${gap.reason}`);
  if (!isNonEmpty(gaps) || !isNonEmpty(openings)) return [];
  const label = askedLabel(fact, reader.vocabulary, audit.scheme, lang);
  const text = isEntry(fact) ? label : gapsFor(gaps, reader);
  return [{ fact, label, text, gaps, openings, stake: openings.reduce((sum, { stake }) => plus(sum, stake), ZERO) }];
};

/** What to ask for, the most points at stake first. */
export const asksOf = (subject: Subject): readonly Ask[] => {
  const openings = [...findingOpenings(subject), ...rowOpenings(subject)];
  const byFact = groupByEach(openings, ({ gaps }) => new Set(gaps.map(({ fact }) => factIdOf(fact))));
  return [...byFact].flatMap(([fact, own]) => askOf(fact, own, subject)).sort((a, b) => compareExact(b.stake, a.stake));
};

export const factAnchor = (fact: string): string => `fact-${fact}`;

/** Where the profile speaks of the matter already. */
const places = (gaps: readonly Gap[], root: Location): readonly Location[] =>
  gaps.map(({ location }) => location).filter(location => formatLocation(location) !== formatLocation(root));

const decides = (openings: readonly Opening[]): Text =>
  openings.flatMap(
    ({ anchor, clause, title }, index): Exclude<Text, string> => [
      ...(index === 0 ? [] : ['\n']),
      { text: clause, to: anchor },
      ` ${title}`,
    ],
  );

const row = ({ fact, text, gaps, openings, stake }: Ask, number: number, { audit, lang }: Subject): Row => ({
  anchor: factAnchor(fact),
  cells: [
    String(number),
    text,
    decimalOf(stake),
    decides(openings),
    [...new Set(openings.map(({ way }) => way).filter(way => way !== ''))].join(both('；', '; ')[lang]),
    { places: places(gaps, audit.profile.root) },
  ],
});

/** How many facts are asked for, and on how many of them points hang. */
export const asksTitle = (asks: readonly Ask[], lang: Subject['lang']): string => {
  const weighing = asks.filter(({ stake }) => compareExact(stake, ZERO) > 0).length;
  return weighing === asks.length
    ? both(`待补报（${asks.length} 项）`, `To ask (${asks.length})`)[lang]
    : both(
        `待补报（${asks.length} 项，其中 ${weighing} 项关系得分）`,
        `To ask (${asks.length}, of which ${weighing} bear on the score)`,
      )[lang];
};

/** What is not known, what hangs on it, and how it is established: the list to ask from. */
export const asks = (subject: Subject): Chapter | undefined => {
  const { lang } = subject;
  const all = asksOf(subject);
  if (all.length === 0) return undefined;
  const rows = all.map((ask, index) => row(ask, index + 1, subject));
  return chapter(
    'asks',
    asksTitle(all, lang),
    remark(
      both(
        '下列内容补报后即可判定，关系分值多的在前。一条要求缺几项的，分值在每项各列一次，不能相加；没有注明位置的，申报表里还没有这一项。',
        'These facts would decide, the most points at stake first. Where a requirement lacks several facts its points stand with each, so the column does not add up; a fact without a place is not in the profile yet.',
      )[lang],
    ),
    table('asks', rows, [
      { title: labelOf('number', lang), kind: 'figure', width: 5 },
      { title: both('需补报的内容', 'Ask for')[lang], kind: 'name', width: 25 },
      { title: both('关系分值', 'At stake')[lang], kind: 'figure', width: 8 },
      { title: both('决定的条目', 'Decides')[lang], kind: 'text', width: 29 },
      { title: both('怎样核实', 'How to check')[lang], kind: 'text', width: 20 },
      { title: both('申报表位置', 'In the profile')[lang], kind: 'place', width: 13 },
    ]),
  );
};
