import { compareDecimals, decimalOf, exact, isAbove, minus } from '../../model/base/exact.ts';
import { get, type MapNode } from '../../model/base/source.ts';
import type { Amount, Item, Step } from '../../model/scoring/scorecard.ts';
import type { DefectValues, ScorecardDoubt } from '../../model/scoring/scorecard-defect.ts';
import { amountsIn } from '../../model/scoring/walk.ts';
import { cutOf, stepsWorth } from '../../read/scorecard/amount/bounds.ts';

/** What a reader of the scorecard would ask about one row. */
export interface Doubt {
  readonly doubt: ScorecardDoubt;
  readonly values: DefectValues;
}

/** Below every edge of a band. */
const LOWEST = '-1000000000';

/** Bounds of sums need no rounding: no amount of a scorecard is finer than it keeps. */
const ROUGHLY = cutOf({ places: 4, rounding: 'half_up' });

/** Given for each of many, or by comparison. */
const MANY: readonly Amount['kind'][] = ['each', 'records', 'relative'];

const isOneOff = ({ amount, cap }: Step): boolean => !MANY.includes(amount.kind) || cap !== undefined;

const stepsOf = (item: Item, kind: Step['kind']): readonly Step[] => item.steps.filter(step => step.kind === kind);

/** Points that no deduction takes away, or that none can. */
const deductDoubts = (item: Item): readonly Doubt[] => {
  const steps = stepsOf(item, 'deduct');
  const { most } = stepsWorth(item.steps, 'deduct', ROUGHLY);
  const { points, title } = item;
  const row = title.zh;
  const takesNothing = item.start === '0' && item.floor === '0' && steps.length === item.steps.length;
  if (takesNothing && most !== '0') return [{ doubt: 'no-room', values: { row } }];
  if (steps.length === 0 || most === null || points === '0') return [];
  const isWhole = item.start === points && item.zeroIf === undefined && stepsOf(item, 'award').length === 0;
  return isWhole && isAbove(points, most)
    ? [{ doubt: 'out-of-reach', values: { row, points, most, rest: decimalOf(minus(exact(points), exact(most))) } }]
    : [];
};

/** Parts that do not add up to their row. */
const awardDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => {
  const steps = stepsOf(item, 'award');
  const { most } = stepsWorth(item.steps, 'award', ROUGHLY);
  const { points, title, start } = item;
  if (steps.length === 0 || most === null || start !== '0') return [];
  const values = { row: title.zh, points, most };
  if (isAbove(points, most)) return [{ doubt: 'parts-short', values }];
  const isSaid = node !== undefined && get(node, 'cap') !== undefined;
  const several = steps.length > 1 || steps.some(({ amount }) => amount.kind === 'entered');
  const isOver = isAbove(most, points) && several && steps.every(isOneOff) && !isSaid;
  return isOver ? [{ doubt: 'parts-over', values }] : [];
};

const amountsOf = (steps: readonly Step[]): readonly Amount[] => steps.flatMap(step => amountsIn(step.amount));

/** Something is counted, and the scorecard does not say what. */
const unitDoubts = (item: Item): readonly Doubt[] => {
  const unnamed = amountsOf(item.steps).some(
    amount => amount.kind === 'each' && amount.measure.domain.unit === undefined,
  );
  return unnamed ? [{ doubt: 'unit-unnamed', values: { row: item.title.zh } }] : [];
};

const countsRecords = ({ amount }: Step): boolean =>
  amount.kind === 'records' || (amount.kind === 'each' && ['count', 'sum'].includes(amount.measure.kind));

/** Points taken for what a list holds, and lost where it holds nothing, as the head of the scorecard has it. */
const emptyDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => {
  const isSaid = get(node, 'evidence', 'nothing_to_measure') !== undefined;
  const isTaken = item.steps.every(({ kind }) => kind === 'deduct') && item.steps.some(countsRecords);
  return isTaken && !isSaid && item.points !== '0' && item.evidence.states.nothing_to_measure === 'zero'
    ? [{ doubt: 'empty-loses', values: { row: item.title.zh } }]
    : [];
};

const isRate = (amount: Amount): boolean =>
  'measure' in amount && (amount.measure.kind === 'rate' || amount.measure.kind === 'ratio');

/** Points earned by a rate, of which a centre where nothing happened has none. */
const quietDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => {
  const isSaid = get(node, 'evidence', 'nothing_to_measure') !== undefined;
  const { nothing_to_measure: nothing } = item.evidence.states;
  const isEarned = item.start === '0' && amountsOf(stepsOf(item, 'award')).some(isRate);
  return isEarned && !isSaid && (nothing === 'zero' || nothing === 'no_effect')
    ? [{ doubt: 'quiet-loses', values: { row: item.title.zh } }]
    : [];
};

/** Bands whose points neither rise nor fall all the way. */
const tierDoubts = (item: Item): readonly Doubt[] =>
  amountsOf(item.steps).flatMap((amount): readonly Doubt[] => {
    if (amount.kind !== 'tiers') return [];
    const bands = amount.bands.toSorted((a, b) => compareDecimals(a.low?.at ?? LOWEST, b.low?.at ?? LOWEST));
    const turns = bands.map(({ points }, index) => compareDecimals(points, bands[index - 1]?.points ?? points));
    const wrong = bands[turns.findIndex((turn, index) => turns.slice(0, index).some(earlier => earlier * turn < 0))];
    if (wrong === undefined) return [];
    return [{ doubt: 'tiers-order', values: { row: item.title.zh, at: `${wrong.low?.at ?? ''}→${wrong.points}` } }];
  });

const worthless = (item: Item): readonly Doubt[] => {
  const { most } = stepsWorth(item.steps, 'deduct', ROUGHLY);
  return item.points === '0' && most === '0' && item.worth.most === '0'
    ? [{ doubt: 'priceless', values: { row: item.title.zh } }]
    : [];
};

/** What is odd about the amounts of one row. */
export const amountDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => [
  ...deductDoubts(item),
  ...awardDoubts(item, node),
  ...unitDoubts(item),
  ...worthless(item),
  ...emptyDoubts(item, node),
  ...quietDoubts(item, node),
  ...tierDoubts(item),
];
