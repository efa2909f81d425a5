import { groupBy } from '../model/base/group.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import type { Entered, Inspection } from '../model/profile/inspection.ts';
import type { Entry } from '../model/scoring/measure.ts';
import type { ItemResult, ScorecardResult } from '../model/scoring/points.ts';
import { entryWith, resultWith, rowWith } from '../model/scoring/rows.ts';
import type { Scorecard } from '../model/scoring/scorecard.ts';

/** Whether nothing that is filled in for a row counts: it is not in the scorecard, or scored without a figure. */
const isIdle = (row: ItemResult | undefined): boolean => {
  if (row === undefined) return true;
  const ends = [row.low, row.high];
  return ends.every(({ excluded }) => excluded) || ends.every(({ treated }) => treated !== undefined);
};

const nameOf = (entry: Entry | undefined, otherwise: string): string => entry?.label?.zh ?? otherwise;

/** What inspectors filled in for rows that do not count for this centre. */
const idleEntries = (
  scorecard: Scorecard,
  { items }: ScorecardResult,
  filled: readonly Entered[],
): readonly Problem[] =>
  filled.flatMap(({ entry: id, value, location }) => {
    const entry = entryWith(scorecard.entries, id);
    const row = entry && rowWith(entry.item, scorecard);
    if (row === undefined || !isIdle(resultWith(items, row.id))) return [];
    return [problem('idle-entry', location, { name: nameOf(entry, row.title.zh), value, row: row.title.zh })];
  });

/** Rows that bureaus score together and on which they do not agree: the later one stands. */
const differingEntries = ({ entries }: Scorecard, records: readonly Inspection[]): readonly Problem[] => {
  const filled = records.flatMap(({ stage, entries: own }) => own.map(one => ({ ...one, stage })));
  const keyOf = ({ stage, entry }: (typeof filled)[number]): string => `${stage} ${entry}`;
  const together = groupBy(filled, keyOf);
  return filled.flatMap(one => {
    const all: readonly (typeof one)[] = together.get(keyOf(one)) ?? [];
    const earlier = all.slice(0, all.indexOf(one)).findLast(({ bureau }) => bureau !== one.bureau);
    if (earlier?.bureau === undefined || one.bureau === undefined || earlier.value === one.value) return [];
    const entry = entryWith(entries, one.entry);
    const name = nameOf(entry, one.entry);
    const [first, last] = [`${earlier.bureau} ${earlier.value}`, `${one.bureau} ${one.value}`];
    return [problem('entry-differs', one.location, { name, first, last })];
  });
};

/** What is to be asked of what inspectors filled in. */
export const enteredProblems = (
  { asked, result }: { readonly asked: Scorecard; readonly result: ScorecardResult },
  records: readonly Inspection[],
  laid: readonly Entered[],
): readonly Problem[] => [...idleEntries(asked, result, laid), ...differingEntries(asked, records)];
