import { type Exact, exact } from '../../model/exact.ts';
import { factIdOf } from '../../model/finding.ts';
import type { TableResult } from '../../model/points.ts';
import { inBand } from '../../model/pricing.ts';
import type { Grade } from '../../model/score.ts';
import type { Edge, FoundTable } from '../../model/table.ts';
import { combinations } from './sets.ts';
import { totalWith } from './totals.ts';

/** The fewest unknown facts with which the grade can be settled, and at what. */
export interface Settling {
  readonly grade: Grade;
  readonly facts: readonly string[];
  /** Whether they must turn out well or badly for that. */
  readonly when: 'good' | 'bad' | 'either';
  /** Whether no shorter list does it. */
  readonly exact: boolean;
}

interface Open {
  readonly item: string;
  readonly facts: readonly string[];
}

/** What would settle a grade: these facts in any case, and the score on this side of these edges. */
interface Wanted {
  readonly grade: Grade;
  /** Facts that gates of this grade need to turn out well, and those by which gates of a higher one fail. */
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly reach?: Edge;
  readonly miss?: Edge;
}

interface Case {
  readonly table: FoundTable;
  readonly result: TableResult;
  readonly rows: readonly Open[];
}

const factsOf = (gaps: readonly { readonly fact: string }[]): readonly string[] => [
  ...new Set(gaps.map(gap => factIdOf(gap.fact))),
];

const openRows = ({ items }: TableResult): readonly Open[] =>
  items.flatMap(({ item, low, high, gaps }) =>
    low.points === high.points || gaps.length === 0 ? [] : [{ item, facts: factsOf(gaps) }],
  );

const pointsAt = ({ items }: TableResult, rows: readonly Open[], end: 'low' | 'high'): ReadonlyMap<string, Exact> =>
  new Map(
    rows.flatMap(({ item }) => {
      const row = items.find(candidate => candidate.item === item);
      return row === undefined ? [] : [[item, exact(row[end].points)] as const];
    }),
  );

/** Whether the score is settled where it is wanted once some rows are at their best and others at their worst. */
const isSettled = (
  { table, result }: Case,
  good: readonly Open[],
  bad: readonly Open[],
  { reach, miss }: Wanted,
): boolean => {
  const low = (): Exact => totalWith(table, result.low, pointsAt(result, good, 'high'));
  const high = (): Exact => totalWith(table, result.high, pointsAt(result, bad, 'low'));
  return (
    (reach === undefined || inBand(low(), { low: reach })) && (miss === undefined || !inBand(high(), { low: miss }))
  );
};

const MOST_SPLIT = 10;

/** A row is at its best when all its facts turn out well, at its worst when all turn out badly. */
const does = (situation: Case, rows: readonly Open[], wanted: Wanted): boolean => {
  const { miss, ...reach } = wanted;
  const mayBeGood = rows.filter(row => !row.facts.some(fact => wanted.bad.includes(fact)));
  const mayBeBad = rows.filter(row => !row.facts.some(fact => wanted.good.includes(fact)));
  if (miss === undefined) return isSettled(situation, mayBeGood, [], wanted);
  if (isSettled(situation, [], [], reach)) return isSettled(situation, [], mayBeBad, wanted);
  const facts = [...new Set(rows.flatMap(row => row.facts))].slice(0, MOST_SPLIT);
  return Array.from({ length: 2 ** facts.length }, (_, mask) => mask).some(mask => {
    const isGood = (fact: string): boolean => Math.floor(mask / 2 ** facts.indexOf(fact)) % 2 === 1;
    const good = mayBeGood.filter(row => row.facts.every(fact => facts.includes(fact) && isGood(fact)));
    const bad = mayBeBad.filter(row => row.facts.every(fact => facts.includes(fact) && !isGood(fact)));
    return isSettled(situation, good, bad, wanted);
  });
};

const MOST_SETS = 20_000;

/** How many sets of so many there are. */
const countSets = (of: number, size: number): number =>
  Array.from({ length: size }, (_, index) => (of - index) / (index + 1)).reduce(
    (product, factor) => product * factor,
    1,
  );

/** Leaves out one fact after the other for as long as it still does. */
const shrunk = (facts: readonly string[], enough: (facts: readonly string[]) => boolean): readonly string[] =>
  facts.reduce((left, fact) => {
    const without = left.filter(one => one !== fact);
    return enough(without) ? without : left;
  }, facts);

/** The fewest facts, beyond those needed anyway, that do it; undefined when all of them do not. */
const fewest = (situation: Case, wanted: Wanted): { facts: readonly string[]; exact: boolean } | undefined => {
  const first = [...new Set([...wanted.good, ...wanted.bad])];
  const others = [...new Set(situation.rows.flatMap(({ facts }) => facts))].filter(fact => !first.includes(fact));
  const enough = (more: readonly string[]): boolean => {
    const known = new Set([...first, ...more]);
    const rows = situation.rows.filter(row => row.facts.every(fact => known.has(fact)));
    return does(situation, rows, wanted);
  };
  if (!enough(others)) return undefined;
  for (let size = 0; size <= others.length; size++) {
    if (countSets(others.length, size) > MOST_SETS)
      return { facts: [...first, ...shrunk(others, enough)], exact: false };
    const found = combinations(others, size).find(enough);
    if (found !== undefined) return { facts: [...first, ...found], exact: true };
  }
  return undefined;
};

/** Gates of a grade that may yet rule it out, each by its own facts. */
const barriers = ({ gates }: TableResult, grade: string): readonly (readonly string[])[] =>
  gates.filter(gate => gate.grade === grade && gate.truth === 'unknown').map(({ gaps }) => factsOf(gaps));

const edgeOf = (table: FoundTable, grade: Grade | undefined): Edge | undefined =>
  table.grades.find(({ id }) => id === grade?.id)?.low;

/** Each way to settle a grade: those above it ruled out by their own gates from below, the rest by the score. */
const waysTo = ({ table, result }: Case, index: number): readonly Wanted[] => {
  const { candidates } = result.grade;
  const grade = candidates[index];
  if (grade === undefined) return [];
  const open = [...result.vetoes, ...result.gates.filter(gate => gate.grade === grade.id)];
  const good = factsOf([
    ...table.classGaps,
    ...open.filter(({ truth }) => truth === 'unknown').flatMap(({ gaps }) => gaps),
  ]);
  const reach = edgeOf(table, grade);
  const above = candidates.slice(0, index).toReversed();
  const byGates = above.findIndex(({ id }) => barriers(result, id).length === 0);
  const most = byGates < 0 ? above.length : byGates;
  return Array.from({ length: most + 1 }, (_, count) => count).flatMap(count => {
    const miss = edgeOf(table, above[count]);
    const chosen = above
      .slice(0, count)
      .map(({ id }) => barriers(result, id))
      .reduce<readonly (readonly string[])[]>(
        (all, ways) => all.flatMap(one => ways.map(way => [...one, ...way])),
        [[]],
      );
    return chosen.map(way => ({
      grade,
      good,
      bad: way,
      ...(reach && { reach }),
      ...(miss && { miss }),
    }));
  });
};

/** For each grade still possible, the fewest unknown facts that can settle it there; the shortest list first. */
export const settlings = (table: FoundTable, result: TableResult): readonly Settling[] => {
  const { candidates } = result.grade;
  if (candidates.length < 2) return [];
  const situation: Case = { table, result, rows: openRows(result) };
  const when = (index: number): Settling['when'] =>
    index === 0 ? 'good' : index === candidates.length - 1 ? 'bad' : 'either';
  return candidates
    .flatMap((grade, index) => {
      const found = waysTo(situation, index).flatMap(wanted => fewest(situation, wanted) ?? []);
      const [best] = found.toSorted((a, b) => a.facts.length - b.facts.length);
      return best === undefined ? [] : [{ grade, ...best, when: when(index) }];
    })
    .toSorted((a, b) => a.facts.length - b.facts.length);
};
