import { compareDecimals, compareExact, decimalOf, exact, minus, times } from '../../model/base/exact.ts';
import { makePercent } from '../../model/base/share.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import {
  type BatchCounts,
  type CenterRow,
  type Frame,
  type FrameSummary,
  markOf,
  type RankedCenter,
  type RosterSummary,
  type RuleTally,
  type Summary,
} from '../../model/result/summary.ts';
import { type Distribution, makeDistribution } from './spread.ts';

/** More centres than this are counted and not listed. */
const MOST_LISTED = 50_000;

const noCounts = (): Record<Outcome, number> => ({ pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 });

const countLetters = (letters: string): Record<Outcome, number> => {
  const counts = noCounts();
  for (const letter of letters) {
    const mark = markOf(letter);
    if (mark !== undefined) counts[mark.outcome]++;
  }
  return counts;
};

/** How near the next grade counts as near, as a share of the total. */
const NEAR_GRADE = exact('0.05');

const nextGradeOf = ({ score }: CenterRow, { grades, total }: Frame): RankedCenter['nextGrade'] => {
  if (score === undefined) return undefined;
  const next = grades.findLast(({ atLeast }) => compareDecimals(atLeast, score.low) > 0);
  if (next === undefined) return undefined;
  const gap = minus(exact(next.atLeast), exact(score.low));
  const isNear = compareExact(gap, times(exact(total), NEAR_GRADE)) <= 0;
  return isNear ? { grade: next.id, gap: decimalOf(gap) } : undefined;
};

const rankedCenter = (row: CenterRow, frame: Frame, lows: Distribution): RankedCenter => {
  const nextGrade = nextGradeOf(row, frame);
  return {
    row,
    ...(row.score && { rank: lows.above(row.score.low) + 1 }),
    tied: row.score !== undefined && lows.equal(row.score.low) > 1,
    counts: countLetters(row.outcomes),
    mustFailures: frame.rules.flatMap(({ obligation }, index) =>
      obligation === 'must' && row.outcomes[index] === 'f' ? [index] : [],
    ),
    ...(nextGrade && { nextGrade }),
  };
};

const mostFailedFirst = (a: RuleTally, b: RuleTally): number =>
  b.counts.fail - a.counts.fail || b.counts.unknown - a.counts.unknown || a.rule - b.rule;

/** Collects the centres of one frame; takes no more memory for more centres once they are too many to list. */
export interface FrameFold {
  readonly add: (row: CenterRow) => void;
  /** One of the centres that were added, among all of them. */
  readonly ranked: (row: CenterRow) => RankedCenter;
  readonly summary: () => FrameSummary;
}

type GradeCount = FrameSummary['grades'][number];

/** From the best grade down, what is settled before what may still be less; by number where the scheme has no order. */
const bestFirst = ({ grades }: Frame) => {
  const places = new Map(grades.map(({ id }, index) => [id, index]));
  const placeOf = (id: string | undefined): number => places.get(id ?? '') ?? grades.length;
  return ({ grades: a, count }: GradeCount, { grades: b, count: other }: GradeCount): number =>
    placeOf(a[0]) - placeOf(b[0]) ||
    placeOf(a.at(-1)) - placeOf(b.at(-1)) ||
    other - count ||
    (a.join() < b.join() ? -1 : 1);
};

const foldScores = (frame: Frame) => {
  const [lows, highs] = [makeDistribution(), makeDistribution()];
  const sections = frame.sections.map(() => ({ low: makeDistribution(), high: makeDistribution() }));
  const grades = new Map<string, { readonly grades: readonly string[]; count: number }>();
  const percent = makePercent();
  const add = ({ score, sections: shares }: CenterRow): void => {
    shares.forEach(([low, high, max], index) => {
      if (max === '0') return;
      sections[index]?.low.add(percent(low, max));
      sections[index]?.high.add(percent(high, max));
    });
    if (score === undefined) return;
    lows.add(score.low);
    highs.add(score.high);
    const key = score.grades.join('/');
    const known = grades.get(key) ?? { grades: score.grades, count: 0 };
    known.count++;
    grades.set(key, known);
  };
  const summary = (): Pick<FrameSummary, 'score' | 'grades' | 'sections'> => {
    const [low, high] = [lows.spread(), highs.spread()];
    return {
      ...(low && high && { score: { low, high } }),
      grades: [...grades.values()].sort(bestFirst(frame)),
      sections: frame.sections.map(({ id }, index) => {
        const [lowest, highest] = [sections[index]?.low.spread(), sections[index]?.high.spread()];
        return { section: id, ...(lowest && { low: lowest }), ...(highest && { high: highest }) };
      }),
    };
  };
  return { lows, add, summary };
};

/** How each rule came out over the centres of a frame, and which facts they did not declare. */
const foldOutcomes = (frame: Frame) => {
  const rules = frame.rules.map((_, rule) => ({ rule, counts: noCounts(), waived: 0 }));
  const missing = frame.facts.map((_, fact) => ({ fact, count: 0 }));
  const add = ({ outcomes, missing: facts }: CenterRow): void => {
    for (const tally of rules) {
      const mark = markOf(outcomes[tally.rule]);
      if (mark !== undefined) tally.counts[mark.outcome]++;
      if (mark?.waived) tally.waived++;
    }
    for (const fact of facts) {
      const known = missing[fact];
      if (known !== undefined) known.count++;
    }
  };
  const summary = (): Pick<FrameSummary, 'rules' | 'missing'> => ({
    rules: rules.toSorted(mostFailedFirst),
    missing: missing.filter(fact => fact.count > 0).sort((a, b) => b.count - a.count || a.fact - b.fact),
  });
  return { add, summary };
};

const foldFrame = (frame: Frame): FrameFold => {
  const [scores, outcomes] = [foldScores(frame), foldOutcomes(frame)];
  const gate = { passed: 0, failed: 0, undecided: 0 };
  const ranked = (row: CenterRow): RankedCenter => rankedCenter(row, frame, scores.lows);
  let rows: CenterRow[] = [];
  let count = 0;
  let vetoed = false;
  return {
    add: row => {
      count++;
      gate[row.gate]++;
      vetoed ||= row.card?.vetoes !== undefined;
      scores.add(row);
      outcomes.add(row);
      if (count <= MOST_LISTED) rows.push(row);
      else rows = [];
    },
    ranked,
    summary: () => ({
      frame,
      count,
      centers: rows.map(ranked),
      ...scores.summary(),
      ...outcomes.summary(),
      gate,
      ...(vetoed && { vetoed }),
    }),
  };
};

export const foldSummary = (frames: readonly Frame[]) => {
  const folds = new Map<string, FrameFold>();
  const foldOf = (id: string): FrameFold => {
    const frame = frames.find(candidate => candidate.id === id);
    if (frame === undefined) throw new Error(`results speak of ${id}, which is not described`);
    const fold = folds.get(id) ?? foldFrame(frame);
    folds.set(id, fold);
    return fold;
  };
  return {
    add: (row: CenterRow): void => foldOf(row.frame).add(row),
    /** One of the centres that were added, among those of its frame. */
    ranked: (row: CenterRow): RankedCenter => foldOf(row.frame).ranked(row),
    summary: (asOf: string, counts: BatchCounts, roster?: RosterSummary): Summary => ({
      asOf,
      counts,
      frames: [...folds.keys()].sort().map((id): FrameSummary => foldOf(id).summary()),
      ...(roster && { roster }),
    }),
  };
};
