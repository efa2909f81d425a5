import { compareDecimals, type Exact, exact, minus, over, plus, rounded, times, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Spread } from '../../model/result/summary.ts';

/** How often each value was met: as large as there are different values, however many centres there are. */
export interface Distribution {
  readonly add: (value: Decimal) => void;
  /** How many values lie above this one, and how many equal it. */
  readonly above: (value: Decimal) => number;
  readonly equal: (value: Decimal) => number;
  readonly spread: () => Spread | undefined;
}

const PLACES = 2;

const cut = (value: Exact): Decimal => rounded(value, PLACES, 'down');

/** Values from the least up, with how many there are up to each. */
interface Sorted {
  readonly total: number;
  readonly values: readonly { readonly value: Decimal; readonly upTo: number }[];
  readonly upTo: ReadonlyMap<Decimal, number>;
}

const sortedOf = (counts: ReadonlyMap<Decimal, number>): Sorted => {
  let total = 0;
  const values = [...counts]
    .sort(([a], [b]) => compareDecimals(a, b))
    .map(([value, count]) => {
      total += count;
      return { value, upTo: total };
    });
  return { total, values, upTo: new Map(values.map(({ value, upTo }) => [value, upTo])) };
};

const nth = ({ values }: Sorted, index: number): Exact => exact(values.find(({ upTo }) => upTo > index)?.value ?? '0');

/** As spreadsheets have it: between two values in proportion, so that the median of an even number is midway. */
const quartile = (sorted: Sorted, number: number): Decimal => {
  const [index, rest] = [Math.floor(((sorted.total - 1) * number) / 4), ((sorted.total - 1) * number) % 4];
  const low = nth(sorted, index);
  return cut(rest === 0 ? low : plus(low, times(minus(nth(sorted, index + 1), low), over(exact(rest), exact(4)))));
};

const mean = (counts: ReadonlyMap<Decimal, number>, total: number): Exact => {
  const all = [...counts].reduce((sum, [value, count]) => plus(sum, times(exact(value), exact(count))), ZERO);
  return over(all, exact(total));
};

export const makeDistribution = (): Distribution => {
  const counts = new Map<Decimal, number>();
  let total = 0;
  let sorted: Sorted | undefined;
  const inOrder = (): Sorted => {
    sorted ??= sortedOf(counts);
    return sorted;
  };
  return {
    add: value => {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      total++;
      sorted = undefined;
    },
    above: value => total - (inOrder().upTo.get(value) ?? total),
    equal: value => counts.get(value) ?? 0,
    spread: () => {
      if (total === 0) return undefined;
      const at = (number: number): Decimal => quartile(inOrder(), number);
      return {
        count: total,
        mean: cut(mean(counts, total)),
        least: at(0),
        quarter: at(1),
        middle: at(2),
        threeQuarters: at(3),
        most: at(4),
      };
    },
  };
};
