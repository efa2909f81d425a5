import Big from 'big.js';
import type { Audit } from '../model/audit.ts';
import type { Rule } from '../model/pack.ts';
import type { Grade, ScoredFinding } from '../model/score.ts';
import type { Decimal } from '../model/value.ts';
import { share } from './score.ts';

/** A rule that is failed, and what meeting it would add to the score. */
export interface RuleGain {
  readonly rule: Rule;
  readonly points: Decimal;
  readonly gain: Decimal;
}

export interface RuleRoute {
  readonly to: Grade;
  /** The fewest rules that reach it; undefined where what is failed is not enough. */
  readonly rules: readonly Rule[] | undefined;
  readonly after: Decimal;
}

export interface RuleSettling {
  readonly facts: readonly string[];
  /** Whether they must turn out well or badly for the grade to be settled by them alone. */
  readonly when: 'good' | 'bad';
}

const byPoints = (a: ScoredFinding, b: ScoredFinding): number => new Big(b.points.max).cmp(a.points.max);

const counted = ({ findings }: Audit, outcome: 'fail' | 'unknown'): readonly ScoredFinding[] =>
  findings.filter(({ finding, points }) => finding.outcome === outcome && new Big(points.max).gt(0)).toSorted(byPoints);

const shareOf = ({ score, scheme }: Audit, earned: Big): Decimal =>
  score === undefined ? '0' : share(earned.toFixed(), score.points.max, scheme);

/** What each failed rule would gain by itself, the most first. */
export const ruleGains = (audit: Audit): readonly RuleGain[] => {
  const low = new Big(audit.score?.points.low ?? 0);
  return counted(audit, 'fail').map(({ finding, points }) => ({
    rule: finding.rule,
    points: points.max,
    gain: new Big(shareOf(audit, low.plus(points.max))).minus(shareOf(audit, low)).toFixed(),
  }));
};

/**
 * The fewest failed rules whose meeting reaches the next grade, with all that is unknown still earning nothing. Each
 * counts as one piece of work, so the dearest first is the shortest way.
 */
export const ruleRoute = (audit: Audit): RuleRoute | undefined => {
  const { score, scheme } = audit;
  const worst = score?.grade.candidates.at(-1);
  const to = scheme.grades[scheme.grades.findIndex(({ id }) => id === worst?.id) - 1];
  if (score === undefined || to === undefined) return undefined;
  let earned = new Big(score.points.low);
  const rules: Rule[] = [];
  for (const { finding, points } of counted(audit, 'fail')) {
    if (new Big(shareOf(audit, earned)).gte(to.atLeast)) break;
    earned = earned.plus(points.max);
    rules.push(finding.rule);
  }
  const after = shareOf(audit, earned);
  return { to, rules: new Big(after).gte(to.atLeast) ? rules : undefined, after };
};

const factsOf = (findings: readonly ScoredFinding[]): readonly string[] => [
  ...new Set(
    findings.flatMap(({ finding }) => (finding.outcome === 'unknown' ? finding.gaps.map(gap => gap.fact) : [])),
  ),
];

/** The shortest run of open rules, the dearest first, after which `done` holds of the points they stand for. */
const shortest = (
  open: readonly ScoredFinding[],
  done: (points: Big) => boolean,
): readonly ScoredFinding[] | undefined => {
  let points = new Big(0);
  for (const [index, { points: own }] of open.entries()) {
    points = points.plus(own.max);
    if (done(points)) return open.slice(0, index + 1);
  }
  return undefined;
};

/** The shortest lists of unknown facts that would settle the grade, should they turn out well, or badly. */
export const ruleSettlings = (audit: Audit): readonly RuleSettling[] => {
  const { score } = audit;
  const [best] = score?.grade.candidates ?? [];
  const next = score?.grade.candidates.at(-2);
  if (score === undefined || best === undefined || next === undefined) return [];
  const open = counted(audit, 'unknown');
  const { low, high } = score.points;
  const good = shortest(open, points => new Big(shareOf(audit, points.plus(low))).gte(best.atLeast));
  const bad = shortest(open, points => new Big(shareOf(audit, new Big(high).minus(points))).lt(next.atLeast));
  return [
    ...(good ? [{ facts: factsOf(good), when: 'good' as const }] : []),
    ...(bad ? [{ facts: factsOf(bad), when: 'bad' as const }] : []),
  ].toSorted((a, b) => a.facts.length - b.facts.length);
};
