import { compareExact, decimalOf, exact, minus } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Amount, Item, Step } from '../../model/scoring/scorecard.ts';
import { cutOf, stepsWorth } from '../../read/scorecard/amount/bounds.ts';
import { get, type MapNode } from '../../read/source.ts';
import type { Doubt } from './lint.ts';

const isMore = (a: Decimal, b: Decimal): boolean => compareExact(exact(a), exact(b)) > 0;

/** Bounds of sums need no rounding: no amount of a scorecard is finer than it keeps. */
const ROUGHLY = cutOf({ places: 4, rounding: 'half_up' });

const ONE_OFF: readonly Amount['kind'][] = [
  'base',
  'once',
  'options',
  'tiers',
  'entered',
  'share',
  'form',
  'best_of',
  'group',
];

const isOneOff = ({ amount, cap }: Step): boolean => ONE_OFF.includes(amount.kind) || cap !== undefined;

const stepsOf = (item: Item, kind: Step['kind']): readonly Step[] => item.steps.filter(step => step.kind === kind);

/** Points that no deduction takes away, or deductions that add up to more than there is. */
const deductDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => {
  const steps = stepsOf(item, 'deduct');
  const { most } = stepsWorth(item.steps, 'deduct', ROUGHLY);
  const { points, title } = item;
  if (steps.length === 0 || most === null || points === '0') return [];
  const row = title.zh;
  const isWhole = item.start === points && item.zeroIf === undefined && stepsOf(item, 'award').length === 0;
  if (isWhole && isMore(points, most))
    return [
      { doubt: 'out-of-reach', values: { row, points, most, rest: decimalOf(minus(exact(points), exact(most))) } },
    ];
  const isSaid = node !== undefined && (get(node, 'floor') !== undefined || get(node, 'cap') !== undefined);
  return isMore(most, points) && steps.every(isOneOff) && steps.length > 1 && !isSaid
    ? [{ doubt: 'one-off-over', values: { row, points, most } }]
    : [];
};

/** Parts that do not add up to their row. */
const awardDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => {
  const steps = stepsOf(item, 'award');
  const { most } = stepsWorth(item.steps, 'award', ROUGHLY);
  const { points, title, start } = item;
  if (steps.length === 0 || most === null || start !== '0') return [];
  const values = { row: title.zh, points, most };
  if (isMore(points, most)) return [{ doubt: 'parts-short', values }];
  const isSaid = node !== undefined && get(node, 'cap') !== undefined;
  const isOver = isMore(most, points) && steps.length > 1 && steps.every(isOneOff) && !isSaid;
  return isOver ? [{ doubt: 'parts-over', values }] : [];
};

const measured = (amount: Amount): readonly Amount[] => {
  if (amount.kind === 'best_of' || amount.kind === 'group') return amount.of.flatMap(step => measured(step.amount));
  return amount.kind === 'records' ? measured(amount.records.amount) : [amount];
};

/** Something is counted, and the scorecard does not say what. */
const unitDoubts = (item: Item): readonly Doubt[] => {
  const unnamed = item.steps
    .flatMap(step => measured(step.amount))
    .some(amount => amount.kind === 'each' && amount.measure.domain.unit === undefined);
  return unnamed ? [{ doubt: 'unit-unnamed', values: { row: item.title.zh } }] : [];
};

const countsRecords = ({ amount }: Step): boolean =>
  amount.kind === 'records' || (amount.kind === 'each' && ['count', 'sum'].includes(amount.measure.kind));

/** Points taken for what a list holds, and lost where it holds nothing, as the head of the scorecard has it. */
const emptyDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => {
  const evidence = node && get(node, 'evidence');
  const isSaid = evidence?.kind === 'map' && get(evidence, 'nothing_to_measure') !== undefined;
  const isTaken = item.steps.every(({ kind }) => kind === 'deduct') && item.steps.some(countsRecords);
  return isTaken && !isSaid && item.points !== '0' && item.evidence.states.nothing_to_measure === 'zero'
    ? [{ doubt: 'empty-loses', values: { row: item.title.zh } }]
    : [];
};

const worthless = (item: Item): readonly Doubt[] => {
  const { most } = stepsWorth(item.steps, 'deduct', ROUGHLY);
  return item.points === '0' && most === '0' && item.worth.most === '0'
    ? [{ doubt: 'priceless', values: { row: item.title.zh } }]
    : [];
};

/** What is odd about the amounts of one row. */
export const amountDoubts = (item: Item, node: MapNode | undefined): readonly Doubt[] => [
  ...deductDoubts(item, node),
  ...awardDoubts(item, node),
  ...unitDoubts(item),
  ...worthless(item),
  ...emptyDoubts(item, node),
];
