import { compareExact, type Exact, plus, ZERO } from '../../model/base/exact.ts';
import type { PlanSettling } from '../../model/finding/plan.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import { inBand } from '../../model/scoring/pricing.ts';
import type { FoundScorecard } from '../../model/scoring/scorecard.ts';
import { combinations } from './sets.ts';
import { openUnits, rowsWith, totalWith, type Unit } from './units.ts';
import { type Situation, type Wanted, waysTo } from './ways.ts';

interface Case extends Situation {
  readonly units: readonly Unit[];
}

/** Whether the score is settled where it is wanted once some rows are at their best and others at their worst. */
const isSettled = (
  { scorecard, result }: Case,
  good: readonly Unit[],
  bad: readonly Unit[],
  { reach, miss }: Wanted,
): boolean => {
  const low = (): Exact => totalWith(scorecard, result.low, rowsWith(good, 'low'));
  const high = (): Exact => totalWith(scorecard, result.high, rowsWith(bad, 'high'));
  return (
    (reach === undefined || inBand(low(), { low: reach })) && (miss === undefined || !inBand(high(), { low: miss }))
  );
};

/** Facts from the one on which most hangs to the one on which least does. */
const byWeight = (units: readonly Unit[]): readonly string[] => {
  const weights = new Map<string, Exact>();
  for (const { facts, width } of units)
    for (const fact of facts) weights.set(fact, plus(weights.get(fact) ?? ZERO, width));
  return [...weights].toSorted(([, a], [, b]) => compareExact(b, a)).map(([fact]) => fact);
};

const MOST_SPLIT = 6;

/** Which facts turn out well and which badly: every way for a few, from the weightiest or the lightest on for many. */
const splits = (units: readonly Unit[]): readonly (readonly string[])[] => {
  const facts = byWeight(units);
  if (facts.length <= MOST_SPLIT) return facts.flatMap((_, size) => combinations(facts, size)).concat([facts]);
  const prefixes = (list: readonly string[]) => list.map((_, size) => list.slice(0, size));
  return [...prefixes(facts), ...prefixes(facts.toReversed())];
};

/** A part is at its best when all its facts turn out well, at its worst when all turn out badly. */
const does = (situation: Case, units: readonly Unit[], wanted: Wanted): boolean => {
  const { miss, ...reach } = wanted;
  const mayBeGood = units.filter(unit => !unit.facts.some(fact => wanted.bad.includes(fact)));
  const mayBeBad = units.filter(unit => !unit.facts.some(fact => wanted.good.includes(fact)));
  if (miss === undefined) return isSettled(situation, mayBeGood, [], wanted);
  if (isSettled(situation, [], [], reach)) return isSettled(situation, [], mayBeBad, wanted);
  return splits(units).some(well => {
    const good = mayBeGood.filter(unit => unit.facts.every(fact => well.includes(fact)));
    const bad = mayBeBad.filter(unit => !unit.facts.some(fact => well.includes(fact)));
    return isSettled(situation, good, bad, wanted);
  });
};

/** Of a part with several facts, some might do; that is not looked into. */
const isSingle = ({ facts }: Unit): boolean => facts.length === 1;

/** How many sets of facts are tried before a short list is taken for good enough. */
const MOST_SETS = 400;

/** How many sets of so many there are. */
const countSets = (of: number, size: number): number =>
  Array.from({ length: size }, (_, index) => (of - index) / (index + 1)).reduce(
    (product, factor) => product * factor,
    1,
  );

/** Leaves out one fact after the other for as long as it still does. */
const shrunk = (facts: readonly string[], enough: (facts: readonly string[]) => boolean): readonly string[] =>
  facts.toReversed().reduce((left, fact) => {
    const without = left.filter(one => one !== fact);
    return enough(without) ? without : left;
  }, facts);

/** The fewest facts, beyond those needed anyway, that do it; undefined when all of them do not. */
const fewest = (situation: Case, wanted: Wanted): { facts: readonly string[]; exact: boolean } | undefined => {
  const first = [...new Set([...wanted.good, ...wanted.bad])];
  const others = byWeight(situation.units).filter(fact => !first.includes(fact));
  const enough = (more: readonly string[]): boolean => {
    const known = new Set([...first, ...more]);
    const settled = situation.units.filter(unit => unit.facts.every(fact => known.has(fact)));
    return does(situation, settled, wanted);
  };
  const size = [...others, ''].findIndex((_, count) => enough(others.slice(0, count)));
  if (size < 0) return undefined;
  const short = shrunk(others.slice(0, size), enough);
  const shorter = smaller(others, short.length, enough);
  const facts = [...first, ...(shorter.found ?? short)];
  return { facts, exact: shorter.all && situation.units.every(isSingle) };
};

/** A set of fewer facts that does it too, if there is one among those that can be tried. */
const smaller = (
  facts: readonly string[],
  than: number,
  enough: (facts: readonly string[]) => boolean,
): { readonly found?: readonly string[]; readonly all: boolean } => {
  let tried = 0;
  for (let size = 0; size < than; size++) {
    tried += countSets(facts.length, size);
    if (tried > MOST_SETS) return { all: false };
    const found = combinations(facts, size).find(enough);
    if (found !== undefined) return { found, all: true };
  }
  return { all: true };
};

/** For each grade still possible, the fewest unknown facts that can settle it there; the shortest list first. */
export const settlings = (scorecard: FoundScorecard, result: ScorecardResult): readonly PlanSettling[] => {
  const { candidates } = result.grade;
  if (candidates.length < 2) return [];
  const situation: Case = { scorecard, result, units: openUnits(scorecard, result) };
  const when = (index: number): PlanSettling['when'] =>
    index === 0 ? 'good' : index === candidates.length - 1 ? 'bad' : 'either';
  return candidates
    .flatMap((_, index) => {
      const found = waysTo(situation, index).flatMap(wanted => fewest(situation, wanted) ?? []);
      const [best] = found.toSorted((a, b) => a.facts.length - b.facts.length);
      return best === undefined ? [] : [{ ...best, when: when(index) }];
    })
    .toSorted((a, b) => a.facts.length - b.facts.length);
};
