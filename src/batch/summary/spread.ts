import { compareDecimals, type Exact, exact, minus, over, plus, rounded, times, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Spread } from '../../model/result/summary.ts';

/** How often each value was met: as large as there are different values, however many centres there are. */
export interface Distribution {
  readonly add: (value: Decimal) => void;
  readonly count: () => number;
  /** How many values lie above this one, and how many equal it. */
  readonly above: (value: Decimal) => number;
  readonly equal: (value: Decimal) => number;
  readonly spread: () => Spread | undefined;
}

const PLACES = 2;

const cut = (value: Exact): Decimal => rounded(value, PLACES, 'down');

export const makeDistribution = (): Distribution => {
  const counts = new Map<Decimal, number>();
  let total = 0;
  let sorted: readonly { readonly value: Decimal; readonly upTo: number }[] | undefined;
  let upTos: ReadonlyMap<Decimal, number> | undefined;
  /** Values from the least up, with how many there are up to each. */
  const ordered = () => {
    let upTo = 0;
    sorted ??= [...counts]
      .sort(([a], [b]) => compareDecimals(a, b))
      .map(([value, count]) => {
        upTo += count;
        return { value, upTo };
      });
    return sorted;
  };
  const upToOf = (value: Decimal): number | undefined => {
    upTos ??= new Map(ordered().map(({ value: known, upTo }) => [known, upTo]));
    return upTos.get(value);
  };
  const nth = (index: number): Exact => exact(ordered().find(({ upTo }) => upTo > index)?.value ?? '0');
  /** As spreadsheets have it: between two values in proportion, so that the median of an even number is midway. */
  const quartile = (number: number): Decimal => {
    const [index, rest] = [Math.floor(((total - 1) * number) / 4), ((total - 1) * number) % 4];
    const low = nth(index);
    return cut(rest === 0 ? low : plus(low, times(minus(nth(index + 1), low), over(exact(rest), exact(4)))));
  };
  const mean = (): Exact => {
    const all = [...counts].reduce((sum, [value, count]) => plus(sum, times(exact(value), exact(count))), ZERO);
    return over(all, exact(total));
  };
  return {
    add: value => {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      total++;
      sorted = undefined;
      upTos = undefined;
    },
    count: () => total,
    above: value => total - (upToOf(value) ?? total),
    equal: value => counts.get(value) ?? 0,
    spread: () =>
      total === 0
        ? undefined
        : {
            count: total,
            mean: cut(mean()),
            least: quartile(0),
            quarter: quartile(1),
            middle: quartile(2),
            threeQuarters: quartile(3),
            most: quartile(4),
          },
  };
};
