import { type Problem, problem } from '../model/base/problem.ts';
import type { Entered } from '../model/profile/inspection.ts';
import type { ItemResult, ScorecardResult } from '../model/scoring/points.ts';
import type { Scorecard } from '../model/scoring/scorecard.ts';

/** Whether nothing that is filled in for a row counts: it is not in the scorecard, or scored without a figure. */
const isIdle = (row: ItemResult | undefined): boolean => {
  if (row === undefined) return true;
  const ends = [row.low, row.high];
  return ends.every(({ excluded }) => excluded) || ends.every(({ treated }) => treated !== undefined);
};

/** What inspectors filled in for rows that do not count for this centre. */
export const idleEntries = (
  { forms, entries }: Scorecard,
  { items }: ScorecardResult,
  filled: readonly Entered[],
): readonly Problem[] => {
  const rows = forms.flatMap(({ sections }) => sections.flatMap(section => section.items));
  return filled.flatMap(({ entry: id, value, location }) => {
    const entry = entries.find(known => known.id === id);
    const row = rows.find(known => known.id === entry?.item);
    if (row === undefined || !isIdle(items.find(({ item }) => item === row.id))) return [];
    const name = entry?.label?.zh ?? row.title.zh;
    return [problem('idle-entry', location, { name, value, row: row.title.zh })];
  });
};
