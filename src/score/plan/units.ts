import { type Exact, exact, minus, plus, sumExact, ZERO } from '../../model/base/exact.ts';
import { factIdOf, type Gap } from '../../model/finding/finding.ts';
import type { Account, ItemResult, PointsLine, ScorecardResult } from '../../model/scoring/points.ts';
import type { FoundItem, FoundScorecard } from '../../model/scoring/scorecard.ts';
import { hold } from '../scorecard/item.ts';
import { questionsOf, unreadGaps } from '../scorecard/rows.ts';
import { formOf } from './totals.ts';

/** A part of the score that is still open: one step of a row, or the whole of it, with the facts that settle it. */
export interface Unit {
  readonly row: ItemResult;
  readonly item: FoundItem | undefined;
  readonly step?: number;
  readonly facts: readonly string[];
  /** How far it moves the row. */
  readonly width: Exact;
}

export const factsOf = (gaps: readonly Pick<Gap, 'fact'>[]): readonly string[] => [
  ...new Set(gaps.map(gap => factIdOf(gap.fact))),
];

const isPlain = ({ treated, zeroed, excluded }: Account): boolean => treated === undefined && !zeroed && !excluded;

const stepFacts = (item: FoundItem, step: number): readonly string[] => {
  const found = item.steps[step];
  if (found === undefined) return [];
  const asked = questionsOf(found).flatMap(question => ('gaps' in question ? question.gaps : []));
  return factsOf([...asked, ...unreadGaps(found.amount)]);
};

/** The steps of a row that are open; none where they cannot be told apart: the row may leave, or a step moves against it. */
const openSteps = (row: ItemResult, item: FoundItem): readonly Unit[] => {
  const { low, high, mayLeave } = row;
  if (mayLeave || !isPlain(low) || !isPlain(high)) return [];
  const units = item.steps.flatMap((_, step): readonly Unit[] => {
    const width = minus(signed(high.lines[step]), signed(low.lines[step]));
    return width.n === 0n ? [] : [{ row, item, step, facts: stepFacts(item, step), width }];
  });
  return item.cases !== undefined && units.some(({ width }) => width.n < 0n) ? [] : units;
};

const unitsOfRow = (row: ItemResult, item: FoundItem | undefined): readonly Unit[] => {
  const { low, high, gaps } = row;
  if (low.points === high.points) return [];
  const steps = item === undefined ? [] : openSteps(row, item);
  if (steps.length > 0) return steps;
  return [{ row, item, facts: factsOf(gaps), width: minus(exact(high.points), exact(low.points)) }];
};

/** Everything that is open, as finely as its facts can be told apart. */
export const openUnits = (scorecard: FoundScorecard, result: ScorecardResult): readonly Unit[] => {
  const items = formOf(scorecard, result.low).sections.flatMap(section => section.items);
  const units = result.items.flatMap(row =>
    unitsOfRow(
      row,
      items.find(({ id }) => id === row.item),
    ),
  );
  return units.filter(({ facts }) => facts.length > 0);
};

const signed = (line: PointsLine | undefined): Exact => {
  if (line === undefined) return ZERO;
  return line.kind === 'award' ? exact(line.amount) : minus(ZERO, exact(line.amount));
};

/** A row at one end of its range, with some of its units at the other. */
const moved = (units: readonly Unit[], end: 'low' | 'high'): Exact => {
  const [first] = units;
  if (first === undefined) return ZERO;
  const { row, item } = first;
  const [here, there] = end === 'low' ? [row.low, row.high] : [row.high, row.low];
  if (item === undefined || units.some(({ step }) => step === undefined)) return exact(there.points);
  const shift = units.map(({ step = 0 }) => minus(signed(there.lines[step]), signed(here.lines[step])));
  return hold(plus(exact(here.sum), sumExact(shift)), item.floor, item.cap).points;
};

/** The rows concerned, at one end of their range but for these units. */
export const rowsWith = (units: readonly Unit[], end: 'low' | 'high'): ReadonlyMap<string, Exact> => {
  const rows = [...new Set(units.map(({ row }) => row))];
  return new Map(
    rows.map(row => [
      row.item,
      moved(
        units.filter(unit => unit.row === row),
        end,
      ),
    ]),
  );
};
