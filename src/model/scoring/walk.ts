import type { Measure } from './measure.ts';
import type { Amount, Item, ScorecardSection, Step } from './scorecard.ts';

/** The steps that an amount is the best or the sum of. */
export const stepsIn = (amount: Amount): readonly Step[] => ('of' in amount ? amount.of : []);

/** Every row, those of forms within it too. */
export const itemsIn = (sections: readonly ScorecardSection[]): readonly Item[] =>
  sections.flatMap(({ items }) =>
    items.flatMap(item => [item, ...item.steps.flatMap(step => itemsWithin(step.amount))]),
  );

const itemsWithin = (amount: Amount): readonly Item[] =>
  amount.kind === 'form' ? itemsIn(amount.sections) : stepsIn(amount).flatMap(step => itemsWithin(step.amount));

/** An amount that is priced by itself: those of its steps, or of each record. */
export const amountsIn = (amount: Amount): readonly Amount[] => {
  if (amount.kind === 'records') return amountsIn(amount.records.amount);
  return 'of' in amount ? amount.of.flatMap(step => amountsIn(step.amount)) : [amount];
};

const partsOf = (measure: Measure): readonly Measure[] => {
  switch (measure.kind) {
    case 'rate':
    case 'ratio':
      return [measure.part, measure.whole];
    case 'gap':
      return measure.limit.kind === 'measure' ? [measure.of, measure.limit.of] : [measure.of];
    case 'sum':
      return [measure.of];
    case 'count':
    case 'terms':
    case 'fact':
    case 'late':
    case 'checks':
    case 'rules':
    case 'entry':
      return [];
  }
};

/** A measure and those that it is reckoned from. */
export const measuresIn = (measure: Measure): readonly Measure[] => [measure, ...partsOf(measure).flatMap(measuresIn)];
