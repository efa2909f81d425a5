import {
  compareDecimals,
  compareExact,
  decimalOf,
  type Exact,
  exact,
  minus,
  over,
  plus,
  sumExact,
} from '../../model/base/exact.ts';
import { groupBy } from '../../model/base/group.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { missingIn } from '../../model/finding/finding.ts';
import type { PlanSettling } from '../../model/finding/plan.ts';
import type { Grade, ScoredFinding } from '../../model/scoring/score.ts';
import { share } from '../score.ts';

export const isMust = ({ finding }: Pick<ScoredFinding, 'finding'>): boolean => finding.rule.obligation === 'must';

/** The dearest first; of the same points, what the standard asks without reserve. */
const byPoints = (a: ScoredFinding, b: ScoredFinding): number =>
  compareDecimals(b.points.max, a.points.max) || Number(isMust(b)) - Number(isMust(a));

const openIn = ({ findings }: Audit): readonly ScoredFinding[] =>
  findings
    .filter(({ finding, points }) => finding.outcome === 'unknown' && compareDecimals(points.max, '0') > 0)
    .toSorted(byPoints);

const shareOf = ({ score, scheme }: Audit, earned: Exact): Decimal =>
  score === undefined ? '0' : share(decimalOf(earned), score.points.max, scheme);

const reaches = (score: Decimal, { atLeast }: Grade): boolean => compareDecimals(score, atLeast) >= 0;

/** Facts that are known together, and the points of the rules that they then decide. */
interface Bundle {
  readonly facts: readonly string[];
  readonly points: Exact;
}

/** Open rules that wait for the same facts, as one. */
const bundlesOf = (audit: Audit): readonly Bundle[] => {
  const waiting = openIn(audit).flatMap(({ finding, points }) =>
    finding.outcome === 'unknown'
      ? [{ facts: [...new Set(missingIn(finding).map(gap => gap.fact))].toSorted(), points: exact(points.max) }]
      : [],
  );
  const bundles = [...groupBy(waiting, ({ facts }) => facts.join()).values()];
  return bundles.map(own => ({ facts: own[0].facts, points: sumExact(own.map(({ points }) => points)) }));
};

const pointsWith = (bundles: readonly Bundle[], facts: ReadonlySet<string>): Exact =>
  sumExact(bundles.filter(bundle => bundle.facts.every(fact => facts.has(fact))).map(({ points }) => points));

/** The bundle that adds most points for each fact that it adds. */
const bestNext = (bundles: readonly Bundle[], known: ReadonlySet<string>): Bundle | undefined => {
  const has = pointsWith(bundles, known);
  const rated = bundles
    .filter(({ facts }) => facts.some(fact => !known.has(fact)))
    .map(bundle => {
      const more = bundle.facts.filter(fact => !known.has(fact)).length;
      const gain = minus(pointsWith(bundles, new Set([...known, ...bundle.facts])), has);
      return { bundle, rate: over(gain, exact(more)) };
    });
  return rated.toSorted((a, b) => compareExact(b.rate, a.rate))[0]?.bundle;
};

/**
 * Few facts after which `done` holds of the points that they decide: the fewest where each rule waits for one fact
 * only, since then the dearest come first; else a list from which no fact can be left out.
 */
const fewFacts = (bundles: readonly Bundle[], done: (points: Exact) => boolean): readonly string[] | undefined => {
  const known = new Set<string>();
  while (!done(pointsWith(bundles, known))) {
    const next = bestNext(bundles, known);
    if (next === undefined) return undefined;
    for (const fact of next.facts) known.add(fact);
  }
  for (const fact of [...known].toReversed()) {
    known.delete(fact);
    if (!done(pointsWith(bundles, known))) known.add(fact);
  }
  return [...known];
};

/** Short lists of unknown facts that would settle the grade, should they turn out well, or badly. */
export const ruleSettlings = (audit: Audit): readonly PlanSettling[] => {
  const { score } = audit;
  const [best] = score?.grade.candidates ?? [];
  const next = score?.grade.candidates.at(-2);
  if (score === undefined || best === undefined || next === undefined) return [];
  const bundles = bundlesOf(audit);
  const [low, high] = [exact(score.points.low), exact(score.points.high)];
  const settling = (when: PlanSettling['when'], done: (points: Exact) => boolean): readonly PlanSettling[] => {
    const facts = fewFacts(bundles, done);
    const exact = facts !== undefined && (facts.length <= 1 || bundles.every(bundle => bundle.facts.length === 1));
    return facts === undefined ? [] : [{ facts, when, exact }];
  };
  return [
    ...settling('good', points => reaches(shareOf(audit, plus(points, low)), best)),
    ...settling('bad', points => !reaches(shareOf(audit, minus(high, points)), next)),
  ].toSorted((a, b) => a.facts.length - b.facts.length);
};
