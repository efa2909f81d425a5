import { aligned } from '../../model/base/figures.ts';
import { isError, type Problem } from '../../model/base/problem.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { factIdOf, factsOfGaps, type Gap, isUnsaid, missingIn, type Truth } from '../../model/finding/finding.ts';
import { type CardVerdict, cardVerdict, placeDecides, waitingIn } from '../../model/scoring/bar.ts';
import type { Grade, GradeResult, Scheme, Score } from '../../model/scoring/score.ts';
import { askedLabel } from '../facts/values.ts';
import { alternatives, listed, pick } from '../reader.ts';
import { cardReason } from './card.ts';

/** A score with all the places of its scheme: `62.0`. */
export const scoreFigure = (amount: Decimal, { places }: Pick<Scheme, 'places'>): string =>
  aligned([amount], places)[0] ?? amount;

type Open = Pick<Audit, 'findings' | 'scorecard' | 'pack'>;

/** Gaps on which points hang: of findings, or of the rows of a scorecard, which alone gives the points. */
const openGaps = ({ findings, scorecard }: Open): readonly Gap[] =>
  scorecard === undefined
    ? findings.flatMap(({ finding, points }) =>
        finding.outcome === 'unknown' && points.high !== points.low ? missingIn(finding) : [],
      )
    : [
        ...scorecard.result.items.flatMap(({ gaps, low, high }) => (low.points === high.points ? [] : gaps)),
        ...scorecard.result.vetoes.flatMap(({ veto, gaps }) => (veto.effect.kind === 'zero' ? gaps : [])),
      ];

/** The facts on which points hang, each once. */
export const openFacts = (audit: Open): readonly string[] => factsOfGaps(openGaps(audit));

type Named = Open & Pick<Audit, 'pack'>;

/** So many of the things that a scorecard waits for are named in its headline. */
const NAMED = 3;

/** What a scorecard waits for, by name: its rows are no findings that could be looked up by their count. */
const namedText = ({ scorecard, pack }: Named, facts: readonly string[], lang: Lang): string => {
  if (scorecard === undefined || facts.length === 0) return '';
  const names = facts.map(fact => askedLabel(fact, pack.vocabulary, { scorecard: scorecard.asked }, lang));
  return both('——', ': ')[lang] + listed(names, { lang, most: NAMED });
};

const factsText = (audit: Named, open: readonly string[], lang: Lang): string => {
  const { length } = open;
  const gaps = openGaps(audit);
  const unread = new Set(gaps.filter(gap => gap.reason === 'unreadable').map(gap => factIdOf(gap.fact))).size;
  const besides = unread === 0 ? '' : both(`（其中 ${unread} 项读不懂）`, ` (${unread} unreadable)`)[lang];
  const noun = length === 1 ? 'fact' : 'facts';
  const count = gaps.every(isUnsaid)
    ? both(`${length} 项未申报${besides}`, `${length} ${noun} not declared${besides}`)[lang]
    : both(`${length} 项待定`, `${length} ${noun} open`)[lang];
  return count + namedText(audit, open, lang);
};

/** What points hang on beside facts: other centres, days that the calendar does not reach, rates of none. */
const besidesText = ({ scorecard, pack }: Open, lang: Lang): readonly string[] => {
  const rows = scorecard?.result.items ?? [];
  const told = (length: number, zh: string, en: string): readonly string[] =>
    length === 0 ? [] : [pick({ lang, of: pack.vocabulary }, `${length} 项${zh}`, `${length} ${en}`)];
  return [
    ...told(scorecard ? waitingIn(scorecard.result) : 0, '要和其他中心比较', 'to be compared with other centres'),
    ...told(
      rows.filter(row => row.outsideCalendar.length > 0).length,
      '日期超出评分表的日历',
      'with days outside the calendar',
    ),
    ...told(rows.filter(row => row.unmeasured).length, '没有可计算的', 'with nothing to measure'),
  ];
};

/** How many facts points hang on: `18 项未申报`. */
export const openText = (audit: Named, lang: Lang): string => {
  const open = openFacts(audit);
  const besides = besidesText(audit, lang);
  const facts = open.length === 0 && besides.length > 0 ? [] : [factsText(audit, open, lang)];
  return [...facts, ...besides].join(both('，', ', ')[lang]);
};

/** `62.0（可达 81.5：18 项未申报）`. */
export const scoreText = (
  audit: Pick<Audit, 'score' | 'scheme' | 'findings' | 'scorecard' | 'pack'>,
  lang: Lang,
): string => {
  const { score, scheme } = audit;
  if (score === undefined) return both('无（没有可计分的条目）', 'none (nothing counted)')[lang];
  const low = scoreFigure(score.low, scheme);
  if (score.low === score.high && openFacts(audit).length === 0) return low;
  const high = scoreFigure(score.high, scheme);
  const open = openText(audit, lang);
  return both(`${low}（可达 ${high}：${open}）`, `${low} (up to ${high}: ${open})`)[lang];
};

/** A grade by its letter and name: `B 良好`; once where both are the same. */
export const gradeName = ({ id, label }: Pick<Grade, 'id' | 'label'>, lang: Lang): string =>
  id === label.zh ? label[lang] : `${id} ${label[lang]}`;

/** The grades that are still possible: `B 良好或 C 合格`. */
export const gradesText = ({ candidates }: Pick<GradeResult, 'candidates'>, lang: Lang): string =>
  alternatives(candidates, { lang }, grade => gradeName(grade, lang));

interface Graded extends Pick<Audit, 'pack'> {
  readonly score?: Score | undefined;
  readonly scheme?: Pick<Scheme, 'scorecard'>;
  readonly scorecard?: Audit['scorecard'] | undefined;
}

/** A settled grade, or the grades still possible and the facts that decide. */
export const gradeText = (graded: Graded, lang: Lang, most = Number.POSITIVE_INFINITY): string => {
  const { score, pack, scheme } = graded;
  if (score === undefined) return both('无', 'none')[lang];
  const { grade } = score;
  const either = gradesText(grade, lang);
  const deciding = [
    ...(placeDecides(graded)
      ? [pick({ lang, of: pack.vocabulary }, '名次（要和其他中心比较）', 'the place among other centres')]
      : []),
    ...grade.decidedBy.map(id => askedLabel(id, pack.vocabulary, scheme ?? {}, lang)),
  ];
  if (deciding.length === 0) return either;
  const facts = listed(deciding, { lang, most });
  return both(`${either}，取决于：${facts}`, `${either}, decided by: ${facts}`)[lang];
};

/** `free`: the standard asks nothing of this centre without reserve, so that its score alone speaks. */
export type Standing = 'met' | 'not-met' | 'open' | 'free';

export const STANDING_NAMES: Readonly<Record<Standing, Bilingual>> = {
  met: { zh: '达标', en: 'up to standard' },
  'not-met': { zh: '不达标', en: 'not up to standard' },
  open: { zh: '未定', en: 'undecided' },
  free: { zh: '看得分', en: 'by score' },
};

interface Tally {
  readonly failed: number;
  readonly open: number;
  readonly waived: number;
  readonly bound: number;
}

/** What is waived fails, and stands in nobody's way. */
const tallyOf = ({ findings }: Pick<Audit, 'findings'>): Tally => {
  const binding = findings.filter(({ finding }) => finding.rule.obligation === 'must');
  const count = (outcome: 'fail' | 'unknown', isWaived: boolean): number =>
    binding.filter(({ finding, waived }) => finding.outcome === outcome && (waived !== undefined) === isWaived).length;
  return {
    failed: count('fail', false),
    open: count('unknown', false),
    waived: count('fail', true) + count('unknown', true),
    bound: binding.filter(({ finding }) => finding.outcome !== 'not-applicable').length,
  };
};

const standing = ({ failed, open, bound }: Tally): Standing => {
  if (failed > 0) return 'not-met';
  if (open > 0) return 'open';
  return bound > 0 ? 'met' : 'free';
};

const CARD: Readonly<Record<Truth, Standing>> = { met: 'met', unmet: 'not-met', unknown: 'open' };

/** Whether what the standard asks without reserve is met; a scorecard by itself asks for its pass mark. */
export const standingOf = (audit: Pick<Audit, 'findings' | 'pack' | 'scorecard'>): Standing => {
  const card = cardVerdict(audit);
  if (card === undefined) return standing(tallyOf(audit));
  return card.truth === undefined ? 'free' : CARD[card.truth];
};

type Ruled = Pick<Audit, 'score' | 'scheme' | 'findings' | 'scorecard' | 'pack' | 'warnings'>;

const freeText = (audit: Ruled, lang: Lang): string => {
  if (audit.score === undefined) return both('没有可以评判的内容', 'nothing to judge')[lang];
  const score = both(`得分 ${scoreText(audit, lang)}`, `Score ${scoreText(audit, lang)}`)[lang];
  if (audit.scheme.grades.length === 0) return score;
  const grade = gradeText(audit, lang, 3);
  return both(`${score}，等次 ${grade}`, `${score}, grade ${grade}`)[lang];
};

/** The verdict of a scorecard that is the standard by itself. */
const cardText = (audit: Ruled, said: CardVerdict, lang: Lang): string => {
  const name = said.truth === undefined ? undefined : STANDING_NAMES[CARD[said.truth]][lang];
  const head =
    name === undefined
      ? freeText(audit, lang)
      : both(`${name}：${freeText(audit, lang)}`, `${name}: ${freeText(audit, lang)}`)[lang];
  const reason = cardReason(said, audit, lang);
  return reason === '' ? head : both(`${head}；${reason}`, `${head}; ${reason}`)[lang];
};

/** What could not be read, where the audit went on without it. */
export const unreadIn = ({ warnings }: Pick<Audit, 'warnings'>): readonly Problem[] =>
  warnings.some(({ code }) => code === 'provisional') ? warnings.filter(isError) : [];

const rulingText = (audit: Ruled, lang: Lang): string => {
  const card = cardVerdict(audit);
  if (card !== undefined) return cardText(audit, card, lang);
  const tally = tallyOf(audit);
  const { failed, open, waived } = tally;
  const besides = waived === 0 ? '' : both(`（另有 ${waived} 条已豁免）`, ` (${waived} more waived)`)[lang];
  switch (standing(tally)) {
    case 'not-met':
      return both(
        `不达标：${failed} 条“应当”要求不符合${besides}`,
        `Not up to standard: ${failed} "must" ${failed === 1 ? 'requirement is' : 'requirements are'} not met${besides}`,
      )[lang];
    case 'open':
      return both(
        `尚不能判定：“应当”要求没有不符合的，但有 ${open} 条未定${besides}`,
        `Undecided: no "must" requirement fails, but ${open} cannot be decided yet${besides}`,
      )[lang];
    case 'met':
      return waived === 0
        ? both('达标：“应当”要求全部符合', 'Up to standard: every "must" requirement is met')[lang]
        : both(
            `达标：“应当”要求除已豁免的 ${waived} 条外全部符合`,
            `Up to standard: every "must" requirement is met but the ${waived} waived`,
          )[lang];
    case 'free':
      return freeText(audit, lang);
  }
};

/** The verdict in one line; what is waived is named beside what is not, and what could not be read makes it provisional. */
export const verdictText = (audit: Ruled, lang: Lang): string => {
  const ruling = rulingText(audit, lang);
  const { length } = unreadIn(audit);
  return length === 0
    ? ruling
    : both(`暂定（${length} 处填报读不懂）。${ruling}`, `Provisional (${length} unreadable). ${ruling}`)[lang];
};
