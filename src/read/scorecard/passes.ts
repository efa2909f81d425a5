import type { Amount, Item, ScorecardSection } from '../../model/scoring/scorecard.ts';

/** Every row, those of forms within it too. */
export const itemsIn = (sections: readonly ScorecardSection[]): readonly Item[] =>
  sections.flatMap(({ items }) => items.flatMap(item => [item, ...item.steps.flatMap(step => inside(step.amount))]));

const inside = (amount: Amount): readonly Item[] => {
  if (amount.kind === 'form') return itemsIn(amount.sections);
  return amount.kind === 'best_of' || amount.kind === 'group' ? amount.of.flatMap(step => inside(step.amount)) : [];
};

const isCompared = (amount: Amount): boolean => {
  if (amount.kind === 'form') return amount.sections.some(({ items }) => items.some(comparesIn));
  if (amount.kind === 'best_of' || amount.kind === 'group') return amount.of.some(step => isCompared(step.amount));
  return amount.kind === 'relative';
};

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
