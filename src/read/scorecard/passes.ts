import type { Amount, Item, ScorecardSection } from '../../model/scoring/scorecard.ts';
import { itemsIn, stepsIn } from '../../model/scoring/walk.ts';

const isCompared = (amount: Amount): boolean =>
  amount.kind === 'form'
    ? amount.sections.some(({ items }) => items.some(comparesIn))
    : amount.kind === 'relative' || stepsIn(amount).some(step => isCompared(step.amount));

export const comparesIn = ({ steps }: Item): boolean => steps.some(({ amount }) => isCompared(amount));

export const takesAverage = ({ evidence }: Item): boolean => Object.values(evidence.states).includes('peers');

/**
 * How often all centres are gone through before rows compared between them are settled: an average of a row that is
 * itself compared can be taken only after the comparison.
 */
export const passesOf = (sections: readonly ScorecardSection[]): number => {
  const items = itemsIn(sections);
  if (items.some(item => takesAverage(item) && comparesIn(item))) return 2;
  return items.some(item => takesAverage(item) || comparesIn(item)) ? 1 : 0;
};
