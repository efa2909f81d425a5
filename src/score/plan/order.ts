import { compareDecimals, decimalOf, exact, minus, plus, sumOfDecimals } from '../../model/base/exact.ts';
import { groupBy } from '../../model/base/group.ts';
import { keptFor } from '../../model/base/memo.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { type Finding, factIdOf, factsOfGaps, missingIn } from '../../model/finding/finding.ts';
import type { Plan, PlanRoute, PlanStep } from '../../model/finding/plan.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import type { Grade, ScoredFinding } from '../../model/scoring/score.ts';
import type { FoundScorecard } from '../../model/scoring/scorecard.ts';
import { EFFORTS, type Effort } from '../../model/standard/vocabulary.ts';
import { share } from '../score.ts';
import { fixGains } from './gains.ts';
import { planRoute } from './route.ts';
import { isMust, ruleSettlings } from './rules.ts';
import { settlings } from './settle.ts';

/** What it takes where nobody has said. */
const USUAL: Effort = 'paper';

const effortOf = ({ pack }: Audit, fact: string): Effort => {
  const id = factIdOf(fact);
  const [list = id] = id.split('.');
  const { fact: known } = pack.vocabulary;
  return pack.effort?.[id] ?? known.get(id)?.effort ?? pack.effort?.[list] ?? known.get(list)?.effort ?? USUAL;
};

const most = (efforts: readonly Effort[]): Effort =>
  EFFORTS[Math.max(...efforts.map(effort => EFFORTS.indexOf(effort)), EFFORTS.indexOf('declare'))] ?? USUAL;

const ranked = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  steps.toSorted(
    (a, b) =>
      Number(b.must) - Number(a.must) ||
      EFFORTS.indexOf(a.effort) - EFFORTS.indexOf(b.effort) ||
      compareDecimals(b.gain, a.gain),
  );

const bears = (scored: ScoredFinding): boolean =>
  scored.waived === undefined && (isMust(scored) || scored.points.max !== '0');

/** How far the score moves when so many points are earned besides. */
const gainOf = ({ score, scheme }: Audit, points: Decimal): Decimal => {
  if (score === undefined) return '0';
  const of = (earned: Decimal): Decimal => share(earned, score.points.max, scheme);
  const earned = decimalOf(plus(exact(score.points.low), exact(points)));
  return decimalOf(minus(exact(of(earned)), exact(of(score.points.low))));
};

interface Failed extends ScoredFinding {
  readonly finding: Extract<Finding, { outcome: 'fail' }>;
}

interface Open extends ScoredFinding {
  readonly finding: Extract<Finding, { outcome: 'unknown' }>;
}

const failedStep = (audit: Audit, scored: Failed): PlanStep => {
  const { rule, shortfalls, grounds } = scored.finding;
  const facts = (shortfalls.length > 0 ? shortfalls : grounds).map(({ fact }) => fact);
  const effort = most([USUAL, ...facts.map(fact => effortOf(audit, fact))]);
  return { work: { kind: 'rule', rule }, effort, must: isMust(scored), gain: gainOf(audit, scored.points.max) };
};

/** Requirements that wait for the same facts are one step. */
const openSteps = (audit: Audit, open: readonly Open[]): readonly PlanStep[] => {
  const factsOf = ({ finding }: Open): readonly string[] => factsOfGaps(missingIn(finding)).toSorted();
  const bundles = groupBy(open, one => factsOf(one).join(' '));
  return [...bundles.values()].map((bundle): PlanStep => {
    const [first] = bundle;
    const points = sumOfDecimals(bundle.map(one => one.points.max));
    const work = { kind: 'facts' as const, facts: factsOf(first), rules: bundle.map(({ finding }) => finding.rule) };
    return { work, effort: 'declare', must: bundle.some(isMust), gain: gainOf(audit, points) };
  });
};

/** The grade above the lowest that is still possible. */
const nextGrade = ({ score, scheme }: Audit): Grade | undefined => {
  const worst = score?.grade.candidates.at(-1);
  return scheme.grades[scheme.grades.findIndex(({ id }) => id === worst?.id) - 1];
};

const pointsOf = ({ findings }: Audit, { work }: PlanStep): Decimal => {
  const rules = work.kind === 'rule' ? [work.rule] : work.kind === 'facts' ? work.rules : [];
  return sumOfDecimals(findings.filter(({ finding }) => rules.includes(finding.rule)).map(({ points }) => points.max));
};

const routeThrough = (audit: Audit, steps: readonly PlanStep[]): PlanRoute => {
  const { score, scheme } = audit;
  const to = nextGrade(audit);
  if (score === undefined) return { kind: 'ungraded' };
  if (to === undefined) return { kind: 'highest' };
  let earned = exact(score.points.low);
  let after = score.low;
  let count = 0;
  for (const step of steps) {
    if (compareDecimals(after, to.atLeast) >= 0) break;
    earned = plus(earned, exact(pointsOf(audit, step)));
    after = share(decimalOf(earned), score.points.max, scheme);
    count += 1;
  }
  return compareDecimals(after, to.atLeast) >= 0
    ? { kind: 'steps', to, count, after }
    : { kind: 'out-of-reach', to, after };
};

const rulePlan = (audit: Audit): Plan => {
  const bearing = audit.findings.filter(bears);
  const failed = bearing.filter((scored): scored is Failed => scored.finding.outcome === 'fail');
  const open = bearing.filter((scored): scored is Open => scored.finding.outcome === 'unknown');
  const steps = ranked([...failed.map(scored => failedStep(audit, scored)), ...openSteps(audit, open)]);
  return { steps, route: routeThrough(audit, steps), settlings: ruleSettlings(audit) };
};

const scorecardPlan = (found: FoundScorecard, result: ScorecardResult): Plan => {
  const { must, route } = planRoute(found, result);
  const gains = fixGains(found, result).filter(({ gain }) => compareDecimals(gain, '0') > 0);
  const steps = ranked([
    ...must.map(fix => ({ work: { kind: 'fixes' as const, fixes: [fix] }, effort: USUAL, must: true, gain: '0' })),
    ...gains.map(({ fixes, gain }) => ({
      work: { kind: 'fixes' as const, fixes },
      effort: fixes.every(({ kind }) => kind === 'declare') ? ('declare' as const) : USUAL,
      must: false,
      gain,
    })),
  ]);
  return { steps, route, settlings: settlings(found, result) };
};

/** What to do first: must-haves, then what costs nothing, then papers, then what is bought, then building works. */
export const planOf = keptFor(
  (audit: Audit): Plan =>
    audit.scorecard?.found === undefined
      ? rulePlan(audit)
      : scorecardPlan(audit.scorecard.found, audit.scorecard.result),
);
