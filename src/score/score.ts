import { compareDecimals, exact, over, rounded, sumOfDecimals, times } from '../model/base/exact.ts';
import { memoizedFor } from '../model/base/memo.ts';
import type { Decimal } from '../model/base/value.ts';
import { type Finding, factsOfGaps, missingIn } from '../model/finding/finding.ts';
import type { Grade, GradeResult, Points, Scheme, Score, ScoredFinding, SectionScore } from '../model/scoring/score.ts';
import type { Section } from '../model/standard/pack.ts';

/** Amounts of points are short: as whole numbers of ten-thousandths they are added without loss. */
const PLACES = 4;
const SCALE = 10 ** PLACES;
const SHORT = /^-?\d{1,9}(?:\.\d{1,4})?$/;
const MOST = 2_000;

const known = new Map<Decimal, number>();

/** In ten-thousandths; not a number where an amount is longer than that. */
const unitsOf = (amount: Decimal): number => {
  const found = known.get(amount);
  if (found !== undefined) return found;
  const units = SHORT.test(amount) ? Math.round(Number(amount) * SCALE) : Number.NaN;
  if (known.size >= MOST) known.clear();
  known.set(amount, units);
  return units;
};

const written = (units: number): Decimal => {
  const [size, sign] = [Math.abs(units), units < 0 ? '-' : ''];
  const rest = String(size % SCALE)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.trunc(size / SCALE)}${rest === '' ? '' : `.${rest}`}`;
};

export const sumOf = (amounts: readonly Decimal[]): Decimal => {
  let units = 0;
  for (const amount of amounts) units += unitsOf(amount);
  return Number.isSafeInteger(units) ? written(units) : sumOfDecimals(amounts);
};

export const NOTHING: Points = { low: '0', high: '0', max: '0' };

const weigh = (finding: Finding, scheme: Scheme): Points => {
  const max = scheme.rules[finding.rule.id] ?? scheme.points[finding.rule.obligation];
  switch (finding.outcome) {
    case 'pass':
      return { low: max, high: max, max };
    case 'fail':
      return { low: '0', high: '0', max };
    case 'unknown':
      return { low: '0', high: max, max };
    case 'not-applicable':
      return NOTHING;
  }
};

export const totalOf = (findings: readonly ScoredFinding[]): Points => ({
  low: sumOf(findings.map(({ points }) => points.low)),
  high: sumOf(findings.map(({ points }) => points.high)),
  max: sumOf(findings.map(({ points }) => points.max)),
});

/** What each finding is worth: unknown earns nothing yet, not applicable leaves the sum. */
export const scoreFindings = (findings: readonly Finding[], scheme: Scheme): readonly ScoredFinding[] =>
  findings.map(finding => ({ finding, points: weigh(finding, scheme) }));

export const scoreSections = (
  findings: readonly ScoredFinding[],
  sections: readonly Section[],
): readonly SectionScore[] => {
  const bySection = new Map<string, ScoredFinding[]>(sections.map(({ id }) => [id, []]));
  for (const scored of findings) bySection.get(scored.finding.rule.section)?.push(scored);
  return [...bySection].map(([section, own]) => ({ section, ...totalOf(own) }));
};

/** `earned ÷ max × total`, cut after the scheme's places, never rounded up. */
export const share = (earned: Decimal, max: Decimal, scheme: Scheme): Decimal => shareOf(scheme, `${earned}/${max}`);

/** Centres have the same few shares over and over. */
const shareOf = memoizedFor(({ total, places }: Scheme, rate) => {
  const [earned = '', max = ''] = rate.split('/');
  return rounded(over(times(exact(earned), exact(total)), exact(max)), places, 'down');
});

/** Points where one finding were another or, without `was`, there were one more. */
export const exchanged = (points: Points, was: Finding | undefined, is: Finding, scheme: Scheme): Points => {
  const [less, more] = [was ? weigh(was, scheme) : NOTHING, weigh(is, scheme)];
  const sum = (of: keyof Points): Decimal => sumOf([points[of], `-${less[of]}`, more[of]]);
  return { low: sum('low'), high: sum('high'), max: sum('max') };
};

/** Between what and what a score lies; undefined when nothing counted. */
export const reachOf = (points: Points, scheme: Scheme): Omit<Score, 'grade'> | undefined => {
  if (points.max === '0') return undefined;
  const low = share(points.low, points.max, scheme);
  const high = points.high === points.low ? low : share(points.high, points.max, scheme);
  return { low, high, max: scheme.total, points };
};

/** The score of an audit; undefined when nothing counted. */
export const scoreOf = (findings: readonly ScoredFinding[], scheme: Scheme): Score | undefined => {
  const reach = reachOf(totalOf(findings), scheme);
  return reach && { ...reach, grade: gradeOf(reach.low, reach.high, findings, scheme) };
};

const gradeAt = (score: Decimal, grades: readonly Grade[]): number => {
  const at = grades.findIndex(grade => compareDecimals(score, grade.atLeast) >= 0);
  return at < 0 ? grades.length - 1 : at;
};

const gradeOf = (low: Decimal, high: Decimal, findings: readonly ScoredFinding[], scheme: Scheme): GradeResult => {
  const candidates = scheme.grades.slice(gradeAt(high, scheme.grades), gradeAt(low, scheme.grades) + 1);
  return { candidates, decidedBy: candidates.length > 1 ? openFacts(findings) : [] };
};

/** The facts on which points still hang. */
const openFacts = (findings: readonly ScoredFinding[]): readonly string[] =>
  factsOfGaps(
    findings.flatMap(({ finding, points }) =>
      finding.outcome === 'unknown' && points.max !== '0' ? missingIn(finding) : [],
    ),
  );
