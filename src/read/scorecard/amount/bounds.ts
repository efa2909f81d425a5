import {
  compareExact,
  decimalOf,
  type Exact,
  exact,
  over,
  plus,
  type Rounding,
  rounded,
  times,
  ZERO,
} from '../../../model/base/exact.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Domain } from '../../../model/scoring/measure.ts';
import { priceOf, reachesBand, unitsIn } from '../../../model/scoring/pricing.ts';
import type { Amount, Step, Worth } from '../../../model/scoring/scorecard.ts';

/** How a scorecard rounds. */
export type Cut = (figure: Exact) => Exact;

export const cutOf =
  ({ places, rounding }: { readonly places: number; readonly rounding: Rounding }): Cut =>
  figure =>
    exact(rounded(figure, places, rounding));

interface Bounds {
  readonly least: Exact;
  readonly most: Exact | null;
}

const between = (least: Exact, most: Exact | null): Bounds => ({ least, most });

const largest = (values: readonly (Exact | null)[]): Exact | null =>
  values.reduce((a, b) => (a === null || b === null ? null : compareExact(a, b) >= 0 ? a : b));

const smallest = (values: readonly Exact[]): Exact => values.reduce((a, b) => (compareExact(a, b) <= 0 ? a : b));

const sum = (parts: readonly Bounds[]): Bounds => ({
  least: parts.reduce((total, part) => plus(total, part.least), ZERO),
  most: parts.reduce<Exact | null>((all, { most }) => (all === null || most === null ? null : plus(all, most)), ZERO),
});

const hull = (parts: readonly Bounds[]): Bounds =>
  between(smallest(parts.map(part => part.least)), largest(parts.map(part => part.most)));

const ends = ({ least, most }: Pick<Domain, 'least' | 'most'>, price: (figure: Exact) => Exact): Bounds =>
  between(price(exact(least)), most === null ? null : price(exact(most)));

const HUNDRED = exact(100);

const share =
  (points: Decimal) =>
  (percent: Exact): Exact =>
    over(times(percent, exact(points)), HUNDRED);

/** The least and the most that an amount can come to, whatever the profile says. */
const boundsOf = (amount: Amount, cut: Cut): Bounds => {
  switch (amount.kind) {
    case 'base':
      return between(exact(amount.points), exact(amount.points));
    case 'once':
    case 'relative':
    case 'form':
      return between(ZERO, exact(amount.points));
    case 'each':
      return ends(amount.measure.domain, figure => cut(priceOf(unitsIn(figure, amount.per, amount.steps), amount)));
    case 'share':
      return ends(amount.measure.domain, figure => cut(share(amount.points)(figure)));
    case 'tiers':
      return tierBounds(amount);
    case 'options':
      return hull(
        [...amount.options.map(({ points }) => points), amount.otherwise].map(at => between(exact(at), exact(at))),
      );
    case 'entered':
      return ends(amount.measure.domain, cut);
    case 'best_of':
      return hull(amount.of.map(step => stepBounds(step, cut)));
    case 'group':
      return sum(amount.of.map(step => stepBounds(step, cut)));
    case 'records': {
      const { most, worth } = amount.records;
      if (worth.most === '0') return between(ZERO, ZERO);
      const open = most === null || worth.most === null;
      return between(ZERO, open ? null : times(exact(most), exact(worth.most)));
    }
  }
};

const tierBounds = ({ measure, bands }: Extract<Amount, { kind: 'tiers' }>): Bounds => {
  const { least, most } = measure.domain;
  const reached = bands.filter(band => reachesBand(exact(least), most === null ? null : exact(most), band));
  return hull((reached.length > 0 ? reached : bands).map(({ points }) => between(exact(points), exact(points))));
};

const stepBounds = ({ amount, cap, onlyIf, excusedIf }: Step, cut: Cut): Bounds => {
  const { least, most } = boundsOf(amount, cut);
  const top = cap === undefined ? null : exact(cap);
  const capped = most === null ? top : top === null ? most : smallest([most, top]);
  const low = onlyIf !== undefined || excusedIf !== undefined ? smallest([least, ZERO]) : least;
  return between(top === null ? low : smallest([low, top]), capped);
};

const worth = ({ least, most }: Bounds): Worth => ({
  least: decimalOf(least),
  most: most === null ? null : decimalOf(most),
});

export const amountWorth = (amount: Amount, cut: Cut): Worth => worth(boundsOf(amount, cut));

export const stepsWorth = (steps: readonly Step[], kind: Step['kind'], cut: Cut): Worth =>
  worth(sum(steps.filter(step => step.kind === kind).map(step => stepBounds(step, cut))));
