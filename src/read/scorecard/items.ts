import type { Amount, Item, ScorecardSection } from '../../model/scoring/scorecard.ts';

/** Every row, those of forms within it too. */
export const itemsIn = (sections: readonly ScorecardSection[]): readonly Item[] =>
  sections.flatMap(({ items }) => items.flatMap(item => [item, ...item.steps.flatMap(step => inside(step.amount))]));

const inside = (amount: Amount): readonly Item[] => {
  if (amount.kind === 'form') return itemsIn(amount.sections);
  return amount.kind === 'best_of' || amount.kind === 'group' ? amount.of.flatMap(step => inside(step.amount)) : [];
};
