import type { Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { factIdOf, type Gap } from '../../model/finding/finding.ts';
import type { GradeResult, Scheme, Score } from '../../model/scoring/score.ts';
import { askedLabel } from '../facts/asked.ts';
import { alternatives, listed } from '../lists.ts';
import { pick } from '../reader.ts';
import { waitingIn } from './comparisons.ts';

/** A score with all the places of its scheme: `62.0`. */
export const scoreFigure = (amount: Decimal, { places }: Pick<Scheme, 'places'>): string => {
  const [whole = '0', fraction = ''] = amount.split('.');
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
};

type Open = Pick<Audit, 'findings' | 'scorecard'>;

/** Gaps on which points hang: of findings, or of the rows of a scorecard, which alone gives the points. */
const openGaps = ({ findings, scorecard }: Open): readonly Gap[] =>
  scorecard === undefined
    ? findings.flatMap(({ finding, points }) =>
        finding.outcome === 'unknown' && points.high !== points.low ? finding.gaps : [],
      )
    : [
        ...scorecard.result.items.flatMap(({ gaps, low, high }) => (low.points === high.points ? [] : gaps)),
        ...scorecard.result.vetoes.flatMap(({ veto, gaps }) => (veto.effect.kind === 'zero' ? gaps : [])),
      ];

/** The facts on which points hang, each once. */
export const openFacts = (audit: Open): readonly string[] => [
  ...new Set(openGaps(audit).map(gap => factIdOf(gap.fact))),
];

/** How many facts points hang on: `18 项未申报`. */
export const openText = (audit: Open, lang: Lang): string => {
  const { length } = openFacts(audit);
  const waiting = audit.scorecard === undefined ? 0 : waitingIn(audit.scorecard.result);
  const undeclared = openGaps(audit).every(gap => gap.reason === 'undeclared');
  const facts = undeclared
    ? pick({ lang }, `${length} 项未申报`, `${length} ${length === 1 ? 'fact' : 'facts'} not declared`)
    : pick({ lang }, `${length} 项待定`, `${length} ${length === 1 ? 'fact' : 'facts'} open`);
  const compared = pick({ lang }, `${waiting} 项要和其他中心比较`, `${waiting} to be compared with other centres`);
  if (waiting === 0) return facts;
  return length === 0 ? compared : pick({ lang }, `${facts}，${compared}`, `${facts}, ${compared}`);
};

/** `62.0（可达 81.5：18 项未申报）`. */
export const scoreText = (audit: Pick<Audit, 'score' | 'scheme' | 'findings' | 'scorecard'>, lang: Lang): string => {
  const { score, scheme } = audit;
  if (score === undefined) return pick({ lang }, '无（没有可计分的条目）', 'none (nothing counted)');
  const low = scoreFigure(score.low, scheme);
  if (score.low === score.high && openFacts(audit).length === 0) return low;
  const high = scoreFigure(score.high, scheme);
  const open = openText(audit, lang);
  return pick({ lang }, `${low}（可达 ${high}：${open}）`, `${low} (up to ${high}: ${open})`);
};

const gradeLabels = ({ candidates }: GradeResult, lang: Lang): readonly string[] =>
  candidates.map(({ id, label }) => `${id} ${label[lang]}`);

interface Graded extends Pick<Audit, 'pack'> {
  readonly score?: Score | undefined;
  readonly scheme?: Pick<Scheme, 'scorecard'>;
}

/** A settled grade, or the grades still possible and the facts that decide. */
export const gradeText = ({ score, pack, scheme }: Graded, lang: Lang, most = Number.POSITIVE_INFINITY): string => {
  if (score === undefined) return pick({ lang }, '无', 'none');
  const { grade } = score;
  const either = alternatives(gradeLabels(grade, lang), { lang });
  if (grade.decidedBy.length === 0) return either;
  const facts = listed(
    grade.decidedBy.map(id => askedLabel(id, pack.vocabulary, scheme ?? {}, lang)),
    { lang, most },
  );
  return pick({ lang }, `${either}，取决于：${facts}`, `${either}, decided by: ${facts}`);
};

/** Whose points they are. */
export const schemeText = ({ title }: Pick<Scheme, 'title'>, lang: Lang): string => title[lang];

export type Standing = 'met' | 'not-met' | 'open';

const mustCount = ({ findings }: Pick<Audit, 'findings'>, outcome: 'fail' | 'unknown'): number =>
  findings.filter(({ finding }) => finding.rule.obligation === 'must' && finding.outcome === outcome).length;

/** Whether what the standard asks without reserve is met. */
export const standingOf = (audit: Pick<Audit, 'findings'>): Standing => {
  if (mustCount(audit, 'fail') > 0) return 'not-met';
  return mustCount(audit, 'unknown') > 0 ? 'open' : 'met';
};

export const verdictText = (audit: Pick<Audit, 'findings'>, lang: Lang): string => {
  const [failed, open] = [mustCount(audit, 'fail'), mustCount(audit, 'unknown')];
  const texts: Readonly<Record<Standing, string>> = {
    'not-met': pick(
      { lang },
      `不达标：${failed} 条“应当”要求不符合`,
      `Not up to standard: ${failed} "must" ${failed === 1 ? 'requirement is' : 'requirements are'} not met`,
    ),
    open: pick(
      { lang },
      `尚不能判定：“应当”要求没有不符合的，但有 ${open} 条未定`,
      `Undecided: no "must" requirement fails, but ${open} cannot be decided yet`,
    ),
    met: pick({ lang }, '达标：“应当”要求全部符合', 'Up to standard: every "must" requirement is met'),
  };
  return texts[standingOf(audit)];
};
