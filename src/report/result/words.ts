import type { Bilingual } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { factIdOf, firstPlace } from '../../model/finding/finding.ts';
import { fingerprintOf } from '../../model/finding/fingerprint.ts';
import type { Result } from '../../model/result/contract.ts';
import { figureOf, placeOf } from '../../model/result/values.ts';
import { rankOf } from '../../model/scoring/bar.ts';
import { countedRows } from '../../model/scoring/counted-rows.ts';
import type { ScorecardAccount } from '../../model/scoring/points.ts';
import { sectionTitles } from '../../model/scoring/rows.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { factLabel } from '../../words/facts/values.ts';
import { actualFor, reasonFor, shortfallFor } from '../../words/findings/findings.ts';
import { problemText } from '../../words/problems/problems.ts';
import { accountText, totalText } from '../../words/scoring/points-of-rows.ts';
import { rankText } from '../../words/scoring/rank.ts';
import { appliedText } from '../../words/scoring/stages.ts';
import { expectedOf, inBoth } from './texts.ts';

type Written = Result['findings'][number];

type Said =
  | 'clause'
  | 'section'
  | 'title'
  | 'expected'
  | 'actual'
  | 'missing'
  | 'grounds'
  | 'remedy'
  | 'location'
  | 'fingerprint';

export type WordedResult = Omit<Result, 'findings'> & {
  readonly findings: readonly (Written & Required<Pick<Written, Said>>)[];
};

const findingWords = (written: Written, { finding }: ScoredFinding, audit: Audit): WordedResult['findings'][number] => {
  const { rule } = finding;
  const { vocabulary } = audit.pack;
  const { missing = [], grounds = [], fingerprint = fingerprintOf(finding, audit.profile) } = written;
  const said = {
    rule: rule.id,
    clause: rule.clause,
    obligation: rule.obligation,
    section: rule.section,
    title: rule.title,
    outcome: written.outcome,
    expected: expectedOf(rule, vocabulary),
    actual: inBoth(lang => actualFor(finding, { vocabulary, lang })),
    ...(finding.outcome === 'fail' && { shortfall: inBoth(lang => shortfallFor(finding, { vocabulary, lang })) }),
    missing: missing.map(gap => ({
      ...gap,
      label: inBoth(lang => factLabel(vocabulary, factIdOf(gap.fact), lang)),
    })),
    location: placeOf(firstPlace(finding, audit.profile.root)),
    remedy: rule.remedy,
  };
  const reason =
    written.outcome === 'not-applicable' && finding.outcome === 'not-applicable'
      ? { reason: { ...written.reason, text: inBoth(lang => reasonFor(finding.reason, rule, { vocabulary, lang })) } }
      : {};
  return {
    ...said,
    grounds,
    ...written,
    ...reason,
    missing: said.missing,
    fingerprint,
  } as WordedResult['findings'][number];
};

/** Each thing that is written with the words of what it was written of, which stands at the same place. */
const withWords = <W, F>(written: readonly W[], found: readonly F[] = [], words: (of: F, one: W) => Partial<W>) =>
  written.map((one, index): W => {
    const of = found[index];
    return of === undefined ? one : { ...one, ...words(of, one) };
  });

type Scorecard = NonNullable<Result['scorecard']>;

const titledBy = <S extends { readonly id: string }>(titles: ReadonlyMap<string, Bilingual>, section: S) => {
  const title = titles.get(section.id);
  return { ...section, ...(title && { title }) };
};

const endWords = (
  end: Scorecard['low'],
  account: ScorecardAccount,
  titles: ReadonlyMap<string, Bilingual>,
): Scorecard['low'] => ({
  ...end,
  sections: end.sections.map(section => titledBy(titles, section)),
  text: inBoth(lang => totalText(account, lang)),
});

const scorecardWords = (card: Scorecard, table: NonNullable<Audit['scorecard']>, { pack }: Audit): Scorecard => {
  const { result } = table;
  const counted = countedRows(result);
  const titles = sectionTitles(table);
  return {
    ...card,
    rows: card.rows.map((row, index) => {
      const own = counted[index];
      if (own === undefined) return row;
      const text = (end: 'low' | 'high') =>
        inBoth(lang => accountText(own, end, lang, { vocabulary: pack.vocabulary, asked: table.asked }));
      const { clause, title, bureau } = own;
      const named = { id: row.id, clause, title, ...(bureau !== undefined && { bureau }) };
      return { ...named, ...row, text: { low: text('low'), high: text('high') } };
    }),
    low: endWords(card.low, result.low, titles),
    high: endWords(card.high, result.high, titles),
    gates: withWords(card.gates, result.gates, asked => {
      const rank = rankOf(asked);
      const title = ('title' in asked.gate ? asked.gate.title : undefined) ?? (rank && rankText(rank));
      return title === undefined ? {} : { title };
    }),
    vetoes: withWords(card.vetoes, result.vetoes, ({ veto: { clause, title } }) => ({
      ...(clause !== undefined && { clause }),
      title,
    })),
  };
};

const packWords = ({ status, title, document }: Audit['pack']) => ({ status, title, document });

const schemeWords = ({ title, grades }: Audit['scheme']) => ({
  title,
  grades: grades.map(({ id, label, atLeast }) => ({ id, label, atLeast: figureOf(atLeast) })),
});

const sectionWords = (sections: Result['sections'], { pack, scorecard }: Audit): Result['sections'] => {
  const titles =
    scorecard === undefined
      ? new Map(pack.sections.map(({ id, title }) => [id, title] as const))
      : sectionTitles(scorecard);
  return sections.map(section => titledBy(titles, section));
};

/** The result with its words: each finding says what is asked, what was found and what is to be done. */
export const worded = (result: Result, audit: Audit): WordedResult => ({
  ...result,
  pack: { ...result.pack, ...packWords(audit.pack) },
  scheme: { ...result.scheme, ...schemeWords(audit.scheme) },
  sections: sectionWords(result.sections, audit),
  ...(result.scorecard && audit.scorecard && { scorecard: scorecardWords(result.scorecard, audit.scorecard, audit) }),
  ...(result.inspection && {
    inspection: {
      ...result.inspection,
      changes: withWords(result.inspection.changes, audit.applied, applied => ({
        text: inBoth(lang => appliedText(applied, audit, lang)),
      })),
    },
  }),
  ...(result.otherwise && {
    otherwise: withWords(result.otherwise, audit.otherwise, ({ reading: { says } }) => ({ says })),
  }),
  findings: result.findings.flatMap((written, index) => {
    const scored = audit.findings[index];
    return scored === undefined ? [] : [findingWords(written, scored, audit)];
  }),
  problems: withWords(result.problems, audit.warnings, problem => ({
    message: inBoth(lang => problemText(problem, lang)),
  })),
});
