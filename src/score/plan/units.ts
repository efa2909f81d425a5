import { type Exact, exact, minus, over, plus, sumExact, times, ZERO } from '../../model/base/exact.ts';
import { groupBy } from '../../model/base/group.ts';
import { keptFor } from '../../model/base/memo.ts';
import { factsOfGaps } from '../../model/finding/finding.ts';
import type { Account, ItemResult, PointsLine, ScorecardAccount, ScorecardResult } from '../../model/scoring/points.ts';
import { formOf } from '../../model/scoring/rows.ts';
import type { FoundItem, FoundScorecard } from '../../model/scoring/scorecard.ts';
import { cut, signed } from '../scorecard/ends.ts';
import { hold } from '../scorecard/item.ts';
import { gapsIn, questionsOf, unreadGaps } from '../scorecard/rows.ts';

const rowsOf = keptFor(
  ({ sections }: ScorecardAccount) =>
    new Map(
      sections.flatMap(section => section.items.map(({ item, account: own }) => [item, { section, own }] as const)),
    ),
);

/** The total of an account with some of its rows at other points. */
export const totalWith = (
  scorecard: FoundScorecard,
  account: ScorecardAccount,
  points: ReadonlyMap<string, Exact>,
): Exact => {
  const form = formOf(scorecard, account);
  const shifts = [...points].flatMap(([item, at]) => {
    const { section, own } = rowsOf(account).get(item) ?? {};
    return own === undefined || own.excluded ? [] : [{ section, shift: minus(at, exact(own.points)) }];
  });
  const bySection = groupBy(shifts, ({ section }) => section);
  const parts = account.sections.map(section => {
    const moved = (bySection.get(section) ?? []).map(({ shift }) => shift);
    const bounds = form.sections.find(({ id }) => id === section.section);
    const sum = plus(exact(section.sum), sumExact(moved));
    return { outside: section.outside, points: hold(sum, bounds?.floor ?? null, bounds?.cap ?? null).points };
  });
  const add = (outside: boolean): Exact =>
    sumExact(parts.filter(part => part.outside === outside).map(part => part.points));
  const inside =
    account.scaled === undefined
      ? add(false)
      : cut(over(times(add(false), exact(scorecard.total)), exact(account.max)), scorecard);
  return hold(plus(inside, add(true)), scorecard.floor, scorecard.cap).points;
};

/** A part of the score that is still open: one step of a row, or the whole of it, with the facts that settle it. */
export interface Unit {
  readonly row: ItemResult;
  readonly item: FoundItem | undefined;
  readonly step?: number;
  readonly facts: readonly string[];
  /** How far it moves the row. */
  readonly width: Exact;
}

const isPlain = ({ treated, zeroed, excluded }: Account): boolean => treated === undefined && !zeroed && !excluded;

const stepFacts = (item: FoundItem, step: number): readonly string[] => {
  const found = item.steps[step];
  if (found === undefined) return [];
  const asked = questionsOf(found).flatMap(gapsIn);
  return factsOfGaps([...asked, ...unreadGaps(found.amount)]);
};

/** The steps of a row that are open; none where they cannot be told apart: the row may leave, or a step moves against it. */
const openSteps = (row: ItemResult, item: FoundItem): readonly Unit[] => {
  const { low, high, mayLeave } = row;
  if (mayLeave || !isPlain(low) || !isPlain(high)) return [];
  const units = item.steps.flatMap((_, step): readonly Unit[] => {
    const width = minus(lineSum(high.lines[step]), lineSum(low.lines[step]));
    return width.n === 0n ? [] : [{ row, item, step, facts: stepFacts(item, step), width }];
  });
  return item.cases !== undefined && units.some(({ width }) => width.n < 0n) ? [] : units;
};

const unitsOfRow = (row: ItemResult, item: FoundItem | undefined): readonly Unit[] => {
  const { low, high, gaps } = row;
  if (low.points === high.points) return [];
  const steps = item === undefined ? [] : openSteps(row, item);
  if (steps.length > 0) return steps;
  return [{ row, item, facts: factsOfGaps(gaps), width: minus(exact(high.points), exact(low.points)) }];
};

/** Everything that is open, as finely as its facts can be told apart. */
export const openUnits = (scorecard: FoundScorecard, result: ScorecardResult): readonly Unit[] => {
  const { sections } = formOf(scorecard, result.low);
  const items = new Map(sections.flatMap(section => section.items.map(item => [item.id, item] as const)));
  const units = result.items.flatMap(row => unitsOfRow(row, items.get(row.item)));
  return units.filter(({ facts }) => facts.length > 0);
};

const lineSum = (line: PointsLine | undefined): Exact =>
  line === undefined ? ZERO : signed(line.kind, exact(line.amount));

/** A row at one end of its range, with some of its units at the other. */
const moved = (units: readonly Unit[], end: 'low' | 'high'): Exact => {
  const [first] = units;
  if (first === undefined) return ZERO;
  const { row, item } = first;
  const [here, there] = end === 'low' ? [row.low, row.high] : [row.high, row.low];
  if (item === undefined || units.some(({ step }) => step === undefined)) return exact(there.points);
  const shift = units.map(({ step = 0 }) => minus(lineSum(there.lines[step]), lineSum(here.lines[step])));
  return hold(plus(exact(here.sum), sumExact(shift)), item.floor, item.cap).points;
};

/** The rows concerned, at one end of their range but for these units. */
export const rowsWith = (units: readonly Unit[], end: 'low' | 'high'): ReadonlyMap<string, Exact> =>
  new Map([...groupBy(units, ({ row }) => row)].map(([row, own]) => [row.item, moved(own, end)]));
